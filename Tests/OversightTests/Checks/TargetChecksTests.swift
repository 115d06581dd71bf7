import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct TargetChecksTests {
  private func target(
    _ id: String,
    _ indicator: String,
    _ value: String,
    _ label: String,
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Sample.draft(Target.self, id, more)
    draft[Target.indicator] = indicator
    draft[Target.value] = DecimalNumber(value)
    draft[Target.operator] = draft[Target.operator] ?? .atLeast
    draft[Target.basis] = .flow
    draft[Target.clause] = "一(三)3"
    draft[Target.label] = label
    draft[Target.unit] = "件"
    return draft
  }

  private func run(_ drafts: [Draft], _ name: String) throws -> [Diagnostic] {
    try Checks.run(Sample.ledger(drafts), today: day("2025-06-15"), names: [name])
  }

  @Test func `the plan's own contradictions name both targets and their clauses`() throws {
    let findings = try run(
      [
        target("t1", "patents-applied", "650", "企业专利申请量"),
        target("t2", "patents-granted", "40", "企业专利授权量"),
        target("t3", "inventions-applied", "800", "发明专利申请量", ["partOf": "patents-applied"]),
        target("t4", "inventions-granted", "50", "发明专利授权量", ["partOf": "patents-granted"]),
      ],
      "target-contradiction"
    )
    #expect(
      findings.map(\.message.zh) == [
        "目标 t3：规划自相矛盾：发明专利申请量 800件(一(三)3)属于企业专利申请量 650件(一(三)3)",
        "目标 t4：规划自相矛盾：发明专利授权量 50件(一(三)3)属于企业专利授权量 40件(一(三)3)",
      ]
    )
  }

  @Test(arguments: [("649", 0), ("650", 0), ("650.1", 1), ("651", 1)])
  func `a part may be as large as its whole`(value: String, count: Int) throws {
    let drafts = [
      target("t1", "patents-applied", "650", "专利"),
      target("t2", "inventions-applied", value, "发明", ["partOf": "patents-applied"]),
    ]
    #expect(try run(drafts, "target-contradiction").count == count)
  }

  @Test(
    arguments: [
      (["year": "2025", "scope": "lsg"], ["year": "2025", "scope": "吕四港镇"], 1),
      (["year": "2025"], ["year": "2025"], 1), ([:], [:], 1),
      (["year": "2025", "scope": "lsg"], ["scope": "吕四港镇"], 0),
      (["year": "2025"], ["year": "2026"], 0), (["scope": "lsg"], ["scope": "经信局"], 0),
      ([:], ["operator": "at-most"], 0), ([:], ["operator": "above"], 1),
      ([:], ["ownerTypes": "company"], 0), ([:], ["averageFrom": "2023"], 0),
      (["ownerTypes": "company,person"], ["ownerTypes": "person,company"], 1),
      (["averageFrom": "2023"], ["averageFrom": "2023"], 1),
    ] as [([String: String], [String: String], Int)]
  )
  func `a second target of an indicator, a place and a year is found`(
    first: [String: String],
    second: [String: String],
    count: Int
  ) throws {
    func made(_ id: String, _ values: [String: String]) -> Draft {
      var draft = target(id, "patents-granted", "5", "专利")
      draft[Target.year] = values["year"].flatMap { Int($0) }
      draft[Target.scope] = values["scope"]
      draft[Target.operator] =
        values["operator"].flatMap { TargetOperator(rawValue: $0) }
        ?? .atLeast
      draft[Target.ownerTypes] = values["ownerTypes"]?.split(separator: ",")
        .compactMap { EnterpriseType(rawValue: String($0)) }
      draft[Target.averageFrom] = values["averageFrom"].flatMap { Int($0) }
      return draft
    }
    let town = Sample.draft(Town.self, "lsg", ["name": "吕四港镇"])
    let found = try run([town, made("t1", first), made("t2", second)], "target-twice")
    #expect(
      found.map(\.message.en)
        == Array(
          repeating: "target t2: the target t1 is of the same indicator, owners, place and years",
          count: count
        )
    )
  }

  @Test func `targets of other years, scopes, or ceilings do not contradict`() throws {
    let drafts = [
      target("t1", "patents-applied", "650", "专利", ["year": "2024"]),
      target(
        "t2",
        "inventions-applied",
        "800",
        "发明",
        ["partOf": "patents-applied", "year": "2025"]
      ),
      target("t3", "inventions-applied", "800", "发明", ["partOf": "patents-applied", "scope": "x"]),
      target(
        "t4",
        "inventions-applied",
        "800",
        "发明",
        ["partOf": "patents-applied", "operator": "at-most"]
      ),
    ]
    #expect(try run(drafts, "target-contradiction").isEmpty)
  }

  @Test func `a target that nobody computes or reports is found`() throws {
    let drafts = [
      Sample.draft(Scheme.self, "s", ["name": "示例", "level": "county"]),
      Sample.draft(Town.self, "lsg", ["name": "吕四港镇", "type": "town"]),
      Sample.draft(Observation.self, "o", ["indicator": "listed", "date": "2024", "value": "3"]),
      target("t1", "holdings:s", "5", "甲"),
      target("t2", "holdings:none", "5", "乙"),
      target("t3", "listed", "5", "丙"),
      target("t4", "energy", "5", "丁"),
      target("t5", "patents-applied", "5", "戊", ["scope": "吕四港镇"]),
      target("t6", "patents-applied", "5", "己", ["scope": "科技局"]),
      target("t7", "patents-applied:s", "5", "庚"),
    ]
    let findings = try run(drafts, "target-without-source")
    #expect(
      findings.map { $0.message.en.prefix(9) } == [
        "target t2", "target t4", "target t6", "target t7",
      ]
    )
  }

  @Test func `a misspelt indicator, scheme or town and a range that goes down are found`() throws {
    let drafts = [
      Sample.draft(
        Scheme.self,
        "jiangsu-quality-product",
        ["name": "江苏精品", "level": "provincial"]
      ),
      Sample.draft(Town.self, "hl", ["name": "汇龙镇", "type": "town"]),
      Sample.draft(
        Observation.self,
        "o",
        ["indicator": "cases-open", "date": "2024", "value": "3"]
      ),
      target("t1", "new-trademark-domestik", "5", "甲"),
      target("t2", "new-recognitions:jiangsu-qualty-product", "5", "乙"),
      target("t3", "patents-granted", "5", "丙", ["operator": "within", "upper": "2"]),
      target("t4", "patents-granted", "5", "丁", ["scope": "汇龙真"]),
      target("t5", "patents-granted", "5", "戊", ["operator": "within"]),
      target("t6", "patents-granted", "-5", "己"),
      target("t7", "patents-granted", "5", "庚", ["operator": "at-most", "upper": "8"]),
      target("t8", "holdings:provincial", "5", "辛"),
      target("u1", "new-recognitions:jiangsu-quality-product", "5", "甲", ["scope": "汇龙镇"]),
      target("u2", "cases-open", "5", "乙"),
      target("u3", "rd-share-of-gdp", "5", "丙", ["scope": "科技局"]),
      target("u4", "listed", "5", "丁", ["operator": "within", "upper": "5"]),
    ]
    let findings = try run(drafts, "target-faulty")
    #expect(
      findings.map(\.message.en) == [
        "target t1: 'new-trademark-domestik' is neither computed nor reported",
        "target t2: there is no scheme 'jiangsu-qualty-product' to compute "
          + "'new-recognitions:jiangsu-qualty-product' of",
        "target t3: the range from 5 to 2 holds no value",
        "target t4: the scope '汇龙真' is no town, and nothing is reported of it",
        "target t5: the range from 5 has no upper end",
        "target t6: -5 is less than nothing, and counts are not",
        "target t7: the upper end 8 says nothing of a target that is at most",
        "target t8: 'holdings:provincial' counts what is held on the last day, not what is new",
      ]
    )
    #expect(findings[0].help?.zh == "是否指“new-trademarks-domestic”？")
    #expect(findings[1].help?.en == "did you mean 'jiangsu-quality-product'?")
    #expect(findings[3].help?.zh == "是否指“汇龙镇”？")
  }
}
