import Foundation
import Testing

/// `import`: all or nothing, every bad row told, the same file twice changes nothing.
struct ImportTests {
  private static let table = """
    名称,镇区,类型,资本,登记日期
    启东市示例丁有限公司,吕四港镇,公司,500万,2020-01-02
    启东市示例戊有限公司,火星镇,公司,500万,2020-01-02
    启东市示例己有限公司,汇龙镇,公司,很多,2020-13-02

    """
  private static let words = [
    "import", "enterprise", "ent.csv", "--map", "资本=capital", "--map", "登记日期=registeredOn",
  ]

  private func desk(_ table: String = Self.table) throws -> Desk {
    let desk = try Desk()
    try desk.write(table, to: "ent.csv")
    return desk
  }

  @Test func `a dry run shows the effect of every row and writes nothing`() throws {
    let desk = try desk()
    let outcome = try desk.run(Self.words + ["--dry-run", "-O", "json"])
    #expect(outcome.code == 1)
    #expect(
      try outcome.rows().map { "\($0["line"] ?? "") \($0["effect"] ?? "")" }
        == ["2 new", "3 refused", "4 refused"]
    )
    #expect(try desk.records("enterprise").isEmpty)
  }

  @Test func `one bad row stops all, and each is told by row, column, value and reason`() throws {
    let desk = try desk()
    let outcome = try desk.run(Self.words)
    #expect(outcome.code == 3)
    #expect(try desk.records("enterprise").isEmpty)
    #expect(
      outcome.errors == """
        ent.csv:3:12: error[unknown-reference]: column '镇区': there is no town '火星镇'
          help: did you mean '聚星镇'?
        ent.csv:4:19: error[bad-value]: column '资本': capital: '很多' is not what is expected: \
        a capital such as 4,000(万元人民币) or 50万美元
        ent.csv:4:22: error[bad-value]: column '登记日期': registeredOn: '2020-13-02' is not what is \
        expected: a date such as 2025-03-01 (2025-03 or 2025 where the day is not known)
          help: if the table writes it otherwise, say what it means: --map '登记日期:2020-13-02=…'
        3 rows: 1 new, 0 changed, 0 same, 2 refused
        nothing was imported; --skip-bad FILE imports the other rows

        """
    )
  }

  @Test func `errors for programs are JSON and nothing else`() throws {
    let outcome = try desk().run(Self.words + ["-O", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.errors.utf8))
    let errors = try #require((object as? [String: Any])?["errors"] as? [[String: Any]])
    #expect(errors.count == 3)
    for error in errors {
      #expect(
        Set(error.keys).isSuperset(of: ["file", "line", "column", "name", "message", "help"])
      )
      #expect(error["file"] as? String == "ent.csv")
    }
    #expect(errors.map { $0["line"] as? Int } == [3, 4, 4])
    #expect(errors.map { $0["column"] as? Int } == [12, 19, 22])
  }

  @Test func `--skip-bad imports the good rows and keeps the refused ones as they stood`() throws {
    let desk = try desk()
    let outcome = try desk.run(Self.words + ["--skip-bad", "bad.csv"])
    #expect(outcome.code == 0)
    #expect(try desk.records("enterprise").count == 1)
    #expect(
      try desk.read("bad.csv") == """
        refused because,名称,镇区,类型,资本,登记日期
        column '镇区': there is no town '火星镇',启东市示例戊有限公司,火星镇,公司,500万,2020-01-02
        "column '资本': capital: '很多' is not what is expected: a capital such as 4,000(万元人民币) or \
        50万美元; column '登记日期': registeredOn: '2020-13-02' is not what is expected: a date such as \
        2025-03-01 (2025-03 or 2025 where the day is not known)",启东市示例己有限公司,汇龙镇,公司,很多,2020-13-02

        """
    )
    // The corrected file needs no mapping for that column, which says nothing of an enterprise.
    let again = try desk.run(
      ["import", "enterprise", "bad.csv"] + Self.words.dropFirst(3) + ["--skip-bad", "bad2.csv"]
    )
    #expect(!again.errors.contains("columns left out"))
    #expect(try desk.read("bad2.csv") == desk.read("bad.csv"))
  }

  @Test(arguments: [
    ["--skip-bad", "./ent.csv"], ["--dry-run", "-o", "ent.csv"],
    ["--mapping", "rules.map", "--skip-bad", "rules.map"],
  ])
  func `no answer is written over a file that the command reads`(_ options: [String]) throws {
    let desk = try desk()
    try desk.write("资本=capital\n", to: "rules.map")
    let outcome = try desk.run(["import", "enterprise", "ent.csv"] + options)
    #expect(outcome.code == 3)
    #expect(outcome.names == ["file-named-twice"])
    #expect(try desk.read("ent.csv") == Self.table)
    #expect(try desk.read("rules.map") == "资本=capital\n")
    #expect(try desk.records("enterprise").isEmpty)
  }

  @Test func `refused rows are CSV, so no name of a spreadsheet is taken for them`() throws {
    let outcome = try desk().run(Self.words + ["--skip-bad", "bad.XLSX"])
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("bad.XLSX"))
  }

  @Test func `a value that nobody knows is refused, and nothing else is put in its place`() throws {
    let desk = try desk("")
    try desk.write(
      #"""
      {"id":"ent-1","name":"启东市示例甲有限公司","type":"company"}

      """#,
      to: "owner.jsonl"
    )
    try desk.expect("import", "enterprise", "owner.jsonl")
    try desk.write(
      #"""
      {"office":"CN","number":"1","route":"domestic","owner":"ent-1","mark":"甲","kind":"odd"}
      {"office":"CN","number":"2","route":"domestic","owner":"ent-1","mark":"乙","status":"odd","registeredOn":"2020-01-02"}
      {"office":"CN","number":"3","route":"domestic","owner":"ent-1","mark":"丙","registeredOn":"2020-01-02"}

      """#,
      to: "marks.jsonl"
    )
    let outcome = try desk.run(["import", "trademark", "marks.jsonl", "--skip-bad", "bad.jsonl"])
    #expect(outcome.names == ["bad-value", "bad-value"])
    let marks = try desk.records("trademark")
    #expect(marks.map { $0["id"] as? String } == ["CN/3"])
    #expect(marks.map { $0["kind"] as? String } == ["ordinary"])
    #expect(marks.map { $0["status"] as? String } == ["registered"])
  }

  @Test func `the same file twice changes nothing, even one that gives a thing twice`() throws {
    let table = """
      名称,类型
      启东市示例丁有限公司,公司
      启东市示例丁有限公司,协会
      启东市示例丁有限公司,公司

      """
    let desk = try desk(table)
    let words = ["import", "enterprise", "ent.csv", "--skip-bad", "bad.csv"]
    let first = try desk.run(words)
    #expect(first.errors.hasSuffix("3 rows: 1 new, 0 changed, 1 same, 1 refused\n"))
    #expect(first.names == ["given-twice"])
    let second = try desk.run(words)
    #expect(second.errors.hasSuffix("3 rows: 0 new, 0 changed, 2 same, 1 refused\n"))
    #expect(try desk.run("log", "-O", "json").rows().count == 2)
  }

  @Test func `a row that the rules of registering refuse is told, and nothing created for it`()
    throws
  {
    let desk = try Desk()
    try desk.write(
      """
      荣誉项目,品牌,持有人,获得日期
      江苏精品,未来牌,启东市示例未来有限公司,2027-01-01
      中国名牌产品,过时牌,启东市示例过时有限公司,2020-01-01
      江苏精品,正好牌,启东市示例正好有限公司,2024-01-01

      """,
      to: "rec.csv"
    )
    let refused = try desk.run("import", "recognition", "rec.csv", "--create")
    #expect(refused.code == 3)
    #expect(refused.names == ["title-in-future", "title-outside-scheme"])
    #expect(refused.errors.contains("rec.csv:2:"))
    #expect(refused.errors.contains("rec.csv:3:"))
    let some = try desk.run("import", "recognition", "rec.csv", "--create", "--skip-bad", "bad.csv")
    #expect(some.code == 0)
    #expect(try desk.records("enterprise").map { $0["name"] as? String } == ["启东市示例正好有限公司"])
    #expect(try desk.records("brand").map { $0["name"] as? String } == ["正好牌"])
  }

  @Test func `an export is imported as the same, texts that look like formulas too`() throws {
    let desk = try Desk()
    for (name, phone) in [("=甲公司", "+8612345"), ("'=乙公司", "-1"), ("丙公司", "'9")] {
      let draft = try JSONSerialization.data(withJSONObject: ["name": name, "phone": phone])
      try desk.write(String(decoding: draft, as: UTF8.self) + "\n", to: "one.jsonl")
      try desk.expect("import", "enterprise", "one.jsonl")
    }
    try desk.expect("list", "enterprise", "-c", "id,name,phone", "-o", "all.csv")
    let file = try desk.read("all.csv")
    #expect(file.contains("'=甲公司,'+8612345"))
    #expect(file.contains("''=乙公司,'-1"))
    #expect(file.contains("丙公司,'9"))
    let outcome = try desk.run("import", "enterprise", "all.csv")
    #expect(outcome.errors == "3 rows: 0 new, 0 changed, 3 same, 0 refused\n")
  }

  @Test func `a table without a known column is refused`() throws {
    let desk = try desk("a,b,城镇\n1,2,3\n")
    let outcome = try desk.run("import", "enterprise", "ent.csv")
    #expect(outcome.code == 3)
    #expect(outcome.names == ["no-known-column", "unused-column"])
    #expect(outcome.errors.contains("no column is a field of kind enterprise: a, b, 城镇"))
    #expect(outcome.errors.contains("the fields: name, town, sector"))
  }

  @Test func `a column whose name is near to a field is told with it, others are noted`() throws {
    let desk = try desk("序号,名称,城镇,领导批示\n1,启东市示例丁有限公司,吕四港镇,x\n")
    let outcome = try desk.run("import", "enterprise", "ent.csv")
    #expect(outcome.code == 0)
    #expect(
      outcome.errors == """
        columns left out: 序号, 领导批示
        ent.csv:1:7: warning[unused-column]: the column '城镇' fills no field and is left out
          help: did you mean '乡镇'? --map '城镇=town' reads it, --map '城镇=-' leaves it out
        imported (commit 2)
        1 row: 1 new, 0 changed, 0 same, 0 refused

        """
    )
    let quiet = try desk.run(
      "import",
      "enterprise",
      "ent.csv",
      "--map",
      "城镇=town",
      "--map",
      "领导批示=-"
    )
    #expect(quiet.names.isEmpty)
    #expect(try desk.records("enterprise").first?["town"] as? String == "320681110")
  }

  @Test func `a mapping that fits nothing is refused with the nearest column`() throws {
    let desk = try desk()
    let outcome = try desk.run("import", "enterprise", "ent.csv", "--map", "登记=registeredOn")
    #expect(outcome.code == 3)
    #expect(outcome.names == ["unknown-column"])
    #expect(try desk.run("import", "enterprise", "none.csv").names == ["cannot-read"])
    #expect(try desk.run("import", "enterprise", ".").errors.contains("this is a folder"))
  }

  /// Enterprises on the lines from 2 on, of which some are in no town.
  private static func many(_ count: Int, bad: Set<Int>) -> String {
    let rows = (2..<count + 2).map { line in
      "启东市示例\(line)号有限公司,\(bad.contains(line) ? "火星镇" : "吕四港镇"),公司\n"
    }
    return "名称,镇区,类型\n" + rows.joined()
  }

  @Test(arguments: [127, 128, 129, 383, 384, 385, 900])
  func `of a long table every row is read once and in its order`(count: Int) throws {
    let bad: Set<Int> = [2, 128, 129, 130, 386, 700, count + 1]
    let desk = try desk(Self.many(count, bad: bad))
    let refused = try desk.run(["import", "enterprise", "ent.csv"])
    #expect(refused.code == 3)
    let told = refused.errors.split(separator: "\n").filter { $0.hasPrefix("ent.csv:") }
      .map { $0.split(separator: ":")[1] }
    let lines = bad.filter { $0 <= count + 1 }.sorted()
    #expect(told.map(String.init) == lines.map(String.init))
    let outcome = try desk.run(["import", "enterprise", "ent.csv", "--skip-bad", "bad.csv"])
    #expect(outcome.code == 0)
    let names = try desk.records("enterprise").map { $0["name"] as? String }
    let expected = (2..<count + 2).filter { !bad.contains($0) }.map { "启东市示例\($0)号有限公司" }
    #expect(names == expected)
    let again = try desk.run(["import", "enterprise", "bad.csv"])
    #expect(
      again.errors.contains("\(lines.count) rows: 0 new, 0 changed, 0 same, \(lines.count) refused")
    )
  }

  @Test func `behind what can be read the fault of a long table is told`() throws {
    let desk = try desk(Self.many(500, bad: [3]) + "\"启东市示例,吕四港镇,公司\n")
    let outcome = try desk.run(["import", "enterprise", "ent.csv"])
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("ent.csv:502:1: error[unclosed-quote]"))
    #expect(try desk.records("enterprise").isEmpty)
  }

  @Test func `a line that ends a record is refused where records are imported`() throws {
    let desk = try Desk()
    try desk.write(
      """
      {"id":"n9","name":"乙公司"}
      {"id":"n9","removed":"误"}
      {"id":"n2","name":"甲公司","removed":null}

      """,
      to: "e.jsonl"
    )
    let outcome = try desk.run("import", "enterprise", "e.jsonl")
    #expect(outcome.code == 3)
    #expect(outcome.names == ["removal-not-imported"])
    #expect(outcome.errors.contains("e.jsonl:2:22: error"))
    #expect(outcome.errors.contains("3 rows: 2 new, 0 changed, 0 same, 1 refused"))
    #expect(try desk.records("enterprise").isEmpty)
  }

  @Test func `an empty id or name would leave a line that nobody can read, and is refused`() throws
  {
    let desk = try Desk()
    for line in [#"{"id":"","name":"甲公司"}"#, #"{"id":"e","name":""}"#] {
      try desk.write(line + "\n", to: "e.jsonl")
      let outcome = try desk.run("import", "enterprise", "e.jsonl")
      #expect(outcome.code == 3)
      #expect(outcome.names == ["missing-field"])
    }
    #expect(try desk.records("enterprise").isEmpty)
  }

  @Test func `a row that would make a record another one is refused, an exchange in order is not`()
    throws
  {
    let desk = try Desk()
    try desk.write(
      """
      {"id":"e1","name":"甲公司"}
      {"id":"e2","name":"乙公司"}
      {"id":"e3","name":"丙公司"}

      """,
      to: "e.jsonl"
    )
    try desk.expect("import", "enterprise", "e.jsonl")
    try desk.write("id,name\ne1,乙 公司\n", to: "twin.csv")
    let twin = try desk.run("import", "enterprise", "twin.csv")
    #expect(twin.code == 3)
    #expect(twin.names == ["record-exists"])
    #expect(twin.errors.contains("twin.csv:2: error"))
    #expect(twin.errors.contains("'brandledger merge enterprise e2 e1'"))
    try desk.write("id,name\ne2,丁公司\ne1,乙公司\n", to: "moved.csv")
    #expect(try desk.run("import", "enterprise", "moved.csv").errors.contains("2 changed"))
    let set = try desk.run("set", "enterprise", "e3", "name=丁公司")
    #expect(set.code == 3)
    #expect(set.names == ["record-exists"])
  }

  @Test
  func
    `records that another ledger lists are imported from the input or from a file of any ending`()
    throws
  {
    let desk = try Desk()
    let line = #"{"name":"启东市示例管道有限公司","type":"company"}"# + "\n"
    for (words, name) in [
      (["-"], ""), (["a.ndjson"], "a.ndjson"), (["A.JSONL"], "A.JSONL"), (["b"], "b"),
    ] {
      if !name.isEmpty { try desk.write(line, to: name) }
      let outcome = try desk.run(
        ["import", "enterprise"] + words + ["--dry-run", "-O", "json"],
        input: line
      )
      #expect(outcome.code == 0, "\(words): \(outcome.errors)")
      #expect(try outcome.rows().map { $0["effect"] as? String } == ["new"])
    }
  }

  @Test func `a row without a name is refused, though a record is otherwise like it`() throws {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "name=启东市示例甲有限公司", "type=company")
    try desk.write("名称,类型\n,公司\n", to: "e.csv")
    let outcome = try desk.run("import", "enterprise", "e.csv")
    #expect(outcome.code == 3)
    #expect(outcome.names.contains("missing-field"))
    #expect(try desk.run("add", "enterprise", "type=company").names == ["missing-field"])
  }
}
