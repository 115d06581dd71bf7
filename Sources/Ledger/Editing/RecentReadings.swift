/// Texts that were read lately, and what they say: a table has the same few again and again.
struct RecentReadings: Sendable {
  private struct Entry: Sendable {
    /// The text, compared by its bytes.
    let text: RecordID
    let reading: Assignment.Reading
  }

  /// Each text has one place, which it gives up to the next.
  private var entries: [Entry?] = []
  private static let count = 1 << 14
  /// Long texts are seldom the same.
  private static let longest = 64

  /// Reads a text.
  mutating func reading(_ text: String, of field: FieldDefinition) -> Assignment.Reading {
    guard text.utf8.count <= Self.longest, field.type.plainForm != .text else {
      return Assignment.Reading(text, in: field)
    }
    if entries.isEmpty { entries = Array(repeating: nil, count: Self.count) }
    let id = RecordID(text)
    let place = Int(PendingRecords.hash(id)) & (entries.count - 1)
    if let entry = entries[place], entry.reading.field === field, entry.text == id {
      return entry.reading
    }
    let reading = Assignment.Reading(text, in: field)
    entries[place] = Entry(text: id, reading: reading)
    return reading
  }
}
