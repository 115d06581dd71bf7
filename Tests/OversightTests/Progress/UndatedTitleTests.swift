import Ledger
import Oversight
import Portfolio
import Testing

/// In which years a title without a date may have been won.
struct UndatedTitleTests {
  private func uncertain(
    _ year: Int,
    scheme: KeyValuePairs<String, String> = [:],
    _ title: KeyValuePairs<String, String>
  ) throws -> Int {
    var drafts = [
      Sample.draft(Scheme.self, "prize", scheme), Sample.draft(Recognition.self, "r", title),
    ]
    drafts[0][Scheme.name] = "示例奖"
    drafts[1][Recognition.scheme] = "prize"
    drafts[1][Recognition.event] = .first
    let progress = try Progress(year: year, in: Sample.ledger(drafts), today: day("2026-06-01"))
    return progress.rows.first { $0.indicator == "new-recognitions:prize" }?.uncertain ?? 0
  }

  @Test(arguments: [(2018, 1), (2019, 1), (2020, 1), (2017, 0), (2021, 0)])
  func `the number of its document tells the year, give or take one`(year: Int, count: Int) throws {
    #expect(try uncertain(year, ["document": "苏质监〔2019〕12号"]) == count)
    #expect(try uncertain(year, ["document": "示例公告2019年第1号"]) == count)
  }

  @Test(arguments: [(2018, 0), (2019, 1), (2022, 1), (2023, 0)])
  func `a court decides in the year of its case's number or later`(year: Int, count: Int) throws {
    #expect(try uncertain(year, ["document": "（2019）苏民终123号", "route": "judicial"]) == count)
  }

  @Test(arguments: ["第2019号", "示例公告", "证书20191234"])
  func `a document without a year bounds nothing`(document: String) throws {
    #expect(try uncertain(2012, ["document": document]) == 1)
  }

  @Test(arguments: [(2009, 0), (2010, 1), (2018, 1), (2019, 0)])
  func `it was won while its scheme could be won`(year: Int, count: Int) throws {
    #expect(try uncertain(year, scheme: ["wonFrom": "2010-05", "wonUntil": "2018"], [:]) == count)
  }

  @Test(arguments: [(2020, 0), (2021, 1), (2023, 1), (2025, 0)])
  func `its end and the validity of its scheme bound it`(year: Int, count: Int) throws {
    #expect(
      try uncertain(
        year,
        scheme: ["validity": #"[{"years":3}]"#],
        ["validUntil": "2024-06-30"]
      ) == count
    )
  }
}
