import Glibc
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
    var slot = -1
    var text: [UInt8] = []
    var reading = Reading()
  }

  /// Each text has one place; the next one moves it to that beside it.
  private var entries: [Entry] = []
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
    if entries.isEmpty { entries = Array(repeating: Entry(), count: Self.count) }
    let place = (Int(ByteHash.hash(text)) &+ slot) & (Self.count - 1)
    // Only what is asked for is taken out of its place: very many cells are looked at.
    if has(slot, text, at: place) { return entries[place].reading }
    if has(slot, text, at: place ^ 1) { return entries[place ^ 1].reading }
    guard let reading = read() else { return nil }
    entries[place ^ 1] = entries[place]
    entries[place] = Entry(slot: slot, text: text.copied, reading: reading)
    return reading
  }

  private func has(_ slot: Int, _ text: Span<UInt8>, at place: Int) -> Bool {
    entries[place].slot == slot && Self.isSame(entries[place].text, text)
  }

  private static func isSame(_ known: [UInt8], _ text: Span<UInt8>) -> Bool {
    guard known.count == text.count else { return false }
    return unsafe known.withUnsafeBytes { known in
      unsafe text.withUnsafeBytes { text in
        // Both have as many bytes as are compared; those without any have no address.
        guard let known = known.baseAddress, let start = text.baseAddress else { return true }
        return unsafe memcmp(known, start, text.count) == 0
      }
    }
  }
}
