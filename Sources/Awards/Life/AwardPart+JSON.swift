import JSONLines
import Portfolio

extension AwardPart {
  private static let amountKey = "amountFen"
  private static let conditionKey = "when"

  /// Reads parts as they are stored; `nil` where the value is no list of parts.
  static func read(_ value: JSONValue) -> [AwardPart]? {
    guard let list = value.array, !list.isEmpty else { return nil }
    var parts: [AwardPart] = []
    for item in list {
      guard let fen = item[amountKey]?.integer, fen > 0 else { return nil }
      parts.append(AwardPart(Money(fen: fen), when: item[conditionKey]?.string))
    }
    return parts
  }

  /// The parts as they are stored.
  static func json(_ parts: [AwardPart]) -> JSONValue {
    .array(
      parts.map { part in
        let condition = part.condition.map { [JSONMember(conditionKey, .string($0))] } ?? []
        return .object([JSONMember(amountKey, part.amount.json)] + condition)
      }
    )
  }

  /// Whether parts add up to an amount, to the fen.
  static func parts(_ parts: [AwardPart], addUpTo amount: Money) -> Bool {
    parts.reduce(Int128(0)) { $0 + Int128($1.amount.fen) } == Int128(amount.fen)
  }
}
