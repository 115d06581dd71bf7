import Awards
import Bilingual
import Ledger
import Portfolio
import Testing

/// In which order clauses are carried out, whatever their order in the file.
struct TurnTests {
  private static let nat =
    #"{"number":"v","operation":"fixed","arguments":{"scheme":"nat","amount":"10万元"}}"#
  private static let instalments =
    #"{"number":"i","operation":"instalments","arguments":{"steps":[{"ratio":"60%"},{"ratio":"40%","condition":"年度检查合格"}]}}"#
  private static let split =
    #"{"number":"s","operation":"split","arguments":{"shares":[{"payee":"holder","ratio":"70%"},{"payee":"团队","ratio":"30%"}]}}"#
  private static let organiser =
    #"{"number":"o","operation":"payTo","arguments":{"payee":"organiser","recipient":"e2"}}"#

  private func parts(_ clauses: String..., records: String = Sample.title("r", "nat", "2025-05-10"))
    throws -> [String]
  {
    let claim = try Sample(records, clauses: clauses).round().claims[0]
    return claim.parts.map { part in
      [part.payee, String(part.amount.fen), part.condition].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  @Test func `a condition of an instalment stays where a split stands behind it`() throws {
    #expect(
      try parts(Self.nat, Self.instalments, Self.split) == [
        "甲公司 4200000", "甲公司 2800000 年度检查合格", "团队 1800000", "团队 1200000 年度检查合格",
      ]
    )
  }

  @Test func `who is paid is said before the award is divided`() throws {
    #expect(
      try parts(Self.nat, Self.split, Self.organiser) == ["乙公司 7000000", "团队 3000000"]
    )
    #expect(
      try parts(Self.nat, Self.instalments, Self.organiser)
        == ["乙公司 6000000", "乙公司 4000000 年度检查合格"]
    )
    let patent =
      #"{"kind":"patent","id":"q","type":"invention","owners":["e1"],"grantedOn":"2025-01-01","status":"granted","inventors":["张三"]}"#
    let value =
      #"{"number":"v","operation":"fixed","arguments":{"facts":"patent","amount":"10万元"}}"#
    let inventor = #"{"number":"o","operation":"payTo","arguments":{"payee":"firstInventor"}}"#
    #expect(
      try parts(value, Self.instalments, inventor, records: patent)
        == ["张三 6000000", "张三 4000000 年度检查合格"]
    )
  }

  private static let share =
    #"{"number":"d","operation":"percentOfTotal","arguments":{"of":["v"],"rate":"10%","recipient":"dept"}}"#

  private func orders(_ clauses: [String], _ records: String) throws -> [String] {
    try [clauses, clauses.reversed()].map {
      let round = try Sample(records, clauses: $0).round()
      return round.claims.sorted { $0.id < $1.id }.map { claim in
        "\(claim.id) \(claim.outcome.rawValue) \(claim.amount.fen) \(claim.recipient?.text ?? "-")"
      }
      .joined(separator: "; ")
    }
  }

  @Test func `a department's share hangs on what is paid out, whatever stands first`() throws {
    let owner = #"{"number":"o","operation":"payTo","arguments":{"payee":"brandOwner"}}"#
    let nameless =
      Sample.title("r", "nat", "2025-05-10") + Sample.title("s", "nat", "2025-06-10", brand: nil)
    for order in try orders([Self.nat, owner, Self.share], nameless) {
      #expect(
        order
          == "p/d#2025 unknown 0 dept; p/v#r eligible 10000000 e1; p/v#s unknown 0 e1"
      )
    }
    let twice = [Self.nat, Self.split, Self.split.replacing(#""s""#, with: #""t""#), Self.share]
    for order in try orders(twice, Sample.title("r", "nat", "2025-05-10")) {
      #expect(order == "p/d#2025 undecided 0 dept; p/v#r undecided 0 e1")
    }
  }

  @Test func `what a department gets is paid out behind`() throws {
    let paid =
      #"{"number":"o","operation":"payTo","for":["d"],"arguments":{"payee":"responsibleUnit","recipient":"e2"}}"#
    let half =
      #"{"number":"i","operation":"instalments","for":["d"],"arguments":{"steps":[{"ratio":"50%"},{"ratio":"50%","months":6}]}}"#
    let file = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: [half, paid, Self.share, Self.nat]
    )
    let claim = try file.round().claim("d", "2025")
    #expect(claim.recipient == "e2")
    #expect(claim.parts.map(\.amount.fen) == [500_000, 500_000])
    #expect(claim.parts.map(\.payee) == ["乙公司", "乙公司"])
  }

  @Test func `where two clauses name different payees people decide`() throws {
    let holder = #"{"number":"h","operation":"payTo","arguments":{"payee":"holder"}}"#
    let unit = #"{"number":"u","operation":"payTo","arguments":{"payee":"unit"}}"#
    let title = Sample.title("r", "nat", "2025-05-10")
    for order in try orders([Self.nat, holder, Self.organiser], title) {
      #expect(order == "p/v#r undecided 0 e1")
    }
    for order in try orders([Self.nat, holder, unit], title) {
      #expect(order == "p/v#r eligible 10000000 e1")
    }
  }

  @Test func `what two clauses divide is undecided`() throws {
    let other = Self.split.replacing(#""number":"s""#, with: #""number":"t""#)
    let again = Self.instalments.replacing(#""number":"i""#, with: #""number":"j""#)
    for clauses in [[Self.split, other], [Self.instalments, again]] {
      let sample = try Sample(
        Sample.title("r", "nat", "2025-05-10"),
        clauses: [Self.nat] + clauses
      )
      #expect(try sample.round().claims[0].outcome == .undecided)
    }
  }

  private static let persons = #"""
    {"kind":"enterprise","id":"u","name":"单位","type":"company"}
    {"kind":"enterprise","id":"x","name":"张三","type":"person"}

    """#

  @Test func `a holder of another form takes nothing of a pot and no place`() throws {
    let records =
      Self.persons + Sample.title("r1", "nat", "2025-01-01", holder: "x")
      + Sample.title("r2", "nat", "2025-02-01", holder: "u")
    let unit = #"{"number":"t","operation":"payTo","arguments":{"payee":"unit"}}"#
    for budget in [
      #"{"number":"b","operation":"pot","arguments":{"amount":"10万元"}}"#,
      #"{"number":"b","operation":"quota","arguments":{"maximum":1}}"#,
    ] {
      let round = try Sample(records, clauses: [Self.nat, unit, budget]).round()
      #expect(try round.claim("v", "r1").outcome == .notEligible)
      #expect(try round.claim("v", "r2").amount == Money(fen: 10_000_000))
    }
  }

  @Test func `caps hold for what is shared by score`() throws {
    let records =
      Sample.title("r1", "nat", "2025-01-01")
      + Sample.title("r2", "nat", "2025-02-01", holder: "e2")
        + #"""
        {"kind":"application","id":"a1","enterprise":"e1","policy":"p","score":80}
        {"kind":"application","id":"a2","enterprise":"e2","policy":"p","score":70}

        """#
    let round = try Sample(
      records,
      clauses: [
        Self.nat, #"{"number":"c","operation":"capPerEnterprise","arguments":{"amount":"30万元"}}"#,
        #"{"number":"s","operation":"scoreSplit","arguments":{"amount":"60万元"}}"#,
      ]
    ).round()
    // 60万 × 80/150 is 32万, cut to 30万; the other has its 28万.
    #expect(try round.claim("v", "r1").amount == Money(fen: 30_000_000))
    #expect(try round.claim("v", "r2").amount == Money(fen: 28_000_000))
  }

  @Test func `a priority tells by what it ranked each claim`() throws {
    let round = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: [
        Self.nat, #"{"number":"y","operation":"priority","arguments":{"by":["level","amount"]}}"#,
      ]
    ).round()
    let step = try #require(round.claims[0].trace.first { $0.clause == "p/y" })
    #expect(step.reason.en == "ranked by national tier, then 100,000.00 yuan")
  }

  @Test func `what is less than a unit of a pot is set aside even where the pot would suffice`()
    throws
  {
    let value =
      #"{"number":"v","operation":"fixed","arguments":{"scheme":"nat","amount":"100.5元"}}"#
    let pot = #"{"number":"b","operation":"pot","arguments":{"amount":"100.5元","unit":"1元"}}"#
    let round = try Sample(Sample.title("r", "nat", "2025-05-10"), clauses: [value, pot]).round()
    #expect(round.total == Money(fen: 10_000))
  }

  @Test func `a group reaches to who controls those who control`() throws {
    let group = #"""
      {"kind":"enterprise","id":"a","name":"子","group":"b"}
      {"kind":"enterprise","id":"b","name":"母","group":"c"}
      {"kind":"enterprise","id":"c","name":"祖"}

      """#
    let records =
      group + Sample.title("r1", "nat", "2025-01-01", holder: "a")
      + Sample.title("r2", "nat", "2025-02-01", holder: "b")
      + Sample.title("r3", "nat", "2025-03-01", holder: "c")
    let cap =
      #"{"number":"g","operation":"capPer","arguments":{"subject":"group","limit":"15万元"}}"#
    #expect(try Sample(records, clauses: [Self.nat, cap]).round().total == Money(fen: 15_000_000))
    let ring = records.replacing(#""name":"祖"}"#, with: #""name":"祖","group":"a"}"#)
    #expect(try Sample(ring, clauses: [Self.nat, cap]).round().total == Money(fen: 15_000_000))
  }
}
