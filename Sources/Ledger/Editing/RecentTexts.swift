import JSONLines

/// Texts of cells that were read lately, and the JSON of what they say: a table has the same few again and again.
struct RecentTexts: Sendable {
  private struct Entry: Sendable {
    let slot: Int
    let text: [UInt8]
    /// Empty where the text says that there is no value.
    let json: [UInt8]
  }

  /// Each text has one place, which it gives up to the next.
  private var entries: [Entry?] = []
  private static let count = 1 << 14
  /// Long texts are seldom the same.
  private static let longest = 64

  /// Returns the JSON of what a text says in a field.
  ///
  /// - Parameters:
  ///   - slot: The field, always of the same kind.
  ///   - text: The text.
  ///   - read: Reads it; `nil` where that is left to somebody else.
  /// - Returns: The JSON.
  mutating func json(_ slot: Int, _ text: Span<UInt8>, _ read: () -> [UInt8]?) -> [UInt8]? {
    guard text.count <= Self.longest else { return read() }
    if entries.isEmpty { entries = Array(repeating: nil, count: Self.count) }
    let place = (Int(ByteHash.hash(text)) &+ slot) & (Self.count - 1)
    if let entry = entries[place], entry.slot == slot, Self.isSame(entry.text, text) {
      return entry.json
    }
    guard let json = read() else { return nil }
    entries[place] = Entry(slot: slot, text: text.copied, json: json)
    return json
  }

  private static func isSame(_ known: [UInt8], _ text: Span<UInt8>) -> Bool {
    guard known.count == text.count else { return false }
    for index in known.indices where known[index] != text[index] { return false }
    return true
  }
}
