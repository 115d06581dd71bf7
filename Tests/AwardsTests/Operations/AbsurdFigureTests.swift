import Awards
import JSONLines
import Ledger
import Portfolio
import Testing

/// Figures that nobody means: each is refused or an error, none stops the program.
struct AbsurdFigureTests {
  private static let loan =
    #"{"kind":"loan","id":"l","enterprise":"e1","contractOn":"2025-01-01","repaidOn":"2025-06-01","principalFen":9000000000000000000,"interestFen":10000000}"#

  private func interest(_ rate: String, _ share: String, _ more: String = "") throws -> Claim {
    try Sample.claim(
      "",
      #""operation":"rateBased","arguments":{"rates":[{"from":"2020-01-01","rate":"\#(rate)"}],"share":"\#(share)"\#(more)}"#,
      fact: Self.loan + "\n"
    )
  }

  private static let down = #","rounding":{"unit":"0.01元","direction":"down"}"#

  @Test(
    arguments: [
      ("9223372036854775782/9223372036854775783", "100%", #","basis":"365""#),
      ("1/9223372036854775783", "1/9223372036854775643", #","basis":"365""# + down),
    ]
  )
  func `a rate beyond what can be counted is an error`(
    rate: String,
    share: String,
    more: String
  ) throws {
    let error = #expect(throws: Diagnostics.self) { try interest(rate, share, more) }
    #expect(error?.list.first?.name == "award-overflow")
  }

  @Test func `large figures that cancel out are counted`() throws {
    let claim = try interest("1/9000000000000000000", "100%", Self.down)
    #expect(claim.amount == Money(fen: 1))
    let small = try interest(
      "1/9000000000000000000",
      "1/9000000000000000001",
      #","basis":"365""# + Self.down
    )
    #expect(small.outcome == .notEligible)
  }

  @Test func `an amount that is rounded up beyond 64 bits is an error`() throws {
    let error = #expect(throws: Diagnostics.self) {
      try Sample.claim(
        #"{"kind":"enterprise-year","id":"e1/2025","enterprise":"e1","year":2025,"taxFen":9223372036854775807}"#,
        #""operation":"lesserOf","arguments":{"amounts":[{"figure":"tax","rounding":{"unit":"1元","direction":"up"}}]}"#
      )
    }
    #expect(error?.list.first?.name == "award-overflow")
  }

  @Test(
    arguments: [
      (#""operation":"figureAtLeast","arguments":{"amount":"1元","withinYears":"#, 100),
      (#""operation":"minYearsOperating","arguments":{"years":"#, 100),
      (#""operation":"noIncident","arguments":{"years":"#, 100),
      (#""operation":"noIncident","arguments":{"months":"#, 1200),
      (#""operation":"withinOf","arguments":{"years":"#, 100),
      (#""operation":"withinOf","arguments":{"months":"#, 1200),
      (#""operation":"publication","arguments":{"days":"#, 3660),
      (#""operation":"payWithin","arguments":{"workingDays":"#, 3660),
      (#""operation":"clawback","arguments":{"reasons":"fraud","banYears":"#, 100),
    ]
  )
  func `years, months and days that no rule means are refused`(start: String, most: Int) throws {
    #expect(faults(start + "\(most)}") == [])
    #expect(faults(start + "\(most + 1)}") == ["bad-argument"])
  }

  @Test func `an instalment that could not be read back is refused`() throws {
    let start =
      #""operation":"instalments","arguments":{"steps":[{"ratio":"50%"},{"ratio":"50%","months":"#
    #expect(faults(start + "1200}]}") == [])
    #expect(faults(start + "1201}]}") == ["bad-argument"])
  }

  private func faults(_ clause: String) -> [String] {
    let text = #"""
      {"record":"policy","id":"p","name":"办法","inForceFrom":"2000-01-01"}
      {"record":"clause","number":"1","text":"…",\#(clause)}
      """#
    return PolicyFile.read(Array(text.utf8), fileName: "p.jsonl").diagnostics.map(\.name)
  }
}
