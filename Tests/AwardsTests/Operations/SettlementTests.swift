import Awards
import JSONLines
import Ledger
import Portfolio
import Testing

/// Amounts that hang on each other until they fit.
struct SettlementTests {
  private func fen(_ pot: String) throws -> [Int64] {
    try Sample(
      Sample.title("r1", "prov", "2025-03-01") + Sample.title("r2", "nat", "2025-04-01"),
      clauses: [
        #"{"number":"1","operation":"fixed","arguments":{"level":"provincial","amount":"49万元"}}"#,
        #"{"number":"2","operation":"fixed","arguments":{"level":"national","amount":"50万元"}}"#,
        #"{"number":"3","operation":"upgrade","arguments":{"mode":"difference"}}"#,
        #"{"number":"4","operation":"pot","arguments":{"amount":"\#(pot)"}}"#,
      ]
    ).round().claims.map(\.amount.fen)
  }

  @Test func `a pot that comes to rest slowly is waited for`() throws {
    // After 143 rounds: 49.9 万元 × 49 万元 ÷ (49 万元 + 50 万元 - what the first gets).
    #expect(try fen("49.9万元") == [47_230_644, 2_669_356])
    // 50 万元 less what the first gets leave room for both.
    #expect(try fen("50万元") == [49_000_000, 1_000_000])
  }
}
