import JSONLines

/// Clauses that demand something of recipients, of their applications and of the day.
extension CaseGenerator {
  static let sectors = ["电动工具", "海洋食品", "纺织"]
  static let sizes = ["micro", "small", "medium", "large"]
  static let offices = ["市场监管局", "工信局", "商务局"]
  static let registrations = [
    "2022-03-10", "2024-03-10", "2024-03-11", "2024-02-29", "2023", "2024-06", "2025-03-10",
  ]

  mutating func figures(_ enterprise: String, _ year: Int) -> JSONValue {
    Self.line([
      "kind": "enterprise-year", "id": .string("\(enterprise)/\(year)"),
      "enterprise": .string(enterprise), "year": .integer(Int64(year)),
      "taxFen": chance(80) ? .integer(pick([0, 299, 300, 999, 1000])) : nil,
      "retainedTaxFen": chance(60) ? .integer(pick([100, 300])) : nil,
      "salesFen": chance(60) ? .integer(pick([300, 2000])) : nil,
      "employees": chance(60) ? .integer(pick([5, 6])) : nil,
    ])
  }

  mutating func requirement() -> (String, JSONValue) {
    switch below(12) {
    case 0: return ("taxIn", Self.line(["area": several(["320681", "启东市"])]))
    case 1: return ("sizeAtLeast", Self.line(["size": .string(pick(Self.sizes + ["designated"]))]))
    case 2: return ("minYearsOperating", Self.line(["years": .integer(Int64(1 + below(3)))]))
    case 3:
      let isIn = chance(60)
      return (
        "sector",
        Self.line([
          "in": isIn ? several(Self.sectors) : nil,
          "notIn": !isIn || chance(20) ? several(Self.sectors) : nil,
        ])
      )
    case 4: return figureAtLeast()
    case 5:
      return (
        "notBanned", Self.line(["categories": chance(50) ? several(["fraud", "safety"]) : nil])
      )
    case 6: return ("holderIsFirst", .object([]))
    case 7:
      let isYears = chance(50)
      return (
        "withinOf",
        Self.line([
          "years": isYears ? 1 : nil,
          "months": !isYears || chance(20) ? .integer(Int64(1 + below(6))) : nil,
        ])
      )
    case 8:
      let isMove = chance(60)
      return (
        "pledge",
        Self.line([
          "pledge": isMove ? "no-move" : "credit", "years": isMove && chance(60) ? 10 : nil,
        ])
      )
    case 9: return ("recommendedBy", Self.line(["by": several(Self.offices)]))
    case 10:
      return ("selfFundedRatioAtLeast", Self.line(["ratio": .string(pick(["50%", "1/3", "0.3"]))]))
    default: return overlaySwitch()
    }
  }

  /// A rule kept as text, for all or for the facts that it names.
  mutating func unexpressed() -> (String, JSONValue) {
    let facts = pick(["recognition", "recognition", "trademark", "expense"])
    return (
      "unexpressed",
      Self.line([
        "because": maybe(40, ["一事一议"]), "facts": maybe(60, [facts]),
        "route": facts == "recognition" && chance(40) ? several(["judicial"]) : nil,
      ])
    )
  }

  private mutating func figureAtLeast() -> (String, JSONValue) {
    let figure = pick([
      "tax", "tax", "retainedTax", "sales", "employees", "invested", "cost", "recovered",
      "officialFees", "paidByOthers",
    ])
    let isOfYears = ["tax", "retainedTax", "sales", "employees"].contains(figure)
    return (
      "figureAtLeast",
      Self.line([
        "figure": figure == "tax" && chance(50) ? nil : .string(figure),
        "amount": figure == "employees" ? nil : .string(pick(["3元", "10元"])),
        "count": figure == "employees" ? 6 : nil,
        "year": isOfYears ? maybe(60, ["fact", "before", "round"]) : nil,
        "withinYears": isOfYears && chance(30) ? .integer(Int64(1 + below(3))) : nil,
      ])
    )
  }

  private mutating func overlaySwitch() -> (String, JSONValue) {
    let facts = pick(["recognition", "recognition", "trademark", "expense"])
    return (
      "overlaySwitch",
      Self.line([
        "facts": facts == "recognition" ? nil : .string(facts),
        "from": maybe(60, ["2025-03-10", "2025-03-11", "2024-07-15"]),
        "until": maybe(30, ["2025-03-10", "2025-06-01"]),
        "level": facts == "recognition" && chance(60) ? several(Self.levels) : nil,
        "route": facts == "trademark" && chance(60) ? several(["madrid", "foreign"]) : nil,
        "category": facts == "expense" && chance(60) ? "filing" : nil,
      ])
    )
  }
}
