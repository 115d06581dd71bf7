public import Ledger
public import Portfolio

/// The use of a collective mark in a year, member by member.
public struct UseReport: Sendable {
  /// What one member did.
  public struct Row: Sendable {
    /// The membership; the last one where it left and came back.
    public let membership: Record
    /// How it stood on the closing day.
    public let life: MembershipLife
    /// The labels issued.
    public let issued: Int
    /// The quota of the year, where there is one.
    public let quota: Int?
    /// The member's own reports, one for each membership at most; none where none came in.
    public let reports: [Record]
    /// The inspections of the year.
    public let inspections: [Record]
    /// The warnings of the year.
    public let warnings: Int
    /// Whether a report is owed: it was authorised on a day of the year.
    public let owesReport: Bool
  }

  /// The year.
  public let year: Int
  /// The members that were members in the year.
  public let rows: [Row]
  /// The last day for members' reports, where the rules of the mark set one.
  public let due: Reckoning?
}

extension CollectiveMarks {
  /// Gathers the use of a mark in a year.
  ///
  /// - Parameters:
  ///   - mark: The mark.
  ///   - year: The year.
  /// - Returns: The report; `nil` outside 1 to 9999.
  public func useReport(of mark: Record, year: Int) -> UseReport? {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    let rows = members(of: mark.id).filter { memberships(like: $0).first?.id == $0.id }
      .compactMap { useReportRow(of: memberships(like: $0), from: first, until: last) }
    return UseReport(year: year, rows: rows, due: reportDue(of: mark.id, after: last))
  }

  /// What one member did in a year by its memberships in a mark; `nil` where it was no member.
  func useReportRow(of all: [Record], from first: Day, until last: Day) -> UseReport.Row? {
    let year = first.year
    let closing = min(last, max(first, today))
    var stood: [Record] = []
    var lives: [MembershipLife] = []
    for membership in all {
      let life = life(of: membership, on: closing)
      guard life.state != .applied, life.state != nil || life.isStateUndated,
        !(life.state == .withdrawn && life.since.map { $0.last < first } == true)
      else { continue }
      stood.append(membership)
      lives.append(life)
    }
    guard let membership = stood.last, let life = lives.last else { return nil }
    let wasAuthorised = lives.flatMap(\.authorisations).contains { one in
      one.from.map { $0.first <= closing } == true && one.until.map { $0.last >= first } != false
    }
    return UseReport.Row(
      membership: membership,
      life: life,
      issued: lives.reduce(0) { $0 + ($1.labels[year] ?? 0) },
      quota: lives.compactMap { $0.authorisation?.quota }.last,
      reports: stood.compactMap { self.life(of: $0, on: today).reports[year] },
      inspections: stood.flatMap { inspections(of: $0.id) }
        .filter { $0[Inspection.date]?.year == year },
      warnings: lives.flatMap(\.warnings).count { $0[MembershipEvent.date]?.year == year },
      owesReport: wasAuthorised
    )
  }

  /// The last day for reports on the year that ends on a day.
  func reportDue(of mark: RecordID, after last: Day) -> Reckoning? {
    rule(.useRules, of: mark, on: last)?[MarkRule.reportWithin].flatMap({ Period(typed: $0) })?
      .acting(from: last, in: book.calendar)
  }

  /// The last day for the next inspection of a membership, where the rules of the mark set one.
  func nextInspection(of membership: Record, on day: Day) -> Reckoning? {
    guard let mark = membership[Membership.mark],
      let every = rule(.useRules, of: mark, on: day)?[MarkRule.inspectEvery].flatMap({
        Period(typed: $0)
      })
    else { return nil }
    let start =
      inspections(of: membership.id).last.flatMap { $0[Inspection.date]?.last }
      ?? life(of: membership, on: day).authorisations.first?.from?.last
    return start.map { every.acting(from: $0, in: book.calendar) }
  }
}
