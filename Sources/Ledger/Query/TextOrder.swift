import JSONLines

/// The order of lines by a text, some bytes of it at a time: of millions of different texts none is kept.
struct TextOrder {
  /// Seven bytes of the text, the first the highest, and how many there are; 8 where more follow.
  private typealias Word = UInt64

  /// What a line without a text has; no text has it.
  private static var none: Word { .max }

  /// Twelve bytes a line.
  private struct Entry {
    // The word in two halves: as a whole it would leave a gap beside the place.
    private var high: UInt32
    private var low: UInt32
    /// The place of the line before, which breaks ties.
    let place: Int32

    init(_ word: Word, _ place: Int) {
      high = UInt32(word >> 32)
      low = UInt32(truncatingIfNeeded: word)
      self.place = Int32(place)
    }

    var word: Word { Word(high) << 32 | Word(low) }
  }

  let fields: LineFields
  let isDescending: Bool

  /// Prepares the order by a field.
  init(_ lines: Lines, _ slot: Int, isDescending: Bool) {
    fields = LineFields(lines, [slot])
    self.isDescending = isDescending
  }

  /// Puts lines into order; those without a text come last, and equal ones stay as they stand.
  ///
  /// - Parameter rows: The lines.
  /// - Returns: The same lines; `nil` where one of them has something else than a text there.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func sorted(_ rows: RowList) throws -> RowList? {
    var entries: [Entry] = []
    var last: [Int32] = []
    entries.reserveCapacity(rows.count)
    for start in stride(from: 0, to: rows.count, by: Self.step) {
      let some = (start..<min(start + Self.step, rows.count)).map { rows[$0] }
      guard let words = try words(of: some, from: 0) else { return nil }
      for (place, word) in words.enumerated() {
        if word == Self.none {
          last.append(Int32(start + place))
        } else {
          entries.append(Entry(word, start + place))
        }
      }
    }
    sort(&entries, 0..<entries.count)
    guard try settle(&entries, 0..<entries.count, from: Self.length, rows) else { return nil }
    var sorted = RowList(capacity: rows.count)
    for entry in entries { sorted.append(rows[Int(entry.place)]) }
    for place in last { sorted.append(rows[Int(place)]) }
    return sorted
  }

  private static var length: Int { 7 }
  private static var step: Int { 1 << 17 }

  private func sort(_ entries: inout [Entry], _ range: Range<Int>) {
    // In place: a slice of the array would be a copy. The pointer is used within the closure only.
    unsafe entries.withUnsafeMutableBufferPointer { all in
      var some = unsafe UnsafeMutableBufferPointer(rebasing: all[range])
      unsafe some.sort { a, b in
        a.word == b.word ? a.place < b.place : (a.word < b.word) != isDescending
      }
    }
  }

  /// Puts those in order by what follows that are in order up to an offset, and equal so far.
  ///
  /// - Returns: Whether each has a text.
  private func settle(
    _ entries: inout [Entry],
    _ range: Range<Int>,
    from offset: Int,
    _ rows: RowList
  ) throws -> Bool {
    var next = range.lowerBound
    while next < range.upperBound {
      // Some ties at a time: all of them would be many.
      var offset = offset
      var tied = ties(in: entries, &next, range.upperBound)
      while !tied.isEmpty {
        guard try readOn(&entries, tied, from: offset, rows) else { return false }
        for range in tied { sort(&entries, range) }
        offset += Self.length
        if tied.count == 1, tied[0].count > Self.step {
          guard try settle(&entries, tied[0], from: offset, rows) else { return false }
          break
        }
        tied = tied.flatMap { range in
          var next = range.lowerBound
          return ties(in: entries, &next, range.upperBound)
        }
      }
    }
    return true
  }

  /// The next ranges of entries that are equal so far, and whose texts go on; about a step of them, at least one.
  private func ties(in entries: [Entry], _ next: inout Int, _ end: Int) -> [Range<Int>] {
    var ties: [Range<Int>] = []
    var count = 0
    while next < end, count < Self.step {
      let first = next
      let word = entries[first].word
      next += 1
      while next < end, entries[next].word == word { next += 1 }
      guard next - first > 1, word & 0xFF > Self.length else { continue }
      // One that is large stands alone.
      if count > 0, next - first > Self.step {
        next = first
        break
      }
      ties.append(first..<next)
      count += next - first
    }
    return ties
  }

  /// Reads the next word of the text of entries.
  private func readOn(
    _ entries: inout [Entry],
    _ ranges: [Range<Int>],
    from offset: Int,
    _ rows: RowList
  ) throws -> Bool {
    var waiting: [Int] = []
    func read() throws -> Bool {
      let lines = waiting.map { rows[Int(entries[$0].place)] }
      guard let found = try words(of: lines, from: offset) else { return false }
      for (index, word) in zip(waiting, found) {
        entries[index] = Entry(word, Int(entries[index].place))
      }
      waiting.removeAll(keepingCapacity: true)
      return true
    }
    for range in ranges {
      for index in range {
        waiting.append(index)
        guard try waiting.count < Self.step || read() else { return false }
      }
    }
    return try read()
  }

  /// Reads a word of the text of each line, on all cores; `nil` where one has no text but something else.
  private func words(of rows: [Int], from offset: Int) throws -> [Word]? {
    let parts = Workers.mapParts(of: rows, ifMoreThan: 1024) { rows in
      Result { () throws -> [Word]? in
        var words: [Word] = []
        words.reserveCapacity(rows.count)
        var isText = true
        try fields.visit(rows) { _, bytes, value in
          let raw = value(0)
          isText = isText && raw.map { $0.kind == .string } ?? true
          words.append(raw.map { Self.word(of: $0, bytes, from: offset) } ?? Self.none)
        }
        return isText ? words : nil
      }
    }
    var words: [Word] = []
    words.reserveCapacity(rows.count)
    for part in parts {
      guard let part = try part.get() else { return nil }
      words += part
    }
    return words
  }

  private static func word(of raw: RawJSON, _ bytes: Span<UInt8>, from offset: Int) -> Word {
    guard raw.kind == .string else { return none }
    guard raw.isEscaped else {
      return word(bytes.extracting(raw.start + 1..<raw.end - 1), from: offset)
    }
    return word(Array((raw.string(in: bytes) ?? "").utf8).span, from: offset)
  }

  private static func word(_ text: Span<UInt8>, from offset: Int) -> Word {
    let count = max(text.count - offset, 0)
    var word: Word = 0
    for index in 0..<length {
      word = word << 8 | (index < count ? Word(text[offset + index]) : 0)
    }
    return word << 8 | Word(min(count, length + 1))
  }
}
