import JSONLines

/// Where the lines of a file stand.
struct Places: Sendable {
  let source: FileSource
  let segments: [Segment]
  let bases: [Int]
  /// The ids by segment, where they are at hand.
  var names: [Block<LineName>]?

  /// The bytes of a line, its line end among them.
  func range(_ line: Int) -> Range<Int> {
    let (segment, line) = place(line)
    return segments[segment].line(line)
  }

  /// The id of a line, escapes resolved.
  func id(_ line: Int) -> [UInt8] {
    id(range(line))
  }

  /// The id of a line given by its bytes.
  func id(_ range: Range<Int>) -> [UInt8] {
    source.bytes.withSpan { span in
      if let content = plainID(range, span) { return span.extracting(content).copied }
      var id: [UInt8] = []
      var scanner = JSONScanner(range)
      // A line that cannot be read has been told by now; behind the id nobody looks.
      try? scanner.object(span) { (key, value) throws(JSONError) in
        guard key.string(in: span) == "id" else { return }
        id = Array((value.string(in: span) ?? "").utf8)
        throw JSONError(.duplicateKey, at: value.end)
      }
      return id
    }
  }

  /// The id of a line in the usual form, where it has up to 24 bytes.
  func shortID(_ line: Int) -> (text: ShortText, count: Int)? {
    shortID(range(line))
  }

  /// The id of a line given by its bytes, where it is short and in the usual form.
  func shortID(_ range: Range<Int>) -> (text: ShortText, count: Int)? {
    guard range.count >= Self.opening.count + ShortText.maximumCount + 8 else { return nil }
    return unsafe source.bytes.withRaw { (buffer) -> (text: ShortText, count: Int)? in
      guard let base = buffer.baseAddress else { return nil }
      let start = unsafe base + range.lowerBound
      // The line has the bytes that are loaded here.
      let first = unsafe start.loadUnaligned(as: UInt64.self)
      guard first & Self.openingMask == Self.openingWord else { return nil }
      let text = unsafe start + Self.opening.count
      var count = 0
      while count <= ShortText.maximumCount {
        let word = unsafe text.loadUnaligned(fromByteOffset: count, as: UInt64.self)
        let quotes = word.marks(of: 0x22)
        let stops = quotes | word.marks(of: 0x5C)
        guard stops != 0 else {
          count += 8
          continue
        }
        // The lowest place is exact: a backslash before the quote is left to others.
        let place = stops.trailingZeroBitCount
        count += place >> 3
        guard quotes >> UInt64(place) & 1 == 1, count > 0, count <= ShortText.maximumCount else {
          return nil
        }
        return (unsafe ShortText(loading: text, count), count)
      }
      return nil
    }
  }

  /// Whether a line has an id.
  func hasID(_ line: Int, _ id: Span<UInt8>) -> Bool {
    let range = range(line)
    let plain = source.bytes.withSpan { span -> Bool? in
      guard let content = plainID(range, span) else { return nil }
      guard content.count == id.count else { return false }
      for offset in 0..<id.count where span[content.lowerBound + offset] != id[offset] {
        return false
      }
      return true
    }
    return plain ?? (self.id(line) == id.copied)
  }

  /// Whether a line has a short id.
  func hasID(_ line: Int, _ id: ShortText, _ count: Int) -> Bool {
    // A short text stands in 24 bytes.
    unsafe withUnsafeBytes(of: id.words) {
      hasID(line, unsafe Span<UInt8>(_unsafeBytes: UnsafeRawBufferPointer(rebasing: $0[..<count])))
    }
  }

  /// The segment of a line, and its place within it.
  @inline(__always)
  func place(_ line: Int) -> (segment: Int, line: Int) {
    var index = segments.count - 1
    while bases[index] > line { index -= 1 }
    return (index, line - bases[index])
  }

  /// Where the id of a line in the usual form stands.
  func plainID(_ range: Range<Int>, _ span: Span<UInt8>) -> Range<Int>? {
    let start = range.lowerBound + Self.opening.count
    guard start < range.upperBound else { return nil }
    for (offset, byte) in Self.opening.enumerated() where span[range.lowerBound + offset] != byte {
      return nil
    }
    var end = start
    while end < range.upperBound, span[end] != UInt8(ascii: "\"") {
      if span[end] == UInt8(ascii: "\\") { return nil }
      end += 1
    }
    return start..<end
  }

  private static let opening = Array(#"{"id":""#.utf8)
  private static var openingWord: UInt64 { 0x22_3A_22_64_69_22_7B }
  private static var openingMask: UInt64 { 0xFF_FFFF_FFFF_FFFF }
}
