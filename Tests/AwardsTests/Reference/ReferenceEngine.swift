import JSONLines
import Ledger
import Portfolio

/// A second engine for the tests: slow, obvious, written from what the declarations say.
struct ReferenceEngine {
  var ledger: ReferenceLedger
  /// The ledger as it was given, without what replaced policies pay.
  let original: ReferenceLedger
  let policy: JSONValue
  let year: Int
  let windowFirst: Day
  let windowLast: Day
  let policyID: String
  var claims: [ReferenceClaim] = []
  /// What titles of the round came to when the clauses ran before, where another title hangs on them.
  var ends: [String: ReferenceClaim] = [:]
  /// The titles that hang on one another without an end.
  var endless: Set<String> = []
  /// What the budget made of claims that were preferred to others: left out, or still open.
  var fates: [String: ReferenceOutcome] = [:]
  /// The claims that were preferred to others in this run, and what became of them.
  var preferred: Set<String> = []
  var foundFates: [String: ReferenceOutcome] = [:]
  /// The claims that are left to people, so that they get nothing.
  var held: Set<String> = []
  /// What upgrades took titles to get: which title, what, and for whom it matters.
  var taken: [(title: String, fen: Int64?, by: String)] = []
  /// What limits left of claims when they were carried out before.
  var cuts: [Int: ReferenceCut] = [:]
  /// Whether a sum was shared by scores; before that no cap looks at who takes part.
  var isShared = false
  /// Whether what departments get is known, so that only that is still to be paid out.
  var isTotalled = false
  /// Whether what may lie in the days of an overriding policy is taken as if it did.
  var takesUnsureDays = false
  /// Whether facts whose day leaves open if an overriding policy covers them are left out, to see what it does to others.
  var skipsUnsureDays = false
  /// Whether the policy has ended, so that only what the round before left is paid.
  var isOver = false
  /// What each key of the last priority says of the claims that it governs.
  var priority: [[Int: Double]] = []

  static let stages: [[String]] = [
    [
      "registeredIn", "entityType", "foreignInvested", "statusOperating", "noIncident", "routeIs",
      "unexpressed",
      "applicationWindow", "taxIn", "sizeAtLeast", "minYearsOperating", "sector", "figureAtLeast",
      "notBanned", "holderIsFirst", "withinOf", "pledge", "recommendedBy", "selfFundedRatioAtLeast",
      "overlaySwitch",
    ],
    [
      "fixed", "perRegistration", "perCountry", "commend", "rangeDecided", "percentOf", "lesserOf",
      "topN", "milestone", "fixedPer", "byBracket", "rankTable", "rateBased", "stream",
      "bonusIfCount", "topUpTo", "matching", "stagePayment",
    ],
    ["renewal", "highestOnly", "oncePerLevel", "upgrade", "onceEver", "dedup", "exclusiveWith"],
    ["capPerEnterprise", "capPer", "pieceCap", "capAcrossLevels"],
    ["pot", "priority", "quota", "scoreSplit"],
    ["payTo", "split", "instalments", "percentOfTotal"],
  ]

  init(_ ledger: ReferenceLedger, policy id: String, year: Int) {
    self.ledger = ledger
    original = ledger
    self.year = year
    policyID = id
    policy = ledger.find("policy", id) ?? .null
    let window = policy["window"] ?? .object([])
    let from = window.text("from") ?? "01-01"
    let until = window.text("until") ?? "12-31"
    let firstYear = year + Int(window.number("yearOffset") ?? 0)
    let lastYear = firstYear + (until.utf8.lexicographicallyPrecedes(from.utf8) ? 1 : 0)
    windowFirst = Self.day(from, firstYear)
    windowLast = Self.day(until, lastYear)
  }

  private static func day(_ monthDay: String, _ year: Int) -> Day {
    let parts = monthDay.split(separator: "-").compactMap { Int($0) }
    return Day(year: year, month: parts[0], day: parts[1]) ?? Day(year: year, month: 2, day: 28)
      ?? Day(ordinal: 0)
  }

  /// The policy's clauses of some operations in the order in which they run.
  func clauses(_ operations: [String]) -> [JSONValue] {
    let own = ledger.all("clause").filter { $0.text("policy") == policyID }
    let chosen = own.filter { operations.contains($0.text("operation") ?? "") }
    return Self.inOrder(chosen) + foreignClauses(operations)
  }

  /// Those with an order first, the others as they stand.
  static func inOrder(_ chosen: [JSONValue]) -> [JSONValue] {
    let ordered = chosen.filter { $0.number("order") != nil }
    let others = chosen.filter { $0.number("order") == nil }
    var result: [JSONValue] = []
    for order in Set(ordered.compactMap { $0.number("order") }).sorted() {
      result += ordered.filter { $0.number("order") == order }
    }
    return result + others
  }

  /// Whether a clause governs the claims of a value clause.
  func governs(_ clause: JSONValue, _ number: String) -> Bool {
    if clause["foreign"] != nil { return true }
    guard let named = clause.texts("for"), !named.isEmpty else { return true }
    return named.contains { name in
      number == name || number.hasPrefix(name + "(") || number.hasPrefix(name + "（")
    }
  }

  /// What a department gets is governed only by clauses that name it.
  func governed(_ clause: JSONValue) -> [Int] {
    spokenOf(clause).filter { isOfDays(clause, claims[$0]) ?? takesUnsureDays }
  }

  /// Those of all days.
  func spokenOf(_ clause: JSONValue) -> [Int] {
    let isForAll = clause.texts("for")?.isEmpty ?? true
    let isCap = Self.stages[3].contains(clause.text("operation") ?? "")
    let sharing = isCap && !isShared ? clauses(["scoreSplit"]) : []
    return claims.indices.filter { index in
      let number = claims[index].clauseNumber
      let isDepartment = claims[index].factKind == "policy"
      return governs(clause, number) && isDepartment == isTotalled && !(isForAll && isDepartment)
        && !sharing.contains { governs($0, number) }
    }
  }

  /// Each claim as `id outcome fen recipient`, in order.
  mutating func run() -> [String] {
    var start = self
    while true {
      let lines = settle()
      let late = claims.filter { $0.outcome == .eligible && isPaidLater($0) }
      if late.isEmpty { return lines }
      start.held.formUnion(late.map(\.id))
      self = start
    }
  }

  /// The same with the claims that are known to be left to people.
  private mutating func settle() -> [String] {
    let start = self
    // What was taken each time since the budget said something new, and what of it was wrong.
    var tried: [(ends: [String: String], wrong: [String])] = []
    while true {
      runOnce()
      // What is open was taken for open, anything else for what it is paid.
      let wrong = taken.filter { taken in
        let end = claims.first { $0.id == taken.title }
        return taken.fen != (end?.isOpen == true ? nil : end?.amount)
      }
      let newFates = foundFates.filter { id, fate in
        fates[id] == nil || fates[id] != .notEligible && fate == .notEligible
      }
      if wrong.isEmpty, newFates.isEmpty {
        supplement()
        return lines
      }
      var next = start
      next.ends = ends
      next.endless = endless
      next.fates = fates
      if wrong.isEmpty {
        next.fates.merge(newFates) { _, new in new }
        tried = []
        self = next
        continue
      }
      for (title, _, _) in taken { next.ends[title] = claims.first { $0.id == title } }
      let found = next.ends.mapValues { "\($0.outcome) \($0.amount)" }
      tried.append((found, wrong.map(\.by)))
      if let place = tried.dropLast().firstIndex(where: { $0.ends == found }) {
        // It goes round and round: whoever does not fit is left to people, and all begins anew.
        next.endless = endless.union(tried[(place + 1)...].flatMap(\.wrong))
        next.ends = [:]
        tried = []
      }
      self = next
    }
  }

  private mutating func runOnce() {
    isOver = standings(from: windowFirst, until: windowLast) == [.none]
    if isOver, !mayCarry { return }
    payReplaced()
    let left = leftOver()
    for clause in clauses(Self.stages[1]) { select(clause, left) }
    for clause in clauses(["percentOfTotal"]) { selectTotal(clause) }
    for index in claims.indices where cameBack(claims[index]) || held.contains(claims[index].id) {
      claims[index].lower(to: .notEligible)
    }
    for clause in clauses(Self.stages[0]) { qualify(clause) }
    for clause in clauses(["payTo"]) { qualifyPayee(clause) }
    for clause in clauses(Self.stages[1]) { value(clause) }
    for clause in clauses(["scaleFactor"]) { scale(clause) }
    for clause in clauses(Self.stages[2]) { combine(clause) }
    limit()
    for clause in clauses(Self.stages[4]) {
      let standing = claims.filter { preferred.contains($0.id) && $0.outcome == .eligible }
      share(clause)
      keepFates(of: standing.map(\.id), clause)
      guard clause.text("operation") == "scoreSplit" else { continue }
      isShared = true
      limit()
    }
    let steps = [["payTo"], ["split"], ["instalments"]]
    for clause in steps.flatMap(clauses) { schedule(clause) }
    for clause in clauses(["percentOfTotal"]) { payTotal(clause) }
    isTotalled = true
    for clause in clauses(["unexpressed"]) where clause["foreign"] == nil { qualify(clause) }
    for clause in steps.flatMap(clauses) { schedule(clause) }
  }

  private var lines: [String] {
    // Of a department's share that was paid in full nothing more is said.
    claims.filter { claim in
      claim.factKind != "policy" || claim.id.hasSuffix("#\(year)")
        || claim.outcome != .notApplicable
    }
    .map(\.line)
  }

  /// The policy and all that it replaced.
  var lineage: [String] { lineage(of: policyID) }

  /// Adds what the policies that were replaced within the year pay, as if it were sealed.
  private mutating func payReplaced() {
    for older in lineage.dropFirst() {
      var engine = ReferenceEngine(ledger, policy: older, year: year)
      _ = engine.run()
      for claim in engine.claims where claim.amount > 0 && claim.recipient != nil {
        let sealed = ledger.all("award").first { award in
          award.text("claim") == claim.id && award.text("policy") == older
            && !["void", "recovered"].contains(award.text("state"))
        }
        if sealed != nil { continue }
        ledger.records.append(
          .object(
            [
              JSONMember("kind", .string("award")), JSONMember("id", .string(claim.id)),
              JSONMember("computed", .boolean(true)),
              JSONMember("policy", .string(older)), JSONMember("year", .integer(Int64(year))),
              JSONMember("recipient", .string(claim.recipient ?? "")),
              JSONMember("amountFen", .integer(claim.amount)),
              JSONMember("state", .string("sealed")),
              JSONMember("clause", .string("\(older)/\(claim.clauseNumber)")),
              JSONMember("claim", .string(claim.id)),
              JSONMember("facts", .array([.string(claim.fact.text("id") ?? "")])),
            ]
              + (claim.object.map { [JSONMember("object", .string($0))] } ?? [])
              + (claim.level.map { [JSONMember("level", .string($0))] } ?? [])
          )
        )
      }
    }
  }

  /// The payouts that stand for what somebody won or did: of earlier rounds, and of this year those that are no claim
  /// of this round.
  func payments(to recipient: String?, _ scope: String) -> [JSONValue] {
    payments(scope).filter { recipient != nil && applicant(of: $0) == recipient }
  }

  /// Those to whomever.
  func payments(_ scope: String) -> [JSONValue] {
    let lineage = lineage
    var found: [JSONValue] = []
    for award in ledger.all("award") {
      if ["void", "recovered"].contains(award.text("state")) { continue }
      let awardYear = Int(award.number("year") ?? 0)
      if awardYear > year || kept(award) <= 0 { continue }
      if award.text("policy") == policyID,
        claims.contains(where: { $0.id == award.text("claim") })
      {
        continue
      }
      if scope != "all", isOfOthers(award) { continue }
      if scope == "policy", !lineage.contains(award.text("policy") ?? "") { continue }
      found.append(award)
    }
    return found.sorted { idPrecedes($0.text("id") ?? "", $1.text("id") ?? "") }
  }

  /// Whose fact a payout rewards: the recipient's, but where a clause pays another who won it.
  func applicant(of award: JSONValue) -> String? {
    let clauses = ledger.all("clause").filter { $0.text("policy") == award.text("policy") }
    let isPaidToAnother = clauses.contains { clause in
      clause.text("operation") == "payTo"
        && ["brandOwner", "organiser", "agency", "responsibleUnit"]
          .contains(clause.arguments.text("payee"))
        && governs(clause, ledger.find("clause", award.text("clause"))?.text("number") ?? "")
    }
    guard isPaidToAnother, let value = ledger.find("clause", award.text("clause")),
      Self.stages[1].contains(value.text("operation") ?? "")
    else { return award.text("recipient") }
    let kind = Self.kind(of: value)
    let facts = (award.texts("facts") ?? []).compactMap { ledger.find(kind, $0) }
    return facts.compactMap { Self.recipient(kind, $0) }.first ?? award.text("recipient")
  }

  /// What was sealed, less what came back.
  func kept(_ award: JSONValue) -> Int64 {
    let sealed = award.number("amountFen") ?? 0
    guard award["receipt"] != nil else { return sealed }
    let events = ledger.all("award-event").filter { $0.text("award") == award.text("id") }
    return events.filter { $0.text("action") == "repay" }
      .reduce(sealed) { $0 - ($1.number("amountFen") ?? 0) }
  }

  /// Whether all that was sealed here for a claim came back, and nothing was sealed for it anew.
  func cameBack(_ claim: ReferenceClaim) -> Bool {
    let awards = ledger.all("award").filter { $0.text("claim") == claim.id }
    return awards.allSatisfy { ["void", "recovered"].contains($0.text("state")) }
      && awards.contains { $0.text("state") == "recovered" && $0["receipt"] != nil }
  }

  /// The tier that a payout was for: its own, else the highest of the titles that it names.
  func tier(_ award: JSONValue) -> String? {
    if let level = award.text("level") { return level }
    let titles = (award.texts("facts") ?? []).compactMap { ledger.find("recognition", $0) }
    let tiers = titles.compactMap { ledger.find("scheme", $0.text("scheme"))?.text("level") }
    return tiers.max { tierRank($0) < tierRank($1) }
  }

  /// The payouts for what a clause is about, to whomever.
  func payments(_ clause: JSONValue) -> [JSONValue] {
    payments(clause.arguments.text("earlier") ?? "policy").filter { isAbout(clause, $0) }
  }

  /// The payouts to a recipient for what a clause is about: of its own clauses by their ids, of others by
  /// the facts.
  func payments(to recipient: String?, _ clause: JSONValue) -> [JSONValue] {
    payments(to: recipient, clause.arguments.text("earlier") ?? "policy").filter {
      isAbout(clause, $0)
    }
  }

  /// Those of this year.
  func paymentsOfYear(to recipient: String?, _ clause: JSONValue) -> [JSONValue] {
    payments(to: recipient, clause).filter { $0.number("year") == Int64(year) }
  }

  func isAbout(_ clause: JSONValue, _ award: JSONValue) -> Bool {
    let values = clauses(Self.stages[1])
    let isValue = values.contains { $0.text("id") == clause.text("id") }
    if !isValue, clause.texts("for")?.isEmpty ?? true {
      // A department's share is governed only by clauses that name it.
      return award.texts("facts")?.contains(award.text("policy") ?? "") != true
    }
    let about = values.filter {
      isValue ? $0.text("id") == clause.text("id") : governs(clause, $0.text("number") ?? "")
    }
    if award.text("policy") == policyID,
      values.contains(where: { $0.text("id") == award.text("clause") })
    {
      return about.contains { $0.text("id") == award.text("clause") }
    }
    let facts = award.texts("facts") ?? []
    for fact in facts {
      for value in about {
        if let record = ledger.find(Self.kind(of: value), fact), !isOther(value, record) {
          return true
        }
      }
    }
    if !lineage.contains(award.text("policy") ?? "") { return false }
    let kinds = Self.dateKeys.keys + ["award"]
    if facts.contains(where: { fact in kinds.contains { ledger.find($0, fact) != nil } }) {
      return false
    }
    guard let number = ledger.find("clause", award.text("clause"))?.text("number") else {
      return true
    }
    return isValue ? number == clause.text("number") : governs(clause, number)
  }

  /// Claims by the first day that their facts may mean, undated ones last.
  func byDay(_ indices: [Int], _ tie: (ReferenceClaim, ReferenceClaim) -> Bool? = { _, _ in nil })
    -> [Int]
  {
    indices.sorted { i, j in
      let (a, b) = (claims[i], claims[j])
      let (x, y) = (a.date?.first.ordinal ?? .max, b.date?.first.ordinal ?? .max)
      if x != y { return x < y }
      return tie(a, b) ?? (i < j)
    }
  }

  /// Whether a claim's fact came before another's, those of one day as they stand; `nil` where the days do not tell.
  func came(_ i: Int, before j: Int, in order: [Int]) -> Bool? {
    guard let a = claims[i].date, let b = claims[j].date else { return nil }
    if a.last < b.first { return true }
    if b.last < a.first { return false }
    if a.day == nil || b.day == nil { return nil }
    return (order.firstIndex(of: i) ?? 0) < (order.firstIndex(of: j) ?? 0)
  }
}
