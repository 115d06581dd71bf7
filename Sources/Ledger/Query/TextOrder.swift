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

  private let fields: LineFields
  private let isDescending: Bool

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
  func sorted(_ rows: [Int]) throws -> [Int]? {
    var entries: [Entry] = []
    var last: [Int32] = []
    entries.reserveCapacity(rows.count)
    for start in stride(from: 0, to: rows.count, by: Self.step) {
      let some = Array(rows[start..<min(start + Self.step, rows.count)])
      guard let words = try words(of: some, from: 0) else { return nil }
      for (place, word) in words.enumerated() {
        if word == Self.none {
          last.append(Int32(start + place))
        } else {
          entries.append(Entry(word, start + place))
        }
      }
    }
    entries.sort(by: isBefore)
    var offset = 0
    var tied = ties(in: entries, 0..<entries.count)
    while !tied.isEmpty {
      offset += Self.length
      let places = tied.flatMap { entries[$0].map { rows[Int($0.place)] } }
      guard let found = try words(of: places, from: offset) else { return nil }
      var next = 0
      for range in tied {
        for index in range {
          entries[index] = Entry(found[next], Int(entries[index].place))
          next += 1
        }
        entries[range].sort(by: isBefore)
      }
      tied = tied.flatMap { ties(in: entries, $0) }
    }
    return entries.map { rows[Int($0.place)] } + last.map { rows[Int($0)] }
  }

  private static var length: Int { 7 }
  private static var step: Int { 1 << 17 }

  private func isBefore(_ a: Entry, _ b: Entry) -> Bool {
    a.word == b.word ? a.place < b.place : (a.word < b.word) != isDescending
  }

  /// The ranges of entries that are equal so far, and whose texts go on.
  private func ties(in entries: [Entry], _ range: Range<Int>) -> [Range<Int>] {
    var ties: [Range<Int>] = []
    var first = range.lowerBound
    for index in range.dropFirst() where entries[index].word != entries[first].word {
      if index - first > 1, entries[first].word & 0xFF > Self.length { ties.append(first..<index) }
      first = index
    }
    if range.upperBound - first > 1, entries[first].word & 0xFF > Self.length {
      ties.append(first..<range.upperBound)
    }
    return ties
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
