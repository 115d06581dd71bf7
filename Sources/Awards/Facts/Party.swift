import Ledger
import Portfolio
import Synchronization

/// Who facts belong to; a claim knows the number, so that sums and judgements need no look at ids.
final class Party: Sendable {
  let id: RecordID
  /// The record, where the ledger has it.
  let record: Record?

  init(_ id: RecordID, _ record: Record?) {
    self.id = id
    self.record = record
  }
}

/// The parties of a round, numbered in the order in which they were first asked for.
///
/// Their records are read when they are asked for: a round that keeps no traces asks for few.
final class Parties: Sendable {
  /// What clauses ask of many of them, without a look at their records.
  private static let fields = [
    Enterprise.town.definition, Enterprise.sector.definition, Enterprise.type.definition,
    Enterprise.size.definition, Enterprise.status.definition,
  ]

  private struct Known {
    /// By row of the enterprises one more than the number.
    var byRow: [Int32]
    /// The numbers of those who are none of the enterprises.
    var strangers: [RecordID: Int32] = [:]
    /// By number the row, -1 for a stranger.
    var rows: [Int32] = []
    /// By number, as far as they were asked for.
    var parties: [Party?] = []

    mutating func number(ofRow row: Int) -> Int32 {
      if byRow[row] == 0 {
        rows.append(Int32(row))
        parties.append(nil)
        byRow[row] = Int32(rows.count)
      }
      return byRow[row] - 1
    }

    mutating func number(ofStranger id: RecordID) -> Int32 {
      if let number = strangers[id] { return number }
      let number = Int32(rows.count)
      rows.append(-1)
      parties.append(Party(id, nil))
      strangers[id] = number
      return number
    }
  }

  private let enterprises: Columns
  private let index: RowIndex
  private let failures: Failures
  private let known: Mutex<Known>

  init(_ snapshot: Snapshot, _ failures: Failures) throws {
    enterprises = try snapshot.judgedColumns(Enterprise.schema, Self.fields)
    index = RowIndex(enterprises)
    self.failures = failures
    known = Mutex(Known(byRow: Array(repeating: 0, count: enterprises.rowLimit)))
  }

  /// The party with a number.
  subscript(number: Int) -> Party {
    known.withLock { known in
      if let party = known.parties[number] { return party }
      let row = Int(known.rows[number])
      let record = failures.value(or: nil) { try enterprises.record(row) }
      let party = Party(record?.id ?? RecordID(""), record)
      known.parties[number] = party
      return party
    }
  }

  /// Reads the records of all parties that have numbers, on all cores.
  func readAll() {
    known.withLock { known in
      let missing = known.parties.indices.filter { known.parties[$0] == nil }
      let records = failures.value(or: []) {
        try enterprises.records(of: missing.map { Int(known.rows[$0]) })
      }
      for (number, record) in zip(missing, records) {
        known.parties[number] = Party(record.id, record)
      }
    }
  }

  /// Whether the ledger has the record of the party with a number.
  func isKnown(_ number: Int) -> Bool {
    known.withLock { $0.rows[number] >= 0 }
  }

  /// How many parties have numbers.
  var count: Int { known.withLock { $0.rows.count } }

  /// The number of the party of an id, whether the ledger has its record or not.
  func number(of id: RecordID) -> Int {
    Int(numbers(of: [id])[0])
  }

  /// The numbers of the parties of some ids; -1 for none.
  func numbers(of ids: [RecordID?]) -> [Int32] {
    known.withLock { known in
      ids.map { id in
        guard let id else { return -1 }
        return index[id].map { known.number(ofRow: $0) } ?? known.number(ofStranger: id)
      }
    }
  }

  /// The numbers of the parties that a field of some rows names; -1 for none.
  func numbers(of definition: FieldDefinition, _ columns: Columns, _ rows: [Int]) -> [Int32] {
    var numbers = index.rows(named: definition, by: columns, in: rows)
    let others = numbers.indices.filter { numbers[$0] < 0 }
    known.withLock { known in
      for index in numbers.indices where numbers[index] >= 0 {
        numbers[index] = known.number(ofRow: Int(numbers[index]))
      }
    }
    let values = columns.values(of: definition, in: others.map { rows[$0] })
    let strangers = self.numbers(of: values.all(as: RecordID.self))
    for (index, place) in zip(others, values.places) { numbers[index] = strangers[Int(place)] }
    return numbers
  }

  /// For each party with a number the place of its value among those of a field, -1 for strangers.
  ///
  /// Parties of the same place have the same value; `nil` where the field is none that is at hand.
  func places(of definition: FieldDefinition) -> [Int32]? {
    guard enterprises.has(definition) else { return nil }
    var numbers = known.withLock { $0.rows }
    let found = numbers.indices.filter { numbers[$0] >= 0 }
    let values = enterprises.values(of: definition, in: found.map { Int(numbers[$0]) })
    for (number, place) in zip(found, values.places) { numbers[number] = place }
    return numbers
  }
}

/// What is known of some parties, by their numbers.
struct PartyTable<Value> {
  private var values: [Value?] = []

  /// Of a few.
  init() {}

  /// Makes room for all that have numbers.
  init(_ parties: Parties) {
    values.reserveCapacity(parties.count)
  }

  subscript(number: Int) -> Value? {
    get { number < values.count ? values[number] : nil }
    set {
      if values.count <= number {
        // As far as there is room it costs no more to fill it.
        for _ in values.count..<max(number + 1, values.capacity) { values.append(nil) }
      }
      values[number] = newValue
    }
  }
}
