import JSONLines

/// Clauses that pay by number, bracket, place and time, and what runs behind them.
extension CaseGenerator {
  mutating func amount() -> (String, JSONValue) {
    switch below(10) {
    case 6, 7: return others()
    case 8:
      let steps = [("受理", "1元"), ("授权", "2元")].map { stage, amount in
        Self.line(["stage": .string(stage), "amount": .string(amount)])
      }
      return ("stagePayment", Self.line(["steps": .array(Array(steps.prefix(1 + below(2))))]))
    case 0: return each()
    case 1: return bracket()
    case 2:
      return (
        "rankTable",
        Self.line([
          "level": maybe(40, Self.levels),
          "amounts": .array((0...below(3)).map { _ in .string(pick(Self.amounts)) }),
        ])
      )
    case 3: return interest()
    case 4:
      return (
        "stream",
        Self.line([
          "rate": .string(pick(["50%", "1/3", "100%"])), "years": .integer(Int64(1 + below(2))),
          "category": maybe(40, ["filing", "agency"]), "rounding": rounding(),
        ])
      )
    default: return bonus()
    }
  }

  private mutating func each() -> (String, JSONValue) {
    let (facts, unit) = pick([
      ("recognition", "product"), ("recognition", "piece"), ("trademark", "class"),
      ("trademark", "country"), ("patent", "person"),
    ])
    return (
      "fixedPer",
      Self.line([
        "facts": facts == "recognition" ? nil : .string(facts), "unit": .string(unit),
        "each": .string(pick(Self.amounts)),
        "maximum": chance(50) ? .integer(Int64(1 + below(2))) : nil,
      ])
    )
  }

  /// What hangs on other payers.
  private mutating func others() -> (String, JSONValue) {
    let facts = pick(["recognition", "recognition", "trademark"])
    let isTopUp = chance(50)
    return (
      isTopUp ? "topUpTo" : "matching",
      Self.line([
        "facts": facts == "recognition" ? nil : .string(facts),
        "standard": isTopUp ? .string(pick(Self.amounts)) : nil,
        "ratio": isTopUp ? nil : maybe(60, ["50%", "1/3"]),
        "maximum": isTopUp ? nil : maybe(40, Self.amounts),
        "rounding": isTopUp ? nil : rounding(),
        "payers": chance(60) ? several(["provincial", "national"]) : nil,
      ])
    )
  }

  private mutating func bracket() -> (String, JSONValue) {
    let edge = pick(["atLeast", "above"])
    let steps = [
      Self.line(["atLeast": "10元", "amount": .string(pick(Self.amounts))]),
      .object([JSONMember(edge, "3元"), JSONMember("amount", .string(pick(Self.amounts)))]),
      Self.line(["amount": maybe(70, Self.amounts)]),
    ]
    return (
      "byBracket",
      Self.line([
        "figure": .string(pick(["tax", "tax", "retainedTax", "invested"])),
        "year": maybe(50, ["fact", "before", "round"]),
        "steps": .array(Array(steps.prefix(1 + below(3)))), "level": maybe(30, Self.levels),
      ])
    )
  }

  private mutating func interest() -> (String, JSONValue) {
    let rates = [
      Self.line([
        "from": .string(pick(["2000-01-01", "2000-01-01", "2000-01-01", "2024-07-14"])),
        "rate": .string(pick(["4%", "12%"])),
      ]),
      Self.line(["from": .string(pick(["2025-03-11", "2024-07-15"])), "rate": "6%"]),
    ]
    return (
      "rateBased",
      Self.line([
        "rates": .array(Array(rates.prefix(1 + below(2)))), "share": maybe(60, ["50%", "1/3"]),
        "basis": maybe(60, ["year", "360", "365"]), "rounding": rounding(),
      ])
    )
  }

  private mutating func bonus() -> (String, JSONValue) {
    let facts = pick(["recognition", "recognition", "trademark", "expense"])
    let also = Self.line([
      "facts": .string(pick(["trademark", "recognition", "patent"])),
      "atLeast": .integer(Int64(1 + below(2))),
    ])
    return (
      "bonusIfCount",
      Self.line([
        "facts": .string(facts), "level": facts == "recognition" ? maybe(40, Self.levels) : nil,
        "atLeast": .integer(Int64(1 + below(3))), "amount": .string(pick(Self.amounts)),
        "also": chance(40) ? .array([also]) : nil,
      ])
    )
  }

  /// A clause that changes amounts of others, or gives a share of them.
  mutating func factor(among numbers: [String]) -> (String, JSONValue) {
    switch below(5) {
    case 4:
      return (
        "capAcrossLevels",
        Self.line([
          "right": .string(pick(["trademark", "trademark", "patent"])),
          "rate": .string(pick(["50%", "1/3"])),
          "fees": chance(40) ? several(["filing", "agency"]) : nil,
        ])
      )
    case 0:
      return ("stackWith", Self.line(["payers": chance(50) ? several(Self.levels) : nil]))
    case 1:
      return (
        "percentOfTotal",
        Self.line([
          "of": several(numbers + ["1"]), "rate": .string(pick(["10%", "1/3", "100%"])),
          "recipient": .string(pick(["e3", "e1"])), "rounding": rounding(),
        ])
      )
    default:
      let facts = pick(["recognition", "recognition", "trademark", "expense"])
      return (
        "scaleFactor",
        Self.line([
          "facts": facts == "recognition" ? nil : .string(facts),
          "rate": .string(pick(["50%", "1/3", "0.1"])), "rounding": rounding(),
          "level": facts == "recognition" ? maybe(70, Self.levels) : nil,
          "route": facts == "trademark" ? maybe(70, ["madrid", "foreign"]) : nil,
          "category": facts == "expense" ? maybe(70, ["filing", "agency"]) : nil,
        ])
      )
    }
  }

  /// Clauses that tell how the office goes about it; no amount hangs on them.
  mutating func procedure() -> (String, JSONValue) {
    switch below(6) {
    case 0:
      return (
        "payAs",
        Self.line(["form": maybe(70, ["voucher", "cash"]), "use": maybe(50, ["知识产权服务"])])
      )
    case 1: return ("payWithin", Self.line(["workingDays": .integer(Int64(1 + below(5)))]))
    case 2: return ("preCheckBy", Self.line(["office": .string(pick(Self.offices))]))
    case 3:
      return (
        "publication",
        Self.line([
          "days": .integer(Int64(3 + below(5))), "count": maybe(50, ["working", "calendar"]),
        ])
      )
    case 4: return ("approveBy", Self.line(["office": .string(pick(Self.offices))]))
    default:
      return (
        "clawback",
        Self.line([
          "reasons": several(["fraud", "revoked-title", "misuse"]), "share": maybe(50, ["50%"]),
          "banYears": chance(50) ? .integer(Int64(1 + below(3))) : nil,
          "banned": chance(40) ? several(["applicant", "recipient"]) : nil,
        ])
      )
    }
  }
}
