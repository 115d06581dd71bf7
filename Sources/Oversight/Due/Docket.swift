import Awards
public import Ledger
public import Portfolio

/// The dates of a ledger that ask for action, and what its sources look up.
///
/// What is looked up often is kept.
public struct Docket: Sendable {
  /// The ledger.
  let snapshot: Snapshot
  /// The present day.
  public let today: Day
  let annuities: Annuities
  let renewalFees: RenewalFees?
  private let recent = RecentDates()
  /// The trademarks and patents as their events tell them, and the law that dates them.
  let rights: RightBook
  /// The recognitions of each title.
  let titles: Once<TitleRows>
  /// The memberships of each member in each mark.
  let memberships: Once<[[RecordID?]: [Record]]>
  /// The collective marks with their members, rules and inspections.
  let collective: Once<CollectiveMarks>
  /// The events of each case, in the order of their dates.
  let caseEvents: Once<[RecordID: [Record]]>
  /// The desk at which cases are moved, for what it knows of limitation.
  let cases: Once<CaseDesk>
  /// The events of each award.
  let awardEvents: Once<[RecordID: [Record]]>
  /// The policies, for what they say of payment.
  let policies: Once<PolicyBook>
  var calendar: WorkCalendar { rights.calendar }
  var terms: LegalTerms { rights.terms }

  /// Opens the docket of a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - today: The present day.
  /// - Throws: ``Diagnostics`` where its terms, fees or working days cannot be read.
  public init(_ snapshot: Snapshot, today: Day) throws {
    self.snapshot = snapshot
    self.today = today
    annuities = try Annuities(snapshot)
    renewalFees = try RenewalFees(snapshot, on: today)
    rights = try RightBook(snapshot)
    titles = Once { try TitleRows(snapshot) }
    memberships = Once {
      Dictionary(grouping: try snapshot.table(Membership.self).records) {
        [$0[Membership.mark], $0[Membership.member]]
      }
    }
    collective = Once { try CollectiveMarks(snapshot, today: today) }
    caseEvents = Once {
      try snapshot.table(CaseEvent.self).grouped(by: CaseEvent.case)
        .mapValues { $0.inOrder(of: CaseEvent.date) }
    }
    cases = Once { try CaseDesk(snapshot, today: today) }
    awardEvents = Once { try snapshot.table(AwardEvent.self).grouped(by: AwardEvent.award) }
    policies = Once { try PolicyBook(snapshot) }
  }

  /// Finds dates again.
  ///
  /// - Parameter slips: What this docket kept of them.
  /// - Returns: The dates, in the same order.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  public func dates(of slips: some Collection<Slip>) throws -> [DueDate] {
    var dates: [DueDate?] = slips.map { _ in nil }
    let places = Dictionary(grouping: zip(dates.indices, slips)) {
      ObjectIdentifier(DueSources.all[Int($1.head.source)].schema)
    }
    for some in places.values {
      let table = try snapshot.table(DueSources.all[Int(some[0].1.head.source)].schema)
      let records = table.records(at: some.map(\.1.row))
      for ((place, slip), record) in zip(some, records) {
        guard let record else { preconditionFailure("a date of another docket") }
        dates[place] = try date(slip, of: record, among: table)
      }
    }
    return dates.compactMap(\.self)
  }

  /// Finds a date of a record again.
  private func date(_ slip: Slip, of record: Record, among table: Table) throws -> DueDate {
    let source = DueSources.all[Int(slip.head.source)]
    let place = Int(slip.head.place)
    guard slip.head.sample >= 0, let likeness = source.likenesses.first else {
      return try source.find(record, self)[place]
    }
    let alike = try recent.dates(of: slip.head) {
      try table.records(at: [Int(slip.head.sample)]).compactMap(\.self)
        .flatMap { try source.find($0, self) }
    }
    return alike[place].of(record, likeness, self)
  }

  /// Finds the dates of one record.
  ///
  /// - Parameter record: The record.
  /// - Returns: The dates in order of time.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  public func dates(of record: Record) throws -> [DueDate] {
    let sources = DueSources.all.filter { $0.schema === record.schema }
    return Self.inOrder(try sources.flatMap { try $0.find(record, self) })
  }

  private static func inOrder(_ dates: [DueDate]) -> [DueDate] {
    // Dates are large: their places are put in order first.
    let days = dates.map(\.due.day)
    return days.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { dates[$0] }
  }

  /// A legal term in force on a day; `nil` where the ledger has none, or none that can be read.
  func term(_ name: String, on event: Day) -> LegalTerm? {
    try? terms.term(name, on: event)
  }

  /// The name of an enterprise.
  func name(of enterprise: RecordID?) throws -> String? {
    try snapshot.table(Enterprise.self)[enterprise]?[Enterprise.name]
  }

  /// The town of an enterprise.
  ///
  /// - Parameter enterprise: The enterprise.
  /// - Returns: The id of its town.
  /// - Throws: ``Diagnostics`` where the enterprises cannot be read.
  public func town(of enterprise: RecordID?) throws -> RecordID? {
    try snapshot.table(Enterprise.self)[enterprise]?[Enterprise.town]
  }
}
