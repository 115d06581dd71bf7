import Bilingual
public import Ledger
public import Portfolio

/// Where the members of collective marks are admitted, authorised, checked, suspended and let go.
///
/// Each action returns what is to be written and writes nothing; what the state does not allow throws
/// a ``Diagnostic`` that says what it does.
public struct MembershipDesk: Sendable {
  /// The marks.
  public let marks: CollectiveMarks
  let today: Day

  /// Opens the desk on a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - today: The present day.
  /// - Throws: ``Diagnostics`` where it cannot be read.
  public init(_ snapshot: Snapshot, today: Day) throws {
    marks = try CollectiveMarks(snapshot, today: today)
    self.today = today
  }

  /// Finds the membership of an enterprise in a mark: the one that has not ended, else the last.
  ///
  /// - Parameters:
  ///   - enterprise: The enterprise.
  ///   - mark: The mark.
  /// - Returns: The membership; `nil` where there is none.
  public func membership(of enterprise: RecordID, in mark: RecordID) -> Record? {
    let all = marks.memberships(of: enterprise, in: mark)
    return all.last { state(of: $0) != .withdrawn } ?? all.last
  }

  /// Where a membership stands today.
  public func state(of membership: Record) -> MembershipState? {
    marks.life(of: membership, on: today).state
  }

  /// Takes in an application, or admits a member.
  ///
  /// - Parameters:
  ///   - enterprise: Who asks.
  ///   - mark: The mark.
  ///   - entry: When and by whom; to be admitted it needs papers.
  ///   - isAdmitted: Whether it is admitted; else only the application is taken in.
  ///   - standard: The standard by which it was assessed; the one in force where none is named.
  ///   - meets: Whether it meets the standard; not known where nothing is said.
  ///   - products: The products.
  /// - Returns: What is to be written.
  /// - Throws: A ``Diagnostic`` where it cannot be.
  public func take(
    _ enterprise: RecordID,
    into mark: Record,
    _ entry: MembershipEntry,
    isAdmitted: Bool,
    standard: String? = nil,
    meets: Bool? = nil,
    products: [String] = []
  ) throws(Diagnostic) -> MembershipMove {
    try refuseOrdinary(mark)
    try refuseFuture(entry.day)
    if isAdmitted, entry.papers.isEmpty {
      throw Diagnostic(
        "membership-evidence",
        Phrase(en: "no paper shows that the member may be admitted", zh: "没有准入依据材料"),
        help: Phrase(
          en: "name the report or the decision with --paper",
          zh: "请用 --paper 写明检测报告、审核决定等材料"
        )
      )
    }
    try refuseOwner(enterprise, of: mark, on: entry.day)
    let remarks = try refuseClosed(enterprise, on: entry.day)
    let old = membership(of: enterprise, in: mark.id).flatMap {
      state(of: $0) == .withdrawn ? nil : $0
    }
    if let old, !(isAdmitted && state(of: old) == .applied) {
      throw refusal(old, isAdmitted ? .admitted : .applied)
    }
    var draft = old.map { Draft(copying: $0) } ?? Draft(Membership.schema)
    draft[Membership.mark] = mark.id
    draft[Membership.member] = enterprise
    draft[Membership.state] = isAdmitted ? .admitted : .applied
    draft[Membership.admittedOn] = isAdmitted ? PartialDate(entry.day) : nil
    if !products.isEmpty { draft[Membership.products] = products }
    let rule = marks.rule(.standard, of: mark.id, on: entry.day)
    let named =
      standard
      ?? rule.map { rule in
        [rule[MarkRule.number], rule[MarkRule.title]].compactMap(\.self).joined(separator: " ")
      }
    draft[Membership.standard] = named ?? draft[Membership.standard]
    if let meets { draft[Membership.meetsStandard] = meets }
    if !entry.papers.isEmpty { draft[Membership.evidence] = entry.papers.joined(separator: "；") }
    var event = event(isAdmitted ? .admitted : .applied, entry)
    event[MembershipEvent.products] = products.isEmpty ? nil : products
    event[MembershipEvent.meets] = meets
    event[MembershipEvent.standard] = meets == nil ? nil : named
    return MembershipMove(membership: draft, events: [event], remarks: remarks)
  }

  /// Authorises a member to use the mark for a period.
  ///
  /// - Parameters:
  ///   - membership: The membership.
  ///   - entry: When and by whom it was decided.
  ///   - terms: The period, the products, the quota.
  /// - Returns: What is to be written.
  /// - Throws: A ``Diagnostic`` where the member may not be authorised, or not for so long.
  public func authorise(
    _ membership: Record,
    _ entry: MembershipEntry,
    _ terms: AuthorisationTerms
  ) throws(Diagnostic) -> MembershipMove {
    try require(membership, [.admitted], .authorised, entry)
    try validate(terms, membership)
    var remarks = try refuseClosed(membership[Membership.member], on: max(entry.day, terms.until))
    let life = marks.life(of: membership, on: today)
    if let mark = membership[Membership.mark],
      let standard = marks.outdatedStandard(of: life, mark, on: max(entry.day, terms.from))
    {
      let name = standard[MarkRule.number] ?? standard[MarkRule.title] ?? standard.id.text
      remarks.append(Phrase(en: "not assessed by \(name) yet", zh: "尚未按 \(name) 评定"))
    }
    var draft = Draft(copying: membership)
    let products = terms.products.isEmpty ? membership[Membership.products] ?? [] : terms.products
    draft[Membership.authorisedFrom] = PartialDate(terms.from)
    draft[Membership.authorisedUntil] = PartialDate(terms.until)
    draft[Membership.products] = products.isEmpty ? nil : products
    if let quota = terms.quota { draft[Membership.quota] = quota }
    if let certificate = terms.certificate { draft[Membership.certificate] = certificate }
    var event = event(.authorised, entry)
    event[MembershipEvent.from] = draft[Membership.authorisedFrom]
    event[MembershipEvent.until] = draft[Membership.authorisedUntil]
    event[MembershipEvent.products] = draft[Membership.products]
    event[MembershipEvent.quota] = draft[Membership.quota]
    // An earlier authorisation that is entered later does not take the place of the one that stands.
    let isEarlier =
      membership[Membership.authorisedFrom].map { terms.from < $0.first } == true
      && membership[Membership.authorisedUntil].map { terms.until < $0.first } != false
    event[MembershipEvent.certificate] =
      isEarlier ? terms.certificate : draft[Membership.certificate]
    return MembershipMove(
      membership: isEarlier ? Draft(copying: membership) : draft,
      events: earlier(membership) + [event],
      remarks: remarks
    )
  }

  /// Assesses a member against a technical standard.
  ///
  /// - Parameters:
  ///   - membership: The membership.
  ///   - entry: When, by whom, by which report.
  ///   - standard: The standard; the one in force where none is named.
  ///   - meets: Whether it is met.
  /// - Returns: What is to be written.
  /// - Throws: A ``Diagnostic`` where the state does not allow it, or no standard is on record.
  public func assess(
    _ membership: Record,
    _ entry: MembershipEntry,
    standard: String?,
    meets: Bool
  ) throws(Diagnostic) -> MembershipMove {
    try require(membership, [.applied, .admitted, .suspended], .assessed, entry)
    let mark = membership[Membership.mark] ?? RecordID("")
    let rule = marks.rule(.standard, of: mark, on: entry.day).map { rule in
      [rule[MarkRule.number], rule[MarkRule.title]].compactMap(\.self).joined(separator: " ")
    }
    guard let named = standard ?? rule ?? membership[Membership.standard] else {
      throw Diagnostic(
        "membership-standard",
        Phrase(en: "no standard is on record for the mark", zh: "该商标未登记技术标准"),
        help: Phrase(
          en: "name it with --standard, or add a mark-rule of type standard",
          zh: "请用 --standard 写明，或添加类型为 standard 的商标规则"
        )
      )
    }
    var draft = Draft(copying: membership)
    // An earlier assessment that is entered later does not take the place of the last one.
    let isEarlier = marks.events(of: membership.id).contains { event in
      event[MembershipEvent.meets] != nil
        && event[MembershipEvent.date].map { $0.first > entry.day } == true
    }
    if !isEarlier {
      draft[Membership.standard] = named
      draft[Membership.meetsStandard] = meets
      if !entry.papers.isEmpty { draft[Membership.evidence] = entry.papers.joined(separator: "；") }
    }
    var event = event(.assessed, entry)
    event[MembershipEvent.standard] = named
    event[MembershipEvent.meets] = meets
    return MembershipMove(membership: draft, events: earlier(membership) + [event])
  }

  /// Warns, suspends, restores or lets a member go; the entry's text is the reason.
  ///
  /// - Parameters:
  ///   - membership: The membership.
  ///   - action: One of `warned`, `suspended`, `restored`, `withdrawn`, `noted`.
  ///   - entry: When, by whom and why.
  /// - Returns: What is to be written.
  /// - Throws: A ``Diagnostic`` where the state does not allow it, or no reason is given.
  public func decide(
    _ membership: Record,
    _ action: MembershipAction,
    _ entry: MembershipEntry
  ) throws(Diagnostic) -> MembershipMove {
    let states: [MembershipState] =
      switch action {
      case .warned, .noted: [.admitted, .suspended]
      case .suspended: [.admitted]
      case .restored: [.suspended]
      default: [.applied, .admitted, .suspended]
      }
    try require(membership, states, action, entry)
    guard !Folding.trim(entry.text ?? "").isEmpty else {
      throw Diagnostic(
        "membership-reason",
        Phrase(
          en: "'\(action.choice.label.en)' needs its reason",
          zh: "“\(action.choice.label.zh)”须说明理由"
        ),
        help: Phrase(en: "say why with --text", zh: "请用 --text 写明理由")
      )
    }
    let faults = marks.openFaults(of: membership.id, on: entry.day)
    var remarks: [Phrase] = []
    if action == .restored {
      if let fault = faults.first { throw faultStands(fault) }
      remarks = try refuseClosed(membership[Membership.member], on: entry.day)
    }
    var draft = Draft(copying: membership)
    if let state = MembershipState(after: action) { draft[Membership.state] = state }
    var event = event(action, entry)
    if action == .warned || action == .suspended {
      event[MembershipEvent.inspection] = faults.last?.id
    }
    return MembershipMove(
      membership: draft,
      events: earlier(membership) + [event],
      remarks: remarks
    )
  }

  func event(_ action: MembershipAction, _ entry: MembershipEntry) -> Draft {
    var event = Draft(MembershipEvent.schema)
    event[MembershipEvent.date] = PartialDate(entry.day)
    event[MembershipEvent.action] = action
    event[MembershipEvent.text] = entry.text
    event[MembershipEvent.papers] = entry.papers.isEmpty ? nil : entry.papers
    event[MembershipEvent.by] = entry.by
    return event
  }

  /// The events that a membership was entered without: they keep what the record alone told of the past.
  func earlier(_ membership: Record) -> [Draft] {
    let events = marks.events(of: membership.id)
    var drafts: [Draft] = []
    if let admitted = membership[Membership.admittedOn],
      !events.contains(where: { $0[MembershipEvent.action] == .admitted })
    {
      var draft = Draft(MembershipEvent.schema)
      draft[MembershipEvent.date] = admitted
      draft[MembershipEvent.action] = .admitted
      if !events.contains(where: { $0.has(MembershipEvent.meets.definition) }) {
        draft[MembershipEvent.standard] = membership[Membership.standard]
        draft[MembershipEvent.meets] = membership[Membership.meetsStandard]
      }
      drafts.append(draft)
    }
    if let from = membership[Membership.authorisedFrom],
      !events.contains(where: {
        $0[MembershipEvent.action] == .authorised && $0[MembershipEvent.from] == from
      })
    {
      var draft = Draft(MembershipEvent.schema)
      draft[MembershipEvent.date] = from
      draft[MembershipEvent.action] = .authorised
      draft[MembershipEvent.from] = from
      draft[MembershipEvent.until] = membership[Membership.authorisedUntil]
      draft[MembershipEvent.products] = membership[Membership.products]
      draft[MembershipEvent.quota] = membership[Membership.quota]
      draft[MembershipEvent.certificate] = membership[Membership.certificate]
      drafts.append(draft)
    }
    return drafts
  }
}
