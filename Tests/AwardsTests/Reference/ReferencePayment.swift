import JSONLines
import Portfolio

/// Who is paid, and in what parts.
extension ReferenceEngine {
  mutating func schedule(_ clause: JSONValue) {
    switch clause.text("operation") {
    case "percentOfTotal": payTotal(clause)
    case "split": split(clause)
    case "instalments": payInstalments(clause)
    default: payTo(clause)
    }
  }

  private func paid(_ clause: JSONValue) -> [Int] {
    governed(clause).filter { claims[$0].outcome == .eligible && !claims[$0].isCommendation }
  }

  /// Shares of an amount, each whole units, and what is left.
  private func shares(_ amount: Int64, _ ratios: [JSONValue], _ clause: JSONValue) -> (
    shares: [Int64], rest: Int64
  ) {
    let unit = clause.arguments.fen("unit") ?? 1
    let shares = ratios.map { ratio in
      let (above, below) = Self.fraction(ratio.text("ratio") ?? "0")
      return amount * Int64(above) / Int64(below) / unit * unit
    }
    return (shares, amount - shares.reduce(0, +))
  }

  private mutating func split(_ clause: JSONValue) {
    let payees = clause.arguments["shares"].map { $0.array ?? [$0] } ?? []
    for index in paid(clause) {
      let whole = claims[index].cutParts
      if whole.count > 1 {
        claims[index].lower(to: .undecided)
        continue
      }
      let holder = whole.first?.payee ?? claims[index].recipient ?? "holder"
      var (shares, rest) = shares(claims[index].worth, payees, clause)
      shares[0] += rest
      claims[index].parts = zip(payees, shares).map { payee, share in
        let name = payee.text("payee") ?? ""
        return ReferencePart(payee: name == "holder" ? holder : name, amount: share)
      }
    }
  }

  private mutating func payInstalments(_ clause: JSONValue) {
    let steps = clause.arguments["steps"].map { $0.array ?? [$0] } ?? []
    for index in paid(clause) {
      var parts = claims[index].cutParts
      if parts.isEmpty {
        parts = [ReferencePart(payee: claims[index].recipient ?? "", amount: claims[index].worth)]
      }
      if parts.contains(where: { $0.condition != nil || $0.months != nil }) {
        claims[index].lower(to: .undecided)
        continue
      }
      claims[index].parts = parts.flatMap { part in
        var (shares, rest) = shares(part.amount, steps, clause)
        shares[shares.count - 1] += rest
        return zip(steps, shares).map { step, share in
          ReferencePart(
            payee: part.payee,
            amount: share,
            condition: step.text("condition"),
            months: step.number("months")
          )
        }
      }
    }
  }

  private mutating func payTo(_ clause: JSONValue) {
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
