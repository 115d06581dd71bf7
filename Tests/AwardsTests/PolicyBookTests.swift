import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct PolicyBookTests {
  private func book(_ records: String) throws -> (PolicyBook, Snapshot) {
    let snapshot = Snapshot(
      Kinds.catalog,
      drafts: try Sample.drafts(Sample.base) + Sample.drafts(records)
    )
    return (try PolicyBook(snapshot), snapshot)
  }

  private static let policy =
    #"{"kind":"policy","id":"p","name":"办法","inForceFrom":"2024-01-01"}"# + "\n"

  @Test func `a policy with errors is not computed, and says why`() throws {
    let (book, snapshot) = try book(
      Self.policy
        + #"{"kind":"clause","id":"c","policy":"p","number":"1","operation":"fixed","text":"…","arguments":{"amount":1}}"#
    )
    #expect(book.policies.isEmpty)
    #expect(book.findings.map(\.name) == ["bad-argument"])
    for policies in [nil, [RecordID("p")]] {
      let error = #expect(throws: Diagnostics.self) {
        try Round(year: 2025, policies: policies, book: book, snapshot: snapshot)
      }
      #expect(error?.list.map(\.name) == ["bad-argument"])
    }
    #expect(try Round(year: 2023, book: book, snapshot: snapshot).claims.isEmpty)
  }

  @Test func `a policy that does not exist is refused with the nearest name`() throws {
    let (book, snapshot) = try book(Self.policy.replacing(#""p""#, with: #""example-2024""#))
    let error = #expect(throws: Diagnostics.self) {
      try Round(year: 2025, policies: ["exmple-2024"], book: book, snapshot: snapshot)
    }
    #expect(error?.list.first?.name == "unknown-policy")
    #expect(error?.list.first?.help?.en.hasPrefix("did you mean 'example-2024'?") == true)
  }

  @Test func `a scheme that the ledger does not know is a warning`() throws {
    let (book, _) = try book(
      Self.policy
        + #"{"kind":"clause","id":"c","policy":"p","number":"1","operation":"fixed","text":"…","arguments":{"amount":"1元","scheme":["nat","natt"]}}"#
    )
    #expect(book.findings.map(\.name) == ["unknown-scheme"])
    #expect(book.findings.first?.severity == .warning)
    #expect(book.policies == ["p"])
  }

  @Test(arguments: [
    ("国家级", "that is its name: write the id, 'nat'"), ("natt", "did you mean 'nat'?"),
  ])
  func `a scheme that is named is told with its id`(name: String, help: String) throws {
    let (book, _) = try book(
      Self.policy
        + #"{"kind":"clause","id":"c","policy":"p","number":"1","operation":"fixed","text":"…","arguments":{"amount":"1元","scheme":"\#(name)"}}"#
    )
    #expect(book.findings.map(\.help?.en) == [help])
  }

  private static let clauses = [Sample.nat]

  @Test(
    arguments: [
      ("2024-05-31", [Outcome.notApplicable]), ("2024-06-01", [.eligible]),
      ("2024-09-30", [.eligible]),
      ("2024-10-01", [.notApplicable]), ("2024-06", [.eligible]), ("2024-05", [.notApplicable]),
      ("2024", [.unknown]),
    ] as [(String, [Outcome])]
  )
  func `a policy holds for facts of its own days`(day: String, outcomes: [Outcome]) throws {
    let sample = try Sample(
      Sample.title("r", "nat", day),
      clauses: Self.clauses,
      policy: #""id":"p","name":"n","inForceFrom":"2024-06-01","inForceUntil":"2024-09-30""#
    )
    #expect(try sample.round(2024).claims.map(\.outcome) == outcomes)
  }

  @Test(arguments: [
    #""inForceUntil":"2024-12-31""#, #""repealedOn":"2025-01-01""#, #""inForceUntil":"2024""#,
  ])
  func `a policy that holds on no day of the round gives no claims`(end: String) throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-03-01") + Sample.title("s", "nat", "2024-03-01"),
      clauses: Self.clauses,
      policy: #""id":"p","name":"n","inForceFrom":"2024-01-01",\#(end)"#
    )
    #expect(try sample.round(2025).claims.isEmpty)
    #expect(try sample.round(2024).claims.map(\.outcome) == [.eligible])
  }

  @Test func `a policy ends on the day before the one that replaces it`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-30") + Sample.title("r2", "nat", "2025-07-01")
        + #"{"kind":"policy","id":"q","name":"新办法","inForceFrom":"2025-07-01","replaces":["p"]}"#
        + "\n"
        + #"{"kind":"clause","id":"q/1","policy":"q","number":"1","operation":"fixed","text":"…","arguments":{"scheme":"nat","amount":"7元"}}"#,
      clauses: Self.clauses
    )
    let snapshot = sample.snapshot
    let round = try Round(year: 2025, book: try PolicyBook(snapshot), snapshot: snapshot)
    #expect(
      round.summary == """
        p/nat#r1 eligible 50000000
        p/nat#r2 not-applicable 0
        q/1#r1 not-applicable 0
        q/1#r2 eligible 700
        """
    )
    #expect(round.policies == ["p", "q"])
  }

  @Test(arguments: [
    (#"{"from":"07-01","until":"06-30"}"#, "2025-06-30", false),
    (#"{"from":"07-01","until":"06-30"}"#, "2025-07-01", true),
    (#"{"from":"07-01","until":"06-30"}"#, "2026-06-30", true),
    (#"{"from":"07-01","until":"06-30"}"#, "2026-07-01", false),
    (#"{"yearOffset":-1}"#, "2024-12-31", true),
    (#"{"yearOffset":-1}"#, "2025-01-01", false),
    (#"{"until":"02-29"}"#, "2025-02-28", true),
    (#"{"until":"02-29"}"#, "2025-03-01", false),
  ])
  func `the window says the facts of which days a round pays`(
    window: String,
    day: String,
    isPaid: Bool
  ) throws {
    let sample = try Sample(
      Sample.title("r", "nat", day),
      clauses: Self.clauses,
      policy: #""id":"p","name":"n","inForceFrom":"2000-01-01","window":\#(window)"#
    )
    let round = try sample.round(2025)
    #expect(round.claims.isEmpty != isPaid)
  }

  @Test func `the order of clauses is theirs, not that of the file`() throws {
    let first =
      #"{"number":"k1","operation":"capPerEnterprise","order":2,"arguments":{"amount":"3元"}}"#
    let second =
      #"{"number":"k2","operation":"capPerEnterprise","order":1,"arguments":{"amount":"5元"}}"#
    let sample = try Sample(
      Sample.title("r", "nat", "2025-01-01"),
      clauses: [Sample.nat, first, second]
    )
    let claim = try sample.round().claim("nat", "r")
    #expect(claim.trace.map(\.clause).suffix(2) == ["p/k2", "p/k1"])
    #expect(claim.amount == Money(fen: 300))
  }
}
