import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct HighestOnlyTests {
  private static let perBrand =
    #"{"number":"h","operation":"highestOnly","arguments":{"per":"brand"}}"#
  private static let perEnterprise =
    #"{"number":"h","operation":"highestOnly","arguments":{"per":"enterprise"}}"#

  @Test func `per enterprise pays one award over all its brands`() throws {
    let sample = try Sample(
      Sample.title("r1", "prov", "2025-01-02", brand: "b1")
        + Sample.title("r2", "nat", "2025-03-02", brand: "b3")
        + Sample.title("r3", "prov", "2025-03-02", holder: "e2", brand: "b2"),
      clauses: [Sample.nat, Sample.prov, Self.perEnterprise]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r2 eligible 50000000
        p/prov#r1 not-eligible 0
        p/prov#r3 eligible 10000000
        """
    )
  }

  @Test func `per brand pays one award for each brand`() throws {
    let sample = try Sample(
      Sample.title("r1", "prov", "2025-01-02", brand: "b1")
        + Sample.title("r2", "nat", "2025-03-02", brand: "b1")
        + Sample.title("r3", "prov", "2025-03-02", brand: "b3"),
      clauses: [Sample.nat, Sample.prov, Self.perBrand]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r2 eligible 50000000
        p/prov#r1 not-eligible 0
        p/prov#r3 eligible 10000000
        """
    )
  }

  @Test func `of equal awards the earlier claim is kept`() throws {
    let sample = try Sample(
      Sample.title("r2", "nat", "2025-03-02", brand: "b3")
        + Sample.title("r1", "nat", "2025-03-02", brand: "b1"),
      clauses: [Sample.nat, Self.perEnterprise]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r1 eligible 50000000
        p/nat#r2 not-eligible 0
        """
    )
  }

  @Test func `titles of another year do not compete`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2024-12-31") + Sample.title("r2", "prov", "2025-01-01"),
      clauses: [Sample.nat, Sample.prov, Self.perEnterprise]
    )
    #expect(try sample.round().summary == "p/prov#r2 eligible 10000000")
  }

  @Test func `a lower award waits for a higher one that is unknown, a higher one does not`() throws
  {
    let route =
      #"{"number":"c","operation":"routeIs","arguments":{"route":"administrative"},"for":["nat2"]}"#
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r2", "nat2", "2025-01-01")
        + Sample.title("r3", "prov", "2025-01-01"),
      clauses: [Sample.nat2, Sample.prov, route, Self.perEnterprise]
    )
    let round = try sample.round()
    #expect(
      round.summary == """
        p/nat2#r2 unknown 0
        p/prov#r3 unknown 0
        """
    )
    #expect(
      try round.claim("prov", "r3").missing.map { "\($0.record).\($0.field)" } == ["r2.route"]
    )
    let higher = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r2", "nat2", "2025-01-01")
        + Sample.title("r3", "prov", "2025-01-01"),
      clauses: [Sample.nat, Sample.nat2, Sample.prov, route, Self.perEnterprise]
    )
    #expect(
      try higher.round().summary == """
        p/nat#r1 eligible 50000000
        p/nat2#r2 unknown 0
        p/prov#r3 not-eligible 0
        """
    )
  }

  @Test func `a lower award waits for a higher one that people must decide`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r3", "prov", "2025-01-01"),
      clauses: [
        Sample.nat, Sample.prov, #"{"number":"u","operation":"unexpressed","for":["nat"]}"#,
        Self.perEnterprise,
      ]
    )
    #expect(try sample.round().claim("prov", "r3").outcome == .undecided)
  }

  @Test func `a missing brand matters only where another award competes`() throws {
    let alone = try Sample(
      Sample.title("r1", "prov", "2025-01-01", brand: nil),
      clauses: [Sample.nat, Sample.prov, Self.perBrand]
    )
    #expect(try alone.round().summary == "p/prov#r1 eligible 10000000")
    let beside = try Sample(
      Sample.title("r1", "prov", "2025-01-01", brand: nil)
        + Sample.title("r2", "nat", "2025-01-01", brand: "b1"),
      clauses: [Sample.nat, Sample.prov, Self.perBrand]
    )
    let claim = try beside.round().claim("prov", "r1")
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map { "\($0.record).\($0.field)" } == ["r1.brand"])
    #expect(try beside.round().claim("nat", "r2").outcome == .eligible)
  }

  @Test func `a scheme without a family holds up other titles, and asks for its family`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r2", "bare", "2025-01-02")
        + #"""
        {"kind":"scheme","id":"bare","name":"未分类","level":"provincial"}
        {"kind":"expense","id":"x","enterprise":"e1","paidOn":"2025-02-01","category":"insurance","amountFen":100}

        """#,
      clauses: [
        #"{"number":"a","operation":"fixed","arguments":{"level":"national","amount":"5万元"}}"#,
        #"{"number":"b","operation":"fixed","arguments":{"level":"provincial","amount":"8万元"}}"#,
        #"{"number":"c","operation":"fixed","arguments":{"facts":"expense","amount":"1万元"}}"#,
        #"{"number":"h","operation":"highestOnly","arguments":{"per":"class"}}"#,
      ]
    )
    let round = try sample.round()
    #expect(
      round.summary == """
        p/a#r1 unknown 0
        p/b#r2 eligible 8000000
        p/c#x eligible 1000000
        """
    )
    #expect(
      try round.claim("a", "r1").missing.map { "\($0.record).\($0.field)" } == ["bare.family"]
    )
  }

  @Test func `it compares only the clauses that it names, an article naming all of its items`()
    throws
  {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r2", "prov", "2025-01-01")
        + Sample.title("r3", "city", "2025-01-01"),
      clauses: [
        #"{"number":"第六条(一)","operation":"fixed","arguments":{"scheme":"nat","amount":"50元"}}"#,
        #"{"number":"第六条（二）","operation":"fixed","arguments":{"scheme":"prov","amount":"10元"}}"#,
        #"{"number":"第七条","operation":"fixed","arguments":{"scheme":"city","amount":"2元"}}"#,
        #"{"number":"h","operation":"highestOnly","arguments":{"per":"enterprise"},"for":["第六条"]}"#,
      ]
    )
    #expect(
      try sample.round().summary == """
        p/第六条(一)#r1 eligible 5000
        p/第六条（二）#r2 not-eligible 0
        p/第七条#r3 eligible 200
        """
    )
  }
}
