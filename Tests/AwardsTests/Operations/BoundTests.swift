import Awards
import JSONLines
import Ledger
import Portfolio
import Testing

/// What open claims may come to at most: only what can matter holds others back.
struct BoundTests {
  /// The outcome and yuan of a national title of 50 万元 beside a clause for others, only the highest being paid.
  private func beside(_ facts: String, _ clause: String, amount: String = "50万元") throws -> String {
    let round = try Sample(
      Sample.title("r", "nat", "2025-02-20") + facts,
      clauses: [
        #"{"number":"v",\#(clause)}"#,
        #"{"number":"n","operation":"fixed","arguments":{"scheme":"nat","amount":"\#(amount)"}}"#,
        #"{"number":"h","operation":"highestOnly","arguments":{"per":"enterprise"}}"#,
      ]
    ).round()
    let claim = try round.claim("n", "r")
    #expect(round.claims.contains { $0.outcome == .unknown })
    return "\(claim.outcome.rawValue) \(claim.amount.fen / 100)"
  }

  private static let title = Sample.title("r2", "prov", "2025-03-20")
  private static let shared = Sample.title(
    "r2",
    "prov",
    "2025-03-20",
    more: #","coHolders":["e2"]"#
  )
  private static let patent =
    #"{"kind":"patent","id":"p3","owners":["e1"],"status":"granted","type":"invention"}"# + "\n"

  @Test(
    arguments: [
      (
        Self.title,
        #""operation":"byBracket","arguments":{"scheme":"prov","figure":"tax","steps":[{"atLeast":"500万元","amount":"30万元"},{"amount":"10万元"}]}"#
      ),
      (
        Self.shared,
        #""operation":"rankTable","arguments":{"scheme":"prov","amounts":["30万元","10万元"]}"#
      ),
      (
        Self.title
          + #"{"kind":"award","id":"a","policy":"x","clause":"x/1","claim":"q","year":2025,"recipient":"e1","amountFen":100,"state":"paid","payer":"某地","sealedOn":"2025-06-10","facts":["r2"]}"#,
        #""operation":"topUpTo","arguments":{"scheme":"prov","standard":"30万元","payers":"provincial"}"#
      ),
      (
        Self.patent,
        #""operation":"bonusIfCount","arguments":{"facts":"patent","atLeast":1,"amount":"30万元"}"#
      ),
      (
        Self.patent,
        #""operation":"topN","arguments":{"facts":"patent","amounts":["30万元","5万元"]}"#
      ),
      (
        Self.patent,
        #""operation":"milestone","arguments":{"facts":"patent","steps":[{"count":1,"amount":"30万元"}]}"#
      ),
    ]
  )
  func `what is worth more than an open claim can be is paid`(facts: String, clause: String) throws
  {
    #expect(try beside(facts, clause) == "eligible 500000")
    #expect(try beside(facts, clause, amount: "30万元") == "eligible 300000")
    #expect(try beside(facts, clause, amount: "29万元") == "unknown 0")
  }

  @Test func `a bonus that so few cannot reach holds nothing back`() throws {
    let clause =
      #""operation":"bonusIfCount","arguments":{"facts":"patent","atLeast":10,"amount":"90万元"}"#
    #expect(try beside(Self.patent, clause, amount: "1万元") == "eligible 10000")
  }

  @Test func `a share of what an open claim may be worth decides nothing`() throws {
    let claim = try Sample.claim(
      "",
      #""operation":"byBracket","arguments":{"figure":"tax","steps":[{"amount":"0.01元"}]}"#,
      #""operation":"scaleFactor","arguments":{"rate":"50%"}"#
    )
    #expect(claim.outcome == .unknown)
  }
}
