import JSONLines
import Portfolio

extension ReferenceEngine {
  static let dateKeys = [
    "recognition": "awarded", "trademark": "registeredOn", "patent": "grantedOn",
    "membership": "admittedOn", "case": "closedOn", "expense": "paidOn", "loan": "contractOn",
    "application": "appliedOn", "paid": "sealedOn",
  ]
  static let endKeys = [
    "recognition": "revokedOn", "trademark": "endedOn", "patent": "endedOn",
  ]
  static let filterKeys = [
    "recognition": [
      "scheme", "level", "family", "route", "event", "rank", "firstForHolder", "firstEver",
    ],
    "trademark": [
      "route", "kind", "office", "classes", "designations", "firstForHolder", "firstEver",
    ],
    "patent": ["type", "office", "firstForHolder", "firstEver"],
    "membership": ["state", "mark"],
    "case": ["right", "channel", "outcome"],
    "expense": ["category", "official", "right", "type"],
    "loan": ["repaid", "right"], "application": ["policy", "clause", "stages"],
    "paid": ["payer", "policy"],
  ]
  static let circumstances = ["recognition": ["route", "event"], "case": ["outcome"]]

  /// Whether a fact no longer stands when the round's days are over; `nil` where that is open.
  func isOver(_ kind: String, _ fact: JSONValue) -> Bool? {
    guard kind == "membership" else {
      guard let end = fact.date(Self.endKeys[kind] ?? "") else { return false }
      return end.lies(from: nil, until: windowLast)
    }
    // A member ends by the first event by which it withdrew.
    let events = ledger.all("membership-event").filter {
      $0.text("membership") == fact.text("id") && $0.text("action") == "withdrawn"
    }
    if events.isEmpty { return fact.text("state") == "withdrawn" ? nil : false }
    let days = events.compactMap { $0.date("date") }
    let first = days.min { a, b in a.first == b.first ? a.last < b.last : a.first < b.first }
    return first.flatMap { $0.lies(from: nil, until: windowLast) }
  }

  static func recipient(_ kind: String, _ fact: JSONValue) -> String? {
    switch kind {
    case "recognition": fact.text("holder")
    case "trademark": fact.text("owner")
    case "patent": fact.texts("owners")?.first
    case "membership": fact.text("member")
    case "case": fact.text("rightHolder")
    case "paid": fact.text("recipient")
    default: fact.text("enterprise")
    }
  }

  static func object(_ kind: String, _ fact: JSONValue) -> String? {
    switch kind {
    case "recognition": fact.text("brand")
    case "membership": fact.text("mark")
    case "award", "paid": fact.text("object")
    case "case": fact.text("trademark") ?? fact.text("patent")
    case "expense":
      fact.text("trademark") ?? fact.text("patent") ?? fact.text("case")
        ?? (fact.text("category") == "insurance" ? fact.text("id") : nil)
    default: fact.text("id")
    }
  }

  static func hasHappenedWithoutDate(_ kind: String, _ fact: JSONValue) -> Bool {
    switch kind {
    case "trademark": fact.text("status") == "registered"
    case "patent": fact.text("status") == "granted"
    case "membership": fact.text("state") != nil && fact.text("state") != "applied"
    case "case": fact.text("stage") == "closed"
    default: true
    }
  }

  /// What the record says to a filter of some arguments; none where it does not tell.
  func values(_ kind: String, _ fact: JSONValue, _ key: String, _ arguments: JSONValue)
    -> [String]
  {
    switch key {
    case "firstForHolder": firsts(kind, fact, arguments, isOfHolder: true)
    case "firstEver": firsts(kind, fact, arguments, isOfHolder: false)
    default: values(kind, fact, key)
    }
  }

  /// What the record alone says; none where it does not tell.
  func values(_ kind: String, _ fact: JSONValue, _ key: String) -> [String] {
    if kind == "recognition", key == "level" || key == "family" {
      let scheme = ledger.find("scheme", fact.text("scheme"))
      return scheme?.text(key).map { [$0] } ?? []
    }
    if kind == "trademark", key == "kind" { return fact.text("markKind").map { [$0] } ?? [] }
    switch (kind, key) {
    case ("recognition", "rank"):
      let isAlone = fact.texts("coHolders")?.isEmpty ?? true
      return (fact.number(key) ?? (isAlone ? 1 : nil)).map { [String($0)] } ?? []
    case ("expense", "official"): return fact[key]?.boolean.map { [$0 ? "yes" : "no"] } ?? []
    case ("expense", "right"):
      return ["trademark", "patent", "case"].first { fact.text($0) != nil }.map { [$0] } ?? []
    case ("expense", "type"):
      return ledger.find("patent", fact.text("patent"))?.text("type").map { [$0] } ?? []
    case ("paid", "payer"): return payerLevel(fact).map { [$0] } ?? []
    case ("loan", "right"):
      let pledged = fact.texts("pledged") ?? []
      return ["trademark", "patent"].filter { kind in
        pledged.contains { ledger.find(kind, $0) != nil }
      }
    case ("loan", "repaid"): return [fact.text("repaidOn") == nil ? "no" : "yes"]
    default: return fact.texts(key) ?? []
    }
  }

  /// The kind of fact that a value clause is about.
  static func kind(of clause: JSONValue) -> String {
    let operation = clause.text("operation")
    switch operation {
    case "perRegistration", "perCountry": return "trademark"
    case "stream": return "expense"
    case "rateBased": return "loan"
    case "stagePayment": return "application"
    default: break
    }
    let usual = operation == "percentOf" ? "expense" : "recognition"
    return clause.arguments.text("facts") ?? usual
  }

  /// Whether a fact is another one than a value clause speaks about.
  func isOther(_ clause: JSONValue, _ fact: JSONValue) -> Bool {
    let kind = Self.kind(of: clause)
    for key in Self.filterKeys[kind] ?? [] {
      if Self.circumstances[kind]?.contains(key) == true { continue }
      guard let asked = clause.arguments.texts(key) else { continue }
      let given = values(kind, fact, key, clause.arguments)
      if !given.isEmpty, !given.contains(where: { asked.contains($0) }) { return true }
    }
    return false
  }

  func claim(of fact: JSONValue, _ kind: String, _ clause: JSONValue) -> ReferenceClaim {
    let number = clause.text("number") ?? ""
    return ReferenceClaim(
      id: "\(policyID)/\(number)#\(fact.text("id") ?? "")",
      clauseNumber: number,
      factKind: kind,
      fact: fact,
      date: fact.date(Self.dateKeys[kind] ?? ""),
      object: Self.object(kind, fact),
      level: kind == "recognition" ? values(kind, fact, "level").first : nil,
      isCommendation: clause.text("operation") == "commend",
      recipient: Self.recipient(kind, fact)
    )
  }

  /// Whether a fact of the round before is paid in this one.
  private func isCarried(
    _ clause: JSONValue,
    _ kind: String,
    _ fact: JSONValue,
    _ date: PartialDate,
    _ left: Set<String>
  ) -> Bool {
    let before = ReferenceEngine(original, policy: policyID, year: year - 1)
    guard date.last < windowFirst,
      date.lies(from: before.windowFirst, until: before.windowLast) == true
    else { return false }
    let claim = self.claim(of: fact, kind, clause)
    return left.contains(claim.id) || isLate(claim)
  }

  mutating func select(_ clause: JSONValue, _ left: Set<String>) {
    let arguments = clause.arguments
    let kind = Self.kind(of: clause)
    var found: [ReferenceClaim] = []
    for fact in ledger.all(kind) {
      let date = fact.date(Self.dateKeys[kind] ?? "")
      if date == nil, !Self.hasHappenedWithoutDate(kind, fact) { continue }
      var isInWindow = date.flatMap { $0.lies(from: windowFirst, until: windowLast) }
      let isCarried = date.map { self.isCarried(clause, kind, fact, $0, left) } ?? false
      if isCarried { isInWindow = true }
      if isOver, !isCarried { continue }
      if date != nil, isInWindow == false { continue }

      if isOther(clause, fact) { continue }
      var isUnknown = isInWindow == nil
      var isOtherwise = false
      for key in Self.filterKeys[kind] ?? [] {
        guard let asked = arguments.texts(key) else { continue }
        let given = values(kind, fact, key, arguments)
        if given.isEmpty {
          isUnknown = true
        } else if !given.contains(where: { asked.contains($0) }) {
          isOtherwise = true
        }
      }

      let recipient = Self.recipient(kind, fact)
      let lowered = date.flatMap { self.lowered(by: $0, fact) }
      switch isOver(kind, fact) {
      case true?: isOtherwise = true
      case false?: break
      case nil: isUnknown = true
      }
      if recipient == nil { isUnknown = true }

      var claim = self.claim(of: fact, kind, clause)
      claim.isCarried = isCarried
      if let lowered { claim.lower(to: lowered) }
      if isUnknown { claim.lower(to: .unknown) }
      if isOtherwise { claim.lower(to: .notApplicable) }
      found.append(claim)
    }
    claims += found.sorted { a, b in
      switch (a.date, b.date) {
      case (let x?, let y?) where x.first != y.first: x.first < y.first
      case (let x?, let y?) where x.last != y.last: x.last < y.last
      case (.some, nil): true
      case (nil, .some): false
      default: idPrecedes(a.fact.text("id") ?? "", b.fact.text("id") ?? "")
      }
    }
  }
}
