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
    var places: [String?: Int] = [:]
    var groups: [(count: Int, fen: Int128)] = []
    func place(of key: String?) -> Int {
      if let place = places[key] { return place }
      places[key] = keys.count
      keys.append(key)
      groups.append((0, 0))
      return keys.count - 1
    }
    // Recipients are many, towns few.
    let townPlaces =
      grouping == .town ? evidence.parties.places(of: Enterprise.town.definition) : nil
    var towns: [Int: Int] = [:]
    for claim in claims where claim.outcome == .eligible {
      let index: Int
      switch grouping {
      case .town:
        let number = claim.partyNumber ?? .max
        let town = townPlaces.flatMap {
          number < $0.count && $0[number] >= 0 ? Int($0[number]) : nil
        }
        if let town, let known = towns[town] {
          index = known
        } else {
          index = place(of: claim.recipientRecord?[Enterprise.town]?.text)
          if let town { towns[town] = index }
        }
      case .level: index = place(of: claim.level?.rawValue)
      case .clause: index = place(of: claim.clause.text)
      }
      groups[index].count += 1
      groups[index].fen += Int128(claim.amount.fen)
    }
    var order = Array(keys.indices)
    if grouping != .clause { order.sort { Self.precedes(keys[$0], keys[$1], grouping) } }
    var subtotals: [Subtotal] = []
    for index in order {
      subtotals.append(
        Subtotal(
          key: keys[index],
          count: groups[index].count,
          amount: try Self.money(groups[index].fen)
        )
      )
    }
    return subtotals
  }

  private static func precedes(_ a: String?, _ b: String?, _ grouping: Grouping) -> Bool {
    guard let a, let b else { return a != nil && b == nil }
    guard grouping == .level else { return RecordID(a) < RecordID(b) }
    return (BrandLevel(rawValue: a)?.rank ?? 0) > (BrandLevel(rawValue: b)?.rank ?? 0)
  }
}
