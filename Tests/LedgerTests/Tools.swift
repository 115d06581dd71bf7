import Bilingual
import JSONLines
import Ledger

/// A small catalog: workshops and the tools that they make.
enum Factory {
  static let catalog = Catalog([Workshop.schema, Tool.schema])
}

enum Workshop: Kind {
  static let name = Field<String>(
    "name",
    Phrase(en: "name", zh: "名称"),
    .text,
    required: true,
    aliases: ["厂名"],
    Phrase(en: "What it is called.", zh: "名称。")
  )

  static let schema = Schema(
    "workshop",
    Phrase(en: "workshop", zh: "作坊"),
    file: "workshops.jsonl",
    key: .chosen,
    meaning: Phrase(en: "Where tools are made.", zh: "制造工具的作坊。"),
    fields: [name.definition],
    names: [name.definition]
  )
}

enum Tool: Kind {
  static let name = Field<String>(
    "name",
    Phrase(en: "tool name", zh: "工具名称"),
    .text,
    required: true,
    aliases: ["品名", "Model Name"],
    Phrase(en: "What it is called.", zh: "名称。")
  )
  static let maker = Field<RecordID>(
    "maker",
    Phrase(en: "maker", zh: "厂家"),
    .reference(to: "workshop"),
    Phrase(en: "Who makes it.", zh: "制造者。")
  )
  static let watts = Field<Int>(
    "watts",
    Phrase(en: "watts", zh: "功率"),
    .integer,
    Phrase(en: "What it draws.", zh: "功率。")
  )
  static let marks = Field<[String]>(
    "marks",
    Phrase(en: "marks", zh: "商标"),
    .list(of: .text),
    Phrase(en: "The marks that it bears.", zh: "所用商标。")
  )

  static let schema = Schema(
    "tool",
    Phrase(en: "tool", zh: "工具"),
    file: "tools.jsonl",
    key: .chosen,
    meaning: Phrase(en: "What a workshop makes.", zh: "作坊的产品。"),
    fields: [name.definition, maker.definition, watts.definition, marks.definition],
    names: [name.definition]
  )

  /// A tool about to be written.
  static func draft(_ id: RecordID, _ name: String, watts: Int? = nil) -> Draft {
    var draft = Draft(schema)
    draft.id = id
    draft[Tool.name] = name
    draft[Tool.watts] = watts
    return draft
  }

  /// Reads one line as it would stand in the data file.
  static func read(_ text: String) throws(Diagnostic) -> Entry {
    let bytes = Array(text.utf8)
    let line = Line(number: 1, start: 0, end: bytes.count, isWhole: true)
    return try RecordReader(schema).read(line, Bytes(bytes), file: schema.file)
  }

  /// Reads one line that must be a record.
  static func record(_ text: String) throws -> Record {
    guard case .record(let record) = try read(text) else {
      throw Diagnostic("not-a-record", Phrase(en: text, zh: text))
    }
    return record
  }

  /// Reads the whole data file.
  static func table(_ text: String) throws -> Table {
    try Table(schema, reading: Bytes(Array(text.utf8)), count: text.utf8.count)
  }
}

/// The text of bytes that are known to be UTF-8.
func text(_ bytes: [UInt8]) -> String {
  String(decoding: bytes, as: UTF8.self)
}
