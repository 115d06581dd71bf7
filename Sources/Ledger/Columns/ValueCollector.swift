import JSONLines

/// Collects the values of a column while its lines are read: for each line a code of ``ValueTable``.
@safe struct ValueCollector: ~Copyable {
  private var table = ValueTable()
  private var codes: GrowingCodes
  private let days: DayTable
  private var previous: (text: ShortText, code: UInt32) = (.empty, 0)
  // How many lines are taken at once, and what is known of each of them.
  private let batch: Int
  private let hashes: Zeroed<UInt32>
  private let far: FarPlaces
  private let lateLines: Zeroed<Int>
  /// The values that have codes already; codes of ours come behind theirs.
  private let seed: Seed?
  private let firstCode: UInt32
  // By code whether it is accepted, as far as somebody asked.
  private var answers: [Bool] = []

  /// Creates a collector of about as many lines, of which at most a batch are taken at once.
  init(capacity: Int, seed: Seed? = nil, batch: Int = FieldScanner.batchSize) {
    self.seed = seed
    self.batch = batch
    hashes = Zeroed(batch)
    far = FarPlaces(batch)
    lateLines = Zeroed(batch)
    firstCode = seed.map { UInt32($0.count) } ?? 0
    codes = GrowingCodes(capacity: capacity, batch: batch)
    days = DayTable(lines: capacity)
  }

  /// Takes the values of some lines.
  ///
  /// - Parameters:
  ///   - buffer: The bytes.
  ///   - starts: Where the lines begin.
  ///   - places: Where the values stand, all of them within the bytes.
  ///   - count: How many lines.
  mutating func take(
    _ buffer: UnsafeRawBufferPointer,
    _ starts: UnsafePointer<Int>,
    _ places: UnsafePointer<FieldPlace>,
    _ count: Int
  ) {
    guard let base = buffer.baseAddress else { return }
    precondition(count <= batch)
    // There is room for the code of each line of a batch.
    let target = unsafe codes.next
    let limit = buffer.count - ShortText.maximumCount
    if let seed {
      unsafe takeIDs(seed, base, limit, starts, places, count, target)
    } else {
      unsafe takeTexts(base, limit, starts, places, count, target)
    }
    codes.take(count, below: Int(firstCode) + table.count)
  }

  /// Takes values of any kind; from behind the limit 24 bytes cannot be read at once.
  private mutating func takeTexts(
    _ base: UnsafeRawPointer,
    _ limit: Int,
    _ starts: UnsafePointer<Int>,
    _ places: UnsafePointer<FieldPlace>,
    _ count: Int,
    _ target: UnsafeMutablePointer<UInt32>
  ) {
    let isFar = table.isFar
    if isFar { unsafe touch(base, limit, starts, places, count) }
    for line in 0..<count {
      let place = unsafe places[line]
      let offset = unsafe starts[line] &+ place.offset
      guard place.isShort, offset <= limit else {
        unsafe target[line] = place.isValue ? table.code(base + offset, place.count) : 0
        continue
      }
      let text = unsafe ShortText(loading: base + offset, place.count)
      if place.count == DayTable.length, days.isUsed, let day = DayTable.place(text) {
        var code = days.code(day)
        if code == 0 {
          code = unsafe table.code(base + offset, place.count)
          days.set(day, code)
        }
        unsafe target[line] = code
        continue
      }
      if text == previous.text {
        unsafe target[line] = previous.code
        continue
      }
      let hash = isFar ? unsafe hashes.start[line] : ByteHash.hash(text, place.count)
      previous = (text, unsafe table.code(text, hash, base + offset, place.count))
      unsafe target[line] = previous.code
    }
  }

  /// Touches the slots of some lines and asks nothing of them, so that many wait for memory at once.
  private mutating func touch(
    _ base: UnsafeRawPointer,
    _ limit: Int,
    _ starts: UnsafePointer<Int>,
    _ places: UnsafePointer<FieldPlace>,
    _ count: Int
  ) {
    for line in 0..<count {
      let place = unsafe places[line]
      let offset = unsafe starts[line] &+ place.offset
      guard place.isShort, offset <= limit else {
        far.clear(line)
        continue
      }
      let hash = ByteHash.hash(unsafe ShortText(loading: base + offset, place.count), place.count)
      // There is a hash for each line of a batch.
      unsafe hashes.start[line] = hash
      unsafe far.set(line, table.place(hash))
    }
    far.touch(count)
  }

  /// Takes values most of which are ids that have codes.
  private mutating func takeIDs(
    _ seed: Seed,
    _ base: UnsafeRawPointer,
    _ limit: Int,
    _ starts: UnsafePointer<Int>,
    _ places: UnsafePointer<FieldPlace>,
    _ count: Int,
    _ target: UnsafeMutablePointer<UInt32>
  ) {
    let ids = seed.table
    for line in 0..<count {
      let place = unsafe places[line]
      // The id stands within its quotes.
      let offset = unsafe starts[line] &+ place.offset &+ 1
      guard place.isShortID, offset <= limit else {
        far.clear(line)
        continue
      }
      let size = place.count &- 2
      let hash = ByteHash.hash(unsafe ShortText(loading: base + offset, size), size)
      // There is a hash for each line of a batch.
      unsafe hashes.start[line] = hash
      unsafe far.set(line, ids.place(hash))
    }
    far.touch(count)
    // Of those that do not stand where they stand at first the next place is touched as well.
    var late = 0
    for line in 0..<count {
      let place = unsafe places[line]
      let offset = unsafe starts[line] &+ place.offset &+ 1
      guard place.isShortID, offset <= limit else {
        unsafe target[line] =
          place.isValue ? firstCode + table.code(base + offset - 1, place.count) : 0
        continue
      }
      let size = place.count &- 2
      let id = unsafe ShortText(loading: base + offset, size)
      let hash = unsafe hashes.start[line]
      if let named = ids.findNear(hash, id, size) {
        unsafe target[line] = UInt32(truncatingIfNeeded: named &+ 1)
      } else {
        unsafe far.set(late, ids.nextPlace(hash))
        unsafe lateLines.start[late] = line
        late += 1
      }
    }
    unsafe takeLate(seed, base, starts, places, late, target)
  }

  /// Takes the ids that do not stand where they stand at first, or nowhere.
  private mutating func takeLate(
    _ seed: Seed,
    _ base: UnsafeRawPointer,
    _ starts: UnsafePointer<Int>,
    _ places: UnsafePointer<FieldPlace>,
    _ count: Int,
    _ target: UnsafeMutablePointer<UInt32>
  ) {
    far.touch(count)
    for index in 0..<count {
      let line = unsafe lateLines.start[index]
      let place = unsafe places[line]
      // Each is one of the lines, and has a short id.
      let start = unsafe base + starts[line] + place.offset
      let size = place.count &- 2
      let id = unsafe ShortText(loading: start + 1, size)
      let named = seed.table.find(unsafe hashes.start[line], id, size) {
        seed.places.hasID($0, id, size)
      }
      unsafe target[line] =
        named.map { UInt32(truncatingIfNeeded: $0 &+ 1) }
        ?? firstCode + table.code(start, place.count)
    }
  }

  /// Takes the value of a line.
  ///
  /// - Parameters:
  ///   - start: The first byte of its JSON text.
  ///   - count: The number of bytes, all of them readable.
  mutating func take(_ start: UnsafeRawPointer, _ count: Int) {
    unsafe codes.next[0] = firstCode + table.code(start, count)
    codes.take(1, below: Int(firstCode) + table.count)
  }

  /// Takes a line without a value.
  mutating func takeNothing() {
    unsafe codes.next[0] = 0
    codes.take(1, below: 1)
  }

  /// Hands out those of the lines that were just taken whose values are accepted, see ``Collectors``.
  mutating func forEachLine(
    _ count: Int,
    accepting accepts: (Span<UInt8>?) -> Bool,
    _ body: (Int) -> Void
  ) {
    precondition(seed == nil && count <= batch)
    while answers.count < table.count {
      answers.append(
        answers.isEmpty ? accepts(nil) : table.withText(answers.count) { accepts($0) }
      )
    }
    for line in 0..<count where answers[Int(unsafe codes.next[line])] {
      body(line)
    }
  }

  consuming func finish() -> Coded {
    let values = table.finish()
    return Coded(codes: codes.finish(), values: seed.map { Values($0, and: values) } ?? values)
  }
}

extension FieldPlace {
  /// Whether it is a string without escapes that holds 1 to 24 bytes.
  @inline(__always)
  var isShortID: Bool { isPlainString && count > 2 && count <= ShortText.maximumCount + 2 }

  /// Whether there is a value of up to 24 bytes.
  @inline(__always)
  var isShort: Bool { isValue && count <= ShortText.maximumCount }
}
