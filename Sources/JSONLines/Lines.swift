/// A line among bytes: the range without its line end, and its number counted from 1.
public struct Line: Hashable, Sendable {
  /// The number, counted from 1.
  public let number: Int
  /// The offset of the first byte.
  public let start: Int
  /// The offset of the line end, or of the end of the bytes where the last line has none.
  public let end: Int
  /// Whether the byte 0x0A ends the line; a last line without one may be torn.
  public let isWhole: Bool

  /// Creates a line.
  public init(number: Int, start: Int, end: Int, isWhole: Bool) {
    self.number = number
    self.start = start
    self.end = end
    self.isWhole = isWhole
  }

  /// The range of the line's bytes without the line end.
  public var range: Range<Int> { start..<end }
}

/// Splits bytes into lines on the byte 0x0A and on nothing else.
public struct LineSplitter: Sendable {
  private var next: Int
  private let end: Int
  private var number: Int

  /// Creates a splitter of a range of bytes.
  ///
  /// - Parameters:
  ///   - range: The bytes to split.
  ///   - firstNumber: The number of the first line.
  public init(_ range: Range<Int>, firstNumber: Int = 1) {
    next = range.lowerBound
    end = range.upperBound
    number = firstNumber
  }

  /// Steps over the next line.
  ///
  /// - Parameter bytes: The bytes, the same at every call.
  /// - Returns: That line; `nil` behind the last.
  public mutating func line(_ bytes: Span<UInt8>) -> Line? {
    guard next < end else { return nil }
    let start = next
    var index = start
    while index < end, bytes[index] != 0x0A { index += 1 }
    defer { number += 1 }
    next = index + 1
    return Line(number: number, start: start, end: index, isWhole: index < end)
  }
}
