import Bilingual
import CommandLine
import JSONLines
import Ledger
import Oversight
import Portfolio
import Presentation

/// `similar KIND [ID]`: what is alike by eye or ear, with reasons.
enum SimilarCommand {
  static let id = Argument(
    optional: .text(Phrase(en: "ID", zh: "编号")),
    help: Phrase(
      en: "A record, by id or name; without one all pairs that are alike",
      zh: "记录的编号或名称；不填则列出所有相近的记录对"
    )
  )
  static let mark = Option(
    "mark",
    .text(Phrase(en: "TEXT", zh: "文字")),
    help: Phrase(
      en: "Words that may become a mark or the name of an enterprise, instead of a record",
      zh: "拟用的商标文字或企业名称，代替记录"
    )
  )
  static let classes = Option(
    repeated: "class",
    .integer(Phrase(en: "CLASS", zh: "类别"), in: 1...45),
    help: Phrase(en: "A Nice class for which the mark is meant", zh: "拟用商标的尼斯类别")
  )
  static let least = Option(
    "at-least",
    .integer(Phrase(en: "SCORE", zh: "分数"), in: 1...100),
    default: "70",
    help: Phrase(en: "The least score out of 100", zh: "最低相似分数（满分 100）")
  )

  static let command = Command<World>(
    "similar",
    section: Section.records,
    summary: Phrase(en: "Find what looks or sounds alike, with reasons", zh: "查找形、音相近的记录并说明理由"),
    discussion: Phrase(
      en: """
        Enterprises are compared without place, legal form, width and traditional characters, and by former \
        names and credit codes; marks and brands by characters, look-alikes, pinyin with and without tones, \
        and letters. Scores are suggestions to look; nothing is changed. 'merge' makes two records one.
        """,
      zh: """
        企业名称不计地名、组织形式、全半角和繁简，并比对曾用名与信用代码；商标和品牌按文字、形近字、拼音（计与不计声调）\
        及字母比对。分数只是提示，不作任何改动；确属同一事物时用 merge 合并。
        """
    ),
    examples: [
      Example(
        "brandledger similar enterprise",
        Phrase(en: "Enterprises entered twice", zh: "疑似重复登记的企业")
      ),
      Example(
        "brandledger similar trademark --mark 田汾 --class 8",
        Phrase(en: "Marks with which new words may be confused", zh: "与拟用文字近似的商标")
      ),
    ],
    arguments: [RecordArguments.kind, id],
    options: [mark, classes, least]
  ) { session, arguments in
    let schema = arguments[RecordArguments.kind]
    guard Likeness.kinds.contains(where: { $0 === schema }) else {
      throw Diagnostics(notCompared(schema))
    }
    let snapshot = try session.snapshot()
    let least = arguments[Self.least]
    if let text = arguments[mark] {
      let matches = try Likeness.matches(
        named: text,
        schema,
        classes: Set(arguments[classes]),
        in: snapshot,
        atLeast: least
      )
      try show(matches, schema, snapshot, session)
    } else if let id = arguments[Self.id] {
      let record = try session.record(id, schema, in: snapshot)
      try show(
        Likeness.matches(of: record, in: snapshot, atLeast: least),
        schema,
        snapshot,
        session
      )
    } else {
      try show(Likeness.pairs(schema, in: snapshot, atLeast: least), schema, session)
    }
    return nil
  }

  private static func show(
    _ matches: [Likeness.Match],
    _ schema: Schema,
    _ snapshot: Snapshot,
    _ session: Session
  ) throws {
    let owner = schema.fields.first { $0.isOwner }
    var columns = [score, Column("id", CommonField.id.definition.label, overflow: .keep)]
    columns.append(Column("name", schema.names.first?.label ?? schema.label))
    if let owner { columns.append(Column("owner", owner.label)) }
    var table = Presentation.Table(
      columns: columns + [reasons],
      notes: [Phrase(en: "\(matches.count, of: "record")", zh: "共 \(matches.count) 条")]
    )
    let path = try owner.map { try FieldPath($0.name, schema, snapshot) }
    for match in matches {
      var cells: [Cell] = [
        .integer(Int64(match.resemblance.score)), .text(match.record.id.text),
        .text(name(match.record)),
      ]
      if let path { cells.append(RecordCells.cell(path, match.record)) }
      table.append(cells + [cell(match.resemblance)])
    }
    try session.show(table)
  }

  private static func show(_ found: Likeness.Pairs, _ schema: Schema, _ session: Session) throws {
    let label = schema.names.first?.label ?? schema.label
    var table = Presentation.Table(
      columns: [
        score, Column("id", CommonField.id.definition.label, overflow: .keep),
        Column("name", label),
        Column("otherId", Phrase(en: "other ID", zh: "另一编号"), overflow: .keep),
        Column("otherName", Phrase(en: "other \(label.en)", zh: "另一\(label.zh)")), reasons,
      ],
      notes: [Phrase(en: "\(found.list.count, of: "pair")", zh: "共 \(found.list.count) 对")]
        + found.crowds.map { crowd in
          Phrase(
            en: "not compared with each other: \(crowd.count) of the name '\(name(crowd[0]))'",
            zh: "未逐对比较：名为“\(name(crowd[0]))”的 \(crowd.count) 条"
          )
        }
    )
    for pair in found.list {
      table.append([
        .integer(Int64(pair.resemblance.score)), .text(pair.first.id.text),
        .text(name(pair.first)), .text(pair.second.id.text), .text(name(pair.second)),
        cell(pair.resemblance),
      ])
    }
    try session.show(table)
  }

  private static let score = Column("score", Phrase(en: "score", zh: "分数"), .trailing)
  private static let reasons = Column("reasons", Phrase(en: "why", zh: "理由"), overflow: .wrap)

  private static func name(_ record: Record) -> String {
    record.schema.names.first.flatMap { record[$0]?.string } ?? ""
  }

  private static func cell(_ resemblance: Resemblance) -> Cell {
    let en = resemblance.reasons.map(\.en).joined(separator: "; ")
    let zh = resemblance.reasons.map(\.zh).joined(separator: "；")
    return .phrase(Phrase(en: en, zh: zh), code: en)
  }

  private static func notCompared(_ schema: Schema) -> Diagnostic {
    Diagnostic(
      "not-compared",
      Phrase(en: "records of kind \(schema.kind) are not compared", zh: "\(schema.label.zh)不作近似比对"),
      help: Phrase(
        en: "name one of: \(Likeness.kinds.map(\.kind).joined(separator: ", "))",
        zh: "可用种类：\(Likeness.kinds.map(\.label.zh).joined(separator: "、"))"
      )
    )
  }
}
