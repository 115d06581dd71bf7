import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Limits beside each other: each counts only what all of them leave.
struct SeveralLimitsTests {
  private static let value =
    #"{"number":"v","operation":"fixed","arguments":{"level":["national","provincial"],"amount":"8万元"}}"#
  private static let perYear =
    #"{"number":"y","operation":"capPerEnterprise","arguments":{"amount":"10万元"}}"#
  private static let perBrand =
    #"{"number":"b","operation":"capPer","arguments":{"limit":"4万元","subject":"object","period":"lifetime"}}"#

  /// What each claim comes to, whatever the order of the clauses.
  private func outcomes(_ records: String, _ value: String, _ limits: [String]) throws -> [String] {
    let rounds = try [limits, limits.reversed()].map { limits in
      try Sample(records, clauses: [value] + limits).round().summary
    }
    #expect(rounds[0] == rounds[1])
    return rounds[0].split(separator: "\n").map(String.init)
  }

  @Test func `what a brand does not get takes nothing of what an enterprise gets`() throws {
    let titles =
      Sample.title("r1", "nat", "2025-03-01") + Sample.title("r2", "nat", "2025-04-01", brand: "b3")
    #expect(
      try outcomes(titles, Self.value, [Self.perYear, Self.perBrand]) == [
        "p/v#r1 eligible 4000000", "p/v#r2 eligible 4000000",
      ]
    )
    let round = try Sample(titles, clauses: [Self.value, Self.perYear, Self.perBrand]).round()
    #expect(
      try round.claim("v", "r2").step("y").reason.en
        == "40,000.00 yuan are used of at most 100,000.00 yuan a year"
    )
  }

  @Test func `a chain of limits comes to rest at what each of them allows`() throws {
    // Of 100,000 the third brand gets what the first two, cut to 40,000 each, leave.
    let titles =
      Sample.title("r1", "nat", "2025-03-01") + Sample.title("r2", "prov", "2025-03-02")
      + Sample.title("r3", "nat", "2025-04-01", brand: "b3")
      + Sample.title("r4", "nat", "2025-05-01", brand: "b2")
    #expect(
      try outcomes(titles, Self.value, [Self.perYear, Self.perBrand]) == [
        "p/v#r1 eligible 4000000", "p/v#r2 not-eligible 0", "p/v#r3 eligible 4000000",
        "p/v#r4 eligible 2000000",
      ]
    )
  }

  @Test func `a title whose brand has had enough is no piece`() throws {
    let piece = #"{"number":"n","operation":"pieceCap","arguments":{"maximum":1}}"#
    let records =
      Sample.award("a", 2024, "national", yuan: 40_000, more: #","object":"b1""#)
      + Sample.title("r1", "nat", "2025-03-01")
      + Sample.title("r2", "nat", "2025-04-01", brand: "b3")
      + Sample.title("r3", "nat", "2025-05-01", brand: "b2")
    #expect(
      try outcomes(records, Self.value, [piece, Self.perBrand]) == [
        "p/v#r1 not-eligible 0", "p/v#r2 eligible 4000000", "p/v#r3 not-eligible 0",
      ]
    )
  }

  @Test func `pieces of which the days do not tell the first stay unknown`() throws {
    let piece = #"{"number":"n","operation":"pieceCap","arguments":{"maximum":1}}"#
    let records =
      Sample.award("a", 2024, "national", yuan: 40_000, more: #","object":"b1""#)
      + Sample.title("r1", "nat", "2025-03-01") + Sample.title("r2", "nat", "2025-04", brand: "b3")
      + Sample.title("r3", "nat", "2025-04-10", brand: "b2")
    #expect(
      try outcomes(records, Self.value, [piece, Self.perBrand]) == [
        "p/v#r1 not-eligible 0", "p/v#r2 unknown 0", "p/v#r3 unknown 0",
      ]
    )
  }

  @Test func `what an enterprise does not get takes nothing of what its group gets`() throws {
    let records =
      #"{"kind":"enterprise","id":"s","name":"子公司","group":"e1"}"# + "\n"
      + Sample.title("r1", "nat", "2025-03-01")
      + Sample.title("r2", "nat", "2025-04-01", holder: "s", brand: nil)
    let group =
      #"{"number":"g","operation":"capPer","arguments":{"limit":"9万元","subject":"group"}}"#
    let each = Self.perYear.replacing("10万元", with: "5万元")
    #expect(
      try outcomes(records, Self.value, [group, each]) == [
        "p/v#r1 eligible 5000000", "p/v#r2 eligible 4000000",
      ]
    )
  }

  @Test func `what a title lacks to be counted takes nothing of another limit`() throws {
    // Nothing tells the retained tax of e1 in 2024.
    let tax =
      #"{"number":"t","operation":"capPer","arguments":{"limit":{"figure":"retainedTax","year":"before"},"subject":"fact"}}"#
    let titles =
      Sample.title("r1", "nat", "2025-03-01")
      + Sample.title("r2", "nat", "2025-04-01", holder: "e2", brand: "b2")
      + #"{"kind":"enterprise","id":"e2","name":"乙公司","group":"e1"}"# + "\n"
      + #"{"kind":"enterprise-year","id":"e2/2024","enterprise":"e2","year":2024,"retainedTaxFen":9000000}"#
      + "\n"
    let group =
      #"{"number":"g","operation":"capPer","arguments":{"limit":"9万元","subject":"group"}}"#
    let base = Sample.base.split(separator: "\n").filter { !$0.contains(#""id":"e2""#) }
    let round = try Sample(
      titles,
      base: base.joined(separator: "\n"),
      clauses: [Self.value, group, tax]
    ).round()
    #expect(round.summary == "p/v#r1 unknown 0\np/v#r2 eligible 8000000")
  }

  @Test(arguments: [
    // A small and a large enterprise of 吕四, and one of 汇龙 whose size is not on record; each title is worth 8 万.
    (#""amount":"3万元","sizes":["micro","small"]"#, ["eligible 3", "eligible 8", "unknown 0"]),
    (#""amount":"9万元","sizes":["micro","small"]"#, ["eligible 8", "eligible 8", "eligible 8"]),
    (#""amount":"3万元","towns":"lusi""#, ["eligible 3", "eligible 3", "eligible 8"]),
    (
      #""amount":"3万元","sizes":"large","towns":"huilong""#,
      ["eligible 8", "eligible 8", "unknown 0"]
    ),
    (
      #""amount":"3万元","sizes":"large","towns":"lusi""#, ["eligible 8", "eligible 3", "eligible 8"]
    ),
  ])
  func `a limit for some sizes or towns leaves other enterprises alone`(
    limit: String,
    expected: [String]
  ) throws {
    let enterprises = #"""
      {"kind":"enterprise","id":"s","name":"甲公司","town":"lusi","size":"small"}
      {"kind":"enterprise","id":"l","name":"乙公司","town":"lusi","size":"large"}
      {"kind":"enterprise","id":"o","name":"丙公司","town":"huilong"}

      """#
    let titles =
      Sample.title("r1", "nat", "2025-03-01", holder: "s")
      + Sample.title("r2", "nat", "2025-04-01", holder: "l")
      + Sample.title("r3", "nat", "2025-05-01", holder: "o")
    let limit = #"{"number":"k","operation":"capPerEnterprise","arguments":{\#(limit)}}"#
    let round = try Sample(enterprises + titles, clauses: [Self.value, limit]).round()
    #expect(round.claims.map { "\($0.outcome.rawValue) \($0.amount.fen / 1_000_000)" } == expected)
    if let open = round.claims.first(where: { $0.outcome == .unknown }) {
      #expect(open.missing.map(\.field) == ["size"])
    }
  }
}
