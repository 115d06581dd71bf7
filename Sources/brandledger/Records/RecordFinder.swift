import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Finds records by what people call them.
enum RecordFinder {
  /// Finds the one record that words name: an id, or a name, with the kind before it where it is needed.
  static func record(_ words: [String], _ snapshot: Snapshot, _ session: Session) throws -> Record {
    let (kinds, text) = meaning(of: words)
    if kinds.count == 1 { return try session.record(text, kinds[0], in: snapshot) }
    let all = try kinds.compactMap { try snapshot.record(RecordID(text), $0) }
    let found = try all.isEmpty ? named(text, snapshot) : all
    if found.isEmpty {
      for schema in snapshot.catalog.schemas {
        if let record = try session.successor(of: text, schema, in: snapshot) {
          return record
        }
      }
    }
    guard let only = found.first, found.count == 1 else {
      throw Diagnostics(
        found.isEmpty
          ? nothing(text) : several(text, found.map { "\($0.schema.kind) \($0.id)" })
      )
    }
    return only
  }

  /// Returns the kinds that words may speak of, and the id or name behind the kind.
  static func meaning(of words: [String]) -> (kinds: [Schema], text: String) {
    if words.count > 1, let schema = Kinds.catalog.schema(named: words[0]) {
      return ([schema], words.dropFirst().joined(separator: " "))
    }
    return (Kinds.catalog.schemas, words.joined(separator: " "))
  }

  private static func named(_ text: String, _ snapshot: Snapshot) throws -> [Record] {
    try snapshot.catalog.schemas.flatMap { try snapshot.records(named: text, $0) }
  }

  private static func nothing(_ text: String) -> Diagnostic {
    Diagnostic(
      "unknown-record",
      Phrase(en: "no record has the id or name '\(text)'", zh: "没有编号或名称为“\(text)”的记录"),
      help: Phrase(
        en: "'brandledger find \(text)' looks inside all fields",
        zh: "可用 brandledger find \(text) 在所有字段中查找"
      )
    )
  }

  /// Says that a text may mean several records, each told by kind and id.
  static func several(_ text: String, _ found: [String]) -> Diagnostic {
    let list = found.prefix(20)
    return Diagnostic(
      "ambiguous-record",
      Phrase(
        en: "'\(text)' may be \(found.count, of: "record")",
        zh: "“\(text)”对应 \(found.count) 条记录"
      ),
      help: Phrase(
        en: "name one: \(list.joined(separator: "; "))",
        zh: "请指定其一：\(list.joined(separator: "；"))"
      )
    )
  }
}
