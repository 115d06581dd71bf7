/// How many records got what they lacked of the values that were given where others refer to them.
public struct CompletedRecords: Sendable {
  /// The records that stood before, and were not changed otherwise.
  public private(set) var count = 0
  /// The versions that were written for that, those of new records among them.
  public private(set) var versions = 0
  /// Those of the record in hand, which take what it completes with it where it is refused.
  private var recent = (count: 0, versions: 0)

  /// Which they are, by kind; their own rows may still change them.
  private var ids: [String: Set<RecordID>] = [:]

  /// Starts with none.
  public init() {}

  /// Takes a version of a record.
  ///
  /// - Parameters:
  ///   - id: The record.
  ///   - kind: Its kind.
  ///   - isCounted: Whether it is the first one.
  mutating func add(_ id: RecordID, of kind: String, _ isCounted: Bool) {
    ids[kind, default: []].insert(id)
    recent.count += isCounted ? 1 : 0
    recent.versions += 1
    count += isCounted ? 1 : 0
    versions += 1
  }

  /// Whether a record is one of them.
  func contains(_ id: RecordID, of kind: String) -> Bool { ids[kind]?.contains(id) == true }

  /// Keeps those of the record in hand.
  mutating func settle() { recent = (0, 0) }

  /// Forgets those of the record in hand.
  mutating func forgetLast() {
    count -= recent.count
    versions -= recent.versions
    settle()
  }
}
