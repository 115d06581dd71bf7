import JSONLines
import Portfolio

extension ReferenceEngine {
  mutating func cap(_ clause: JSONValue) {
    let limit = clause.arguments.fen("amount") ?? 0
    let scope = clause.arguments.text("earlier") ?? "policy"
    var used: [String: Int64] = [:]
    for index in governed(clause) where claims[index].outcome == .eligible {
      guard let recipient = claims[index].recipient, !claims[index].isCommendation else { continue }
      if used[recipient] == nil {
        used[recipient] = paymentsOfYear(to: recipient, scope, clause)
          .reduce(0) { $0 + ($1.number("amountFen") ?? 0) }
      }
      let left = max(0, limit - (used[recipient] ?? 0))
      claims[index].reduce(to: min(left, claims[index].worth))
      used[recipient]? += claims[index].worth
    }
  }

  mutating func share(_ clause: JSONValue) {
    let sharing = governed(clause).filter {
      claims[$0].outcome == .eligible && !claims[$0].isCommendation
    }
    let unit = clause.arguments.fen("unit") ?? 1
    var pot = clause.arguments.fen("amount") ?? 0
    for recipient in Set(ledger.all("award").compactMap { $0.text("recipient") }) {
      for payment in paymentsOfYear(to: recipient, "policy", clause)
      where payment.text("policy") == policyID {
        pot -= payment.number("amountFen") ?? 0
      }
    }
    pot = max(0, pot)
    let total = sharing.reduce(Int64(0)) { $0 + claims[$1].worth }
    if total <= pot { return }

    var shares: [Int: Int64] = [:]
    var remainders: [Int: Int64] = [:]
    let units = pot / unit
    var leftOver = units
    for index in sharing {
      let product = units * claims[index].worth
      shares[index] = product / total * unit
      remainders[index] = product % total
      leftOver -= product / total
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

  mutating func payTo(_ clause: JSONValue) {
    guard clause.arguments.text("payee") == "brandOwner" else { return }
    for index in governed(clause) where claims[index].isTitle && claims[index].outcome == .eligible
    {
      let brand = ledger.find("brand", claims[index].object)
      if let owner = brand?.text("owner") {
        claims[index].recipient = owner
      } else {
        claims[index].lower(to: .unknown)
      }
    }
  }
}
