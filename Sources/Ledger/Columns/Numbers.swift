import JSONLines

/// The values of a field as numbers: rows with the same value have the same number, 0 is no value.
public struct Numbers: Sendable {
  private let columns: Columns
  private let slot: Int
  // By segment and code.
  private let numbers: [[UInt32]]
  // For each number a segment and a code that has it.
  private let samples: [(segment: Int, code: Int)]

  init(_ columns: Columns, _ slot: Int) {
    self.columns = columns
    self.slot = slot
    var samples: [(segment: Int, code: Int)] = [(0, 0)]
    var table = ValueCollector(capacity: 0)
    var seed: Seed?
    var seeded: ArraySlice<UInt32> = []
    var all: [[UInt32]] = []
    for (index, segment) in columns.segments.enumerated() {
      let values = segment.column(slot).values
      var numbers = [UInt32](repeating: 0, count: values.count)
      var first = 1
      if let known = values.seed, known === seed {
        // The same ids have the same codes in every segment.
        numbers.replaceSubrange(seeded.indices, with: seeded)
        first = seeded.count
      }
      for code in first..<max(values.count, first) {
        let number = values.withText(code) { text -> UInt32 in
          guard !text.isNull else { return 0 }
          return text.hasBackslash ? table.code(of: text.normal.span) : table.code(of: text)
        }
        numbers[code] = number
        if Int(number) == samples.count { samples.append((index, code)) }
      }
      if seed == nil, let known = values.seed {
        seed = known
        seeded = numbers[..<known.values.count]
      }
      all.append(numbers)
    }
    numbers = all
    self.samples = samples
  }

  /// How many numbers there are, 0 among them.
  public var count: Int { samples.count }

  /// The number of a row.
  public subscript(row: Int) -> Int {
    let (index, line) = columns.place(row)
    return Int(numbers[index][Int(columns.segments[index].column(slot).codes[line])])
  }

  /// Reads the value of every number; `nil` for 0 and where a value has another shape.
  ///
  /// - Parameter type: The type of the values.
  /// - Returns: The values by number.
  public func values<Value: FieldValue>(as type: Value.Type) -> [Value?] {
    samples.enumerated().map { number, sample in
      guard number > 0 else { return nil }
      return columns.segments[sample.segment].column(slot).values
        .value(sample.code, as: Value.self)
    }
  }
}

extension Columns {
  /// Returns the values of a field as numbers.
  ///
  /// - Parameter definition: A field that was asked for.
  /// - Returns: A number for each row.
  public func numbers(of definition: FieldDefinition) -> Numbers {
    Numbers(self, schema.slot(of: definition))
  }
}

extension Span<UInt8> {
  /// Whether the JSON text is `null`.
  fileprivate var isNull: Bool { count == 4 && self[0] == UInt8(ascii: "n") }

  fileprivate var hasBackslash: Bool {
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
