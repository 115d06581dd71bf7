import JSONLines

/// Counts lines from the place where it was asked before: many places of a file in order cost one walk.
struct LineCount {
  private var offset = 0
  private var line = 1

  /// The number of the line in which a byte stands.
  ///
  /// - Parameters:
  ///   - wanted: The offset of the byte.
  ///   - bytes: The file, always the same.
  /// - Returns: The number, from 1.
  mutating func number(at wanted: Int, in bytes: Bytes) -> Int {
    if wanted < offset { self = LineCount() }
    let end = min(wanted, bytes.count)
    guard offset < end else { return line }
    line += bytes.withSpan { $0.extracting(offset..<end).lineEndCount }
    offset = end
    return line
  }
}

extension Bytes {
  /// The number of the line in which a byte stands.
  func lineNumber(at offset: Int) -> Int {
    var lines = LineCount()
    return lines.number(at: offset, in: self)
  }

  /// The place of a byte, with its line, and its column in characters.
  func place(of offset: Int, in file: String) -> Place {
    var lines = LineCount()
    return place(of: offset, in: file, &lines)
  }

  /// The place of a byte, where places before it were asked for.
  func place(of offset: Int, in file: String, _ lines: inout LineCount) -> Place {
    let column = withSpan { span in
      let end = min(offset, span.count)
      var start = end
      while start > 0, span[start - 1] != 0x0A { start -= 1 }
      // Every byte but those that continue a character begins one.
      return (start..<end).count { span[$0] & 0xC0 != 0x80 } + 1
    }
    return Place(
      file: file,
      line: lines.number(at: offset, in: self),
      column: column,
      offset: offset
    )
  }
}
