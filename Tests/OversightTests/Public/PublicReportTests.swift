import Ledger
import Oversight
import Portfolio
import Testing

struct PublicReportTests {
  private func report(_ drafts: [Draft]) throws -> PublicReport {
    try PublicReport(year: 2025, in: Sample.ledger(drafts), today: day("2026-01-31"))
  }

  /// Cases of 2025: how many came in, were accepted and were closed.
  private func cases(_ opened: Int, _ accepted: Int, _ closed: Int, town: String = "") -> [Draft] {
    (0..<max(opened, accepted, closed)).map { index in
      var draft = Sample.draft(Case.self, "c\(town)\(index)", ["right": "trademark"])
      draft[Case.receivedOn] = PartialDate(index < opened ? "2025-02-01" : "2024-12-01")
      if index < accepted { draft[Case.acceptedOn] = PartialDate("2025-03-01") }
      if index < closed { draft[Case.closedOn] = PartialDate("2025-06-01") }
      draft[Case.stage] = index < closed ? .closed : index < accepted ? .accepted : .received
      draft[Case.town] = town.isEmpty ? nil : RecordID(town)
      return draft
    }
  }

  private func told(_ report: PublicReport) -> [String] {
    report.progress.map { row in
      "\(row.indicator) \(row.scope ?? "-") \(row.actual?.description ?? "")"
    }
  }

  struct Row: Sendable {
    let counts: (Int, Int, Int)
    let told: [String]
    let closed: Int?
  }

  @Test(arguments: [
    Row(counts: (8, 6, 0), told: ["cases-opened - 8"], closed: 0),
    Row(counts: (8, 8, 0), told: ["cases-opened - 8", "cases-accepted - 8"], closed: 0),
    Row(counts: (20, 15, 0), told: ["cases-opened - 20", "cases-accepted - 15"], closed: 0),
    Row(counts: (20, 15, 13), told: ["cases-opened - 20", "cases-closed - 13"], closed: 13),
    Row(counts: (20, 15, 16), told: ["cases-opened - 20", "cases-accepted - 15"], closed: nil),
    Row(counts: (6, 8, 0), told: ["cases-opened - 6"], closed: 0),
    Row(counts: (4, 4, 0), told: [], closed: 0),
  ])
  func `counts of one course that lie near each other are not told together`(row: Row) throws {
    let report = try report(cases(row.counts.0, row.counts.1, row.counts.2))
    #expect(told(report) == row.told)
    #expect(report.casesClosed == row.closed)
  }

  @Test func `what is told of a town does not give away the others`() throws {
    let towns = ["lsg", "hl", "jh"].map { Sample.draft(Town.self, $0, ["name": "\($0)镇"]) }
    let goals = ["lsg", "hl", "jh"].map {
      Sample.draft(
        Target.self,
        "t\($0)",
        ["indicator": "cases-opened", "scope": $0, "operator": "at-least", "value": "1"]
      )
    }
    let all = cases(5, 0, 0, town: "lsg") + cases(6, 0, 0, town: "hl") + cases(2, 0, 0, town: "jh")
    let report = try report(towns + goals + all)
    #expect(told(report) == ["cases-opened lsg 5", "cases-opened - 13"])
  }

  // Won in a month that is not over, and in one that is to come.
  @Test(arguments: [
    ("2025-11", 1), ("2025-12", 0), ("2025", 1), ("2025-11-27", 1), ("2025-11-28", 0),
  ])
  func `a title won in this month is told and counted`(awarded: String, count: Int) throws {
    let title = Sample.draft(
      Recognition.self,
      "r",
      ["scheme": "prize", "holder": "home", "event": "first", "awarded": awarded]
    )
    let scheme = Sample.draft(Scheme.self, "prize", ["name": "示例质量奖", "level": "county"])
    let ledger = Sample.ledger([scheme, title])
    let report = try PublicReport(year: 2025, in: ledger, today: day("2025-11-27"))
    #expect(report.titles.count == count)
    let row = report.progress.first { $0.indicator == "new-recognitions:prize" }
    #expect(row?.actual?.units ?? 0 == Int64(count))
  }

  @Test func `the list of titles is that which progress counts`() throws {
    let ground = [
      Sample.draft(Town.self, "lsg", ["name": "吕四港镇", "code": "320681110"]),
      Sample.draft(Scheme.self, "prize", ["name": "示例质量奖", "level": "county"]),
      Sample.draft(Enterprise.self, "home", ["name": "甲公司", "town": "lsg"]),
      Sample.draft(Enterprise.self, "away", ["name": "乙公司", "area": "310115"]),
      Sample.draft(Brand.self, "b", ["name": "乙牌", "owner": "away"]),
    ]
    func title(_ id: String, _ more: KeyValuePairs<String, String>) -> Draft {
      var draft = Sample.draft(Recognition.self, id, more)
      draft[Recognition.scheme] = "prize"
      draft[Recognition.event] = .first
      draft[Recognition.awarded] = PartialDate("2025-05-01")
      return draft
    }
    let report = try report(
      ground + [
        title("r1", ["holder": "home"]), title("r2", ["holder": "away"]),
        title("r3", ["holder": "away", "coHolders": "home"]), title("r4", ["brand": "b"]),
        title("r5", [:]),
      ]
    )
    #expect(report.titles.map(\.id) == ["r1", "r3"])
    #expect(report.titlesElsewhere == 2)
    let row = try #require(report.progress.first { $0.indicator == "new-recognitions:prize" })
    #expect(row.actual?.description == "2")
    #expect(row.elsewhere == 2)
    // Nobody is known to hold it.
    #expect(row.uncertain == 1)
  }
}
