import Ledger
import Portfolio

/// The incidents of the ledger by party, with what clauses ask of each.
struct Incidents: Sendable {
  struct Entry: Sendable {
    let row: Int
    let category: IncidentCategory?
    let severity: IncidentSeverity?
    let date: PartialDate?
    let resolved: PartialDate?
  }

  private let columns: Columns?
  /// By party, those of one by id, so that the order of the files changes nothing.
  private let entries: [Entry]
  /// By party where its entries begin; behind the last one where they end.
  private let starts: [Int32]

  init(_ snapshot: Snapshot, _ parties: Parties) throws {
    let columns = try snapshot.judgedColumns(
      Incident.schema,
      [
        Incident.enterprise.definition, Incident.category.definition, Incident.severity.definition,
        Incident.date.definition, Incident.resolvedOn.definition,
      ]
    )
    self.columns = columns
    let rows = columns.rows
    let ids = columns.ids(of: rows)
    let numbers = parties.numbers(of: Incident.enterprise.definition, columns, rows)
    func values<Value>(_ field: Field<Value>) -> (Int) -> Value? {
      let found = columns.values(of: field.definition, in: rows)
      let values = found.all(as: Value.self)
      return { values[Int(found.places[$0])] }
    }
    let (category, severity) = (values(Incident.category), values(Incident.severity))
    let (date, resolved) = (values(Incident.date), values(Incident.resolvedOn))
    let order = rows.indices.filter { numbers[$0] >= 0 }.sorted { a, b in
      numbers[a] == numbers[b] ? ids[a] < ids[b] : numbers[a] < numbers[b]
    }
    entries = order.map { index in
      Entry(
        row: rows[index],
        category: category(index),
        severity: severity(index),
        date: date(index),
        resolved: resolved(index)
      )
    }
    var starts = [Int32](repeating: 0, count: parties.count + 1)
    for index in order { starts[Int(numbers[index]) + 1] += 1 }
    for number in starts.indices.dropFirst() { starts[number] += starts[number - 1] }
    self.starts = starts
  }

  /// None at all.
  init() {
    columns = nil
    entries = []
    starts = []
  }

  /// The incidents of a party; who got its number later has none.
  subscript(party: Int) -> ArraySlice<Entry> {
    party + 1 < starts.count ? entries[Int(starts[party])..<Int(starts[party + 1])] : []
  }

  /// Whether a party has any.
  func has(_ party: Int) -> Bool {
    party + 1 < starts.count && starts[party] < starts[party + 1]
  }

  /// The record of one of them; `nil` where it cannot be read, which the failures tell.
  func record(_ entry: Entry, _ failures: Failures) -> Record? {
    failures.value(or: nil) { try columns?.record(entry.row) }
  }

  /// Where a value of one of them stands.
  func input<Value>(_ entry: Entry, _ field: Field<Value>, _ context: Context) -> Input {
    record(entry, context.evidence.failures).map { Input($0, field) }
      ?? Input(RecordID(""), field.definition.name, nil)
  }
}
