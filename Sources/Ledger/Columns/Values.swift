import JSONLines

/// The distinct values of a column as JSON text, each known by a code; code 0 is no value.
struct Values: Sendable {
  /// The offset behind each value's text, that of code 0 first.
  let ends: Block<UInt32>
  let text: Block<UInt8>
  /// Where the first values come from, if they are ids of records; the code is that of the line.
  var seed: Seed?

  /// How many codes there are, code 0 among them.
  var count: Int { ends.count }

  /// Lends the text of a code.
  func withText<Result>(_ code: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = code > 0 ? Int(ends[code - 1]) : 0
    let end = Int(ends[code])
    precondition(start <= end && end <= text.count)
    return unsafe text.withPointer { buffer in
      // The range lies within the text, as was just checked.
      unsafe body(Span(_unsafeElements: UnsafeBufferPointer(rebasing: buffer[start..<end])))
    }
  }

  /// Reads the value of a code.
  func value<Value: FieldValue>(_ code: Int, as type: Value.Type) -> Value? {
    withText(code) { span in
      var scanner = JSONScanner(0..<span.count)
      guard let raw = try? scanner.document(span), raw.kind != .null else { return nil }
      return Value.read(raw, in: span)
    }
  }

  /// Reads the value of every code.
  func all<Value: FieldValue>(as type: Value.Type) -> [Value?] {
    var all: [Value?] = [nil]
    all.reserveCapacity(count)
    var code = 1
    while code < count {
      all.append(value(code, as: type))
      code += 1
    }
    return all
  }
}

/// A column: the code of each line, and what the codes stand for.
struct Coded: Sendable {
  let codes: Block<UInt32>
  let values: Values
}
