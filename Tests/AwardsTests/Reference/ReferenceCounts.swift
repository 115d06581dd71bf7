import JSONLines
import Portfolio

/// Amounts for how many facts a recipient has.
extension ReferenceEngine {
  mutating func payTop(_ clause: JSONValue, _ own: [Int]) {
    let amounts = (clause.arguments.texts("amounts") ?? []).compactMap { Money(typed: $0)?.fen }
    let minimum = Int(clause.arguments.number("minimum") ?? 1)
    if let open = own.first(where: { claims[$0].isOpen }) {
      for index in own {
        if claims[index].outcome == .eligible { wait(index, for: open) }
        claims[index].bound(to: amounts.max())
      }
      return
    }
    var facts: [String: [Int]] = [:]
    for index in own { facts[claims[index].applicant ?? "", default: []].append(index) }
    // Between which days each reached its number.
    let days = facts.mapValues { indices in
      let dates = indices.compactMap { claims[$0].date }
      return (dates.map(\.first).max() ?? windowLast, dates.map(\.last).max() ?? windowLast)
    }
    func isAhead(_ a: String, _ b: String) -> Bool? {
      let (own, other) = (facts[a]?.count ?? 0, facts[b]?.count ?? 0)
      if own != other { return own > other }
      guard let (first, last) = days[a], let (from, until) = days[b] else { return nil }
      if last < from || until < first { return last < from }
      return first == last && from == until ? idPrecedes(a, b) : nil
    }
    let ranking = facts.keys.filter { (facts[$0]?.count ?? 0) >= minimum }
    for (applicant, indices) in facts {
      let answers = ranking.filter { $0 != applicant }.map { isAhead($0, applicant) }
      let sure = answers.count { $0 == true }
      let open = answers.count { $0 == nil }
      let rank = ranking.contains(applicant) ? sure : nil
      let possible = (sure...(sure + open)).map { $0 < amounts.count ? amounts[$0] : nil }
      if rank != nil, Set(possible).count > 1 {
        for index in indices {
          claims[index].leaveUnknown(atMost: possible.compactMap { $0 }.max())
        }
        continue
      }
      let paid = ownPayouts(clause, applicant).filter { $0.number("year") == Int64(year) }
      let sealed = indices.first { index in paid.contains { isFor(claims[index].fact, $0) } }
      let isGone = paid.contains { payout in !claims.contains { isFor($0.fact, payout) } }
      for index in indices {
        guard let rank, rank < amounts.count else {
          claims[index].lower(to: .notEligible)
          continue
        }
        if sealed == nil, isGone {
          claims[index].lower(to: .notEligible)
        } else if index == sealed ?? indices.last {
          claims[index].worth = amounts[rank]
        } else {
          claims[index].worth = 0
          claims[index].lower(to: .notApplicable)
        }
      }
    }
  }

  mutating func payMilestone(_ clause: JSONValue, _ index: Int) {
    let claim = claims[index]
    let (sure, unsure) = count(clause, claim.factKind, claim.fact)
    let steps = clause.arguments["steps"].map { $0.array ?? [$0] } ?? []
    let paid = paidSteps(clause, claim)
    let own = paid.first { payout, step in
      isFor(claim.fact, payout) && (step.number("count") ?? 0) <= Int64(sure)
    }
    if let own {
      claims[index].worth = own.step.fen("amount") ?? 0
      return
    }
    let step = steps.first { $0.number("count") == Int64(sure) }
    let possible = (sure...(sure + unsure)).map { Int64($0) }
    let reachable = steps.filter { possible.contains($0.number("count") ?? 0) }
    if unsure > 0, !reachable.isEmpty {
      claims[index].leaveUnknown(atMost: reachable.compactMap { $0.fen("amount") }.max())
    } else if let step {
      if paid.contains(where: { $0.step == step }) {
        claims[index].lower(to: .notEligible)
      } else {
        claims[index].worth = step.fen("amount") ?? 0
      }
    } else {
      claims[index].worth = 0
      claims[index].lower(to: .notApplicable)
    }
  }

  /// How many facts of its holder a fact makes, and how many more may have come before it.
  private func count(_ clause: JSONValue, _ kind: String, _ own: JSONValue) -> (Int, Int) {
    var sure = 1
    var unsure = 0
    let holder = Self.recipient(kind, own)
    for fact in ledger.all(kind) where fact.text("id") != own.text("id") {
      guard Self.recipient(kind, fact) == holder, holder != nil else { continue }
      if fact.date(Self.dateKeys[kind] ?? "") == nil, !Self.hasHappenedWithoutDate(kind, fact) {
        continue
      }
      let isBefore = came(fact, before: own, kind)
      if isBefore == false { continue }
      // What no longer stands when the round's days are over is not counted.
      let isOver = isOver(kind, fact)
      if isOver == true { continue }
      if isOver == nil, isMeant(clause, kind, fact) != false {
        unsure += 1
        continue
      }
      switch isMeant(clause, kind, fact) {
      case false?: continue
      case true? where isBefore == true: sure += 1
      default: unsure += 1
      }
    }
    return (sure, unsure)
  }

  /// What a clause, or its like in a replaced policy, has paid for what somebody did, whenever.
  func ownPayouts(_ clause: JSONValue, _ applicant: String?) -> [JSONValue] {
    ledger.all("award").filter { award in
      !["void", "recovered"].contains(award.text("state")) && award.text("payer") == nil
        && kept(award) > 0 && lineage.contains(award.text("policy") ?? "")
        && applicant != nil && self.applicant(of: award) == applicant
        && ledger.find("clause", award.text("clause"))?.text("operation")
          == clause.text("operation")
        && isAbout(clause, award)
    }
    .sorted { idPrecedes($0.text("id") ?? "", $1.text("id") ?? "") }
  }

  func isFor(_ fact: JSONValue, _ payout: JSONValue) -> Bool {
    payout.texts("facts")?.contains(fact.text("id") ?? "") ?? false
  }

  /// The milestones that were paid: the highest that each fact reaches now, of the same amount where
  /// there is one.
  private func paidSteps(_ clause: JSONValue, _ claim: ReferenceClaim)
    -> [(payout: JSONValue, step: JSONValue)]
  {
    var left = clause.arguments["steps"].map { $0.array ?? [$0] } ?? []
    var numbered: [(payout: JSONValue, number: Int)] = []
    for payout in ownPayouts(clause, claim.applicant) {
      let facts = (payout.texts("facts") ?? []).compactMap { ledger.find(claim.factKind, $0) }
      numbered.append((payout, facts.first.map { count(clause, claim.factKind, $0).0 } ?? .max))
    }
    var found: [(payout: JSONValue, step: JSONValue)] = []
    while let most = numbered.map(\.number).max(),
      let place = numbered.firstIndex(where: { $0.number == most })
    {
      let (payout, number) = numbered.remove(at: place)
      let alike = left.filter { $0.fen("amount") == payout.number("amountFen") }
      let possible = alike.isEmpty ? left : alike
      let reached = possible.filter { ($0.number("count") ?? 0) <= Int64(number) }
      guard let step = reached.last ?? possible.first else { continue }
      left.removeAll { $0 == step }
      found.append((payout, step))
    }
    return found
  }

  /// Whether a fact came before another by day and id; `nil` where the days do not tell.
  func came(_ fact: JSONValue, before own: JSONValue, _ kind: String) -> Bool? {
    let key = Self.dateKeys[kind] ?? ""
    guard let date = fact.date(key), let other = own.date(key) else { return nil }
    if date.last < other.first { return true }
    if date.first > other.last { return false }
    if date.day == nil || other.day == nil { return nil }
    return idPrecedes(fact.text("id") ?? "", own.text("id") ?? "")
  }

  /// Whether a value clause means a fact; `nil` where the ledger does not tell.
  func isMeant(_ clause: JSONValue, _ kind: String, _ fact: JSONValue) -> Bool? {
    var isUnknown = false
    for key in Self.filterKeys[kind] ?? [] {
      guard let asked = clause.arguments.texts(key) else { continue }
      let given = values(kind, fact, key, clause.arguments)
      if given.isEmpty {
        isUnknown = true
      } else if !given.contains(where: { asked.contains($0) }) {
        return false
      }
    }
    return isUnknown ? nil : true
  }
}
