import Bilingual
import JSONLines
import Ledger
import Oversight
import Portfolio
import Testing

struct ProgressTests {
  private static let places = [
    Sample.draft(Town.self, "lsg", ["name": "吕四港镇", "type": "town"]),
    Sample.draft(Town.self, "hl", ["name": "汇龙镇", "type": "town"]),
    Sample.draft(Enterprise.self, "e1", ["name": "甲公司", "town": "lsg", "sector": "电动工具"]),
    Sample.draft(Enterprise.self, "e2", ["name": "乙公司", "town": "hl", "sector": "海洋食品"]),
    Sample.draft(Enterprise.self, "e3", ["name": "丙公司"]),
  ]

  private func target(
    _ id: String,
    _ indicator: String,
    _ value: String,
    operator: String = "at-least",
    basis: String = "flow",
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Sample.draft(Target.self, id, more)
    draft[Target.indicator] = indicator
    draft[Target.operator] = TargetOperator(rawValue: `operator`)
    draft[Target.value] = DecimalNumber(value)
    draft[Target.basis] = TargetBasis(rawValue: basis)
    draft[Target.clause] = draft[Target.clause] ?? "二(四)1"
    draft[Target.label] = draft[Target.label] ?? "示例指标"
    return draft
  }

  private func mark(
    _ number: String,
    _ registeredOn: String,
    route: String = "domestic",
    owner: String = "e1",
    endedOn: String? = nil
  ) -> Draft {
    var draft = Sample.draft(
      Trademark.self,
      "CN/\(number)",
      ["office": "CN", "number": number, "mark": "示例", "route": route, "owner": owner]
    )
    draft[Trademark.registeredOn] = PartialDate(registeredOn)
    draft[Trademark.endedOn] = endedOn.flatMap { PartialDate($0) }
    return draft
  }

  private func progress(
    _ year: Int,
    today: String,
    by dimension: Breakdown.Dimension? = nil,
    _ drafts: [Draft]
  ) throws -> Progress {
    let ledger = Sample.ledger(Self.places + drafts)
    return try Progress(year: year, by: dimension, in: ledger, today: day(today))
  }

  private func row(_ name: String, _ progress: Progress) throws -> ProgressRow {
    try #require(progress.rows.first { $0.indicator == name })
  }

  @Test(arguments: [
    ("2024-12-31", 0), ("2025-01-01", 1), ("2025-12-31", 1), ("2026-01-01", 0),
    ("2025-07", 1), ("2025", 1), ("2024", 0),
  ])
  func `a registration counts in the year in which its date lies as a whole`(
    date: String,
    count: Int64
  ) throws {
    let drafts = [mark("1", date), target("t", "new-trademarks-domestic", "300")]
    let row = try row("new-trademarks-domestic", progress(2025, today: "2026-06-01", drafts))
    #expect(row.actual == DecimalNumber(units: count))
    #expect(row.met == false)
  }

  @Test func `Madrid and foreign registrations count once each, whatever they designate`() throws {
    var madrid = mark("1", "2025-03-01", route: "madrid")
    madrid[Trademark.designations] = ["US", "JP", "KR"]
    let drafts = [madrid, mark("2", "2025-04-01", route: "foreign"), mark("3", "2025-05-01")]
    let progress = try progress(2025, today: "2026-01-01", drafts)
    #expect(try row("new-trademarks-international", progress).actual == DecimalNumber(units: 2))
    #expect(try row("new-trademarks-domestic", progress).actual == DecimalNumber(units: 1))
  }

  @Test(arguments: [
    ("2025-12-31", 0), ("2026-01-01", 1), ("2025-08", 0), ("2025", 0),
  ])
  func `net leaves out what had ended by the last day`(endedOn: String, net: Int64) throws {
    let drafts = [mark("1", "2025-03-01", endedOn: endedOn)]
    let row = try row("new-trademarks-domestic", progress(2025, today: "2026-06-01", drafts))
    #expect(row.actual == DecimalNumber(units: 1))
    #expect(row.net == DecimalNumber(units: net))
  }

  @Test func `while the year runs, today closes it, and the forecast is what the pace carries`()
    throws
  {
    let drafts =
      (1...100).map { mark("\($0)", "2025-02-01") }
      + [mark("200", "2025-07-03"), target("t", "new-trademarks-domestic", "300")]
    let progress = try progress(2025, today: "2025-07-02", drafts)
    let row = try row("new-trademarks-domestic", progress)
    // 2 July is the 183rd of 365 days: 100 × 365 / 183 = 199.45.
    #expect(progress.closing == day("2025-07-02"))
    #expect(row.actual == DecimalNumber(units: 100))
    #expect(row.forecast == DecimalNumber(units: 199))
    #expect(row.pace == Fraction(100 * 365, 300 * 183))
    #expect(row.met == false)
  }

  @Test(arguments: [
    ("2024-12-31", Int64?.none, Bool?.none), ("2025-01-01", 365, true), ("2025-12-31", 1, true),
    ("2026-01-01", 1, true),
  ])
  func `the forecast begins with the first day and ends with the last`(
    today: String,
    forecast: Int64?,
    met: Bool?
  ) throws {
    let drafts = [mark("1", "2025-01-01"), target("t", "new-trademarks-domestic", "1")]
    let row = try row("new-trademarks-domestic", progress(2025, today: today, drafts))
    #expect(row.forecast == forecast.map { DecimalNumber(units: $0) })
    #expect(row.met == met)
    #expect((row.pace == nil) == (today == "2024-12-31" || today == "2026-01-01"))
  }

  private static let schemes = [
    Sample.draft(
      Scheme.self,
      "famous",
      ["name": "示例名牌产品", "level": "provincial", "validity": #"[{"years":3}]"#]
    ),
    Sample.draft(Scheme.self, "prize", ["name": "示例质量奖", "level": "county"]),
  ]

  private func title(
    _ id: String,
    _ scheme: String,
    _ awarded: String?,
    event: String = "first",
    holder: String = "e1"
  ) -> Draft {
    var draft = Sample.draft(
      Recognition.self,
      id,
      ["scheme": scheme, "brand": "b-\(id)", "holder": holder, "event": event]
    )
    draft[Recognition.awarded] = awarded.flatMap { PartialDate($0) }
    return draft
  }

  @Test func `new titles leave renewals out, and net those revoked`() throws {
    var revoked = title("r3", "famous", "2025-03-01")
    revoked[Recognition.revokedOn] = PartialDate("2025-12-31")
    let drafts =
      Self.schemes + [
        title("r1", "famous", "2025-01-01"), title("r2", "famous", "2025-02-01", event: "renewal"),
        revoked, title("r4", "famous", "2025-04-01", event: "upgrade"),
      ]
    let row = try row("new-recognitions:famous", progress(2025, today: "2026-01-01", drafts))
    #expect(row.actual == DecimalNumber(units: 3))
    #expect(row.net == DecimalNumber(units: 2))
    #expect(row.label.zh == "新增荣誉：示例名牌产品")
    #expect(row.target == nil)
    #expect(row.met == nil)
  }

  @Test func `holdings stand on the last day, and the forecast knows what ends by then`() throws {
    let drafts =
      Self.schemes + [
        title("r1", "famous", "2022-10-01"), title("r2", "famous", "2023-10-01"),
        target("t", "holdings:famous", "2", basis: "stock"),
      ]
    let running = try row("holdings:famous", progress(2025, today: "2025-09-30", drafts))
    #expect(running.actual == DecimalNumber(units: 2))
    #expect(running.forecast == DecimalNumber(units: 1))
    #expect(running.met == true)
    #expect(running.pace == nil)
    let over = try row("holdings:famous", progress(2025, today: "2026-01-01", drafts))
    #expect(over.actual == DecimalNumber(units: 1))
    #expect(over.met == false)
  }

  @Test(arguments: [("1", Bool?.some(true)), ("2", .none), ("3", .some(false))])
  func `a holding without a date makes unknown only what it decides`(
    value: String,
    met: Bool?
  ) throws {
    let drafts =
      Self.schemes + [
        title("r1", "famous", "2025-01-01"), title("r2", "famous", nil),
        target("t", "holdings:famous", value, basis: "stock"),
      ]
    let row = try row("holdings:famous", progress(2025, today: "2026-01-01", drafts))
    #expect(row.actual == DecimalNumber(units: 1))
    #expect(row.uncertain == 1)
    #expect(row.met == met)
  }

  @Test func `patents are counted by filing and by grant, inventions among them`() throws {
    let drafts = [
      Sample.draft(
        Patent.self,
        "p1",
        ["type": "invention", "filedOn": "2025-01-05", "owners": "e1", "grantedOn": "2025-12-30"]
      ),
      Sample.draft(
        Patent.self,
        "p2",
        ["type": "design", "filedOn": "2024-12-31", "grantedOn": "2025-01-01", "owners": "e2"]
      ),
      Sample.draft(
        Patent.self,
        "p3",
        ["type": "invention", "filedOn": "2025-06-01", "owners": "e2", "status": "withdrawn"]
      ),
    ]
    let progress = try progress(2025, today: "2026-01-01", drafts)
    #expect(try row("patents-applied", progress).actual == DecimalNumber(units: 2))
    #expect(try row("patents-applied", progress).net == DecimalNumber(units: 1))
    #expect(try row("inventions-applied", progress).actual == DecimalNumber(units: 2))
    #expect(try row("patents-granted", progress).actual == DecimalNumber(units: 2))
    #expect(try row("inventions-granted", progress).actual == DecimalNumber(units: 1))
  }

  private func observation(
    _ id: String,
    _ date: String,
    _ value: String,
    scope: String? = nil
  ) -> Draft {
    var draft = Sample.draft(Observation.self, id, ["indicator": "energy", "date": date])
    draft[Observation.value] = DecimalNumber(value)
    draft[Observation.scope] = scope
    return draft
  }

  @Test func `what records cannot give is the latest value reported in the year`() throws {
    let drafts = [
      observation("o1", "2025-06-30", "0.410"), observation("o2", "2025-09", "0.398"),
      observation("o3", "2025-03-31", "0.380"), observation("o4", "2024-12-31", "0.300"),
      observation("o5", "2025-10-31", "0.100", scope: "吕四港镇"),
      target("t1", "energy", "0.398", operator: "at-most", basis: "stock"),
      target("t2", "energy", "0.398", operator: "at-most", basis: "stock", ["scope": "吕四港镇"]),
      target("t3", "listed", "5", basis: "stock"),
    ]
    let rows = try progress(2025, today: "2026-01-01", drafts).rows
    #expect(rows.map(\.actual?.description) == ["0.398", "0.1", nil])
    #expect(rows.map(\.met) == [true, true, nil])
    #expect(rows.map(\.forecast?.description) == ["0.398", "0.1", nil])
  }

  @Test(arguments: [
    ("1460000", "万元", "146", true), ("1.2", "百亿元", "120", true), ("119", "亿元", "119", false),
    ("1460000", "吨", nil, nil),
  ])
  func `a reported value is compared in the unit of its target`(
    value: String,
    unit: String,
    actual: String?,
    met: Bool?
  ) throws {
    var reported = observation("o1", "2025-12-31", value)
    reported[Observation.unit] = unit
    let asked = target("t1", "energy", "120", basis: "stock", ["unit": "亿元"])
    let rows = try progress(2025, today: "2026-01-01", [reported, asked]).rows
    #expect(rows.map(\.actual?.description) == [actual])
    #expect(rows.map(\.met) == [met])
  }

  @Test(arguments: [
    ("35", "亿", "亿元", "35"), ("350000", "万", "亿元", "35"), ("35", "亿元", "亿", "35"),
    ("35", "亿元人民币", "亿元", "35"), ("350000", "人民币万元", "亿元", "35"), ("35", "亿人民币", "亿元", "35"),
    ("35", "亿圆", "亿元", "35"), ("35", "亿美元", "亿元", nil), ("1.5", "百分点", "个百分点", "1.5"),
    ("1.5", "％", "个百分点", "1.5"), ("1.5", "百分比", "%", "1.5"), ("1.5", "‰", "%", nil),
    ("1.5", "万", "%", nil), ("300", "件", "件/年", "300"), ("300", "条", "项", "300"),
    ("3", "百台", "个", "300"), ("300", "公顷", "亩", nil), ("300", "万", "万个", "300"),
  ])
  func `a unit in other words is the same, and another is not`(
    value: String,
    unit: String,
    asked: String,
    actual: String?
  ) throws {
    var reported = observation("o1", "2025-12-31", value)
    reported[Observation.unit] = unit
    let asked = target("t1", "energy", "1", basis: "stock", ["unit": asked])
    let drafts = [reported, asked]
    let rows = try progress(2025, today: "2026-01-01", drafts).rows
    #expect(rows.map(\.actual?.description) == [actual])
    let findings = try Rights.findings(drafts, "observation-unit", on: "2026-01-01")
    #expect(findings.isEmpty == (actual != nil))
  }

  @Test(arguments: [
    ("at-least", "299", false), ("at-least", "300", true), ("at-least", "301", true),
    ("above", "299", false), ("above", "300", false), ("above", "300.1", true),
    ("at-most", "299.9", true), ("at-most", "300", true), ("at-most", "301", false),
    ("within", "299", false), ("within", "300", true), ("within", "310", true),
    ("within", "311", false),
  ])
  func `each comparison is exact at its edge`(
    comparison: String,
    value: String,
    met: Bool
  ) throws {
    let drafts = [
      observation("o1", "2025-12-31", value),
      target("t1", "energy", "300", operator: comparison, basis: "stock", ["upper": "310"]),
    ]
    #expect(try progress(2025, today: "2026-01-01", drafts).rows.map(\.met) == [met])
  }

  @Test func `a target of a town counts the town, one of the year stands before one of every year`()
    throws
  {
    let drafts = [
      mark("1", "2025-01-01", owner: "e1"), mark("2", "2025-01-01", owner: "e2"),
      mark("3", "2025-01-01", owner: "e3"),
      target("t1", "new-trademarks-domestic", "300"),
      target("t2", "new-trademarks-domestic", "2", ["year": "2025"]),
      target("t3", "new-trademarks-domestic", "1", ["scope": "吕四港镇"]),
      target("t4", "new-trademarks-domestic", "1", ["scope": "市场监管局"]),
      target("t5", "new-trademarks-domestic", "9", ["year": "2024"]),
    ]
    let rows = try progress(2025, today: "2026-01-01", drafts).rows
    #expect(rows.map(\.target?.description) == ["2", "1", "1"])
    #expect(rows.map(\.actual?.description) == ["3", "1", nil])
    #expect(rows.map(\.met) == [true, true, nil])
  }

  @Test func `the JSON has exactly the promised members`() throws {
    let drafts = [
      mark("1", "2025-01-01"),
      target("t1", "new-trademarks-domestic", "300"),
      target("t2", "listed", "0.5", basis: "stock", ["scope": "x", "clause": "一(三)8"]),
    ]
    let json = try progress(2025, today: "2026-01-01", drafts).json
    #expect(
      json
        == (try JSONValue(
          parsing: """
            [{"indicator":"new-trademarks-domestic","clause":"二(四)1","scope":null,"target":300,\
            "actual":1,"net":1,"forecast":1,"met":false,"year":2025,"unit":null,\
            "operator":"at-least","upper":null,"uncertain":0,"elsewhere":0,"pace":null,\
            "averageFrom":null,"average":null,"ownerTypes":[],"sectors":[],"responsible":null,"weight":null,\
            "deducted":null,"bonus":null,"points":null},\
            {"indicator":"listed","clause":"一(三)8","scope":"x","target":0.5,\
            "actual":null,"net":null,"forecast":null,"met":null,"year":2025,"unit":null,\
            "operator":"at-least","upper":null,"uncertain":0,"elsewhere":0,"pace":null,\
            "averageFrom":null,"average":null,"ownerTypes":[],"sectors":[],"responsible":null,"weight":null,\
            "deducted":null,"bonus":null,"points":null}]
            """
        ))
    )
  }

  @Test(arguments: Breakdown.Dimension.allCases)
  func `the rows of every breakdown add up to its totals and to the year`(
    dimension: Breakdown.Dimension
  ) throws {
    let drafts =
      Self.schemes + [
        mark("1", "2025-01-01"), mark("2", "2025", owner: "e2"), mark("3", "2025-11", owner: "e3"),
        title("r1", "famous", "2025-02-01"), title("r2", "prize", "2025", holder: "e3"),
        title("r3", "prize", "2019-05-01", holder: "e2"),
        Sample.draft(
          Case.self,
          "c1",
          [
            "stage": "received", "receivedOn": "2025-03-03", "rightHolder": "e1",
            "right": "trademark",
          ]
        ),
      ]
    let progress = try progress(2025, today: "2026-01-01", by: dimension, drafts)
    let breakdown = try #require(progress.breakdown)
    for (column, measure) in breakdown.measures.enumerated() {
      #expect(breakdown.rows.map { $0.counts[column] }.reduce(0, +) == breakdown.totals[column])
      let counted = progress.rows.filter {
        $0.indicator == measure.rawValue || $0.indicator.hasPrefix(measure.rawValue + ":")
      }
      #expect(counted.compactMap(\.actual?.units).reduce(0, +) == Int64(breakdown.totals[column]))
    }
  }

  @Test func `an unknown month and an unknown town have rows of their own`() throws {
    let drafts = [mark("1", "2025-01-01"), mark("2", "2025", owner: "e3")]
    let months = try #require(progress(2025, today: "2026-01-01", by: .month, drafts).breakdown)
    #expect(months.rows.count == 13)
    #expect(months.rows.first?.counts.first == 1)
    #expect(months.rows.last?.key == nil)
    #expect(months.rows.last?.counts.first == 1)
    let towns = try #require(progress(2025, today: "2026-01-01", by: .town, drafts).breakdown)
    #expect(towns.rows.map(\.label.zh) == ["吕四港镇", "汇龙镇", "不详"])
    #expect(towns.rows.map { $0.counts[0] } == [1, 0, 1])
  }

  @Test func `a year without a calendar is refused`() {
    #expect(throws: Diagnostics.self) { try progress(0, today: "2026-01-01", []) }
  }

  @Test(arguments: [("2025-79-21", 1), ("2024-79-21", 0), ("unknown", 1), ("2025-02-29", 1)])
  func `what has an impossible date may count in the year that it names, else in any`(
    date: String,
    count: Int
  ) throws {
    var domestic = mark("1", "2025-01-02")
    domestic[Trademark.registeredOn.definition] = .string(date)
    var abroad = mark("2", "2025-01-02", route: "foreign")
    abroad[Trademark.registeredOn.definition] = .string(date)
    var patent = Sample.draft(Patent.self, "p", ["number": "US1", "type": "invention"])
    patent[Patent.filedOn.definition] = .string(date)
    let names = [
      "new-trademarks-domestic", "new-trademarks-international", "new-trademarks-countries",
      "patents-applied", "inventions-applied",
    ]
    let targets = names.map { target("t-\($0)", $0, "1") }
    let progress = try progress(2025, today: "2026-06-01", [domestic, abroad, patent] + targets)
    for name in names {
      let row = try row(name, progress)
      #expect(row.actual == DecimalNumber(units: 0), "\(name)")
      #expect(row.uncertain == count, "\(name)")
      #expect(row.met == (count == 0 ? false : nil), "\(name)")
    }
  }

  @Test(arguments: ["awarded", "validUntil", "revokedOn"])
  func `a title with an impossible date may be held or not`(field: String) throws {
    var title = Sample.draft(
      Recognition.self,
      "r",
      ["scheme": "prize", "brand": "b1", "awarded": "2024-05-01", "event": "first"]
    )
    title[try #require(Recognition.schema.field(named: field))] = .string("2025-79-21")
    let drafts = [
      Sample.draft(Scheme.self, "prize", ["name": "示例质量奖", "level": "county"]),
      Sample.draft(Brand.self, "b1", ["name": "甲牌", "owner": "e1"]),
      target("t", "holdings:prize", "1", basis: "stock"), title,
    ]
    let row = try row("holdings:prize", progress(2025, today: "2026-06-01", drafts))
    #expect(row.actual == DecimalNumber(units: 0))
    #expect(row.uncertain == 1)
    #expect(row.met == nil)
  }
}
