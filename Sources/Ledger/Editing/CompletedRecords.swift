/// How many records got what they lacked of the values that were given where others refer to them.
public struct CompletedRecords: Sendable {
  /// The records that stood before, and were not changed otherwise.
  public private(set) var count = 0
  /// The versions that were written for that, those of new records among them.
  public private(set) var versions = 0
  /// Those of the record in hand, which take what it completes with it where it is refused.
  private var recent = (count: 0, versions: 0)

  /// Starts with none.
  public init() {}

  /// Takes a version of a record.
  ///
  /// - Parameter isCounted: Whether it is the first one.
  mutating func add(_ isCounted: Bool) {
    recent.count += isCounted ? 1 : 0
    recent.versions += 1
    count += isCounted ? 1 : 0
    versions += 1
  }

  /// Keeps those of the record in hand.
  mutating func settle() { recent = (0, 0) }

  /// Forgets those of the record in hand.
  mutating func forgetLast() {
    count -= recent.count
    versions -= recent.versions
    settle()
  }
}
