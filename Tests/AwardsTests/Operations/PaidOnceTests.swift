import Awards
import Ledger
import Portfolio
import Testing

/// What a clause gives once for several facts, or in stages, is not given twice when facts come late.
struct PaidOnceTests {
  private static func patent(_ id: String, _ day: String) -> String {
    #"{"kind":"patent","id":"\#(id)","type":"invention","owners":["e1"],"grantedOn":"\#(day)","status":"granted"}"#
      + "\n"
  }

  /// An award for a patent in whole yuan.
  private static func sealed(_ number: String, _ fact: String, _ year: Int, yuan: Int) -> String {
    #"{"kind":"award","id":"w-\#(fact)","policy":"p","year":\#(year),"recipient":"e1","amountFen":\#(yuan * 100),"state":"sealed","clause":"p/\#(number)","claim":"p/\#(number)#\#(fact)","facts":["\#(fact)"],"object":"\#(fact)","sealedOn":"\#(year)-12-20"}"#
      + "\n"
  }

  private func lines(_ records: String, _ clause: String, _ year: Int = 2025) throws -> [String] {
    try Sample(records, clauses: [clause]).round(year).claims.map {
      "\($0.facts[0]) \($0.outcome.rawValue) \($0.amount.fen / 100)"
    }
  }

  private static let milestone =
    #"{"number":"m","operation":"milestone","arguments":{"facts":"patent","type":"invention","steps":[{"count":2,"amount":"3万元"},{"count":4,"amount":"9万元"}]}}"#
  private static let three =
    patent("p1", "2024-03-01") + patent("p2", "2025-05-01") + patent("p3", "2025-06-01")

  @Test func `a number that was sealed is not paid again for a fact that is entered late`() throws {
    let records = Self.three + Self.sealed("m", "p2", 2025, yuan: 30_000)
    let late = Self.patent("p0", "2024-02-01")
    #expect(try lines(records, Self.milestone, 2024) == ["p1 not-applicable 0"])
    #expect(
      try lines(records + late, Self.milestone, 2024) == [
        "p0 not-applicable 0", "p1 not-eligible 0",
      ]
    )
    // The award stands where it was sealed, and the next number is paid.
    #expect(
      try lines(records + late, Self.milestone) == ["p2 eligible 30000", "p3 eligible 90000"]
    )
  }

  @Test func `of two numbers each is paid once, whatever was entered before them`() throws {
    let records =
      Self.three + Self.patent("p4", "2025-07-01") + Self.sealed("m", "p2", 2025, yuan: 30_000)
      + Self.sealed("m", "p4", 2025, yuan: 90_000)
    let late = (1...3).map { Self.patent("p0\($0)", "2024-02-0\($0)") }.joined()
    #expect(
      try lines(records + late, Self.milestone, 2024) == [
        "p01 not-applicable 0", "p02 not-eligible 0", "p03 not-applicable 0",
        "p1 not-eligible 0",
      ]
    )
    #expect(
      try lines(records + late, Self.milestone) == [
        "p2 eligible 30000", "p3 not-applicable 0", "p4 eligible 90000",
      ]
    )
  }

  @Test(arguments: [
    #""operation":"dedup","arguments":{"key":"mark"}"#,
    #""operation":"onceEver","arguments":{"per":"object"}"#,
    #""operation":"capPer","arguments":{"limit":"10万元","subject":"object"}"#,
    #""operation":"pieceCap","arguments":{"maximum":1,"subject":"family"}"#,
  ])
  func `a loan and a premium for no single right count by themselves`(clause: String) throws {
    let records = #"""
      {"kind":"expense","id":"x1","enterprise":"e1","paidOn":"2025-02-01","category":"insurance","amountFen":100}
      {"kind":"expense","id":"x2","enterprise":"e1","paidOn":"2025-02-02","category":"insurance","amountFen":100}
      {"kind":"expense","id":"x3","enterprise":"e1","paidOn":"2025-02-03","category":"agency","amountFen":100}
      {"kind":"loan","id":"l","enterprise":"e1","contractOn":"2025-05-10","principalFen":100}

      """#
    let round = try Sample(
      records,
      clauses: [
        #"{"number":"a","operation":"fixed","arguments":{"facts":"expense","amount":"1万元"}}"#,
        #"{"number":"b","operation":"fixed","arguments":{"facts":"loan","amount":"1万元"}}"#,
        #"{"number":"c",\#(clause)}"#,
      ]
    ).round()
    #expect(
      round.summary == """
        p/a#x1 eligible 1000000
        p/a#x2 eligible 1000000
        p/a#x3 unknown 0
        p/b#l eligible 1000000
        """
    )
    #expect(try round.claim("a", "x3").missing.map(\.field) == ["trademark"])
  }

  @Test func `an award for a number that is not reached any more does not stand`() throws {
    let records = Self.patent("p2", "2025-05-01") + Self.sealed("m", "p2", 2025, yuan: 30_000)
    #expect(try lines(records, Self.milestone) == ["p2 not-applicable 0"])
  }

  @Test(
    arguments: [
      (
        #"{"number":"b","operation":"bonusIfCount","arguments":{"facts":"patent","atLeast":2,"amount":"5万元"}}"#,
        50_000, "p2"
      ),
      (
        #"{"number":"b","operation":"topN","arguments":{"facts":"patent","amounts":["10万元"]}}"#,
        100_000, "p3"
      ),
    ]
  )
  func `what was sealed once for the year stays with its fact`(
    clause: String,
    yuan: Int,
    carrier: String
  ) throws {
    let records = Self.three + Self.patent("p0", "2025-02-01")
    let usual = try lines(records, clause)
    for fact in ["p2", "p3"] {
      let found = try lines(records + Self.sealed("b", fact, 2025, yuan: yuan), clause)
      #expect(found.filter { $0.hasSuffix(" \(yuan)") } == ["\(fact) eligible \(yuan)"])
    }
    #expect(usual.filter { $0.hasSuffix(" \(yuan)") } == ["\(carrier) eligible \(yuan)"])
    // Another year's award is another one.
    #expect(try lines(records + Self.sealed("b", "p1", 2024, yuan: yuan), clause) == usual)
    // One of this year for a fact that the round has no more is not paid beside.
    let gone = try lines(records + Self.sealed("b", "p1", 2025, yuan: yuan), clause)
    #expect(gone.allSatisfy { $0.hasSuffix("not-eligible 0") })
  }

  private static let stages =
    #"{"number":"s","operation":"stagePayment","arguments":{"steps":[{"stage":"受理","amount":"2万元"},{"stage":"授权","amount":"3万元"}]}}"#

  private static func application(
    _ id: String,
    _ day: String,
    _ stages: String,
    fact: String? = nil
  )
    -> String
  {
    let fact = fact.map { #","fact":"\#($0)""# } ?? ""
    return
      #"{"kind":"application","id":"\#(id)","enterprise":"e1","policy":"p","appliedOn":"\#(day)","clause":"s","stages":[\#(stages)]\#(fact)}"#
      + "\n"
  }

  @Test func `a stage that an earlier application was paid for is not paid again`() throws {
    let first = Self.application("a1", "2024-02-02", #""受理""#)
    let second = Self.application("a2", "2025-02-02", #""受理","授权""#)
    let paid = Self.sealed("s", "a1", 2024, yuan: 20_000)
    #expect(try lines(first + second, Self.stages) == ["a2 eligible 50000"])
    #expect(try lines(first + second + paid, Self.stages) == ["a2 eligible 30000"])
    #expect(try lines(first + second + paid, Self.stages, 2024) == ["a1 eligible 20000"])
    let claim = try Sample(first + second + paid, clauses: [Self.stages]).round()
      .claim("s", "a2")
    #expect(claim.parts.map { "\($0.stage ?? "") \($0.amount.fen)" } == ["授权 3000000"])
    // Where both were sealed with it, the later one is wrong.
    let both = first + second + paid + Self.sealed("s", "a2", 2025, yuan: 50_000)
    #expect(try lines(both, Self.stages, 2024) == ["a1 eligible 20000"])
    #expect(try lines(both, Self.stages) == ["a2 eligible 30000"])
    // Nothing is left of one that tells of the same stage alone.
    let same = Self.application("a2", "2025-02-02", #""受理""#)
    #expect(try lines(first + same + paid, Self.stages) == ["a2 not-eligible 0"])
  }

  @Test func `two applications of a round are paid for a stage once, but for different facts`()
    throws
  {
    let first = Self.application("a1", "2025-02-02", #""受理""#)
    let second = Self.application("a2", "2025-03-02", #""受理","授权""#)
    #expect(try lines(first + second, Self.stages) == ["a1 eligible 20000", "a2 eligible 30000"])
    let x = Self.application("a1", "2025-02-02", #""受理""#, fact: "x")
    let y = Self.application("a2", "2025-03-02", #""受理","授权""#, fact: "y")
    #expect(try lines(x + y, Self.stages) == ["a1 eligible 20000", "a2 eligible 50000"])
    #expect(try lines(x + second, Self.stages) == ["a1 eligible 20000", "a2 eligible 30000"])
  }
}
