import Bilingual
import Exchange
import Testing

struct SpreadsheetReaderTests {
  private static let styles = """
    <numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>\
    <numFmt numFmtId="171" formatCode="[$-804]yyyy/m/d;@"/>\
    <numFmt numFmtId="172" formatCode="#,##0.00_);[Red]\\(0\\)"/></numFmts>\
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/>\
    <xf numFmtId="172"/><xf numFmtId="31"/></cellXfs>
    """

  private static func row(_ number: Int, _ cells: String) -> String {
    "<row r=\"\(number)\">\(cells)</row>"
  }

  /// The texts of the rows of a sheet.
  private static func read(
    _ rows: String,
    texts: String = "",
    properties: String = ""
  ) throws -> [[String]] {
    let bytes = workbook(
      [("表", rows)],
      texts: texts,
      styles: styles,
      properties: properties
    )
    let result = ExchangeTests.rows(of: try SpreadsheetReader(bytes, origin: "f.xlsx"))
    if let error = result.error { throw error }
    return result.rows.map { $0.cells.map(\.text) }
  }

  @Test func `shared, inline, formula and true-or-false cells are texts`() throws {
    let texts = """
      <si><t>名称</t></si><si><r><t>海</t></r><r><t xml:space="preserve">鲜 </t></r>\
      <rPh><t>かいせん</t></rPh></si><si><t>两_x000D_
      行</t></si>
      """
    let rows =
      Self.row(1, #"<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>"#)
      + Self.row(
        2,
        #"<c r="A2" t="inlineStr"><is><t>内</t></is></c><c r="B2" t="str"><f>A1</f><v>甲</v></c>"#
      ) + Self.row(3, #"<c r="A3" t="b"><v>1</v></c><c r="B3" t="s"><v>2</v></c>"#)
    #expect(
      try Self.read(rows, texts: texts) == [["名称", "海鲜 "], ["内", "甲"], ["true", "两\n行"]]
    )
  }

  @Test func `a date is one by the style of its cell`() throws {
    let rows = Self.row(
      1,
      """
      <c s="1"><v>45658</v></c><c s="2"><v>45658</v></c><c s="3"><v>45658.75</v></c>\
      <c s="4"><v>45658</v></c><c s="5"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c>
      """
    )
    #expect(
      try Self.read(rows)
        == [
          [
            "2025-01-01", "2025-01", "2025-01-01", "45658", "1900-01-01", "1900-02-28",
            "1900-03-01",
          ]
        ]
    )
    #expect(
      try Self.read(
        Self.row(1, #"<c s="1"><v>0</v></c>"#),
        properties: "<workbookPr date1904=\"1\"/>"
      )
        == [["1904-01-01"]]
    )
  }

  @Test func `a number that is shown in percent is a percent`() throws {
    let styles = """
      <numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs>
      """
    let rows = Self.row(
      1,
      #"<c s="1"><v>0.35</v></c><c s="2"><v>0.369</v></c><c s="1"><v>1</v></c><c><v>0.35</v></c>"#
    )
    var reader = try SpreadsheetReader(workbook([("表", rows)], styles: styles), origin: "f.xlsx")
    #expect(try reader.next()?.cells.map(\.text) == ["35%", "36.9%", "100%", "0.35"])
  }

  @Test(arguments: [
    ("0.30000000000000004", "0.3"), ("1234567.8900000001", "1234567.89"), ("1E3", "1000"),
    ("-2.5E-3", "-0.0025"), ("100", "100"), ("0", "0"), ("999999999999999.9", "1000000000000000"),
    ("123456789012345", "123456789012345"), ("1.5", "1.5"),
  ])
  func `a number has the fifteen digits that people see`(_ raw: String, _ shown: String) throws {
    #expect(try Self.read(Self.row(1, "<c><v>\(raw)</v></c>")) == [[shown]])
  }

  @Test func `a number that lost digits, an error and a day that never was are told at the cell`()
    throws
  {
    let rows = Self.row(
      3,
      """
      <c r="A3"><v>9.1320681123456E+17</v></c><c r="B3" t="e"><v>#REF!</v></c>\
      <c r="D3" s="1"><v>60</v></c>
      """
    )
    var reader = try SpreadsheetReader(
      workbook([("表", rows)], styles: Self.styles),
      origin: "f.xlsx"
    )
    let row = try #require(try reader.next())
    #expect(row.line == 3)
    #expect(
      row.cells.map { $0.problem.map { "\($0.place) \($0.code.name)" } } == [
        "f.xlsx:3:1 bad-cell", "f.xlsx:3:2 bad-cell", nil, "f.xlsx:3:4 bad-cell",
      ]
    )
  }

  @Test(arguments: [
    ("<c><f>D2*20</f></c>", "=D2*20", true), ("<c><f>D2*20</f><v></v></c>", "=D2*20", true),
    ("<c><f>D2*20</f><v>0</v></c>", "0", false), (#"<c t="str"><f>B1</f><v></v></c>"#, "", false),
  ])
  func `a formula without a value is told at the cell`(
    _ cell: String,
    _ text: String,
    _ isTold: Bool
  ) throws {
    let rows = Self.row(1, #"<c t="str"><v>甲</v></c>"# + cell + #"<c t="str"><v>乙</v></c>"#)
    var reader = try SpreadsheetReader(workbook([("表", rows)]), origin: "f.xlsx")
    let cells = try #require(try reader.next()?.cells)
    #expect(cells.map(\.text) == ["甲", text, "乙"])
    #expect(cells[1].problem?.code == (isTold ? .badCell : nil))
  }

  @Test(arguments: [
    ("2025.1", true), ("2025.1000000000001", true), ("2025.12", false), ("2025.2", false),
    ("2025", false), ("120.1", false),
  ])
  func `a number that January and October may both have become is told at the cell`(
    _ raw: String,
    _ isTold: Bool
  ) throws {
    let rows = Self.row(1, "<c><v>\(raw)</v></c>")
    var reader = try SpreadsheetReader(workbook([("表", rows)]), origin: "f.xlsx")
    let cell = try #require(try reader.next()?.cells.first)
    #expect(cell.problem?.code == (isTold ? .monthNumber : nil))
  }

  @Test func `every row is as wide as the widest, and empty styled cells are no cells`() throws {
    let rows =
      Self.row(1, #"<c r="A1" t="str"><v>a</v></c><c r="C1" t="str"><v>c</v></c><c r="Z1" s="1"/>"#)
      + Self.row(4, #"<c r="B4"><v>7</v></c>"#)
    #expect(try Self.read(rows) == [["a", "", "c"], ["", "7", ""]])
  }

  @Test func `a cell merged over rows counts in each of them, beside their own cells`() throws {
    let rows =
      Self.row(1, #"<c r="A1" t="str"><v>镇</v></c><c r="B1"><v>1</v></c>"#)
      + Self.row(2, #"<c r="A2"/><c r="B2"><v>2</v></c>"#) + Self.row(3, #"<c r="A3"/>"#)
      + Self.row(4, #"<c r="B4"><v>4</v></c>"#)
      + #"<mergeCells><mergeCell ref="A1:A3"/></mergeCells>"#
    #expect(try Self.read(rows) == [["镇", "1"], ["镇", "2"], ["", ""], ["", "4"]])
  }

  @Test func `of a cell merged over rows the copies are told apart`() throws {
    let rows =
      Self.row(1, #"<c r="A1"><v>900</v></c><c r="B1"><v>1</v></c>"#)
      + Self.row(2, #"<c r="B2"><v>2</v></c>"#)
      + #"<mergeCells><mergeCell ref="A1:A2"/></mergeCells>"#
    var reader = try SpreadsheetReader(workbook([("表", rows)]), origin: "f.xlsx")
    #expect(try reader.next()?.cells.first?.problem == nil)
    let copy = try #require(try reader.next()?.cells.first)
    #expect(copy.text == "900")
    #expect(copy.problem?.code == .mergedCell)
    #expect(copy.problem?.place.description == "f.xlsx:2:1")
    #expect(copy.problem?.message.en == "the sum is one cell for the rows 1 to 2")
  }

  @Test func `a sheet is chosen by name or number, else the first that is shown`() throws {
    let bytes = workbook([
      ("甲\" state=\"hidden", Self.row(1, "<c><v>1</v></c>")), ("乙", Self.row(1, "<c><v>2</v></c>")),
    ])
    func first(_ sheet: String?) throws -> String? {
      var reader = try SpreadsheetReader(bytes, origin: "f.xlsx", sheet: sheet)
      return try reader.next()?.cells.first?.text
    }
    #expect(try first(nil) == "2")
    #expect(try first("甲") == "1")
    #expect(try first("2") == "2")
    let error = #expect(throws: ExchangeError.self) { try first("丙") }
    #expect(error?.code == .unknownSheet)
    #expect(error?.help?.en == "its sheets: 甲, 乙")
  }

  @Test(arguments: [
    #"<row r="2"/><row r="2"/>"#, #"<row r="0"/>"#, #"<row r="1"><c r="B1"/><c r="A1"/></row>"#,
    #"<row><c r="XFE1"/></row>"#, #"<row><c t="s"><v>9</v></c></row>"#, #"<row r="1048577"/>"#,
  ])
  func `rows and cells out of place are refused`(_ rows: String) {
    let error = #expect(throws: ExchangeError.self) { try Self.read(rows) }
    #expect(error?.code == .malformedSheet)
  }

  @Test func `an old document, an encrypted one and an archive of something else are told apart`() {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    let text = zip([ZipFile(name: "word/document.xml", bytes: Array("<d/>".utf8))])
    for bytes in [old, text] {
      #expect(SpreadsheetReader.recognises(bytes))
      let error = #expect(throws: ExchangeError.self) {
        try SpreadsheetReader(bytes, origin: "f.xlsx")
      }
      #expect(error?.code == .unknownForm)
    }
    #expect(!SpreadsheetReader.recognises(Array("a,b".utf8)))
  }

  @Test func `XML in a sheet that declares entities or nests too deep is refused in its part`() {
    for (rows, code) in [
      ("<!DOCTYPE a [<!ENTITY x 'y'>]><row/>", ExchangeError.Code.malformedXML),
      (String(repeating: "<a>", count: 10_000), .deepXML), ("&x;", .forbiddenEntity),
    ] {
      let error = #expect(throws: ExchangeError.self) { try Self.read(rows) }
      #expect(error?.code == code)
      #expect(error?.place.origin == "f.xlsx!xl/worksheets/s0.xml")
    }
  }
}
