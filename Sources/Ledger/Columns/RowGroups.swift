/// Rows that agree in some fields, so that what follows from those fields is worked out once for all of them.
public struct RowGroups: Sendable {
  /// For each of the rows its group.
  public let places: [Int32]
  /// A row of each group; rows of two segments may agree and stand in two groups.
  public let samples: [Int]

  init(_ columns: Columns, _ slots: [Int], _ rows: ArraySlice<Int>) {
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
    places = zip(words, rows).map { word, row in
      let number = numbers.number(word)
      if number == samples.count { samples.append(row) }
      return Int32(truncatingIfNeeded: number)
    }
    self.samples = samples
  }

  /// How many bits the numbers below a count take.
  private static func width(_ count: Int) -> Int {
    Int.bitWidth - max(count - 1, 0).leadingZeroBitCount
  }
}

extension Columns {
  /// Puts rows that agree in some fields together.
  ///
  /// - Parameters:
  ///   - fields: Fields that were asked for, at least one.
  ///   - rows: The rows.
  /// - Returns: The groups.
  public func groups(by fields: [FieldDefinition], in rows: ArraySlice<Int>) -> RowGroups {
    RowGroups(self, fields.map { schema.slot(of: $0) }, rows)
  }
}
