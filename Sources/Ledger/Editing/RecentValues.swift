import JSONLines

/// Values that were found right lately: a table has the same few again and again.
struct RecentValues: Sendable {
  private struct Entry: Sendable {
    var slot = -1
    var value: [UInt8] = []
  }

  /// Each value has one place, which it gives up to the next.
  private var entries: [Entry]
  private static let count = 1 << 13

  /// Keeps none, for those who look at few records.
  static let none = RecentValues(count: 0)

  /// Starts with none.
  init() {
    self.init(count: Self.count)
  }

  private init(count: Int) {
    entries = Array(repeating: Entry(), count: count)
  }

  /// Judges the value of a field, unless it was found right.
  ///
  /// - Parameters:
  ///   - slot: The field, always of the same kind.
  ///   - value: The JSON text of the value.
  ///   - judge: Says whether it is right.
  mutating func look(_ slot: Int, _ value: Span<UInt8>, _ judge: () -> Bool) {
    guard !entries.isEmpty, value.count <= Self.longest else {
      _ = judge()
      return
    }
    let hash = ByteHash.hash(value) &+ UInt32(truncatingIfNeeded: slot) &* 0x9E37_79B1
    let place = Int(hash) & (entries.count - 1)
    guard entries[place].slot != slot || !isSame(entries[place].value, value) else { return }
    if judge() { entries[place] = Entry(slot: slot, value: value.copied) }
  }

  /// Long texts are seldom the same.
  private static let longest = 64

  private func isSame(_ a: [UInt8], _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where a[index] != b[index] { return false }
    return true
  }
}
