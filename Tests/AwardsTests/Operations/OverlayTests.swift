import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// A rule of the state over a local policy: the notice of 2021 on patent subsidies.
struct OverlayTests {
  private static let state = #"""
    {"kind":"policy","id":"state","name":"国家规定","inForceFrom":"2021-01-27","payer":"national","overrides":["provincial","municipal","county"]}
    {"kind":"clause","id":"state/1","policy":"state","number":"1","text":"…","operation":"overlaySwitch","arguments":{"facts":"expense","category":["filing","annuity","agency"],"from":"2021-07-01"}}
    {"kind":"clause","id":"state/2","policy":"state","number":"2","text":"…","operation":"capAcrossLevels","arguments":{"right":"patent","rate":"50%"}}
    {"kind":"clause","id":"state/3","policy":"state","number":"3","text":"…","operation":"overlaySwitch","arguments":{"facts":"patent","from":"2025-01-01"}}

    """#

  private func claims(_ records: String, year: Int, payer: String? = "county") throws -> [Claim] {
    let payer = payer.map { #","payer":"\#($0)""# } ?? ""
    let sample = try Sample(
      Self.state + records,
      clauses: [
        #"{"number":"g","operation":"fixed","arguments":{"facts":"patent","amount":"1000元"}}"#,
        #"{"number":"f","operation":"percentOf","arguments":{"facts":"expense","rate":"100%"}}"#,
      ],
      policy: #""id":"p","name":"n","inForceFrom":"2000-01-01"\#(payer)"#
    )
    return try sample.round(year).claims
  }

  private func patent(_ day: String) -> String {
    #"{"kind":"patent","id":"pat","type":"invention","owners":["e1"],"grantedOn":"\#(day)","status":"granted"}"#
      + "\n"
  }

  private func fee(
    _ day: String,
    _ category: String = "registration",
    _ fen: Int = 100_000,
    official: Bool = true
  ) -> String {
    #"{"kind":"expense","id":"x-\#(day)-\#(category)","enterprise":"e1","paidOn":"\#(day)","category":"\#(category)","amountFen":\#(fen),"patent":"pat","official":\#(official)}"#
      + "\n"
  }

  @Test(arguments: [
    ("2021-06-30", Outcome.eligible), ("2021-07-01", .notEligible), ("2021-07-02", .notEligible),
    ("2021-06", .eligible), ("2021-07", .notEligible), ("2021", .unknown),
  ])
  func `filing costs are paid until the day before the switch`(
    day: String,
    outcome: Outcome
  ) throws {
    let claims = try claims(fee(day, "filing"), year: 2021)
    #expect(claims.map(\.outcome) == [outcome])
    #expect(try self.claims(fee(day, "registration"), year: 2021)[0].outcome == .eligible)
    // A year of which only some days lie behind the rule's first day leaves open whether fees are capped.
    let capped = try self.claims(patent("2020-05-01") + fee(day, "registration"), year: 2021)[0]
    #expect(capped.outcome == (day == "2021" ? .unknown : .eligible))
    #expect(capped.amount.fen == (day == "2021" ? 0 : 50_000))
  }

  @Test func `a rule of the state about other facts leaves those of unknown days as they are`()
    throws
  {
    let claim = try Sample.claim(
      #"""
      {"kind":"policy","id":"nat","name":"国家规定","payer":"national","inForceFrom":"2025-02-01","overrides":["municipal"]}
      {"kind":"clause","id":"nat/1","policy":"nat","number":"1","text":"…","operation":"overlaySwitch","arguments":{"facts":"patent"}}
      {"kind":"clause","id":"nat/2","policy":"nat","number":"2","text":"…","operation":"publication","arguments":{"days":5}}
      {"kind":"clause","id":"nat/3","policy":"nat","number":"3","text":"…","operation":"statusOperating","arguments":{}}
      """# + "\n",
      #""operation":"fixed","arguments":{"amount":"1万元"}"#,
      fact: Sample.title("r", "prov", "2025")
    )
    #expect(claim.outcome == .eligible)
    #expect(claim.amount.fen == 1_000_000)
  }

  @Test(arguments: [
    ("2024-12-31", 2024, Outcome.eligible), ("2025-01-01", 2025, .notEligible),
    ("2025-01-02", 2025, .notEligible),
  ])
  func `grants are paid until the end of 2024`(day: String, year: Int, outcome: Outcome) throws {
    let claims = try claims(patent(day) + fee("2020-05-01"), year: year)
    #expect(claims.map(\.outcome) == [outcome])
    #expect(claims[0].trace.contains { $0.clause == "state/3" })
  }

  @Test(
    arguments: [
      (199_999, 99_999), (200_000, 100_000), (200_001, 100_000), (2, 1),
    ] as [(Int, Int64)]
  )
  func `all payers together give at most half of the official fees`(fees: Int, fen: Int64) throws {
    let records = patent("2023-05-01") + fee("2020-05-01", "filing", fees)
    #expect(try claims(records, year: 2023)[0].amount.fen == fen)
    #expect(
      try claims(records + fee("2020-05-02", "agency", 900_000, official: false), year: 2023)[0]
        .amount.fen == fen
    )
  }

  @Test(
    arguments: [
      (59_999, 40_001), (99_999, 1), (100_000, 0), (100_001, 0),
    ] as [(Int, Int64)]
  )
  func `what the province paid counts first`(paid: Int, fen: Int64) throws {
    let upper =
      #"{"kind":"award","id":"up","policy":"other","year":2023,"recipient":"e1","amountFen":\#(paid),"state":"paid","clause":"o","claim":"o","facts":["pat"],"object":"pat","payer":"provincial"}"#
      + "\n"
    let records = patent("2023-05-01") + fee("2020-05-01", "filing", 200_000) + upper
    let claim = try claims(records, year: 2023)[0]
    #expect(claim.amount.fen == fen)
    #expect(claim.outcome == (fen > 0 ? .eligible : .notEligible))
  }

  @Test func `without vouchers the fees are not known`() throws {
    let claim = try claims(patent("2023-05-01"), year: 2023)[0]
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map(\.field) == ["officialFees"])
  }

  @Test func `it governs local policies from its first day on, and no others`() throws {
    #expect(try claims(patent("2021-01-26"), year: 2021).map(\.outcome) == [.eligible])
    #expect(try claims(patent("2021-01-27"), year: 2021).map(\.outcome) == [.unknown])
    #expect(try claims(patent("2021-01-27"), year: 2021, payer: nil).map(\.outcome) == [.unknown])
    #expect(
      try claims(patent("2021-01-27"), year: 2021, payer: "national").map(\.outcome) == [.eligible]
    )
  }

  @Test func `an overriding policy with errors stops those that it governs`() throws {
    let sample = try Sample(
      Self.state.replacing(#""rate":"50%""#, with: #""rate":"150%""#),
      clauses: [Sample.nat],
      policy: #""id":"p","name":"n","inForceFrom":"2000-01-01","payer":"county""#
    )
    let error = #expect(throws: Diagnostics.self) { try sample.round() }
    #expect(error?.list.map(\.name) == ["bad-argument"])
  }

  @Test func `a policy that reaches back pays facts from before its day`() throws {
    func outcome(_ day: String) throws -> Outcome? {
      try Sample(
        Sample.title("r", "nat", day),
        clauses: [Sample.nat],
        policy: #""id":"p","name":"n","inForceFrom":"2025-06-01","retroactiveFrom":"2025-01-01""#
      ).round(Int(day.prefix(4)) ?? 0).claims.first?.outcome
    }
    #expect(try outcome("2024-12-31") == nil)
    #expect(try outcome("2025-01-01") == .eligible)
    #expect(try outcome("2025-05-31") == .eligible)
  }

  @Test(arguments: [("2025-03-10", Outcome.unknown), ("2025-03-11", .eligible)])
  func `outside its days a switch forbids nothing, whatever the fact may be`(
    day: String,
    outcome: Outcome
  ) throws {
    let claim = try Sample.claim(
      #"{"kind":"scheme","id":"untold","name":"荣誉"}"# + "\n",
      #""operation":"fixed","arguments":{"scheme":"untold","amount":"1元"}"#,
      #""operation":"overlaySwitch","arguments":{"level":"national","until":"2025-03-10"}"#,
      fact: Sample.title("r", "untold", day)
    )
    #expect(claim.outcome == outcome)
  }

  @Test func `a day that is known by year takes no other's place under an overriding limit`() throws
  {
    let state =
      #"{"kind":"policy","id":"state","name":"国家规定","inForceFrom":"2025-02-01","overrides":["county"]}"#
      + "\n"
      + #"{"kind":"clause","id":"state/s","policy":"state","number":"s","operation":"capPerEnterprise","arguments":{"amount":"50万元"},"text":"…"}"#
      + "\n"
    let sample = try Sample(
      Sample.title("r1", "nat", "2025") + Sample.title("r2", "nat", "2025-03-01") + state,
      clauses: [Sample.nat]
    )
    let round = try Round(
      year: 2025,
      policies: ["p"],
      book: PolicyBook(sample.snapshot),
      snapshot: sample.snapshot
    )
    #expect(try round.claim("nat", "r1").outcome == .unknown)
    #expect(try round.claim("nat", "r2").amount == Money(fen: 50_000_000))
  }
}
