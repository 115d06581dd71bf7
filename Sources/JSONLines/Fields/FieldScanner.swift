import Glibc

/// Reads chosen members of JSON lines, many lines at a time, as fast as the bytes can be read.
///
/// Lines in the form that this program writes are walked by machine words; a line with escapes, blanks
/// or nested values where they matter is read by ``JSONScanner``, which also finds what is wrong. Both
/// give the same values for the same line: whatever is read as a value is strict JSON, UTF-8 among it.
@safe public struct FieldScanner: ~Copyable {
  /// How many lines are read at a time: their places fit into the nearest cache.
  public static let batchSize = 128

  let plan: FieldPlan
  // Readable from 0 to `end` for as long as the scanner lives: the caller of `init` promises that.
  let base: UnsafeRawPointer
  let end: Int
  /// Up to here 64 bytes can be read at once.
  let limit: Int
  // One for each key; a column of places for each key that is read, a batch long; the starts of lines,
  // and that behind the last; for each line a bit for each key. All are allocated here and freed by `deinit`.
  let patterns: UnsafeMutablePointer<KeyPattern>
  let places: UnsafeMutablePointer<FieldPlace>
  let starts: UnsafeMutablePointer<Int>
  let given: UnsafeMutablePointer<UInt64>
  let hasLongKeys: Bool
  // Copies of what the plan says, read for every byte.
  let keyCount: Int
  let read: UInt64
  let wanted: UInt64
  let isStrict: Bool
  let watchedSlot: Int
  let watchedFirst: Int
  let watchedStep: Int
  let watchedBytes: (UInt8, UInt8)
  var skeleton = Skeleton()
  /// The key of the member that was walked last, -1 where nobody asks for it, and where its value begins.
  var walked = (slot: -1, start: 0)
  /// One bit a key: whether the line has it.
  var seen: UInt64 = 0
  /// The line within the batch that is being read.
  var row = 0

  /// The offset of the next line.
  private var position: Int
  /// How many lines were read at the last call.
  public private(set) var count = 0
  /// The lines among them that were read the slow way; others have no watched key and no fault.
  public internal(set) var slowLines: [Int] = []
  /// Those that cannot be read, and why; they have no values.
  public internal(set) var faults: [(line: Int, error: JSONError)] = []

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
    limit = range.upperBound - 64
    position = range.lowerBound
    let count = plan.keys.count
    unsafe patterns = .allocate(capacity: max(count, 1))
    unsafe places = .allocate(capacity: max(count, 1) * Self.batchSize)
    unsafe places.initialize(repeating: .missing, count: max(count, 1) * Self.batchSize)
    unsafe starts = .allocate(capacity: Self.batchSize + 1)
    unsafe starts.initialize(repeating: 0, count: Self.batchSize + 1)
    unsafe given = .allocate(capacity: Self.batchSize)
    unsafe given.initialize(repeating: 0, count: Self.batchSize)
    for (index, key) in plan.keys.enumerated() {
      unsafe (patterns + index).initialize(to: KeyPattern(key))
    }
    keyCount = count
    read = plan.read
    wanted = plan.wanted
    isStrict = plan.isStrict
    watchedSlot = plan.watched?.slot ?? -1
    watchedFirst = plan.watched?.first ?? 0
    watchedStep = plan.watched.map { $0.second - $0.first } ?? 0
    watchedBytes = plan.watched.map { ($0.needle[$0.first], $0.needle[$0.second]) } ?? (0x0A, 0x0A)
    hasLongKeys = plan.keys.contains { $0.count + 2 > KeyPattern.maximumLength }
  }

  deinit {
    // All hold plain values, which need no farewell.
    unsafe patterns.deallocate()
    unsafe places.deallocate()
    unsafe starts.deallocate()
    unsafe given.deallocate()
  }

  /// Reads the next lines, at most ``batchSize``; what is said of them holds until the next call.
  ///
  /// - Returns: Whether there were any.
  public mutating func nextLines() -> Bool {
    begin()
    while row < Self.batchSize, position < end { readLine() }
    // One place more than lines.
    unsafe starts[row] = position
    count = row
    return count > 0
  }

  /// Reads some lines, wherever they stand; what is said of them holds until the next call.
  ///
  /// - Parameter places: Where each begins, at most ``batchSize`` of them; for these ``line(_:)`` says nothing.
  public mutating func readLines(at places: ArraySlice<Int>) {
    precondition(places.count <= Self.batchSize)
    begin()
    for place in places {
      precondition(place >= 0 && place < end)
      position = place
      readLine()
    }
    count = row
  }

  private mutating func begin() {
    row = 0
    slowLines.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private mutating func readLine() {
    let start = position
    // There is a place for every line of a batch.
    unsafe starts[row] = start
    seen = 0
    var lineEnd = fastLine(start)
    if lineEnd < 0 || lineEnd - start > FieldPlace.maximumLine {
      lineEnd = endOfLine(start)
      readSlowly(start..<lineEnd)
      seen = read
    } else if seen & read != read {
      forget(read & ~seen)
    }
    // There is a place for every line of a batch.
    unsafe given[row] = seen & read
    position = lineEnd + 1
    row += 1
  }

  /// The bytes of a line of the batch, without its line end.
  ///
  /// - Parameter line: Its index in the batch.
  /// - Returns: The range.
  public func line(_ line: Int) -> Range<Int> {
    precondition(line >= 0 && line < count)
    // There is one start more than lines.
    return unsafe starts[line]..<(starts[line + 1] - 1)
  }

  /// Where each line of the batch begins, ``count`` of them until the next call of ``nextLines()``.
  public var lineStarts: UnsafePointer<Int> { unsafe UnsafePointer(starts) }

  /// Where the values of a key stand, ``count`` of them.
  ///
  /// - Parameter key: The index of a key that is wanted or watched.
  /// - Returns: Memory that holds until the next call of ``nextLines()``.
  public func column(_ key: Int) -> UnsafePointer<FieldPlace> {
    precondition(key >= 0 && key < keyCount)
    return unsafe UnsafePointer(places + key * Self.batchSize)
  }

  /// Returns the value of a key in a line of the batch; `nil` where it has none, or `null`.
  ///
  /// - Parameters:
  ///   - key: The index of a key that is wanted or watched.
  ///   - line: The index of the line in the batch.
  /// - Returns: Where the value stands.
  public func value(_ key: Int, _ line: Int) -> RawJSON? {
    precondition(line >= 0 && line < count && read & 1 << UInt64(key) != 0)
    // The key is one of the plan, and the line one of the batch.
    return unsafe column(key)[line].raw(inLineAt: starts[line])
  }

  /// The keys of which a line of the batch may have values: no other has one.
  ///
  /// - Parameter line: The index of the line in the batch.
  /// - Returns: The indices of the keys.
  public func keys(_ line: Int) -> KeyBits {
    precondition(line >= 0 && line < count)
    // There is one for every line of the batch.
    return KeyBits(unsafe given[line])
  }

  /// Where the values of a line of the batch stand, by key up to the last of some that has one.
  ///
  /// - Parameters:
  ///   - keys: How many keys are asked for, from the first; all of them are wanted.
  ///   - line: The index of the line in the batch.
  /// - Returns: The places.
  public func places(ofFirst keys: Int, _ line: Int) -> [FieldPlace] {
    precondition(line >= 0 && line < count && keys <= keyCount)
    var last = keys
    // Each key is one of the plan, and the line one of the batch.
    while last > 0, unsafe !places[(last - 1) * Self.batchSize + line].isValue { last -= 1 }
    return (0..<last).map { unsafe places[$0 * Self.batchSize + line] }
  }

  /// Says that the line has no values for some keys.
  func forget(_ keys: UInt64) {
    var keys = keys
    while keys != 0 {
      // Each bit is the index of a key.
      unsafe places[keys.trailingZeroBitCount * Self.batchSize + row] = .missing
      keys &= keys - 1
    }
  }

  private func endOfLine(_ start: Int) -> Int {
    // Within the bytes that the caller of `init` promised.
    guard let found = unsafe memchr(base + start, 0x0A, end - start) else { return end }
    return unsafe UnsafeRawPointer(found) - base
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
      while scanner.nextLines() {
        for line in 0..<scanner.count {
          var values = [RawJSON?](repeating: nil, count: keys.count)
          for key in scanner.keys(line) { values[key] = scanner.value(key, line) }
          body(scanner.line(line), values, scanner.faults.first { $0.line == line }?.error)
        }
      }
    }
  }
}
