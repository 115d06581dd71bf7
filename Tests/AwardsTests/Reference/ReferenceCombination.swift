import JSONLines
import Portfolio

extension ReferenceEngine {
  mutating func combine(_ clause: JSONValue) {
    let competing = governed(clause).filter { claims[$0].competes }
    switch clause.text("operation") {
    case "renewal": renewal(clause, competing)
    case "highestOnly": highestOnly(clause, competing)
    case "oncePerLevel": oncePerLevel(clause, competing)
    case "upgrade": upgrade(clause, competing)
    default: break
    }
  }

  // MARK: renewal

  private mutating func renewal(_ clause: JSONValue, _ competing: [Int]) {
    for index in competing where claims[index].isTitle {
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
  private func share(of worth: Int64, _ arguments: JSONValue) -> Int64? {
    let text = arguments.text("rate") ?? "1"
    var above = 0
    var below = 1
    if text.contains("/") {
      let parts = text.split(separator: "/").compactMap { Int($0) }
      (above, below) = (parts[0], parts[1])
    } else {
      let digits = text.replacing("%", with: "")
      let parts = digits.split(separator: ".")
      above = Int(parts.joined()) ?? 0
      for _ in 0..<(parts.count > 1 ? parts[1].count : 0) { below *= 10 }
      if text.hasSuffix("%") { below *= 100 }
    }
    let exact = Int(worth) * above
    guard let rounding = arguments["rounding"] else {
      return exact % below == 0 ? Int64(exact / below) : nil
    }
    let unit = below * Int(rounding.fen("unit") ?? 1)
    var units = 0
    while (units + 1) * unit <= exact { units += max(1, (exact / unit - units)) }
    let rest = exact - units * unit
    switch rounding.text("direction") {
    case "up": units += rest > 0 ? 1 : 0
    case "nearest": units += rest * 2 >= unit ? 1 : 0
    default: break
    }
    return Int64(units * unit / below)
  }

  /// Whether the holder was paid for this brand at this tier before.
  private func wasPaid(_ clause: JSONValue, _ claim: ReferenceClaim) -> Bool? {
    let scope = clause.arguments.text("earlier") ?? "policy"
    var isOpen = false
    for payment in payments(to: claim.recipient, scope, clause)
    where (payment.number("amountFen") ?? 0) > 0 {
      guard let tier = payment.text("level") else { continue }
      let isSameTier = claim.level.map { $0 == tier }
      var isSameBrand: Bool?
      if let object = payment.text("object"), let own = claim.object { isSameBrand = object == own }
      if isSameTier == false || isSameBrand == false { continue }
      if isSameTier == true, isSameBrand == true { return true }
      isOpen = true
    }
    return isOpen ? nil : false
  }

  // MARK: highestOnly

  private func isHigher(_ i: Int, _ j: Int) -> Bool {
    let (a, b) = (claims[i], claims[j])
    if a.worth != b.worth { return a.worth > b.worth }
    if tierRank(a.level) != tierRank(b.level) { return tierRank(a.level) > tierRank(b.level) }
    return i < j
  }

  private mutating func highestOnly(_ clause: JSONValue, _ competing: [Int]) {
    let isPerBrand = clause.arguments.text("per") == "brand"
    let before = claims
    for index in competing where before[index].outcome == .eligible {
      let rivals = competing.filter {
        $0 != index && before[$0].recipient == before[index].recipient
      }
      if isPerBrand, before[index].object == nil {
        if !rivals.isEmpty { claims[index].lower(to: .unknown) }
        continue
      }
      let same = rivals.filter { !isPerBrand || before[$0].object == before[index].object }
      let maybe = rivals.filter { isPerBrand && before[$0].object == nil }
      let higher = same.filter { isHigher($0, index) }
      if higher.contains(where: { before[$0].outcome == .eligible }) {
        claims[index].reduce(to: 0)
      } else if let rival = higher.first(where: { before[$0].isOpen }) {
        claims[index].lower(to: before[rival].outcome)
      } else if maybe.contains(where: { isHigher($0, index) }) {
        claims[index].lower(to: .unknown)
      }
    }
  }

  // MARK: oncePerLevel

  private mutating func oncePerLevel(_ clause: JSONValue, _ competing: [Int]) {
    let scope = clause.arguments.text("earlier") ?? "policy"
    let order = byDay(competing.filter { claims[$0].isTitle })
    for (place, index) in order.enumerated() {
      guard let level = claims[index].level else {
        claims[index].lower(to: .unknown)
        continue
      }
      let paid = payments(to: claims[index].recipient, scope, clause).contains {
        $0.text("level") == level && ($0.number("amountFen") ?? 0) > 0
      }
      let before = order.prefix(place).filter {
        claims[$0].recipient == claims[index].recipient && claims[index].recipient != nil
      }
      let same = before.filter { claims[$0].level == level }
      if paid || same.contains(where: { claims[$0].outcome == .eligible }) {
        claims[index].reduce(to: 0)
      } else if let open = same.first(where: { claims[$0].isOpen })
        ?? before.first(where: { claims[$0].level == nil })
      {
        wait(index, for: open)
      }
    }
  }

  // MARK: upgrade

  private mutating func upgrade(_ clause: JSONValue, _ competing: [Int]) {
    let isPerBrand = clause.arguments.text("per") == "brand"
    let isDifference = clause.arguments.text("mode") == "difference"
    let scope = clause.arguments.text("earlier") ?? "policy"
    let order = byDay(competing.filter { claims[$0].isTitle }) { a, b in
      let (x, y) = (tierRank(a.level), tierRank(b.level))
      return x == y ? nil : x < y
    }
    guard isDifference else { return }
    var deducted: [Int: [String]] = [:]
    for (place, index) in order.enumerated() {
      guard let recipient = claims[index].recipient else { continue }
      guard let level = claims[index].level else {
        claims[index].lower(to: .unknown)
        continue
      }
      let rank = tierRank(level)
      var sum: Int64 = 0
      var waits: ReferenceOutcome?
      func isSame(_ object: String?) -> Bool? {
        if !isPerBrand { return true }
        guard let object, let own = claims[index].object else { return nil }
        return object == own
      }
      for payment in payments(to: recipient, scope, clause)
      where payment.text("level") != nil && tierRank(payment.text("level")) < rank {
        let id = payment.text("id") ?? ""
        let amount = payment.number("amountFen") ?? 0
        if amount <= 0 || deducted[rank]?.contains(id) == true { continue }
        switch isSame(payment.text("object")) {
        case true?:
          sum += amount
          deducted[rank, default: []].append(id)
        case false?: break
        case nil: waits = .unknown
        }
      }
      for other in order.prefix(place) where claims[other].recipient == recipient {
        if claims[other].level != nil, tierRank(claims[other].level) >= rank { continue }
        if claims[other].outcome.rawValue >= ReferenceOutcome.notEligible.rawValue { continue }
        let id = claims[other].id
        if deducted[rank]?.contains(id) == true { continue }
        switch isSame(claims[other].object) {
        case true? where claims[other].isOpen: waits = waits ?? claims[other].outcome
        case true?:
          sum += claims[other].worth
          deducted[rank, default: []].append(id)
        case false?: break
        case nil: waits = .unknown
        }
      }
      claims[index].reduce(to: max(0, claims[index].worth - sum))
      if let waits { claims[index].lower(to: waits) }
    }
  }
}
