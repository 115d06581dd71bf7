import Bilingual
import Presentation
import Testing

struct MachineFormatTests {
  private let columns = [
    Column("key", Phrase(en: "Key", zh: "键")), Column("value", Phrase(en: "Value", zh: "值")),
  ]

  @Test(
    arguments: [
      (.empty, "null", ""),
      (.text("a,\"b\"\nc"), #""a,\"b\"\nc""#, "\"a,\"\"b\"\"\nc\""),
      (.text("-5"), "\"-5\"", "'-5"),
      (.text("＝cmd"), "\"＝cmd\"", "'＝cmd"),
      (.text("'=1"), "\"'=1\"", "''=1"),
      (.text("'tis"), "\"'tis\"", "'tis"),
      (.text("\tx"), #""\tx""#, "'\tx"),
      (.text("\n=1"), #""\n=1""#, "\"'\n=1\""),
      (.integer(-5), "-5", "-5"),
      (.date("2025-11-03"), "\"2025-11-03\"", "2025-11-03"),
      (.boolean(true), "true", "是"),
      (.phrase(Phrase(en: "Accepted", zh: "受理"), code: "accepted"), "\"accepted\"", "受理"),
      (.json(Array("{\"a\":\n[1,\"\u{202E}\"]}".utf8)), #"{"a": [1,"\u202e"]}"#, ""),
      (.texts(["吕四港镇", "-x"]), #"["吕四港镇","-x"]"#, "吕四港镇;-x"),
      (.list([.integer(7), .phrase(Phrase(en: "B", zh: "乙"), code: "b")]), #"[7,"b"]"#, "7;乙"),
      (.texts(["=1", "b"]), #"["=1","b"]"#, "'=1;b"),
      (.percentage(1, of: 4), #"{"numerator":1,"denominator":4}"#, "25%"),
    ] as [(Cell, String, String)]
  )
  func `a cell is exact for machines`(cell: Cell, json: String, csv: String) {
    let table = Table(columns: columns, rows: [[.integer(1), cell]])
    #expect(
      table.rendered(Rendering(.jsonl, in: .chinese)) == "{\"key\":1,\"value\":\(json)}\n"
    )
    guard case .json = cell else {
      #expect(table.rendered(Rendering(.csv, in: .chinese)) == "键,值\n1,\(csv)\n")
      return
    }
  }

  @Test func `totals and notes stay out of machine formats`() {
    for format in [OutputFormat.csv, .json, .jsonl] {
      let text = Samples.awards.rendered(Rendering(format, in: .english))
      #expect(!text.contains("Σ"))
      #expect(!text.contains("before the cap"))
    }
  }

  @Test func `a byte order mark comes first when asked for`() {
    let table = Table(columns: columns)
    let text = table.rendered(Rendering(.csv, in: .english, byteOrderMark: true))
    #expect(Array(text.utf8) == [0xEF, 0xBB, 0xBF] + Array("Key,Value\n".utf8))
  }

  @Test func `CSV shows what no spreadsheet can hold, and on a terminal all that is invisible`() {
    let table = Table(columns: [columns[0]], rows: [[.text("\u{1B}[2J")], [.empty]])
    #expect(table.rendered(Rendering(.csv, in: .english)) == "Key\n\\u{1B}[2J\n\"\"\n")
    let text = Table(columns: [columns[0]], rows: [[.text("甲\u{200D}\u{9B}\u{0}\u{202E}\tb")]])
    #expect(
      text.rendered(Rendering(.csv, in: .english))
        == "Key\n甲\u{200D}\\u{9B}\\u{0}\u{202E}\tb\n"
    )
    let shown = table.rendered(Rendering(.csv, in: .english, terminalWidth: 80))
    #expect(shown == "Key\n\\u{1B}[2J\n\"\"\n")
  }

  @Test func `a key given twice is written once`() {
    let table = Table(columns: [columns[0], columns[0]], rows: [[.integer(1), .integer(1)]])
    #expect(table.rendered(Rendering(.jsonl, in: .english)) == "{\"key\":1}\n")
  }

  @Test func `a report is CSV only by its one table`() {
    let table = Table(columns: columns)
    let rendering = Rendering(.csv, in: .english)
    #expect(Report([.table(table)]).rendered(rendering) == "Key,Value\n")
    #expect(Report([.table(table), .table(table)]).rendered(rendering) == nil)
    #expect(Report().rendered(rendering) == nil)
  }

  @Test(
    arguments: [
      ("out.csv", .csv), ("a/b.c/REPORT.HTML", .html), ("x.ndjson", .jsonl), ("x.tar.md", .md),
      ("notes.txt", .table), ("x.json", .json), (".csv", .csv), ("csv", nil), ("a.csv/b", nil),
      ("x.xlsx", nil), ("", nil),
    ] as [(String, OutputFormat?)]
  )
  func `a file's ending tells the format`(name: String, format: OutputFormat?) {
    #expect(OutputFormat(fileName: name) == format)
  }
}
