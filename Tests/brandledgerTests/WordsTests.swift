import Foundation
import Testing

/// The product understands the words that it shows, and the words of the office's own tables.
struct WordsTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "名称=启东市示例甲有限公司", "类型=公司", "镇区=汇龙镇")
    return desk
  }

  private func indicator(_ desk: Desk, _ kind: String, _ id: String) throws -> String? {
    try desk.records(kind, "--where", "id=\(id)").first?["indicator"] as? String
  }

  @Test(arguments: [
    ("年新增国内注册商标", "new-trademarks-domestic"), ("新增国内注册商标", "new-trademarks-domestic"),
    ("new-recognitions:江苏精品", "new-recognitions:jiangsu-quality-product"),
    ("新增荣誉：江苏精品", "new-recognitions:jiangsu-quality-product"),
    ("holdings:省级", "holdings:provincial"), ("patents-granted", "patents-granted"),
  ])
  func `a target may name its indicator as progress shows it`(typed: String, name: String) throws {
    let desk = try Desk()
    let added = try desk.run(
      "add",
      "target",
      "id=t1",
      "指标=\(typed)",
      "目标值=120",
      "范围=吕四港镇",
      "名称=吕四",
      "条款=分解",
      "比较=不低于",
      "口径=每年新增",
      "年度=2026"
    )
    #expect(added.code == 0, "\(added.errors)")
    #expect(try indicator(desk, "target", "t1") == name)
    let set = try desk.run("set", "target", "t1", "指标=年新增国内注册商标")
    #expect(set.names == ["target-faulty"])
    #expect(set.errors.contains("did you mean 'new-trademarks-domestic'?"))
    #expect(try desk.run("set", "target", "t1", "范围=吕四").errors.contains("吕四港镇"))
  }

  @Test func `a reported value goes to the target of its name`() throws {
    let desk = try Desk()
    try desk.write("指标,日期,数值\n新培育高新技术企业,2025-06-30,31\n", to: "o.csv")
    #expect(try desk.run("import", "observation", "o.csv").code == 0)
    let rows = try desk.run("progress", "--year", "2025", "--all", "-O", "json").rows()
    let row = rows.first { $0["indicator"] as? String == "high-tech-enterprises-new" }
    #expect(row?["actual"] as? Int == 31)
    #expect(rows.filter { $0["indicator"] as? String == "新培育高新技术企业" }.isEmpty)
  }

  @Test func `totals and signatures below a table become no enterprises`() throws {
    let desk = try Desk()
    let rows = [
      "序号,企业名称,行业", "1,启东市乙公司,电动工具", ",合计：1家,", "填表人：张三,审核人：李四,", ",共2家,", ",合计机械厂,",
    ]
    try desk.write(rows.joined(separator: "\n") + "\n", to: "l.csv")
    let refused = try desk.run("import", "enterprise", "l.csv", "--map", "类型:=公司")
    #expect(refused.code == 3)
    #expect(refused.names == ["closing-row", "closing-row", "closing-row"])
    let words = ["import", "enterprise", "l.csv", "--map", "类型:=公司", "--skip-bad", "bad.csv"]
    #expect(try desk.run(words).code == 0)
    let names = try desk.records("enterprise").compactMap { $0["name"] as? String }
    #expect(names == ["启东市乙公司", "合计机械厂"])
    // As they stand in one column the rows are looked at many at a time.
    try desk.write("企业名称,类型\n启东市丙公司,公司\n合计：1家,公司\n", to: "m.csv")
    #expect(try desk.run("import", "enterprise", "m.csv").names == ["closing-row"])
    try desk.write("品牌名称\n甲牌\n合计\n", to: "b.csv")
    let brands = try desk.run("import", "brand", "b.csv", "--map", "品牌名称=name")
    #expect(brands.names == ["closing-row"])
  }

  @Test func `a header that comes again below is told, one that comes later is hinted at`() throws {
    let desk = try Desk()
    // With a title above nothing is known; once as rows that are read, once as rows that are looked at many at a time.
    for (head, end) in [("企业名称,信用代码,镇区", ""), ("企业名称,信用代码,镇区,", ",")] {
      let row = "启东市乙公司,91320681MAEX00029U,汇龙镇\(end)"
      try desk.write("企业名单\n\n\(head)\n\(row)\n\(head)\n", to: "l.csv")
      let untold = try desk.run("import", "enterprise", "l.csv")
      #expect(untold.names == ["no-known-column"])
      #expect(untold.errors.contains("line 3 looks like the header: --header-line 3 reads it"))
      let told = try desk.run("import", "enterprise", "l.csv", "--header-line", "3")
      #expect(told.names == ["header-twice"])
      #expect(told.errors.contains("l.csv:5: error[header-twice]"))
    }
    #expect(try desk.records("enterprise").isEmpty)
  }

  @Test func `names that begin as totals are names, and more is written below tables`() throws {
    let desk = try Desk()
    let names = [
      "总计（启东）有限公司", "合计（江苏）科技有限公司", "小计2号店", "共3人文化传播有限公司", "总计（启东）合伙企业（有限合伙）", "以上餐饮店",
      "第1食品厂", "年年红酒业", "360安全公司",
    ]
    let closing = [
      "填表日期：2025-03-05", "单位负责人：王五", "填报单位（盖章）：商务局", "经办人：赵六", "填报日期：2025-03-05", "审核：李四", "合計",
      "以上共12家", "合计（万元）：1200", "合计（12家）", "合计12家企业", "共12家。", "小计 1200.50",
      "2024年3月5日", "年　月　日", "2024-03-05", "第1页 共3页", "（盖章）",
    ]
    // In one column rows are looked at many at a time; with a column without a name one by one.
    for (head, end) in [("企业名称,类型", ""), ("企业名称,类型,", ",x")] {
      let rows = (names + closing).map { "\($0),公司\(end)" }
      try desk.write(([head] + rows).joined(separator: "\n") + "\n", to: "l.csv")
      let refused = try desk.run("import", "enterprise", "l.csv")
      #expect(refused.names.filter { $0 == "closing-row" }.count == closing.count)
    }
    try desk.write(
      (["企业名称,类型"] + names.map { "\($0),公司" }).joined(separator: "\n") + "\n",
      to: "n.csv"
    )
    #expect(try desk.run("import", "enterprise", "n.csv").code == 0)
    #expect(try desk.records("enterprise").count == names.count)
  }

  @Test func `what a cell says in other words may be translated, as the refusal tells`() throws {
    let desk = try Desk()
    try desk.write("企业名称,企业类型\n启东市乙公司,有限责任公司(自然人投资或控股)\n", to: "l.csv")
    let refused = try desk.run("import", "enterprise", "l.csv")
    #expect(refused.code == 3)
    #expect(refused.errors.contains("--map '企业类型:有限责任公司(自然人投资或控股)=…'"))
    let words = ["import", "enterprise", "l.csv", "--map", "企业类型:有限责任公司(自然人投资或控股)=公司"]
    #expect(try desk.run(words).code == 0)
    #expect(try desk.records("enterprise").map { $0["type"] as? String } == ["company"])
  }

  @Test func `dates are understood with and without their last sign`() throws {
    let desk = try desk()
    let added = try desk.run(
      "add",
      "trademark",
      "受理局=CN",
      "号码=9",
      "商标=示例",
      "注册人=启东市示例甲有限公司",
      "途径=国内",
      "申请日=2024-01-01",
      "注册日=2025-01-01"
    )
    #expect(added.output == "CN/9\n", "\(added.errors)")
    let mark = try #require(try desk.records("trademark").first)
    #expect(mark["filedOn"] as? String == "2024-01-01")
    #expect(mark["registeredOn"] as? String == "2025-01-01")
  }

  @Test func `who types is told all that is wrong at once, in the words of the language`() throws {
    let desk = try desk()
    let refused = try desk.run("add", "target", "单位=件", "甲乙丙=1", lang: "zh")
    #expect(refused.code == 3)
    #expect(refused.names.prefix(2) == ["unknown-field", "missing-id"])
    #expect(refused.names.contains("missing-field"))
    let unknown = try desk.run("add", "trademark", "甲乙丙=1", lang: "zh")
    #expect(unknown.errors.contains("可用字段：编号、受理局、号码"))
    let near = try desk.run("set", "enterprise", "启东市示例甲有限公司", "统一社会=1", lang: "zh")
    #expect(near.errors.contains("是否指“统一社会信用代码”"))
    let empty = try desk.run("add", "enterprise", "名称=甲", "类型=公司", "id=")
    #expect(empty.names == ["missing-field"])
  }

  @Test func `history tells fields and values in Chinese`() throws {
    let desk = try desk()
    let history = try desk.run("history", "启东市示例甲有限公司", lang: "zh")
    #expect(history.output.contains("类型=公司"))
    #expect(history.output.contains("镇区=汇龙镇"))
    let csv = try desk.run(["history", "启东市示例甲有限公司", "-O", "csv"], lang: "zh")
    #expect(csv.output.contains("type=company"))
  }

  @Test func `claims are told one a line where lines are asked for`() throws {
    let desk = try Desk(isEmpty: true)
    for (words, key) in [
      (["award", "compute", "--year", "2025", "-O", "jsonl"], "\"claim\""),
      (["award", "candidates", "--year", "2025", "-O", "jsonl"], "\"recipient\""),
    ] {
      let outcome = try desk.run(words, ledger: Desk.path("data/ledger"))
      #expect(outcome.lines.count > 10)
      #expect(outcome.lines.allSatisfy { $0.hasPrefix("{\(key)") })
    }
  }
}
