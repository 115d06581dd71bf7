import JSONLines
import Testing

struct PositionTests {
  /// Finds the position of a byte in the line that holds it.
  private func position(_ offset: Int, in text: String) throws -> Position {
    let bytes = Array(text.utf8)
    let span = bytes.span
    var splitter = LineSplitter(0..<bytes.count)
    while let line = splitter.line(span) {
      if offset <= line.end { return Position(of: offset, in: line, span) }
    }
    throw JSONError(.unexpectedEnd, at: offset)
  }

  // Each 中 and 文 has three bytes, the crab four, the é two.
  @Test(arguments: [
    (0, 1, 1), (6, 1, 7), (9, 1, 8), (12, 1, 9), (13, 1, 10), (14, 1, 11), (15, 2, 1), (18, 2, 4),
    (22, 2, 5), (24, 2, 6), (25, 2, 7),
  ])
  func `characters are counted, not bytes`(offset: Int, line: Int, column: Int) throws {
    let found = try position(offset, in: "{\"name中文\"}\n[1,🦀\u{E9}]\n")
    #expect(found == Position(line: line, column: column))
  }

  @Test func `a fault behind Chinese text is told at its character`() throws {
    let text = "{\"id\":\"a\"}\n{\"企业\":\"吕四🦀\", x}\n"
    let bytes = Array(text.utf8)
    let span = bytes.span
    var splitter = LineSplitter(0..<bytes.count)
    _ = splitter.line(span)
    let second = splitter.line(span)
    let line = try #require(second)
    var scanner = JSONScanner(line.range)
    do throws(JSONError) {
      _ = try scanner.document(span)
      Issue.record("the line was read")
    } catch {
      #expect(error.code == .unexpectedByte)
      #expect(bytes[error.offset] == UInt8(ascii: "x"))
      #expect(Position(of: error.offset, in: line, span) == Position(line: 2, column: 14))
    }
  }

  @Test func `a place behind the line is its end`() {
    let bytes = Array("ab\ncd".utf8)
    let line = Line(number: 1, start: 0, end: 2, isWhole: true)
    #expect(Position(of: 99, in: line, bytes.span) == Position(line: 1, column: 3))
  }
}
