import Foundation
import Testing

/// `import` reads the numbers of a column in the unit that its header names.
struct HeaderUnitTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "name=示例甲公司", "id=A")
    return desk
  }

  @Test func `ten thousands and hundred millions of a header count`() throws {
    let desk = try desk()
    try desk.write(
      "企业,年份,销售收入（亿元）,纳税额(万元),出口额(元)\n示例甲公司,2024,1.2,30,7\n示例甲公司,2023,\"1,000\",5万元,\n",
      to: "y.csv"
    )
    #expect(try desk.run("import", "enterprise-year", "y.csv").code == 0)
    let years = try desk.records("enterprise-year", "--sort", "year")
    #expect(years.map { $0["salesFen"] as? Int } == [10_000_000_000_000, 12_000_000_000])
    #expect(years.map { $0["taxFen"] as? Int } == [5_000_000, 30_000_000])
    #expect(years.map { $0["exportsFen"] as? Int } == [nil, 700])
  }

  @Test func `the unit of a line above the header counts for sums without one of their own`() throws
  {
    let desk = try desk()
    try desk.write(
      "2024年企业经营情况,,,,\n,,,,单位：万元、人\n企业,年份,销售收入,纳税额(元),从业人数\n示例甲公司,2024,3,7,30\n",
      to: "y.csv"
    )
    let outcome = try desk.run("import", "enterprise-year", "y.csv", "--header-line", "3")
    #expect(outcome.code == 0)
    #expect(outcome.names == ["unit-contradiction"])
    #expect(outcome.errors.contains("is read in 元, though line 2 says 万元 for the table"))
    let year = try #require(desk.records("enterprise-year").first)
    #expect(year["salesFen"] as? Int == 3_000_000)
    #expect(year["taxFen"] as? Int == 700)
    #expect(year["employees"] as? Int == 30)
  }

  @Test func `refused rows keep the unit that stood above their header`() throws {
    let desk = try desk()
    try desk.write("单位：万元,,\n企业,年份,收入\n示例乙公司,2024,3\n", to: "y.csv")
    let rule = ["--map", "收入=sales"]
    let words = [
      "import", "enterprise-year", "y.csv", "--header-line", "2", "--skip-bad", "bad.csv",
    ]
    #expect(try desk.run(words + rule).names == ["unknown-reference"])
    #expect(try desk.read("bad.csv").hasPrefix("refused because,企业,年份,收入(万元)\n"))
    try desk.expect("add", "enterprise", "name=示例乙公司", "id=B")
    #expect(try desk.run(["import", "enterprise-year", "bad.csv"] + rule).code == 0)
    #expect(try desk.records("enterprise-year").first?["salesFen"] as? Int == 3_000_000)
  }

  @Test(arguments: ["单位：万美元", "单位：万元、亿元"])
  func `a line above the header in whose unit sums cannot be read is refused`(_ line: String) throws
  {
    let desk = try desk()
    try desk.write("\(line),,\n企业,年份,销售收入\n示例甲公司,2024,3\n", to: "y.csv")
    let outcome = try desk.run("import", "enterprise-year", "y.csv", "--header-line", "2")
    #expect(outcome.names == ["unit-misfit"])
    #expect(try desk.records("enterprise-year").isEmpty)
  }

  @Test func `a rule and a capital keep the unit too`() throws {
    let desk = try desk()
    try desk.write("企业,年份,收入/万元\n示例甲公司,2024,3\n", to: "y.csv")
    #expect(try desk.run("import", "enterprise-year", "y.csv", "--map", "收入/万元=sales").code == 0)
    #expect(try desk.records("enterprise-year").first?["salesFen"] as? Int == 3_000_000)
    try desk.write("企业名称,注册资金(万元)\n示例乙公司,500\n示例丙公司,50万美元\n", to: "e.csv")
    #expect(try desk.run("import", "enterprise", "e.csv").code == 0)
    let capitals = try desk.records("enterprise").compactMap { $0["capital"] as? String }
    #expect(capitals.sorted() == ["500(万元)", "50万美元"])
  }

  @Test(arguments: ["出口额（万美元）", "出口额（十万元）", "从业人数（万人）"])
  func `a unit in which a field is not kept is refused`(_ column: String) throws {
    let desk = try desk()
    try desk.write("企业,年份,\(column)\n示例甲公司,2024,3\n", to: "y.csv")
    let outcome = try desk.run("import", "enterprise-year", "y.csv")
    #expect(outcome.names == ["unit-misfit"])
    #expect(try desk.records("enterprise-year").isEmpty)
  }

  @Test func `a number without a unit under a name in fen is refused outside of records`() throws {
    let desk = try desk()
    let typed = try desk.run(
      "add",
      "enterprise-year",
      "enterprise=A",
      "year=2023",
      "salesFen=123456"
    )
    #expect(typed.names == ["fen-or-yuan"])
    try desk.write("enterprise,year,salesFen\nA,2021,123456\n", to: "y.csv")
    #expect(try desk.run("import", "enterprise-year", "y.csv").names == ["fen-or-yuan"])
    try desk.write(#"{"ent":"A","year":2022,"salesFen":123456}"# + "\n", to: "y.jsonl")
    let mapped = try desk.run("import", "enterprise-year", "y.jsonl", "--map", "ent=enterprise")
    #expect(mapped.names == ["fen-or-yuan"])
    #expect(try desk.records("enterprise-year").isEmpty)
  }

  @Test func `a condition on a name in fen says in which unit its number is`() throws {
    let desk = try desk()
    try desk.expect("add", "enterprise-year", "enterprise=A", "year=2023", "sales=300")
    #expect(
      try desk.run("list", "enterprise-year", "--where", "salesFen>=200").names == ["fen-or-yuan"]
    )
    for (condition, count) in [
      ("sales>=200", 1), ("sales>=400", 0), ("salesFen>=20000分", 1), ("salesFen>=400元", 0),
      ("salesFen>0", 1), ("销售收入<=300", 1),
    ] {
      #expect(try desk.records("enterprise-year", "--where", condition).count == count)
    }
  }

  @Test func `with a unit the name in fen is understood everywhere`() throws {
    let desk = try desk()
    try desk.expect("add", "enterprise-year", "enterprise=A", "year=2023", "salesFen=123456分")
    try desk.expect("add", "enterprise-year", "enterprise=A", "year=2024", "sales=1,234.56")
    try desk.write("enterprise,year,salesFen\nA,2021,123456\n", to: "y.csv")
    let rule = "salesFen:={salesFen}分"
    #expect(try desk.run("import", "enterprise-year", "y.csv", "--map", rule).code == 0)
    try desk.write(#"{"enterprise":"A","year":2022,"salesFen":123456}"# + "\n", to: "y.jsonl")
    #expect(try desk.run("import", "enterprise-year", "y.jsonl").code == 0)
    let years = try desk.records("enterprise-year")
    #expect(years.map { $0["salesFen"] as? Int } == [123_456, 123_456, 123_456, 123_456])
  }

  @Test func `people are people`() throws {
    let desk = try desk()
    try desk.write("企业,年份,从业人数（人）\n示例甲公司,2024,300\n", to: "y.csv")
    #expect(try desk.run("import", "enterprise-year", "y.csv").code == 0)
    #expect(try desk.records("enterprise-year").first?["employees"] as? Int == 300)
  }
}
