import Foundation
import TestSupport
import Testing

/// Real files of offices, as they come: a spreadsheet, XML of registers, decisions as JSON lines.
@Suite(.enabled(if: Shared.data != nil))
struct ForeignFileTests {
  private func shared(_ name: String) throws -> String {
    try #require(Shared.data) + "/" + name
  }

  private func mapping(_ name: String) -> [String] {
    ["--mapping", Desk.path("data/mappings/\(name).map")]
  }

  @Test func `199 utility models of a spreadsheet are imported once, with their days of grant`()
    throws
  {
    let desk = try Desk()
    let words =
      ["import", "patent", try shared("patents/sipo_export_199.xlsx"), "--create"]
      + mapping("cnipa-patents")
    let first = try desk.run(words)
    #expect(first.code == 0)
    #expect(first.errors.contains("199 rows: 199 new, 0 changed, 0 same, 0 refused"))
    #expect(first.names.isEmpty)
    let patents = try desk.records("patent")
    #expect(Set(patents.map { $0["grantedOn"] as? String }) == ["2013-01-02"])
    #expect(Set(patents.map { $0["status"] as? String }) == ["granted"])
    #expect(Set(patents.map { $0["type"] as? String }) == ["utility-model"])
    let rail = try #require(patents.first)
    #expect(rail["id"] as? String == "201220249767.4")
    #expect(rail["filedOn"] as? String == "2012-05-31")
    #expect(rail["title"] as? String == "一种钢筋混凝土轨枕")
    #expect(rail["publication"] as? String == "CN202644312U")
    #expect(rail["ipc"] as? [String] == ["E01B3/32(2006.01)I"])
    #expect(rail["inventors"] as? [String] == ["顾国生"])
    #expect(patents.filter { ($0["owners"] as? [String])?.count == 2 }.count > 5)
    let second = try desk.run(words)
    #expect(second.errors.contains("199 rows: 0 new, 0 changed, 199 same, 0 refused"))
    #expect(try desk.run("log", "-O", "json").rows().count == 2)
  }

  @Test func `marks of three kinds of XML become trademarks, and the same files change nothing`()
    throws
  {
    let desk = try Desk()
    for (file, count, rows) in [
      ("uspto_daily_xml/seed.xml", 11, "11 rows"),
      ("uspto_tsdr_plumage/sn76044902.xml", 1, "1 row"),
      ("uspto_tsdr_plumage/rn2178784-ST-962.2.1.xml", 1, "1 row"),
    ] {
      let path = try shared("trademarks/\(file)")
      let first = try desk.run("import", "trademark", path)
      #expect(first.code == 0, "\(first.errors)")
      #expect(first.errors.contains("\(rows): \(count) new"))
      let second = try desk.run("import", "trademark", path)
      #expect(second.errors == "\(rows): 0 new, 0 changed, \(count) same, 0 refused\n")
    }
    let marks = try desk.records("trademark")
    let python = try #require(marks.first { $0["mark"] as? String == "PYTHON" })
    #expect(python["id"] as? String == "US/2824281")
    #expect(python["filedOn"] as? String == "2000-05-09")
    #expect(python["classes"] as? [Int] == [9, 42])
    #expect(python["route"] as? String == "foreign")
    #expect(marks.count == 13)
    #expect(Set(try desk.records("enterprise").map { $0["area"] as? String }) == ["US", "NL"])
  }

  @Test func `six penalty decisions become cases, one with a faulty code kept and told`() throws {
    let desk = try Desk()
    let words =
      ["import", "case", try shared("cases/cn_trademark_penalty_cases.jsonl"), "--create"]
      + mapping("penalty-decisions")
    let first = try desk.run(words)
    #expect(first.code == 0)
    #expect(first.names == ["credit-code-length"])
    #expect(first.errors.contains("cn_trademark_penalty_cases.jsonl:3:"))
    #expect(first.errors.contains("6 rows: 6 new"))
    let cases = try desk.records("case")
    #expect(cases.map { $0["fineFen"] as? Int } == [nil, nil, nil, 561_000_000, nil, nil])
    #expect(
      cases.map { $0["outcome"] as? String } == ["won", "won", "won", "won", "referred", "won"]
    )
    #expect(cases[2]["opponentCode"] as? String == "92431228MACF50E4F")
    #expect(cases[3]["decidedOn"] as? String == "2017")
    #expect(cases[3]["basis"] as? [String] == ["商标法57(2)", "商标法60"])
    #expect(cases[0]["decisionNumber"] as? String == "浏市监处罚〔2025〕439号")
    #expect(cases[0]["marks"] as? [String] == ["南孚", "聚能环"])
    #expect(Set(cases.map { $0["origin"] as? String }) == ["decision"])
    #expect(cases[1]["gainFen"] as? Int == 23_600)
    let second = try desk.run(words)
    #expect(second.errors.hasSuffix("6 rows: 0 new, 0 changed, 6 same, 0 refused\n"))
    #expect(try desk.run("check", "case-stage-dates", "case-moves").code == 0)
  }

  @Test func `a spreadsheet's bad rows are told by row, column, value and reason, and kept apart`()
    throws
  {
    let desk = try Desk()
    let path = try shared("patents/sipo_export_199.xlsx")
    // Without --create no owner is known: every row is refused, at the cell of its owner.
    let words = ["import", "patent", path, "--skip-bad", "bad.csv"] + mapping("cnipa-patents")
    let outcome = try desk.run(words)
    #expect(outcome.code == 0)
    #expect(
      outcome.errors.contains(
        "sipo_export_199.xlsx:2:11: error[unknown-reference]: column '申请（专利权）人': "
          + "there is no enterprise '海安县建莲商品混凝土有限公司'"
      )
    )
    #expect(outcome.errors.contains("199 refused"))
    #expect(try desk.read("bad.csv").hasPrefix("refused because,申请号,公开（公告）号,公开（公告）日,"))
  }

  @Test func `files that are not what they seem are refused with what to do`() throws {
    let desk = try Desk()
    try desk.write("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", to: "bomb.xml")
    let bomb = try desk.run("import", "trademark", "bomb.xml")
    #expect(bomb.code == 3)
    #expect(bomb.names == ["xml-entity"])
    #expect(bomb.errors.hasPrefix("bomb.xml:1:14: error"))
    #expect(try desk.run("import", "enterprise", "bomb.xml").names == ["unknown-form"])
    try desk.write("PK\u{3}\u{4}", to: "cut.xlsx")
    #expect(try desk.run("import", "patent", "cut.xlsx").names == ["damaged-archive"])
    try desk.write("a,b\n", to: "a.csv")
    #expect(try desk.run("import", "patent", "a.csv", "--sheet", "1").names == ["no-sheets"])
    try desk.write("{\"a\":1}\n{\"a\":\n", to: "a.jsonl")
    let cut = try desk.run("import", "brand", "a.jsonl", "--map", "a=name", "--create")
    #expect(cut.names.first == "malformed-row")
  }
}
