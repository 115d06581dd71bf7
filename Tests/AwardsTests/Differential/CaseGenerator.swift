import JSONLines

/// Makes small random ledgers and policies in which much collides.
struct CaseGenerator {
  var random: Seeded

  init(seed: UInt64) {
    random = Seeded(seed)
  }

  mutating func below(_ limit: Int) -> Int {
    Int.random(in: 0..<limit, using: &random)
  }

  mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// One of the texts, or nothing at all.
  mutating func maybe(_ percent: Int, _ elements: [String]) -> JSONValue? {
    chance(percent) ? .string(pick(elements)) : nil
  }

  /// One of the texts, or some of them in a list.
  mutating func several(_ elements: [String]) -> JSONValue {
    if chance(50) { return .string(pick(elements)) }
    return .array((0...below(2)).map { _ in .string(pick(elements)) })
  }

  mutating func next() -> AwardCase {
    var lines = ledger()
    let policy = policy()
    lines += policy
    lines += recovering(awards(policy.filter { $0.text("kind") == "clause" }, lines))
    return AwardCase(lines)
  }

  static func line(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { JSONMember(key, $0) } })
  }
}

extension JSONValue {
  static func texts(_ values: [String]) -> JSONValue {
    .array(values.map { .string($0) })
  }
}
