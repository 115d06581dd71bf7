import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct CaseStatisticsTests {
  private func record(_ id: String, _ values: KeyValuePairs<String, String>) -> Draft {
    Sample.draft(Case.self, id, values)
  }

  private var cases: [Draft] {
    [
      record(
        "c1",
        [
          "stage": "closed", "receivedOn": "2024-12-01", "acceptedOn": "2024-12-10",
          "closedOn": "2025-01-01", "outcome": "won", "recoveredFen": "100", "town": "lsg",
          "channel": "judicial", "right": "trademark",
        ]
      ),
      record(
        "c2",
        [
          "stage": "refused", "receivedOn": "2025-01-01", "refusedOn": "2025-03-31", "town": "lsg",
          "channel": "administrative", "right": "patent",
        ]
      ),
      record(
        "c3",
        [
          "stage": "accepted", "receivedOn": "2025-02", "acceptedOn": "2025-03-31",
          "right": "trademark",
        ]
      ),
      record(
        "c4",
        [
          "stage": "closed", "receivedOn": "2025-03-31", "acceptedOn": "2025-04-01",
          "closedOn": "2025-04-01", "outcome": "settled", "recoveredFen": "7", "right": "trademark",
        ]
      ),
      record(
        "c5",
        [
          "stage": "closed", "receivedOn": "2024-05-01", "acceptedOn": "2024-06-01",
          "closedOn": "2024-12-31", "outcome": "lost", "right": "patent",
        ]
      ),
      record("c6", ["stage": "closed", "receivedOn": "2025-02-01", "right": "other"]),
      Sample.draft(Town.self, "lsg", ["name": "吕四港镇", "type": "town"]),
    ]
  }

  private func event(_ id: String, _ target: String, _ date: String, _ cost: String) -> Draft {
    Sample.draft(
      CaseEvent.self,
      id,
      ["case": target, "date": date, "action": "note", "costFen": cost]
    )
  }

  private var events: [Draft] {
    [
      event("v1", "c1", "2024-12-31", "1"), event("v2", "c1", "2025-01-01", "2"),
      event("v3", "c3", "2025-03-31", "4"), event("v4", "c4", "2025-04-01", "8"),
      event("v5", "c9", "2025-02-01", "16"),
    ]
  }

  private func statistics(_ from: String, _ until: String) throws -> CaseStatistics {
    try CaseStatistics(Sample.ledger(cases + events), from: day(from), until: day(until))
  }

  @Test func `a quarter counts each case once and reconciles`() throws {
    let quarter = try statistics("2025-01-01", "2025-03-31")
    let total = quarter.total
    #expect([total.openAtStart, total.opened, total.accepted] == [1, 3, 1])
    #expect([total.refused, total.closed, total.openAtEnd] == [1, 1, 2])
    #expect(total.aid == Money(fen: 600))
    #expect(total.recovered == Money(fen: 10_000))
    #expect(quarter.total.reconciles)
    #expect(quarter.unplaced == ["c6"])
  }

  @Test(arguments: [
    ("2024-12-31", 1, 1, 1), ("2025-01-01", 1, 1, 1), ("2025-01-02", 1, 0, 1),
  ])
  func `the edges of a day belong to it`(
    on: String,
    openAtStart: Int,
    closed: Int,
    openAtEnd: Int
  ) throws {
    let total = try statistics(on, on).total
    // c5 ends on 31 December, c1 on 1 January, the day on which c2 comes in.
    #expect(total.openAtStart == (on == "2024-12-31" ? 2 : openAtStart))
    #expect(total.closed == closed)
    #expect(total.openAtEnd == openAtEnd)
    #expect(total.reconciles)
  }

  @Test func `every dimension adds up to the total, over every period of two years`() throws {
    let first = day("2024-04-01").ordinal
    for start in stride(from: first, to: first + 500, by: 23) {
      for length in [0, 1, 30, 91, 400] {
        let statistics = try CaseStatistics(
          Sample.ledger(cases + events),
          from: Day(ordinal: start),
          until: Day(ordinal: start + length)
        )
        #expect(statistics.total.reconciles)
        for groups in statistics.groups.values {
          #expect(groups.allSatisfy { $0.figures.reconciles })
          #expect(groups.map(\.figures.opened).reduce(0, +) == statistics.total.opened)
          #expect(groups.map(\.figures.openAtEnd).reduce(0, +) == statistics.total.openAtEnd)
          #expect(groups.map(\.figures.aid.fen).reduce(0, +) == statistics.total.aid.fen)
          #expect(
            groups.map(\.figures.recovered.fen).reduce(0, +) == statistics.total.recovered.fen
          )
        }
      }
    }
  }

  @Test func `groups carry names in both languages, those without a value too`() throws {
    let groups = try statistics("2025-01-01", "2025-03-31").groups
    #expect(groups[.town]?.map(\.label.zh) == ["吕四港镇", "未填"])
    #expect(groups[.channel]?.map(\.key) == ["administrative", "judicial", nil])
    #expect(groups[.outcome]?.map(\.label.en) == ["won", "settled", "none"])
  }

  @Test func `a case that ends before it begins breaks no sum`() throws {
    let odd = record(
      "x",
      [
        "stage": "closed", "receivedOn": "2025-02-10", "closedOn": "2025-01-05", "right": "other",
      ]
    )
    for (from, until) in [("2025-01-01", "2025-01-31"), ("2025-02-01", "2025-02-28")] {
      let statistics = try CaseStatistics(Sample.ledger([odd]), from: day(from), until: day(until))
      #expect(statistics.total.reconciles)
    }
  }
}
