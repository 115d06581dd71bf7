import JSONLines

/// The values of a field in some rows as numbers: rows with the same value have the same number, 0 is none.
public struct Numbers: Sendable {
  /// The number of each of the rows.
  public let numbers: [Int]
  private let values: RowValues
  // For each number a place of its value.
  private let samples: [Int]

  init(_ values: RowValues) {
    self.values = values
    var samples = [0]
    var table = ValueTable(expecting: values.distinctCount)
    var known: [Int] = []
    known.reserveCapacity(values.distinctCount)
    values.visitTexts { place, text in
      var number = 0
      if let text, !text.isNull {
        number = Int(text.hasBackslash ? table.code(of: text.normal.span) : table.code(of: text))
      }
      if number == samples.count { samples.append(place) }
      known.append(number)
    }
    numbers = values.places.map { known[Int($0)] }
    self.samples = samples
  }

  /// Reads the value of every number; `nil` for 0 and where a value has another shape.
  ///
  /// - Parameter type: The type of the values.
  /// - Returns: The values by number.
  public func values<Value: FieldValue>(as type: Value.Type) -> [Value?] {
    [nil] + samples.dropFirst().map { values.value($0, as: type) }
  }
}

extension Columns {
  /// Returns the values of a field in some rows as numbers.
  ///
  /// - Parameters:
  ///   - definition: A field that was asked for.
  ///   - rows: The rows.
  /// - Returns: A number for each of the rows.
  public func numbers(of definition: FieldDefinition, in rows: [Int]) -> Numbers {
    Numbers(values(of: definition, in: rows))
  }
}

extension Span<UInt8> {
  /// Whether the JSON text is `null`.
  fileprivate var isNull: Bool { count == 4 && self[0] == UInt8(ascii: "n") }

  /// Whether it may hold an escape.
  var hasBackslash: Bool {
    for index in 0..<count where self[index] == UInt8(ascii: "\\") { return true }
    return false
  }

  /// The JSON text, without escapes that need not be.
  fileprivate var normal: [UInt8] {
    var scanner = JSONScanner(0..<count)
    guard let raw = try? scanner.document(self) else { return copied }
    return JSONValue(raw, in: self).text
  }
}
