import JSONLines
import Ledger
import Portfolio

/// Amounts by number, bracket, place and time.
extension ReferenceEngine {
  // MARK: fixedPer

  mutating func payEach(_ clause: JSONValue, _ index: Int) {
    guard let count = units(clause.arguments.text("unit") ?? "", claims[index]) else {
      let each = clause.arguments.fen("each") ?? 0
      claims[index].leaveUnknown(atMost: clause.arguments.number("maximum").map { each * $0 })
      return
    }
    let most = clause.arguments.number("maximum") ?? .max
    claims[index].worth = (clause.arguments.fen("each") ?? 0) * min(Int64(count), most)
  }

  /// How many a fact has; `nil` where its record does not tell.
  private func units(_ unit: String, _ claim: ReferenceClaim) -> Int? {
    let counted: [String]?
    switch unit {
    case "product": counted = ledger.find("brand", claim.object)?.texts("products")
    case "class": counted = claim.fact.texts("classes")
    case "country": counted = claim.fact.texts("designations")
    case "person": counted = claim.fact.texts("inventors")
    default: return 1
    }
    guard let counted, !counted.isEmpty else { return nil }
    return unit == "person" ? counted.count : Set(counted).count
  }

  // MARK: byBracket, rankTable

  mutating func payBracket(_ clause: JSONValue, _ index: Int) {
    let arguments = clause.arguments
    let year = arguments.text("year") ?? "fact"
    let steps = arguments["steps"].map { $0.array ?? [$0] } ?? []
    guard let figure = figure(arguments.text("figure") ?? "", claims[index], year) else {
      claims[index].leaveUnknown(atMost: steps.map { $0.fen("amount") ?? 0 }.max())
      return
    }
    let bracket = steps.first { step in
      if let edge = step.fen("atLeast") { return figure >= edge }
      if let edge = step.fen("above") { return figure > edge }
      return true
    }
    give(bracket?.fen("amount") ?? 0, index)
  }

  mutating func payPlace(_ clause: JSONValue, _ index: Int) {
    let fact = claims[index].fact
    let isAlone = fact.texts("coHolders")?.isEmpty ?? true
    let amounts = (clause.arguments.texts("amounts") ?? []).compactMap { Money(typed: $0)?.fen }
    guard let place = fact.number("rank") ?? (isAlone ? 1 : nil) else {
      claims[index].leaveUnknown(atMost: amounts.max())
      return
    }
    give(place <= amounts.count ? amounts[Int(place) - 1] : 0, index)
  }

  mutating func give(_ fen: Int64, _ index: Int) {
    if fen > 0 { claims[index].worth = fen } else { claims[index].lower(to: .notEligible) }
  }

  // MARK: rateBased, stream

  mutating func payInterest(_ clause: JSONValue, _ index: Int) {
    let (arguments, loan) = (clause.arguments, claims[index].fact)
    let principal = loan.number("principalFen")
    guard let contract = loan.date("contractOn"), let principal,
      let paid = loan.number("interestFen")
    else {
      claims[index].leaveUnknown(atMost: loan.number("interestFen"))
      return
    }
    let rates = arguments["rates"].map { $0.array ?? [$0] } ?? []
    let holding = [contract.first, contract.last].map { day in
      rates.last { $0.text("from").flatMap { Day($0) }.map { $0 <= day } ?? false }?.text("rate")
    }
    if holding[1] == nil {
      // People decide; it is never more than what was paid.
      claims[index].lower(to: .undecided)
      claims[index].bound(to: paid)
      return
    }
    guard let rate = holding[0], rate == holding[1] else {
      claims[index].leaveUnknown(atMost: paid)
      return
    }
    var (above, below) = Self.fraction(rate)
    let share = Self.fraction(arguments.text("share") ?? "1")
    (above, below) = (above * share.above, below * share.below)
    if let basis = arguments.text("basis").flatMap({ Int($0) }) {
      guard let start = contract.day, let end = loan.date("repaidOn")?.day else {
        claims[index].leaveUnknown(atMost: paid)
        return
      }
      (above, below) = (above * Int128(end.ordinal - start.ordinal), below * Int128(basis))
    }
    if let interest = Self.share(of: principal, above, below, arguments["rounding"]) {
      give(min(interest, paid), index)
    } else if Int128(principal) * above / below >= Int128(paid) {
      give(paid, index)
    } else {
      claims[index].lower(to: .undecided)
      claims[index].bound(to: paid)
    }
  }

  mutating func payStream(_ clause: JSONValue, _ index: Int) {
    let expense = claims[index].fact
    let mark = ledger.find("trademark", expense.text("trademark"))?.date("registeredOn")
    let patent = ledger.find("patent", expense.text("patent"))?.date("grantedOn")
    let most = expense.number("amountFen").flatMap { share(of: $0, clause.arguments) }
    guard let start = mark ?? patent, let paid = expense.date("paidOn") else {
      claims[index].leaveUnknown(atMost: mark ?? patent == nil ? nil : most)
      return
    }
    let months = Int(clause.arguments.number("years") ?? 0) * 12
    let (early, late) = (monthsAfter(start.first, months), monthsAfter(start.last, months))
    if paid.last < start.first || paid.first >= late {
      claims[index].lower(to: .notEligible)
      return
    }
    if paid.first < start.last || paid.last >= early {
      claims[index].leaveUnknown(atMost: most)
      return
    }
    let cost = expense.number("amountFen") ?? 0
    if let share = share(of: cost, clause.arguments) {
      give(share, index)
    } else {
      claims[index].lower(to: .undecided)
    }
  }

  // MARK: scaleFactor

  mutating func scale(_ clause: JSONValue) {
    leaveOpen(clause) { $0.scale(clause) }
    for index in governed(clause) where claims[index].competes {
      let claim = claims[index]
      guard claim.factKind == clause.arguments.text("facts") ?? "recognition" else { continue }
      switch isMeant(clause, claim.factKind, claim.fact) {
      case false?: continue
      case nil: claims[index].lower(to: .unknown)
      case true?:
        guard claim.isValued else { continue }
        if let share = share(of: claim.worth, clause.arguments) {
          claims[index].worth = share
          if claim.outcome == .eligible { claims[index].reduce(to: share) }
        } else if claim.outcome == .eligible {
          claims[index].lower(to: .undecided)
        }
      }
    }
  }

  // MARK: bonusIfCount

  mutating func payBonus(_ clause: JSONValue, _ own: [Int]) {
    let bonus = clause.arguments.fen("amount") ?? 0
    let least = Int(clause.arguments.number("atLeast") ?? 1)
    let before = claims
    for index in own {
      let count = own.count { before[$0].applicant == before[index].applicant }
      claims[index].bound(to: count < least ? 0 : bonus)
    }
    for index in own where before[index].outcome == .eligible {
      let mine = own.filter { before[$0].applicant == before[index].applicant }
      let sure = mine.filter { before[$0].outcome == .eligible }
      let paid = ownPayouts(clause, before[index].applicant).filter {
        $0.number("year") == Int64(year)
      }
      let sealed = sure.first { other in paid.contains { isFor(before[other].fact, $0) } }
      let isGone = paid.contains { payout in !before.contains { isFor($0.fact, payout) } }
      if let open = mine.first(where: { before[$0].isOpen }), sure.count < least,
        mine.count >= least
      {
        wait(index, for: open)
        claims[index].bound(to: bonus)
      } else if sure.count < least || sealed == nil && isGone {
        claims[index].lower(to: .notEligible)
      } else if sealed ?? sure[least - 1] != index {
        claims[index].worth = 0
        claims[index].lower(to: .notApplicable)
      } else {
        claims[index].worth = bonus
        switch alsoReached(clause, before[index]) {
        case true?: break
        case false?: claims[index].lower(to: .notEligible)
        case nil: claims[index].lower(to: .unknown)
        }
      }
    }
  }

  /// Whether the recipient reaches the other numbers too; `nil` where the ledger does not tell.
  private func alsoReached(_ clause: JSONValue, _ claim: ReferenceClaim) -> Bool? {
    let demands = clause.arguments["also"].map { $0.array ?? [$0] } ?? []
    let answers = demands.map { demand -> Bool? in
      let kind = demand.text("facts") ?? "recognition"
      let asked = JSONValue.object([JSONMember("arguments", demand)])
      var (sure, unsure) = (Int64(0), Int64(0))
      for fact in ledger.all(kind) where Self.recipient(kind, fact) == claim.applicant {
        let date = fact.date(Self.dateKeys[kind] ?? "")
        if date == nil, !Self.hasHappenedWithoutDate(kind, fact) { continue }
        let isInDays = date.flatMap { $0.lies(from: windowFirst, until: windowLast) }
        let isMeant = isMeant(asked, kind, fact)
        let isOver = isOver(kind, fact)
        if isInDays == false || isMeant == false || isOver == true { continue }
        if isInDays == true, isMeant == true, isOver == false { sure += 1 } else { unsure += 1 }
      }
      let least = demand.number("atLeast") ?? 1
      return sure >= least ? true : sure + unsure < least ? false : nil
    }
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }

  // MARK: percentOfTotal

  /// The claims of a department, about the policy itself: those that were sealed, and one that was not.
  mutating func selectTotal(_ clause: JSONValue) {
    let number = clause.text("number") ?? ""
    let first = "\(policyID)/\(number)#\(year)"
    let numbers = ledger.all("award").compactMap { award -> Int? in
      guard award.text("policy") == policyID, award.text("payer") == nil,
        award.texts("facts")?.contains(policyID) == true,
        !["void", "recovered"].contains(award.text("state")), let claim = award.text("claim")
      else { return nil }
      return claim == first
        ? 1 : claim.hasPrefix(first + "-") ? Int(claim.dropFirst(first.count + 1)) : nil
    }
    var hasOpen = false
    for instance in 1... {
      if hasOpen, instance > numbers.max() ?? 0 { return }
      let claim = ReferenceClaim(
        id: "\(policyID)/\(number)#\(year)" + (instance > 1 ? "-\(instance)" : ""),
        clauseNumber: number,
        factKind: "policy",
        fact: policy,
        date: nil,
        object: nil,
        level: nil,
        isCommendation: false,
        recipient: clause.arguments.text("recipient")
      )
      claims.append(claim)
      if sealedShare(claim) == nil, !cameBack(claim) { hasOpen = true }
    }
  }

  /// What was sealed of a department's share.
  private func sealedShare(_ claim: ReferenceClaim) -> Int64? {
    let sealed = ledger.all("award").filter { award in
      award.text("policy") == policyID && award.text("claim") == claim.id
        && award.text("payer") == nil && award.texts("facts")?.contains(policyID) == true
        && !["void", "recovered"].contains(award.text("state"))
    }
    return sealed.min { idPrecedes($0.text("id") ?? "", $1.text("id") ?? "") }?.number("amountFen")
  }

  mutating func payTotal(_ clause: JSONValue) {
    let number = clause.text("number")
    let named = clause.arguments.texts("of") ?? []
    let names = JSONValue.object([JSONMember("for", .array(named.map { .string($0) }))])
    let parts = claims.filter { $0.factKind != "policy" && governs(names, $0.clauseNumber) }
    let total = parts.reduce(0) { $0 + $1.amount }
    let (above, below) = Self.fraction(clause.arguments.text("rate") ?? "1")
    let share = share(of: total, clause.arguments)
    var left = share ?? Self.floor(total, above, below)
    var rest: [Int] = []
    for index in claims.indices where claims[index].clauseNumber == number {
      guard claims[index].outcome == .eligible else { continue }
      if let sealed = sealedShare(claims[index]), sealed > 0, sealed <= left {
        left -= sealed
        give(sealed, index)
      } else {
        rest.append(index)
      }
    }
    // What came back is not paid again without a name.
    for claim in claims where claim.clauseNumber == number && cameBack(claim) {
      let awards = ledger.all("award").filter {
        $0.text("claim") == claim.id && $0.text("state") == "recovered" && $0["receipt"] != nil
      }
      let last = awards.max { idPrecedes($0.text("id") ?? "", $1.text("id") ?? "") }
      left = max(0, left - (last?.number("amountFen") ?? 0))
    }
    for index in rest {
      if let open = parts.first(where: \.isOpen) {
        claims[index].lower(to: open.outcome)
      } else if share == nil {
        claims[index].lower(to: .undecided)
      } else if left > 0 || claims[index].id.hasSuffix("#\(year)") {
        give(left, index)
        left = 0
      } else {
        claims[index].lower(to: .notApplicable)
      }
    }
  }
}
