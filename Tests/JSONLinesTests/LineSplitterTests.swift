import JSONLines
import Testing

struct LineSplitterTests {
  private func lines(_ text: String, _ range: Range<Int>? = nil, from number: Int = 1) -> [Line] {
    let bytes = Array(text.utf8)
    var splitter = LineSplitter(range ?? 0..<bytes.count, firstNumber: number)
    var lines: [Line] = []
    while let line = splitter.line(bytes.span) { lines.append(line) }
    #expect(splitter.line(bytes.span) == nil)
    return lines
  }

  @Test(
    arguments: [
      ("", []),
      ("a", [0..<1]),
      ("a\n", [0..<1]),
      ("\n", [0..<0]),
      ("\n\n", [0..<0, 1..<1]),
      ("a\n\nb\n", [0..<1, 2..<2, 3..<4]),
      ("a\r\nb\r\n", [0..<2, 3..<5]),
      ("a\u{2028}b\u{85}c\u{2029}d\u{B}e\u{C}f\rg\n", [0..<18]),
    ] as [(String, [Range<Int>])]
  )
  func `lines end at the byte 0x0A and nowhere else`(text: String, ranges: [Range<Int>]) {
    let found = lines(text)
    #expect(found.map(\.range) == ranges)
    #expect(found.map(\.number) == Array(1..<(ranges.count + 1)))
  }

  @Test func `a last line without a line end is told`() {
    #expect(lines("a\nb").map(\.isWhole) == [true, false])
    #expect(lines("a\nb\n").map(\.isWhole) == [true, true])
  }

  @Test func `a part of the bytes is split by itself`() {
    let found = lines("ab\ncd\nef\n", 3..<7, from: 2)
    #expect(
      found == [
        Line(number: 2, start: 3, end: 5, isWhole: true),
        Line(number: 3, start: 6, end: 7, isWhole: false),
      ]
    )
  }

  @Test func `every small text is put together again from its lines`() {
    // All texts of up to seven bytes of a, CR and LF.
    for length in 0...7 {
      var count = 1
      for _ in 0..<length { count *= 3 }
      for index in 0..<count {
        var rest = index
        var bytes: [UInt8] = []
        for _ in 0..<length {
          bytes.append([0x61, 0x0D, 0x0A][rest % 3])
          rest /= 3
        }
        var joined: [UInt8] = []
        var splitter = LineSplitter(0..<bytes.count)
        while let line = splitter.line(bytes.span) {
          joined += bytes[line.range] + (line.isWhole ? [0x0A] : [])
        }
        #expect(joined == bytes)
      }
    }
  }
}
