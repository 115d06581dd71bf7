/// The values of a field in some rows: each of the different ones, and which of them a row has.
public struct RowValues: Sendable {
  /// For each of the rows the place of its value; a value may stand at several places.
  public let places: [Int32]
  // For each place a segment's column and a code of it.
  private let samples: [(column: Int, code: Int)]
  private let columns: [Coded]

  fileprivate init(_ columns: Columns, _ slot: Int, _ rows: [Int]) {
    let parts = columns.segments.map { $0.column(slot) }
    var samples: [(column: Int, code: Int)] = []
    // By segment and code, one more than the place.
    var known = parts.map { [Int32](repeating: 0, count: max($0.values.count, 1)) }
    let bases = columns.bases
    places = rows.map { row in
      var index = bases.count - 1
      while bases[index] > row { index -= 1 }
      let code = Int(parts[index].codes[row - bases[index]])
      if known[index][code] == 0 {
        samples.append((index, code))
        known[index][code] = Int32(samples.count)
      }
      return known[index][code] - 1
    }
    self.samples = samples
    self.columns = parts
  }

  /// Reads the value at every place; `nil` for none and where a value has another shape.
  ///
  /// - Parameter type: The type of the values.
  /// - Returns: The values by place.
  public func all<Value: FieldValue>(as type: Value.Type) -> [Value?] {
    var values: [Value?] = []
    values.reserveCapacity(samples.count)
    for place in 0..<samples.count { values.append(value(place, as: type)) }
    return values
  }

  /// How many places there are.
  var distinctCount: Int { samples.count }

  /// Reads the value at a place.
  func value<Value: FieldValue>(_ place: Int, as type: Value.Type) -> Value? {
    let (column, code) = samples[place]
    return code == 0 ? nil : columns[column].values.value(code, as: type)
  }

  /// Lends the text of the value at every place in turn; `nil` for none.
  func visitTexts(_ body: (_ place: Int, _ text: Span<UInt8>?) -> Void) {
    var place = 0
    while place < samples.count {
      // Values of one column mostly stand side by side: its texts are lent once for all of them.
      let column = samples[place].column
      columns[column].values.withTexts { texts in
        while place < samples.count, samples[place].column == column {
          let code = samples[place].code
          if code == 0 { body(place, nil) } else { texts.withText(code) { body(place, $0) } }
          place += 1
        }
      }
    }
  }
}

extension Columns {
  /// Returns the values of a field in some rows.
  ///
  /// - Parameters:
  ///   - definition: A field that was asked for.
  ///   - rows: The rows.
  /// - Returns: Their values.
  public func values(of definition: FieldDefinition, in rows: [Int]) -> RowValues {
    RowValues(self, schema.slot(of: definition), rows)
  }

  /// Whether a field was asked for.
  public func has(_ definition: FieldDefinition) -> Bool {
    segments.first?.columns[schema.slot(of: definition)] != nil
  }
}
