import JSONLines
import TestSupport

/// Makes small random ledgers and policies in which much collides.
struct CaseGenerator {
  var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed)
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
    if chance(10) { lines = lines.map(Self.enlarged) }
    return AwardCase(lines, year: pick([2025, 2025, 2025, 2025, 2024, 2026]))
  }

  /// A record whose amounts are so large that products of two of them leave 64 bits.
  private static func enlarged(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      .object(
        members.map { member in
          guard member.key.hasSuffix("Fen"), let fen = member.value.integer else {
            return JSONMember(member.key, enlarged(member.value))
          }
          return JSONMember(member.key, .integer(fen * 1_000_000_000_000))
        }
      )
    case .array(let elements): .array(elements.map(enlarged))
    case .string(let text) where text.hasSuffix("元") && text != "0.01元":
      .string(text.replacing("元", with: "万亿元"))
    default: value
    }
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
