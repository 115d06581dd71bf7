import JSONLines
import Portfolio

extension ReferenceEngine {
  mutating func combine(_ clause: JSONValue) {
    leaveOpen(clause) { $0.combine(clause) }
    if ["highestOnly", "onceEver", "dedup", "oncePerLevel"].contains(clause.text("operation")) {
      endLeftOut(clause)
    }
    let competing = governed(clause).filter { claims[$0].competes }
    switch clause.text("operation") {
    case "renewal":
      renewal(clause, competing)
      endOpenRenewals(clause, competing)
    case "highestOnly": highestOnly(clause, competing)
    case "onceEver": onceEver(clause, competing)
    case "dedup": dedup(clause, competing)
    case "oncePerLevel": oncePerLevel(clause, competing)
    case "upgrade": upgrade(clause, competing)
    case "exclusiveWith": exclude(clause, competing)
    default: break
    }
  }

  // MARK: renewal

  private mutating func renewal(_ clause: JSONValue, _ competing: [Int]) {
    for index in competing where claims[index].isTitle && claims[index].outcome == .eligible {
      guard let event = claims[index].fact.text("event") else {
        claims[index].lower(to: .unknown)
        continue
      }
      guard event == "renewal" else { continue }
      switch clause.arguments.text("mode") {
      case "none": claims[index].reduce(to: 0)
      case "rate":
        let worth = claims[index].worth
        if let share = share(of: worth, clause.arguments) {
          claims[index].reduce(to: share)
        } else {
          claims[index].lower(to: .undecided)
        }
      case "ifNeverPaid":
        switch wasPaid(clause, claims[index]) {
        case true?: claims[index].reduce(to: 0)
        case false?: break
        case nil: claims[index].lower(to: .unknown)
        }
      default: break
      }
    }
  }

  /// A rate of an amount; `nil` where it is no whole number of fen and no rounding is given.
  func share(of worth: Int64, _ arguments: JSONValue) -> Int64? {
    let (above, below) = Self.fraction(arguments.text("rate") ?? "1")
    return Self.share(of: worth, above, below, arguments["rounding"])
  }

  static func share(
    of worth: Int64,
    _ above: Int128,
    _ below: Int128,
    _ rounding: JSONValue?
  ) -> Int64? {
    let exact = Int128(worth) * above
    guard let rounding else {
      return exact % below == 0 ? Int64(exact / below) : nil
    }
    let unit = below * Int128(rounding.fen("unit") ?? 1)
    var units: Int128 = 0
    while (units + 1) * unit <= exact { units += max(1, (exact / unit - units)) }
    let rest = exact - units * unit
    switch rounding.text("direction") {
    case "up": units += rest > 0 ? 1 : 0
    case "nearest": units += rest * 2 >= unit ? 1 : 0
    default: break
    }
    return Int64(units * unit / below)
  }

  /// The whole fen of a share.
  static func floor(_ worth: Int64, _ above: Int128, _ below: Int128) -> Int64 {
    Int64(Int128(worth) * above / below)
  }

  /// A rate such as "1/3", "0.25" or "33.3%".
  static func fraction(_ text: String) -> (above: Int128, below: Int128) {
    if text.contains("/") {
      let parts = text.split(separator: "/").compactMap { Int128($0) }
      return (parts[0], parts[1])
    }
    var below: Int128 = text.hasSuffix("%") ? 100 : 1
    let parts = text.replacing("%", with: "").split(separator: ".")
    for _ in 0..<(parts.count > 1 ? parts[1].count : 0) { below *= 10 }
    return (Int128(parts.joined()) ?? 0, below)
  }

  /// Whether the holder was paid for this brand at this tier before.
  private func wasPaid(_ clause: JSONValue, _ claim: ReferenceClaim) -> Bool? {
    var isOpen = false
    let related = payments(clause).filter { payment in
      applicant(of: payment) == claim.recipient
        || claim.object.map(objects(of: payment).contains) ?? false
    }
    for payment in related {
      guard let tier = self.tier(payment) else { continue }
      let isSameTier = claim.level.map { $0 == tier }
      var isSameBrand: Bool?
      if let object = object(of: payment), let own = claim.object { isSameBrand = object == own }
      if isSameTier == false || isSameBrand == false { continue }
      if isSameTier == true, isSameBrand == true { return true }
      isOpen = true
    }
    return isOpen ? nil : false
  }

  /// A renewal that is not paid is not paid however it is decided.
  private mutating func endOpenRenewals(_ clause: JSONValue, _ competing: [Int]) {
    guard clause.arguments.text("mode") == "none" else { return }
    for index in competing where claims[index].isTitle && claims[index].isOpen {
      switch claims[index].fact.text("event") {
      case nil: claims[index].lower(to: .unknown)
      case "renewal": claims[index].lower(to: .notEligible)
      default: break
      }
    }
  }

  // MARK: oncePerLevel

  /// Competing titles with a recipient by day, and whether one without a tier may stand before them: of the
  /// same recipient or, where brands are compared, one that is or may be for the same brand.
  func titles(_ competing: [Int], lowerFirst: Bool, byBrand: Bool)
    -> [(index: Int, tierless: Int?)]
  {
    let order = byDay(competing.filter { claims[$0].isTitle && claims[$0].recipient != nil }) {
      let (x, y) = (tierRank($0.level), tierRank($1.level))
      return x == y || !lowerFirst ? nil : x < y
    }
    return order.map { index in
      let tierless = order.first { other in
        other != index && claims[other].level == nil && isKin(other, index, byBrand: byBrand)
          && came(other, before: index, in: order) != false
      }
      return (index, tierless)
    }
  }

  /// Whether two titles are compared: those of one recipient or brand.
  func isKin(_ i: Int, _ j: Int, byBrand: Bool) -> Bool {
    if byBrand, let one = claims[i].object, let two = claims[j].object { return one == two }
    return claims[i].recipient == claims[j].recipient
  }

  private mutating func oncePerLevel(_ clause: JSONValue, _ competing: [Int]) {
    let isPerBrand = clause.arguments.text("per") == "object"
    let subject = { (claim: ReferenceClaim) in isPerBrand ? claim.object : claim.recipient }
    let titles = titles(competing, lowerFirst: false, byBrand: isPerBrand)
    for (index, tierless) in titles where claims[index].outcome == .eligible {
      guard let level = claims[index].level else {
        claims[index].lower(to: .unknown)
        continue
      }
      if let tierless {
        wait(index, for: tierless)
        continue
      }
      guard let own = subject(claims[index]) else {
        claims[index].lower(to: .unknown)
        continue
      }
      let same = titles.map(\.index).filter {
        $0 != index && subject(claims[$0]) == own && claims[$0].level == level
          && claims[$0].competes
      }
      let wasPaid = payments(clause).contains { payment in
        tier(payment) == level
          && (isPerBrand ? objects(of: payment).contains(own) : applicant(of: payment) == own)
      }
      if wasPaid {
        claims[index].reduce(to: 0)
      } else {
        payFirst(index, among: same, in: titles.map(\.index))
      }
    }
  }
}
