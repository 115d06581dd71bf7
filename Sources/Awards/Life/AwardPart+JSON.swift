import JSONLines
import Ledger
import Portfolio

extension AwardPart {
  private static let amountKey = "amountFen"
  private static let conditionKey = "when"
  private static let payeeKey = "payee"
  private static let recipientKey = "recipient"
  private static let stageKey = "stage"
  private static let monthsKey = "dueMonths"

  /// Reads parts as they are stored; `nil` where the value is no list of parts.
  static func read(_ value: JSONValue) -> [AwardPart]? {
    guard let list = value.array, !list.isEmpty else { return nil }
    var parts: [AwardPart] = []
    for item in list {
      guard let fen = item[amountKey]?.integer, fen > 0 else { return nil }
      let months = item[monthsKey]?.integer
      guard months.map({ (1...1200).contains($0) }) ?? true else { return nil }
      parts.append(
        AwardPart(
          Money(fen: fen),
          when: item[conditionKey]?.string,
          payee: item[payeeKey]?.string,
          recipient: (item[recipientKey]?.string).map { RecordID($0) },
          stage: item[stageKey]?.string,
          dueMonths: months.map { Int($0) }
        )
      )
    }
    return parts
  }

  /// The parts as they are stored.
  static func json(_ parts: [AwardPart]) -> JSONValue {
    .array(
      parts.map { part in
        var members = [JSONMember(amountKey, part.amount.json)]
        func add(_ key: String, _ value: JSONValue?) {
          if let value { members.append(JSONMember(key, value)) }
        }
        add(conditionKey, part.condition.map { .string($0) })
        add(payeeKey, part.payee.map { .string($0) })
        add(recipientKey, part.recipient.map { .string($0.text) })
        add(stageKey, part.stage.map { .string($0) })
        add(monthsKey, part.dueMonths.map { .integer(Int64($0)) })
        return .object(members)
      }
    )
  }

  /// The parts in which the clauses pay a claim, as they are stored; `nil` where it is paid at once.
  static func json(_ claim: Claim) -> JSONValue? {
    let parts = claim.parts.filter { $0.amount > .zero }.map { part in
      AwardPart(
        part.amount,
        when: part.condition,
        // A name may change; the record that it stands for does not.
        payee: part.recipient == nil && !part.payee.isEmpty ? part.payee : nil,
        recipient: part.recipient == claim.recipient ? nil : part.recipient,
        stage: part.stage,
        dueMonths: part.dueMonths
      )
    }
    return parts.isEmpty ? nil : json(parts)
  }

  /// Whether the clauses still pay a claim in the parts that were sealed.
  ///
  /// Where it comes to less, because some is void or came back, they divide what is left: only amounts may differ then,
  /// and parts be missing to which nothing is left.
  static func fits(_ sealed: JSONValue, _ claim: Claim, of awarded: Money) -> Bool {
    let now = json(claim)
    guard claim.amount < awarded else { return now == sealed }
    guard let parts = now.flatMap(read), let all = read(sealed) else { return false }
    var left = all[...]
    return parts.allSatisfy { part in
      guard let place = left.firstIndex(where: { $0.worth(.zero) == part.worth(.zero) }) else {
        return false
      }
      left = left[(place + 1)...]
      return true
    }
  }

  /// Whether parts add up to an amount, to the fen.
  static func parts(_ parts: [AwardPart], addUpTo amount: Money) -> Bool {
    parts.reduce(Int128(0)) { $0 + Int128($1.amount.fen) } == Int128(amount.fen)
  }
}
