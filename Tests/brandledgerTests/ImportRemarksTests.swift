import Foundation
import Testing

/// `import` says what of a file it did not take, or took otherwise than may be meant.
struct ImportRemarksTests {
  @Test func `keys of a line that are no fields are told once each, with the field that is meant`()
    throws
  {
    let desk = try Desk()
    let line = #"{"name":"示例%","registered_on":"2020-01-02","镇区":"吕四港镇","ours":1}"#
    let text = ["甲", "乙"].map { line.replacingOccurrences(of: "%", with: $0) + "\n" }.joined()
    try desk.write(text, to: "e.jsonl")
    let outcome = try desk.run("import", "enterprise", "e.jsonl")
    #expect(outcome.code == 0)
    #expect(outcome.names == ["unknown-field", "unknown-field", "unknown-field"])
    #expect(outcome.errors.contains("e.jsonl:1: warning[unknown-field]"))
    #expect(outcome.errors.contains("did you mean 'registeredOn'?"))
    #expect(outcome.errors.contains("did you mean 'town'?"))
    #expect(outcome.errors.contains("no field 'ours': it is kept as one of your own"))
    #expect(outcome.errors.contains("2 new"))
    #expect(try desk.read("ledger/enterprises.jsonl").contains(#""ours":1"#))
  }

  @Test func `what stands in a column without a name is told`() throws {
    let desk = try Desk()
    try desk.write(
      "企业名称,,备注\n示例甲公司,,y\n示例乙公司,zz,y\n示例丙公司,-,\n",
      to: "e.csv"
    )
    let outcome = try desk.run("import", "enterprise", "e.csv")
    #expect(outcome.code == 0)
    #expect(outcome.names == ["unnamed-column"])
    #expect(
      outcome.errors.contains(
        "e.csv:3:7: warning[unnamed-column]: column 2 has no name in the header: 'zz' is left out"
      )
    )
    #expect(try desk.records("enterprise").count == 3)
  }

  @Test func `a name of two lines looks like several too`() throws {
    let desk = try Desk()
    try desk.write("名称,所有人\n甲牌,\"启东乙有限公司\n启东丙有限公司\"\n", to: "b.csv")
    let outcome = try desk.run("import", "brand", "b.csv", "--map", "所有人=owner", "--create")
    #expect(outcome.code == 0)
    #expect(outcome.names == ["several-names"])
  }

  @Test func `a name that looks like several is created with a warning`() throws {
    let desk = try Desk()
    try desk.write("名称,所有人\n甲牌,启东乙有限公司;启东丙有限公司\n", to: "b.csv")
    let outcome = try desk.run("import", "brand", "b.csv", "--map", "所有人=owner", "--create")
    #expect(outcome.code == 0)
    #expect(outcome.names == ["several-names"])
    #expect(
      outcome.errors.contains(
        "one enterprise is created with the name '启东乙有限公司;启东丙有限公司', which looks like several"
      )
    )
  }

  @Test
  func `a payment that repeats a row before it is refused, and the second import of a file is not`()
    throws
  {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "name=示例甲公司", "id=A")
    let head = "企业,支付日期,费用类别,金额,凭证号\n"
    try desk.write(head + "A,2025-03-03,filing,300,\nA,2025-03-03,filing,300,\n", to: "x.csv")
    let outcome = try desk.run("import", "expense", "x.csv")
    #expect(outcome.names == ["row-twice"])
    #expect(outcome.errors.contains("(voucher, note)"))
    #expect(try desk.records("expense").isEmpty)
    try desk.write(head + "A,2025-03-03,filing,300,\nA,2025-03-03,filing,300,V2\n", to: "x.csv")
    #expect(try desk.run("import", "expense", "x.csv").errors.contains("2 new"))
    #expect(try desk.run("import", "expense", "x.csv").errors.contains("2 same"))
    #expect(try desk.records("expense").count == 2)
    // A row that gives less than one before it is another payment, as one that gives more is.
    try desk.write(
      head + "A,2025-05-03,filing,300,V3\nA,2025-05-03,filing,300,\nA,2025-05-03,filing,300,\n",
      to: "z.csv"
    )
    #expect(try desk.run("import", "expense", "z.csv").names == ["row-twice"])
    try desk.write(head + "A,2025-05-03,filing,300,V3\nA,2025-05-03,filing,300,\n", to: "z.csv")
    #expect(try desk.run("import", "expense", "z.csv").errors.contains("2 new"))
    #expect(try desk.run("import", "expense", "z.csv").errors.contains("2 same"))
    // A row without the note of another fits both on record, and is none of their repeats.
    let noted = "企业,支付日期,费用类别,金额,备注\n"
    try desk.write(noted + "A,2025-04-03,filing,300,\nA,2025-04-03,filing,300,第二件\n", to: "y.csv")
    #expect(try desk.run("import", "expense", "y.csv").errors.contains("2 new"))
    #expect(try desk.run("import", "expense", "y.csv").errors.contains("2 same"))
  }

  @Test(arguments: ["7.20000012E7", "72000009/72000010", "72000007（更正）"])
  func `a mark under what is no number of its office is refused`(_ number: String) throws {
    let desk = try Desk()
    try desk.run("add", "enterprise", "name=甲公司", "type=公司", "status=在业")
    try desk.write(
      "受理局,号码,商标,途径,所有人\nCN,\(number),子,国内,甲公司\nCN,第72000003号,丑,国内,甲公司\n",
      to: "m.csv"
    )
    let rules = ["受理局=office", "号码=number", "商标=mark", "途径=route", "所有人=owner"]
      .flatMap { ["--map", $0] }
    let outcome = try desk.run(["import", "trademark", "m.csv", "--skip-bad", "bad.csv"] + rules)
    #expect(outcome.names == ["trademark-number"])
    #expect(try desk.records("trademark").map { $0["id"] as? String } == ["CN/72000003"])
  }

  @Test(arguments: ["7.20000012E7x", "72000009/72000010", "72000009 72000010"])
  func `a line of JSON with all values is refused for such a number too`(_ number: String) throws {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "name=甲公司", "id=A")
    let line = """
      {"id":"CN/1","office":"CN","number":"%","mark":"甲","kind":"ordinary","route":"domestic",\
      "owner":"A","status":"registered","registeredOn":"2024-01-02"}

      """
    try desk.write(line.replacingOccurrences(of: "%", with: number), to: "m.jsonl")
    #expect(try desk.run("import", "trademark", "m.jsonl").names == ["trademark-number"])
    try desk.write(line.replacingOccurrences(of: "%", with: "72000009"), to: "m.jsonl")
    #expect(try desk.run("import", "trademark", "m.jsonl").code == 0)
  }

  @Test func `a line of JSON by Madrid to where the Protocol does not apply is refused`() throws {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "name=甲公司", "id=A")
    try desk.write(
      """
      {"id":"WO/1","office":"WO","number":"1800001","mark":"甲","kind":"ordinary","route":"madrid",\
      "owner":"A","status":"registered","registeredOn":"2024-01-02","designations":["HK"]}

      """,
      to: "m.jsonl"
    )
    #expect(try desk.run("import", "trademark", "m.jsonl").names == ["trademark-route"])
  }

  @Test func `a month that may have lost its zero is refused in text too`() throws {
    let desk = try Desk()
    try desk.write("名称,注册日期\n示例子公司,2025.1\n示例丑公司,2025.12\n", to: "e.csv")
    let outcome = try desk.run("import", "enterprise", "e.csv", "--skip-bad", "bad.csv")
    #expect(outcome.names == ["month-number"])
    #expect(try desk.records("enterprise").map { $0["registeredOn"] as? String } == ["2025-12"])
  }

  @Test func `a title whose day became known is to be completed where it stands`() throws {
    let desk = try Desk()
    let rules = ["荣誉=scheme", "获奖日期=awarded", "企业=holder"].flatMap { ["--map", $0] }
    func list(_ date: String) throws -> Outcome {
      try desk.write("荣誉,获奖日期,企业\n江苏精品,\(date),示例甲公司\n", to: "d.csv")
      return try desk.run(["import", "recognition", "d.csv", "--create"] + rules)
    }
    #expect(try list("2025-06").code == 0)
    let outcome = try list("2025-06-18")
    #expect(outcome.names == ["title-twice"])
    let id = try #require(try desk.records("recognition").first?["id"] as? String)
    let command = "brandledger set recognition \(id) awarded=2025-06-18"
    #expect(outcome.errors.contains(command))
    try desk.expect("set", "recognition", id, "awarded=2025-06-18")
    #expect(try list("2025-06-18").errors.contains("1 same"))
    #expect(try desk.records("recognition").count == 1)
  }

  @Test func `a misspelt town or scheme is told as such where names are created too`() throws {
    let desk = try Desk()
    try desk.write(
      "荣誉,获奖日期,企业,镇\n江苏精品,2025-06-18,示例甲公司,汇龙\n江苏精晶,2025-06-18,示例乙公司,汇龙镇\n",
      to: "d.csv"
    )
    let rules = ["荣誉=scheme", "获奖日期=awarded", "企业=holder.name", "镇=holder.town"]
    let outcome = try desk.run(
      ["import", "recognition", "d.csv", "--create"] + rules.flatMap { ["--map", $0] }
    )
    #expect(outcome.names == ["unknown-reference", "unknown-reference"])
    #expect(outcome.errors.contains("did you mean '汇龙镇'?"))
    #expect(outcome.errors.contains("did you mean '江苏精品'?"))
  }

  @Test func `what a row tells of somebody whom it names is kept when they are created`() throws {
    let desk = try Desk()
    try desk.write(
      "荣誉,获奖日期,企业,镇\n江苏精品,2025-06-18,示例丙公司,汇龙镇\n江苏省质量奖,2025-06-18,示例丙公司,汇龙镇\n",
      to: "d.csv"
    )
    let rules = ["荣誉=scheme", "获奖日期=awarded", "企业=holder", "镇=holder.town"]
    let outcome = try desk.run(
      ["import", "recognition", "d.csv", "--create"] + rules.flatMap { ["--map", $0] }
    )
    #expect(outcome.code == 0)
    #expect(outcome.names.isEmpty)
    #expect(try desk.records("enterprise").map { $0["town"] as? String } == ["320681100"])
  }

  @Test func `a word for nothing is nothing, but an answer where yes or no is asked`() throws {
    let desk = try Desk()
    try desk.write(
      "名称,信用代码,曾用名,注册日期,所属集团,外商投资\n示例甲公司,无,暂无,无,无,无\n示例乙公司,无,——, 无 ,--,\n",
      to: "e.csv"
    )
    #expect(try desk.run("import", "enterprise", "e.csv").names.isEmpty)
    // As all columns are texts, and the code makes the id, the row is looked at among many.
    try desk.write("名称,信用代码,镇区,行业,联系人\n示例丙公司,91320681MAEX00029U,汇龙镇, 无,暂无\n", to: "f.csv")
    #expect(try desk.run("import", "enterprise", "f.csv").names.isEmpty)
    let records = try desk.records("enterprise")
    #expect(records.map { $0["name"] as? String } == ["示例甲公司", "示例乙公司", "示例丙公司"])
    for record in records {
      for field in ["formerNames", "registeredOn", "group", "sector", "contact"] {
        #expect(record[field] == nil)
      }
    }
    #expect(records.map { $0["creditCode"] as? String } == [nil, nil, "91320681MAEX00029U"])
    #expect(records.map { $0["foreignInvested"] as? Bool } == [false, nil, nil])
  }

  @Test func `a sum in a cell that is merged over rows counts once`() throws {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "name=示例甲公司", "id=A")
    // 900 is one cell for the vouchers V1 and V2; V3 has 300 of its own.
    let path = Desk.path("Tests/brandledgerTests/Fixtures/merged-sum.xlsx")
    let outcome = try desk.run("import", "expense", path, "--skip-bad", "bad.csv")
    #expect(outcome.names == ["merged-cell"])
    #expect(outcome.errors.contains("column '金额': the sum is one cell for the rows 2 to 3"))
    #expect(try desk.records("expense").map { $0["amountFen"] as? Int } == [90_000, 30_000])
  }

  @Test func `a day as a spreadsheet counts it is refused with the day that is meant`() throws {
    let desk = try Desk()
    try desk.write("名称,注册日期\n示例甲公司,45292\n", to: "e.csv")
    let outcome = try desk.run("import", "enterprise", "e.csv")
    #expect(outcome.names == ["bad-value"])
    #expect(outcome.errors.contains("--map '注册日期:45292=2024-01-01'"))
  }

  @Test func `a date in words is refused with the rule that translates it`() throws {
    let desk = try Desk()
    try desk.write("名称,注册日期\n示例丁公司,二〇二五年六月\n", to: "e.csv")
    let outcome = try desk.run("import", "enterprise", "e.csv")
    #expect(outcome.names == ["bad-value"])
    #expect(outcome.errors.contains("--map '注册日期:二〇二五年六月=…'"))
  }

  @Test func `check tells of a reported value of an indicator that is computed`() throws {
    let desk = try Desk()
    try desk.expect(
      "add",
      "observation",
      "indicator=new-trademarks-domestic",
      "date=2025-12-31",
      "value=500"
    )
    let outcome = try desk.run("check", "observation-unasked")
    let told = outcome.output + outcome.errors
    #expect(told.contains("is computed from records: the reported value is not used"))
  }
}
