import JSONLines
import Portfolio

extension ReferenceEngine {
  mutating func share(_ clause: JSONValue) {
    leaveOpen(clause) { $0.share(clause) }
    switch clause.text("operation") {
    case "priority": prioritise(clause)
    case "quota": quota(clause)
    case "scoreSplit": splitByScore(clause)
    default: pot(clause)
    }
  }

  /// The payouts of this year to whomever.
  func paymentsOfYear(_ clause: JSONValue) -> [JSONValue] {
    Set(ledger.all("award").compactMap { $0.text("recipient") }).flatMap {
      paymentsOfYear(to: $0, clause)
    }
    .filter { !hadOwnBudget($0, clause) }
  }

  /// Whether a version that had ended before the days of a round paid out of a budget of its own.
  func hadOwnBudget(_ award: JSONValue, _ clause: JSONValue) -> Bool {
    guard let older = award.text("policy"), older != policyID, lineage.contains(older),
      let year = award.number("year")
    else { return false }
    let engine = ReferenceEngine(original, policy: older, year: Int(year))
    let days = engine.standings(from: engine.windowFirst, until: engine.windowLast)
    let value = engine.clauses(Self.stages[1]).first { $0.text("id") == award.text("clause") }
    guard let number = value?.text("number"), !days.contains(.own) else { return false }
    return engine.clauses([clause.text("operation") ?? ""]).contains { engine.governs($0, number) }
  }

  private mutating func quota(_ clause: JSONValue) {
    leaveOverPaid(clause)
    let places = Int(clause.arguments.number("maximum") ?? 0) - paymentsOfYear(clause).count
    let before = claims
    let ranked = inOrder(clause)
    for (place, index) in ranked.enumerated() where before[index].outcome == .eligible {
      let ahead = ranked.prefix(place)
      let open = ahead.filter { before[$0].isOpen }
      if ahead.count - open.count >= places {
        claims[index].reduce(to: 0)
        claims[index].isLeftOver = true
      } else if ahead.count >= places, let first = open.first {
        wait(index, for: first)
      }
    }
  }

  /// What a priority's key says of a claim; `nil` where the ledger does not tell.
  private func rank(_ key: String, _ claim: ReferenceClaim) -> Double? {
    switch key {
    case "level": return claim.isTitle && claim.level == nil ? nil : Double(tierRank(claim.level))
    case "carried": return claim.isCarried ? 1 : 0
    case "score":
      return applications(claim).compactMap { $0.number("score").map { Double($0) } }.first
    default: return Double(claim.most)
    }
  }

  private mutating func prioritise(_ clause: JSONValue) {
    let governed = governed(clause)
    let keys = clause.arguments.texts("by") ?? []
    for index in governed where claims[index].competes {
      if keys.contains(where: { rank($0, claims[index]) == nil }) {
        claims[index].lower(to: .unknown)
      }
    }
    priority = keys.map { key in
      Dictionary(uniqueKeysWithValues: governed.map { ($0, rank(key, claims[$0]) ?? .infinity) })
    }
  }

  /// The competing claims in the order that the last priority set, else by the day and id of their facts.
  private func inOrder(_ clause: JSONValue) -> [Int] {
    governed(clause).filter { claims[$0].competes }.sorted { i, j in
      let (a, b) = (claims[i], claims[j])
      for ranks in priority {
        let (x, y) = (ranks[i] ?? -1, ranks[j] ?? -1)
        if x != y { return x > y }
      }
      let days = [a, b].map { [$0.date?.first.ordinal ?? .max, $0.date?.last.ordinal ?? .max] }
      if days[0] != days[1] { return days[0].lexicographicallyPrecedes(days[1]) }
      let (x, y) = (a.fact.text("id") ?? "", b.fact.text("id") ?? "")
      return x == y ? i < j : idPrecedes(x, y)
    }
  }

  /// Tries what the pot gives to each if open claims get nothing, and if they get all that they may.
  private mutating func fill(_ pot: Int64, _ clause: JSONValue) {
    leaveOverPaid(clause)
    let unit = clause.arguments.fen("unit") ?? 1
    let ranked = inOrder(clause)
    let before = claims
    let given = { (isOpenPaid: Bool) in
      var left = pot
      var given: [Int: Int64] = [:]
      for index in ranked {
        if before[index].isOpen, !isOpenPaid { continue }
        let worth = before[index].most
        given[index] = worth <= left ? worth : left / unit * unit
        left = worth <= left ? left - worth : 0
      }
      return given
    }
    let (high, low) = (given(false), given(true))
    for (place, index) in ranked.enumerated() where before[index].outcome == .eligible {
      if let share = high[index], share == low[index] {
        if share < before[index].worth { claims[index].reduce(to: share) }
        if share == 0 { claims[index].isLeftOver = true }
      } else if let open = ranked.prefix(place).first(where: { before[$0].isOpen }) {
        wait(index, for: open)
      }
    }
  }

  private mutating func pot(_ clause: JSONValue) {
    let sharing = governed(clause).filter {
      claims[$0].outcome == .eligible && !claims[$0].isCommendation
    }
    let unit = clause.arguments.fen("unit") ?? 1
    let spent = paymentsOfYear(clause).reduce(0) { $0 + kept($1) }
    let rest = max(0, (clause.arguments.fen("amount") ?? 0) + unspent(clause) - spent)
    let pot = max(0, min(rest - rest % unit, rest - spentLater(clause)))
    if clause.arguments.text("sharing") == "order" {
      fill(pot, clause)
      return
    }
    let total = sharing.reduce(Int64(0)) { $0 + claims[$1].worth }
    if total <= pot { return }

    var shares: [Int: Int64] = [:]
    var remainders: [Int: Int128] = [:]
    let units = pot / unit
    var leftOver = units
    for index in sharing {
      let product = Int128(units) * Int128(claims[index].worth)
      let share = Int64(product / Int128(total))
      shares[index] = share * unit
      remainders[index] = product % Int128(total)
      leftOver -= share
    }
    let ranking = sharing.sorted { i, j in
      let (x, y) = (remainders[i] ?? 0, remainders[j] ?? 0)
      return x == y ? idPrecedes(claims[i].id, claims[j].id) : x > y
    }
    for index in ranking where leftOver > 0 {
      let lifted = (shares[index] ?? 0) + unit
      if lifted > claims[index].worth { continue }
      shares[index] = lifted
      leftOver -= 1
    }
    for index in sharing { claims[index].reduce(to: shares[index] ?? 0) }
  }
}
