import JSONLines
import Ledger
import Portfolio

/// A second engine for the tests: slow, obvious, written from what the declarations say.
struct ReferenceEngine {
  let ledger: ReferenceLedger
  let policy: JSONValue
  let year: Int
  let windowFirst: Day
  let windowLast: Day
  let inForceFrom: Day?
  let inForceUntil: Day?
  let policyID: String
  var claims: [ReferenceClaim] = []

  static let stages: [[String]] = [
    ["registeredIn", "entityType", "statusOperating", "noIncident", "routeIs", "unexpressed"],
    ["fixed", "perRegistration", "perCountry", "commend"],
    ["renewal", "highestOnly", "oncePerLevel", "upgrade"],
    ["capPerEnterprise"],
    ["pot"],
    ["payTo"],
  ]

  init(_ ledger: ReferenceLedger, policy id: String, year: Int) {
    self.ledger = ledger
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
    inForceFrom = policy.date("inForceFrom")?.first
    var ends: [Day] = []
    if let end = policy.date("inForceUntil") { ends.append(end.last) }
    if let repeal = policy.date("repealedOn") { ends.append(repeal.first + -1) }
    for other in ledger.all("policy") where other.texts("replaces")?.contains(id) == true {
      if let start = other.date("inForceFrom") { ends.append(start.first + -1) }
    }
    inForceUntil = ends.min()
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
    guard let named = clause.texts("for"), !named.isEmpty else { return true }
    return named.contains { name in
      number == name || number.hasPrefix(name + "(") || number.hasPrefix(name + "（")
    }
  }

  func governed(_ clause: JSONValue) -> [Int] {
    claims.indices.filter { governs(clause, claims[$0].clauseNumber) }
  }

  /// Each claim as `id outcome fen recipient`, in order.
  mutating func run() -> [String] {
    if let inForceFrom, inForceFrom > windowLast { return [] }
    if let inForceUntil, inForceUntil < windowFirst { return [] }
    for clause in clauses(Self.stages[1]) { select(clause) }
    for clause in clauses(Self.stages[0]) { qualify(clause) }
    for clause in clauses(Self.stages[1]) { value(clause) }
    for clause in clauses(Self.stages[2]) { combine(clause) }
    for clause in clauses(Self.stages[3]) { cap(clause) }
    for clause in clauses(Self.stages[4]) { share(clause) }
    for clause in clauses(Self.stages[5]) { payTo(clause) }
    return claims.map(\.line)
  }

  /// The payouts to a recipient that stand: of earlier rounds, and of this year those that are no claim
  /// of this round.
  func payments(to recipient: String?, _ scope: String) -> [JSONValue] {
    var lineage = [policyID]
    for _ in ledger.all("policy") {
      for name in lineage {
        for older in ledger.find("policy", name)?.texts("replaces") ?? []
        where !lineage.contains(older) {
          lineage.append(older)
        }
      }
    }
    var found: [JSONValue] = []
    for award in ledger.all("award") {
      if ["void", "recovered"].contains(award.text("state")) { continue }
      if recipient == nil || award.text("recipient") != recipient { continue }
      let awardYear = Int(award.number("year") ?? 0)
      if awardYear > year || (award.number("amountFen") ?? 0) <= 0 { continue }
      if award.text("policy") == policyID,
        claims.contains(where: { $0.id == award.text("claim") })
      {
        continue
      }
      if scope != "all", award.text("payer") != nil { continue }
      if scope == "policy", !lineage.contains(award.text("policy") ?? "") { continue }
      found.append(award)
    }
    return found.sorted { idPrecedes($0.text("id") ?? "", $1.text("id") ?? "") }
  }

  /// Those of this year that came from the clauses that a clause governs.
  func paymentsOfYear(to recipient: String?, _ scope: String, _ clause: JSONValue) -> [JSONValue] {
    payments(to: recipient, scope).filter { award in
      if award.number("year") != Int64(year) { return false }
      guard let named = clause.texts("for"), !named.isEmpty else { return true }
      return clauses(Self.stages[1]).contains {
        $0.text("id") == award.text("clause") && governs(clause, $0.text("number") ?? "")
      }
    }
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

  mutating func wait(_ index: Int, for other: Int) {
    claims[index].lower(to: claims[other].outcome)
  }
}
