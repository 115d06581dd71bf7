import Bilingual
import JSONLines
import Ledger
import Portfolio
import TestSupport

/// Makes records for tests from typed values, as a clerk would type them.
enum Sample {
  /// Makes a draft.
  static func draft(
    _ kind: (some Kind).Type,
    _ id: String,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Draft(kind.schema)
    draft.id = RecordID(id)
    for (name, typed) in values {
      guard let field = kind.schema.field(named: name) else {
        preconditionFailure("\(kind.schema.kind) has no field \(name)")
      }
      switch field.type.parse(typed) {
      case .success(let value): draft[field] = value
      case .failure(let problem): preconditionFailure("\(name)=\(typed): \(problem.message.en)")
      }
    }
    return draft
  }

  /// Makes a ledger in memory.
  static func ledger(_ drafts: [Draft]) -> Snapshot {
    Snapshot(Kinds.catalog, drafts: drafts)
  }

  /// Reads lines of JSON as the records of a kind, with their places.
  static func ledger(_ kind: (some Kind).Type, lines: String) throws -> Snapshot {
    let bytes = Bytes(Array(lines.utf8))
    let name = kind.schema.kind
    return Snapshot(Kinds.catalog, commit: 1) { schema in
      schema.kind == name
        ? try Table(schema, reading: bytes, count: bytes.count) : Table(schema)
    }
  }

  /// The notice of days off of 2024, as far as the tests of cases need them.
  static let holidays = [
    draft(
      Holiday.self,
      "2024",
      [
        "year": "2024",
        "off": """
        2024-02-10,2024-02-11,2024-02-12,2024-02-13,2024-02-14,2024-02-15,2024-02-16,\
        2024-02-17,2024-04-06,2024-05-04,2024-10-05
        """,
        "work": "2024-02-04,2024-02-18",
      ]
    )
  ]

  /// The periods of cases.
  static let terms = [
    term("case-decision", "15wd"), term("case-supplement", "7wd"), term("case-complaint", "7wd"),
  ]

  /// The reference records of a kind, as every new ledger has them.
  static func reference(_ kind: (some Kind).Type) -> [Draft] {
    do {
      let bytes = Bytes(Array((Reference.lines(for: kind.schema) ?? "").utf8))
      return try Table(kind.schema, reading: bytes, count: bytes.count).records
        .map { Draft(copying: $0) }
    } catch {
      preconditionFailure("the reference records cannot be read: \(error)")
    }
  }

  /// A period for acting.
  static func term(_ id: String, _ length: String, rolls: String = "yes") -> Draft {
    draft(
      Term.self,
      id,
      [
        "right": "other", "event": "receipt", "length": length, "counting": "acting",
        "rolls": rolls,
        "law": "示例指引", "article": "第十条",
      ]
    )
  }
}

/// Reads a day that a test writes down.
func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
  return day
}
