import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct PaymentTests {
  private func claim(_ amount: String, _ clauses: String..., records: String = "") throws -> Claim {
    let sample = try Sample(
      (records.isEmpty ? Sample.title("r", "nat", "2025-01-01") : records),
      clauses: [
        #"{"number":"v","operation":"fixed","arguments":{\#(records.isEmpty ? #""scheme":"nat""# : #""facts":"patent""#),"amount":"\#(amount)"}}"#
      ] + clauses
    )
    return try #require(try sample.round().claims.first)
  }

  private static let instalments =
    #"{"number":"i","operation":"instalments","arguments":{"steps":[{"ratio":"60%"},{"ratio":"40%","condition":"年度考核合格","months":12}]}}"#

  @Test(
    arguments: [
      ("5万元", [3_000_000, 2_000_000]), ("0.01元", [0, 1]), ("0.02元", [1, 1]), ("0.03元", [1, 2]),
      ("0.05元", [3, 2]),
    ] as [(String, [Int64])]
  )
  func `instalments add up, the last takes what is left`(amount: String, fen: [Int64]) throws {
    let parts = try claim(amount, Self.instalments).parts
    #expect(parts.map(\.amount.fen) == fen)
    #expect(parts.map(\.condition) == [nil, "年度考核合格"])
    #expect(parts.map(\.dueMonths) == [nil, 12])
    #expect(parts.map(\.recipient) == ["e1", "e1"])
  }

  @Test func `a split comes before instalments, and its first payee takes what is left`() throws {
    let split =
      #"{"number":"s","operation":"split","arguments":{"shares":[{"payee":"holder","ratio":"1/3"},{"payee":"团队","ratio":"1/3"},{"payee":"镇","recipient":"e2","ratio":"1/3"}],"unit":"1元"}}"#
    let parts = try claim("101元", split).parts
    #expect(parts.map(\.amount.fen) == [3_500, 3_300, 3_300])
    #expect(parts.map(\.recipient) == ["e1", nil, "e2"])
    #expect(parts.map(\.payee) == ["甲公司", "团队", "镇"])
    let both = try claim("101元", split, Self.instalments).parts
    #expect(both.map(\.amount.fen) == [2_100, 1_400, 1_980, 1_320, 1_980, 1_320])
  }

  @Test(arguments: [
    #"{"number":"j","operation":"instalments","arguments":{"steps":[{"ratio":"50%"},{"ratio":"50%"}]}}"#,
    #"{"number":"j","operation":"split","arguments":{"shares":[{"payee":"holder","ratio":"100%"}]}}"#,
  ])
  func `what two clauses divide is undecided, whatever the first one makes of it`(clause: String)
    throws
  {
    #expect(try claim("5万元", clause).outcome == .eligible)
    #expect(
      try claim("5万元", clause, clause.replacing(#""j""#, with: #""k""#)).outcome == .undecided
    )
  }

  @Test func `who is not on record is not sealed`() throws {
    let share =
      #"{"number":"d","operation":"percentOfTotal","arguments":{"of":["nat"],"rate":"10%","recipient":"nobody"}}"#
    let sample = try Sample(Sample.title("r", "nat", "2025-01-01"), clauses: [Sample.nat, share])
    let round = try sample.round()
    do {
      _ = try round.seal(round.unsealed, on: day("2026-01-05")) { SHA256.hash($0) }
      Issue.record("it was sealed")
    } catch let faults as Diagnostics {
      #expect(faults.list.map(\.name) == ["unknown-payee"])
    }
    // The others are sealed all the same, with a warning.
    let sealable = try round.sealable(on: day("2026-01-05"))
    #expect(sealable.map(\.facts) == [["r"]])
    let drafts = try round.seal(sealable, on: day("2026-01-05")) { SHA256.hash($0) }
    #expect(drafts.count == 1)
    let cautions = try round.cautions()
    #expect(cautions.map(\.name) == ["unknown-payee"])
    #expect(cautions.map(\.severity) == [.warning])
  }

  @Test func `a loan is paid for when it was signed, or when it was repaid`() throws {
    let loan =
      #"{"kind":"loan","id":"l","enterprise":"e1","contractOn":"2024-05-10","repaidOn":"2025-05-09","principalFen":10000000,"interestFen":450000}"#
      + "\n"
    func paid(_ facts: String) throws -> [Money] {
      let clause =
        #"{"number":"v","operation":"percentOf","arguments":{"facts":"\#(facts)","figure":"interest","rate":"50%"}}"#
      return try Sample(loan, clauses: [clause]).round().claims
        .filter { $0.outcome == .eligible }.map(\.amount)
    }
    #expect(try paid("loan") == [])
    #expect(try paid("repayment") == [Money(fen: 225_000)])
  }

  @Test func `interest is reckoned from the contract's day, whenever the loan is paid for`() throws
  {
    let loan =
      #"{"kind":"loan","id":"l","enterprise":"e1","contractOn":"2024-07-01","repaidOn":"2025-06-26","principalFen":100000000,"interestFen":9000000}"#
      + "\n"
    // 360 days at half of 4 %, the rate of 2024: 20,000 yuan.
    let clause =
      #"{"number":"v","operation":"rateBased","arguments":{"facts":"repayment","rates":[{"from":"2024-01-01","rate":"4%"},{"from":"2025-01-01","rate":"2%"}],"share":"50%","basis":"360"}}"#
    let claims = try Sample(loan, clauses: [clause]).round().claims
    #expect(claims.map(\.amount) == [Money(fen: 2_000_000)])
  }

  @Test(arguments: ["59%", "61%", "3/5"])
  func `instalments that do not make the whole are refused`(rate: String) throws {
    let json = try JSONValue(
      parsing: #"{"steps":[{"ratio":"\#(rate)"},{"ratio":"40%"}]}"#
    )
    let (faults, _) = try #require(Operations.trial("instalments", json))
    #expect(faults.isEmpty == (rate == "3/5"))
  }

  @Test(arguments: [
    ("person", "person", Outcome.eligible), ("person", "company", .notEligible),
    ("association", "association", .eligible), ("unit", "company", .eligible),
    ("unit", "person", .notEligible),
  ])
  func `the holder must be what the clause pays`(
    payee: String,
    type: String,
    outcome: Outcome
  ) throws {
    let sample = try Sample(
      #"{"kind":"enterprise","id":"x","name":"丁","type":"\#(type)"}"# + "\n"
        + Sample.title("r", "nat", "2025-05-10", holder: "x"),
      clauses: [
        Sample.nat, #"{"number":"t","operation":"payTo","arguments":{"payee":"\#(payee)"}}"#,
      ]
    )
    #expect(try sample.round().claim("nat", "r").outcome == outcome)
  }

  @Test func `inventors are paid through the holder`() throws {
    let patent =
      #"{"kind":"patent","id":"q","type":"invention","owners":["e1"],"grantedOn":"2025-01-01","status":"granted","inventors":["张三","李四"]}"#
    func clause(_ payee: String) -> String {
      #"{"number":"t","operation":"payTo","arguments":{"payee":"\#(payee)"}}"#
    }
    let first = try claim("5万元", clause("firstInventor"), records: patent)
    #expect(first.parts.map(\.payee) == ["张三"])
    #expect(first.recipient == "e1")
    #expect(try claim("5万元", clause("team"), records: patent).parts[0].payee == "张三、李四")
    let unnamed = patent.replacing(#","inventors":["张三","李四"]"#, with: "")
    #expect(try claim("5万元", clause("team"), records: unnamed).outcome == .unknown)
  }

  @Test func `an organiser is named by the clause`() throws {
    let claim = try claim(
      "5万元",
      #"{"number":"t","operation":"payTo","arguments":{"payee":"organiser","recipient":"e2"}}"#
    )
    #expect(claim.recipient == "e2")
    #expect(claim.applicant == "e1")
    let (faults, _) = try #require(
      Operations.trial("payTo", try JSONValue(parsing: #"{"payee":"organiser"}"#))
    )
    #expect(faults.count == 1)
  }

  @Test func `the procedure of a clause is gathered from those that govern it`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-01-01"),
      clauses: [
        Sample.nat, Sample.prov,
        #"{"number":"a","operation":"preCheckBy","arguments":{"office":"市场局"}}"#,
        #"{"number":"b","operation":"publication","arguments":{"days":5}}"#,
        #"{"number":"c","operation":"approveBy","arguments":{"office":"市政府"}}"#,
        #"{"number":"d","operation":"payWithin","for":["nat"],"arguments":{"workingDays":3}}"#,
        #"{"number":"e","operation":"payAs","for":["prov"],"arguments":{"form":"voucher","use":"服务"}}"#,
        #"{"number":"f","operation":"clawback","arguments":{"reasons":["fraud","revoked-title"],"banYears":3}}"#,
      ]
    )
    let snapshot = sample.snapshot
    let book = try PolicyBook(snapshot)
    let procedure = try #require(book.procedure(of: "p", clause: "p/nat"))
    #expect(procedure.checkedBy == "市场局")
    #expect(procedure.publication?.days == 5)
    #expect(procedure.publication?.areWorkingDays == true)
    #expect(procedure.approvedBy == "市政府")
    #expect(procedure.payWithin == 3)
    #expect(!procedure.isVoucher)
    #expect(procedure.clawbacks.map(\.reason) == [.fraud, .revokedTitle])
    #expect(procedure.clawbacks.map(\.banYears) == [3, 3])
    #expect(procedure.clawbacks.map(\.clause) == ["p/f", "p/f"])
    #expect(procedure.clauses == ["p/a", "p/b", "p/c", "p/d", "p/f"])
    #expect(book.procedure(of: "p", clause: "p/prov")?.use == "服务")
    #expect(book.procedure(of: "p", clause: "p/a") == nil)
    #expect(try sample.round().claims[0].trace.map(\.clause).contains("p/d"))
  }
}
