public import Ledger
public import Portfolio

/// What the public may see of the awards of a year.
public enum PublicAwards {
  /// The fields that are declared public; a new field is private until it is marked so.
  public static let fields = Award.schema.fields.filter { $0.privacy == .public }

  /// Returns the awards that were published and stand, in the order of their file.
  ///
  /// - Parameters:
  ///   - year: The year of the round.
  ///   - snapshot: The ledger.
  ///   - day: The day on which they stand; what was done later is not looked at. The last day where none is named.
  /// - Returns: The lives of those that were published here and are neither void, withdrawn nor recovered whole.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func lives(year: Int, _ snapshot: Snapshot, on day: Day? = nil) throws
    -> [AwardLife]
  {
    let ended: [AwardState] = [.void, .upheld, .recovered]
    return try AwardLife.all(snapshot, until: day).filter { life in
      life.objectionsUntil != nil && life.award[Award.year] == year && !ended.contains(life.state)
    }
  }
}
