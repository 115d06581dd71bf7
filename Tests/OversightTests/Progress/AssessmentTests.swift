import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// The yearly assessment: points, deductions, bonuses, places.
struct AssessmentTests {
  private static let towns = [
    Sample.draft(Town.self, "hl", ["name": "汇龙镇", "type": "town"]),
    Sample.draft(Town.self, "lsg", ["name": "吕四港镇", "type": "town"]),
    Sample.draft(Town.self, "dh", ["name": "东海镇", "type": "town"]),
  ]

  private func target(
    _ id: String,
    _ value: String,
    _ more: KeyValuePairs<String, String>
  ) -> Draft {
    var draft = Sample.draft(Target.self, id, more)
    draft[Target.indicator] = draft[Target.indicator] ?? "listed"
    draft[Target.operator] = draft[Target.operator] ?? .atLeast
    draft[Target.value] = DecimalNumber(value)
    draft[Target.basis] = draft[Target.basis] ?? .flow
    draft[Target.clause] = "三(一)"
    draft[Target.label] = "示例指标"
    return draft
  }

  private func reported(_ value: String, scope: String = "科技局", _ indicator: String = "listed")
    -> Draft
  {
    Sample.draft(
      Observation.self,
      "o-\(indicator)-\(scope)",
      ["indicator": indicator, "date": "2025", "value": value, "scope": scope]
    )
  }

  private func units(_ drafts: [Draft]) throws -> [Assessment.Unit] {
    let ledger = Sample.ledger(Self.towns + drafts)
    return try Progress(year: 2025, in: ledger, today: day("2026-06-01")).assessment.units
  }

  struct Row: CustomTestStringConvertible {
    let reached: String
    let deducted: String
    let bonus: String
    let points: String
    let rule: [String: String]
    var testDescription: String { "\(reached) \(rule)" }

    init(
      _ reached: String,
      _ deducted: String,
      _ bonus: String,
      _ points: String,
      _ rule: [String: String]
    ) {
      (self.reached, self.deducted, self.bonus, self.points) = (reached, deducted, bonus, points)
      self.rule = rule
    }
  }

  private static let perPiece = ["weight": "10", "deduction": "0.1", "bonus": "2"]

  @Test(arguments: [
    // A tenth of a point for each missing piece, two for each on top.
    Row("49", "0.1", "0", "9.9", perPiece), Row("50", "0", "0", "10", perPiece),
    Row("51", "0", "2", "12", perPiece), Row("45", "0.5", "0", "9.5", perPiece),
    Row("0", "5", "0", "5", perPiece),
    // Never more than the points that it has, never more than the limit on top.
    Row("40", "10", "0", "0", ["weight": "10", "deduction": "5"]),
    Row("60", "0", "3", "13", ["weight": "10", "bonus": "2", "bonusLimit": "3"]),
    // By the share reached, rounded down: 10 × 33 / 50 = 6.6, 7 × 49 / 50 = 6.86, 1 × 49 / 50 = 0.98.
    Row("33", "3.4", "0", "6.6", ["weight": "10"]), Row("49", "0.14", "0", "6.86", ["weight": "7"]),
    Row("0", "10", "0", "0", ["weight": "10"]), Row("80", "0", "0", "10", ["weight": "10"]),
    // 10 × 1 / 50 × 0.333: what is taken off is rounded up.
    Row("49.667", "0.04", "0", "9.96", ["weight": "10", "deduction": "0.1"]),
    // A ceiling: below it is a saving, above it nothing is left unless a rate says so.
    Row("50", "0", "0", "10", ["weight": "10", "operator": "at-most"]),
    Row("50.1", "10", "0", "0", ["weight": "10", "operator": "at-most"]),
    Row("52", "1", "0", "9", ["weight": "10", "operator": "at-most", "deduction": "0.5"]),
    Row("48", "0", "1", "11", ["weight": "10", "operator": "at-most", "bonus": "0.5"]),
    // A range of a stock is missed at both ends, one of what is new only below.
    Row(
      "61",
      "10",
      "0",
      "0",
      ["weight": "10", "operator": "within", "upper": "60", "basis": "stock"]
    ),
    Row("61", "0", "0", "10", ["weight": "10", "operator": "within", "upper": "60"]),
    Row(
      "60",
      "0",
      "0",
      "10",
      ["weight": "10", "operator": "within", "upper": "60", "basis": "stock"]
    ),
    // The very value is not above it, yet nothing is missing that points could be taken off for.
    Row("50", "0", "0", "10", ["weight": "10", "operator": "above"]),
    // Points on top alone.
    Row("53", "0", "15", "15", ["weight": "0", "bonus": "5"]),
  ])
  func `points, what is taken off, and what is given on top`(row: Row) throws {
    var target = target("t", "50", ["scope": "科技局"])
    for (name, value) in row.rule {
      let field = try #require(Target.schema.field(named: name))
      target[field] = try field.type.parse(value).get()
    }
    let unit = try #require(try units([target, reported(row.reached)]).first)
    #expect(unit.deducted.description == row.deducted)
    #expect(unit.bonus.description == row.bonus)
    #expect(unit.points.description == row.points)
    #expect(unit.unknown == 0)
  }

  @Test
  func `towns and departments are ranked apart by their share, equals alike, the unknown last`()
    throws
  {
    let drafts = [
      target("t1", "10", ["scope": "hl", "weight": "20"]), reported("5", scope: "hl"),
      target("t2", "10", ["responsible": "lsg", "scope": "吕四港镇", "weight": "10"]),
      reported("8", scope: "吕四港镇"),
      target("t3", "10", ["scope": "科技局", "weight": "10"]), reported("4"),
      target("t4", "10", ["scope": "农业局", "weight": "5"]), reported("4", scope: "农业局"),
      target("t5", "10", ["scope": "商务局", "weight": "5"]),
      target("t6", "10", ["scope": "财政局", "weight": "5"]), reported("3", scope: "财政局"),
      target("t7", "10", ["weight": "5", "indicator": "all"]), reported("10", scope: "", "all"),
      target("t8", "10", ["scope": "市监局"]), reported("3", scope: "市监局"),
      target(
        "t9",
        "10",
        ["responsible": "科 技局", "scope": "科技局", "weight": "5", "indicator": "more"]
      ), reported("4", "more"),
    ]
    let units = try units(drafts)
    #expect(
      units.map(\.name) == ["吕四港镇", "汇龙镇", "科技局", "农业局", "财政局", "商务局", nil]
    )
    #expect(units.map(\.rank) == [1, 2, 1, 1, 3, nil, nil])
    #expect(units.map(\.isTown) == [true, true, false, false, false, false, false])
    #expect(units.map(\.points.description) == ["8", "10", "6", "2", "1.5", "0", "5"])
    #expect(units[5].unknown == 1)
    // What is not known is no share of nothing.
    #expect(units.map(\.isKnown) == [true, true, true, true, true, false, true])
    #expect(units[5].share == nil)
  }

  @Test func `a department answers for what is counted of the whole city`() throws {
    let drafts = [
      target("t1", "4", ["indicator": "patents-granted", "responsible": "市场监管局", "weight": "10"]),
      target("t2", "2", ["scope": "hl", "responsible": "市场监管局", "weight": "10"]),
      reported("1", scope: "hl"),
      Sample.draft(
        Patent.self,
        "p",
        ["number": "US1", "type": "design", "grantedOn": "2025-03-01"]
      ),
    ]
    let unit = try #require(try units(drafts).first)
    #expect(unit.name == "市场监管局")
    #expect(unit.isTown == false)
    #expect(unit.rows.map(\.score?.points?.description) == ["2.5", "5"])
    #expect(unit.full.description == "20")
  }

  @Test func `an average is scored as an average`() throws {
    let marks = [2024, 2024, 2024, 2025].enumerated().map { number, year in
      Sample.draft(
        Trademark.self,
        "CN/\(number)",
        [
          "office": "CN", "number": "\(number)", "mark": "示例", "route": "domestic",
          "registeredOn": "\(year)-03-01",
        ]
      )
    }
    let drafts = [
      target(
        "t",
        "3",
        ["indicator": "new-trademarks-domestic", "averageFrom": "2024", "weight": "30"]
      )
    ]
    let unit = try #require(try units(marks + drafts).first)
    // Two a year of three: 20 of 30 points.
    #expect(unit.points.description == "20")
  }

  @Test(
    arguments: [
      (["weight": "-1"], true), (["deduction": "1"], true), (["weight": "0.001"], true),
      (["weight": "10", "bonus": "-2"], true), (["weight": "0", "bonus": "2"], false),
      (["weight": "0.25", "deduction": "0.001"], false), ([:], false),
    ] as [([String: String], Bool)]
  )
  func `points that cannot be given are refused`(rule: [String: String], isRefused: Bool) throws {
    var target = target("t", "50", [:])
    for (name, value) in rule {
      let field = try #require(Target.schema.field(named: name))
      target[field] = try field.type.parse(value).get()
    }
    let found = try TargetRules.findings(for: [target.record()], in: Sample.ledger([]))[0]
    #expect(found.map(\.severity) == (isRefused ? [.error] : []))
  }
}
