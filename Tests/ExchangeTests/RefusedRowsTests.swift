import Bilingual
import Exchange
import Testing

struct RefusedRowsTests {
  @Test func `refused rows stand in their file as they stood in the source`() throws {
    let text = "\"名称\";备注\r\n好;1\r\n坏\"x\";2\r\n\"a\r\n\"\"b\";3;4\r\n"
    let table = try table(text)
    var refused = RefusedRows(header: table.header)
    for row in try rows(of: table) where !row.problems.isEmpty { refused.append(row) }
    #expect(refused.count == 2)
    let file = String(decoding: refused.bytes, as: UTF8.self)
    #expect(file == "\"名称\";备注\n坏\"x\";2\n\"a\r\n\"\"b\";3;4\n")
  }

  @Test func `reading a file of refused rows refuses the same rows again`() throws {
    let table = try table("a,b\n1,2\nx\"y,3\n4\n5,\"6\"7\n")
    let bad = try rows(of: table).filter { !$0.problems.isEmpty }
    var refused = RefusedRows(header: table.header)
    for row in bad { refused.append(row) }
    let again = try TableReader(CSVReader(SourceText(refused.bytes, origin: "refused.csv")))
    let read = try rows(of: again)
    #expect(read.map { $0.cells.map(\.text) } == bad.map { $0.cells.map(\.text) })
    #expect(read.map { $0.problems.map(\.code) } == bad.map { $0.problems.map(\.code) })
  }

  @Test func `rows of a GB 18030 file come back as UTF-8`() throws {
    let bytes: [UInt8] = [0xC6, 0xB7, 0xC5, 0xC6, 0x0A, 0xC6, 0xB7, 0x2C, 0xC5, 0xC6, 0x0A]
    let table = try TableReader(CSVReader(SourceText(bytes, origin: "f.csv"), delimiter: .comma))
    var refused = RefusedRows(header: table.header)
    for row in try rows(of: table) { refused.append(row) }
    #expect(String(decoding: refused.bytes, as: UTF8.self) == "品牌\n品,牌\n")
  }

  @Test func `cells of any text are quoted so that they read back the same`() throws {
    let texts = texts(of: ["a", ",", "\"", "\n", "\r", "启", "'", "="], upTo: 3)
    let rows = texts.map { text in
      Row(
        line: 1,
        cells: [text, "x", text].map { Cell(text: $0, position: Position(line: 1, column: 1)) }
      )
    }
    var refused = RefusedRows(header: Header(rows[1], origin: "sheet.xlsx"))
    for row in rows { refused.append(row) }
    let reader = CSVReader(try SourceText(refused.bytes, origin: "refused.csv"), delimiter: .comma)
    let read = ExchangeTests.rows(of: reader).rows.dropFirst()
    #expect(read.map { $0.cells.map(\.text) } == rows.map { $0.cells.map(\.text) })
    #expect(read.allSatisfy { $0.problems.isEmpty })
  }

  @Test
  func `why a row was refused stands before it, and gives way to the reason of the next time`()
    throws
  {
    let first = try table("名称;镇区\n甲\n\"乙;丙\";x\n")
    #expect(first.delimiter == .semicolon)
    var refused = RefusedRows(header: first.header, delimiter: .semicolon, reasonsIn: .chinese)
    for row in try rows(of: first) { refused.append(row, because: "列“镇区”; 没有\"x\"") }
    let told = "\"列“镇区”; 没有\"\"x\"\"\""
    let file = String(decoding: refused.bytes, as: UTF8.self)
    #expect(file == "拒绝原因;名称;镇区\n\(told);甲\n\(told);\"乙;丙\";x\n")

    let second = try table(file)
    #expect(try rows(of: second).map { $0.cells.count } == [2, 3])
    var again = RefusedRows(header: second.header, delimiter: second.delimiter, reasonsIn: .english)
    for row in try rows(of: second) { again.append(row, because: "no") }
    #expect(
      String(decoding: again.bytes, as: UTF8.self)
        == "refused because;名称;镇区\nno;甲\nno;\"乙;丙\";x\n"
    )
  }
}
