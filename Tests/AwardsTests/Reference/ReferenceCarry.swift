import JSONLines
import Portfolio

/// What the round before leaves to this one.
extension ReferenceEngine {
  /// The claims that the round before left over.
  func leftOver() -> Set<String> {
    guard !clauses(["carryOver"]).isEmpty, let before = roundBefore() else { return [] }
    return Set(before.claims.filter(\.isLeftOver).map(\.id))
  }

  /// Leaves over what the next round has paid.
  mutating func leaveOverPaid(_ clause: JSONValue) {
    let carryOvers = clauses(["carryOver"])
    let paid = original.all("award").filter { award in
      award.text("policy") == policyID && award.number("year") == Int64(year + 1)
        && award.text("payer") == nil && !["void", "recovered"].contains(award.text("state"))
    }
    for index in governed(clause) {
      let claim = claims[index]
      guard claim.outcome == .eligible, claim.competes, !claim.isCarried,
        carryOvers.contains(where: { governs($0, claim.clauseNumber) }),
        paid.contains(where: { award in
          award.text("claim") == claim.id
            && award.texts("facts")?.contains(claim.fact.text("id") ?? "") == true
        })
      else { continue }
      claims[index].reduce(to: 0)
      claims[index].isLeftOver = true
    }
  }

  /// Whether anything of the round before may be paid in this one.
  var mayCarry: Bool {
    let before = ReferenceEngine(original, policy: policyID, year: year - 1)
    return before.standings(from: before.windowFirst, until: before.windowLast).contains(.own)
      && (clauses(["applicationWindow"]).contains { $0.arguments.text("late") == "nextRound" }
        || !leftOver().isEmpty)
  }

  /// The round before, where the policy held in its days.
  private func roundBefore() -> ReferenceEngine? {
    var before = ReferenceEngine(original, policy: policyID, year: year - 1)
    let standings = before.standings(from: before.windowFirst, until: before.windowLast)
    guard standings.contains(.own) else { return nil }
    _ = before.run()
    return before
  }

  /// Whether a fact of the round before was applied for too late for that, and in time for this one.
  func isLate(_ claim: ReferenceClaim) -> Bool {
    clauses(["applicationWindow"]).contains { clause in
      guard clause.arguments.text("late") == "nextRound", governs(clause, claim.clauseNumber) else {
        return false
      }
      let (from, until) = applicationDays(clause.arguments, year - 1)
      let end = applicationDays(clause.arguments, year).last
      let dates = applications(claim).map { $0.date("appliedOn") }
      let isInTime = dates.contains {
        $0.map { $0.lies(from: from, until: until) != false } ?? true
      }
      return !isInTime && dates.contains { $0?.lies(from: until + 1, until: end) == true }
    }
  }

  func applicationDays(_ arguments: JSONValue, _ year: Int) -> (first: Day, last: Day) {
    let day = { (text: String) in Day("\(year)-\(text)") ?? Day(ordinal: 0) }
    return (
      day(arguments.text("from") ?? "01-01"), day(arguments.text("until") ?? "12-31")
    )
  }

  /// What earlier years did not spend of a pot, from the first on record.
  func unspent(_ clause: JSONValue) -> Int64 {
    guard clause.arguments.text("unspent") == "carry" else { return 0 }
    let payments = payments(clause).filter {
      ($0.number("year") ?? 0) < Int64(year) && !hadOwnBudget($0, clause)
    }
    guard let first = payments.compactMap({ $0.number("year") }).min() else { return 0 }
    return left(of: clause, payments, after: year - 1, since: Int(first))
  }

  /// What a year left, with what the year before it left to it.
  private func left(
    of clause: JSONValue,
    _ payments: [JSONValue],
    after year: Int,
    since first: Int
  ) -> Int64 {
    let round = ReferenceEngine(original, policy: policyID, year: year)
    let standings = round.standings(from: round.windowFirst, until: round.windowLast)
    guard year >= first, standings.contains(.own) else { return 0 }
    let before = left(of: clause, payments, after: year - 1, since: first)
    let spent = payments.filter { $0.number("year") == Int64(year) }.reduce(0) { $0 + kept($1) }
    return max(0, (clause.arguments.fen("amount") ?? 0) + before - spent)
  }

  /// What later years spent beyond a pot's amount of each, year by year out of the year before.
  func spentLater(_ clause: JSONValue) -> Int64 {
    guard clause.arguments.text("unspent") == "carry" else { return 0 }
    let lineage = lineage
    let later = ledger.all("award").filter { award in
      !["void", "recovered"].contains(award.text("state")) && award.text("payer") == nil
        && lineage.contains(award.text("policy") ?? "") && kept(award) > 0
        && (award.number("year") ?? 0) > Int64(year) && isAbout(clause, award)
        && !hadOwnBudget(award, clause)
    }
    guard let last = later.compactMap({ $0.number("year") }).max() else { return 0 }
    return excess(of: clause, later, after: year, until: Int(last))
  }

  private func excess(
    of clause: JSONValue,
    _ payments: [JSONValue],
    after year: Int,
    until last: Int
  ) -> Int64 {
    let next = year + 1
    let round = ReferenceEngine(original, policy: policyID, year: next)
    let standings = round.standings(from: round.windowFirst, until: round.windowLast)
    guard next <= last, standings.contains(.own) else { return 0 }
    let spent = payments.filter { $0.number("year") == Int64(next) }.reduce(0) { $0 + kept($1) }
    let beyond = excess(of: clause, payments, after: next, until: last)
    return max(0, spent + beyond - (clause.arguments.fen("amount") ?? 0))
  }

  mutating func splitByScore(_ clause: JSONValue) {
    let minimum = clause.arguments.number("minimum") ?? 0
    let spent = paymentsOfYear(clause).reduce(0) { $0 + kept($1) }
    let sum = max(0, (clause.arguments.fen("amount") ?? 0) - spent)
    let governed = governed(clause).filter { !claims[$0].isCommendation }
    let competing = governed.filter { claims[$0].competes }
    func score(_ index: Int) -> Int64? {
      applications(claims[index]).compactMap { $0.number("score") }.first
    }
    for index in governed where claims[index].outcome == .eligible {
      guard let score = score(index) else {
        claims[index].lower(to: .unknown)
        continue
      }
      if score < minimum || score <= 0 { claims[index].reduce(to: 0) }
    }
    // One application with a score for several claims says it of none of them.
    let said = governed.map { index in
      competing.contains(index)
        ? applications(claims[index]).first { $0.number("score") != nil } : nil
    }
    for (place, index) in governed.enumerated() where claims[index].outcome == .eligible {
      if said.count(where: { $0 == said[place] }) > 1 { claims[index].lower(to: .undecided) }
    }
    let sharing = governed.filter { claims[$0].outcome == .eligible }
    let open = governed.first { index in
      claims[index].isOpen && score(index).map { $0 >= minimum && $0 > 0 } ?? true
    }
    if let open {
      for index in sharing { wait(index, for: open) }
      return
    }
    let total = sharing.reduce(0) { $0 + Int128(score($1) ?? 0) }
    guard total > 0 else { return }
    let products = sharing.map { Int128(sum) * Int128(score($0) ?? 0) }
    var shares = products.map { Int64($0 / total) }
    let ranking = sharing.indices.sorted { i, j in
      let (x, y) = (products[i] % total, products[j] % total)
      return x == y ? idPrecedes(claims[sharing[i]].id, claims[sharing[j]].id) : x > y
    }
    for place in ranking.prefix(Int(sum - shares.reduce(0, +))) { shares[place] += 1 }
    for (index, share) in zip(sharing, shares) { claims[index].reduce(to: share) }
  }

  /// Nothing for what other payers or policies paid for.
  mutating func exclude(_ clause: JSONValue, _ competing: [Int]) {
    let levels = clause.arguments.texts("payers")
    let policies = clause.arguments.texts("policies")
    for index in competing where claims[index].outcome == .eligible {
      let claim = claims[index]
      let payouts = payments(to: claim.applicant, "all").filter { payment in
        let isForFact = payment.texts("facts")?.contains(claim.fact.text("id") ?? "") == true
        switch clause.arguments.text("per") {
        case "enterprise": return payment.number("year") == Int64(year)
        case "fact": return isForFact
        default:
          return isForFact
            || claim.object != nil && objects(of: payment).contains(claim.object ?? "")
        }
      }
      let answers = payouts.map { payment -> Bool? in
        if let policies, policies.contains(payment.text("policy") ?? "") { return true }
        if policies != nil, levels == nil { return false }
        guard isOfOthers(payment) else { return false }
        guard let levels else { return true }
        return payerLevel(payment).map { levels.contains($0) }
      }
      if answers.contains(true) {
        claims[index].reduce(to: 0)
      } else if answers.contains(nil) {
        claims[index].lower(to: .unknown)
      }
    }
  }

  func payerLevel(_ payment: JSONValue) -> String? {
    if let named = payment.text("payer"), tiers.contains(named) { return named }
    return ledger.find("policy", payment.text("policy"))?.text("payer")
  }
}
