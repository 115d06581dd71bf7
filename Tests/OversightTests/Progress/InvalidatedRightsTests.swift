import Ledger
import Oversight
import Portfolio
import Testing

/// What was declared invalid counts as never having been (Trademark Law 2019 and Patent Law 2020, article 47).
struct InvalidatedRightsTests {
  private static let home = Sample.draft(Enterprise.self, "home", ["name": "甲公司"])

  private func row(_ indicator: String, _ drafts: [Draft], on today: String) throws -> ProgressRow {
    let target = Sample.draft(
      Target.self,
      "t",
      ["indicator": indicator, "operator": "at-least", "value": "2", "basis": "flow"]
    )
    let ledger = Sample.ledger([Self.home, target] + drafts)
    let rows = try Progress(year: 2025, in: ledger, today: day(today)).rows
    return try #require(rows.first { $0.indicator == indicator })
  }

  @Test(arguments: [
    ("invalidated", "2026-11-01", "1", "1"), ("invalidated", "2026-01-31", "2", "2"),
    ("cancelled", "2026-11-01", "2", "2"),
  ])
  func `a mark declared invalid leaves the year in which it was registered`(
    action: String,
    today: String,
    actual: String,
    net: String
  ) throws {
    let marks = ["1", "2"].map { number in
      Sample.draft(
        Trademark.self,
        "CN/\(number)",
        [
          "office": "CN", "number": number, "mark": "示例", "route": "domestic", "owner": "home",
          "registeredOn": "2025-03-01",
        ]
      )
    }
    let event = Sample.draft(
      RightEvent.self,
      "v",
      ["trademark": "CN/2", "date": "2026-02-01", "action": action]
    )
    let row = try row("new-trademarks-domestic", marks + [event], on: today)
    #expect(row.actual?.description == actual)
    #expect(row.net?.description == net)
    #expect(row.met == (actual == "2"))
  }

  @Test(arguments: [
    ("patents-granted", "0"), ("inventions-granted", "0"), ("patents-applied", "1"),
  ])
  func `a patent declared invalid was applied for and never granted`(
    indicator: String,
    actual: String
  ) throws {
    let patent = Sample.draft(
      Patent.self,
      "p",
      [
        "number": "CN1", "type": "invention", "filedOn": "2025-01-06", "grantedOn": "2025-09-01",
        "owners": "home", "status": "invalidated", "endedOn": "2026-02-01",
      ]
    )
    #expect(try row(indicator, [patent], on: "2026-11-01").actual?.description == actual)
  }
}
