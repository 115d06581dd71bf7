public import Ledger
public import Portfolio

extension Round {
  /// By what awards are summed up.
  public enum Grouping: String, CaseIterable, Sendable {
    /// The recipient's town.
    case town
    /// The title's tier.
    case level
    /// The clause that gives the amount.
    case clause
  }

  /// What is paid to one town, at one tier, or by one clause.
  public struct Subtotal: Hashable, Sendable {
    /// The town's or clause's id, or the tier's code; `nil` for what has none.
    public let key: String?
    /// How many claims are eligible, commendations among them.
    public let count: Int
    /// Their sum.
    public let amount: Money
  }

  /// Sums up what is eligible.
  ///
  /// - Parameter grouping: By what.
  /// - Returns: One subtotal a key: clauses in their order, the others by key, what has none at the end.
  /// - Throws: ``Diagnostics`` for a sum that cannot be counted exactly.
  public func subtotals(by grouping: Grouping) throws(Diagnostics) -> [Subtotal] {
    var keys: [String?] = []
    var groups: [String?: [Claim]] = [:]
    for claim in claims where claim.outcome == .eligible {
      let key: String? =
        switch grouping {
        case .town: evidence.enterprises[claim.recipient]?[Enterprise.town]?.text
        case .level: claim.level?.rawValue
        case .clause: claim.clause.text
        }
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(claim)
    }
    if grouping != .clause { keys.sort { Self.precedes($0, $1, grouping) } }
    var subtotals: [Subtotal] = []
    for key in keys {
      let group = groups[key] ?? []
      subtotals.append(Subtotal(key: key, count: group.count, amount: try Self.sum(group)))
    }
    return subtotals
  }

  private static func precedes(_ a: String?, _ b: String?, _ grouping: Grouping) -> Bool {
    guard let a, let b else { return a != nil && b == nil }
    guard grouping == .level else { return RecordID(a) < RecordID(b) }
    return (BrandLevel(rawValue: a)?.rank ?? 0) > (BrandLevel(rawValue: b)?.rank ?? 0)
  }
}
