import JSONLines
import Portfolio

/// Who is paid, and in what parts.
extension ReferenceEngine {
  mutating func schedule(_ clause: JSONValue) {
    leaveOpen(clause) { $0.schedule(clause) }
    switch clause.text("operation") {
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
      return Self.floor(amount, above, below) / unit * unit
    }
    return (shares, amount - shares.reduce(0, +))
  }

  private mutating func split(_ clause: JSONValue) {
    let payees = clause.arguments["shares"].map { $0.array ?? [$0] } ?? []
    for index in paid(clause) {
      if claims[index].isSplit {
        claims[index].lower(to: .undecided)
        continue
      }
      claims[index].isSplit = true
      var whole = claims[index].cutParts
      if whole.isEmpty {
        whole = [
          ReferencePart(payee: claims[index].recipient ?? "holder", amount: claims[index].worth)
        ]
      }
      // Each stage of a project is divided.
      claims[index].parts = whole.flatMap { part in
        var (shares, rest) = shares(part.amount, payees, clause)
        shares[0] += rest
        return zip(payees, shares).map { payee, share in
          let name = payee.text("payee") ?? ""
          return ReferencePart(payee: name == "holder" ? part.payee : name, amount: share)
        }
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
      if claims[index].isInInstalments
        || parts.contains(where: { $0.condition != nil || $0.months != nil })
      {
        claims[index].lower(to: .undecided)
        continue
      }
      claims[index].isInInstalments = true
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

  /// Who is paid, in a word: the holder, the record of another, or a word for somebody else.
  private func payee(_ clause: JSONValue, _ claim: ReferenceClaim) -> String {
    let payee = clause.arguments.text("payee") ?? "holder"
    switch payee {
    case "organiser", "agency", "responsibleUnit":
      return "record " + (clause.arguments.text("recipient") ?? "")
    case "brandOwner": return claim.isTitle ? payee : "holder"
    case "firstInventor", "team": return payee
    default: return "holder"
    }
  }

  private mutating func payTo(_ clause: JSONValue) {
    for index in governed(clause) where claims[index].outcome == .eligible {
      let payee = payee(clause, claims[index])
      let others = clauses(["payTo"]).filter { governs($0, claims[index].clauseNumber) }
      if others.contains(where: { self.payee($0, claims[index]) != payee }) {
        claims[index].lower(to: .undecided)
        continue
      }
      switch payee {
      case "holder": break
      case "brandOwner":
        let brand = ledger.find("brand", claims[index].object)
        pay(index, brand?.text("owner"))
      case "firstInventor", "team": payInventors(index, payee)
      default: pay(index, clause.arguments.text("recipient"))
      }
    }
  }

  private mutating func pay(_ index: Int, _ recipient: String?) {
    guard let recipient else {
      claims[index].lower(to: .unknown)
      return
    }
    claims[index].recipient = recipient
    claims[index].parts = claims[index].parts.map { part in
      ReferencePart(
        payee: recipient,
        amount: part.amount,
        condition: part.condition,
        months: part.months
      )
    }
  }

  /// The first inventor, or all of them, through the holder.
  private mutating func payInventors(_ index: Int, _ payee: String) {
    let claim = claims[index]
    let own = claim.factKind == "patent" ? claim.fact : nil
    let patent = ledger.find("patent", claim.object) ?? own
    guard let names = patent?.texts("inventors"), let first = names.first else {
      claims[index].lower(to: .unknown)
      return
    }
    let whole = [ReferencePart(payee: "", amount: claim.amount)]
    let name = payee == "team" ? names.joined(separator: "、") : first
    claims[index].parts = (claim.cutParts.isEmpty ? whole : claim.cutParts).map {
      ReferencePart(payee: name, amount: $0.amount, condition: $0.condition, months: $0.months)
    }
  }
}
