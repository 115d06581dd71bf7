import Ledger
import Oversight
import Portfolio
import Testing

/// Which places written in words belong to the city.
struct CityBoundsTests {
  private static let ground =
    Sample.reference(Town.self) + Sample.reference(Authority.self) + Sample.reference(Scheme.self)

  /// Counts the mark of an owner who is on record in a place: certain, perhaps, elsewhere.
  private func counts(_ area: String?, town: RecordID? = nil, _ ground: [Draft]) throws -> [Int] {
    var owner = Sample.draft(Enterprise.self, "e", ["name": "甲公司"])
    owner[Enterprise.area] = area
    owner[Enterprise.town] = town
    let mark = Sample.draft(
      Trademark.self,
      "CN/1",
      [
        "office": "CN", "number": "1", "mark": "示例", "route": "domestic", "owner": "e",
        "registeredOn": "2025-03-01",
      ]
    )
    let ledger = Sample.ledger(ground + [owner, mark])
    let progress = try Progress(year: 2025, in: ledger, today: day("2026-06-01"))
    let row = try #require(progress.rows.first { $0.indicator == "new-trademarks-domestic" })
    return [Int(row.actual?.units ?? -1), row.uncertain, row.elsewhere]
  }

  @Test(arguments: [
    "启东市", "启东", "江苏省启东市", "江苏省南通市启东市", "江苏南通启东", "江苏-南通-启东市", "中国江苏省启东市汇龙镇",
    "启东市汇龙镇", "汇龙镇人民西路1175号", "江苏启东吕四港镇", "启东经济开发区", "启东市市场监督管理局", "南通启东天汾",
    "江苏启东县", "江苏省", "南通市", "江苏南通", "320681110", "320600",
  ])
  func `a place in the city counts, however it is written`(place: String) throws {
    #expect(try counts(place, Self.ground) == [1, 0, 0])
  }

  @Test(arguments: [
    "上海市浦东新区", "南通市通州区", "江苏省南通市海门市", "江苏省苏州市", "南通市崇川区启东路5号", "上海启东路5号",
    "浙江省东阳市南马镇", "310115", "320614", "南通市通州区东社镇",
  ])
  func `a place elsewhere does not`(place: String) throws {
    #expect(try counts(place, Self.ground) == [0, 0, 1])
  }

  @Test(arguments: ["南通经济技术开发区", "南通沿海经济区", "启东路5号", "启东县", "驻启东市办事处", "江苏南京"])
  func `a place that may be the city's counts as perhaps`(place: String) throws {
    #expect(try counts(place, Self.ground) == [0, 1, 0])
  }

  @Test(arguments: [("江苏省启东市", [1, 0, 0]), ("江苏启东", [0, 0, 1]), ("启东市海复镇", [1, 0, 0])])
  func `the city is known by a local authority alone`(place: String, expected: [Int]) throws {
    let office = Sample.draft(
      Authority.self,
      "office",
      ["name": "启东市市场监督管理局", "channel": "administrative", "scope": "local"]
    )
    #expect(try counts(place, [office]) == expected)
  }

  @Test func `without anything to tell by, nothing is elsewhere`() throws {
    #expect(try counts("上海市", []) == [1, 0, 0])
  }

  @Test(
    arguments: [
      ("海门市", "town", nil, true), ("海安县", "town", nil, true), ("通州区", "town", nil, true),
      ("三星镇", "town", "320614101", true), ("启东高新区", "zone", nil, false),
      ("滨海工业园区", "zone", nil, false), ("经济开发区", "town", nil, false),
      ("三星镇", "town", nil, false), ("启东市", "town", nil, false),
      ("滨江港区", "town", nil, false), ("沿海经济区", "town", nil, false),
      ("新城镇", "town", "320681199", false),
    ] as [(String, String, String?, Bool)]
  )
  func `what is no town of the city counts nothing for it`(
    name: String,
    type: String,
    code: String?,
    isElsewhere: Bool
  ) throws {
    var town = Sample.draft(Town.self, "x", ["name": name, "type": type])
    town[Town.code] = code
    let ground = Self.ground + [town]
    #expect(try counts(nil, town: "x", ground) == (isElsewhere ? [0, 0, 1] : [1, 0, 0]))
    let record = try #require(try Sample.ledger(ground).table(Town.self)["x"])
    let found = try TownRules.findings(for: [record], in: Sample.ledger(ground))
    #expect(found.map(\.name) == (isElsewhere ? ["town-elsewhere"] : []))
    #expect(
      try TownRules.findings(
        for: Sample.ledger(ground).table(Town.self).records,
        in: Sample.ledger(ground)
      ).count == (isElsewhere ? 1 : 0)
    )
  }
}
