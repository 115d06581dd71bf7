import Bilingual
import CommandLine
import Foundation
import TestSupport
import Testing

struct DocumentTests {
  @Test(arguments: Language.allCases)
  func `the manual page holds every command`(language: Language) throws {
    try expectGolden(
      Shelf.program.manualPage(in: language),
      "shelf.\(language.rawValue).1"
    )
  }

  @Test(arguments: Language.allCases)
  func `the reference holds every command`(language: Language) throws {
    try expectGolden(Shelf.program.reference(in: language), "reference.\(language.rawValue).md")
  }

  @Test func `roff specials in texts are only text`() {
    let program = Program(
      Command<Desk>(
        "tool",
        summary: Phrase(en: #"Write \n or "x" - done"#, zh: "写"),
        discussion: Phrase(en: ".TH is no macro\n'so neither", zh: "无"),
        run: { _, _ in 0 }
      ),
      version: "1",
      exitCodes: []
    )
    let lines = program.manualPage(in: .english).split(separator: "\n").map(String.init)
    #expect(lines.contains(#"tool \- Write \en or \(dqx\(dq \- done"#))
    #expect(lines.contains(#"\&.TH is no macro"#))
    #expect(lines.contains(#"\&'so neither"#))
  }

  @Test(.enabled(if: hasTool("groff"), "groff is not installed"), arguments: Language.allCases)
  func `groff formats the manual page without a complaint`(language: Language) throws {
    let page = Shelf.program.manualPage(in: language)
    let result = try runTool("groff", ["-K", "utf8", "-man", "-ww", "-Tutf8", "-z"], input: page)
    #expect(result.status == 0)
    #expect(result.errors == "")
  }
}
