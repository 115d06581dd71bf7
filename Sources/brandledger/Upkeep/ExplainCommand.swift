import Bilingual
import CommandLine
import Ledger
import Oversight
import Presentation

/// `explain NAME` and `explain date ID`: what an error or a check stands for, how a date comes about.
enum ExplainCommand {
  static let words = Argument(
    repeated: ValueKind<String>.text(Phrase(en: "NAME", zh: "名称")),
    help: Phrase(
      en:
        "The name in brackets behind 'error' or 'warning', or 'date' and a record; else all names",
      zh: "“错误”或“警告”后方括号中的名称，或 date 与记录；省略时列出全部名称"
    )
  )

  static let command = Command<World>(
    "explain",
    section: Section.upkeep,
    summary: Phrase(
      en: "Explain an error, a check, or how a date comes about",
      zh: "解释错误、检查项或日期的由来"
    ),
    discussion: Phrase(
      en: "Each date of a record with its rule, article, start, steps, window, grace and amount.",
      zh: "记录的每个日期列出规则、条款、起算日、步骤、窗口期、宽展期与金额。"
    ),
    examples: [
      Example(
        "brandledger explain json-trailing-comma",
        Phrase(en: "Meaning, cause, what to do, an example", zh: "含义、原因、处理办法与示例")
      ),
      Example(
        "brandledger explain bad-input",
        Phrase(en: "Every class of bad input, and the answer", zh: "各类有误的输入及回答")
      ),
      Example(
        "brandledger explain date CN/SL000002",
        Phrase(en: "The dates of a mark", zh: "某商标的日期")
      ),
    ],
    arguments: [words]
  ) { session, arguments in
    let words = arguments[words]
    let all = Explanation.all
    guard let typed = words.first else {
      try session.show(list(all))
      return nil
    }
    if typed == "bad-input" {
      try session.show(badInput())
      return nil
    }
    if ["date", "dates", "日期"].contains(typed) {
      try explainDates(of: Array(words.dropFirst()), session, arguments)
      return nil
    }
    guard words.count == 1 else {
      throw arguments.refusal(
        of: ExplainCommand.words,
        expected: Phrase(en: "one name, or 'date' and a record", zh: "一个名称，或 date 与记录")
      )
    }
    let name = bare(typed)
    guard let found = all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      throw Diagnostics(unknown(typed, all.map(\.name)))
    }
    try session.show(report(found))
    return nil
  }

  private static func explainDates(
    of words: [String],
    _ session: Session,
    _ arguments: Arguments
  ) throws {
    guard !words.isEmpty else {
      throw arguments.refusal(
        of: Self.words,
        expected: Phrase(en: "the id or name of a record after 'date'", zh: "date 后的记录编号或名称")
      )
    }
    try DateExplanation.show(words, session)
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

  /// The table of bad input.
  private static func badInput() -> Presentation.Table {
    var table = Presentation.Table(columns: [
      Column("way", Phrase(en: "comes in as", zh: "来源")),
      Column("what", Phrase(en: "bad input", zh: "有误的输入"), overflow: .wrap),
      Column("input", Phrase(en: "for example (%XX is a byte)", zh: "示例（%XX 为一个字节）")),
      Column("answer", Phrase(en: "answer", zh: "回答"), overflow: .keep),
      Column("exit", Phrase(en: "exit code", zh: "退出码"), .trailing),
    ])
    for row in BadInput.all {
      table.append([
        .phrase(row.way.label, code: row.way.rawValue), .phrase(row.what, code: row.what.en),
        .text(row.input.count > 70 ? String(row.input.prefix(69)) + "…" : row.input),
        row.answer.map { .text($0) } ?? .empty, .integer(Int64(row.exit)),
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
    fields += entry.example.enumerated().map { index, line in
      field(index == 0 ? "example" : "example\(index + 1)", "example", "示例", .text(line))
    }
    return Report(title: Phrase(en: entry.name, zh: entry.name), [.fields(fields)])
  }
}
