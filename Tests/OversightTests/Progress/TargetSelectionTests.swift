import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// Targets that count some owners, a level of titles, or an average of years.
struct TargetSelectionTests {
  private static let ground = [
    Sample.draft(Town.self, "hl", ["name": "汇龙镇", "type": "town"]),
    Sample.draft(
      Enterprise.self,
      "maker",
      ["name": "甲公司", "type": "company", "sector": "电动工具", "town": "hl"]
    ),
    Sample.draft(
      Enterprise.self,
      "school",
      ["name": "乙学校", "type": "institution", "sector": "教育科研"]
    ),
    Sample.draft(Enterprise.self, "inn", ["name": "丙公司", "type": "company", "sector": "文旅服务"]),
    Sample.draft(Enterprise.self, "new", ["name": "丁公司", "type": "company"]),
    Sample.draft(Enterprise.self, "nobody", ["name": "戊"]),
    Sample.draft(
      Scheme.self,
      "well-known",
      ["name": "驰名商标", "level": "national", "family": "trademark"]
    ),
    Sample.draft(
      Scheme.self,
      "gi",
      ["name": "地理标志产品", "level": "national", "family": "geographical-indication"]
    ),
    Sample.draft(
      Scheme.self,
      "quality",
      ["name": "江苏精品", "level": "provincial", "family": "certification"]
    ),
  ]

  private func target(
    _ indicator: String,
    _ value: String,
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Sample.draft(Target.self, "t-\(indicator)", more)
    draft[Target.indicator] = indicator
    draft[Target.operator] = draft[Target.operator] ?? .atLeast
    draft[Target.value] = DecimalNumber(value)
    draft[Target.basis] = .flow
    draft[Target.clause] = "二(四)1"
    draft[Target.label] = "示例指标"
    return draft
  }

  private func marks(_ count: Int, _ year: Int, owner: String = "maker") -> [Draft] {
    (0..<count).map { number in
      let number = "\(owner)-\(year)-\(number)"
      return Sample.draft(
        Trademark.self,
        "CN/\(number)",
        [
          "office": "CN", "number": number, "mark": "示例", "route": "domestic",
          "owner": owner, "registeredOn": "\(year)-03-01",
        ]
      )
    }
  }

  private func title(_ id: String, _ scheme: String, holder: String = "maker") -> Draft {
    Sample.draft(
      Recognition.self,
      id,
      ["scheme": scheme, "holder": holder, "event": "first", "awarded": "2025-05-01"]
    )
  }

  private func rows(_ drafts: [Draft], year: Int = 2025) throws -> [ProgressRow] {
    try Progress(year: year, in: Sample.ledger(Self.ground + drafts), today: day("2026-06-01"))
      .rows
  }

  @Test(
    arguments: [
      (["ownerTypes": "company"], 12, 5), (["sectors": "电动工具"], 1, 13),
      (["ownerTypes": "company", "sectors": "电动工具; 文旅服务"], 4, 13),
      (["ownerTypes": "institution"], 2, 5),
    ] as [([String: String], Int64, Int)]
  )
  func `a target counts the owners that it asks for, and as perhaps whom it cannot tell`(
    wanted: [String: String],
    actual: Int64,
    uncertain: Int
  ) throws {
    var target = target("new-trademarks-domestic", "5")
    target[Target.ownerTypes] = wanted["ownerTypes"].map { [EnterpriseType(rawValue: $0)] }?
      .compactMap(\.self)
    target[Target.sectors] = wanted["sectors"]?.split(separator: "; ").map(String.init)
    // 1 of the maker, 2 of the school, 3 of the inn, 5 of nobody knows whom, 8 of an unknown sector.
    let drafts =
      marks(1, 2025) + marks(2, 2025, owner: "school") + marks(3, 2025, owner: "inn")
      + marks(5, 2025, owner: "nobody") + marks(8, 2025, owner: "new") + [target]
    let rows = try rows(drafts)
    #expect(rows.map(\.indicator) == ["new-trademarks-domestic", "new-trademarks-domestic"])
    #expect(rows[0].actual?.units == actual)
    #expect(rows[0].uncertain == uncertain)
    #expect(rows[1].target == nil)
    #expect(rows[1].actual?.units == 19)
  }

  @Test(arguments: [(1, false), (2, true), (3, true)])
  func `a yearly average is met when the years together reach it`(last: Int, met: Bool) throws {
    let target = target("new-trademarks-domestic", "3", ["averageFrom": "2023"])
    let drafts = marks(7, 2022) + marks(4, 2023) + marks(3, 2024) + marks(last, 2025) + [target]
    let row = try #require(try rows(drafts).first)
    #expect(row.actual == DecimalNumber(units: Int64(last)))
    #expect(row.average == Fraction(Int64(7 + last), 3))
    #expect(row.averageFrom == 2023)
    #expect(row.met == met)
  }

  @Test func `an average begins with its first year, and before it there is none`() throws {
    let target = target("new-trademarks-domestic", "3", ["averageFrom": "2024"])
    let drafts = marks(9, 2023) + marks(2, 2024) + [target]
    let first = try #require(try rows(drafts, year: 2024).first)
    #expect(first.average == Fraction(2, 1))
    #expect(first.met == false)
    let before = try #require(try rows(drafts, year: 2023).first)
    #expect(before.average == nil)
    #expect(before.met == nil)
  }

  @Test(arguments: [(["2023", "2024", "2025"], Fraction(13, 30)), (["2023", "2025"], nil)])
  func `an average of reported values needs each year`(years: [String], average: Fraction?) throws {
    let values = ["2023": "0.5", "2024": "0.4", "2025": "0.4"]
    let drafts = years.map { year in
      Sample.draft(
        Observation.self,
        "o\(year)",
        ["indicator": "listed", "date": year, "value": values[year] ?? ""]
      )
    }
    let target = target("listed", "0.4", ["averageFrom": "2023"])
    let row = try #require(try rows(drafts + [target]).first)
    #expect(row.average == average)
    #expect(row.met == (average == nil ? nil : true))
  }

  @Test(
    arguments: [
      ("new-recognitions:national", 3), ("new-recognitions:national/trademark", 2),
      ("new-recognitions:national/geographical-indication", 1), ("new-recognitions:provincial", 1),
      ("new-recognitions:municipal", 0), ("holdings:national", 2), ("new-recognitions", 4),
    ] as [(String, Int64)]
  )
  func `titles are counted by level and family`(indicator: String, count: Int64) throws {
    let drafts = [
      title("r1", "well-known"), title("r2", "well-known"), title("r3", "gi"),
      title("r4", "quality"), target(indicator, "2"),
    ]
    let row = try #require(try rows(drafts).first)
    #expect(row.actual?.units == count)
    #expect(row.met == (count >= 2))
  }

  @Test func `an indicator of a level and a family is read and written alike`() throws {
    let indicator = try #require(Indicator("new-recognitions:provincial/product"))
    #expect(indicator.name == "new-recognitions:provincial/product")
    #expect(Indicator("patents-granted:national") == nil)
    #expect(Indicator("holdings:national/none")?.scheme == "national/none")
  }

  @Test func `targets that nothing can meet are refused, and doubts are told`() throws {
    func names(_ target: Draft) throws -> [String] {
      let ledger = Sample.ledger(Self.ground)
      return try TargetRules.findings(for: [target.record()], in: ledger)[0].map {
        "\($0.severity): \($0.help?.en ?? "")"
      }
    }
    #expect(
      try names(target("new-recognitions:nationl", "1")) == ["error: did you mean 'national'?"]
    )
    #expect(
      try names(target("new-recognitions:national/trademrak", "1"))
        == ["error: did you mean 'national/trademark'?"]
    )
    #expect(
      try names(target("new-trademark-domestic", "1"))
        == ["error: did you mean 'new-trademarks-domestic'?"]
    )
    #expect(
      try names(target("patents-granted", "5", ["operator": "within", "upper": "4"]))
        == ["error: exchange value and upper"]
    )
    #expect(
      try names(target("patents-granted", "5", ["year": "2024", "averageFrom": "2025"]))
        == ["error: correct averageFrom or year"]
    )
    #expect(
      try names(target("patents-granted", "5", ["scope": "汇龙真", "sectors": "电动工俱"]))
        == ["warning: did you mean '汇龙镇'?", "warning: did you mean '电动工具'?"]
    )
    #expect(
      try names(target("patents-granted", "5", ["year": "2025", "averageFrom": "2025"])) == []
    )
    #expect(try names(target("key-energy-users", "5", ["scope": "科技局"])) == [])
  }
}
