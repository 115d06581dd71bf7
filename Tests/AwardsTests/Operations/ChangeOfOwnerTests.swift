import Awards
import Ledger
import Portfolio
import Testing

/// Limits per object count what a former owner was paid.
struct ChangeOfOwnerTests {
  @Test func `an award for two registrations of one mark counts once for the mark`() throws {
    func mark(_ id: String, _ date: String) -> String {
      #"{"kind":"trademark","id":"\#(id)","mark":"甲","owner":"e1","number":"\#(id)","registeredOn":"\#(date)","route":"foreign","status":"registered"}"#
        + "\n"
    }
    let award = Sample.award("a", 2024, "county", yuan: 100_000)
      .replacing(#"["a-fact"]"#, with: #"["m1","m2"]"#)
    let sample = try Sample(
      mark("m1", "2024-02-02") + mark("m2", "2024-02-02") + mark("m3", "2025-02-02") + award,
      clauses: [
        #"{"number":"m","operation":"fixed","arguments":{"facts":"trademark","amount":"5万元"}}"#,
        #"{"number":"k","operation":"capPer","arguments":{"subject":"mark","period":"lifetime","limit":"15万元"}}"#,
      ]
    )
    #expect(try sample.round().claim("m", "m3").amount == Money(fen: 5_000_000))
  }

  /// 3 万 for brand `b1`, paid in 2024 when it was the second enterprise's.
  private static let paid =
    Sample.award("a", 2024, "provincial", yuan: 30_000, recipient: "e2", more: #","object":"b1""#)

  private func amount(_ operation: String, _ arguments: String) throws -> Int64 {
    try Sample.claim(
      Self.paid,
      #""operation":"fixed","arguments":{"amount":"10万元"}"#,
      #""operation":"\#(operation)","arguments":{\#(arguments)}"#
    ).amount.fen / 1_000_000
  }

  @Test(arguments: [
    ("capPer", #""subject":"object","period":"lifetime","limit":"3万元""#, 0),
    ("capPer", #""subject":"object","period":"lifetime","limit":"8万元""#, 5),
    ("capPer", #""subject":"object","limit":"8万元""#, 8),
    ("capPer", #""subject":"enterprise","period":"lifetime","limit":"8万元""#, 8),
    ("onceEver", #""per":"object""#, 0), ("onceEver", #""per":"enterprise""#, 10),
    ("dedup", #""key":"brand""#, 0), ("dedup", #""key":"fact""#, 10),
    ("upgrade", #""mode":"difference","per":"brand""#, 7),
    ("upgrade", #""mode":"deductPaid","per":"brand""#, 7),
    ("upgrade", #""mode":"difference","per":"enterprise""#, 10),
    ("oncePerLevel", #""per":"object""#, 10),
  ])
  func `a brand that was paid for under another owner is not paid for again`(
    operation: String,
    arguments: String,
    wan: Int64
  ) throws {
    #expect(try amount(operation, arguments) == wan)
  }

  @Test func `a fact that was paid to another is one with itself`() throws {
    let paid =
      #"{"kind":"award","id":"w","policy":"p","year":2024,"recipient":"e2","amountFen":100,"state":"paid","clause":"p/x","claim":"p/x#r","facts":["r"],"sealedOn":"2024-12-01"}"#
    let claim = try Sample.claim(
      paid,
      #""operation":"fixed","arguments":{"amount":"10万元"}"#,
      #""operation":"dedup","arguments":{"key":"fact"}"#
    )
    #expect(claim.outcome == .notEligible)
  }

  @Test func `a mark that changed hands keeps what was paid for its first registration`() throws {
    let marks =
      #"{"kind":"trademark","id":"CN/1","office":"CN","number":"1","registeredOn":"2023-05-10","route":"domestic","owner":"e1","mark":"甲","status":"registered"}"#
      + "\n"
      + #"{"kind":"award","id":"w","policy":"p","year":2023,"recipient":"e2","amountFen":50000,"state":"paid","clause":"p/v","claim":"p/v#CN/1","facts":["CN/1"],"object":"CN/1","sealedOn":"2023-12-01"}"#
    let claim = try Sample.claim(
      marks,
      #""operation":"perRegistration","arguments":{"each":"500元","route":"domestic"}"#,
      #""operation":"dedup","arguments":{"key":"mark"}"#,
      fact:
        #"{"kind":"trademark","id":"CN/2","office":"CN","number":"2","registeredOn":"2025-05-10","route":"domestic","owner":"e1","mark":"甲","status":"registered"}"#
        + "\n"
    )
    #expect(claim.outcome == .notEligible)
  }
}

/// Tiers of a brand that changed its owner.
struct ChangeOfOwnerTierTests {
  private static let sold = #","object":"b1""#

  private func round(_ records: String, _ clauses: String...) throws -> String {
    try Sample(records, clauses: [Sample.nat, Sample.prov] + clauses).round().summary
  }

  @Test(arguments: [
    ("enterprise", "eligible 10000000"), ("object", "not-eligible 0"),
  ])
  func `a tier is paid once to a holder or once for a brand`(per: String, result: String) throws {
    let summary = try round(
      Sample.title("r", "prov", "2025-05-10")
        + Sample.award("a", 2023, "provincial", yuan: 100_000, recipient: "e2", more: Self.sold),
      #"{"number":"o","operation":"oncePerLevel","arguments":{"per":"\#(per)"}}"#
    )
    #expect(summary == "p/prov#r \(result)")
  }

  @Test func `within a year the new owner's title deducts the old owner's`() throws {
    let summary = try round(
      Sample.title("r1", "prov", "2025-03-10", holder: "e2")
        + Sample.title("r2", "nat", "2025-05-10"),
      #"{"number":"u","operation":"upgrade","arguments":{"mode":"difference","per":"brand"}}"#
    )
    #expect(summary == "p/nat#r2 eligible 40000000\np/prov#r1 eligible 10000000")
  }

  @Test func `after the old owner's higher title the new owner's lower one is not paid`() throws {
    let summary = try round(
      Sample.title("r", "prov", "2025-05-10")
        + Sample.award("a", 2023, "national", yuan: 500_000, recipient: "e2", more: Self.sold),
      #"{"number":"u","operation":"upgrade","arguments":{"mode":"full","per":"brand","downgrade":"none"}}"#
    )
    #expect(summary == "p/prov#r not-eligible 0")
  }

  @Test(arguments: [
    (#","object":"b1""#, "not-eligible 0"), (#","object":"b2""#, "eligible 10000000"),
    ("", "eligible 10000000"),
  ])
  func `a renewal is paid only where the brand never was, to whomever`(
    object: String,
    result: String
  ) throws {
    let summary = try round(
      Sample.title("r", "prov", "2025-05-10", event: "renewal")
        + Sample.award("a", 2020, "provincial", yuan: 100_000, recipient: "e2", more: object),
      #"{"number":"n","operation":"renewal","arguments":{"mode":"ifNeverPaid"}}"#
    )
    #expect(summary == "p/prov#r \(result)")
  }

  @Test func `a piece counts for who was paid, also when the mark was sold`() throws {
    func mark(_ number: Int, _ owner: String, _ day: String) -> String {
      #"{"kind":"trademark","id":"CN/\#(number)","office":"CN","number":"\#(number)","filedOn":"2024-01-05","registeredOn":"\#(day)","route":"domestic","owner":"\#(owner)","mark":"牌\#(number)","status":"registered"}"#
        + "\n"
    }
    let paid =
      #"{"kind":"award","id":"w","policy":"p","year":2024,"recipient":"e1","amountFen":50000,"state":"paid","clause":"p/v","claim":"p/v#CN/1","facts":["CN/1"],"object":"CN/1","sealedOn":"2024-12-01"}"#
    let sample = try Sample(
      mark(1, "e2", "2024-06-01") + mark(2, "e1", "2025-06-01") + mark(3, "e2", "2025-06-02")
        + paid,
      clauses: [
        #"{"number":"v","operation":"perRegistration","arguments":{"each":"500元","route":"domestic"}}"#,
        #"{"number":"c","operation":"pieceCap","arguments":{"maximum":1,"year":"filed"}}"#,
      ]
    )
    #expect(
      try sample.round().summary == "p/v#CN/2 not-eligible 0\np/v#CN/3 eligible 50000"
    )
  }
}
