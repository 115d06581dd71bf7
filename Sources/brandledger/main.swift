import Bilingual
import Glibc
import Ledger

let world = World.process()
exit(
  Tool.run(Array(CommandLine.arguments.dropFirst()), world) { format, language in
    LastWords.prepare { Failure.lastWords($0, format, language) }
  }
)
