import JSONLines
import Ledger
import Portfolio

/// What somebody answered, row by row, in an order of its own.
struct LedgerAnswer: Equatable {
  private(set) var rows: [String]

  private init(_ rows: [String]) {
    self.rows = rows.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Reads the JSON that a command printed.
  static func reading(json: String, of question: LedgerQuestion) throws -> LedgerAnswer {
    let value = try JSONValue(parsing: Array(json.utf8))
    guard let list = value.array else {
      throw Failure(
        description: "'\(question.name)' was not answered by a list: \(json.prefix(200))"
      )
    }
    var rows: [String] = []
    for row in list {
      rows.append(question.members.map { text(of: row[$0]) }.joined(separator: ","))
    }
    return LedgerAnswer(rows)
  }

  /// A value as the peers write it: texts without quotes, nothing where there is none.
  private static func text(of value: JSONValue?) -> String {
    guard let value, value != .null else { return "" }
    if let string = value.string { return string }
    return value.text.span.text
  }

  /// Reads what a peer wrote.
  static func reading(csv path: String) throws -> LedgerAnswer {
    reading(rows: String(decoding: try Files.read(path), as: UTF8.self))
  }

  /// Reads rows of values with commas between them.
  static func reading(rows: String) -> LedgerAnswer {
    LedgerAnswer(rows.split(separator: "\n").map { String($0) })
  }

  /// Counts registrations by the plain way over strictly read records, for machines without peers.
  static func counting(in ledger: String) throws -> LedgerAnswer {
    let snapshot = try LedgerStore(Kinds.catalog, PosixStorage(ledger)).snapshot().snapshot
    var towns: [RecordID: String] = [:]
    for enterprise in try snapshot.table(Enterprise.self).records {
      if let town = enterprise[Enterprise.town] { towns[enterprise.id] = town.text }
    }
    var counts: [String: Int] = [:]
    for mark in try snapshot.table(Trademark.self).records {
      var year = ""
      if let day = mark[Trademark.registeredOn] { year = String(day.year) }
      var kind = ""
      if let value = mark[Trademark.kind] { kind = value.rawValue }
      var town = ""
      if let owner = mark[Trademark.owner], let place = towns[owner] { town = place }
      counts["\(year),\(kind),\(town)", default: 0] += 1
    }
    return LedgerAnswer(counts.map { "\($0.key),\($0.value)" })
  }

  /// Ends the benchmark where an answer is not the one that is known to be right.
  func expect(_ other: LedgerAnswer, of who: String, to question: String) throws {
    guard rows != other.rows else { return }
    let (ours, theirs) = (Set(rows), Set(other.rows))
    let missing = ours.subtracting(theirs).sorted().first ?? "nothing"
    let extra = theirs.subtracting(ours).sorted().first ?? "nothing"
    throw Failure(
      description:
        "'\(question)': \(who) answers otherwise in \(ours.symmetricDifference(theirs).count) "
        + "rows, such as \(extra) instead of \(missing)"
    )
  }
}
