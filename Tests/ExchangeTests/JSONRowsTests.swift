import Exchange
import Synchronization
import Testing

struct JSONRowsTests {
  private static func read(_ text: String) -> [Row] {
    rows(of: JSONRows(Array(text.utf8), origin: "f.jsonl")).rows
  }

  @Test
  func `keys are columns in the order of their appearance, those of inner objects with a point`() {
    let rows = Self.read(
      """
      {"a":"甲","e":{"检查":"2025-07-24","深":{"x":1.50}}}
      {"b":[ "南孚","聚能环"],"a":null,"c":true}

      """
    )
    #expect(rows[0].cells.map(\.text) == ["a", "e.检查", "e.深.x", "b", "c"])
    #expect(rows[1].cells.map(\.text) == ["甲", "2025-07-24", "1.50", "", ""])
    #expect(rows[2].cells.map(\.text) == ["", "", "", "南孚、聚能环", "true"])
    #expect(rows[1].cells[1].position == Position(line: 1, column: 20))
  }

  @Test func `a line that is no object, or has a key twice, is a refused row at its place`() {
    let rows = Self.read("{\"a\":1}\n[1]\n{\"a\":1,\"a\":2}\n{\"a\":\n")
    #expect(
      rows.map { $0.problems.map(\.place.description) }
        == [[], [], ["f.jsonl:2:1"], ["f.jsonl:3:12"], ["f.jsonl:4:6"]]
    )
    #expect(rows[2].problems.map(\.code) == [.malformedRow])
  }

  @Test func `refused lines are given back as they stood, without a header`() throws {
    let rows = Self.read("{\"a\": \"1\"}\n{\"a\":\"2\"}\n")
    var refused = RefusedRows(header: Header(rows[0], origin: "f.jsonl"))
    refused.append(rows[1])
    #expect(String(decoding: refused.bytes, as: UTF8.self) == "{\"a\": \"1\"}\n")
  }

  /// Bytes that count how many of them were given back.
  private final class Lent: FileBytes {
    private let bytes: [UInt8]
    private let returned = Mutex(0)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }
    var givenBack: Int { returned.withLock { $0 } }

    func withSpan<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result)
      throws(Failure) -> Result
    {
      let bytes = bytes
      return try body(bytes.span)
    }

    func giveBack(_ range: Range<Int>) { returned.withLock { $0 += range.count } }
  }

  @Test func `of a large file the lines that were read are given back, once for the names`() throws
  {
    let count = 60_000
    let lines = (0..<count).map { #"{"name":"示例\#($0)","note":"鱼制食品；非活水产"}"# + "\n" }
    let file = Lent(Array((lines.joined() + #"{"late":1}"#).utf8))
    #expect(file.count > 3 << 20)
    var rows = JSONRows(reading: file, origin: "f.jsonl")
    #expect(file.givenBack > file.count - (2 << 20))
    let header = try #require(try rows.next())
    #expect(header.cells.map(\.text) == ["name", "note", "late"])
    var read = 0
    while let row = try rows.next() {
      read += 1
      if read == count { #expect(row.cells.map(\.text) == ["示例\(count - 1)", "鱼制食品；非活水产", ""]) }
      if read > count { #expect(row.cells.map(\.text) == ["", "", "1"]) }
    }
    #expect(read == count + 1)
    #expect(file.givenBack > 2 * (file.count - (2 << 20)))
  }
}
