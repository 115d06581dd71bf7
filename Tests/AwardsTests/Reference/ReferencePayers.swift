import JSONLines
import Ledger
import Portfolio

/// Amounts that hang on what other payers paid, and on the stages of a project.
extension ReferenceEngine {
  // MARK: topUpTo, matching

  mutating func topUp(_ clause: JSONValue, _ index: Int) {
    guard let paid = paidByOthers(clause, claims[index]) else {
      claims[index].leaveUnknown(atMost: clause.arguments.fen("standard"))
      return
    }
    give(max(0, (clause.arguments.fen("standard") ?? 0) - paid), index)
  }

  mutating func match(_ clause: JSONValue, _ index: Int) {
    let arguments = clause.arguments
    guard let paid = paidByOthers(clause, claims[index]) else {
      claims[index].leaveUnknown(atMost: arguments.fen("maximum"))
      return
    }
    let most = arguments.fen("maximum") ?? .max
    let (above, below) = Self.fraction(arguments.text("ratio") ?? "1")
    if let share = Self.share(of: paid, above, below, arguments["rounding"]) {
      give(min(share, most), index)
    } else if Self.floor(paid, above, below) >= most {
      give(most, index)
    } else {
      claims[index].lower(to: .undecided)
      claims[index].bound(to: arguments.fen("maximum"))
    }
  }

  /// What other payers paid for the very fact, to whomever; `nil` where the ledger does not tell.
  func paidByOthers(_ clause: JSONValue, _ claim: ReferenceClaim) -> Int64? {
    let levels = clause.arguments.texts("payers")
    var sum: Int64 = 0
    for award in ledger.all("award") {
      if ["void", "recovered"].contains(award.text("state")) || kept(award) <= 0 { continue }
      if !isOfOthers(award) { continue }
      let facts = award.texts("facts") ?? []
      let isNamed = facts.contains(claim.fact.text("id") ?? "")
      let isNameless =
        !facts.contains(where: isFact) && claim.object != nil
        && award.text("object") == claim.object && mayBe(award, claim.fact, claim.factKind)
      guard isNamed || isNameless else { continue }
      if let levels {
        guard let level = payerLevel(award) else { return nil }
        if !levels.contains(level) { continue }
      }
      if !isNamed, hasRivals(award, claim) { return nil }
      if facts.contains(where: { $0 != claim.fact.text("id") && isFact($0) }) { return nil }
      sum += kept(award)
    }
    return sum
  }

  /// Whether another pays it than who pays by the policy: it names a payer, or its policy has another level.
  func isOfOthers(_ award: JSONValue) -> Bool {
    if award.text("payer") != nil { return true }
    guard let name = award.text("policy"), !lineage.contains(name),
      let level = ledger.find("policy", name)?.text("payer")
    else { return false }
    guard let own = policy.text("payer") else { return !["county", "municipal"].contains(level) }
    return level != own
  }

  /// What a payout was for: what it names, else what its facts are about.
  func objects(of payment: JSONValue) -> [String] {
    if let named = payment.text("object") { return [named] }
    let kinds = Self.dateKeys.keys + ["award"]
    return (payment.texts("facts") ?? []).compactMap { fact in
      kinds.compactMap { kind in ledger.find(kind, fact).flatMap { Self.object(kind, $0) } }.first
    }
  }

  /// The same, where it is one thing.
  func object(of payment: JSONValue) -> String? {
    let objects = Set(objects(of: payment))
    return objects.count == 1 ? objects.first : nil
  }

  private func isFact(_ id: String) -> Bool {
    (Self.dateKeys.keys + ["award"]).contains { ledger.find($0, id) != nil }
  }

  /// Whether a payout that names a brand or mark alone may be for a fact about that.
  private func mayBe(_ award: JSONValue, _ fact: JSONValue, _ kind: String) -> Bool {
    if let paid = award.date("sealedOn"), let date = fact.date(Self.dateKeys[kind] ?? ""),
      paid.last < date.first
    {
      return false
    }
    let tier = kind == "recognition" ? values(kind, fact, "level").first : nil
    guard let tier, let level = self.tier(award) else { return true }
    return tier == level
  }

  private func hasRivals(_ award: JSONValue, _ claim: ReferenceClaim) -> Bool {
    ledger.all(claim.factKind).contains { other in
      other.text("id") != claim.fact.text("id")
        && Self.object(claim.factKind, other) == claim.object
        && (other.date(Self.dateKeys[claim.factKind] ?? "") != nil
          || Self.hasHappenedWithoutDate(claim.factKind, other))
        && mayBe(award, other, claim.factKind)
    }
  }

  // MARK: stagePayment

  mutating func payStages(_ clause: JSONValue, _ own: [Int]) {
    let steps = clause.arguments["steps"].map { $0.array ?? [$0] } ?? []
    var before: [Int] = []
    for index in own {
      let claim = claims[index]
      guard let done = claim.fact.texts("stages"), !done.isEmpty else {
        claims[index].leaveUnknown(atMost: steps.reduce(0) { $0 + ($1.fen("amount") ?? 0) })
        continue
      }
      var paid = sealedStages(clause, claim)
      for other in before
      where claims[other].applicant == claim.applicant
        && isSameProject(claims[other].fact, claim.fact)
      {
        paid += claims[other].fact.texts("stages") ?? []
      }
      if claim.outcome == .eligible { before.append(index) }
      let new = steps.filter { step in
        let stage = step.text("stage") ?? ""
        return done.contains(stage) && !paid.contains(stage)
      }
      give(new.reduce(0) { $0 + ($1.fen("amount") ?? 0) }, index)
      claims[index].parts = new.map {
        ReferencePart(payee: claim.recipient ?? "", amount: $0.fen("amount") ?? 0)
      }
    }
  }

  /// The stages for which other applications of the project were sealed; for what was sealed itself, only
  /// those before it.
  private func sealedStages(_ clause: JSONValue, _ claim: ReferenceClaim) -> [String] {
    let payouts = ownPayouts(clause, claim.applicant)
    let isSealed = payouts.contains { isFor(claim.fact, $0) }
    return payouts.filter { !isFor(claim.fact, $0) }.flatMap { payout in
      (payout.texts("facts") ?? []).compactMap { ledger.find("application", $0) }
        .filter { isSameProject($0, claim.fact) && (!isSealed || comes($0, before: claim.fact)) }
        .flatMap { $0.texts("stages") ?? [] }
    }
  }

  /// The order of facts: by the first day, then the last, undated ones last, then by id.
  private func comes(_ a: JSONValue, before b: JSONValue) -> Bool {
    let days = [a, b].map { application in
      let date = application.date("appliedOn")
      return [date?.first.ordinal ?? .max, date?.last.ordinal ?? .max]
    }
    if days[0] != days[1] { return days[0].lexicographicallyPrecedes(days[1]) }
    return idPrecedes(a.text("id") ?? "", b.text("id") ?? "")
  }

  private func isSameProject(_ a: JSONValue, _ b: JSONValue) -> Bool {
    guard let first = a.text("fact"), let second = b.text("fact") else { return true }
    return first == second
  }
}
