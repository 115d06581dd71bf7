import Awards
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
}
