import Bilingual
public import Ledger
public import Portfolio

extension AwardDesk {
  /// Decides that what was wrongly paid is to come back.
  ///
  /// How much, and who is barred for how long, is read from the policy's `clawback` clause for the ground;
  /// an amount or a ban that is given stands instead. Where no clause says otherwise the ban falls on who
  /// won what is rewarded, whoever was paid for it.
  ///
  /// What was paid and was not due, as twice by two branches of a ledger, is claimed back before all else.
  ///
  /// Where its claim computes to less by now, and no ground is given, the event keeps to how much: the rest stands.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When, by whom and why.
  ///   - ground: On which ground of the policy's clauses.
  ///   - amount: How much; without a ground what was not due, else all that was paid and not claimed back yet.
  ///   - banYears: For how many years they are barred from awards; 0 for not at all.
  /// - Returns: The award at the state `recovering`, and the bans.
  /// - Throws: A ``Diagnostic`` where it is not possible, or the policy has no such ground.
  public func recover(
    _ award: Record,
    _ entry: AwardEntry,
    for ground: ClawbackReason? = nil,
    amount: Money? = nil,
    banYears: Int? = nil
  ) throws -> AwardMove {
    let life = life(of: award)
    try validate(life, .recover)
    // Before what was due, what was not due.
    let contested = ground == nil ? life.contested.first : nil
    let surplus = contested.map { min($0.unclaimed, life.balance.contested) }
    let amount = amount ?? (life.isPaidAgainstAnnulment ? nil : surplus)
    let clause = try clawback(of: award, ground, isDecided: amount != nil)
    let demand = try amount ?? demand(award, clause)
    let computed = ground == nil ? lowered(award) : nil
    var move = try move(award, .recover, entry) { event in
      event[AwardEvent.amountFen] = demand
      event[AwardEvent.answers] = contested?.event
      event[AwardEvent.computedFen] = computed
    }
    guard let years = banYears ?? clause?.banYears, years > 0 else { return move }
    guard let end = Period(years, .years)?.validity(from: entry.day)?.day else {
      throw move.life.refusal(
        "award-ban",
        Phrase(en: "a ban of \(years, of: "year") cannot be", zh: "禁止年数 \(years) 无效")
      )
    }
    move.incidents = try banned(by: clause, award).map { enterprise in
      var incident = Draft(Incident.schema)
      incident[Incident.enterprise] = enterprise
      incident[Incident.date] = PartialDate(entry.day)
      incident[Incident.category] = ground.map { $0 == .fraud } ?? true ? .fraud : .dishonesty
      incident[Incident.severity] = .grave
      incident[Incident.description] = entry.reason
      incident[Incident.document] = entry.document ?? award.id.text
      incident[Incident.bannedUntil] = PartialDate(end)
      return incident
    }
    return move
  }

  /// Claims no more what is still to come back: the decision was annulled, or the money cannot be had.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When, by whom and why.
  /// - Returns: The award at the state `paid` or `partly-paid`, or where something came back `partly-recovered`; with a
  ///   warning where a ban stands that went with the recovery.
  /// - Throws: A ``Diagnostic`` where it is not possible.
  public func withdraw(_ award: Record, _ entry: AwardEntry) throws -> AwardMove {
    let life = life(of: award)
    var move = try move(award, .withdraw, entry) {
      $0[AwardEvent.amountFen] = life.balance.withdrawable
    }
    if var ban = try ban(award, award[Award.recipient], life, on: entry.day) {
      ban.severity = .warning
      move.findings.append(ban)
    }
    return move
  }

  /// To what its claim computes by now, where that is less than was awarded.
  private func lowered(_ award: Record) -> Money? {
    // A policy that cannot be computed any more bars no recovery.
    guard let claim = try? rounds.claim(of: award) else { return nil }
    let awarded = life(of: award).balance.awarded
    return claim.amount < awarded ? claim.amount : nil
  }

  /// Who is barred when an award is claimed back, each once.
  private func banned(by clause: Procedure.Clawback?, _ award: Record) throws -> [RecordID] {
    let banned = clause?.banned ?? [.applicant]
    let parties = [
      banned.contains(.applicant) ? try applicant(of: award) : nil,
      banned.contains(.recipient) ? award[Award.recipient] : nil,
    ]
    return parties.compactMap(\.self).reduce(into: []) { list, party in
      if !list.contains(party) { list.append(party) }
    }
  }

  /// The clause by which an award is claimed back; `nil` where none is asked for.
  private func clawback(
    of award: Record,
    _ ground: ClawbackReason?,
    isDecided: Bool
  ) throws -> Procedure.Clawback? {
    if ground == nil, isDecided { return nil }
    var known: [Procedure.Clawback] = []
    if let policy = award[Award.policy], let clause = award[Award.clause] {
      known = try policyBook().procedure(of: policy, clause: clause)?.clawbacks ?? []
    }
    // Of several clauses on one ground the later one stands, as the more special.
    if let found = known.last(where: { $0.reason == ground }) { return found }
    if ground == nil, known.isEmpty { return nil }
    let names = known.map(\.reason).reduce(into: [ClawbackReason]()) { list, reason in
      if !list.contains(reason) { list.append(reason) }
    }
    let zh = names.map { "\($0.rawValue)（\($0.choice.label.zh)）" }.joined(separator: "、")
    throw life(of: award).refusal(
      "award-ground",
      ground.map { ground in
        Phrase(
          en: "its policy claims nothing back for '\(ground.rawValue)'",
          zh: "政策未规定因“\(ground.choice.label.zh)”追回"
        )
      }
        ?? Phrase(
          en: "its policy says on which grounds it is claimed back, and none is given",
          zh: "政策规定了追回情形，未指明适用哪一种"
        ),
      help: Phrase(
        en: names.isEmpty
          ? "say how much is to come back (--amount)"
          : "name one (--for): \(names.map(\.rawValue).joined(separator: ", ")); or say how much is to "
            + "come back (--amount)",
        zh: names.isEmpty
          ? "请用 --amount 指定应追回的金额"
          : "请用 --for 指明：\(zh)；或用 --amount 指定应追回的金额"
      )
    )
  }

  /// The share of what was paid that a clause claims back, less what was claimed back before.
  private func demand(_ award: Record, _ clause: Procedure.Clawback?) throws -> Money {
    let life = life(of: award)
    guard let clause, let share = Rate(clause.share) else { return life.balance.recoverable }
    guard let part = try share.share(of: life.balance.rightful, nil) else {
      throw life.refusal(
        "award-share",
        Phrase(
          en:
            "\(share) of \(life.balance.rightful) yuan is no whole number of fen (clause \(clause.clause))",
          zh: "\(life.balance.rightful) 元的 \(share) 不是整分（条款 \(clause.clause)）"
        ),
        help: Phrase(en: "say how much is to come back (--amount)", zh: "请用 --amount 指定应追回的金额")
      )
    }
    let claimed = life.balance.rightfulClaimed
    return part > claimed ? try part.subtracting(claimed) : .zero
  }
}
