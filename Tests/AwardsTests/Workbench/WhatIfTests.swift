import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Comparing and simulating: rounds on ledgers as they might be.
struct WhatIfTests {
  private static let records =
    Sample.title("r1", "nat", "2025-05-10")
    + Sample.title("r2", "prov", "2025-06-10", holder: "e2", brand: "b2")
    + Sample.title("r3", "city", "2025-07-10", holder: "e2", brand: "b2")

  private static let draft = Bench.source(
    [
      #"{"number":"nat","operation":"fixed","arguments":{"scheme":"nat","amount":"60万元"}}"#,
      Sample.city,
      #"{"number":"cap","operation":"capPerEnterprise","arguments":{"amount":"55万元"}}"#,
    ],
    policy: #""id":"q","name":"新办法","inForceFrom":"2026-01-01","replaces":["p"]"#
  )

  private func ledger(_ more: String = "") throws -> Snapshot {
    let sample = try Sample(Self.records + more, clauses: [Sample.nat, Sample.prov, Sample.city])
    return sample.snapshot
  }

  private func diff(_ snapshot: Snapshot) throws -> PolicyDiff {
    try PolicyDiff(
      from: try PolicySource(snapshot, policy: "p"),
      to: Self.draft,
      year: 2025,
      snapshot
    )
  }

  @Test func `two policies are compared clause by clause, and in money`() throws {
    let diff = try diff(try ledger())
    #expect(
      diff.clauses.map { "\($0.number) \($0.kind.rawValue) \($0.members.map(\.path))" } == [
        #"nat changed ["arguments.amount"]"#, "cap added []", "prov removed []",
      ]
    )
    #expect(diff.policy.map(\.path) == ["name", "inForceFrom", "replaces"])
    #expect(
      diff.gains.map { "\($0.name) \($0.before) → \($0.after) \($0.difference)" } == [
        "乙公司 120,000.00 → 20,000.00 -100,000.00",
        "甲公司 500,000.00 → 550,000.00 50,000.00",
      ]
    )
    #expect(diff.before.total == Money(fen: 62_000_000))
    #expect(diff.after.total == Money(fen: 57_000_000))
    #expect(diff.unchanged == 0)
    #expect(
      diff.assumptions.map(\.en) == ["q is computed as if it held from 2025-01-01 to 2025-12-31"]
    )
  }

  @Test func `a policy that another one replaced is compared as if it still held`() throws {
    let snapshot = try ledger()
    let diff = try PolicyDiff(
      from: Self.draft,
      to: try PolicySource(snapshot, policy: "p"),
      year: 2030,
      snapshot
    )
    #expect(diff.gains.isEmpty)
    let later = try Sample(
      Sample.title("r1", "nat", "2030-05-10")
        + #"{"kind":"policy","id":"q","name":"新","inForceFrom":"2026-01-01","replaces":["p"]}"#,
      clauses: [Sample.nat]
    ).snapshot
    let both = try PolicyDiff(
      from: try PolicySource(later, policy: "p"),
      to: Self.draft,
      year: 2030,
      later
    )
    #expect(both.before.total == Money(fen: 50_000_000))
    #expect(both.after.total == Money(fen: 55_000_000))
  }

  @Test func `awards of the year are left out, earlier ones count, and both are said`() throws {
    let once = #"{"number":"once","operation":"oncePerLevel"}"#
    let records =
      Self.records + Sample.award("now", 2025, "national", yuan: 1)
      + Sample.award("before", 2024, "provincial", yuan: 1, recipient: "e2")
    let snapshot = try Sample(records, clauses: [Sample.nat, Sample.prov, once]).snapshot
    let other = Bench.source(
      [Sample.nat, Sample.prov, once],
      policy: #""id":"q","name":"新","inForceFrom":"2025-01-01""#
    )
    let diff = try PolicyDiff(
      from: try PolicySource(snapshot, policy: "p"),
      to: other,
      year: 2025,
      snapshot
    )
    #expect(diff.gains.map { "\($0.name) \($0.difference)" } == ["乙公司 100,000.00"])
    #expect(
      diff.assumptions.map(\.en) == [
        "awards sealed for 2025 or later are left out (1); earlier ones count",
        "q does not say that it replaces p, so that what that paid in earlier years (1 award) is no "
          + "earlier payout of its own",
      ]
    )
  }

  @Test func `the same policy written otherwise differs in nothing`() throws {
    let snapshot = try ledger()
    let same = Bench.source(
      [
        #"{"number":"nat","operation":"fixed","arguments":{"amount":"50万元","scheme":"nat"}}"#,
        Sample.prov, Sample.city,
      ]
    )
    let diff = try PolicyDiff(
      from: try PolicySource(snapshot, policy: "p"),
      to: same,
      year: 2025,
      snapshot
    )
    #expect(diff.clauses.isEmpty && diff.policy.isEmpty && diff.gains.isEmpty)
    #expect(diff.unchanged == 2)
  }

  @Test func `a file with two policies is not compared`() throws {
    let file = """
      {"record":"policy","id":"a","name":"甲","inForceFrom":"2010-01-01"}
      {"record":"policy","id":"b","name":"乙","inForceFrom":"2015-01-01"}
      """
    let source = PolicySource(Array(file.utf8), fileName: "p.jsonl")
    let snapshot = try ledger()
    let error = try #require(throws: Diagnostics.self) {
      try PolicyDiff(from: source, to: Self.draft, year: 2025, snapshot)
    }
    #expect(error.list.map(\.name) == ["not-one-policy"])
  }

  @Test func `a draft is computed on the ledger without being in it`() throws {
    let snapshot = try ledger()
    let draft = Bench.source(
      [#"{"number":"nat","operation":"fixed","arguments":{"scheme":"nat","amount":"1元"}}"#]
    )
    let simulation = try Simulation(year: 2025, sources: [draft], snapshot)
    #expect(simulation.round.total == Money(fen: 100))
    #expect(simulation.assumptions.map(\.en) == ["p is taken from the file, not from the ledger"])
    let book = try PolicyBook(snapshot)
    let real = try Round(year: 2025, book: book, snapshot: snapshot)
    #expect(real.total == Money(fen: 62_000_000))
  }

  @Test func `a draft that does not hold in the year pays nothing, and that is said`() throws {
    let simulation = try Simulation(year: 2025, sources: [Self.draft], try ledger())
    #expect(simulation.round.total == .zero)
    #expect(simulation.assumptions.map(\.en).last?.hasPrefix("q does not hold in 2025") == true)
  }

  @Test func `next year repeats the facts of this one under the policies of then`() throws {
    let snapshot = try ledger(Sample.title("leap", "nat", "2024-02-29"))
    let next = try Simulation(year: 2025, isNext: true, snapshot)
    #expect(next.round.year == 2026)
    #expect(next.round.total == Money(fen: 62_000_000))
    #expect(
      next.round.claims.map { $0.date?.description ?? "" } == [
        "2026-05-10", "2026-06-10", "2026-07-10",
      ]
    )
    #expect(next.assumptions.count == 3)
    let leap = try Simulation(year: 2024, isNext: true, snapshot)
    // What lies in 2025 already would be paid beside it, and is left out.
    #expect(leap.round.claims.map { $0.date?.description ?? "" } == ["2025-02-28"])
    #expect(
      leap.assumptions.map(\.en).last
        == "what is on record for the round of 2025 already is left out (3)"
    )
    let both = try Simulation(year: 2025, sources: [Self.draft], isNext: true, snapshot)
    #expect(both.round.total == Money(fen: 57_000_000))
  }

  @Test(arguments: [("lapse", 60_000_000), ("carry", 65_000_000)] as [(String, Int64)])
  func `a pot of next year has what this year's round leaves of it`(unspent: String, fen: Int64)
    throws
  {
    // A pot of 60 万 since 2024, of which 5 万 were left then; 2025 takes 65 万 or what there is.
    let pot =
      #"{"number":"pot","operation":"pot","arguments":{"amount":"60万元","unspent":"\#(unspent)"}}"#
    let records =
      Sample.title("r1", "nat", "2025-05-10")
      + Sample.title("r2", "prov", "2025-06-10", brand: "b2")
      + Sample.title("r3", "prov", "2025-07-10", holder: "e2", brand: "b3")
      + Sample.award("before", 2024, "national", yuan: 550_000)
    let ledger = try Sample(records, clauses: [Sample.nat, Sample.prov, pot]).snapshot
    let book = try PolicyBook(ledger)
    #expect(try Round(year: 2025, book: book, snapshot: ledger).total == Money(fen: fen))
    let next = try Simulation(year: 2025, isNext: true, ledger)
    #expect(next.round.total == Money(fen: 60_000_000))
  }
}
