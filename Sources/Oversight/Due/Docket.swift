import Awards
import Bilingual
public import Ledger
public import Portfolio

/// The dates of a ledger that ask for action, and what its sources look up.
///
/// Not shared between threads: what is looked up often is kept.
public final class Docket {
  /// The ledger.
  let snapshot: Snapshot
  /// The present day.
  public let today: Day
  let annuities: Annuities
  /// The trademarks and patents as their events tell them, and the law that dates them.
  let rights: RightBook
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
    rights = try RightBook(snapshot)
  }

  /// Finds the dates of all records.
  ///
  /// - Parameters:
  ///   - sources: The names of the sources to ask; all where none is named.
  ///   - accepts: Whether a date is wanted; of millions most are not.
  /// - Returns: The dates in order of time.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  public func dates(
    from sources: [String] = [],
    where accepts: (DueDate) throws -> Bool = { _ in true }
  ) throws -> [DueDate] {
    let asked = DueSources.all.filter { sources.isEmpty || sources.contains($0.name) }
    var found = asked.map { _ in [DueDate]() }
    // Each record is read once for all sources that look at its kind.
    for (first, source) in asked.enumerated()
    where !asked[..<first].contains(where: { $0.schema === source.schema }) {
      let alike = asked.indices.filter { asked[$0].schema === source.schema }
      try snapshot.table(source.schema).visit { record in
        for index in alike {
          for date in try asked[index].find(record, self) where try accepts(date) {
            found[index].append(date)
          }
        }
      }
    }
    return Self.inOrder(found.flatMap(\.self))
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

  /// The recognitions of each title.
  lazy var titles: [TitleKey: [Record]] = {
    var titles: [TitleKey: [Record]] = [:]
    for record in (try? snapshot.table(Recognition.self).records) ?? [] {
      if let key = TitleKey(record) { titles[key, default: []].append(record) }
    }
    return titles
  }()

  /// The memberships of each member in each mark.
  lazy var memberships: [[RecordID?]: [Record]] = {
    let records = (try? snapshot.table(Membership.self).records) ?? []
    return Dictionary(grouping: records) { [$0[Membership.mark], $0[Membership.member]] }
  }()

  /// The collective marks with their members, rules and inspections.
  lazy var collective: CollectiveMarks? = try? CollectiveMarks(snapshot, today: today)

  /// The events of each case.
  lazy var caseEvents: [RecordID: [Record]] = {
    var events: [RecordID: [Record]] = [:]
    for event in (try? snapshot.table(CaseEvent.self).records) ?? [] {
      if let id = event[CaseEvent.case] { events[id, default: []].append(event) }
    }
    return events
  }()

  /// The desk at which cases are moved, for what it knows of limitation.
  lazy var cases: CaseDesk? = try? CaseDesk(snapshot, today: today)

  /// The events of each award.
  lazy var awardEvents: [RecordID: [Record]] = {
    var events: [RecordID: [Record]] = [:]
    for event in (try? snapshot.table(AwardEvent.self).records) ?? [] {
      if let id = event[AwardEvent.award] { events[id, default: []].append(event) }
    }
    return events
  }()

  /// The policies, for what they say of payment.
  lazy var policies: PolicyBook? = try? PolicyBook(snapshot)
}
