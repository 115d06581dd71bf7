public import Ledger
public import Portfolio

/// The members of a mark as the office that registered it is to know them.
public struct MemberList: Sendable {
  /// A member that joined or left since the list was last filed.
  public struct Change: Sendable {
    /// The membership.
    public let membership: Record
    /// The day on which it joined or left; `nil` where it left on a day that is not on record.
    public let date: PartialDate?
    /// Whether it joined.
    public let hasJoined: Bool
  }

  /// The last filing up to the day; `nil` where none is on record.
  public let filed: Record?
  /// The members on the day, suspended ones among them.
  public let members: [Record]
  /// Who joined or left since the last filing; all members where there was none.
  public let changes: [Change]
  /// The day by which the changes are to be filed, where the rules of the mark say so.
  public let due: Reckoning?
}

extension CollectiveMarks {
  /// Returns the members of a mark on a day and what changed since they were last filed.
  ///
  /// - Parameters:
  ///   - mark: The mark.
  ///   - day: The day.
  /// - Returns: The list. The time for filing is that of the rules of use, from the first change that
  ///   is not filed; no act that the ledger holds sets one.
  public func memberList(of mark: Record, on day: Day) -> MemberList {
    let filed = book.events(of: mark).last { event in
      event[RightEvent.action] == .membersFiled
        && event[RightEvent.date].map { $0.first <= day } == true
    }
    let filedOn = filed.flatMap { $0[RightEvent.date]?.last }
    var members: [Record] = []
    var changes: [MemberList.Change] = []
    for membership in self.members(of: mark.id) {
      let life = life(of: membership, on: day)
      let isMember = life.state == .admitted || life.state == .suspended
      if isMember { members.append(membership) }
      // Who left on a day that is not on record was a member as far as is known.
      let before = filedOn.map { self.life(of: membership, on: $0) }
      let wasMember =
        before.map { $0.isStateUndated || $0.state == .admitted || $0.state == .suspended } ?? false
      guard isMember != wasMember else { continue }
      let joined = membership[Membership.admittedOn]
      changes.append(
        MemberList.Change(
          membership: membership,
          date: isMember ? joined : life.since,
          hasJoined: isMember
        )
      )
    }
    // Of a change without its day the time runs from now at the latest.
    let first = changes.map { $0.date?.last ?? day }.min()
    let within = rule(.useRules, of: mark.id, on: day)?[MarkRule.fileWithin].flatMap {
      Period(typed: $0)
    }
    let due = first.flatMap { first in within?.acting(from: first, in: book.calendar) }
    return MemberList(filed: filed, members: members, changes: changes, due: due)
  }
}
