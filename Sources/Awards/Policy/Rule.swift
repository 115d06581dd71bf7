import Bilingual
import Ledger
import Portfolio

/// A clause that was read: its operation with its arguments, ready to be carried out.
struct Rule: Sendable {
  let id: RecordID
  let policy: RecordID
  let number: String
  let order: Int?
  /// The numbers of the clauses whose claims it governs; empty for all of the policy.
  let governed: [String]
  var stage: Stage
  var operation: any Operation
  let record: Record
  /// Whether it is what another clause demands before any amount is given.
  private(set) var isDemand = false
  /// In a policy that it overrides: the days whose facts it governs.
  var foreignDays: Days?

  struct Days: Sendable {
    let from: Day
    let until: Day?
  }

  /// Whether a number of its `for` names a clause: the clause's own, or its article's.
  static func covers(_ named: String, _ number: String) -> Bool {
    guard number.utf8.starts(with: named.utf8) else { return false }
    let rest = number.dropFirst(named.count)
    return rest.isEmpty || ["(", "（", "."].contains { rest.hasPrefix($0) }
  }

  func governs(_ rule: Rule) -> Bool {
    foreignDays != nil || governed.isEmpty || governed.contains { Self.covers($0, rule.number) }
  }

  /// Whether it may govern the share of a department that it names, which hangs on what all others get.
  var governsShares: Bool {
    !governed.isEmpty && (stage == .schedule || operation is Unexpressed && foreignDays == nil)
  }

  /// Whether it governs facts of a day, as the days of an overriding policy are limited; `nil` where the date
  /// leaves that open.
  func covers(_ date: PartialDate?) -> Bool? {
    guard let days = foreignDays else { return true }
    return date?.lies(from: days.from, until: days.until)
  }

  var valuation: (any Valuation)? { operation.valuation }

  /// The clause as what it demands before any amount is given, and as itself.
  var parts: [Rule] {
    guard let condition = operation.condition else { return [self] }
    var demand = self
    demand.isDemand = true
    demand.stage = .qualify
    demand.operation = condition
    return [demand, self]
  }

  var isCommendation: Bool { valuation?.isCommendation ?? false }

  var isBonus: Bool { valuation?.isBonus ?? false }

  /// A sum left 64 bits.
  var overflow: Diagnostic {
    Diagnostic(
      "award-overflow",
      Phrase(
        en: "clause \(number) of \(policy): the sum is beyond what can be counted exactly",
        zh: "\(policy) \(number)：金额之和超出可精确计算的范围"
      ),
      help: Phrase(en: "check the amounts of the clause", zh: "请检查条款中的金额"),
      at: record.place
    )
  }
}
