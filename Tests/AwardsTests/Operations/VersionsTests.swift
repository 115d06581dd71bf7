import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// A policy that is replaced within a year: both versions pay, and the limits of the newer see both.
struct VersionsTests {
  private static let old = #"""
    {"kind":"policy","id":"old","name":"旧办法","inForceFrom":"1990-01-01"}
    {"kind":"clause","id":"old/1","policy":"old","number":"1","operation":"fixed","arguments":{"scheme":"nat","amount":"40万元"},"text":"…"}

    """#

  private func sample(_ rule: String, more: String = "") throws -> Sample {
    try Sample(
      Self.old + more + Sample.title("before", "nat", "2025-06-30")
        + Sample.title("after", "nat", "2025-07-01", brand: "b3"),
      clauses: [Sample.nat, rule],
      policy: #""id":"p","name":"办法","inForceFrom":"2025-07-01","replaces":["old"]"#
    )
  }

  private func amounts(_ sample: Sample, _ policies: [RecordID]?) throws -> [String] {
    let snapshot = sample.snapshot
    let book = try PolicyBook(snapshot)
    let round = try Round(year: 2025, policies: policies, book: book, snapshot: snapshot)
    // Each version speaks of the other's facts only to say that they are not its own.
    return round.claims.filter { $0.outcome != .notApplicable }.map { "\($0.id) \($0.amount)" }
  }

  @Test(arguments: [
    (#"{"number":"k","operation":"capPerEnterprise","arguments":{"amount":"60万元"}}"#, "200,000.00"),
    (#"{"number":"k","operation":"highestOnly","arguments":{"per":"enterprise"}}"#, "100,000.00"),
    (#"{"number":"k","operation":"highestOnly","arguments":{"per":"brand"}}"#, "500,000.00"),
    (#"{"number":"k","operation":"oncePerLevel"}"#, "0.00"),
    (#"{"number":"k","operation":"pot","arguments":{"amount":"50万元"}}"#, "100,000.00"),
    (#"{"number":"k","operation":"upgrade","arguments":{"mode":"deductPaid"}}"#, "100,000.00"),
  ])
  func `what the older version pays counts before it is sealed, and the same after`(
    rule: String,
    amount: String
  ) throws {
    let expected = ["old/1#before 400,000.00", "p/nat#after \(amount)"]
    #expect(try amounts(try sample(rule), nil) == expected)
    #expect(try amounts(try sample(rule), ["p"]) == [expected[1]])
    let sealed =
      #"{"kind":"award","id":"w","policy":"old","year":2025,"recipient":"e1","amountFen":40000000,"state":"paid","clause":"old/1","claim":"old/1#before","facts":["before"],"object":"b1","level":"national","sealedOn":"2025-07-05"}"#
      + "\n"
    #expect(try amounts(try sample(rule, more: sealed), ["p"]) == [expected[1]])
  }

  @Test func `a void award of the older version is computed anew, another amount counts as sealed`()
    throws
  {
    let rule = #"{"number":"k","operation":"capPerEnterprise","arguments":{"amount":"60万元"}}"#
    func award(_ state: String, _ fen: Int) -> String {
      #"{"kind":"award","id":"w","policy":"old","year":2025,"recipient":"e1","amountFen":\#(fen),"state":"\#(state)","clause":"old/1","claim":"old/1#before","facts":["before"],"object":"b1","level":"national","sealedOn":"2025-07-05"}"#
        + "\n"
    }
    let void = try sample(rule, more: award("void", 40_000_000))
    #expect(try amounts(void, ["p"]) == ["p/nat#after 200,000.00"])
    let other = try sample(rule, more: award("paid", 30_000_000))
    #expect(try amounts(other, ["p"]) == ["p/nat#after 300,000.00"])
  }

  /// The old version holds to 30 June, the new one from 1 September on.
  private func divided(
    _ date: String,
    old: String = #""inForceUntil":"2025-06-30""#,
    new: String = #""inForceFrom":"2025-09-01""#,
    more: String = "",
    year: Int = 2025
  ) throws -> [String] {
    let older = Self.old.replacing(
      #""inForceFrom":"1990-01-01""#,
      with: #""inForceFrom":"1990-01-01","# + old
    )
    let sample = try Sample(
      older + more + Sample.title("r", "nat", date),
      clauses: [Sample.nat],
      policy: #""id":"p","name":"办法","replaces":["old"],"# + new
    )
    let round = try Round(
      year: year,
      book: try PolicyBook(sample.snapshot),
      snapshot: sample.snapshot
    )
    return round.claims.map { "\($0.clause) \($0.outcome.rawValue) \($0.amount)" }
  }

  @Test(arguments: [
    ("2025-06-30", "eligible 400,000.00", "not-applicable 0.00"),
    ("2025-07-01", "undecided 0.00", "undecided 0.00"),
    ("2025-08-31", "undecided 0.00", "undecided 0.00"),
    ("2025-09-01", "not-applicable 0.00", "eligible 500,000.00"),
    // A month that lies in the gap as a whole is as good as a day; one that may lie there is not known.
    ("2025-07", "undecided 0.00", "undecided 0.00"),
    ("2025", "unknown 0.00", "unknown 0.00"),
  ])
  func `a fact between two versions is undecided under both and paid by neither`(
    date: String,
    old: String,
    new: String
  ) throws {
    #expect(try divided(date) == ["old/1 \(old)", "p/nat \(new)"])
  }

  @Test func `a year in which no version holds has a round in which everything is undecided`()
    throws
  {
    let told = try divided(
      "2024-05-05",
      old: #""inForceUntil":"2023-12-31""#,
      new: #""inForceFrom":"2025-01-01""#,
      year: 2024
    )
    #expect(told == ["old/1 undecided 0.00", "p/nat undecided 0.00"])
    let after = try divided("2023-05-05", old: #""inForceUntil":"2022-12-31""#, year: 2021)
    #expect(after == [])
  }

  @Test func `the reason names both versions and their days`() throws {
    let sample = try Sample(
      Self.old.replacing(
        #""inForceFrom":"1990-01-01""#,
        with: #""inForceFrom":"1990-01-01","repealedOn":"2025-03-01""#
      ) + Sample.title("r", "nat", "2025-03-01"),
      clauses: [Sample.nat],
      policy: #""id":"p","name":"办法","replaces":["old"],"inForceFrom":"2025-03-02""#
    )
    let claim = try #require(try sample.round().claims.first { $0.clause == "p/nat" })
    #expect(claim.trace.prefix(2).map(\.verdict) == [.selected, .undecided])
    let step = try #require(claim.trace.dropFirst().first)
    #expect(
      step.reason.en
        == "no version holds on that day: old ends on 2025-02-28, p begins on 2025-03-02"
    )
    #expect(claim.needs.map(\.kind) == [.decision])
  }

  @Test(arguments: [
    ("2025-02-28", "eligible 400,000.00", "not-applicable 0.00"),
    ("2025-03-01", "not-applicable 0.00", "eligible 500,000.00"),
    ("2025-08-31", "not-applicable 0.00", "eligible 500,000.00"),
    ("2025-09-01", "not-applicable 0.00", "eligible 500,000.00"),
  ])
  func `a version that reaches back governs the facts from that day on`(
    date: String,
    old: String,
    new: String
  ) throws {
    for stated in [#""inForceUntil":"2025-08-31""#, #""issuer":"某市""#] {
      let told = try divided(
        date,
        old: stated,
        new: #""inForceFrom":"2025-09-01","retroactiveFrom":"2025-03-01""#
      )
      #expect(told == ["old/1 \(old)", "p/nat \(new)"])
    }
  }

  @Test(arguments: [
    ("paid", "2025-05-05", "eligible 400,000.00", "not-applicable 0.00"),
    ("void", "2025-05-05", "not-applicable 0.00", "eligible 500,000.00"),
    // From the day of coming into force what the old version sealed was sealed wrongly.
    ("paid", "2025-09-01", "not-applicable 0.00", "eligible 500,000.00"),
  ])
  func `what the old version sealed before stands and is not paid again`(
    state: String,
    date: String,
    old: String,
    new: String
  ) throws {
    let sealed =
      #"{"kind":"award","id":"w","policy":"old","year":2025,"recipient":"e1","amountFen":40000000,"state":"\#(state)","clause":"old/1","claim":"old/1#r","facts":["r"],"object":"b1","level":"national","sealedOn":"2025-06-05"}"#
      + "\n"
    let told = try divided(
      date,
      old: #""issuer":"某市""#,
      new: #""inForceFrom":"2025-09-01","retroactiveFrom":"2025-03-01""#,
      more: sealed
    )
    #expect(told == ["old/1 \(old)", "p/nat \(new)"])
  }
}
