import Ledger
import Oversight
import Portfolio
import Testing

struct PipelineTests {
  private let scheme = Sample.draft(
    Scheme.self,
    "t1",
    [
      "name": "示例精品", "level": "provincial",
      "conditions": """
      [{"is":"years-of-use","atLeast":3},{"is":"sales","atLeast":"5000万"},{"is":"standard"},\
      {"is":"registered-mark"},{"is":"no-incident","years":3},{"is":"confirmed","what":"现场评审"}]
      """,
    ]
  )

  private func brand(_ id: String = "b1", _ more: KeyValuePairs<String, String> = [:]) -> Draft {
    var draft = Sample.draft(Brand.self, id, more)
    draft[Brand.name] = "示例"
    draft[Brand.owner] = "e1"
    draft[Brand.plannedScheme] = draft[Brand.plannedScheme] ?? "t1"
    draft[Brand.plannedYear] = draft[Brand.plannedYear] ?? 2026
    return draft
  }

  private var whole: Draft {
    brand(
      "b1",
      [
        "firstUsedOn": "2023-01-31", "standard": "Q/SL 1-2024", "trademarks": "m1",
        "confirmed": "现场评审",
      ]
    )
  }

  private func sales(_ year: Int, _ amount: String) -> Draft {
    Sample.draft(
      EnterpriseYear.self,
      "y\(year)",
      ["enterprise": "e1", "year": "\(year)", "salesFen": amount]
    )
  }

  private func answers(
    _ brand: Draft,
    _ drafts: [Draft],
    on date: String = "2026-01-31"
  ) throws -> [Bool?] {
    let ledger = Rights.ledger([scheme, brand, Rights.mark("m1")] + drafts)
    let judge = try ReadinessJudge(ledger, on: day(date), for: [brand.record()])
    return judge.readiness(of: brand.record(), for: scheme.record()).answers.map(\.isMet)
  }

  @Test func `what no record tells is not known, not missing`() throws {
    #expect(try answers(brand(), []) == [nil, nil, nil, nil, true, nil])
  }

  @Test func `every condition can be met`() throws {
    #expect(try answers(whole, [sales(2025, "5000万")]) == [true, true, true, true, true, true])
  }

  // Three years of use from 2023-01-31 are full with 2026-01-30.
  @Test(arguments: [("2026-01-30", false), ("2026-01-31", true)])
  func `years of use are full on the day before the corresponding day`(
    date: String,
    isMet: Bool
  ) throws {
    #expect(try answers(whole, [], on: date)[0] == isMet)
  }

  @Test func `sales are those of the last whole year, to the fen`() throws {
    #expect(try answers(whole, [sales(2025, "49999999.99")])[1] == false)
    #expect(try answers(whole, [sales(2025, "5000万")])[1] == true)
    #expect(try answers(whole, [sales(2024, "9000万")])[1] == nil)
  }

  @Test func `a mark that has ended carries no title`() throws {
    let ended = Rights.event("x", of: "m1", "2026-01-31", .cancelled)
    #expect(try answers(whole, [ended], on: "2026-01-30")[3] == true)
    #expect(try answers(whole, [ended], on: "2026-01-31")[3] == false)
  }

  // The term of m1 ends on 2030-03-04, its grace on 2030-09-04.
  @Test(
    arguments: [
      ("2030-03-04", true), ("2030-03-05", nil), ("2030-09-04", nil), ("2030-09-05", false),
    ] as [(String, Bool?)]
  )
  func `a mark beyond its term carries none, in the grace nobody knows`(date: String, isMet: Bool?)
    throws
  {
    #expect(try answers(whole, [], on: date)[3] == isMet)
  }

  @Test(arguments: [("2024-01-04", true), ("2024-01-05", false)])
  func `a patent counts until its term is over`(date: String, isMet: Bool) throws {
    let conditions = #"[{"is":"patents","atLeast":1}]"#
    let scheme = Sample.draft(Scheme.self, "t2", ["name": "示例", "conditions": conditions])
    let ledger = Rights.ledger([scheme, whole, Rights.patent("2004-01-05", "2007-01-01")])
    let judge = try ReadinessJudge(ledger, on: day(date), for: [whole.record()])
    let readiness = judge.readiness(of: whole.record(), for: scheme.record())
    #expect(readiness.answers.map(\.isMet) == [isMet])
  }

  @Test func `an incident stands in the way for its years`() throws {
    let incident = Sample.draft(Incident.self, "i", ["enterprise": "e1", "date": "2023-01-31"])
    #expect(try answers(whole, [incident], on: "2026-01-30")[4] == false)
    #expect(try answers(whole, [incident], on: "2026-01-31")[4] == true)
  }

  private func verdict(_ target: Int, _ drafts: [Draft], year: Int = 2026) throws -> String? {
    let goal = Sample.draft(
      Target.self,
      "g",
      ["indicator": "new-recognitions:t1", "operator": "at-least", "value": "\(target)"]
    )
    let ledger = Rights.ledger([scheme, goal, Rights.mark("m1"), sales(2025, "5000万")] + drafts)
    let pipeline = try Pipeline(year: year, in: ledger, today: day("2026-01-31"))
    return pipeline.rows.first { $0.scheme.id == "t1" }?.verdict.rawValue
  }

  @Test func `a target is met, within reach by whom, or out of reach`() throws {
    let unclear = brand("b2")
    let missing = brand("b3", ["firstUsedOn": "2025-01-01"])
    #expect(try verdict(1, [whole]) == "ready")
    #expect(try verdict(2, [whole, unclear]) == "unclear")
    #expect(try verdict(3, [whole, unclear, missing]) == "behind")
    #expect(try verdict(4, [whole, unclear, missing]) == "short")
    let won = Sample.draft(
      Recognition.self,
      "r",
      ["scheme": "t1", "brand": "b9", "holder": "e1", "awarded": "2026-01-10"]
    )
    #expect(try verdict(1, [won]) == "met")
    #expect(try verdict(2, [won, whole]) == "ready")
    #expect(try verdict(1, [brand("b4", ["plannedYear": "2027"])]) == "short")
    #expect(try verdict(1, [], year: 2025) == "over")
  }

  @Test func `a candidate of an owner elsewhere meets no target, and is told`() throws {
    let goal = Sample.draft(
      Target.self,
      "g",
      ["indicator": "new-recognitions:t1", "operator": "at-least", "value": "1"]
    )
    let town = Sample.draft(Town.self, "lsg", ["name": "吕四港镇", "code": "320681110"])
    func row(_ area: String) throws -> PipelineRow {
      let owner = Sample.draft(Enterprise.self, "e1", ["name": "甲公司", "area": area])
      let ledger = Rights.ledger([
        scheme, goal, town, owner, whole, Rights.mark("m1"), sales(2025, "5000万"),
      ])
      let rows = try Pipeline(year: 2026, in: ledger, today: day("2026-01-31")).rows
      return try #require(rows.first { $0.scheme.id == "t1" })
    }
    let home = try row("320681")
    #expect(home.verdict == .ready)
    #expect(home.candidates.map(\.brand.id) == ["b1"])
    #expect(home.elsewhere == 0)
    let away = try row("310115")
    #expect(away.verdict == .short)
    #expect(away.candidates.isEmpty)
    #expect(away.elsewhere == 1)
  }

  @Test func `a target of a tier is judged over its titles`() throws {
    let other = Sample.draft(Scheme.self, "t2", ["name": "示例名品", "level": "provincial"])
    let ended = Sample.draft(
      Scheme.self,
      "t3",
      ["name": "示例旧品", "level": "provincial", "wonUntil": "2024-12-31"]
    )
    func tier(_ count: Int) throws -> PipelineTier? {
      let goal = Sample.draft(
        Target.self,
        "g",
        ["indicator": "new-recognitions:provincial", "operator": "at-least", "value": "\(count)"]
      )
      let ledger = Rights.ledger([
        scheme, other, ended, goal, Rights.mark("m1"), sales(2025, "5000万"), whole,
        brand("b2", ["plannedScheme": "t2"]), brand("b3", ["plannedScheme": "t3"]),
      ])
      let pipeline = try Pipeline(year: 2026, in: ledger, today: day("2026-01-31"))
      let others = pipeline.rows.filter { $0.verdict == .none }
      #expect(others.allSatisfy { $0.countsForTier })
      return pipeline.tiers.first
    }
    let one = try #require(try tier(1))
    #expect(one.level == .provincial)
    #expect(one.verdict == .ready)
    #expect(one.candidates.map(\.brand.id) == ["b1", "b2"])
    // Of the second title nobody wrote down the conditions; the third cannot be won any more.
    #expect(try tier(2)?.verdict == .unclear)
    #expect(try tier(3)?.verdict == .short)
  }

  @Test func `a title that cannot be won any more closes its target`() throws {
    let ledger = Rights.ledger([
      Sample.draft(
        Target.self,
        "g",
        [
          "indicator": "new-recognitions:china-famous-brand-product", "operator": "at-least",
          "value": "1",
        ]
      ),
      brand("b1", ["plannedScheme": "china-famous-brand-product"]),
      brand("b2", ["plannedScheme": "well-known-trademark"]),
    ])
    let pipeline = try Pipeline(year: 2026, level: .national, in: ledger, today: day("2026-01-31"))
    #expect(pipeline.rows.map(\.verdict) == [.closed, .none])
    func found(_ name: String) throws -> Int {
      try Checks.run(ledger, today: day("2026-01-31"), names: [name]).count
    }
    #expect(try found("planned-title") == 1)
    #expect(try found("planned-well-known") == 1)
  }

  @Test(arguments: [
    #"{"is":"operating"}"#, #"[{"is":"oprating"}]"#, #"[{"is":"sales","atLeast":5}]"#,
    #"[{"is":"patents","atLeast":0}]"#, #"[{"is":"holds"}]"#, #"[{"is":"confirmed","what":""}]"#,
    #"[{}]"#,
  ])
  func `a condition that cannot be read is found`(conditions: String) throws {
    let scheme = Sample.draft(Scheme.self, "t2", ["conditions": conditions])
    let found = try Checks.run(
      Sample.ledger([scheme]),
      today: day("2026-01-31"),
      names: ["scheme-conditions"]
    )
    #expect(found.count == 1)
  }
}
