import JSONLines

extension CaseGenerator {
  static let amounts = ["1元", "2元", "3元", "5元", "10元", "0.01元", "10.01元"]
  static let limits = ["1元", "3.7元", "7元", "9.95元", "15.5元", "40元"]
  static let units = ["0.01元", "0.1元", "1元", "3元"]
  static let numbers = ["1(1)", "1(2)", "1（3）", "2", "21"]

  mutating func policy() -> [JSONValue] {
    var lines = [
      Self.line([
        "kind": "policy", "id": "p", "name": "办法", "replaces": chance(30) ? .texts(["old"]) : nil,
        "inForceFrom": .string(
          pick(["2000-01-01", "2000-01-01", "2000-01-01", "2025-03-10", "2025", "2025-03"])
        ),
        "inForceUntil": maybe(10, ["2025-03-10", "2025-06-30", "2025-03", "2030-12-31"]),
        "repealedOn": maybe(5, ["2025-03-11", "2025-12-31"]), "window": window(),
      ]),
      Self.line(["kind": "policy", "id": "old", "name": "旧", "inForceFrom": "1990-01-01"]),
      Self.line(["kind": "policy", "id": "other", "name": "他", "inForceFrom": "1990-01-01"]),
    ]
    if chance(10) {
      lines.append(
        Self.line([
          "kind": "policy", "id": "new", "name": "新", "replaces": .texts(["p"]),
          "inForceFrom": .string(pick(["2025-06-01", "2025-03-11", "2027-01-01"])),
        ])
      )
    }
    lines += clauses(of: "p", at: 5)
    if chance(40) { lines += clauses(of: "old", at: 2) }
    return lines
  }

  private mutating func clauses(of policy: String, at most: Int) -> [JSONValue] {
    let numbers = Array(Self.numbers.prefix(1 + below(most)))
    var lines: [JSONValue] = []
    for number in numbers { lines.append(clause(number, value(), among: nil, of: policy)) }
    for index in 0..<below(most) {
      lines.append(clause("x\(index)", rule(), among: numbers, of: policy))
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
    if let numbers, chance(45) {
      named = .texts(chance(30) ? ["1"] : (0...below(2)).map { _ in pick(numbers) })
    }
    return Self.line([
      "kind": "clause", "id": .string(policy + "/" + number), "policy": .string(policy),
      "number": .string(number),
      "operation": .string(operation.name), "arguments": operation.arguments, "text": "…",
      "for": named, "order": chance(25) ? .integer(Int64(below(3))) : nil,
    ])
  }

  private mutating func value() -> (String, JSONValue) {
    switch below(12) {
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
      let facts = pick(["trademark", "patent", "membership", "case", "expense", "loan"])
      return (
        "fixed",
        Self.line([
          "facts": .string(facts), "amount": .string(pick(Self.amounts)),
          "outcome": facts == "case" && chance(50) ? "won" : nil,
          "category": facts == "expense" && chance(50) ? "filing" : nil,
          "state": facts == "membership" && chance(50) ? several(["admitted", "suspended"]) : nil,
          "kind": facts == "trademark" && chance(50) ? "collective" : nil,
          "type": facts == "patent" && chance(50) ? "invention" : nil,
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
    ])
  }

  private mutating func rule() -> (String, JSONValue) {
    let earlier = maybe(50, ["policy", "city", "all"])
    switch below(22) {
    case 14:
      return (
        "onceEver",
        Self.line(["per": maybe(60, ["enterprise", "object"]), "earlier": earlier])
      )
    case 15: return ("dedup", Self.line(["key": "fact", "earlier": earlier]))
    case 16:
      return (
        "capPer",
        Self.line([
          "limit": .string(pick(Self.limits)), "earlier": earlier,
          "subject": maybe(70, ["enterprise", "object", "fact"]),
          "period": maybe(60, ["year", "lifetime"]),
        ])
      )
    case 17:
      if chance(40) {
        return (
          "applicationWindow", Self.line(["until": maybe(70, ["06-30", "03-10"])])
        )
      }
      let limits = Self.line(["from": .integer(Int64(2024 + below(2))), "maximum": 2])
      return (
        "pieceCap",
        Self.line([
          "maximum": .integer(Int64(1 + below(3))), "year": maybe(60, ["round", "fact"]),
          "limits": chance(40) ? .array([limits]) : nil, "earlier": earlier,
        ])
      )
    case 0: return ("registeredIn", Self.line(["area": several(["320681", "启东市"])]))
    case 1:
      let isIn = chance(60)
      return (
        "entityType",
        Self.line([
          "in": isIn ? several(["company", "cooperative"]) : nil,
          "notIn": !isIn || chance(20) ? several(["government", "company"]) : nil,
        ])
      )
    case 2: return ("statusOperating", .object([]))
    case 3, 4:
      let isYears = chance(70)
      return (
        "noIncident",
        Self.line([
          "years": isYears ? .integer(Int64(1 + below(2))) : nil,
          "months": !isYears || chance(20) ? .integer(Int64(1 + below(14))) : nil,
          "categories": chance(40) ? several(["safety", "tax"]) : nil,
          "severity": maybe(50, ["minor", "serious", "grave"]),
          "before": maybe(50, ["fact", "window"]),
        ])
      )
    case 5: return ("routeIs", Self.line(["route": several(["administrative", "judicial"])]))
    case 6: return ("unexpressed", .object([]))
    case 7:
      let mode = pick(["none", "rate", "full", "ifNeverPaid"])
      let rounding = Self.line([
        "unit": .string(pick(["0.01元", "1元", "0.1元"])),
        "direction": .string(pick(["down", "up", "nearest"])),
      ])
      return (
        "renewal",
        Self.line([
          "mode": .string(mode),
          "rate": mode == "rate" ? .string(pick(["50%", "1/3", "0.25", "33.3%"])) : nil,
          "rounding": mode == "rate" && chance(60) ? rounding : nil,
          "earlier": mode == "ifNeverPaid" ? earlier : nil,
        ])
      )
    case 8:
      return (
        "highestOnly",
        Self.line([
          "per": .string(pick(["enterprise", "brand", "class"])),
          "by": maybe(60, ["amount", "level"]), "earlier": earlier,
        ])
      )
    case 9: return ("oncePerLevel", Self.line(["earlier": earlier]))
    case 10:
      return (
        "upgrade",
        Self.line([
          "mode": .string(pick(["difference", "difference", "deductPaid", "deductPaid", "full"])),
          "per": maybe(60, ["enterprise", "brand"]), "class": maybe(40, ["any", "family"]),
          "downgrade": maybe(60, ["pay", "none"]), "earlier": earlier,
        ])
      )
    case 11:
      return (
        "capPerEnterprise",
        Self.line(["amount": .string(pick(Self.limits)), "earlier": earlier])
      )
    case 12:
      return (
        "pot",
        Self.line([
          "amount": .string(pick(Self.limits)), "unit": maybe(40, ["1元", "0.1元"]),
          "sharing": maybe(50, ["proRata", "order"]),
        ])
      )
    case 18: return ("quota", Self.line(["maximum": .integer(Int64(1 + below(3)))]))
    case 19:
      return ("priority", Self.line(["by": several(["level", "amount", "score"])]))
    case 20: return split()
    case 21: return instalments()
    default: return ("payTo", Self.line(["payee": .string(pick(["holder", "brandOwner"]))]))
    }
  }

  private mutating func split() -> (String, JSONValue) {
    let ratios = pick([["100%"], ["70%", "30%"], ["1/3", "1/3", "1/3"], ["0.125", "87.5%"]])
    let payees = ["holder", "研发团队", "引进单位"]
    let shares = zip(payees, ratios).map { payee, ratio in
      Self.line(["payee": .string(payee), "ratio": .string(ratio)])
    }
    return ("split", Self.line(["shares": .array(shares), "unit": maybe(60, Self.units)]))
  }

  private mutating func instalments() -> (String, JSONValue) {
    let ratios = pick([["100%"], ["60%", "40%"], ["1/3", "1/3", "1/3"], ["33.3%", "66.7%"]])
    let steps = ratios.map { ratio in
      Self.line([
        "ratio": .string(ratio), "condition": maybe(50, ["年度考核合格", "验收"]),
        "months": chance(40) ? .integer(Int64(6 * (1 + below(3)))) : nil,
      ])
    }
    return ("instalments", Self.line(["steps": .array(steps), "unit": maybe(60, Self.units)]))
  }
}
