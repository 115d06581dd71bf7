import JSONLines

/// Where the lines of a file stand.
struct Places: Sendable {
  let source: FileSource
  let segments: [Segment]
  let bases: [Int]

  /// The bytes of a line, its line end among them.
  func range(_ line: Int) -> Range<Int> {
    var index = segments.count - 1
    while bases[index] > line { index -= 1 }
    return segments[index].line(line - bases[index])
  }

  /// The id of a line, escapes resolved.
  func id(_ line: Int) -> [UInt8] {
    let range = range(line)
    return source.bytes.withSpan { span in
      if let content = plainID(range, span) { return span.extracting(content).copied }
      var id: [UInt8] = []
      var scanner = JSONScanner(range)
      // A line that cannot be read has been told by now.
      try? scanner.object(span) { (key, value) throws(JSONError) in
        if key.string(in: span) == "id" { id = Array((value.string(in: span) ?? "").utf8) }
      }
      return id
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

  /// Whether two lines have the same id.
  func isSame(_ a: UInt32, _ b: UInt32) -> Bool {
    let ranges = (range(Int(a)), range(Int(b)))
    let plain = source.bytes.withSpan { span -> Bool? in
      guard let one = plainID(ranges.0, span), let two = plainID(ranges.1, span) else {
        return nil
      }
      guard one.count == two.count else { return false }
      for offset in 0..<one.count
      where span[one.lowerBound + offset] != span[two.lowerBound + offset] {
        return false
      }
      return true
    }
    return plain ?? (id(Int(a)) == id(Int(b)))
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
}
