import Glibc

/// Reads chosen members of JSON lines, as fast as the bytes can be read.
///
/// Lines in the form that this program writes are walked by machine words; a line with escapes, blanks
/// or nested values where they matter is read by ``JSONScanner``, which also finds what is wrong. Both
/// give the same values for the same line: whatever is read as a value is strict JSON, UTF-8 among it.
@safe public struct FieldScanner: ~Copyable {
  let plan: FieldPlan
  // Readable from 0 to `end` for as long as the scanner lives: the caller of `init` promises that.
  let base: UnsafeRawPointer
  let end: Int
  /// Up to here 32 bytes can be read at once.
  let limit: Int
  // One for each key; both are allocated here and freed by `deinit`.
  let patterns: UnsafeMutablePointer<KeyPattern>
  let values: UnsafeMutablePointer<RawJSON>
  let hasLongKeys: Bool
  // Copies of what the plan says, read for every byte.
  let keyCount: Int
  let wanted: UInt64
  let isStrict: Bool
  let watchedSlot: Int
  let watchedFirst: Int
  let watchedStep: Int
  let watchedBytes: (UInt8, UInt8)
  /// One bit a key: whether the line has it.
  var seen: UInt64 = 0

  /// The offset of the next line.
  public private(set) var position: Int
  /// The line that was read last, without its line end.
  public private(set) var line: Range<Int> = 0..<0
  /// Why the line cannot be read; `nil` where it can.
  public private(set) var fault: JSONError?
  /// How many lines were read the slow way.
  public private(set) var slowLines = 0

  /// Creates a scanner of whole lines.
  ///
  /// - Parameters:
  ///   - plan: What to read.
  ///   - bytes: Memory that neither changes nor goes while the scanner lives.
  ///   - range: The bytes of the lines; it begins at the start of a line.
  @unsafe public init(_ plan: FieldPlan, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    self.plan = plan
    unsafe base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
    end = range.upperBound
    limit = range.upperBound - 32
    position = range.lowerBound
    let count = plan.keys.count
    unsafe patterns = .allocate(capacity: max(count, 1))
    unsafe values = .allocate(capacity: max(count, 1))
    for (index, key) in plan.keys.enumerated() {
      unsafe (patterns + index).initialize(to: KeyPattern(key))
    }
    keyCount = count
    wanted = plan.wanted
    isStrict = plan.isStrict
    watchedSlot = plan.watched?.slot ?? -1
    watchedFirst = plan.watched?.first ?? 0
    watchedStep = plan.watched.map { $0.second - $0.first } ?? 0
    watchedBytes = plan.watched.map { ($0.needle[$0.first], $0.needle[$0.second]) } ?? (0x0A, 0x0A)
    hasLongKeys = plan.keys.contains { $0.count + 2 > KeyPattern.maximumLength }
  }

  deinit {
    // Both hold plain values, which need no farewell.
    unsafe patterns.deallocate()
    unsafe values.deallocate()
  }

  /// Reads the next line; its values and ``fault`` are there until the next call.
  ///
  /// - Returns: Whether there was one.
  public mutating func next() -> Bool {
    guard position < end else { return false }
    seen = 0
    fault = nil
    let start = position
    var lineEnd = fastLine(start)
    if lineEnd < 0 {
      lineEnd = endOfLine(start)
      slowLines += 1
      do throws(JSONError) {
        try slowLine(start..<lineEnd)
      } catch {
        fault = error
      }
    }
    line = start..<lineEnd
    position = lineEnd + 1
    return true
  }

  /// Returns the value of a key of the line; `nil` where it has none, or `null`.
  ///
  /// - Parameter key: The index of a key that is wanted or watched.
  /// - Returns: Where the value stands.
  public func value(_ key: Int) -> RawJSON? {
    guard seen & plan.read & 1 << UInt64(key) != 0 else { return nil }
    // The bits say that the value was set for this line.
    let value = unsafe values[key]
    return value.kind == .null ? nil : value
  }

  private func endOfLine(_ start: Int) -> Int {
    // Within the bytes that the caller of `init` promised.
    guard let found = unsafe memchr(base + start, 0x0A, end - start) else { return end }
    return unsafe UnsafeRawPointer(found) - base
  }

  /// Reads a line with the strict reader.
  private mutating func slowLine(_ range: Range<Int>) throws(JSONError) {
    // Within the bytes that the caller of `init` promised, for the time of this call.
    let buffer = unsafe UnsafeRawBufferPointer(start: base, count: end)
    let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
    var others = Set<[UInt8]>()
    var found: UInt64 = 0
    let values = unsafe values
    var scanner = JSONScanner(range)
    try scanner.object(span) { (key, value) throws(JSONError) in
      let slot = plan.keys.firstIndex { key.names($0, in: span) }
      guard let slot else {
        guard others.insert(Array((key.string(in: span) ?? "").utf8)).inserted else {
          throw JSONError(.duplicateKey, at: key.start)
        }
        return
      }
      guard found >> UInt64(slot) & 1 == 0 else { throw JSONError(.duplicateKey, at: key.start) }
      found |= 1 << UInt64(slot)
      // The slot is the index of one of the keys.
      unsafe values[slot] = value
    }
    seen = found
  }
}

extension RawJSON {
  /// Whether the text of a string is a key, escapes resolved.
  fileprivate func names(_ key: [UInt8], in bytes: Span<UInt8>) -> Bool {
    isEscaped ? Array((string(in: bytes) ?? "").utf8) == key : equals(key, in: bytes)
  }
}

extension FieldPlan {
  /// Reads the wanted members of every line of some bytes.
  ///
  /// - Parameters:
  ///   - bytes: JSON lines.
  ///   - body: Takes each line with its values by key, or with what is wrong with it.
  public func read(
    _ bytes: [UInt8],
    _ body: (_ line: Range<Int>, _ values: [RawJSON?], _ fault: JSONError?) -> Void
  ) {
    // The pointer is used within the closure only.
    unsafe bytes.withUnsafeBytes { buffer in
      var scanner = unsafe FieldScanner(self, buffer, 0..<buffer.count)
      while scanner.next() {
        body(
          scanner.line,
          keys.indices.map { scanner.fault == nil ? scanner.value($0) : nil },
          scanner.fault
        )
      }
    }
  }
}
