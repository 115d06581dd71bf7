import JSONLines

/// Texts of cells that were read lately, and what they say: a table has the same few again and again.
struct RecentTexts: Sendable {
  /// What a text says.
  struct Reading: Sendable {
    /// The JSON of the value; empty where the text says that there is none.
    var json: [UInt8] = []
    /// The records that it calls.
    var calls: [PendingRecords.Call] = []
  }

  private struct Entry: Sendable {
    let slot: Int
    let text: [UInt8]
    let reading: Reading
  }

  /// Each text has one place, which it gives up to the next.
  private var entries: [Entry?] = []
  private static let count = 1 << 14
  /// Long texts are seldom the same.
  private static let longest = 64

  /// Returns what a text says in a field.
  ///
  /// - Parameters:
  ///   - slot: The field, always of the same kind.
  ///   - text: The text.
  ///   - read: Reads it; `nil` where that is left to somebody else.
  /// - Returns: What it says.
  mutating func reading(_ slot: Int, _ text: Span<UInt8>, _ read: () -> Reading?) -> Reading? {
    guard text.count <= Self.longest else { return read() }
    if entries.isEmpty { entries = Array(repeating: nil, count: Self.count) }
    let place = (Int(ByteHash.hash(text)) &+ slot) & (Self.count - 1)
    if let entry = entries[place], entry.slot == slot, Self.isSame(entry.text, text) {
      return entry.reading
    }
    guard let reading = read() else { return nil }
    entries[place] = Entry(slot: slot, text: text.copied, reading: reading)
    return reading
  }

  private static func isSame(_ known: [UInt8], _ text: Span<UInt8>) -> Bool {
    guard known.count == text.count else { return false }
    for index in known.indices where known[index] != text[index] { return false }
    return true
  }
}
