import JSONLines
import Portfolio

/// What is left of a claim behind the limit that cut it last.
struct ReferenceCut: Equatable {
  let fen: Int64
  let clause: String
}

extension ReferenceEngine {
  /// Carries all limits out until each counts of a claim only what the others leave.
  mutating func limit() {
    let start = self
    var tried: [[Int: ReferenceCut]] = []
    var endless: Set<Int> = []
    while true {
      self = start
      cuts = tried.last ?? [:]
      var found: [Int: ReferenceCut] = [:]
      for clause in clauses(Self.stages[3]) {
        let before = claims.map(\.amount)
        for index in governed(clause) where endless.contains(index) {
          if claims[index].outcome == .eligible { claims[index].lower(to: .undecided) }
        }
        cap(clause)
        for index in claims.indices where claims[index].amount != before[index] {
          let id = clause.text("id") ?? ""
          found[index] = ReferenceCut(fen: claims[index].amount, clause: id)
        }
      }
      if found == cuts { break }
      tried.append(found)
      if let place = tried.dropLast().firstIndex(of: found) {
        // It goes round and round: whoever does not fit is left to people.
        for (a, b) in zip(tried[place...], tried[(place + 1)...]) {
          endless.formUnion(Set(a.keys).union(b.keys).filter { a[$0] != b[$0] })
        }
        tried = []
      }
    }
    cuts = [:]
  }

  /// What a claim takes of a limit: what all others leave of it.
  private func taken(_ index: Int, _ clause: JSONValue) -> Int64 {
    let amount = claims[index].amount
    guard let cut = cuts[index], cut.clause != clause.text("id") else { return amount }
    return min(amount, cut.fen)
  }

  mutating func cap(_ clause: JSONValue) {
    leaveOpen(clause) { $0.cap(clause) }
    switch clause.text("operation") {
    case "capPer": capPer(clause)
    case "pieceCap": capPieces(clause)
    case "capAcrossLevels": capAcrossLevels(clause)
    default: capPerEnterprise(clause)
    }
  }

  private mutating func capPerEnterprise(_ clause: JSONValue) {
    let limit = clause.arguments.fen("amount") ?? 0
    var used: [String: Int64] = [:]
    var unsure: Set<String> = []
    for index in governed(clause) where claims[index].outcome == .eligible {
      guard let recipient = claims[index].recipient, !claims[index].isCommendation else { continue }
      let isLimited = isLimited(clause, recipient)
      guard isLimited != false else { continue }
      if used[recipient] == nil {
        used[recipient] = paymentsOfYear(to: recipient, clause)
          .reduce(0) { $0 + kept($1) }
      }
      let isAbove = (used[recipient] ?? 0) + claims[index].worth > limit
      if isLimited == nil, isAbove || unsure.contains(recipient) {
        unsure.insert(recipient)
        claims[index].lower(to: .unknown)
        continue
      }
      let left = max(0, limit - (used[recipient] ?? 0))
      claims[index].reduce(to: min(left, claims[index].worth))
      used[recipient]? += taken(index, clause)
    }
  }

  /// Whether a limit is one for the size and town of an enterprise; `nil` where its record does not tell.
  private func isLimited(_ clause: JSONValue, _ recipient: String) -> Bool? {
    let record = ledger.find("enterprise", recipient)
    var answer: Bool? = true
    for (argument, field) in [("sizes", "size"), ("towns", "town")] {
      guard let named = clause.arguments.texts(argument) else { continue }
      guard let own = record?.text(field) else {
        answer = nil
        continue
      }
      guard named.contains(own) else { return false }
    }
    return answer
  }

  /// What payouts are summed up by: who, or what they are for.
  private func key(_ clause: JSONValue, _ claim: ReferenceClaim) -> String? {
    let subject = clause.arguments.text("subject") ?? "enterprise"
    return switch subject {
    case "object", "mark", "family": name(subject, claim.object)
    case "fact": claim.fact.text("id")
    case "group": claim.applicant.map { group(of: $0) }
    default: claim.applicant
    }
  }

  private func isFor(_ clause: JSONValue, _ key: String, _ payment: JSONValue) -> Bool {
    let subject = clause.arguments.text("subject") ?? "enterprise"
    return switch subject {
    case "object", "mark", "family": objects(of: payment).contains { name(subject, $0) == key }
    case "group": applicant(of: payment).map { group(of: $0) } == key
    case "fact": payment.texts("facts")?.contains(key) ?? false
    default: applicant(of: payment) == key
    }
  }

  private mutating func capPer(_ clause: JSONValue) {
    let isYearly = clause.arguments.text("period") != "lifetime"
    var used: [String: Int64] = [:]
    for index in governed(clause) where claims[index].outcome == .eligible {
      guard !claims[index].isCommendation else { continue }
      guard let key = key(clause, claims[index]) else {
        claims[index].lower(to: .unknown)
        continue
      }
      let before =
        used[key]
        ?? payments(clause)
        .filter { isFor(clause, key, $0) && (!isYearly || $0.number("year") == Int64(year)) }
        .reduce(0) { $0 + kept($1) }
      used[key] = before
      let limit: Int64
      switch measure(clause.arguments["limit"], claims[index]) {
      case .missing:
        claims[index].lower(to: .unknown)
        continue
      case .above(let fen) where before + claims[index].worth > fen:
        claims[index].lower(to: .undecided)
        continue
      case .fen(let fen), .above(let fen): limit = fen
      }
      let paid = min(claims[index].worth, max(0, limit - before))
      if paid < claims[index].worth { claims[index].reduce(to: paid) }
      used[key] = before + taken(index, clause)
    }
  }

  private mutating func capPieces(_ clause: JSONValue) {
    let isByFact = clause.arguments.text("year") == "fact"
    let order = byDay(governed(clause))
    var pieces: [String: [(index: Int, paid: Int, most: Int)]] = [:]
    for index in order where claims[index].outcome == .eligible {
      let claim = claims[index]
      guard !claim.isCommendation, claim.applicant != nil else { continue }
      guard let subject = key(clause, claim) else {
        claims[index].lower(to: .unknown)
        continue
      }
      let number = isByFact ? claim.date.map { Int64($0.year) } : Int64(year)
      guard let number else {
        claims[index].lower(to: .unknown)
        continue
      }
      var limit = (clause.arguments["limits"]?.array ?? []).last {
        ($0.number("from") ?? 0) <= number
      }
      if let last = limit?.number("until"), last < number { limit = nil }
      guard let most = limit?.number("maximum") ?? clause.arguments.number("maximum") else {
        if clause.arguments.text("otherYears") == "undecided" {
          claims[index].lower(to: .undecided)
        }
        continue
      }
      let key = "\(subject) \(number)"
      let paid = paidPieces(clause, subject, number, isByFact)
      pieces[key, default: []].append((index, paid, Int(most)))
    }
    for all in pieces.values {
      for (index, paid, most) in all {
        // What another limit leaves nothing is no piece.
        let rivals = all.map(\.index).filter { other in
          let cut = cuts[other].flatMap { $0.clause == clause.text("id") ? nil : $0.fen }
          return other != index && cut != 0
        }
        takePiece(index, among: rivals, in: order, after: paid, of: most)
      }
    }
  }

  private func paidPieces(
    _ clause: JSONValue,
    _ subject: String,
    _ number: Int64,
    _ isByFact: Bool
  ) -> Int {
    payments(clause).filter { isFor(clause, subject, $0) }.filter { payment in
      var years: [Int64] = []
      for fact in payment.texts("facts") ?? [] {
        for (kind, key) in Self.dateKeys {
          if let date = ledger.find(kind, fact)?.date(key) { years.append(Int64(date.year)) }
        }
      }
      if isByFact, !years.isEmpty { return years.contains(number) }
      return payment.number("year") == number
    }.count
  }

  /// All levels together stay within a share of the official fees that the vouchers of a right tell.
  private mutating func capAcrossLevels(_ clause: JSONValue) {
    let right = clause.arguments.text("right") ?? "patent"
    let (above, below) = Self.fraction(clause.arguments.text("rate") ?? "1")
    var used: [String: Int64] = [:]
    for index in governed(clause) where claims[index].outcome == .eligible {
      guard !claims[index].isCommendation else { continue }
      guard let object = claims[index].object else {
        if claims[index].factKind == "expense" { claims[index].lower(to: .unknown) }
        continue
      }
      guard ledger.find(right, object) != nil else { continue }
      guard let fees = officialFees(clause, right, object) else {
        claims[index].lower(to: .unknown)
        continue
      }
      let payments = payments("all").filter { objects(of: $0).contains(object) }
      let before = used[object] ?? payments.reduce(0) { $0 + kept($1) }
      let limit = Self.floor(fees, above, below)
      // What was paid for several things may all have been for this one, or nothing of it.
      let shared = payments.filter { Set(objects(of: $0)).count > 1 }
      let least = before - shared.reduce(0) { $0 + kept($1) }
      let paid = min(claims[index].worth, max(0, limit - before))
      guard paid == min(claims[index].worth, max(0, limit - least)) else {
        claims[index].lower(to: .unknown)
        continue
      }
      if paid < claims[index].worth { claims[index].reduce(to: paid) }
      used[object] = before + taken(index, clause)
    }
  }

  /// `nil` where a voucher does not tell, or none is kept.
  private func officialFees(_ clause: JSONValue, _ right: String, _ object: String) -> Int64? {
    var fees: [Int64] = []
    for voucher in ledger.all("expense") where voucher.text(right) == object {
      if let kinds = clause.arguments.texts("fees") {
        guard let kind = voucher.text("category") else { return nil }
        if !kinds.contains(kind) { continue }
      }
      guard let isOfficial = voucher["official"]?.boolean else { return nil }
      if isOfficial { fees.append(voucher.number("amountFen") ?? 0) }
    }
    return fees.isEmpty ? nil : fees.reduce(0, +)
  }
}
