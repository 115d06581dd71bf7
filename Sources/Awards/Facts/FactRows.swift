import Ledger
import Portfolio
import Synchronization

/// Facts of one kind, each known by its place: what every clause asks of them lies side by side.
///
/// Their records are read when they are asked for: a round that keeps no traces asks for few.
final class FactRows: Sendable {
  let kind: FactKind
  let ids: [RecordID]
  private let dates: Days
  private let origin: Origin
  // What was asked for of the ledger besides the facts.
  private let parties: (known: Parties, numbers: [Int32])?
  private let titles: Titles?
  private let endings: Days?
  private let made = Mutex<[Record?]>([])

  private enum Origin: Sendable {
    case records([Record])
    case columns(Columns, rows: [Int], Failures)
  }

  /// The days of facts, by their place among the different ones.
  private struct Days: Sendable {
    private let places: [Int32]
    private let values: [PartialDate?]

    init(_ days: [PartialDate?]) {
      places = days.indices.map { Int32($0) }
      values = days
    }

    init(_ field: Field<PartialDate>, _ columns: Columns, _ rows: [Int]) {
      let found = columns.values(of: field.definition, in: rows)
      values = found.all(as: PartialDate.self)
      places = found.places
    }

    subscript(index: Int) -> PartialDate? { values[Int(places[index])] }
  }

  /// The titles of facts, by their place among the different ones.
  private struct Titles: Sendable {
    let places: [Int32]
    let schemes: [Record?]
    let levels: [BrandLevel?]
  }

  /// Takes records that were read, in their order.
  init(_ records: [Record], of kind: FactKind, _ evidence: Evidence? = nil) {
    self.kind = kind
    ids = records.map(\.id)
    dates = Days(records.map { $0[kind.date] })
    origin = .records(records)
    parties = evidence.map { evidence in
      (evidence.parties, evidence.parties.numbers(of: records.map { kind.recipient.read($0) }))
    }
    titles = nil
    endings = nil
  }

  /// Takes rows of columns, among them ``FactKind/columns``, in their order.
  init(
    _ columns: Columns,
    _ rows: [Int],
    _ ids: [RecordID],
    of kind: FactKind,
    _ evidence: Evidence
  ) {
    self.kind = kind
    self.ids = ids
    origin = .columns(columns, rows: rows, evidence.failures)
    dates = Days(kind.date, columns, rows)
    endings = kind.endField.map { Days($0, columns, rows) }
    parties = (evidence.parties, Self.recipients(of: kind, columns, rows, evidence.parties))
    guard kind === FactKind.recognition else {
      titles = nil
      return
    }
    let values = columns.values(of: Recognition.scheme.definition, in: rows)
    let schemes = values.all(as: RecordID.self).map { evidence.schemes[$0] }
    titles = Titles(
      places: values.places,
      schemes: schemes,
      levels: schemes.map { $0?[Scheme.level] }
    )
  }

  /// The numbers of the recipients.
  private static func recipients(
    of kind: FactKind,
    _ columns: Columns,
    _ rows: [Int],
    _ parties: Parties
  ) -> [Int32] {
    let definition = kind.recipient.definition
    if kind.recipient.isSingle { return parties.numbers(of: definition, columns, rows) }
    let found = columns.values(of: definition, in: rows)
    let numbers = parties.numbers(of: kind.recipient.values(found))
    return found.places.map { numbers[Int($0)] }
  }

  var count: Int { ids.count }

  /// All of them, in their order.
  var facts: [Fact] { ids.indices.map { Fact(self, $0) } }

  func record(_ index: Int) -> Record {
    switch origin {
    case .records(let records): return records[index]
    case .columns(let columns, let rows, let failures):
      return made.withLock { made in
        if made.isEmpty { made = Array(repeating: nil, count: rows.count) }
        if let record = made[index] { return record }
        let record = failures.value(or: standIn(index)) { try columns.record(rows[index]) }
        made[index] = record
        return record
      }
    }
  }

  private func standIn(_ index: Int) -> Record {
    var draft = Draft(kind.schema)
    draft.id = ids[index]
    return draft.record()
  }

  /// The number of the recipient among the parties of the round, where the ledger was asked.
  func partyNumber(_ index: Int) -> Int? {
    guard let parties, parties.numbers[index] >= 0 else { return nil }
    return Int(parties.numbers[index])
  }

  func party(_ index: Int) -> Party? {
    guard let number = partyNumber(index) else { return nil }
    return parties?.known[number]
  }

  func recipient(_ index: Int) -> RecordID? {
    parties == nil ? kind.recipient.read(record(index)) : party(index)?.id
  }

  func date(_ index: Int) -> PartialDate? { dates[index] }

  func ended(_ index: Int) -> PartialDate? {
    if let endings { return endings[index] }
    return kind.endField.flatMap { record(index)[$0] }
  }

  func scheme(_ index: Int, _ evidence: Evidence) -> Record? {
    if let titles { return titles.schemes[Int(titles.places[index])] }
    return evidence.schemes[record(index)[Recognition.scheme]]
  }

  func level(_ index: Int, _ evidence: Evidence) -> BrandLevel? {
    guard kind === FactKind.recognition else { return nil }
    if let titles { return titles.levels[Int(titles.places[index])] }
    return scheme(index, evidence)?[Scheme.level]
  }

  /// The values of a field; `nil` where it was not asked for.
  func values(of definition: FieldDefinition) -> RowValues? {
    guard case .columns(let columns, let rows, _) = origin, columns.has(definition) else {
      return nil
    }
    return columns.values(of: definition, in: rows)
  }
}
