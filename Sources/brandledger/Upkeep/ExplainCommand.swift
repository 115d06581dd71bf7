import Bilingual
import CommandLine
import Ledger
import Oversight
import Presentation

/// `explain NAME`: what an error or a check stands for.
enum ExplainCommand {
  static let name = Argument(
    optional: ValueKind<String>.text(Phrase(en: "NAME", zh: "名称")),
    help: Phrase(
      en: "The name in brackets behind 'error' or 'warning'; all of them where none is given",
      zh: "“错误”或“警告”后方括号中的名称；省略时列出全部"
    )
  )

  static let command = Command<World>(
    "explain",
    section: Section.upkeep,
    summary: Phrase(en: "Explain the name of an error or a check", zh: "解释错误或检查项的名称"),
    examples: [
      Example(
        "brandledger explain json-trailing-comma",
        Phrase(en: "Meaning, cause, what to do, an example", zh: "含义、原因、处理办法与示例")
      ),
      Example("brandledger explain", Phrase(en: "Every name", zh: "列出全部名称")),
    ],
    arguments: [name]
  ) { session, arguments in
    let all = Explanation.all
    guard let typed = arguments[name] else {
      try session.show(list(all))
      return nil
    }
    let name = bare(typed)
    guard let found = all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      throw Diagnostics(unknown(typed, all.map(\.name)))
    }
    try session.show(report(found))
    return nil
  }

  /// The name alone, where it was copied with the word before it: `error[json-bad-number]`.
  private static func bare(_ typed: String) -> String {
    let inner = typed.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }
    return inner.isEmpty ? typed : String(inner)
  }

  private static func unknown(_ typed: String, _ names: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-name",
      Phrase(en: "there is no error or check '\(typed)'", zh: "没有名为“\(typed)”的错误或检查项"),
      help: Nearest.name(to: typed, among: names).map {
        Phrase(en: "did you mean '\($0)'?", zh: "是否应为“\($0)”？")
      } ?? Phrase(en: "'brandledger explain' lists them", zh: "用 brandledger explain 列出全部")
    )
  }

  private static func list(_ all: [Explanation]) -> Presentation.Table {
    var table = Presentation.Table(columns: [
      Column("name", Phrase(en: "name", zh: "名称"), overflow: .keep),
      Column("meaning", Phrase(en: "meaning", zh: "含义"), overflow: .wrap),
      Column("remedy", Phrase(en: "what to do", zh: "处理"), overflow: .wrap),
    ])
    for entry in all {
      table.append([
        .text(entry.name), .phrase(entry.meaning, code: entry.meaning.en),
        .phrase(entry.remedy, code: entry.remedy.en),
      ])
    }
    return table
  }

  private static func report(_ entry: Explanation) -> Report {
    func field(_ key: String, _ en: String, _ zh: String, _ value: Cell) -> Report.Field {
      Report.Field(key, Phrase(en: en, zh: zh), value)
    }
    var fields = [
      field("meaning", "meaning", "含义", .phrase(entry.meaning, code: entry.meaning.en)),
      field("cause", "cause", "原因", .phrase(entry.cause, code: entry.cause.en)),
      field("remedy", "what to do", "处理", .phrase(entry.remedy, code: entry.remedy.en)),
    ]
    if let check = Checks.all.first(where: { $0.name == entry.name }) {
      fields.append(
        field("tier", "check", "检查", .phrase(CheckCommand.tier(check), code: check.tier.name))
      )
    }
    fields += entry.example.map { field("example", "example", "示例", .text($0)) }
    return Report(title: Phrase(en: entry.name, zh: entry.name), [.fields(fields)])
  }
}
