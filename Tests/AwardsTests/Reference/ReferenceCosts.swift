import JSONLines
import Portfolio

/// Amounts and limits that hang on what something cost.
extension ReferenceEngine {
  /// What an amount or a share of a figure comes to.
  enum ReferenceMeasure {
    case fen(Int64)
    case missing
    /// No whole number of fen: more than so many, and less than one more.
    case above(Int64)
  }

  /// A figure of the fact, of its application, or of its recipient in a year; `nil` where the ledger
  /// does not tell.
  func figure(_ name: String, _ claim: ReferenceClaim, _ year: String = "fact") -> Int64? {
    switch (name, claim.factKind) {
    case ("cost", "expense"): claim.fact.number("amountFen")
    case ("cost", "paid"): kept(claim.fact)
    case ("principal", "loan"): claim.fact.number("principalFen")
    case ("interest", "loan"): claim.fact.number("interestFen")
    case ("recovered", "case"): claim.fact.number("recoveredFen")
    case ("officialFees", _): officialFees(of: claim.object)
    case ("paidByOthers", _): paidByOthers(.object([]), claim)
    case ("cost", _), ("principal", _), ("interest", _), ("recovered", _): nil
    case ("invested", _), ("selfFunded", _): applications(claim).first?.number(name + "Fen")
    default:
      switch year {
      case "round": figure(name, of: claim.recipient, in: self.year)
      case "before":
        claim.date.flatMap { figure(name, of: claim.recipient, in: $0.year - 1) }
      default: claim.date.flatMap { figure(name, of: claim.recipient, in: $0.year) }
      }
    }
  }

  /// The official fees for what a claim is about; `nil` where a voucher does not tell, or none is kept.
  private func officialFees(of object: String?) -> Int64? {
    let vouchers = ledger.all("expense").filter {
      object != nil && Self.object("expense", $0) == object
    }
    if vouchers.contains(where: { $0["official"]?.boolean == nil }) { return nil }
    let official = vouchers.filter { $0["official"]?.boolean == true }
    return official.isEmpty ? nil : official.reduce(0) { $0 + ($1.number("amountFen") ?? 0) }
  }

  /// A figure of an enterprise in a year.
  func figure(_ name: String, of enterprise: String?, in year: Int) -> Int64? {
    let record = ledger.all("enterprise-year").first {
      $0.text("enterprise") == enterprise && $0.number("year") == Int64(year)
    }
    return record?.number(name == "employees" ? name : name + "Fen")
  }

  func measure(_ value: JSONValue?, _ claim: ReferenceClaim) -> ReferenceMeasure {
    guard let value, value.members != nil else {
      return .fen(value?.string.flatMap { Money(typed: $0) }?.fen ?? 0)
    }
    guard let whole = figure(value.text("figure") ?? "", claim, value.text("year") ?? "fact") else {
      return .missing
    }
    if let share = share(of: whole, value) { return .fen(share) }
    let (above, below) = Self.fraction(value.text("rate") ?? "1")
    return .above(Self.floor(whole, above, below))
  }

  mutating func payShare(_ clause: JSONValue, _ index: Int) {
    let arguments = clause.arguments
    guard let whole = figure(arguments.text("figure") ?? "cost", claims[index]) else {
      claims[index].leaveUnknown(atMost: arguments.fen("maximum"))
      return
    }
    let (above, below) = Self.fraction(arguments.text("rate") ?? "1")
    let most = arguments.fen("maximum") ?? .max
    if let share = share(of: whole, arguments) {
      pay(min(share, most), index)
    } else if Self.floor(whole, above, below) >= most {
      pay(most, index)
    } else {
      claims[index].lower(to: .undecided)
      claims[index].bound(to: arguments.fen("maximum"))
    }
  }

  mutating func payLeast(_ clause: JSONValue, _ index: Int) {
    let amounts = clause.arguments["amounts"].map { $0.array ?? [$0] } ?? []
    var whole: [Int64] = []
    var parts: [Int64] = []
    var isMissing = false
    for amount in amounts {
      switch measure(amount, claims[index]) {
      case .missing: isMissing = true
      case .fen(let fen): whole.append(fen)
      case .above(let fen): parts.append(fen)
      }
    }
    if isMissing {
      claims[index].leaveUnknown(atMost: whole.min())
    } else if let least = whole.min(), parts.allSatisfy({ $0 >= least }) {
      pay(least, index)
    } else {
      claims[index].lower(to: .undecided)
      claims[index].bound(to: whole.min())
    }
  }

  private mutating func pay(_ fen: Int64, _ index: Int) {
    if fen > 0 { claims[index].worth = fen } else { claims[index].lower(to: .notEligible) }
  }

  /// The claims of a clause whose amount hangs on a sum in an application that speaks for other facts too.
  func sharingSums(_ clause: JSONValue) -> [Int] {
    func asksForSum(_ clause: JSONValue) -> Bool {
      let arguments = clause.arguments
      let measures = arguments["amounts"].map { $0.array ?? [$0] } ?? []
      return switch clause.text("operation") {
      case "percentOf", "byBracket": ["invested", "selfFunded"].contains(arguments.text("figure"))
      case "lesserOf":
        measures.contains { ["invested", "selfFunded"].contains($0.text("figure")) }
      default: false
      }
    }
    guard asksForSum(clause) else { return [] }
    let asking = clauses(Self.stages[1]).filter(asksForSum).map { $0.text("number") }
    let rivals = claims.filter {
      asking.contains($0.clauseNumber) && ($0.outcome == .eligible || $0.isOpen)
    }
    return claims.indices.filter { index in
      let claim = claims[index]
      guard let application = applications(claim).first,
        claim.clauseNumber == clause.text("number"),
        !isSealed(claim)
      else { return false }
      return rivals.contains {
        $0.fact.text("id") != claim.fact.text("id") && applications($0).first == application
      }
    }
  }

  /// Whether an award was sealed for a claim.
  private func isSealed(_ claim: ReferenceClaim) -> Bool {
    ledger.all("award").contains { award in
      award.text("policy") == policyID && award.text("claim") == claim.id && kept(award) > 0
        && applicant(of: award) == claim.applicant
        && !["void", "recovered"].contains(award.text("state"))
    }
  }
}
