import JSONLines

/// The part of a line that is shown with a fault, never more than a screen can hold.
struct Excerpt {
  /// How many bytes are kept on each side of the fault.
  private static let reach = 400

  /// The text.
  let text: String
  /// The column of the line at which the text begins.
  let firstColumn: Int

  init(of line: Line, around offset: Int, _ bytes: Span<UInt8>) {
    func isInside(_ index: Int) -> Bool { bytes[index] & 0xC0 == 0x80 }
    // A character has at most three bytes behind its first.
    var start = max(line.start, min(offset, line.end) - Self.reach)
    for _ in 0..<3 where start > line.start && isInside(start) { start -= 1 }
    var end = min(line.end, offset + Self.reach)
    for _ in 0..<3 where end < line.end && isInside(end) { end += 1 }
    text = bytes.extracting(start..<end).text
    firstColumn = Position(of: start, in: line, bytes).column
  }
}
