import JSONLines
import Ledger
import Portfolio

/// Clauses by which claims stand against each other, and against what was paid before.
extension ReferenceEngine {
  private func isHigher(_ clause: JSONValue, _ i: Int, _ j: Int) -> Bool {
    let (a, b) = (claims[i], claims[j])
    let tier = { (claim: ReferenceClaim) in
      claim.isTitle && claim.level == nil ? 9 : tierRank(claim.level)
    }
    if clause.arguments.text("by") == "level" {
      if tier(a) != tier(b) { return tier(a) > tier(b) }
      if a.most != b.most { return a.most > b.most }
    } else {
      if a.most != b.most { return a.most > b.most }
      if tierRank(a.level) != tierRank(b.level) { return tierRank(a.level) > tierRank(b.level) }
    }
    if a.isOpen != b.isOpen { return b.isOpen }
    return i < j
  }

  /// What a claim competes for; `nil` where the ledger does not tell.
  private func group(_ clause: JSONValue, _ claim: ReferenceClaim) -> String? {
    switch clause.arguments.text("per") {
    case "brand": claim.object
    case "class":
      claim.isTitle
        ? ledger.find("scheme", claim.fact.text("scheme"))?.text("family") : "no " + claim.factKind
    default: "all"
    }
  }

  private func group(_ clause: JSONValue, paid payment: JSONValue) -> String? {
    switch clause.arguments.text("per") {
    case "brand": return object(of: payment)
    case "class":
      for fact in payment.texts("facts") ?? [] {
        if let title = ledger.find("recognition", fact) {
          if let family = ledger.find("scheme", title.text("scheme"))?.text("family") {
            return family
          }
          continue
        }
        let kinds = Self.dateKeys.keys.filter { $0 != "recognition" }
        if let kind = kinds.first(where: { ledger.find($0, fact) != nil }) {
          return "no " + kind
        }
      }
      return nil
    default: return "all"
    }
  }

  mutating func highestOnly(_ clause: JSONValue, _ competing: [Int]) {
    for recipient in Set(competing.compactMap { claims[$0].recipient }) {
      let own = competing.filter { claims[$0].recipient == recipient }
      let ranked = own.sorted { isHigher(clause, $0, $1) }
      let payouts = paymentsOfYear(to: recipient, clause)
      let before = claims
      var unsure: [Int] = []
      // Only titles are of a family.
      let isByObject = clause.arguments.text("per") != "class"
      for (place, index) in ranked.enumerated() where before[index].outcome == .eligible {
        let claim = before[index]
        let above = Array(ranked.prefix(place))
        let isByLevel = clause.arguments.text("by") == "level"
        if isByLevel, claim.isTitle, claim.level == nil, ranked.count > 1 || !payouts.isEmpty {
          claims[index].lower(to: .unknown)
          unsure.append(index)
          continue
        }
        let isSure = { (rival: Int) in
          before[rival].outcome == .eligible && !unsure.contains(rival)
        }
        guard let group = group(clause, claim) else {
          if let first = above.first(where: { isByObject || before[$0].isTitle }) {
            wait(index, behind: first)
          } else if !payouts.isEmpty {
            claims[index].lower(to: .unknown)
          }
          continue
        }
        let same = above.filter { self.group(clause, before[$0]) == group }
        if let winner = same.first(where: isSure) {
          giveWay(index, to: winner)
        } else if let rival = same.first {
          wait(index, behind: rival)
        } else if isByObject || claim.isTitle,
          let nameless = above.first(where: { self.group(clause, before[$0]) == nil })
        {
          wait(index, behind: nameless)
        } else {
          takeOff(payouts, group, clause, index)
        }
      }
    }
  }

  /// Takes off what was paid for the year.
  private mutating func takeOff(
    _ payouts: [JSONValue],
    _ group: String,
    _ clause: JSONValue,
    _ index: Int
  ) {
    var paid: Int64 = 0
    var isBelow = false
    for payment in payouts {
      guard let other = self.group(clause, paid: payment) else {
        claims[index].lower(to: .unknown)
        return
      }
      guard other == group else { continue }
      paid += kept(payment)
      let isHigher = tierRank(tier(payment)) > tierRank(claims[index].level)
      if clause.arguments.text("by") == "level", isHigher { isBelow = true }
    }
    if paid > 0 { claims[index].reduce(to: isBelow ? 0 : max(0, claims[index].worth - paid)) }
  }

  private mutating func wait(_ index: Int, behind rival: Int) {
    claims[index].lower(to: claims[rival].outcome == .undecided ? .undecided : .unknown)
  }

  mutating func wait(_ index: Int, for other: Int) {
    claims[index].lower(to: claims[other].outcome == .undecided ? .undecided : .unknown)
  }

  mutating func onceEver(_ clause: JSONValue, _ competing: [Int]) {
    let isPerObject = clause.arguments.text("per") == "object"
    let order = byDay(competing)
    let key = { (claim: ReferenceClaim) in
      claim.applicant.flatMap { isPerObject ? claim.object : $0 }
    }
    for index in order where claims[index].outcome == .eligible {
      guard claims[index].applicant != nil else { continue }
      guard let own = key(claims[index]) else {
        claims[index].lower(to: .unknown)
        continue
      }
      let wasPaid = payments(clause).contains { payment in
        isPerObject ? objects(of: payment).contains(own) : self.applicant(of: payment) == own
      }
      let rivals = order.filter {
        $0 != index && key(claims[$0]) == own && claims[$0].competes
      }
      if wasPaid {
        claims[index].reduce(to: 0)
      } else {
        payFirst(index, among: rivals, in: order)
      }
    }
  }

  /// Pays a claim if no other came before it: where one surely did, that one is paid or waited for.
  mutating func payFirst(_ index: Int, among rivals: [Int], in order: [Int]) {
    if let first = rivals.first(where: { came($0, before: index, in: order) == true }) {
      if claims[first].isOpen {
        wait(index, behind: first)
      } else {
        giveWay(index, to: first)
      }
    } else if rivals.contains(where: { came($0, before: index, in: order) == nil }) {
      claims[index].lower(to: .unknown)
    }
  }

  mutating func dedup(_ clause: JSONValue, _ competing: [Int]) {
    let ranked = competing.sorted { i, j in
      let (a, b) = (claims[i], claims[j])
      if a.most != b.most { return a.most > b.most }
      let (x, y) = (a.fact.text("id") ?? "", b.fact.text("id") ?? "")
      if let left = a.date, let right = b.date, left != right {
        return left.first == right.first ? left.last < right.last : left.first < right.first
      }
      if (a.date == nil) != (b.date == nil) { return a.date != nil }
      return x == y ? i < j : idPrecedes(x, y)
    }
    let key = clause.arguments.text("key") ?? "fact"
    var first: [String: Int] = [:]
    for index in ranked {
      let claim = claims[index]
      guard let name = key == "fact" ? claim.fact.text("id") : name(key, claim.object) else {
        claims[index].lower(to: .unknown)
        continue
      }
      guard claim.outcome == .eligible else {
        first[name] = first[name] ?? index
        continue
      }
      let wasPaid = payments(clause).contains { payment in
        key == "fact"
          ? payment.texts("facts")?.contains(name) ?? false
          : objects(of: payment).contains { self.name(key, $0) == name }
      }
      if wasPaid {
        claims[index].reduce(to: 0)
      } else if let other = first[name] {
        if claims[other].outcome == .eligible {
          giveWay(index, to: other)
        } else {
          wait(index, behind: other)
        }
      } else {
        first[name] = index
      }
    }
  }
}
