import Foundation
import TestSupport
import Testing

/// `progress`: the year against the plan.
struct ProgressTests {
  private func rows(_ words: String...) throws -> [[String: Any]] {
    try Desk(isEmpty: true).run(
      ["progress", "-O", "json"] + words,
      ledger: Desk.path("data/ledger")
    ).rows()
  }

  @Test func `programs get the shape that they rely on, key by key`() throws {
    let rows = try rows("--year", "2025")
    for row in rows {
      #expect(
        Set(row.keys) == [
          "indicator", "clause", "scope", "target", "actual", "net", "forecast", "met", "year",
          "unit", "operator", "upper", "uncertain", "elsewhere", "pace", "averageFrom", "average",
          "ownerTypes", "sectors", "responsible", "weight", "deducted", "bonus", "points",
        ]
      )
    }
    let indicators = Set(rows.compactMap { $0["indicator"] as? String })
    #expect(
      indicators.isSuperset(of: [
        "new-trademarks-domestic", "new-trademarks-international", "patents-applied",
        "patents-granted", "inventions-applied", "inventions-granted",
        "new-recognitions:well-known-trademark", "new-recognitions:world-famous-brand-product",
        "holdings:china-famous-brand-product", "holdings:jiangsu-famous-trademark",
      ])
    )
  }

  @Test func `the plan asks for 300 domestic and 50 international registrations a year`() throws {
    let rows = try rows("--year", "2025")
    func row(_ name: String) throws -> [String: Any] {
      try #require(rows.first { $0["indicator"] as? String == name })
    }
    let domestic = try row("new-trademarks-domestic")
    #expect(domestic["target"] as? Int == 300)
    #expect(domestic["clause"] as? String == "二(四)1")
    #expect(try row("new-trademarks-international")["target"] as? Int == 50)
    let actual = try #require(domestic["actual"] as? Int)
    #expect(try #require(domestic["net"] as? Int) <= actual)
    // The plan says 工业企业年均: 266, 288 and 300 registrations of industry in the years since 2023, without those that
    // were declared invalid.
    #expect(actual == 300)
    let average = try #require(domestic["average"] as? [String: Int])
    #expect(average == ["numerator": 854, "denominator": 3])
    #expect(domestic["met"] as? Bool == false)
    let all = try #require(rows.last { $0["indicator"] as? String == "new-trademarks-domestic" })
    #expect(all["actual"] as? Int == 318)
    #expect(all["target"] is NSNull)
  }

  @Test(arguments: ["town", "month", "sector", "scheme"])
  func `the parts add up to the whole`(_ by: String) throws {
    let parts = try rows("--year", "2025", "--by", by)
    #expect(parts.count > 3)
    let whole = try rows("--year", "2025")
    let key = "new-trademarks-domestic"
    guard by != "scheme" else { return }
    // The row without a target counts all owners, as the breakdown does.
    let total =
      whole.last {
        $0["indicator"] as? String == key && $0["target"] is NSNull
      }?["actual"] as? Int
    #expect(parts.reduce(0) { $0 + ($1[key] as? Int ?? 0) } == total, "\(parts.first ?? [:])")
  }

  @Test func `the assessment ranks towns and departments, and one of them is told line by line`()
    throws
  {
    let city = Desk.path("data/ledger")
    let desk = try Desk(isEmpty: true)
    let units = try desk.run(
      ["progress", "--year", "2025", "--score", "-O", "json"],
      ledger: city
    ).rows()
    #expect(
      units.map { $0["unit"] as? String } == [
        "启东滨海工业园", "海复镇", "吕四港镇", "北新镇", "启东经济开发区", "汇龙镇", "合作镇", "科学技术局", "市场监督管理局", "工业和信息化局",
      ]
    )
    #expect(units.map { $0["rank"] as? Int } == [1, 2, 3, 4, 5, 6, 7, 1, 2, 3])
    #expect(units[2]["points"] as? Double == 98.33)
    let sheet = try desk.run(
      ["progress", "--year", "2025", "--of", "吕四港镇", "-O", "csv"],
      ledger: city
    )
    // 50 points for 120 marks, of which 116 were reached: 48.33.
    #expect(sheet.output.contains("三(一),≥120,116,50,1.67,0,48.33,件"))
    let none = try desk.run(["progress", "--year", "2025", "--of", "没有的镇"], ledger: city)
    #expect(none.code == 2 || none.code == 3)
    #expect(none.names == ["unknown-unit"])
    let page = try desk.run(["report", "public", "--year", "2025", "-O", "md"], ledger: city)
    #expect(page.output.contains("| 3 | 吕四港镇 | 98.33 | 100 |"))
  }

  @Test func `a target that nothing can meet is refused as it is written`() throws {
    let desk = try Desk()
    let words = ["operator=at-least", "value=1", "basis=flow", "clause=二(四)2", "label=示例"]
    func add(_ indicator: String, _ more: String...) throws -> Outcome {
      try desk.run(["add", "target", "id=x", "indicator=\(indicator)"] + words + more)
    }
    let misspelt = try add("new-recognitions:nationl")
    #expect(misspelt.code == 3)
    #expect(misspelt.names == ["target-faulty"])
    #expect(misspelt.errors.contains("did you mean 'national'?"))
    #expect(try add("new-recognitions:national/trademark").code == 0)
    let change = try desk.run("set", "target", "x", "indicator=new-trademark-domestic")
    #expect(change.code == 3)
    #expect(change.names == ["target-faulty"])
    try desk.write(
      """
      {"id":"a","indicator":"holdings:none","operator":"at-least","value":1,"basis":"stock","clause":"一","label":"甲"}
      {"id":"b","indicator":"holdings:provincial","operator":"at-least","value":1,"basis":"stock","clause":"一","label":"乙"}

      """,
      to: "targets.jsonl"
    )
    let taken = try desk.run("import", "target", "targets.jsonl", "--skip-bad", "bad.jsonl")
    #expect(taken.errors.contains("1 new") || taken.output.contains("1 new"))
    #expect(taken.names == ["target-faulty"])
  }

  @Test func `the contradictions of the plan are findings`() throws {
    let outcome = try Desk().run("check", "target-contradiction")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("800"))
    #expect(outcome.output.contains("650"))
    #expect(outcome.output.contains("inventions granted 50"))
    #expect(outcome.output.contains("patents granted 40"))
  }
}
