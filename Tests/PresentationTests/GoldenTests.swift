import Bilingual
import Presentation
import TestSupport
import Testing

struct GoldenTests {
  @Test(arguments: OutputFormat.allCases, Language.allCases)
  func `a table is printed in every format and language`(
    format: OutputFormat,
    language: Language
  ) throws {
    let rendering = Rendering(format, in: language, terminalWidth: format == .table ? 80 : nil)
    try expectGolden(
      Samples.awards.rendered(rendering),
      "awards.\(language.rawValue).\(ending(format))"
    )
  }

  @Test(arguments: [OutputFormat.table, .json, .jsonl, .md, .html], Language.allCases)
  func `a report is printed in every format and language`(
    format: OutputFormat,
    language: Language
  ) throws {
    let rendering = Rendering(format, in: language, terminalWidth: format == .table ? 60 : nil)
    let text = try #require(Samples.report.rendered(rendering))
    try expectGolden(text, "report.\(language.rawValue).\(ending(format))")
  }

  @Test(arguments: Language.allCases)
  func `a table too wide for its terminal shows each row as labelled values`(
    language: Language
  ) throws {
    let rendering = Rendering(.table, in: language, terminalWidth: 40)
    try expectGolden(Samples.awards.rendered(rendering), "narrow.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `a table for a pipe is printed in full`(language: Language) throws {
    let rendering = Rendering(.table, in: language)
    try expectGolden(Samples.awards.rendered(rendering), "full.\(language.rawValue).txt")
  }

  private func ending(_ format: OutputFormat) -> String {
    format == .table ? "txt" : format.rawValue
  }
}
