import Glibc

exit(Crashes.run(Array(CommandLine.arguments.dropFirst())))
