import JSONLines

/// Clauses about costs and counts.
extension CaseGenerator {
  /// Half of what something cost, or the like.
  mutating func share() -> JSONValue {
    Self.line([
      "figure": .string(
        pick(["cost", "cost", "principal", "officialFees", "paidByOthers", "invested"])
      ),
      "rate": maybe(70, ["50%", "1/3", "100%"]), "rounding": rounding(),
    ])
  }

  mutating func rounding() -> JSONValue? {
    guard chance(40) else { return nil }
    return Self.line([
      "unit": .string(pick(["0.01元", "1元", "0.1元"])),
      "direction": .string(pick(["down", "up", "nearest"])),
    ])
  }

  mutating func costs() -> (String, JSONValue) {
    let isLoan = chance(30)
    if !isLoan, chance(25) { return ofPayouts() }
    return (
      "percentOf",
      Self.line([
        "facts": isLoan ? "loan" : maybe(50, ["expense"]),
        "figure": isLoan ? .string(pick(["principal", "interest"])) : maybe(50, ["cost"]),
        "rate": .string(pick(["50%", "1/3", "0.3", "33.3%", "100%"])),
        "maximum": maybe(40, Self.limits), "rounding": rounding(),
        "category": isLoan ? nil : maybe(40, ["filing", "agency"]),
      ])
    )
  }

  /// A share of what was paid before.
  private mutating func ofPayouts() -> (String, JSONValue) {
    (
      "percentOf",
      Self.line([
        "facts": "paid", "rate": .string(pick(["50%", "1/3", "100%"])),
        "maximum": maybe(40, Self.limits), "rounding": rounding(),
        "payer": chance(50) ? several(Self.levels) : nil,
      ])
    )
  }

  mutating func least() -> (String, JSONValue) {
    let amounts: [JSONValue] = [share(), .string(pick(Self.limits))]
    return (
      "lesserOf",
      Self.line([
        "facts": .string(pick(["expense", "expense", "loan"])),
        "amounts": .array(Array(amounts.prefix(1 + below(2)))),
      ])
    )
  }

  mutating func counted(_ operation: String) -> (String, JSONValue) {
    let facts = pick(["recognition", "recognition", "trademark", "expense"])
    let steps = [1, 2, 3].filter { _ in chance(60) }.map { count in
      Self.line(["count": .integer(count), "amount": .string(pick(Self.amounts))])
    }
    let filter = facts == "recognition" ? maybe(40, Self.levels) : nil
    guard operation == "topN" else {
      let one = Self.line(["count": 2, "amount": "5元"])
      return (
        operation,
        Self.line([
          "facts": .string(facts), "steps": .array(steps.isEmpty ? [one] : steps), "level": filter,
        ])
      )
    }
    return (
      operation,
      Self.line([
        "facts": .string(facts), "level": filter,
        "amounts": .array((0...below(2)).map { _ in .string(pick(Self.amounts)) }),
        "minimum": chance(40) ? .integer(Int64(1 + below(2))) : nil,
      ])
    )
  }
}
