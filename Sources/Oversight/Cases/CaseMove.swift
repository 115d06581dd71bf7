public import Ledger
public import Portfolio

/// What is told about an action: when, by whom, and with what.
public struct CaseEntry: Sendable {
  /// The day on which it was done.
  public var day: Day
  /// Who did it.
  public var by: String
  /// What happened, in words; of a refusal, why.
  public var text: String?
  /// The papers that came in or went out.
  public var papers: [String]
  /// What it cost the office.
  public var cost: Money?
  /// The step of enforcement, of a court, of mediation or of help between cities.
  public var step: CaseStep?
  /// A day that was set, such as that of a hearing.
  public var appointment: Day?

  /// Creates an entry.
  public init(
    _ day: Day,
    by: String,
    text: String? = nil,
    papers: [String] = [],
    cost: Money? = nil,
    step: CaseStep? = nil,
    appointment: Day? = nil
  ) {
    self.day = day
    self.by = by
    self.text = text
    self.papers = papers
    self.cost = cost
    self.step = step
    self.appointment = appointment
  }
}

/// What an action changes in the ledger: the case as it stands then, and the event that says so.
public struct CaseMove: Sendable {
  /// The case.
  public let record: Draft
  /// The event; the ledger gives it its id.
  public let event: Draft
  /// The period that the action starts, with its steps: for the decision, for the papers, or, after a
  /// refusal, for the applicant's complaint.
  public internal(set) var deadline: Reckoning?
  /// What deserves a look: a period that the ledger does not know, a date that is provisional.
  public internal(set) var findings: [Diagnostic]

  /// What is to be written, together or not at all.
  public var changes: [Change] { [.put(record), .put(event)] }
}
