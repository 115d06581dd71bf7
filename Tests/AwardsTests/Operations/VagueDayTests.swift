import Awards
import JSONLines
import Ledger
import Portfolio
import Testing

/// Facts of which only the month or year is known, where it matters which came first.
struct VagueDayTests {
  private func round(_ facts: String, _ rule: String) throws -> Round {
    let clauses = [Sample.nat, Sample.prov, #"{"number":"x",\#(rule)}"#]
    return try Sample(facts, clauses: clauses).round()
  }

  private static func titles(_ first: String, _ second: String = "nat") -> String {
    Sample.title("r1", "prov", first) + Sample.title("r2", second, "2025-02-28")
  }

  /// `id outcome yuan` of each claim, without policy and clause.
  private func told(_ round: Round) -> [String] {
    round.claims.map { claim in
      "\(claim.facts[0]) \(claim.outcome.rawValue) \(claim.amount.fen / 100)"
    }
  }

  private static let missing = ["r1 awarded"]

  private func missing(_ claim: Claim) -> [String] {
    claim.missing.map { "\($0.record) \($0.field)" }
  }

  @Test(
    arguments: [
      ("2025", ["r2 unknown 0", "r1 unknown 0"]), ("2025-02", ["r2 unknown 0", "r1 unknown 0"]),
      ("2025-01", ["r2 not-eligible 0", "r1 eligible 100000"]),
      ("2025-03", ["r2 eligible 500000", "r1 not-eligible 0"]),
      ("2025-02-27", ["r2 not-eligible 0", "r1 eligible 100000"]),
      // Of one day the first by clause.
      ("2025-02-28", ["r2 eligible 500000", "r1 not-eligible 0"]),
    ]
  )
  func `once in a life goes to the first, where the days tell which that is`(
    day: String,
    told: [String]
  ) throws {
    let round = try round(Self.titles(day), #""operation":"onceEver","arguments":{}"#)
    #expect(self.told(round) == told)
    for claim in round.claims where claim.outcome == .unknown {
      #expect(missing(claim) == Self.missing)
    }
  }

  @Test(
    arguments: [
      ("2025", ["r1 unknown 0", "r2 unknown 0"]), ("2025-02", ["r1 unknown 0", "r2 unknown 0"]),
      ("2025-01", ["r1 eligible 100000", "r2 not-eligible 0"]),
      ("2025-03", ["r2 eligible 100000", "r1 not-eligible 0"]),
    ]
  )
  func `once for a tier goes to the first, where the days tell which that is`(
    day: String,
    told: [String]
  ) throws {
    let titles = Self.titles(day, "prov")
    let round = try round(titles, #""operation":"oncePerLevel","arguments":{}"#)
    #expect(self.told(round).sorted() == told.sorted())
    for claim in round.claims where claim.outcome == .unknown {
      #expect(missing(claim) == Self.missing)
    }
  }

  @Test func `a third behind two of which nobody knows the first waits for them`() throws {
    let more = Sample.title("r3", "prov", "2026-01-01") + Sample.title("r4", "prov", "2025-12-31")
    let round = try round(
      Self.titles("2025", "prov") + more,
      #""operation":"oncePerLevel","arguments":{}"#
    )
    #expect(
      told(round) == ["r1 unknown 0", "r2 unknown 0", "r4 unknown 0"]
    )
  }

  @Test func `titles of other tiers do not wait for a day that does not matter to them`() throws {
    let round = try round(
      Self.titles("2025"),
      #""operation":"oncePerLevel","arguments":{}"#
    )
    #expect(told(round) == ["r2 eligible 500000", "r1 eligible 100000"])
  }

  @Test(
    arguments: [
      ("2025", ["r2 unknown 0", "r1 eligible 100000"]),
      ("2025-01", ["r2 eligible 400000", "r1 eligible 100000"]),
      ("2025-03", ["r2 eligible 500000", "r1 eligible 100000"]),
    ]
  )
  func `a lower title is paid in any order, the higher one once the order is known`(
    day: String,
    told: [String]
  ) throws {
    let round = try round(
      Self.titles(day),
      #""operation":"upgrade","arguments":{"mode":"difference"}"#
    )
    #expect(self.told(round) == told)
    if told[0] == "r2 unknown 0" { #expect(missing(round.claims[0]) == Self.missing) }
  }

  @Test(
    arguments: [
      ("2025", ["r2 eligible 500000", "r1 unknown 0"]),
      ("2025-03", ["r2 eligible 500000", "r1 not-eligible 0"]),
      ("2025-01", ["r2 eligible 500000", "r1 eligible 100000"]),
    ]
  )
  func `a lower title waits for its day where it is paid only before the higher one`(
    day: String,
    told: [String]
  ) throws {
    let round = try round(
      Self.titles(day),
      #""operation":"upgrade","arguments":{"mode":"full","downgrade":"none"}"#
    )
    #expect(self.told(round) == told)
  }

  private func marks(_ days: String...) -> String {
    days.enumerated().map { index, day in
      #"{"kind":"trademark","id":"CN/\#(index)","office":"CN","number":"\#(index)","mark":"甲\#(index)","owner":"e1","registeredOn":"\#(day)","route":"domestic","status":"registered"}"#
    }
    .joined(separator: "\n")
  }

  @Test(
    arguments: [
      (1, ["CN/0 unknown 0", "CN/1 unknown 0", "CN/2 not-eligible 0"]),
      (2, ["CN/0 eligible 500", "CN/1 eligible 500", "CN/2 not-eligible 0"]),
      (3, ["CN/0 eligible 500", "CN/1 eligible 500", "CN/2 eligible 500"]),
    ]
  )
  func `pieces are counted where every order of the days gives the same`(
    most: Int,
    told: [String]
  ) throws {
    let marks = marks("2025-02", "2025-02-28", "2025-03-01")
    let counted = try round(
      marks,
      #""operation":"perRegistration","arguments":{"each":"500元","maximum":\#(most)}"#
    )
    #expect(self.told(counted) == told)
    let capped = try Sample(
      marks,
      clauses: [
        #"{"number":"v","operation":"perRegistration","arguments":{"each":"500元"}}"#,
        #"{"number":"c","operation":"pieceCap","arguments":{"maximum":\#(most)}}"#,
      ]
    ).round()
    #expect(self.told(capped) == told)
    for claim in counted.claims + capped.claims where claim.outcome == .unknown {
      #expect(missing(claim) == ["CN/0 registeredOn"])
    }
  }

  @Test(
    arguments: [
      (#""20元","10元""#, "2025-02", ["r1 unknown 0", "r2 unknown 0"]),
      (#""20元""#, "2025-02", ["r1 unknown 0", "r2 unknown 0"]),
      (#""20元","20元""#, "2025-02", ["r1 eligible 20", "r2 eligible 20"]),
      (#""20元","10元""#, "2025-01", ["r1 eligible 20", "r2 eligible 10"]),
      (#""20元","10元""#, "2025-03", ["r1 eligible 10", "r2 eligible 20"]),
    ]
  )
  func `of those with equally many the first one is told by days`(
    amounts: String,
    day: String,
    told: [String]
  ) throws {
    let round = try Sample(
      Sample.title("r1", "nat", day)
        + Sample.title("r2", "nat", "2025-02-28", holder: "e2", brand: "b2"),
      clauses: [#"{"number":"t","operation":"topN","arguments":{"amounts":[\#(amounts)]}}"#]
    ).round()
    #expect(self.told(round).sorted() == told)
    for claim in round.claims where claim.outcome == .unknown {
      #expect(missing(claim) == Self.missing)
    }
  }
}
