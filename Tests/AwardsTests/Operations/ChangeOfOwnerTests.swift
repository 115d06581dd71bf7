import Awards
import Ledger
import Portfolio
import Testing

/// Limits per object count what a former owner was paid.
struct ChangeOfOwnerTests {
  /// 3 万 for brand `b1`, paid in 2024 when it was the second enterprise's.
  private static let paid =
    Sample.award("a", 2024, "provincial", yuan: 30_000, recipient: "e2", more: #","object":"b1""#)

  private func amount(_ operation: String, _ arguments: String) throws -> Int64 {
    try Sample.claim(
      Self.paid,
      #""operation":"fixed","arguments":{"amount":"10万元"}"#,
      #""operation":"\#(operation)","arguments":{\#(arguments)}"#
    ).amount.fen / 1_000_000
  }

  @Test(arguments: [
    ("capPer", #""subject":"object","period":"lifetime","limit":"3万元""#, 0),
    ("capPer", #""subject":"object","period":"lifetime","limit":"8万元""#, 5),
    ("capPer", #""subject":"object","limit":"8万元""#, 8),
    ("capPer", #""subject":"enterprise","period":"lifetime","limit":"8万元""#, 8),
    ("onceEver", #""per":"object""#, 0), ("onceEver", #""per":"enterprise""#, 10),
    ("dedup", #""key":"brand""#, 0), ("dedup", #""key":"fact""#, 10),
  ])
  func `a brand that was paid for under another owner is not paid for again`(
    operation: String,
    arguments: String,
    wan: Int64
  ) throws {
    #expect(try amount(operation, arguments) == wan)
  }

  @Test func `a fact that was paid to another is one with itself`() throws {
    let paid =
      #"{"kind":"award","id":"w","policy":"p","year":2024,"recipient":"e2","amountFen":100,"state":"paid","clause":"p/x","claim":"p/x#r","facts":["r"],"sealedOn":"2024-12-01"}"#
    let claim = try Sample.claim(
      paid,
      #""operation":"fixed","arguments":{"amount":"10万元"}"#,
      #""operation":"dedup","arguments":{"key":"fact"}"#
    )
    #expect(claim.outcome == .notEligible)
  }

  @Test func `a mark that changed hands keeps what was paid for its first registration`() throws {
    let marks =
      #"{"kind":"trademark","id":"CN/1","office":"CN","number":"1","registeredOn":"2023-05-10","route":"domestic","owner":"e1","mark":"甲","status":"registered"}"#
      + "\n"
      + #"{"kind":"award","id":"w","policy":"p","year":2023,"recipient":"e2","amountFen":50000,"state":"paid","clause":"p/v","claim":"p/v#CN/1","facts":["CN/1"],"object":"CN/1","sealedOn":"2023-12-01"}"#
    let claim = try Sample.claim(
      marks,
      #""operation":"perRegistration","arguments":{"each":"500元","route":"domestic"}"#,
      #""operation":"dedup","arguments":{"key":"mark"}"#,
      fact:
        #"{"kind":"trademark","id":"CN/2","office":"CN","number":"2","registeredOn":"2025-05-10","route":"domestic","owner":"e1","mark":"甲","status":"registered"}"#
        + "\n"
    )
    #expect(claim.outcome == .notEligible)
  }
}
