/// A place in a text: its line and its column, both counted from 1.
///
/// A line ends with LF, CR LF or a lone CR. A column counts Unicode scalars, so that a Chinese character is
/// one column however many bytes it takes.
public struct Position: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in the line, from 1.
  public let column: Int

  /// Creates a position from its line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of a text.
  static let start = Position(line: 1, column: 1)

  /// The position that follows UTF-8 bytes which begin at the start of a text.
  init(after prefix: ArraySlice<UInt8>) {
    var counter = PositionCounter()
    for byte in prefix { counter.pass(byte) }
    self = counter.position
  }
}

/// Counts lines and columns along the UTF-8 bytes of a text.
struct PositionCounter {
  private var line = 1
  private var column = 1
  private var previous: UInt8 = 0

  /// The position of the byte that comes next.
  var position: Position { Position(line: line, column: column) }

  mutating func pass(_ byte: UInt8) {
    switch byte {
    case .lineFeed where previous == .carriageReturn: break
    case .lineFeed, .carriageReturn:
      line += 1
      column = 1
    default: column += byte.beginsScalar ? 1 : 0
    }
    previous = byte
  }
}

/// A position in a named file or option, as messages show it.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The path of the file, or the name of the option, as the user wrote it.
  public let origin: String
  /// Where in it.
  public let position: Position

  /// Creates a place from its origin and the position in it.
  public init(origin: String, position: Position) {
    self.origin = origin
    self.position = position
  }

  /// The place as `ORIGIN:LINE:COLUMN`.
  public var description: String { "\(origin):\(position.line):\(position.column)" }
}

extension UInt8 {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let quote: UInt8 = 0x22

  /// Whether the byte is the first of a scalar in valid UTF-8.
  var beginsScalar: Bool { self & 0xC0 != 0x80 }
}
