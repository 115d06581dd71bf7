import JSONLines

/// Awards that come back in part, with the events that tell how much.
extension CaseGenerator {
  /// The awards, some of them led from the seal to a recovery.
  mutating func recovering(_ awards: [JSONValue]) -> [JSONValue] {
    awards.flatMap { award -> [JSONValue] in
      let amount = award.number("amountFen") ?? 0
      guard amount > 1, award.text("payer") == nil, chance(25) else { return [award] }
      let demanded = pick([1, amount / 2, amount])
      let repaid = pick([0, 1, demanded])
      let isAll = repaid == demanded
      let end = !isAll ? "recovering" : repaid == amount ? "recovered" : "partly-recovered"
      let id = award.text("id") ?? ""
      var lines = [
        event(id, 1, "publish", "sealed", "published", ("objectionsUntil", "2027-12-03")),
        event(id, 2, "approve", "published", "approved", ("basis", "x")),
        event(id, 3, "pay", "approved", "paid", ("amountFen", .integer(amount))),
        event(id, 4, "recover", "paid", "recovering", ("amountFen", .integer(demanded))),
      ]
      if repaid > 0 {
        lines.append(event(id, 5, "repay", "recovering", end, ("amountFen", .integer(repaid))))
      }
      let members = (award.members ?? []).filter { $0.key != "state" }
      let receipt = Self.line(["commit": 1])
      return [
        .object(
          members + [JSONMember("state", .string(end)), JSONMember("receipt", receipt)]
        )
      ] + lines
    }
  }

  private func event(
    _ award: String,
    _ number: Int,
    _ action: String,
    _ from: String,
    _ to: String,
    _ more: (key: String, value: JSONValue)
  ) -> JSONValue {
    .object([
      JSONMember("kind", .string("award-event")), JSONMember("id", .string("\(award)-\(number)")),
      JSONMember("award", .string(award)), JSONMember("action", .string(action)),
      JSONMember("date", .string("2027-12-\(10 + number)")), JSONMember("by", .string("\(number)")),
      JSONMember("from", .string(from)), JSONMember("to", .string(to)),
      JSONMember("reason", .string("理由")), JSONMember(more.key, more.value),
    ])
  }
}
