import Ledger
import Oversight
import Portfolio
import Testing

/// Targets and reported values that name a town as it was called before.
struct FormerTownTests {
  private let town = Sample.draft(
    Town.self,
    "lsg",
    ["name": "吕四港镇", "type": "town", "formerNames": "天汾镇,吕四镇"]
  )
  private let mark = Sample.draft(
    Trademark.self,
    "CN/1",
    [
      "office": "CN", "number": "1", "mark": "示例", "route": "domestic", "owner": "home",
      "registeredOn": "2025-03-01",
    ]
  )

  private func target(_ indicator: String, scope: String) -> Draft {
    Sample.draft(
      Target.self,
      indicator,
      [
        "indicator": indicator, "operator": "at-least", "value": "1", "basis": "flow",
        "scope": scope,
      ]
    )
  }

  @Test func `a former name of one town means it, in targets and reported values`() throws {
    let ledger = Sample.ledger([
      town, mark, Sample.draft(Enterprise.self, "home", ["name": "甲公司", "town": "lsg"]),
      target("new-trademarks-domestic", scope: "天汾镇"), target("example-output", scope: "吕四港镇"),
      Sample.draft(
        Observation.self,
        "o",
        ["indicator": "example-output", "date": "2025-12-31", "value": "3", "scope": "吕四镇"]
      ),
    ])
    let rows = try Progress(year: 2025, in: ledger, today: day("2026-01-31")).rows
    let values = Dictionary(rows.map { ($0.indicator, $0.actual?.description) }) { first, _ in first
    }
    #expect(values["new-trademarks-domestic"] == "1")
    #expect(values["example-output"] == "3")
    let names = ["target-faulty", "target-without-source"]
    #expect(try Checks.run(ledger, today: day("2026-01-31"), names: names).isEmpty)
  }

  @Test func `a former name of two towns means neither`() throws {
    let other = Sample.draft(Town.self, "hl", ["name": "汇龙镇", "formerNames": "天汾镇"])
    let ledger = Sample.ledger([town, other, target("new-trademarks-domestic", scope: "天汾镇")])
    let rows = try Progress(year: 2025, in: ledger, today: day("2026-01-31")).rows
    #expect(rows.first { $0.scope == "天汾镇" }?.actual == nil)
  }
}
