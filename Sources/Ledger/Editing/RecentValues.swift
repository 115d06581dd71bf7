import JSONLines

/// Short values that were found right lately: a table has the same few again and again.
struct RecentValues: Sendable {
  private struct Entry: Sendable {
    /// The field, and the length of the value.
    var key = -1
    var value = ShortText.empty
  }

  /// Each value has one place, which it gives up to the next.
  private var entries: [Entry]

  /// Keeps none, for those who look at few records.
  static let none = RecentValues(count: 0)

  /// Starts with none, and room for those of a table with few choices.
  init() {
    self.init(count: 1 << 10)
  }

  /// Starts with none, and room for so many, a power of two.
  init(count: Int) {
    entries = Array(repeating: Entry(), count: count)
  }

  /// Judges the value of a field, unless it was found right.
  ///
  /// - Parameters:
  ///   - slot: The field, always of the same kind.
  ///   - value: The JSON text of the value.
  ///   - judge: Says whether it is right.
  mutating func look(_ slot: Int, _ value: Span<UInt8>, _ judge: () -> Bool) {
    guard !entries.isEmpty, value.count <= ShortText.maximumCount else {
      _ = judge()
      return
    }
    let text = ShortText(value)
    let key = slot << 8 | value.count
    let place = Int(text.hash(UInt64(key)) & UInt64(entries.count - 1))
    guard entries[place].key != key || entries[place].value != text else { return }
    if judge() { entries[place] = Entry(key: key, value: text) }
  }
}
