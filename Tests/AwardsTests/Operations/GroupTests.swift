import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Combination and caps beyond those of the first example.
struct GroupTests {
  private func summary(_ records: String, _ clauses: String..., year: Int = 2025) throws -> String {
    try Sample(records, clauses: clauses).round(year).summary
  }

  private static let families = #"""
    {"kind":"scheme","id":"m-nat","name":"甲","level":"national","family":"trademark"}
    {"kind":"scheme","id":"m-prov","name":"乙","level":"provincial","family":"trademark"}

    """#
  private static let marks =
    #"{"number":"m","operation":"fixed","arguments":{"family":"trademark","amount":"3万元"}}"#

  @Test func `the highest of each class is paid, whatever the brand`() throws {
    let records =
      Self.families + Sample.title("r1", "nat", "2025-01-01")
      + Sample.title("r2", "prov", "2025-02-01", brand: "b3")
      + Sample.title("r3", "m-nat", "2025-03-01")
    #expect(
      try summary(
        records,
        Sample.nat,
        Sample.prov,
        Self.marks,
        #"{"number":"h","operation":"highestOnly","arguments":{"per":"class"}}"#
      ) == """
        p/nat#r1 eligible 50000000
        p/prov#r2 not-eligible 0
        p/m#r3 eligible 3000000
        """
    )
  }

  private static let down =
    #"{"number":"u","operation":"upgrade","arguments":{"mode":"full","per":"brand","class":"family","downgrade":"none"}}"#

  /// A payout for a national product title of brand b1.
  private static let paid =
    Sample.title("r0", "nat", "2023-05-01")
    + Sample.award(
      "a",
      2023,
      "national",
      yuan: 500_000,
      more: #","object":"b1""#
    ).replacing("a-fact", with: "r0")

  @Test(arguments: [
    (Sample.title("r", "prov", "2025-01-01"), "p/prov#r not-eligible 0"),
    (Sample.title("r", "nat", "2025-01-01"), "p/nat#r eligible 50000000"),
    (Sample.title("r", "prov", "2025-01-01", brand: "b3"), "p/prov#r eligible 10000000"),
    (Sample.title("r", "m-prov", "2025-01-01"), "p/m#r eligible 3000000"),
    (Sample.title("r", "prov", "2025-01-01", brand: nil), "p/prov#r unknown 0"),
  ])
  func `a lower title of the same class and brand is not paid after a higher one`(
    title: String,
    line: String
  ) throws {
    #expect(
      try summary(
        Self.families + Self.paid + title,
        Sample.nat,
        Sample.prov,
        Self.marks,
        Self.down
      ) == line
    )
  }

  @Test func `a higher title after a lower one is paid in full again`() throws {
    let records =
      Sample.title("r0", "prov", "2023-05-01")
      + Sample.award("a", 2023, "provincial", yuan: 100_000, more: #","object":"b1""#)
      .replacing("a-fact", with: "r0") + Sample.title("r", "nat", "2025-01-01")
    #expect(try summary(records, Sample.nat, Self.down) == "p/nat#r eligible 50000000")
  }

  @Test(arguments: [
    (499_999, "eligible 100"), (500_000, "not-eligible 0"), (500_001, "not-eligible 0"),
  ])
  func `what was paid for the mark is deducted, whatever its tier`(
    yuan: Int,
    line: String
  ) throws {
    for level in ["county", "national", "world"] {
      let records =
        Sample.award("a", 2023, level, yuan: yuan, more: #","object":"b1""#)
        + Sample.title("r", "nat", "2025-01-01")
      #expect(
        try summary(
          records,
          Sample.nat,
          #"{"number":"u","operation":"upgrade","arguments":{"mode":"deductPaid","per":"brand"}}"#
        ) == "p/nat#r " + line
      )
    }
  }

  private func mark(_ number: Int, _ more: String, day: String = "2025-01-14") -> String {
    #"{"kind":"trademark","id":"CN/\#(number)","office":"CN","number":"\#(number)","registeredOn":"\#(day)","route":"domestic","owner":"e1",\#(more)}"#
      + "\n"
  }

  private static let perMark =
    #"{"number":"v","operation":"fixedPer","arguments":{"facts":"trademark","unit":"class","each":"3元"}}"#

  @Test func `one mark in several registrations counts once, the dearest`() throws {
    let records =
      mark(1, #""mark":"甲","classes":[7]"#) + mark(2, #""mark":"甲","classes":[7,9]"#)
      + mark(3, #""mark":"乙","classes":[7]"#)
    #expect(
      try summary(
        records,
        Self.perMark,
        #"{"number":"d","operation":"dedup","arguments":{"key":"mark"}}"#
      ) == """
        p/v#CN/1 not-eligible 0
        p/v#CN/2 eligible 600
        p/v#CN/3 eligible 300
        """
    )
    let paid = Sample.award("a", 2024, "county", yuan: 1, more: #","object":"CN/9""#)
    #expect(
      try summary(
        mark(1, #""mark":"甲","classes":[7]"#)
          + mark(9, #""mark":"甲","classes":[9]"#, day: "2024-01-14") + paid,
        Self.perMark,
        #"{"number":"d","operation":"dedup","arguments":{"key":"mark"}}"#
      ) == "p/v#CN/1 not-eligible 0"
    )
  }

  @Test func `a family of patents is paid up to its limit over all countries`() throws {
    let patents = (1...4).map {
      #"{"kind":"patent","id":"p\#($0)","type":"invention","owners":["e1"],"grantedOn":"2025-01-0\#($0)","status":"granted","family":"\#($0 < 4 ? "f" : "g")"}"#
    }
    #expect(
      try summary(
        patents.joined(separator: "\n"),
        #"{"number":"v","operation":"fixed","arguments":{"facts":"patent","amount":"2万元"}}"#,
        #"{"number":"k","operation":"capPer","arguments":{"subject":"family","period":"lifetime","limit":"3万元"}}"#
      ) == """
        p/v#p1 eligible 2000000
        p/v#p2 eligible 1000000
        p/v#p3 not-eligible 0
        p/v#p4 eligible 2000000
        """
    )
  }

  @Test func `once ever takes the earliest, and nothing after an earlier payout`() throws {
    let clauses = [
      Sample.nat, Sample.prov, #"{"number":"o","operation":"onceEver"}"#,
    ]
    let records =
      Sample.title("r1", "prov", "2025-01-02") + Sample.title("r2", "nat", "2025-01-03")
    #expect(
      try Sample(records, clauses: clauses).round().summary == """
        p/nat#r2 not-eligible 0
        p/prov#r1 eligible 10000000
        """
    )
    let paid = Sample.award("a", 2020, "municipal", yuan: 1)
    #expect(
      try Sample(records + paid, clauses: clauses).round().claims.map(\.outcome)
        == [.notEligible, .notEligible]
    )
  }

  private func upper(_ payer: String, fact: String = "r", year: Int = 2025) -> String {
    #"{"kind":"award","id":"up","policy":"other","year":\#(year),"recipient":"e1","amountFen":100,"state":"paid","clause":"o/1","claim":"c","facts":["\#(fact)"],"payer":"\#(payer)"}"#
      + "\n"
  }

  @Test(arguments: [
    ("", "eligible 50000000"), ("provincial", "not-eligible 0"), ("municipal", "eligible 50000000"),
    ("某基金会", "unknown 0"),
  ])
  func `what the province paid for is not paid again`(payer: String, line: String) throws {
    let records =
      Sample.title("r", "nat", "2025-01-01") + (payer.isEmpty ? "" : upper(payer))
    let clause =
      #"{"number":"x","operation":"exclusiveWith","arguments":{"payers":["national","provincial"],"per":"fact"}}"#
    #expect(try summary(records, Sample.nat, clause) == "p/nat#r " + line)
    let stacked = #"{"number":"x","operation":"stackWith"}"#
    #expect(try summary(records, Sample.nat, stacked) == "p/nat#r eligible 50000000")
  }

  @Test func `a clause says that it is paid on top of another for the same fact`() throws {
    let all = #"{"number":"a","operation":"fixed","arguments":{"facts":"trademark","amount":"1元"}}"#
    let more =
      #"{"number":"b","operation":"fixed","arguments":{"facts":"trademark","kind":"collective","amount":"9元"}}"#
    let stack =
      #"{"number":"s","operation":"stackWith","for":["b"],"arguments":{"clauses":"a"}}"#
    let sample = try Sample(
      mark(1, #""mark":"甲","markKind":"collective""#, day: "2025-01-01"),
      clauses: [all, more, stack]
    )
    let round = try sample.round()
    #expect(round.summary == "p/a#CN/1 eligible 100\np/b#CN/1 eligible 900")
    #expect(try round.claim("b", "CN/1").step("s").reason.en == "on top of what a gives")
  }

  private func retained(_ fen: Int64) -> String {
    #"{"kind":"enterprise-year","id":"e1/2025","enterprise":"e1","year":2025,"retainedTaxFen":\#(fen)}"#
      + "\n"
  }

  @Test(
    arguments: [
      (49_999_999, "eligible 49999999"), (50_000_000, "eligible 50000000"),
      (50_000_001, "eligible 50000000"), (0, "not-eligible 0"),
    ] as [(Int64, String)]
  )
  func `all awards stay within the tax that the district retains`(fen: Int64, line: String) throws {
    let cap =
      #"{"number":"k","operation":"capPer","arguments":{"limit":{"figure":"retainedTax"},"period":"lifetime"}}"#
    let title = Sample.title("r", "nat", "2025-01-01")
    #expect(try summary(title + retained(fen), Sample.nat, cap) == "p/nat#r " + line)
    #expect(try summary(title, Sample.nat, cap) == "p/nat#r unknown 0")
    let before = Sample.award("a", 2020, "county", yuan: 400_000)
    let year = cap.replacing("lifetime", with: "year")
    #expect(
      try summary(title + retained(50_000_000) + before, Sample.nat, cap)
        == "p/nat#r eligible 10000000"
    )
    #expect(
      try summary(title + retained(50_000_000) + before, Sample.nat, year)
        == "p/nat#r eligible 50000000"
    )
  }

  @Test func `a group counts as one`() throws {
    let records =
      #"{"kind":"enterprise","id":"s","name":"子公司","group":"e1"}"# + "\n"
      + Sample.title("r1", "nat", "2025-01-01")
      + Sample.title("r2", "nat", "2025-01-02", holder: "s", brand: nil)
    func cap(_ subject: String) -> String {
      #"{"number":"k","operation":"capPer","arguments":{"limit":"60万元","subject":"\#(subject)"}}"#
    }
    #expect(
      try summary(records, Sample.nat, cap("group"))
        == "p/nat#r1 eligible 50000000\np/nat#r2 eligible 10000000"
    )
    #expect(
      try summary(records, Sample.nat, cap("enterprise"))
        == "p/nat#r1 eligible 50000000\np/nat#r2 eligible 50000000"
    )
  }

  private static let pieces =
    #"{"number":"k","operation":"pieceCap","arguments":{"maximum":2,"limits":[{"from":2019,"maximum":3}],"year":"filed"}}"#
  private static let each =
    #"{"number":"v","operation":"fixed","arguments":{"facts":"trademark","amount":"1元"}}"#

  @Test(arguments: [(2018, 2), (2019, 3), (2020, 3)])
  func `the number of pieces is that of the year of filing`(filed: Int, paid: Int) throws {
    let marks = (1...4).map {
      mark($0, #""mark":"甲\#($0)","filedOn":"\#(filed)-03-01""#, day: "2025-01-0\($0)")
    }
    let round = try Sample(marks.joined(), clauses: [Self.each, Self.pieces]).round()
    #expect(
      round.claims.map(\.outcome)
        == (1...4).map { $0 <= paid ? .eligible : .notEligible } as [Outcome]
    )
    let unknown = try Sample(mark(1, #""mark":"甲""#), clauses: [Self.each, Self.pieces]).round()
    #expect(unknown.claims.map(\.outcome) == [.unknown])
  }

  @Test(
    arguments: [
      // Two registrations of one mark, one of another, and one of a company of the same group.
      ("mark", [.eligible, .notEligible, .eligible, .eligible]),
      ("group", [.eligible, .notEligible, .notEligible, .notEligible]),
      ("enterprise", [.eligible, .notEligible, .notEligible, .eligible]),
    ] as [(String, [Outcome])]
  )
  func `pieces are counted by mark, group or applicant`(subject: String, outcomes: [Outcome]) throws
  {
    let marks = zip(1...4, ["甲", "甲", "乙", "丙"]).map { number, text in
      mark(number, #""mark":"\#(text)""#, day: "2025-01-0\(number)")
    }
    let last = marks[3].replacing(#""owner":"e1""#, with: #""owner":"s""#)
    let sample = try Sample(
      #"{"kind":"enterprise","id":"s","name":"子公司","group":"e1"}"# + "\n"
        + marks.prefix(3).joined() + last,
      clauses: [
        Self.each,
        #"{"number":"k","operation":"pieceCap","arguments":{"maximum":1,"subject":"\#(subject)"}}"#,
      ]
    )
    #expect(try sample.round().claims.map(\.outcome) == outcomes)
  }

  @Test func `designs are paid half of the scale`() throws {
    func patent(_ id: String, _ type: String) -> String {
      #"{"kind":"patent","id":"\#(id)","type":"\#(type)","owners":["e1"],"grantedOn":"2025-01-01","status":"granted"}"#
        + "\n"
    }
    let scale =
      #"{"number":"0","operation":"scaleFactor","arguments":{"facts":"patent","type":"design","rate":"50%"}}"#
    #expect(
      try summary(
        patent("a", "invention") + patent("b", "design"),
        scale,
        #"{"number":"v","operation":"fixed","arguments":{"facts":"patent","amount":"3.01元"}}"#
      ) == "p/v#a eligible 301\np/v#b undecided 0"
    )
    #expect(
      try summary(
        patent("a", "invention") + patent("b", "design"),
        scale,
        #"{"number":"v","operation":"fixed","arguments":{"facts":"patent","amount":"3元"}}"#
      ) == "p/v#a eligible 300\np/v#b eligible 150"
    )
  }
}
