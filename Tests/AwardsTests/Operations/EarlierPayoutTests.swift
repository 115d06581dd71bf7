import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Which earlier payouts count: by clause under the policy itself, by fact under the one that it replaced.
struct EarlierPayoutTests {
  private static let old = #"""
    {"kind":"policy","id":"old","name":"旧办法","inForceFrom":"1990-01-01","inForceUntil":"1999-12-31"}
    {"kind":"clause","id":"old/甲","policy":"old","number":"甲","operation":"fixed","arguments":{"amount":"1元"},"text":"…"}
    {"kind":"clause","id":"old/nat","policy":"old","number":"nat","operation":"fixed","arguments":{"amount":"1元"},"text":"…"}

    """#

  private func paid(
    _ clause: String,
    fact: String,
    yuan: Int = 100_000,
    level: String = "national",
    year: Int = 2025,
    object: String = "b1"
  ) -> String {
    let policy = clause.split(separator: "/")[0]
    return
      #"{"kind":"award","id":"w","policy":"\#(policy)","year":\#(year),"recipient":"e1","amountFen":\#(yuan * 100),"state":"paid","clause":"\#(clause)","claim":"\#(clause)#\#(fact)","facts":["\#(fact)"],"object":"\#(object)","level":"\#(level)","sealedOn":"2025-01-05"}"#
      + "\n"
  }

  private func claim(_ rule: String, _ records: String) throws -> Claim {
    let sample = try Sample(
      Self.old + records + Sample.title("r", "nat", "2025-05-10")
        + Sample.title("n0", "nat", "1998-05-10") + Sample.title("p0", "prov", "1998-05-10"),
      clauses: [Sample.nat, Sample.prov, rule],
      policy: #""id":"p","name":"办法","inForceFrom":"2000-01-01","replaces":["old"]"#
    )
    return try sample.round().claim("nat", "r")
  }

  private static let cap =
    #"{"number":"k","operation":"capPerEnterprise","for":["nat"],"arguments":{"amount":"55万元"}}"#

  @Test(arguments: [
    // The fact tells what a clause of the old policy was about.
    ("old/甲", "n0", 450_000), ("old/甲", "p0", 500_000), ("old/nat", "p0", 500_000),
    // Without the fact the clause's number does.
    ("old/nat", "gone", 450_000), ("old/甲", "gone", 500_000),
    // Under the policy itself the clause does.
    ("p/nat", "p0", 450_000), ("p/prov", "n0", 500_000),
    // Of another policy that was not replaced nothing counts.
    ("other/nat", "n0", 500_000),
  ])
  func `a cap for some clauses counts what was paid for the same under a replaced policy`(
    clause: String,
    fact: String,
    yuan: Int64
  ) throws {
    let claim = try claim(Self.cap, paid(clause, fact: fact))
    #expect(claim.amount == Money(fen: yuan * 100))
  }

  private static let rules = [
    #"{"number":"k","operation":"capPer","for":["nat"],"arguments":{"limit":"10万元","period":"lifetime"}}"#,
    #"{"number":"k","operation":"pieceCap","for":["nat"],"arguments":{"maximum":1}}"#,
    #"{"number":"k","operation":"onceEver","for":["nat"]}"#,
    #"{"number":"k","operation":"oncePerLevel","for":["nat"]}"#,
    #"{"number":"k","operation":"pot","for":["nat"],"arguments":{"amount":"10万元"}}"#,
    #"{"number":"k","operation":"quota","for":["nat"],"arguments":{"maximum":1}}"#,
    #"{"number":"k","operation":"highestOnly","for":["nat"],"arguments":{"per":"brand","by":"level"}}"#,
    #"{"number":"k","operation":"upgrade","for":["nat"],"arguments":{"mode":"deductPaid"}}"#,
  ]

  @Test(arguments: rules)
  func `every limit looks at what was paid for the clauses that it names, and at nothing else`(
    rule: String
  ) throws {
    let same = try claim(rule, paid("old/甲", fact: "n0", yuan: 500_000))
    let other = try claim(rule, paid("old/甲", fact: "p0", yuan: 500_000))
    #expect(same.outcome == .notEligible)
    #expect(other.outcome == .eligible)
    // A pot and a cap of ten thousand cut the claim itself, the others pay it in full.
    let isCut = rule.contains("10万元")
    #expect(other.amount == Money(fen: isCut ? 10_000_000 : 50_000_000))
  }

  @Test func `a renewal is paid only if never paid for by the clauses that it names`() throws {
    let rule =
      #"{"number":"k","operation":"renewal","for":["nat"],"arguments":{"mode":"ifNeverPaid"}}"#
    for (fact, outcome) in [("n0", Outcome.notEligible), ("p0", .eligible)] {
      let sample = try Sample(
        Self.old + paid("old/甲", fact: fact)
          + Sample.title("r", "nat", "2025-05-10", event: "renewal")
          + Sample.title("n0", "nat", "1998-05-10") + Sample.title("p0", "prov", "1998-05-10"),
        clauses: [Sample.nat, rule],
        policy: #""id":"p","name":"办法","inForceFrom":"2000-01-01","replaces":["old"]"#
      )
      #expect(try sample.round().claim("nat", "r").outcome == outcome)
    }
  }

  /// 海沧: each tier of trade marks and brands once; the quality prize is another matter.
  @Test func `once for each tier leaves out payouts of clauses that it does not name`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10") + paid("p/nat2", fact: "n0", year: 2024),
      clauses: [
        Sample.nat, Sample.nat2, #"{"number":"k","operation":"oncePerLevel","for":["nat"]}"#,
      ]
    )
    #expect(try sample.round().claim("nat", "r").outcome == .eligible)
    let all = try Sample(
      Sample.title("r", "nat", "2025-05-10") + paid("p/nat2", fact: "n0", year: 2024),
      clauses: [Sample.nat, Sample.nat2, #"{"number":"k","operation":"oncePerLevel"}"#]
    )
    #expect(try all.round().claim("nat", "r").outcome == .notEligible)
  }

  @Test func `a country that a replaced policy paid for is not paid again`() throws {
    let mark =
      #"{"kind":"trademark","id":"WO/1","office":"WO","number":"1","registeredOn":"2025-05-10","route":"madrid","owner":"e1","mark":"甲","designations":["US","JP"]}"#
      + "\n"
      + #"{"kind":"trademark","id":"WO/0","office":"WO","number":"0","registeredOn":"1998-05-10","route":"madrid","owner":"e1","mark":"甲","designations":["US"]}"#
      + "\n"
    let sample = try Sample(
      Self.old + mark + paid("old/甲", fact: "WO/0", yuan: 2000),
      clauses: [#"{"number":"c","operation":"perCountry","arguments":{"each":"2000元"}}"#],
      policy: #""id":"p","name":"办法","inForceFrom":"2000-01-01","replaces":["old"]"#
    )
    #expect(try sample.round().claim("c", "WO/1").amount == Money(fen: 200_000))
  }

  @Test(arguments: [
    (#"capAcrossLevels","arguments":{"right":"patent","rate":"50%"}"#, 60_000),
    (#"capPer","arguments":{"limit":"1000元","subject":"object","earlier":"all"}"#, 60_000),
    (#"capPer","arguments":{"limit":"1000元","subject":"family","earlier":"all"}"#, 60_000),
    (#"onceEver","arguments":{"per":"object","earlier":"all"}"#, 0),
    (#"dedup","arguments":{"key":"family","earlier":"all"}"#, 0),
    (#"exclusiveWith","arguments":{"payers":["national"],"per":"object"}"#, 0),
  ])
  func `a payout that names no object is about what its facts are about`(
    rule: String,
    fen: Int64
  ) throws {
    let records = #"""
      {"kind":"patent","id":"p1","type":"invention","grantedOn":"2025-02-01","owners":["e1"],"status":"granted","office":"CN","number":"1"}
      {"kind":"expense","id":"f1","enterprise":"e1","paidOn":"2024-01-01","category":"filing","amountFen":200000,"patent":"p1","official":true}

      """#
    for fact in ["p1", "f1"] {
      let award =
        #"{"kind":"award","id":"n","policy":"x","year":2025,"recipient":"e1","amountFen":40000,"state":"paid","clause":"x/一","claim":"n","facts":["\#(fact)"],"payer":"national","sealedOn":"2025-03-01"}"#
      let sample = try Sample(
        records + award,
        clauses: [
          #"{"number":"v","operation":"fixed","arguments":{"facts":"patent","amount":"3000元"}}"#,
          #"{"number":"c","operation":"\#(rule)}"#,
        ]
      )
      #expect(try sample.round().claim("v", "p1").amount.fen == fen, "\(fact)")
    }
  }

  @Test(arguments: [
    // Half of the fees is 1,000 yuan; with nothing or with all of the 400 in it 1,000 or 600 are left.
    ("3000元", 0, Outcome.unknown, 0), ("600元", 0, .eligible, 60_000), ("601元", 0, .unknown, 0),
    ("3000元", 100_000, .notEligible, 0),
  ])
  func `what was paid for several rights at once is asked for where a cap hangs on it`(
    amount: String,
    alone: Int,
    outcome: Outcome,
    fen: Int64
  ) throws {
    func patent(_ number: Int, grantedOn day: String) -> String {
      #"{"kind":"patent","id":"p\#(number)","type":"invention","grantedOn":"\#(day)","owners":["e1"],"status":"granted","office":"CN","number":"\#(number)"}"#
        + "\n"
        + #"{"kind":"expense","id":"f\#(number)","enterprise":"e1","paidOn":"2024-01-01","category":"filing","amountFen":200000,"patent":"p\#(number)","official":true}"#
        + "\n"
    }
    func award(_ id: String, _ fen: Int, _ facts: String) -> String {
      #"{"kind":"award","id":"\#(id)","policy":"x","year":2025,"recipient":"e1","amountFen":\#(fen),"state":"paid","clause":"x/一","claim":"\#(id)","facts":[\#(facts)],"payer":"national","sealedOn":"2025-03-01"}"#
        + "\n"
    }
    let sample = try Sample(
      patent(1, grantedOn: "2025-02-01") + patent(2, grantedOn: "2024-02-01")
        + award("both", 40_000, #""p1","p2""#) + award("one", alone, #""p1""#),
      clauses: [
        #"{"number":"v","operation":"fixed","arguments":{"facts":"patent","amount":"\#(amount)"}}"#,
        #"{"number":"c","operation":"capAcrossLevels","arguments":{"right":"patent","rate":"50%"}}"#,
      ]
    )
    let claim = try sample.round().claim("v", "p1")
    #expect(claim.outcome == outcome)
    #expect(claim.amount.fen == fen)
    if outcome == .unknown {
      #expect(
        claim.missing.map { "\($0.record) \($0.label.en)" } == [
          "both amount for each of its facts, as an award for each,"
        ]
      )
    } else {
      #expect(
        try claim.step("c").reason.en.hasSuffix("all of both, for several rights, is counted")
      )
    }
  }
}
