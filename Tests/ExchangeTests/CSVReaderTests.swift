import Bilingual
import Exchange
import Testing

struct CSVReaderTests {
  @Test(arguments: [
    ("", []),
    ("a", [["a"]]),
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("a,\n,b", [["a", ""], ["", "b"]]),
    (" a , b ", [[" a ", " b "]]),
    ("\"a,b\",\"c\"\"d\",\"\"\n", [["a,b", "c\"d", ""]]),
    ("\"a\nb\",\"c\r\nd\",\"e\rf\"\ng,h,i", [["a\nb", "c\r\nd", "e\rf"], ["g", "h", "i"]]),
    ("a\n\nb", [["a"], [""], ["b"]]),
    ("\"\"\"\"", [["\""]]),
    ("启东,吕四\n海鲜,🦐", [["启东", "吕四"], ["海鲜", "🦐"]]),
  ])
  func `reads cells`(_ text: String, _ expected: [[String]]) throws {
    #expect(try cells(text) == expected)
  }

  @Test func `the apostrophe before what may be a formula is taken off, others stay`() throws {
    let text = "'=1+1,\"'+86\",''@x,'－1,'\n'n,',''',\"'\n=\"\n"
    #expect(
      try cells(text) == [["=1+1", "+86", "'@x", "－1", "'"], ["'n", "'", "'''", "\n="]]
    )
  }

  @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}", "\u{FEFF}"])
  func `only LF and CR end a line`(_ character: String) throws {
    #expect(try cells("a\(character)b,c\nd,e") == [["a\(character)b", "c"], ["d", "e"]])
  }

  @Test(arguments: [
    ("a,b,c\n1,2,3", Delimiter.comma),
    ("a;b;c\n1,5;2,5;3", .semicolon),
    ("a\tb\n1,2\t3\n", .tab),
    ("甲;乙\n\"x,y\";\"p,q\"", .semicolon),
    ("附件一,公示\n编号;名称\n1;a\n2;b", .semicolon),
    ("only\none\ncolumn", .comma),
    ("", .comma),
    ("sep=;\na,b;c\n", .semicolon),
  ])
  func `finds the delimiter`(_ text: String, _ delimiter: Delimiter) throws {
    #expect(CSVReader(try source(text)).delimiter == delimiter)
  }

  @Test func `a line that declares the delimiter is not a row`() throws {
    #expect(try cells("sep=|\r\na|b\r\n") == [["a", "b"]])
    let reader = CSVReader(try source("sep=;\na,b;c\n"), delimiter: .comma)
    #expect(rows(of: reader).rows.map { $0.cells.map(\.text) } == [["a", "b;c"]])
    #expect(rows(of: reader).rows.first?.line == 2)
  }

  @Test(arguments: [
    (",", Delimiter.comma), (";", .semicolon), ("tab", .tab), ("\\t", .tab), ("\t", .tab),
  ])
  func `delimiters are named`(_ name: String, _ delimiter: Delimiter) {
    #expect(Delimiter(name: name) == delimiter)
  }

  @Test(arguments: ["", "\"", "a", "7", " ", "\n", "，", "::", "\u{7F}"])
  func `what cannot separate cells is no delimiter`(_ name: String) {
    #expect(Delimiter(name: name) == nil)
  }

  @Test func `every cell knows its line and column`() throws {
    let text = "启东,b\r\n\"x\r\ny\",\"海\"\"鲜\",z\r\n\n末,尾"
    let read = rows(of: CSVReader(try source(text), delimiter: .comma)).rows
    let places = read.map { row in row.cells.map { "\($0.position.line):\($0.position.column)" } }
    #expect(places == [["1:1", "1:4"], ["2:1", "3:4", "3:11"], ["4:1"], ["5:1", "5:3"]])
    #expect(read.map(\.line) == [1, 2, 4, 5])
  }

  struct Fault: Sendable {
    let text: String
    let code: ExchangeError.Code
    let place: String
    let cells: [String]
  }

  @Test(arguments: [
    Fault(
      text: "1,名\"x\"y,3\n4,5,6",
      code: .strayQuote,
      place: "f.csv:1:4",
      cells: ["1", "名\"x\"y", "3"]
    ),
    Fault(
      text: "1,\"a\" b,3\n4,5,6",
      code: .textAfterQuote,
      place: "f.csv:1:6",
      cells: ["1", "a b", "3"]
    ),
    Fault(
      text: "\"a\nb\"c,2,3\n4,5,6",
      code: .textAfterQuote,
      place: "f.csv:2:3",
      cells: ["a\nbc", "2", "3"]
    ),
  ])
  func `a misplaced quote is a problem of its row alone`(_ fault: Fault) throws {
    let read = rows(of: CSVReader(try source(fault.text), delimiter: .comma))
    #expect(read.error == nil)
    #expect(read.rows.count == 2)
    #expect(read.rows[0].cells.map(\.text) == fault.cells)
    #expect(read.rows[0].problems.map(\.code) == [fault.code])
    #expect(read.rows[0].problems.map(\.place.description) == [fault.place])
    #expect(read.rows[1].problems.isEmpty)
  }

  @Test func `a quote that is never closed names where it was opened`() throws {
    let read = rows(of: CSVReader(try source("a,b\n1,2\n3,\"四\n5,6\n"), delimiter: .comma))
    #expect(read.rows.count == 2)
    #expect(read.error?.code == .unclosedQuote)
    #expect(read.error?.place.description == "f.csv:3:3")
  }

  @Test(arguments: ["a,b\n名\0,2\n3,4", "a,b\n\"\0\",2\n3,4"])
  func `a zero character ends the reading`(_ text: String) throws {
    var reader = CSVReader(try source(text), delimiter: .comma)
    _ = try reader.next()
    let error = #expect(throws: ExchangeError.self) { try reader.next() }
    #expect(error?.code == .zeroCharacter)
    #expect(error?.place.description == "f.csv:2:2")
    #expect(try reader.next() == nil)
  }

  @Test func `a file cut anywhere gives a prefix of its cells or an error`() throws {
    let whole = Array("名称,\"注\"\"释\",c\r\n\"启\r\n东\",2,\"\"\r\n5,六,7\r\n".utf8)
    let expected = try cells(String(decoding: whole, as: UTF8.self), .comma)
    for cut in 0...whole.count {
      let text: SourceText
      do {
        text = try SourceText(Array(whole[..<cut]), origin: "f.csv", encoding: .utf8)
      } catch {
        #expect(error.code == .invalidEncoding, "cut at \(cut)")
        continue
      }
      let read = rows(of: CSVReader(text, delimiter: .comma))
      let complete = read.rows.dropLast()
      #expect(complete.map { $0.cells.map(\.text) } == Array(expected.prefix(complete.count)))
      guard let last = read.rows.last, read.error == nil else { continue }
      let full = expected[complete.count]
      for (cell, fullCell) in zip(last.cells, full) {
        #expect(fullCell.utf8.starts(with: cell.text.utf8) || cell.text == "注\"释", "cut at \(cut)")
      }
    }
  }

  @Test func `rows give back the bytes they were read from`() throws {
    let text = "a,\"b\"\"\r\nc\"\r\n\r\n x ,y\rlast"
    let read = rows(of: CSVReader(try source(text), delimiter: .comma)).rows
    let records = read.map { $0.record.map { String(decoding: $0, as: UTF8.self) } }
    #expect(records == ["a,\"b\"\"\r\nc\"", "", " x ,y", "last"])
  }

  @Test func `records and line ends make up any text, and each line is counted`() throws {
    for text in texts(of: ["a", ",", "\"", "\n", "\r"], upTo: 6) {
      let read = rows(of: CSVReader(try source(text), delimiter: .comma))
      var rest = Array(text.utf8)[...]
      var line = 1
      for row in read.rows {
        let record = try #require(row.record)
        guard row.line == line, rest.starts(with: record) else {
          Issue.record("\(text.debugDescription): line \(row.line)")
          break
        }
        let lineEnd = rest.dropFirst(record.count).starts(with: [0x0D, 0x0A]) ? 2 : 1
        line += Self.lineEnds(in: rest.prefix(record.count + lineEnd))
        rest = rest.dropFirst(record.count + lineEnd)
      }
      if read.error == nil, !rest.isEmpty { Issue.record("\(text.debugDescription) has a rest") }
    }
  }

  private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.count { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
  }
}
