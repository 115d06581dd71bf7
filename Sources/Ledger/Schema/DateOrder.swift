import Bilingual
package import JSONLines

/// The order of the dates of a record, such as filing, grant and end.
package struct DateOrder {
  /// Whether a date lies before one which it cannot come before.
  private(set) var isBroken = false
  private let pairs: [(earlier: Int, later: Int)]
  /// The slots of the dates that are in a pair, and by slot whether one is.
  private let slots: [Int]
  private let isPaired: [Bool]
  /// By slot where the dates stand.
  private var places: [Range<Int>?]

  /// Starts to look at the dates of a record.
  init(_ schema: Schema) {
    let pairs = schema.datePairs
    self.pairs = pairs
    let isPaired = schema.fields.indices.map { slot in
      pairs.contains { $0.earlier == slot || $0.later == slot }
    }
    self.isPaired = isPaired
    slots = isPaired.indices.filter { isPaired[$0] }
    places = pairs.isEmpty ? [] : Array(repeating: nil, count: schema.fields.count)
  }

  /// Starts to look at the dates of another record.
  mutating func begin() {
    isBroken = false
    for slot in slots { places[slot] = nil }
  }

  /// Looks at a value where it stands, all of them in the same bytes.
  mutating func look(_ slot: Int, _ raw: RawJSON, _ bytes: Span<UInt8>) {
    guard isPaired[slot], raw.kind == .string else { return }
    places[slot] = raw.start + 1..<raw.end - 1
    for (earlier, later) in pairs where earlier == slot || later == slot {
      guard let earlier = places[earlier], let later = places[later] else { continue }
      if Self.isBefore(bytes, later, earlier) { isBroken = true }
    }
  }

  private static func isBefore(_ bytes: Span<UInt8>, _ date: Range<Int>, _ other: Range<Int>)
    -> Bool
  {
    for (index, beside) in zip(date, other) where bytes[index] != bytes[beside] {
      return bytes[index] < bytes[beside]
    }
    return false
  }

  /// Finds the dates that lie before one which they cannot come before.
  ///
  /// A date of which only the month or the year is known is wrong where none of its days fits.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - value: The value of a field.
  /// - Returns: The fields, each once, and what is wrong with each.
  package static func problems(_ schema: Schema, _ value: (FieldDefinition) -> JSONValue?)
    -> [(field: FieldDefinition, problem: FieldProblem)]
  {
    var found: [(field: FieldDefinition, problem: FieldProblem)] = []
    for chronology in schema.chronologies {
      var earlier: [(field: FieldDefinition, date: String)] = []
      for field in chronology {
        guard let date = value(field)?.string else { continue }
        if let other = earlier.first(where: { isBefore(date, $0.date) }),
          !found.contains(where: { $0.field === field })
        {
          found.append((field, problem(date, other.field, other.date)))
        }
        earlier.append((field, date))
      }
    }
    return found
  }

  /// Whether a date as it is stored lies before another one, whatever their days are.
  private static func isBefore(_ date: String, _ other: String) -> Bool {
    let count = min(date.utf8.count, other.utf8.count)
    return date.utf8.prefix(count).lexicographicallyPrecedes(other.utf8.prefix(count))
  }

  private static func problem(_ date: String, _ field: FieldDefinition, _ other: String)
    -> FieldProblem
  {
    FieldProblem(
      "dates-out-of-order",
      Phrase(
        en: "\(date) is before \(field.name), which is \(other)",
        zh: "\(date) 早于\(field.label.zh)（\(other)）"
      )
    )
  }
}
