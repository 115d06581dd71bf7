import Bilingual
import Exchange
import Testing

struct TableReaderTests {
  @Test func `the header is the first row with text`() throws {
    let table = try table("\n,\n名称,注册资金(万元)\na,1\n")
    #expect(table.header.columns.map(\.name) == ["名称", "注册资金(万元)"])
    #expect(table.header.columns.map(\.unit) == [nil, "万元"])
    #expect(table.header.columns.map(\.position.line) == [3, 3])
    #expect(try rows(of: table).map(\.line) == [4])
  }

  @Test func `a title may stand above the header`() throws {
    let table = try table("附件：公示名单\n\n序号,名称\n1,a\n", headerLine: 2)
    #expect(table.header.columns.map(\.name) == ["序号", "名称"])
  }

  @Test(
    arguments: [
      ("单位：万元", ["万元"]), ("金额单位:人民币 亿元", ["人民币亿元"]), ("（单位：万元、件）", ["万元", "件"]),
      ("单位：　万元　　2024年3月5日", ["万元"]), ("2024年企业经营情况（万元）", ["万元"]),
      ("注：金额单位均为万元。", ["万元"]), ("填报单位：开元", []), ("填报单位：元亨公司", []), ("单位：启东市市场监督管理局", []),
      ("奖励资金（共3万元）", []),
    ]
  )
  func `a line above the header tells the units of the table`(_ line: String, _ units: [String])
    throws
  {
    let table = try table("\(line),\n名称,收入\na,1\n", headerLine: 2)
    #expect(table.units.map(\.name) == units)
    #expect(table.units.allSatisfy { $0.position.line == 1 })
  }

  @Test(arguments: ["", "\n", "\n\n,,\n"])
  func `a file without a header is refused`(_ text: String) throws {
    let error = #expect(throws: ExchangeError.self) { try table(text) }
    #expect(error?.code == .missingHeader)
  }

  @Test func `a header with a misplaced quote is refused`() throws {
    let error = #expect(throws: ExchangeError.self) { try table("a,b\"c\n1,2\n") }
    #expect(error?.code == .strayQuote)
  }

  @Test func `rows without text are left out of a table with columns`() throws {
    #expect(try rows(of: table("a,b\n1,2\n\n,\n3,4\n\n\n")).map(\.line) == [2, 5])
  }

  @Test func `an empty line is a row where there is one column`() throws {
    #expect(
      try rows(of: table("a\n1\n\n2\n")).map { $0.cells.map(\.text) } == [["1"], [""], ["2"]]
    )
  }

  @Test func `a row of another width carries the problem and is still read`() throws {
    let read = try rows(of: table("a,b,c\n1,2\n1,2,三,4\n1,2,3\n"))
    #expect(read.map { $0.problems.map(\.code) } == [[.tooFewCells], [.tooManyCells], []])
    #expect(read[0].problems[0].place.description == "f.csv:2:1")
    #expect(read[1].problems[0].place.description == "f.csv:3:7")
    #expect(read[0].problems[0].message.zh == "该行有 2 个单元格，表头有 3 个")
  }

  @Test func `a source of another kind is read alike`() throws {
    struct Sheet: RowSource {
      let origin = "sheet.xlsx"
      var rest: [Row]
      mutating func next() -> Row? { rest.isEmpty ? nil : rest.removeFirst() }
    }
    func row(_ line: Int, _ texts: [String]) -> Row {
      Row(
        line: line,
        cells: texts.enumerated().map { column, text in
          Cell(text: text, position: Position(line: line, column: column + 1))
        }
      )
    }
    let sheet = Sheet(rest: [row(1, ["名称", "说明"]), row(2, ["甲\"乙", "a,b\nc"]), row(3, ["x"])])
    let table = try TableReader(sheet)
    let read = try rows(of: table)
    #expect(read.map { $0.problems.map(\.code) } == [[], [.tooFewCells]])

    var refused = RefusedRows(header: table.header)
    for row in read { refused.append(row) }
    #expect(
      String(decoding: refused.bytes, as: UTF8.self)
        == "名称,说明\n\"甲\"\"乙\",\"a,b\nc\"\nx\n"
    )
  }
}
