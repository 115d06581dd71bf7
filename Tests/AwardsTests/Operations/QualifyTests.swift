import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct QualifyTests {
  /// One title of an enterprise with the given fields, under one condition.
  private func claim(
    _ enterprise: String,
    _ condition: String,
    title: String = Sample.title("r", "nat", "2025-05-10", holder: "x", brand: nil),
    more: String = ""
  ) throws -> Claim {
    let records = #"{"kind":"enterprise","id":"x","name":"丁公司"\#(enterprise)}"# + "\n"
    let sample = try Sample(
      records + title + more,
      clauses: [Sample.nat, #"{"number":"c",\#(condition)}"#]
    )
    return try sample.round().claim("nat", "r")
  }

  @Test(arguments: [
    (#","town":"lusi""#, Outcome.eligible),
    (#","area":"320681""#, .eligible),
    (#","area":" 启东市 ","town":"lusi""#, .eligible),
    (#","area":"320684""#, .notEligible),
    (#","area":"320684","town":"lusi""#, .notEligible),
    ("", .unknown),
  ])
  func `registeredIn reads the area, then the town`(fields: String, outcome: Outcome) throws {
    let claim = try claim(
      fields,
      #""operation":"registeredIn","arguments":{"area":["320681","启东市"]}"#
    )
    #expect(claim.outcome == outcome)
    #expect(claim.amount == (outcome == .eligible ? Money(fen: 50_000_000) : .zero))
    if outcome == .unknown { #expect(claim.missing.map(\.field) == ["area", "town"]) }
  }

  @Test(arguments: [
    (#","type":"company""#, Outcome.eligible), (#","type":"association""#, .notEligible),
    ("", .unknown),
  ])
  func `entityType takes those that are listed`(fields: String, outcome: Outcome) throws {
    let condition = #""operation":"entityType","arguments":{"in":["company","cooperative"]}"#
    #expect(try claim(fields, condition).outcome == outcome)
  }

  @Test(arguments: [
    (#","type":"company""#, Outcome.eligible), (#","type":"government""#, .notEligible),
  ])
  func `entityType leaves out those that are excluded`(fields: String, outcome: Outcome) throws {
    let condition = #""operation":"entityType","arguments":{"notIn":"government"}"#
    #expect(try claim(fields, condition).outcome == outcome)
  }

  @Test(arguments: [
    (#","foreignInvested":true"#, "yes", Outcome.eligible),
    (#","foreignInvested":false"#, "yes", .notEligible),
    (#","foreignInvested":true"#, "no", .notEligible),
    (#","foreignInvested":false"#, "no", .eligible), ("", "yes", .unknown), ("", "no", .unknown),
  ])
  func `foreignInvested asks whether foreign capital holds a share`(
    fields: String,
    answer: String,
    outcome: Outcome
  ) throws {
    let condition = #""operation":"foreignInvested","arguments":{"is":"\#(answer)"}"#
    #expect(try claim(fields, condition).outcome == outcome)
  }

  @Test(arguments: [
    (#","status":"operating""#, Outcome.eligible), (#","status":"suspended""#, .notEligible),
    (#","status":"deregistered""#, .notEligible), ("", .unknown),
  ])
  func `statusOperating takes those in business`(fields: String, outcome: Outcome) throws {
    #expect(try claim(fields, #""operation":"statusOperating""#).outcome == outcome)
  }

  @Test(arguments: [
    (#","route":"administrative""#, Outcome.eligible), (#","route":"judicial""#, .notEligible),
    ("", .unknown),
  ])
  func `routeIs takes one way and waits for a missing one`(more: String, outcome: Outcome) throws {
    let claim = try claim(
      "",
      #""operation":"routeIs","arguments":{"route":"administrative"}"#,
      title: Sample.title("r", "nat", "2025-05-10", holder: "x", brand: nil, more: more)
    )
    #expect(claim.outcome == outcome)
    #expect(claim.missing.map(\.field) == (outcome == .unknown ? ["route"] : []))
  }

  @Test func `unexpressed leaves the claims that it governs undecided and others alone`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-05-10") + Sample.title("r2", "prov", "2025-05-10"),
      clauses: [
        Sample.nat, Sample.prov,
        #"{"number":"u","operation":"unexpressed","for":["nat"],"arguments":{"because":"原文不全"}}"#,
      ]
    )
    let round = try sample.round()
    let claim = try round.claim("nat", "r1")
    #expect(claim.outcome == .undecided)
    #expect(claim.amount == .zero)
    #expect(try claim.step("u").reason.zh == "该规则须由人工判断：原文不全")
    #expect(try round.claim("prov", "r2").outcome == .eligible)
  }

  @Test func `all conditions are told, and failing outranks what is unknown`() throws {
    let sample = try Sample(
      #"{"kind":"enterprise","id":"x","name":"丁","status":"revoked"}"# + "\n"
        + Sample.title("r", "nat", "2025-05-10", holder: "x"),
      clauses: [
        Sample.nat, #"{"number":"t","operation":"entityType","arguments":{"in":"company"}}"#,
        #"{"number":"s","operation":"statusOperating"}"#,
      ]
    )
    let claim = try sample.round().claim("nat", "r")
    #expect(claim.outcome == .notEligible)
    #expect(try claim.step("t").verdict == .unknown)
    #expect(try claim.step("s").verdict == .failed)
    #expect(claim.missing.map(\.field) == ["type"])
  }

  @Test(arguments: [
    (#""taxArea":"320684","area":"320681""#, Outcome.notEligible), (#""area":"320681""#, .eligible),
    (#""town":"lusi""#, .eligible), (#""name":"丁""#, .unknown),
  ])
  func `taxIn reads the tax area, then the area, then the town`(
    fields: String,
    outcome: Outcome
  ) throws {
    let name = fields.hasPrefix(#""name""#) ? "" : #""name":"丁","#
    let sample = try Sample(
      #"{"kind":"enterprise","id":"x",\#(name)\#(fields)}"# + "\n"
        + Sample.title("r", "nat", "2025-05-10", holder: "x"),
      clauses: [
        Sample.nat, #"{"number":"c","operation":"taxIn","arguments":{"area":"320681"}}"#,
      ]
    )
    #expect(try sample.round().claim("nat", "r").outcome == outcome)
  }

  @Test(arguments: [
    (#""size":"small""#, "medium", Outcome.notEligible), (#""size":"medium""#, "medium", .eligible),
    (#""size":"large""#, "medium", .eligible), (#""town":"lusi""#, "medium", .unknown),
    (#""aboveDesignatedSize":true"#, "designated", .eligible),
    (#""aboveDesignatedSize":false"#, "designated", .notEligible),
    (#""size":"large""#, "designated", .unknown),
  ])
  func `sizeAtLeast takes a class and those above it`(
    fields: String,
    size: String,
    outcome: Outcome
  ) throws {
    let sample = try Sample(
      #"{"kind":"enterprise","id":"x","name":"丁",\#(fields)}"# + "\n"
        + Sample.title("r", "nat", "2025-05-10", holder: "x"),
      clauses: [
        Sample.nat, #"{"number":"c","operation":"sizeAtLeast","arguments":{"size":"\#(size)"}}"#,
      ]
    )
    #expect(try sample.round().claim("nat", "r").outcome == outcome)
  }

  @Test(arguments: [
    ("micro", "micro", "small", Outcome.eligible), ("small", "micro", "small", .eligible),
    ("medium", "micro", "small", .notEligible), ("large", "medium", "large", .eligible),
    ("micro", "small", "medium", .notEligible),
  ])
  func `small enterprises alone may be paid`(
    own: String,
    least: String,
    most: String,
    outcome: Outcome
  ) throws {
    let sample = try Sample(
      #"{"kind":"enterprise","id":"x","name":"丁","size":"\#(own)"}"# + "\n"
        + Sample.title("r", "nat", "2025-05-10", holder: "x"),
      clauses: [
        Sample.nat,
        #"{"number":"c","operation":"sizeAtLeast","arguments":{"size":"\#(least)","atMost":"\#(most)"}}"#,
      ]
    )
    #expect(try sample.round().claim("nat", "r").outcome == outcome)
  }

  @Test(arguments: [
    ("medium", "small", false), ("designated", "large", false), ("small", "small", true),
  ])
  func `a largest size is no smaller than the least`(least: String, most: String, isRight: Bool)
    throws
  {
    let json = try JSONValue(parsing: #"{"size":"\#(least)","atMost":"\#(most)"}"#)
    let (faults, _) = try #require(Operations.trial("sizeAtLeast", json))
    #expect(faults.isEmpty == isRight, "\(faults)")
  }
}
