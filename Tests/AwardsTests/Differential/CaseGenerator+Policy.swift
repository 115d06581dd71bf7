import JSONLines

extension CaseGenerator {
  static let amounts = ["1元", "2元", "3元", "5元", "10元", "0.01元", "10.01元"]
  static let limits = ["1元", "3.7元", "7元", "9.95元", "15.5元", "40元"]
  static let units = ["0.01元", "0.1元", "1元", "3元"]
  static let numbers = ["1(1)", "1(2)", "1（3）", "2", "21"]

  mutating func policy() -> [JSONValue] {
    let from = pick(["2000-01-01", "2000-01-01", "2000-01-01", "2025-03-10", "2025", "2025-03"])
    let reachesBack = from != "2000-01-01"
    var lines = [
      Self.line([
        "kind": "policy", "id": "p", "name": "办法", "payer": maybe(40, ["municipal", "county"]),
        "replaces": chance(reachesBack ? 60 : 20) ? .texts(["old"]) : nil,
        "inForceFrom": .string(from),
        "retroactiveFrom": reachesBack ? maybe(40, ["2024-12-31", "2024-07", "2020"]) : nil,
        "inForceUntil": maybe(10, ["2025-03-10", "2025-06-30", "2025-03", "2030-12-31"]),
        "repealedOn": maybe(5, ["2025-03-11", "2025-12-31"]), "window": window(),
      ]),
      Self.line([
        "kind": "policy", "id": "old", "name": "旧", "inForceFrom": "1990-01-01",
        "inForceUntil": maybe(40, ["2025-01-01", "2024-12-30", "2024-06", "2025-03-10", "1999"]),
      ]),
      Self.line([
        "kind": "policy", "id": "other", "name": "他", "inForceFrom": "1990-01-01",
        "payer": maybe(50, Self.levels),
      ]),
    ]
    if chance(10) {
      lines.append(
        Self.line([
          "kind": "policy", "id": "new", "name": "新", "replaces": .texts(["p"]),
          "inForceFrom": .string(pick(["2025-06-01", "2025-03-11", "2027-01-01"])),
          "retroactiveFrom": maybe(30, ["2025-01-01", "2025-03-10"]),
        ])
      )
    }
    if chance(15) { lines += overriding() }
    lines += clauses(of: "p", at: 5)
    if chance(40) { lines += clauses(of: "old", at: 2) }
    return lines
  }

  /// A policy of the state over local ones, with rules of its own.
  private mutating func overriding() -> [JSONValue] {
    let policy = Self.line([
      "kind": "policy", "id": "state", "name": "国家规定", "payer": "national",
      "inForceFrom": .string(pick(["2000-01-01", "2025-03-10", "2025-03-11"])),
      "inForceUntil": maybe(40, ["2025-06-01", "2025-12-30"]),
      "overrides": .texts(pick([["municipal"], ["provincial", "municipal", "county"]])),
    ])
    let rules = (0...below(3)).map { index -> JSONValue in
      let rule = rule(among: ["1"])
      let isValue = rule.0 == "percentOfTotal"
      return clause(
        "s\(index)",
        isValue ? ("statusOperating", .object([])) : rule,
        among: nil,
        of: "state"
      )
    }
    return [policy] + rules
  }

  private mutating func clauses(of policy: String, at most: Int) -> [JSONValue] {
    var numbers = Array(Self.numbers.prefix(1 + below(most)))
    let awards = numbers
    var lines: [JSONValue] = []
    for number in numbers { lines.append(clause(number, value(), among: nil, of: policy)) }
    for index in 0..<below(most) {
      let rule = rule(among: awards)
      lines.append(clause("x\(index)", rule, among: numbers, of: policy))
      if rule.0 == "percentOfTotal" { numbers.append("x\(index)") }
    }
    return lines
  }

  private mutating func window() -> JSONValue? {
    switch below(8) {
    case 0: Self.line(["from": "03-01"])
    case 1: Self.line(["from": "07-01", "until": "06-30", "yearOffset": -1])
    case 2: Self.line(["yearOffset": -1])
    case 3: Self.line(["until": "03-10"])
    default: nil
    }
  }

  private mutating func clause(
    _ number: String,
    _ operation: (name: String, arguments: JSONValue),
    among numbers: [String]?,
    of policy: String
  ) -> JSONValue {
    var named: JSONValue?
    if let numbers, operation.name != "percentOfTotal", chance(45) {
      var names = chance(30) ? ["1"] : (0...below(2)).map { _ in pick(numbers) }
      // Only these may name a department's share.
      if !["payTo", "split", "instalments", "unexpressed"].contains(operation.name) {
        names.removeAll { $0.hasPrefix("x") }
      }
      if !names.isEmpty { named = .texts(names) }
    }
    return Self.line([
      "kind": "clause", "id": .string(policy + "/" + number), "policy": .string(policy),
      "number": .string(number),
      "operation": .string(operation.name), "arguments": operation.arguments, "text": "…",
      "for": named, "order": chance(25) ? .integer(Int64(below(3))) : nil,
    ])
  }

  private mutating func value() -> (String, JSONValue) {
    switch below(23) {
    case 17...22: return amount()
    case 12: return costs()
    case 13: return least()
    case 14: return counted("topN")
    case 15, 16: return counted("milestone")
    case 10, 11:
      let facts = pick(["recognition", "recognition", "trademark", "application"])
      return (
        "rangeDecided",
        Self.line([
          "facts": .string(facts), "minimum": maybe(30, ["1元", "2元"]),
          "maximum": maybe(60, ["3元", "7元", "15元"]),
          "level": facts == "recognition" ? maybe(50, Self.levels) : nil,
        ])
      )
    case 0:
      return (
        "perRegistration",
        Self.line([
          "each": .string(pick(Self.amounts)),
          "maximum": chance(70) ? .integer(Int64(1 + below(3))) : nil,
          "route": chance(50) ? several(["domestic", "madrid", "foreign"]) : nil,
          "classes": chance(20) ? several(["28", "29"]) : nil,
        ])
      )
    case 1, 2:
      let groups = Self.line([
        "countries": pick([.texts(["EM", "JP"]), "EM", "JP"]), "each": .string(pick(Self.amounts)),
      ])
      return (
        "perCountry",
        Self.line([
          "each": .string(pick(Self.amounts)),
          "maximum": chance(60) ? .integer(Int64(1 + below(3))) : nil,
          "route": chance(80) ? .texts(["madrid", "foreign"]) : nil,
          "groups": chance(50) ? groups : nil,
        ])
      )
    case 3: return ("commend", titleFilters())
    case 4:
      let facts = pick(["trademark", "patent", "membership", "case", "expense", "loan", "paid"])
      return (
        "fixed",
        Self.line([
          "facts": .string(facts), "amount": .string(pick(Self.amounts)),
          "outcome": facts == "case" && chance(50) ? "won" : nil,
          "category": facts == "expense" && chance(50) ? "filing" : nil,
          "state": facts == "membership" && chance(50)
            ? several(["admitted", "suspended", "withdrawn"]) : nil,
          "kind": facts == "trademark" && chance(50) ? "collective" : nil,
          "type": facts == "patent" && chance(50) ? "invention" : nil,
          "right": facts == "expense" && chance(30) ? "trademark" : nil,
          "official": facts == "expense" && chance(30) ? "yes" : nil,
          "payer": facts == "paid" && chance(50) ? several(Self.levels) : nil,
          "policy": facts == "paid" && chance(30) ? several(["p", "old", "other"]) : nil,
          "repaid": facts == "loan" && chance(40) ? .string(pick(["yes", "no"])) : nil,
          "designations": facts == "trademark" && chance(20) ? several(["US", "JP"]) : nil,
          "firstForHolder": ["trademark", "patent"].contains(facts)
            ? maybe(30, ["yes", "no"]) : nil,
          "firstEver": ["trademark", "patent"].contains(facts) ? maybe(20, ["yes", "no"]) : nil,
        ])
      )
    default:
      let filters = titleFilters().members ?? []
      return ("fixed", .object(filters + [JSONMember("amount", .string(pick(Self.amounts)))]))
    }
  }

  private mutating func titleFilters() -> JSONValue {
    Self.line([
      "scheme": chance(20) ? several(Self.schemes) : nil,
      "level": chance(40) ? several(Self.levels + ["county"]) : nil,
      "family": chance(15) ? several(["product", "trademark"]) : nil,
      "route": chance(15) ? several(["administrative", "judicial"]) : nil,
      "event": chance(15) ? several(["first", "renewal"]) : nil,
      "rank": chance(8) ? several(["1", "2"]) : nil,
      "firstForHolder": maybe(12, ["yes", "no"]), "firstEver": maybe(8, ["yes", "no"]),
    ])
  }
}
