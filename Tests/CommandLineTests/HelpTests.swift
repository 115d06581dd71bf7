import Bilingual
import CommandLine
import TestSupport
import Testing

struct HelpTests {
  @Test(
    arguments: Language.allCases,
    [[], ["add"], ["list"], ["show"], ["loan"], ["loan", "open"]]
  )
  func `the help of each command reads well`(language: Language, names: [String]) throws {
    let text = Shelf.program.help(of: parse(["help"] + names).path, in: language)
    #expect(text.split(separator: "\n").allSatisfy { String($0).columns <= 80 })
    let name = (["shelf"] + names).joined(separator: "-")
    try expectGolden(text, "help-\(name).\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `help fits a narrow terminal`(language: Language) throws {
    let text = Shelf.program.help(of: path("add"), in: language, width: 50)
    let examples = Add.command.examples.map { "  \($0.line)" }
    for line in text.split(separator: "\n").map(String.init) where !examples.contains(line) {
      #expect(line.columns <= 50, "\(line)")
    }
  }

  @Test func `the version line names the program`() {
    #expect(Shelf.program.versionLine == "shelf 1.2.0")
  }
}
