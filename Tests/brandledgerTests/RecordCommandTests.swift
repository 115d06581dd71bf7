import Foundation
import Testing

/// `add`, `set`, `remove`, `show`, `list`, `find`, and what tells of the past.
struct RecordCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "名称=启东市示例甲有限公司", "镇区=吕四港镇", "type=company")
    return desk
  }

  @Test func `fields are named in Chinese or English, references by name`() throws {
    let desk = try desk()
    let record = try #require(try desk.records("enterprise").first)
    #expect(record["name"] as? String == "启东市示例甲有限公司")
    #expect(record["town"] as? String == "320681110")
    #expect(record["type"] as? String == "company")
    #expect(Set(record.keys) == ["id", "name", "town", "type"])
  }

  @Test func `add prints the id alone, for programs with the commit`() throws {
    let desk = try desk()
    let plain = try desk.run("add", "brand", "name=甲牌")
    #expect(plain.output == "\(try #require(desk.records("brand").first?["id"] as? String))\n")
    #expect(plain.errors.hasPrefix("added brand "))
    let forPrograms = try desk.run("add", "brand", "name=乙牌", "-O", "json")
    let object = try #require(forPrograms.json() as? [String: Any])
    #expect(Set(object.keys) == ["id", "commit"])
    #expect(object["commit"] as? Int == 4)
    #expect(forPrograms.errors.isEmpty)
  }

  @Test func `set changes, says what is the same already, and clears`() throws {
    let desk = try desk()
    #expect(
      try desk.run("set", "enterprise", "启东市示例甲有限公司", "规模=中型", lang: "zh").errors
        .contains("：规模")
    )
    #expect(try desk.records("enterprise").first?["size"] as? String == "medium")
    let same = try desk.run("set", "enterprise", "启东市示例甲有限公司", "size=medium")
    #expect(same.errors.contains("has these values already"))
    try desk.expect("set", "enterprise", "启东市示例甲有限公司", "size=")
    #expect(try desk.records("enterprise").first?["size"] == nil)
    #expect(try desk.run("log", "-O", "json").rows().count == 4)
  }

  @Test func `every wrong field and value is told at once, with the nearest right name`() throws {
    let outcome = try desk().run(
      "add",
      "enterprise",
      "nam=x",
      "town=吕四港",
      "type=火箭",
      "registeredOn=2025-02-29"
    )
    #expect(outcome.code == 3)
    #expect(outcome.names == ["unknown-field", "unknown-reference", "bad-value", "bad-value"])
    #expect(outcome.errors.contains("did you mean 'name'?"))
    #expect(outcome.errors.contains("did you mean '吕四港镇'?"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: Desk.script)))
  func `on a terminal what is missing is asked for, elsewhere it is refused`() throws {
    let desk = try Desk()
    let screen = try desk.typed("启东市示例问有限公司\n", to: ["add", "enterprise"])
    #expect(screen.contains("name("))
    #expect(try desk.records("enterprise").map { $0["name"] as? String } == ["启东市示例问有限公司"])
    #expect(try desk.run("add", "enterprise").names == ["missing-field"])
    let silent = try desk.typed("x\n", to: ["add", "enterprise", "--no-input"])
    #expect(silent.contains("missing-field"))
  }

  @Test func `an ambiguous name lists its candidates`() throws {
    let desk = try desk()
    for _ in 1...2 {
      try desk.write(
        #"{"name":"同名公司","source":"\#(UUID().uuidString)","creditCode":"\#(UUID().uuidString)"}"#
          + "\n",
        to: "same.jsonl"
      )
      try desk.expect("import", "enterprise", "same.jsonl")
    }
    let ids = try desk.records("enterprise", "--where", "name=同名公司").map { "\($0["id"] ?? "")" }
    try #require(ids.count == 2)
    let outcome = try desk.run("add", "brand", "name=牌", "owner=同名公司")
    #expect(outcome.code == 3)
    #expect(outcome.names == ["ambiguous-reference"])
    for id in ids { #expect(outcome.errors.contains(id)) }
    #expect(try desk.run("show", "同名公司").names == ["ambiguous-record"])
  }

  @Test func `what is named and not there is created in the same commit`() throws {
    let desk = try Desk()
    try desk.expect(
      "add",
      "recognition",
      "scheme=江苏精品",
      "awarded=2025-06-18",
      "route=行政",
      "holder.name=启东市示例水产有限公司",
      "holder.town=吕四港镇",
      "brand.name=示例海鲜"
    )
    let log = try desk.run("log", "-O", "json").rows()
    #expect(log.count == 2)
    #expect(
      log.last?["files"] as? [String] == [
        "brands.jsonl", "enterprises.jsonl", "recognitions.jsonl",
      ]
    )
    let holder = try desk.records("enterprise").first?["id"] as? String
    #expect(try desk.records("brand").first?["owner"] as? String == holder)
    #expect(try desk.records("recognition").first?["holder"] as? String == holder)
    let refused = try desk.run("add", "brand", "name=另一牌", "owner=启东市没有的公司")
    #expect(refused.code == 3)
    try desk.expect("add", "brand", "name=另一牌", "owner=启东市没有的公司", "--create")
    #expect(try desk.records("enterprise").count == 2)
  }

  @Test func `a record that others name cannot be removed, else it ends with its reason`() throws {
    let desk = try desk()
    let brand = try desk.expect("add", "brand", "name=甲牌", "owner=启东市示例甲有限公司")
    let refused = try desk.run("remove", "enterprise", "启东市示例甲有限公司", "--reason", "注销")
    #expect(refused.code == 3)
    #expect(refused.names == ["still-referred-to"])
    #expect(try desk.run("remove", "brand", "甲牌").code == 2)
    try desk.expect("remove", "brand", "甲牌", "--reason", "重复登记")
    #expect(try desk.records("brand").isEmpty)
    let history = try desk.run("history", brand)
    #expect(history.output.contains("removed: 重复登记"))
  }

  @Test func `show finds by id, by name, and tells who refers`() throws {
    let desk = try desk()
    let brand = try desk.expect("add", "brand", "name=甲牌", "owner=启东市示例甲有限公司")
    #expect(try desk.run("show", brand).output.contains("甲牌"))
    #expect(try desk.run("show", "启东市示例甲有限公司").output.contains(brand))
    #expect(try desk.run("show", "brand", "甲牌").output == desk.run("show", brand).output)
    let nothing = try desk.run("show", "没有")
    #expect(nothing.code == 3)
    #expect(nothing.names == ["unknown-record"])
  }

  @Test func `list filters, sorts, chooses columns and limits`() throws {
    let desk = try Desk()
    for (name, town, day) in [
      ("甲", "吕四港镇", "2020-01-01"), ("乙", "汇龙镇", "2021-01-01"), ("丙", "吕四港镇", "2022-01-01"),
    ] {
      try desk.expect("add", "enterprise", "name=\(name)", "town=\(town)", "registeredOn=\(day)")
    }
    func names(_ options: String...) throws -> [String] {
      let words = ["list", "enterprise", "--columns", "name", "-O", "csv"] + options
      return Array(try desk.run(words).output.split(whereSeparator: \.isNewline).dropFirst())
        .map(String.init)
    }
    #expect(try names("--where", "town=吕四港镇") == ["甲", "丙"])
    #expect(
      try names("--where", "town=吕四港镇", "--where", "registeredOn>=2021-01-01") == ["丙"]
    )
    #expect(try names("--sort=-registeredOn") == ["丙", "乙", "甲"])
    #expect(try names("--sort", "registeredOn", "-n", "1") == ["甲"])
    #expect(try names("--where", "town.name~汇龙") == ["乙"])
    let wrong = try desk.run("list", "enterprise", "--where", "twon=x", "--where", "registeredOn>x")
    #expect(wrong.code == 3)
    #expect(wrong.names == ["unknown-field", "bad-value"])
  }

  @Test func `a title of which only the year is known is found by its year`() throws {
    let desk = try Desk()
    for (brand, date, scheme) in [
      ("甲牌", "2024", "江苏精品"), ("乙牌", "2024-06-18", "江苏精品"), ("丙牌", "2025-01-02", "中华老字号"),
    ] {
      let values = ["scheme=\(scheme)", "awarded=\(date)", "brand.name=\(brand)", "holder=企业"]
      let outcome = try desk.run(["add", "recognition", "--create"] + values)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    func brands(_ condition: String) throws -> [String] {
      let words = ["list", "recognition", "-c", "brand", "-O", "csv", "--where", condition]
      return Array(try desk.run(words).output.split(whereSeparator: \.isNewline).dropFirst())
        .map(String.init)
    }
    #expect(try brands("awarded=2024") == ["甲牌", "乙牌"])
    #expect(try brands("awarded.year=2024") == ["甲牌", "乙牌"])
    #expect(try brands("awarded>2024") == ["丙牌"])
    #expect(try brands("scheme.level>provincial") == ["丙牌"])
    let count = try desk.run("count", "recognition", "--where", "awarded<=2024", "-O", "csv")
    #expect(count.lines.last == "2")
    let refused = try desk.run("count", "recognition", "--where", "route>judicial", lang: "zh")
    #expect(refused.names == ["bad-condition"])
    #expect(refused.errors.contains("没有高低之分"))
  }

  @Test func `a name that was changed is still found, and taking it again is warned of`() throws {
    let desk = try desk()
    let set = try desk.run("set", "enterprise", "启东市示例甲有限公司", "名称=启东市示例新有限公司")
    #expect(set.errors.contains("name, formerNames"))
    #expect(try desk.run("find", "示例甲").output.contains("启东市示例新有限公司"))
    #expect(try desk.run("show", "启东市示例甲有限公司").code == 0)
    let again = try desk.run("add", "enterprise", "name=启东市示例甲有限公司")
    #expect(again.names == ["similar-enterprise"])
    #expect(again.errors.contains("former name"))
  }

  @Test func `a negative figure is kept with a warning`() throws {
    let desk = try desk()
    let outcome = try desk.run(
      "add",
      "enterprise-year",
      "enterprise=启东市示例甲有限公司",
      "year=2025",
      "sales=-3"
    )
    #expect(outcome.code == 0)
    #expect(outcome.names == ["negative-amount"])
    let check = try desk.run("check", "field-value")
    #expect(check.code == 1)
    #expect(check.output.contains("warning[negative-amount]"))
  }

  @Test(arguments: ["吕四", "LÜSI", "ｌüsi 01"])
  func `find looks through all fields and does not mind width, case and blanks`(_ text: String)
    throws
  {
    let desk = try Desk()
    let id = try desk.expect("add", "brand", "name=吕四 lüsi01")
    let hits = try desk.run("find", text, "-O", "json").rows()
    #expect(hits.contains { $0["id"] as? String == id })
  }

  @Test func `history takes a name, and tells what each commit changed`() throws {
    let desk = try desk()
    try desk.expect("set", "enterprise", "启东市示例甲有限公司", "sector=海产品")
    let rows = try desk.run("history", "启东市示例甲有限公司", "-O", "json").rows()
    #expect(rows.map { $0["commit"] as? Int } == [2, 3])
    #expect(rows.last?["what"] as? [String] == ["sector=海产品"])
    #expect(rows.allSatisfy { $0["by"] as? String == "tester" })
    #expect(try desk.run("history", "没有").code == 3)
  }

  @Test func `undo brings back what stood, and can itself be undone`() throws {
    let desk = try desk()
    let before = try desk.run("list", "enterprise").output
    try desk.expect("set", "enterprise", "启东市示例甲有限公司", "sector=海产品")
    let after = try desk.run("list", "enterprise").output
    try desk.expect("undo")
    #expect(try desk.run("list", "enterprise").output == before)
    let again = try desk.run("undo")
    #expect(again.errors.contains("commit 4 by tester at 2026-01-31T12:00:00+00:00 taken back"))
    #expect(again.errors.contains("'undo': 1 record put back"))
    #expect(again.errors.contains("was an undo itself"))
    #expect(try desk.run("list", "enterprise").output == after)
    #expect(try desk.run("undo", "99").names == ["cannot-undo"])
  }

  @Test func `nobody takes back another's last commit without naming it`() throws {
    let desk = try desk()
    try desk.expect("--user", "clerk-2", "set", "enterprise", "启东市示例甲有限公司", "sector=海产品")
    let refused = try desk.run("undo")
    #expect(refused.names == ["undo-of-another"])
    #expect(refused.errors.contains("the last commit, 3, is by clerk-2 at 2026-01-31T12:00:00"))
    #expect(refused.errors.contains("type 'brandledger undo 3'"))
    #expect(try desk.run("log").lines.contains { $0.contains("undo") } == false)
    try desk.expect("undo", "3")
  }

  @Test func `refresh brings the program's values and keeps what is the office's own`() throws {
    let desk = try Desk()
    try desk.expect(
      "set",
      "scheme",
      "jiangsu-quality-product",
      "level=国家级",
      "note=本市备注",
      #"conditions=[{"is":"operating"}]"#
    )
    let left = try desk.run("refresh")
    #expect(left.errors.contains("scheme jiangsu-quality-product (level"))
    let told = try desk.run("refresh", "--replace")
    #expect(told.code == 0)
    #expect(told.errors.contains("scheme jiangsu-quality-product (level"))
    #expect(told.errors.contains("0 reference records added, 1 replaced"))
    let scheme = try #require(
      try desk.records("scheme", "--where", "id=jiangsu-quality-product").first
    )
    #expect(scheme["level"] as? String == "provincial")
    #expect((scheme["conditions"] as? [Any])?.count == 1)
    #expect(try desk.run("refresh", "--replace").errors.contains("nothing was missing"))
  }

  @Test func `undo refuses to take away what later records name`() throws {
    let desk = try desk()
    try desk.expect("add", "brand", "name=甲牌", "owner=启东市示例甲有限公司")
    let refused = try desk.run("undo", "2")
    #expect(refused.code == 3)
    #expect(refused.names == ["still-referred-to"])
    #expect(try desk.records("enterprise").count == 1)
  }

  @Test func `--as-of answers by commit and by day, and refuses to write`() throws {
    let desk = try desk()
    try desk.expect("set", "enterprise", "启东市示例甲有限公司", "name=新名称")
    #expect(try desk.records("enterprise", "--as-of", "2").first?["name"] as? String != "新名称")
    #expect(try desk.records("enterprise", "--as-of", "1").isEmpty)
    #expect(try desk.run("log", "--as-of", "2", "-O", "json").rows().count == 2)
    #expect(try desk.run("history", "新名称", "-O", "json").rows().count == 2)
    let past = try desk.run("history", "启东市示例甲有限公司", "--as-of", "2", "-O", "json")
    #expect(try past.rows().count == 1)
    #expect(
      try desk.records("enterprise", "--as-of", "2026-01-31").first?["name"] as? String == "新名称"
    )
    #expect(
      try desk.run("list", "enterprise", "--as-of", "2026-01-30").names == ["before-first-commit"]
    )
    #expect(try desk.run("list", "enterprise", "--as-of", "9").names == ["no-such-commit"])
    #expect(try desk.run("list", "enterprise", "--as-of", "gestern").code == 2)
    #expect(
      try desk.run("list", "enterprise", "--as-of", "2026-01-31T12:00:00").errors
        .contains("2025-06-30T12:00:00+08:00")
    )
    #expect(try desk.run("add", "brand", "name=x", "--as-of", "2").names == ["past-is-closed"])
  }

  @Test func `--as-of takes the day of that moment for today, unless --today names another`() throws
  {
    let desk = try Desk.city()
    func title(_ words: String...) throws -> String {
      try #require(try desk.run(["progress", "--year", "2025"] + words).lines.first)
    }
    let log = try desk.run("log", "-O", "json").rows()
    let commit = try #require(
      log.last { ($0["at"] as? String)?.hasPrefix("2025-") == true }?["commit"] as? Int
    )
    let day = try #require(log.first { $0["commit"] as? Int == commit }?["at"] as? String).prefix(
      10
    )
    #expect(try title("--as-of", "2025-06-30").contains("2025-06-30"))
    #expect(try title("--as-of", "2025-06-30T09:00:00+08:00").contains("2025-06-30"))
    #expect(try title("--as-of", "#\(commit)").contains(day))
    #expect(try title("--as-of", "2025-06-30", "--today", "2025-07-15").contains("2025-07-15"))
    #expect(
      try desk.run("due", "--as-of", "2025-06-30").lines.first?.contains("2025-06-30") == true
    )
    // Nothing is asked in the future: the ledger stands as it is, and so does the clock.
    #expect(
      try desk.run("due", "--as-of", "2031-01-01").lines.first?.contains("2026-01-31") == true
    )
  }

  @Test func `history keeps the kinds apart, and knows the records that were removed`() throws {
    let desk = try Desk()
    let fee = try desk.run("history", "fee", "patent-restoration", "-O", "jsonl")
    #expect(fee.lines.count == 1)
    #expect(fee.output.contains("amountFen="))
    #expect(!fee.output.contains("length="))
    let both = try desk.run("history", "patent-restoration")
    #expect(both.names == ["ambiguous-record"])
    #expect(both.errors.contains("term patent-restoration; fee patent-restoration"))
    try desk.expect("add", "enterprise", "name=启东市示例甲有限公司", "town=吕四港镇")
    let owner = "owner=启东市示例甲有限公司"
    try desk.expect("add", "trademark", "office=WO", "number=25", "mark=旧标", "route=madrid", owner)
    try desk.expect("remove", "trademark", "WO/25", "--reason", "误录")
    for words in [["WO/25"], ["trademark", "WO/25"]] {
      let rows = try desk.run(["history"] + words + ["-O", "json"]).rows()
      #expect(rows.count == 2, "\(words)")
      #expect(rows.last?["what"] as? String == "removed: 误录")
    }
    #expect(try desk.run("history", "brand", "WO/25").code == 3)
  }

  @Test func `--dry-run prints the exact line that is then written`() throws {
    let desk = try Desk()
    let words = ["add", "scheme", "id=example", "name=示例奖", "level=county"]
    let dry = try desk.run(words + ["--dry-run"])
    #expect(dry.code == 0)
    #expect(try desk.run("log", "-O", "json").rows().count == 1)
    try desk.run(words)
    let written = try desk.read("ledger/schemes.jsonl").split(separator: "\n").last
    #expect(dry.output == "schemes.jsonl: \(try #require(written))\n")
  }
}
