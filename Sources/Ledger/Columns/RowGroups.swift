/// Rows that agree in some fields, so that what follows from those fields is worked out once for all of them.
public struct RowGroups: Sendable {
  /// For each of the rows its group.
  public let places: [Int32]
  /// A row of each group; rows that agree may stand in several groups.
  public let samples: [Int]

  init(_ columns: Columns, _ slots: [Int], _ rows: [Int]) {
    let parts = Workers.mapParts(of: rows, ifMoreThan: 50_000) {
      Self.groups(columns, slots, $0)
    }
    var places: [Int32] = []
    var samples: [Int] = []
    places.reserveCapacity(rows.count)
    for part in parts {
      let base = Int32(samples.count)
      places += part.places.lazy.map { $0 + base }
      samples += part.samples
    }
    self.places = places
    self.samples = samples
  }

  private static func groups(_ columns: Columns, _ slots: [Int], _ rows: ArraySlice<Int>) -> (
    places: [Int32], samples: [Int]
  ) {
    // Codes are told apart within a segment only.
    var words = rows.map { UInt64(columns.place($0).segment) }
    var width = Self.width(columns.segments.count)
    for slot in slots {
      let parts = columns.segments.map { $0.column(slot) }
      let count = parts.map(\.values.count).max() ?? 0
      let bits = Self.width(count)
      if width + bits > 64 {
        // A number in place of all codes so far.
        var numbers = WordNumbers()
        for index in words.indices { words[index] = UInt64(numbers.number(words[index])) }
        width = 32
      }
      for (index, row) in zip(words.indices, rows) {
        let (segment, line) = columns.place(row)
        let code = Int(parts[segment].codes[line])
        precondition(code < count)
        words[index] = words[index] << UInt64(bits) | UInt64(code)
      }
      width += bits
    }
    var numbers = WordNumbers()
    var samples: [Int] = []
    let places = zip(words, rows).map { word, row in
      let number = numbers.number(word)
      if number == samples.count { samples.append(row) }
      return Int32(truncatingIfNeeded: number)
    }
    return (places, samples)
  }

  /// How many bits the numbers below a count take.
  private static func width(_ count: Int) -> Int {
    Int.bitWidth - max(count - 1, 0).leadingZeroBitCount
  }
}

/// Numbers words in the order in which they are first asked for.
private struct WordNumbers {
  // One more than the number; 0 where a slot is free.
  private var slots = [(word: UInt64, number: Int32)](repeating: (0, 0), count: 1024)
  private var count: Int32 = 0

  mutating func number(_ word: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Self.hash(word) & mask
    while slots[index].number != 0 {
      if slots[index].word == word { return Int(slots[index].number) - 1 }
      index = (index + 1) & mask
    }
    count += 1
    slots[index] = (word, count)
    if Int(count) * 2 > slots.count { grow() }
    return Int(count) - 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    for slot in old where slot.number != 0 {
      var index = Self.hash(slot.word) & (slots.count - 1)
      while slots[index].number != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }

  private static func hash(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}

extension Columns {
  /// Puts rows that agree in some fields together.
  ///
  /// - Parameters:
  ///   - fields: Fields that were asked for, at least one.
  ///   - rows: The rows.
  /// - Returns: The groups.
  public func groups(by fields: [FieldDefinition], in rows: [Int]) -> RowGroups {
    RowGroups(self, fields.map { schema.slot(of: $0) }, rows)
  }
}
