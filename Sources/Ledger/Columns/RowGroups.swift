/// Rows that agree in some fields, so that what follows from those fields is worked out once for all of them.
public struct RowGroups: Sendable {
  /// A row of each group; rows of two segments may agree and stand in two groups.
  public private(set) var samples: [Int] = []
  private let columns: Columns
  private let slots: [Int]
  private var numbers = WordNumbers()
  // Where the codes of several fields leave no room for the next: a number in place of all codes so far.
  private var shorter: [Int: WordNumbers] = [:]

  init(_ columns: Columns, _ slots: [Int]) {
    self.columns = columns
    self.slots = slots
  }

  /// Takes in rows.
  ///
  /// - Parameter rows: Some rows; groups of rows before them go on.
  /// - Returns: The group of each of them, a place among ``samples``.
  public mutating func places(of rows: ArraySlice<Int>) -> [Int32] {
    // Codes are told apart within a segment only.
    var words = rows.map { UInt64(columns.place($0).segment) }
    var width = Self.width(columns.segments.count)
    for (index, slot) in slots.enumerated() {
      let parts = columns.segments.map { $0.column(slot) }
      let count = parts.map(\.values.count).max() ?? 0
      let bits = Self.width(count)
      if width + bits > 64 {
        var numbers = shorter.removeValue(forKey: index) ?? WordNumbers()
        for place in words.indices { words[place] = UInt64(numbers.number(words[place])) }
        shorter[index] = numbers
        width = 32
      }
      for (place, row) in zip(words.indices, rows) {
        let (segment, line) = columns.place(row)
        let code = Int(parts[segment].codes[line])
        precondition(code < count)
        words[place] = words[place] << UInt64(bits) | UInt64(code)
      }
      width += bits
    }
    return zip(words, rows).map { word, row in
      let number = numbers.number(word)
      if number == samples.count { samples.append(row) }
      return Int32(truncatingIfNeeded: number)
    }
  }

  /// How many bits the numbers below a count take.
  private static func width(_ count: Int) -> Int {
    Int.bitWidth - max(count - 1, 0).leadingZeroBitCount
  }
}

extension Columns {
  /// Puts rows that agree in some fields together, as they are handed in.
  ///
  /// - Parameter fields: Fields that were asked for, at least one.
  /// - Returns: The groups, without rows.
  public func groups(by fields: [FieldDefinition]) -> RowGroups {
    RowGroups(self, fields.map { schema.slot(of: $0) })
  }

  /// Parts of the rows, none of them larger than a few thousand, for those who look at all of them in turn.
  public var steps: [Range<Int>] {
    stride(from: 0, to: rowLimit, by: Self.step).map { $0..<min($0 + Self.step, rowLimit) }
  }

  /// The rows of a part, in ascending order, which need not be that of the records.
  ///
  /// - Parameter step: One of ``steps``.
  /// - Returns: The rows.
  public func rows(in step: Range<Int>) -> [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(step.count)
    live.forEach(in: step) { rows.append($0) }
    return rows
  }

  private static var step: Int { 1 << 14 }
}
