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
          "unit", "operator", "upper", "uncertain", "elsewhere", "pace",
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
    #expect(domestic["met"] as? Bool == (actual >= 300))
    #expect(try #require(domestic["net"] as? Int) <= actual)
  }

  @Test(arguments: ["town", "month", "sector", "scheme"])
  func `the parts add up to the whole`(_ by: String) throws {
    let parts = try rows("--year", "2025", "--by", by)
    #expect(parts.count > 3)
    let whole = try rows("--year", "2025")
    let key = "new-trademarks-domestic"
    guard by != "scheme" else { return }
    let total = whole.first { $0["indicator"] as? String == key }?["actual"] as? Int
    #expect(parts.reduce(0) { $0 + ($1[key] as? Int ?? 0) } == total, "\(parts.first ?? [:])")
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
