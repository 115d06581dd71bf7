import JSONLines

/// The distinct values of a column as JSON text, each known by a code; code 0 is no value.
struct Values: Sendable {
  private enum Texts: Sendable {
    case own(ends: Block<UInt32>, text: Block<UInt8>)
    /// Those of the seed and no others: they are made when somebody looks at them.
    case seed(Seed)
  }

  private let texts: Texts
  /// Where the first values come from, if they are ids of records; the code is that of the line.
  let seed: Seed?
  /// How many codes there are, code 0 among them.
  let count: Int

  init(ends: Block<UInt32>, text: Block<UInt8>) {
    self.init(.own(ends: ends, text: text), count: ends.count, seed: nil)
  }

  private init(_ texts: Texts, count: Int, seed: Seed?) {
    self.texts = texts
    self.count = count
    self.seed = seed
  }

  /// The ids of a kind, and behind them other values.
  init(_ seed: Seed, and others: Values) {
    guard others.count > 1 else {
      self.init(.seed(seed), count: seed.count + 1, seed: seed)
      return
    }
    let known = seed.values
    var ends = Growing<UInt32>(capacity: known.count + others.count)
    var text = Growing<UInt8>(capacity: known.text.count + others.text.count)
    ends.append(known.ends)
    text.append(known.text)
    let first = UInt32(text.count)
    for code in 1..<others.count { ends.append(first + others.ends[code]) }
    text.append(others.text)
    let all = (ends: ends.finish(), text: text.finish())
    self.init(.own(ends: all.ends, text: all.text), count: all.ends.count, seed: seed)
  }

  /// The offset behind each value's text, that of code 0 first.
  var ends: Block<UInt32> {
    switch texts {
    case .own(let ends, _): ends
    case .seed(let seed): seed.values.ends
    }
  }

  var text: Block<UInt8> {
    switch texts {
    case .own(_, let text): text
    case .seed(let seed): seed.values.text
    }
  }

  /// Lends the text of a code.
  func withText<Result>(_ code: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    withTexts { $0.withText(code, body) }
  }

  /// Lends all texts, for those who look at many of them.
  func withTexts<Result>(_ body: (Lent) -> Result) -> Result {
    let (ends, text) = (self.ends, self.text)
    return unsafe ends.withPointer { ends in
      unsafe text.withPointer { text in unsafe body(Lent(ends, text)) }
    }
  }

  /// The texts while they are lent.
  @safe struct Lent {
    // Lent for as long as whoever was lent them looks at them.
    private let ends: UnsafeBufferPointer<UInt32>
    private let text: UnsafeBufferPointer<UInt8>
    private let count: Int
    private let textCount: Int

    fileprivate init(_ ends: UnsafeBufferPointer<UInt32>, _ text: UnsafeBufferPointer<UInt8>) {
      unsafe self.ends = ends
      unsafe self.text = text
      count = ends.count
      textCount = text.count
    }

    /// Lends the text of a code.
    func withText<Result>(_ code: Int, _ body: (Span<UInt8>) -> Result) -> Result {
      precondition(code >= 0 && code < self.count)
      let start = code > 0 ? Int(unsafe ends[code - 1]) : 0
      let end = Int(unsafe ends[code])
      precondition(start <= end && end <= textCount)
      // The range lies within the text, as was just checked.
      return unsafe body(Span(_unsafeElements: UnsafeBufferPointer(rebasing: text[start..<end])))
    }
  }

  /// Reads the value of a code.
  func value<Value: FieldValue>(_ code: Int, as type: Value.Type) -> Value? {
    withText(code) { Self.read($0, as: type) }
  }

  /// Reads the value of a JSON text; `nil` where it has another shape.
  static func read<Value: FieldValue>(_ text: Span<UInt8>, as type: Value.Type) -> Value? {
    var scanner = JSONScanner(0..<text.count)
    guard let raw = try? scanner.document(text), raw.kind != .null else { return nil }
    return Value.read(raw, in: text)
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
  let codes: Codes
  let values: Values
}
