import Foundation
import Testing

/// Two payouts that were really decided, by the commands that a clerk would use.
struct DecisionTests {
  private func desk(_ policy: String, _ table: String) throws -> Desk {
    let desk = try Desk()
    // The titles of Sichuan are not among the reference records.
    for (id, name) in [
      ("sichuan-famous-brand-product", "四川名牌产品"), ("sichuan-famous-trademark", "四川省著名商标"),
    ] {
      try desk.expect("add", "scheme", "id=\(id)", "name=\(name)", "level=provincial")
    }
    try desk.expect("policy", "import", Desk.path("data/policies/\(policy).jsonl"))
    try desk.write(table, to: "titles.csv")
    try desk.expect("import", "recognition", "titles.csv", "--create")
    return desk
  }

  private func claims(_ desk: Desk, year: Int, policy: String) throws -> (
    total: Int, claims: [[String: Any]]
  ) {
    let outcome = try desk.run("award", "compute", "--year", "\(year)", "-p", policy, "-O", "json")
    let round = try #require(try outcome.json() as? [String: Any])
    return (
      try #require(round["totalFen"] as? Int), try #require(round["claims"] as? [[String: Any]])
    )
  }

  @Test func `凉山州 2008 computes the 150万 that was paid, line by line`() throws {
    let desk = try desk(
      "liangshan-2008",
      """
      荣誉项目,品牌,持有人,获得日期
      中国名牌产品,豪吉鸡精,豪吉食品,2007
      驰名商标,豪吉,豪吉食品,2007
      地理标志产品,金阳白魔芋,金阳县人民政府,2007
      地理标志产品,金阳青花椒,金阳县人民政府,2007
      地理标志产品,会理石榴,会理县人民政府,2007
      地理标志商标,会理石榴,会理县人民政府,2007
      四川名牌产品,新钢业一,西昌新钢业,2007
      四川名牌产品,新钢业二,西昌新钢业,2007
      四川名牌产品,甲,省名牌企业一,2007
      四川名牌产品,乙,省名牌企业二,2007
      四川名牌产品,丙,省名牌企业三,2007
      四川名牌产品,丁,省名牌企业四,2007
      四川名牌产品,戊,省名牌企业五,2007
      四川省著名商标,佳能达,佳能达,2007

      """
    )
    let (total, claims) = try claims(desk, year: 2008, policy: "liangshan-2008")
    #expect(total == 150_000_000)
    let paid = Dictionary(grouping: claims) { "\($0["recipientName"] ?? "")" }
      .mapValues {
        $0.compactMap { $0["amountFen"] as? Int }.filter { $0 > 0 }.map { $0 / 1_000_000 }
      }
    #expect(paid["豪吉食品"] == [20, 20], "both, in one year")
    #expect(paid["金阳县人民政府"] == [10, 10])
    #expect(paid["会理县人民政府"] == [10], "once with its certification mark")
    #expect(paid["西昌新钢业"] == [10, 10], "by product")
    for number in "一二三四五" { #expect(paid["省名牌企业\(number)"] == [10]) }
    #expect(paid["佳能达"] == [10])
    #expect(paid.count == 10)
    let table = try desk.run("award", "compute", "--year", "2008", lang: "zh").output
    #expect(table.contains("1,500,000.00"))
  }

  @Test func `郑州 2007 computes 100万 and lists the five commended without money`() throws {
    let again = ["宇通", "少林", "正星", "金苑", "海嘉"]
    let rows = ["方欣", "博大"].map { "\($0),首次认定" } + again.map { "\($0),复评" }
    let desk = try desk(
      "zhengzhou-2007",
      "持有人,性质,荣誉项目,获得日期\n" + rows.map { "\($0),中国名牌产品,2007-09\n" }.joined()
    )
    let (total, claims) = try claims(desk, year: 2007, policy: "zhengzhou-2007")
    #expect(total == 100_000_000)
    let eligible = claims.filter { $0["outcome"] as? String == "eligible" }
    let amounts = Dictionary(
      uniqueKeysWithValues: eligible.map {
        ("\($0["recipientName"] ?? "")", $0["amountFen"] as? Int)
      }
    )
    #expect(amounts["方欣"] == 50_000_000)
    #expect(amounts["博大"] == 50_000_000)
    for name in again { #expect(amounts[name] == 0) }
    #expect(amounts.count == 7)
    let table = try desk.run("award", "compute", "--year", "2007", lang: "zh").output
    for name in again {
      #expect(table.split(separator: "\n").contains { $0.contains(name) && $0.contains("通报表扬") })
    }
  }
}
