import Awards
import Ledger
import Testing

/// The first one of a holder, and who applied for what when.
struct FirstsTests {
  private func patent(_ id: String, _ type: String, _ office: String, _ day: String) -> String {
    #"{"kind":"patent","id":"\#(id)","type":"\#(type)","office":"\#(office)","owners":["e1"],"grantedOn":"\#(day)","status":"granted"}"#
      + "\n"
  }

  @Test(
    arguments: [
      (#""office":"CN","#, "um", true), (#""office":"CN","#, "cn", false),
      (#""office":"CN","type":"invention","#, "cn", true),
      (#""type":"invention","#, "cn", false), (#""office":"US","#, "us", true), ("", "us", true),
      ("", "um", false),
    ]
  )
  func `the first right is that of those the other filters name`(
    filters: String,
    id: String,
    isFirst: Bool
  ) throws {
    let records =
      patent("us", "invention", "US", "2025-01-01")
      + patent("um", "utility-model", "CN", "2025-02-01")
      + patent("cn", "invention", "CN", "2025-03-01")
    let sample = try Sample(
      records,
      clauses: [
        #"{"number":"v","operation":"fixed","arguments":{"facts":"patent",\#(filters)"firstForHolder":"yes","amount":"3000元"}}"#
      ]
    )
    #expect(try sample.round().claims.contains { $0.facts == [RecordID(id)] } == isFirst)
  }

  private static let window =
    #"{"number":"w","operation":"applicationWindow","arguments":{"from":"06-01","until":"12-31"}}"#
  private static let soon = #"{"number":"s","operation":"withinOf","arguments":{"months":6}}"#

  private func application(_ id: String, _ day: String) -> String {
    #"{"kind":"application","id":"\#(id)","enterprise":"e1","policy":"p","fact":"r","appliedOn":"\#(day)"}"#
      + "\n"
  }

  @Test(arguments: [
    (["2025-03-01", "2025-09-01"], Outcome.notEligible), (["2025-03-01", "2025-07-01"], .eligible),
    (["2025-09-01"], .notEligible),
  ])
  func `one application has to meet all clauses about it`(days: [String], outcome: Outcome) throws {
    let records =
      Sample.title("r", "nat", "2025-01-10")
      + days.enumerated().map { application("a\($0)", $1) }.joined()
    let round = try Sample(records, clauses: [Sample.nat, Self.window, Self.soon]).round()
    #expect(round.claims.map(\.outcome) == [outcome])
  }

  @Test func `what was promised to the next round is paid when the policy has ended`() throws {
    let late =
      #"{"number":"w","operation":"applicationWindow","arguments":{"from":"01-01","until":"10-31","late":"nextRound"}}"#
    let records =
      Sample.title("r", "nat", "2024-05-10") + Sample.title("s", "nat", "2025-05-10")
      + #"{"kind":"application","id":"a","enterprise":"e1","policy":"p","fact":"r","appliedOn":"2024-11-05"}"#
      + "\n"
    let sample = try Sample(
      records,
      clauses: [Sample.nat, late],
      policy: #""id":"p","name":"办法","inForceFrom":"2020-01-01","inForceUntil":"2024-12-31""#
    )
    #expect(try sample.round(2024).summary == "p/nat#r not-eligible 0")
    #expect(try sample.round(2025).summary == "p/nat#r eligible 50000000")
    #expect(try sample.round(2026).claims.isEmpty)
    let snapshot = sample.snapshot
    let open = try Round(year: 2025, book: PolicyBook(snapshot), snapshot: snapshot)
    #expect(open.policies == ["p"])
  }

  @Test(arguments: [
    (
      #"{"kind":"enterprise-year","id":"n/2025","enterprise":"n","year":2025,"taxFen":5000000000}"#,
      Outcome.eligible
    ),
    (
      #"{"kind":"enterprise-year","id":"n/2025","enterprise":"n","year":2025,"taxFen":4999999999}"#,
      .notEligible
    ),
    ("", .unknown),
  ])
  func `a year that is to come may still suffice`(last: String, outcome: Outcome) throws {
    let records =
      #"""
      {"kind":"enterprise","id":"n","name":"新公司","registeredOn":"2023-05-01"}
      {"kind":"enterprise-year","id":"n/2023","enterprise":"n","year":2023,"taxFen":1}
      {"kind":"enterprise-year","id":"n/2024","enterprise":"n","year":2024,"taxFen":1}

      """# + (last.isEmpty ? "" : last + "\n") + Sample.title("r", "nat", "2024-05-10", holder: "n")
    let figure =
      #"{"number":"f","operation":"figureAtLeast","arguments":{"figure":"tax","amount":"5000万元","withinYears":3}}"#
    let round = try Sample(records, clauses: [Sample.nat, figure]).round(2024)
    #expect(round.claims.map(\.outcome) == [outcome])
  }
}
