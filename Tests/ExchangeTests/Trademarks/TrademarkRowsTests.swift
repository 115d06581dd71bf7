import Bilingual
import Exchange
import Foundation
import TestSupport
import Testing

struct TrademarkRowsTests {
  /// The marks of a file, each by the names of the columns that are not empty.
  private static func marks(_ bytes: [UInt8]) throws -> [(cells: [String: String], row: Row)] {
    let read = rows(of: try TrademarkRows(bytes, origin: "f.xml"))
    if let error = read.error { throw error }
    let names = read.rows[0].cells.map(\.text)
    return read.rows.dropFirst().map { row in
      let pairs = zip(names, row.cells.map(\.text)).filter { !$0.1.isEmpty }
      return (Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1) }), row)
    }
  }

  private static func file(_ path: String) throws -> [UInt8] {
    let folder = try #require(Shared.data)
    return Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/trademarks/\(path)")))
  }

  private static func standard(_ content: String) throws -> (cells: [String: String], row: Row) {
    let text = """
      <T><TradeMark><RegistrationOfficeCode>EM</RegistrationOfficeCode>\(content)</TradeMark></T>
      """
    return try #require(try marks(Array(text.utf8)).first)
  }

  @Test(.enabled(if: Shared.data != nil))
  func `a record of WIPO ST.66 keeps the calendar days of its zones`() throws {
    let marks = try Self.marks(Self.file("uspto_tsdr_plumage/sn76044902.xml"))
    let cells = try #require(marks.first).cells
    #expect(marks.count == 1)
    #expect(cells["mark"] == "PYTHON")
    #expect(cells["number"] == "2824281")
    #expect(cells["applicationNumber"] == "76044902")
    #expect(cells["filedOn"] == "2000-05-09")
    #expect(cells["registeredOn"] == "2004-03-23")
    #expect(cells["status"] == "registered")
    #expect(cells["classes"] == "9、42")
    #expect(cells["owner.name"] == "PYTHON SOFTWARE FOUNDATION")
    #expect(cells["owner.area"] == "US")
    #expect(cells["endedOn"] == nil)
  }

  @Test(.enabled(if: Shared.data != nil))
  func `a record of WIPO ST.96 names its last owner and the end of its renewed term`() throws {
    let marks = try Self.marks(Self.file("uspto_tsdr_plumage/rn2178784-ST-962.2.1.xml"))
    let cells = try #require(marks.first).cells
    #expect(marks.count == 1)
    #expect(cells["mark"] == "JAVA")
    #expect(cells["number"] == "2178784")
    #expect(cells["applicationNumber"] == "74631225")
    #expect(cells["filedOn"] == "1995-02-07")
    #expect(cells["registeredOn"] == "1998-08-04")
    #expect(cells["validUntil"] == "2018-08-04")
    #expect(cells["status"] == "registered")
    #expect(cells["owner.name"] == "Oracle America, Inc.")
    #expect(cells["owner.type"] == "company")
  }

  @Test(.enabled(if: Shared.data != nil))
  func `eleven case files of a daily file have their states, owners and classes`() throws {
    let marks = try Self.marks(Self.file("uspto_daily_xml/seed.xml")).map(\.cells)
    #expect(
      marks.map { "\($0["mark"] ?? "") \($0["number"] ?? "") \($0["status"] ?? "")" } == [
        "TUSIMPLE 87310367 published", "TU SIMPLE 87703889 pending", "TU SIMPLE 87703896 pending",
        "CLEANPULP 87796079 pending", "CUTEX 0124134 registered", "COLUMBIAN 0436748 registered",
        "B & G 0657968 registered", "ROCK CREEK 0672905 registered", "CELANESE 0832787 registered",
        "AUDION 0864928 registered", "CARBOLINE 0843074 registered",
      ]
    )
    #expect(marks[0]["classes"] == "9、12、39、42")
    #expect(marks[10]["classes"] == "1、19、2、3")
    #expect(marks[5]["owner.name"] == "Quality Park, LLC")
    #expect(marks[9]["owner.name"] == "AUDION ELEKTRO B.V.")
    #expect(marks[9]["owner.area"] == "NL")
    #expect(marks[4]["registeredOn"] == "1919-01-14")
    #expect(marks[4]["validUntil"] == "2029-01-14")
    #expect(marks[3]["registeredOn"] == nil)
  }

  @Test(arguments: [
    ("20170123", "2017-01-23"), ("2000-05-09-04:00", "2000-05-09"), ("2010-02-15Z", "2010-02-15"),
    ("2010-02-15T23:30:00.5+08:00", "2010-02-15"), ("19960100", "1996-01"), ("18930000", "1893"),
    ("2011-00-00", "2011"), ("00000000", nil), ("yesterday", "yesterday"),
    ("2010-02-15x", "2010-02-15x"),
  ])
  func `a date keeps its day, and what is unknown of it is left out`(_ raw: String, _ date: String?)
    throws
  {
    let cells = try Self.standard("<ApplicationDate>\(raw)</ApplicationDate>").cells
    #expect(cells["filedOn"] == date)
  }

  @Test func `owners that stand beside their marks are theirs, a holder before an applicant`()
    throws
  {
    func mark(_ number: Int, _ inside: String = "") -> String {
      "<TradeMark><RegistrationNumber>\(number)</RegistrationNumber>\(inside)</TradeMark>"
    }
    func party(_ kind: String, _ name: String) -> String {
      "<\(kind)><FreeFormatNameLine>\(name)</FreeFormatNameLine></\(kind)>"
    }
    let text = """
      <T><TransactionData>\(mark(1))\(mark(2, party("Applicant", "乙")))\(party("Applicant", "甲"))\
      \(party("Holder", "丙"))</TransactionData><TransactionData>\(mark(3))\(party("Applicant", "丁"))\
      </TransactionData>\(mark(4))\(party("Applicant", "戊"))</T>
      """
    let marks = try Self.marks(Array(text.utf8)).map(\.cells)
    #expect(
      marks.map { "\($0["number"] ?? "")\($0["owner.name"] ?? "")" } == ["1丙", "2乙", "3丁", "4戊"]
    )
  }

  @Test func `an unknown state is told, and read from the dates`() throws {
    let pending = try Self.standard("<MarkCurrentStatusCode>Bewitched</MarkCurrentStatusCode>")
    #expect(pending.cells["status"] == "pending")
    #expect(pending.row.remarks.map(\.code) == [.oddRecord])
    #expect(pending.row.remarks.first?.message.en.contains("'Bewitched'") == true)
    let ended = try Self.standard(
      """
      <MarkCurrentStatusCode>Registration cancelled</MarkCurrentStatusCode>
      <MarkCurrentStatusDate>2020-02-03+01:00</MarkCurrentStatusDate>
      """
    )
    #expect(ended.cells["status"] == "cancelled")
    #expect(ended.cells["endedOn"] == "2020-02-03")
    #expect(ended.row.remarks.isEmpty)
  }

  @Test func `a class outside the Nice Classification is left out and told`() throws {
    let mark = try Self.standard(
      """
      <MarkCurrentStatusCode>Registered</MarkCurrentStatusCode>
      <G><ClassDescription><ClassNumber>009</ClassNumber></ClassDescription>
      <ClassDescription><ClassNumber>200</ClassNumber></ClassDescription></G>
      """
    )
    #expect(mark.cells["classes"] == "9")
    #expect(mark.row.remarks.map(\.message.zh) == ["类别“200”不属于尼斯分类，已略去"])
  }

  @Test func `a file without marks says which forms are read`() {
    let error = #expect(throws: ExchangeError.self) { try Self.marks(Array("<html/>".utf8)) }
    #expect(error?.code == .unknownForm)
    #expect(TrademarkRows.recognises(Array("\u{FEFF} <a/>".utf8)))
    #expect(!TrademarkRows.recognises(Array("a<b".utf8)))
  }
}
