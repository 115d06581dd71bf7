import JSONLines

/// Clauses that judge, combine, limit and share out what others give.
extension CaseGenerator {
  mutating func rule(among numbers: [String]) -> (String, JSONValue) {
    let earlier = maybe(50, ["policy", "city", "all"])
    let number = below(38)
    switch number {
    case 0...6: return qualifying(number)
    case 7...10, 14, 15, 22, 23: return combining(number, earlier)
    case 11, 16, 17: return limiting(number, earlier)
    case 12, 18, 19, 24...26: return budgeting(number)
    case 20: return split()
    case 21: return instalments()
    case 27...33: return requirement()
    case 34...36: return factor(among: numbers)
    case 37: return procedure()
    default: return payTo()
    }
  }

  /// Conditions of a claim.
  private mutating func qualifying(_ number: Int) -> (String, JSONValue) {
    switch number {
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
    case 2:
      return chance(60)
        ? ("statusOperating", .object([]))
        : ("foreignInvested", Self.line(["is": .string(pick(["yes", "no"]))]))
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
    default: return unexpressed()
    }
  }

  /// What holds between claims.
  private mutating func combining(_ number: Int, _ earlier: JSONValue?) -> (String, JSONValue) {
    switch number {
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
    case 9:
      return (
        "oncePerLevel",
        Self.line(["per": maybe(50, ["enterprise", "object"]), "earlier": earlier])
      )
    case 10:
      return (
        "upgrade",
        Self.line([
          "mode": .string(pick(["difference", "difference", "deductPaid", "deductPaid", "full"])),
          "per": maybe(60, ["enterprise", "brand"]), "class": maybe(40, ["any", "family"]),
          "downgrade": maybe(60, ["pay", "none"]), "earlier": earlier,
        ])
      )
    case 14:
      return (
        "onceEver",
        Self.line(["per": maybe(60, ["enterprise", "object"]), "earlier": earlier])
      )
    case 15:
      return (
        "dedup",
        Self.line([
          "key": .string(pick(["fact", "mark", "family", "brand"])), "earlier": earlier,
        ])
      )
    default:
      let isByPolicy = chance(50)
      return (
        "exclusiveWith",
        Self.line([
          "policies": isByPolicy ? .texts([pick(["other", "old"])]) : nil,
          "payers": chance(isByPolicy ? 30 : 70) ? several(Self.levels) : nil,
          "per": maybe(70, ["fact", "object", "enterprise"]),
        ])
      )
    }
  }

  /// Caps, by money and by pieces.
  private mutating func limiting(_ number: Int, _ earlier: JSONValue?) -> (String, JSONValue) {
    switch number {
    case 11:
      return (
        "capPerEnterprise",
        Self.line([
          "amount": .string(pick(Self.limits)), "earlier": earlier,
          "sizes": chance(25) ? several(Self.sizes) : nil,
          "towns": chance(25) ? several(["lusi", "huilong"]) : nil,
        ])
      )
    case 16:
      return (
        "capPer",
        Self.line([
          "limit": chance(30) ? share() : .string(pick(Self.limits)), "earlier": earlier,
          "subject": maybe(70, ["enterprise", "group", "object", "mark", "family", "fact"]),
          "period": maybe(60, ["year", "lifetime"]),
        ])
      )
    default:
      if chance(40) {
        return (
          "applicationWindow",
          Self.line(["until": maybe(70, ["06-30", "03-10"]), "late": maybe(60, ["nextRound"])])
        )
      }
      let first = Int64(2024 + below(2))
      let limits = Self.line([
        "from": chance(80) ? .integer(first) : nil,
        "until": chance(40) ? .integer(first + Int64(below(2))) : nil,
        "maximum": 2,
      ])
      let isLimited = chance(40)
      return (
        "pieceCap",
        Self.line([
          "maximum": isLimited && chance(50) ? nil : .integer(Int64(1 + below(3))),
          "year": maybe(60, ["round", "fact"]), "limits": isLimited ? .array([limits]) : nil,
          "subject": maybe(50, ["enterprise", "group", "object", "mark", "family"]),
          "otherYears": maybe(40, ["free", "undecided"]), "earlier": earlier,
        ])
      )
    }
  }

  /// What a budget is shared by.
  private mutating func budgeting(_ number: Int) -> (String, JSONValue) {
    switch number {
    case 12:
      return (
        "pot",
        Self.line([
          "amount": .string(pick(Self.limits)), "unit": maybe(40, ["1元", "0.1元"]),
          "sharing": maybe(50, ["proRata", "order"]), "unspent": maybe(30, ["carry"]),
        ])
      )
    case 18: return ("quota", Self.line(["maximum": .integer(Int64(1 + below(3)))]))
    case 19:
      return ("priority", Self.line(["by": several(["level", "amount", "score", "carried"])]))
    case 24:
      return (
        "scoreSplit",
        Self.line([
          "amount": .string(pick(Self.limits)),
          "minimum": chance(50) ? .integer(pick([60, 82])) : nil,
        ])
      )
    default: return ("carryOver", .object([]))
    }
  }

  private mutating func payTo() -> (String, JSONValue) {
    let isNamed = chance(25)
    let named = ["organiser", "agency", "responsibleUnit"]
    let others = [
      "holder", "brandOwner", "brandOwner", "unit", "association", "person", "firstInventor",
      "team",
    ]
    return (
      "payTo",
      Self.line([
        "payee": .string(pick(isNamed ? named : others)),
        "recipient": isNamed ? .string(pick(Self.enterprises)) : nil,
      ])
    )
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
