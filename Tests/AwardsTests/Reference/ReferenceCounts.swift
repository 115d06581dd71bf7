import JSONLines
import Portfolio

/// Amounts for how many facts a recipient has.
extension ReferenceEngine {
  mutating func payTop(_ clause: JSONValue, _ own: [Int]) {
    let amounts = (clause.arguments.texts("amounts") ?? []).compactMap { Money(typed: $0)?.fen }
    let minimum = Int(clause.arguments.number("minimum") ?? 1)
    if let open = own.first(where: { claims[$0].isOpen }) {
      for index in own where claims[index].outcome == .eligible { wait(index, for: open) }
      return
    }
    var facts: [String: [Int]] = [:]
    for index in own { facts[claims[index].applicant ?? "", default: []].append(index) }
    let ranked = facts.filter { $0.value.count >= minimum }.sorted { a, b in
      if a.value.count != b.value.count { return a.value.count > b.value.count }
      let days = [a, b].map { claims[$0.value[$0.value.count - 1]].date?.last.ordinal ?? .max }
      return days[0] == days[1] ? idPrecedes(a.key, b.key) : days[0] < days[1]
    }
    for (applicant, indices) in facts {
      let rank = ranked.firstIndex { $0.key == applicant }
      for index in indices {
        guard let rank, rank < amounts.count else {
          claims[index].lower(to: .notEligible)
          continue
        }
        if index == indices.last {
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
    var sure = 1
    var unsure = 0
    for fact in ledger.all(claim.factKind) where fact.text("id") != claim.fact.text("id") {
      guard Self.recipient(claim.factKind, fact) == claim.applicant, claim.applicant != nil else {
        continue
      }
      let date = fact.date(Self.dateKeys[claim.factKind] ?? "")
      if date == nil, !Self.hasHappenedWithoutDate(claim.factKind, fact) { continue }
      let isBefore = came(fact, date, before: claim)
      if isBefore == false { continue }
      switch isMeant(clause, claim.factKind, fact) {
      case false?: continue
      case true? where isBefore == true: sure += 1
      default: unsure += 1
      }
    }
    let steps = clause.arguments["steps"].map { $0.array ?? [$0] } ?? []
    let step = steps.first { $0.number("count") == Int64(sure) }
    let possible = (sure...(sure + unsure)).map { Int64($0) }
    if unsure > 0, steps.contains(where: { possible.contains($0.number("count") ?? 0) }) {
      claims[index].lower(to: .unknown)
    } else if let step {
      claims[index].worth = step.fen("amount") ?? 0
    } else {
      claims[index].worth = 0
      claims[index].lower(to: .notApplicable)
    }
  }

  /// Whether a fact came before another by day and id; `nil` where the days do not tell.
  private func came(_ fact: JSONValue, _ date: PartialDate?, before claim: ReferenceClaim) -> Bool?
  {
    guard let date, let other = claim.date else { return nil }
    if date.last < other.first { return true }
    if date.first > other.last { return false }
    if date.day == nil || other.day == nil { return nil }
    return idPrecedes(fact.text("id") ?? "", claim.fact.text("id") ?? "")
  }

  /// Whether a value clause means a fact; `nil` where the ledger does not tell.
  private func isMeant(_ clause: JSONValue, _ kind: String, _ fact: JSONValue) -> Bool? {
    var isUnknown = false
    for key in Self.filterKeys[kind] ?? [] {
      guard let asked = clause.arguments.texts(key) else { continue }
      let given = values(kind, fact, key)
      if given.isEmpty {
        isUnknown = true
      } else if !given.contains(where: { asked.contains($0) }) {
        return false
      }
    }
    return isUnknown ? nil : true
  }
}
