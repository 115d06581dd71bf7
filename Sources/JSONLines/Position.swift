/// A place in a text as people count it: the line and the character within it, both from 1.
public struct Position: Hashable, Sendable {
  /// The line, counted from 1.
  public let line: Int
  /// The character within the line, counted from 1 in Unicode scalars.
  public let column: Int

  /// Creates a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Finds the position of a byte, where an error has to be told.
  ///
  /// - Parameters:
  ///   - offset: The byte's offset.
  ///   - line: The line in which it stands.
  ///   - bytes: The bytes.
  /// - Complexity: O(*n*) in the length of the line.
  public init(of offset: Int, in line: Line, _ bytes: Span<UInt8>) {
    var column = 1
    var index = line.start
    while index < min(offset, line.end) {
      // Bytes 10xxxxxx continue a character.
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    self.init(line: line.number, column: column)
  }
}
