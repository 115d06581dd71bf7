import JSONLines
import Ledger
import Portfolio

/// What the ledger knows besides the facts: recipients, titles, incidents, earlier payouts.
struct Evidence {
  let enterprises: Table
  let schemes: Table
  let brands: Table
  let trademarks: Table
  private let incidents: [RecordID: [Record]]
  private let payments: [RecordID: [Payment]]
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) throws {
    self.snapshot = snapshot
    enterprises = try snapshot.table(Enterprise.self)
    schemes = try snapshot.table(Scheme.self)
    brands = try snapshot.table(Brand.self)
    trademarks = try snapshot.table(Trademark.self)
    // Sorted by id, so that the order of the files changes nothing.
    let incidents = try snapshot.table(Incident.self).records.sorted { $0.id < $1.id }
    self.incidents = Dictionary(grouping: incidents) { $0[Incident.enterprise] ?? RecordID("") }
    let payments = try snapshot.table(Award.self).records.compactMap(Payment.init)
    self.payments = Dictionary(grouping: payments.sorted { $0.id < $1.id }, by: \.recipient)
  }

  func incidents(of enterprise: RecordID) -> [Record] {
    incidents[enterprise] ?? []
  }

  func payments(to recipient: RecordID?) -> [Payment] {
    recipient.flatMap { payments[$0] } ?? []
  }

  var allPayments: [Payment] {
    payments.values.flatMap(\.self).sorted { $0.id < $1.id }
  }

  func name(of recipient: RecordID?) -> String? {
    enterprises[recipient]?[Enterprise.name] ?? recipient?.text
  }

  /// The facts of a kind that lie in a range of days or may lie there, in their defined order.
  func facts(of kind: FactKind, within days: ClosedRange<Day>) throws -> [Fact] {
    try snapshot.table(kind.schema).records.compactMap { record in
      let fact = Fact(record, of: kind)
      guard let date = fact.date else { return kind.hasHappened(record) ? fact : nil }
      let lies = date.lies(from: days.lowerBound, until: days.upperBound)
      return lies == false ? nil : fact
    }
    .sorted(by: Fact.precedes)
  }
}
