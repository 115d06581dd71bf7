import Testing

/// Numbers of rights as people write them, and as spreadsheets spoil them.
struct IdentifierEntryTests {
  private static let owner = "启东市示例甲有限公司"

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "名称=\(Self.owner)", "类型=公司", "镇区=汇龙镇")
    return desk
  }

  private func mark(_ desk: Desk, _ office: String, _ number: String, _ route: String) throws
    -> Outcome
  {
    try desk.run(
      "add",
      "trademark",
      "受理局=\(office)",
      "号码=\(number)",
      "商标=示例",
      "注册人=\(Self.owner)",
      "途径=\(route)",
      "注册日期=2025-03-05"
    )
  }

  @Test func `an international registration is one, with and without its G`() throws {
    let desk = try desk()
    #expect(try mark(desk, "WO", "国际注册第G1800001号", "马德里").output == "WO/1800001\n")
    for number in ["1800001", "G1800001", "国际注册第1800001号"] {
      #expect(try mark(desk, "WO", number, "马德里").names == ["record-exists"])
    }
    try desk.write(
      "受理局,号码,商标,注册人,途径,注册日期,类别\nWO,G1800001,示例,\(Self.owner),马德里,2025-03-05,7\n",
      to: "m.csv"
    )
    let imported = try desk.run("import", "trademark", "m.csv")
    #expect(imported.code == 0, "\(imported.errors)")
    let marks = try desk.records("trademark")
    #expect(marks.map { $0["id"] as? String } == ["WO/1800001"])
    #expect(marks.map { $0["number"] as? String } == ["1800001"])
    #expect(marks.map { $0["classes"] as? [Int] } == [[7]])
    // The Chinese office counts another row of numbers.
    #expect(try mark(desk, "CN", "G1800001", "马德里").output == "CN/G1800001\n")
    #expect(try mark(desk, "CN", "1800001", "国内").output == "CN/1800001\n")
  }

  @Test func `a Chinese mark is one, however a spreadsheet wrote its number`() throws {
    let desk = try desk()
    #expect(try mark(desk, "CN", "70000012", "国内").output == "CN/70000012\n")
    for number in ["70000012.0", "=70000012", "'70000012", "=\"70000012\"", "第70000012号"] {
      #expect(try mark(desk, "CN", number, "国内").names == ["record-exists"], "\(number)")
    }
    for number in ["7.0000012E7", "7000.0012", "70000012;70000013"] {
      #expect(try mark(desk, "CN", number, "国内").names.contains("trademark-number"), "\(number)")
    }
    for number in ["G1800001", "70000012A"] {
      #expect(try mark(desk, "CN", number, "国内").code == 0, "\(number)")
    }
    #expect(try desk.records("trademark").count == 3)
  }

  @Test func `a number is found however it is written`() throws {
    let desk = try desk()
    #expect(try mark(desk, "CN", "072000004", "国内").output == "CN/72000004\n")
    for number in ["72000004", "072000004", "第72000004号"] {
      #expect(try desk.run("mark", "show", number).code == 0, "\(number)")
      let found = try desk.records("trademark", "--where", "number=\(number)")
      #expect(found.map { $0["id"] as? String } == ["CN/72000004"], "\(number)")
    }
    #expect(try desk.records("trademark", "--where", "number!=72000004").isEmpty)
  }

  @Test func `a number that was corrected is free for the mark that bears it`() throws {
    let desk = try desk()
    #expect(try mark(desk, "CN", "80000001", "国内").output == "CN/80000001\n")
    try desk.expect("set", "trademark", "CN/80000001", "number=80000011")
    let added = try mark(desk, "CN", "80000001", "国内")
    #expect(added.code == 0, "\(added.errors)")
    #expect(added.output.hasPrefix("CN/80000001-"))
    #expect(try mark(desk, "CN", "80000001", "国内").names == ["record-exists"])
    #expect(try mark(desk, "CN", "80000011", "国内").names == ["record-exists"])
    #expect(
      try desk.records("trademark").compactMap { $0["number"] as? String }.sorted()
        == ["80000001", "80000011"]
    )
  }

  @Test func `a patent is one, with and without its check digit`() throws {
    let desk = try desk()
    func add(_ number: String, _ more: String...) throws -> Outcome {
      try desk.run(
        ["add", "patent", "申请号=\(number)", "名称=锤", "类型=实用新型", "专利权人=\(Self.owner)"] + more
      )
    }
    #expect(try add("202220123456").output == "202220123456.7\n")
    #expect(try add("202220123456.7").names == ["record-exists"])
    #expect(try add("ZL202220123456").names == ["record-exists"])
    #expect(try add("2.02220123456E+11").names == ["digits-lost"])
    #expect(try add("202220123457", "受理局=US").output == "202220123457\n")
    try desk.write("申请号,名称,专利权人,发明人\n202220123456,锤,\(Self.owner),张三\n", to: "p.csv")
    #expect(try desk.run("import", "patent", "p.csv").code == 0)
    #expect(try desk.records("patent").map { $0["number"] as? String }.count == 2)
  }

  @Test func `a list that was imported before numbers were completed is the same again`() throws {
    let desk = try desk()
    func rows(_ kind: String, _ head: String, _ row: String) throws -> Outcome {
      try desk.write("\(head)\n\(row)\n", to: "l.csv")
      return try desk.run("import", kind, "l.csv")
    }
    let (patent, mark) = ("申请号,名称,类型,专利权人", "受理局,号码,商标,注册人,途径,注册日期")
    let values = "202310123456,锤,发明,\(Self.owner)"
    let madrid = "WO,G1800001,示例,\(Self.owner),马德里,2025-03-05"
    #expect(try rows("patent", "id,\(patent)", "202310123456,\(values)").code == 0)
    #expect(try rows("trademark", "id,\(mark)", "WO/G1800001,\(madrid)").code == 0)
    #expect(try rows("patent", patent, values).errors.contains("0 new, 0 changed, 1 same"))
    #expect(try rows("trademark", mark, madrid).errors.contains("0 new, 0 changed, 1 same"))
    #expect(try desk.records("patent").map { $0["id"] as? String } == ["202310123456"])
    #expect(try desk.records("trademark").map { $0["id"] as? String } == ["WO/G1800001"])
  }

  @Test func `a wrong route that was imported bars no other change, and no other is typed`() throws
  {
    let desk = try desk()
    try desk.write(
      "受理局,号码,商标,注册人,途径,注册日期\nUS,8,示例,\(Self.owner),国内,2025-03-05\n",
      to: "m.csv"
    )
    #expect(try desk.run("import", "trademark", "m.csv").code == 0)
    #expect(try desk.run("check", "trademark-route").output.contains("trademark-route"))
    try desk.expect("set", "trademark", "US/8", "note=x")
    try desk.expect("set", "trademark", "US/8", "途径=国外")
    #expect(try desk.run("set", "trademark", "US/8", "途径=国内").names == ["trademark-route"])
  }

  @Test(arguments: [
    ("US", "国内", true), ("WO", "国内", true), ("WO", "国外", true), ("CN", "国外", true),
    ("TW", "马德里", true), ("TW", "国外", false),
    ("US", "国外", false), ("US", "马德里", false), ("CN", "马德里", false),
  ])
  func `a route that does not lead to the office is refused`(
    office: String,
    route: String,
    isRefused: Bool
  ) throws {
    let outcome = try mark(desk(), office, "6000001", route)
    #expect(outcome.code == (isRefused ? 3 : 0))
    #expect(outcome.names.contains("trademark-route") == isRefused)
  }

  @Test func `what Madrid does not reach is refused, whether it is added, set or imported`() throws
  {
    let desk = try desk()
    let added = try desk.run(
      "add",
      "trademark",
      "受理局=WO",
      "号码=1800001",
      "商标=示例",
      "注册人=\(Self.owner)",
      "途径=马德里",
      "designations=US,TW"
    )
    #expect(added.code == 3)
    #expect(added.names == ["trademark-route"])
    #expect(try mark(desk, "WO", "1800001", "马德里").code == 0)
    let set = try desk.run("set", "trademark", "WO/1800001", "designations=US,MO")
    #expect(set.names == ["trademark-route"])
    try desk.expect("set", "trademark", "WO/1800001", "designations=US,JP")
    try desk.write(
      "受理局,号码,商标,注册人,途径,designations\nWO,1800002,示例,\(Self.owner),马德里,\"US,HK\"\n",
      to: "m.csv"
    )
    let imported = try desk.run("import", "trademark", "m.csv")
    #expect(imported.code == 3)
    #expect(imported.names == ["trademark-route"])
  }

  @Test func `numbers that a spreadsheet cut are refused in a table and in lines`() throws {
    let desk = try desk()
    try desk.write(
      "名称,类型,账号,联系电话\n启东市乙公司,公司,6.22848E+18,\n启东市丙公司,公司,,1.39E+10\n启东市丁公司,公司,6222,139\n",
      to: "e.csv"
    )
    let refused = try desk.run("import", "enterprise", "e.csv")
    #expect(refused.code == 3)
    #expect(refused.names == ["digits-lost", "digits-lost"])
    #expect(refused.errors.contains("'6.22848E+18' is what a spreadsheet leaves"))
    try desk.write(
      "注册号,商标,注册人,注册日期,受理局,途径\n1.2345679E+07,示例,\(Self.owner),2025-01-02,CN,国内\n",
      to: "m.csv"
    )
    #expect(try desk.run("import", "trademark", "m.csv").names == ["digits-lost"])
    try desk.write(
      #"{"id":"CN/1.2E+07","office":"CN","number":"1.2E+07","route":"domestic","mark":"甲","#
        + #""owner":"\#(try desk.records("enterprise")[0]["id"] as? String ?? "")"}"# + "\n",
      to: "m.jsonl"
    )
    let lines = try desk.run("import", "trademark", "m.jsonl")
    #expect(lines.code == 3)
    #expect(lines.names == ["digits-lost"])
    #expect(lines.errors.contains("m.jsonl:1"))
    #expect(try desk.run("list", "trademark", "-O", "json").rows().isEmpty)
  }

  @Test func `who is of elsewhere is entered without a town`() throws {
    let desk = try desk()
    let unknown = try desk.run("add", "enterprise", "名称=海门公司", "类型=公司", "镇区=海门市", lang: "zh")
    #expect(unknown.names == ["unknown-reference"])
    #expect(unknown.errors.contains("不在本市的：镇区留空，填写登记地"))
    let added = try desk.run("add", "town", "id=hm", "名称=海门市", "类型=镇")
    #expect(added.names == ["town-elsewhere"])
    #expect(try desk.run("check", "town-elsewhere").output.contains("town-elsewhere"))
    try desk.expect("remove", "town", "hm", "--reason", "不属本市")
    #expect(!(try desk.run("check", "town-elsewhere").output.contains("town-elsewhere")))
  }
}
