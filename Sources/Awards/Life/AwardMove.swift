public import Ledger
public import Portfolio

/// What is told about an action: when, by whom, why, and by which paper.
public struct AwardEntry: Sendable {
  /// The day on which it was done.
  public var day: Day
  /// Who did it.
  public var by: String
  /// Why.
  public var reason: String?
  /// The decision, notice or voucher.
  public var document: String?

  /// Creates an entry.
  public init(_ day: Day, by: String, reason: String? = nil, document: String? = nil) {
    self.day = day
    self.by = by
    self.reason = reason
    self.document = document
  }
}

/// What an action changes in the ledger: the award as it stands then, and the event that says so.
public struct AwardMove: Sendable {
  /// The award.
  public let record: Draft
  /// The event; the ledger gives it its id.
  public let event: Draft
  /// The bans that go with a recovery; the ledger gives them their ids.
  public internal(set) var incidents: [Draft] = []
  /// The life of the award after the action.
  public let life: AwardLife
  /// What deserves a look, such as a date that is provisional.
  public internal(set) var findings: [Diagnostic] = []

  /// What is to be written, together or not at all.
  public var changes: [Change] {
    [.put(record), .put(event)] + incidents.map(Change.put)
  }
}
