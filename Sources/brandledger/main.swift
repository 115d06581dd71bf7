import Bilingual
import Glibc
import Ledger

let world = World.process()
LostPages.tell(Failure.text(.lostPages, Language.preferred(in: world.environment)))
exit(Tool.run(Array(CommandLine.arguments.dropFirst()), world))
