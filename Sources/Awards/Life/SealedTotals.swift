public import Ledger
public import Portfolio

/// What was sealed here of the rounds of a year and holds, and what of it is with the recipients.
public struct SealedTotals: Sendable {
  /// What awards add up to.
  public struct Sums: Hashable, Sendable {
    /// What was sealed, less what came back and what was made void after a part was paid.
    public fileprivate(set) var sealed = Money.zero
    /// What was paid and neither failed nor came back.
    public fileprivate(set) var paid = Money.zero

    fileprivate mutating func add(_ sealed: Money, _ paid: Money) throws(Money.Overflow) {
      self.sealed = try self.sealed.adding(sealed)
      self.paid = try self.paid.adding(paid)
    }
  }

  private var groups: [String?: Sums] = [:]
  /// The towns, tiers or clauses, in the order of their first awards; `nil` for none.
  public private(set) var keys: [String?] = []

  /// Adds up the awards of a year that are neither void nor came back whole.
  ///
  /// - Parameters:
  ///   - year: The year of the rounds.
  ///   - policies: The policies; all where none are given.
  ///   - grouping: By what.
  ///   - snapshot: The ledger.
  /// - Throws: ``Diagnostics`` where it cannot be read, and for a sum that cannot be counted exactly.
  public init(
    year: Int,
    policies: Set<RecordID>? = nil,
    by grouping: Round.Grouping,
    _ snapshot: Snapshot
  ) throws {
    for life in try AwardLife.all(snapshot) where life.isSealedHere {
      let award = life.award
      guard award[Award.year] == year, life.state != .void, life.state != .recovered,
        award[Award.policy].map({ policies?.contains($0) ?? true }) ?? false
      else { continue }
      let key =
        switch grouping {
        case .town:
          try award[Award.recipient].flatMap { try snapshot.record($0, Enterprise.schema) }?[
            Enterprise.town
          ]?.text
        case .level: award[Award.level]?.rawValue
        case .clause: award[Award.clause]?.text
        }
      if groups[key] == nil { keys.append(key) }
      try groups[key, default: Sums()].add(life.balance.standing, life.balance.kept)
    }
  }

  /// What the awards of a town, tier or clause add up to.
  public subscript(key: String?) -> Sums { groups[key] ?? Sums() }

  /// Returns what all of them add up to.
  ///
  /// - Returns: The sums.
  /// - Throws: ``Money/Overflow`` where they cannot be counted exactly.
  public func total() throws(Money.Overflow) -> Sums {
    var total = Sums()
    for sums in groups.values { try total.add(sums.sealed, sums.paid) }
    return total
  }
}
