import Bilingual
import CommandLine
import Testing

struct DeclarationTests {
  static let phrase = Phrase(en: "x", zh: "某")

  @Test func `the sample program has no faults`() {
    #expect(Shelf.program.declarationFaults() == [])
  }

  @Test(
    arguments: [
      (command(options: [Option(flag: "help", help: phrase)]), "two options are spelled --help"),
      (
        command(options: [Option(flag: "x", short: "h", help: phrase)]),
        "two options are spelled -h"
      ),
      (command(options: [Option(flag: "x y", help: phrase)]), "--x y is not plain"),
      (command(options: [Option(flag: "x", short: "5", help: phrase)]), "-5 is no letter"),
      (command(options: [Option(flag: "version", help: phrase)]), "--version is built in"),
      (
        command(options: [Option("year", Shelf.year, default: "soon", help: phrase)]),
        "the default of --year cannot be read: soon"
      ),
      (
        command(rules: [.needs(List.reverse, List.sort)]),
        "a rule names --reverse, which is unknown here"
      ),
      (
        command(arguments: [Show.field, Add.title]),
        "FIELD may be left out, but TITLE after it may not"
      ),
      (command(arguments: [Loan.books, Add.title]), "BOOK leaves nothing to what follows it"),
      (command(arguments: [Add.title, Add.title]), "two arguments are called TITLE"),
      (command(subcommands: [List.command, List.command]), "two commands are called list"),
      (
        command(subcommands: [Command("help", summary: phrase) { _, _ in 0 }]), "“help” is built in"
      ),
      (
        command(subcommands: [Command("x", summary: phrase, subcommands: { [] })]),
        "tool x: it does nothing"
      ),
      (
        command(subcommands: [Command("x", summary: phrase, options: [dry, dry]) { _, _ in 0 }]),
        "tool x: two options are spelled --dry"
      ),
      (command(example: "other thing"), "an example is not of tool"),
      (command(example: "tool --bogus | less"), "the example is refused: tool --bogus | less"),
    ] as [(Command<Desk>, String)]
  )
  func `a fault of the declaration is named`(command: Command<Desk>, fault: String) {
    let program = Program(command, version: "1", exitCodes: [])
    let faults = program.declarationFaults()
    #expect(faults.contains { $0.contains(fault) }, "\(faults)")
  }

  @Test func `an exit code is declared once`() {
    let code = ExitCode(1, Self.phrase)
    let program = Program(List.command, version: "1", exitCodes: [code, code])
    #expect(program.declarationFaults() == ["exit code 1 is declared twice"])
  }

  @Test func `every way through the tree is listed, parents first`() {
    let names = Shelf.program.paths.map { $0.dropFirst().map(\.name).joined(separator: " ") }
    #expect(names == ["", "add", "list", "show", "loan", "loan open", "loan close"])
  }

  static let dry = Option(flag: "dry", help: phrase)

  static func command(
    arguments: [any AnyArgument] = [],
    options: [any AnyOption] = [],
    rules: [OptionRule] = [],
    subcommands: [Command<Desk>] = [],
    example: String? = nil
  ) -> Command<Desk> {
    let examples = example.map { [Example($0, phrase)] } ?? []
    guard subcommands.isEmpty else {
      return Command("tool", summary: phrase, examples: examples, subcommands: { subcommands })
    }
    return Command(
      "tool",
      summary: phrase,
      examples: examples,
      arguments: arguments,
      options: options,
      rules: rules,
      run: { _, _ in 0 }
    )
  }
}
