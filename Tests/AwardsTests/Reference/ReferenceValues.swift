import JSONLines
import Ledger
import Portfolio

extension ReferenceEngine {
  mutating func value(_ clause: JSONValue) {
    let number = clause.text("number")
    let own = claims.indices.filter { index in
      claims[index].clauseNumber == number && claims[index].outcome != .notApplicable
        && claims[index].outcome != .notEligible
    }
    let sharing = sharingSums(clause)
    defer {
      // A sum that was told once counts for one fact, whichever it is.
      for index in own
      where sharing.contains(index) && claims[index].worth > 0 && !claims[index].isBound {
        claims[index].lower(to: .undecided)
      }
    }
    switch clause.text("operation") {
    case "fixed":
      for index in own { claims[index].worth = clause.arguments.fen("amount") ?? 0 }
    case "percentOf": for index in own { payShare(clause, index) }
    case "lesserOf": for index in own { payLeast(clause, index) }
    case "topN": payTop(clause, own)
    case "milestone": for index in own { payMilestone(clause, index) }
    case "rangeDecided": for index in own { decide(clause, index) }
    case "fixedPer": for index in own { payEach(clause, index) }
    case "byBracket": for index in own { payBracket(clause, index) }
    case "rankTable": for index in own { payPlace(clause, index) }
    case "rateBased": for index in own { payInterest(clause, index) }
    case "stream": for index in own { payStream(clause, index) }
    case "bonusIfCount": payBonus(clause, own)
    case "topUpTo": for index in own { topUp(clause, index) }
    case "matching": for index in own { match(clause, index) }
    case "stagePayment": payStages(clause, own)
    case "perRegistration": valueRegistrations(clause, own)
    case "perCountry": valueCountries(clause, own)
    default: break
    }
  }

  private mutating func valueRegistrations(_ clause: JSONValue, _ own: [Int]) {
    let each = clause.arguments.fen("each") ?? 0
    let maximum = clause.arguments.number("maximum").map { Int($0) } ?? .max
    let eligible = own.filter { claims[$0].outcome == .eligible }
    for index in own {
      claims[index].worth = each
      guard claims[index].outcome == .eligible else { continue }
      let rivals = own.filter {
        $0 != index && eligible.contains($0) && claims[$0].recipient == claims[index].recipient
      }
      let earlier = earlierPayments(clause, claims[index]).filter {
        $0.number("year") == Int64(year)
      }
      takePiece(index, among: rivals, in: own, after: earlier.count, of: maximum)
    }
  }

  /// Pays one of the first pieces, if the days tell that it is one.
  mutating func takePiece(
    _ index: Int,
    among rivals: [Int],
    in order: [Int],
    after paid: Int,
    of maximum: Int
  ) {
    let answers = rivals.map { came($0, before: index, in: order) }
    let sure = paid + answers.count { $0 == true }
    if sure >= maximum {
      claims[index].reduce(to: 0)
    } else if sure + answers.count(where: { $0 == nil }) >= maximum {
      claims[index].lower(to: .unknown)
    }
  }

  /// The applications for a claim: those that name its fact first, then those that name its clause.
  func applications(_ claim: ReferenceClaim) -> [JSONValue] {
    let all = ledger.all("application").filter { application in
      application.text("enterprise") == claim.applicant
        && lineage.contains(application.text("policy") ?? "")
    }
    if claim.factKind == "application" {
      return all.filter { $0.text("id") == claim.fact.text("id") }
    }
    let fitting = all.filter { application in
      if let fact = application.text("fact"), fact != claim.fact.text("id") { return false }
      guard let named = application.text("clause") else { return true }
      let number = claim.clauseNumber
      return number == named || number.hasPrefix(named + "(") || number.hasPrefix(named + "（")
    }
    return fitting.sorted { a, b in
      if (a.text("fact") == nil) != (b.text("fact") == nil) { return a.text("fact") != nil }
      if (a.text("clause") == nil) != (b.text("clause") == nil) { return a.text("clause") != nil }
      let (x, y) = (a.date("appliedOn"), b.date("appliedOn"))
      if x?.first != y?.first {
        return x.map { x in y.map { x.first < $0.first } ?? true } ?? false
      }
      return idPrecedes(a.text("id") ?? "", b.text("id") ?? "")
    }
  }

  private mutating func decide(_ clause: JSONValue, _ index: Int) {
    let claim = claims[index]
    let isUnderAnother = ledger.all("application").contains { application in
      application.text("enterprise") == claim.applicant
        && lineage.contains(application.text("policy") ?? "")
        && application.text("fact") == claim.fact.text("id") && application.text("clause") != nil
    }
    if applications(claim).isEmpty, isUnderAnother {
      claims[index].lower(to: .notApplicable)
      return
    }
    let decided = applications(claim).first { $0.number("decidedFen") != nil }
    let amount = decided?.number("decidedFen") ?? -1
    let least = clause.arguments.fen("minimum") ?? 0
    let most = clause.arguments.fen("maximum")
    if decided?.text("reason") != nil, amount >= least, amount <= most ?? .max {
      if amount > 0 {
        claims[index].worth = amount
        let sharing = claims.indices.filter { other in
          let clause = clauses(["rangeDecided"]).first {
            $0.text("number") == claims[other].clauseNumber
          }
          let said = applications(claims[other]).first { $0.number("decidedFen") != nil }
          return clause != nil && (claims[other].outcome == .eligible || claims[other].isOpen)
            && said == decided
        }
        if sharing.count > 1 { claims[index].lower(to: .undecided) }
      } else {
        claims[index].lower(to: .notEligible)
      }
      return
    }
    claims[index].lower(to: .undecided)
    if let most { claims[index].worth = most }
  }

  /// What this clause paid a claim's recipient before.
  private func earlierPayments(_ clause: JSONValue, _ claim: ReferenceClaim) -> [JSONValue] {
    payments(to: claim.recipient, clause)
  }

  /// The countries covered; `nil` where the record does not tell.
  private func countries(_ mark: JSONValue) -> [String]? {
    if let named = mark.texts("designations") { return named.isEmpty ? nil : named }
    return mark.text("route") == "madrid" ? nil : mark.texts("office")
  }

  private func isSameMark(_ a: JSONValue, _ b: JSONValue) -> Bool {
    a.text("owner") == b.text("owner")
      && Folding.key(a.text("mark") ?? "") == Folding.key(b.text("mark") ?? "")
  }

  private func price(_ clause: JSONValue, _ country: String) -> Int64 {
    let groups = clause.arguments["groups"].map { $0.array ?? [$0] } ?? []
    for group in groups where group.texts("countries")?.contains(country) == true {
      return group.fen("each") ?? 0
    }
    return clause.arguments.fen("each") ?? 0
  }

  private mutating func valueCountries(_ clause: JSONValue, _ own: [Int]) {
    let maximum = clause.arguments.number("maximum").map { Int($0) } ?? .max
    var taken: [Int: [String]] = [:]
    for index in own {
      let mark = claims[index].fact
      if mark.text("route") == "domestic" {
        claims[index].lower(to: .notApplicable)
        continue
      }
      guard let covered = countries(mark) else {
        let groups = clause.arguments["groups"].map { $0.array ?? [$0] } ?? []
        let dearest = ([clause.arguments] + groups).compactMap { $0.fen("each") }.max() ?? 0
        claims[index].leaveUnknown(atMost: maximum == .max ? nil : dearest * Int64(maximum))
        continue
      }
      var counted: [String] = []
      for payment in payments(clause) {
        for fact in payment.texts("facts") ?? [] {
          if let earlier = ledger.find("trademark", fact), isSameMark(earlier, mark) {
            counted += countries(earlier) ?? []
          }
        }
      }
      for other in own where other < index && claims[other].outcome == .eligible {
        if isSameMark(claims[other].fact, mark) { counted += taken[other] ?? [] }
      }
      var new = Array(Set(covered)).filter { !counted.contains($0) }
      new.sort { a, b in
        let (x, y) = (price(clause, a), price(clause, b))
        return x == y ? idPrecedes(a, b) : x > y
      }
      let paid = Array(new.prefix(max(0, maximum - Set(counted).count)))
      taken[index] = paid
      claims[index].worth = paid.reduce(0) { $0 + price(clause, $1) }
      if claims[index].outcome == .eligible { claims[index].reduce(to: claims[index].worth) }
    }
  }
}
