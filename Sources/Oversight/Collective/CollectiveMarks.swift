import Bilingual
public import Ledger
public import Portfolio

/// The collective and certification marks of a ledger, with their rules, members and inspections.
public struct CollectiveMarks: Sendable {
  /// The marks and their lives.
  public let book: RightBook
  /// The memberships.
  public let memberships: Table
  /// The enterprises.
  public let enterprises: Table
  let today: Day

  private let membersByMark: [RecordID: [Record]]
  private let byMember: [[RecordID?]: [Record]]
  private let rules: [RecordID: [Record]]
  private let events: [RecordID: [Record]]
  private let inspections: [RecordID: [Record]]

  /// Reads the marks of a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - today: The present day.
  /// - Throws: ``Diagnostics`` where it cannot be read.
  public init(_ snapshot: Snapshot, today: Day) throws {
    self.today = today
    book = try RightBook(snapshot)
    memberships = try snapshot.table(Membership.self)
    enterprises = try snapshot.table(Enterprise.self)
    membersByMark = memberships.grouped(by: Membership.mark)
    byMember = Dictionary(grouping: memberships.records) {
      [$0[Membership.mark], $0[Membership.member]]
    }
    rules = Self.group(
      try snapshot.table(MarkRule.self),
      by: MarkRule.mark,
      date: MarkRule.inForceFrom
    )
    events = Self.group(
      try snapshot.table(MembershipEvent.self),
      by: MembershipEvent.membership,
      date: MembershipEvent.date
    )
    inspections = Self.group(
      try snapshot.table(Inspection.self),
      by: Inspection.membership,
      date: Inspection.date
    )
  }

  private static func group(
    _ table: Table,
    by owner: Field<RecordID>,
    date: Field<PartialDate>
  ) -> [RecordID: [Record]] {
    table.grouped(by: owner).mapValues { $0.inOrder(of: date) }
  }

  /// All marks that have members: collective and certification marks.
  public var marks: [Record] {
    var marks: [Record] = []
    book.trademarks.visit { if Self.isShared($0) { marks.append($0) } }
    return marks
  }

  /// Whether a mark is used by members: a collective or a certification mark.
  public static func isShared(_ mark: Record) -> Bool {
    [.collective, .certification].contains(mark[Trademark.kind])
  }

  /// The memberships of a mark, in the order of the records.
  public func members(of mark: RecordID) -> [Record] { membersByMark[mark] ?? [] }

  /// The memberships of an enterprise in a mark, in the order of the records: it may have left and come back.
  ///
  /// - Parameters:
  ///   - enterprise: The enterprise.
  ///   - mark: The mark.
  /// - Returns: The memberships.
  public func memberships(of enterprise: RecordID?, in mark: RecordID?) -> [Record] {
    byMember[[mark, enterprise]] ?? []
  }

  /// All memberships of a member in the mark of one of them; what it was issued and reported adds up over them.
  func memberships(like membership: Record) -> [Record] {
    memberships(of: membership[Membership.member], in: membership[Membership.mark])
  }

  /// The events of a membership, in the order of their dates.
  public func events(of membership: RecordID) -> [Record] { events[membership] ?? [] }

  /// The inspections of a membership, in the order of their dates.
  public func inspections(of membership: RecordID) -> [Record] { inspections[membership] ?? [] }

  /// The versions of a mark's rules, in the order in which they came into force.
  public func rules(of mark: RecordID) -> [Record] { rules[mark] ?? [] }

  /// The version of the rules of use or of the standard that holds on a day.
  ///
  /// - Parameters:
  ///   - type: Which of the two.
  ///   - mark: The mark.
  ///   - day: The day.
  /// - Returns: The version; a later one ends those before it.
  public func rule(_ type: MarkRuleType, of mark: RecordID, on day: Day) -> Record? {
    rules(of: mark).last { rule in
      rule[MarkRule.type] == type && rule[MarkRule.inForceFrom].map { $0.last <= day } == true
        && rule[MarkRule.inForceUntil].map { $0.last >= day } != false
    }
  }

  /// Tells how a membership stands on a day.
  ///
  /// - Parameters:
  ///   - membership: The membership.
  ///   - day: The day.
  /// - Returns: Its life up to the day.
  public func life(of membership: Record, on day: Day) -> MembershipLife {
    MembershipLife(of: membership, events: events(of: membership.id), on: day, today: today)
  }

  /// The name of a member.
  public func name(of membership: Record) -> String {
    let id = membership[Membership.member]
    return enterprises[id]?[Enterprise.name] ?? id?.text ?? membership.id.text
  }

  /// The status of an enterprise that is in business no longer, as the register has it; `nil` for others.
  func closing(of enterprise: RecordID?) -> EnterpriseStatus? {
    guard let status = enterprises[enterprise]?[Enterprise.status],
      [.deregistered, .revoked].contains(status)
    else { return nil }
    return status
  }

  /// The last day on which a mark itself may be used; `nil` where it is not known.
  public func lastDay(of mark: Record) -> Day? {
    let life = book.life(of: mark, on: today)
    let ended = life.endedOn.map { $0.first + -1 }
    return [ended, book.termEnds(of: mark, life)?.upperBound].compactMap(\.self).min()
  }

  /// The inspections up to a day whose faults stand, in the order of their dates.
  ///
  /// A fault stands until it is mended, or a later inspection of that product, or of all, is passed. One
  /// that names no product is over for each product that has passed since, and for all of them once every
  /// product that the authorisation names has.
  ///
  /// - Parameters:
  ///   - membership: The membership.
  ///   - day: The day.
  ///   - product: Only faults that concern this product; all where none is named.
  /// - Returns: The inspections.
  func openFaults(of membership: RecordID, on day: Day, product: String? = nil) -> [Record] {
    func key(_ inspection: Record) -> String { Folding.key(inspection[Inspection.product] ?? "") }
    let asked = product.map { Folding.key($0) }
    let done = inspections(of: membership).filter {
      $0[Inspection.date].map { $0.first <= day } ?? false
    }
    return done.indices.filter { place in
      let fault = done[place]
      guard fault[Inspection.result] != .pass,
        fault[Inspection.mendedOn].map({ $0.first <= day }) != true,
        asked.map({ ["", $0].contains(key(fault)) }) != false
      else { return false }
      let later = done[(place + 1)...].filter { $0[Inspection.result] == .pass }
      let passed = Set(later.map(key))
      if passed.contains("") || passed.contains(asked ?? key(fault)) { return false }
      guard asked == nil, key(fault).isEmpty, !passed.isEmpty else { return true }
      let products = authorisedProducts(of: membership, on: day)
      return products.isEmpty || !passed.isSuperset(of: products.map { Folding.key($0) })
    }.map { done[$0] }
  }

  /// The products that a membership's authorisation names on a day; none where it holds for any.
  private func authorisedProducts(of membership: RecordID, on day: Day) -> [String] {
    memberships[membership].flatMap { life(of: $0, on: day).authorisation?.products } ?? []
  }
}
