import Foundation
import Testing

/// `merge`: two records that are one thing become one, and nothing is lost.
struct MergeTests {
  private static let kept = "启东市示例甲有限公司"
  private static let other = "启东示例甲公司"

  /// A ledger in which an enterprise is entered twice, each with what belongs to it.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "名称=\(Self.kept)", "类型=公司", "镇区=吕四港镇")
    try desk.expect(
      "add",
      "enterprise",
      "名称=\(Self.other)",
      "类型=协会",
      "行业=海产品",
      "镇区=汇龙镇",
      "曾用名=示例老厂"
    )
    try desk.expect(
      "add",
      "trademark",
      "office=CN",
      "number=1",
      "mark=示例海鲜",
      "route=国内",
      "owner=\(Self.other)"
    )
    try desk.expect(
      "add",
      "patent",
      "number=201220249767.4",
      "title=甲",
      "owners=\(Self.other)、\(Self.kept)"
    )
    try desk.expect("add", "enterprise-year", "enterprise=\(Self.kept)", "year=2024", "sales=10")
    try desk.expect(
      "add",
      "enterprise-year",
      "enterprise=\(Self.other)",
      "year=2024",
      "tax=5"
    )
    try desk.expect(
      "add",
      "enterprise-year",
      "enterprise=\(Self.other)",
      "year=2023",
      "tax=7"
    )
    try desk.expect("set", "enterprise", Self.other, "group=\(Self.kept)")
    return desk
  }

  private func id(_ name: String, _ desk: Desk) throws -> String {
    let found = try desk.records("enterprise").first { $0["name"] as? String == name }
    return try #require(found?["id"] as? String)
  }

  private func merge(_ desk: Desk, _ more: String...) throws -> Outcome {
    try desk.run(
      ["merge", "enterprise", Self.kept, Self.other, "--reason", "同一企业的简称"] + more
    )
  }

  @Test func `everything that named the other names the kept one, in one commit`() throws {
    let desk = try desk()
    let kept = try id(Self.kept, desk)
    let commits = try desk.run("log", "-O", "json").rows().count
    let outcome = try merge(desk)
    #expect(outcome.code == 0)
    #expect(try desk.run("log", "-O", "json").rows().count == commits + 1)
    let enterprise = try desk.records("enterprise")
    #expect(enterprise.map { $0["name"] as? String } == [Self.kept])
    #expect(enterprise[0]["formerNames"] as? [String] == [Self.other, "示例老厂"])
    #expect(enterprise[0]["sector"] as? String == "海产品")
    #expect(enterprise[0]["type"] as? String == "company")
    #expect(enterprise[0]["group"] == nil)
    #expect(try desk.records("trademark").map { $0["owner"] as? String } == [kept])
    #expect(try desk.records("patent").map { $0["owners"] as? [String] } == [[kept]])
    #expect(outcome.errors.contains("type stays 'company'; the other had 'association'"))
    #expect(outcome.errors.contains("taken over: sector"))
    #expect(outcome.errors.contains("town stays '吕四港镇'; the other had '汇龙镇'"))
    #expect(try desk.run("check", "dangling-reference", "duplicate-identity").code == 0)
  }

  @Test func `years of the other become years of the kept one, or fill them`() throws {
    let desk = try desk()
    let kept = try id(Self.kept, desk)
    #expect(try merge(desk).code == 0)
    let years = try desk.records("enterprise-year", "--sort", "year")
    #expect(years.map { $0["id"] as? String } == ["\(kept)/2023", "\(kept)/2024"])
    #expect(years.map { $0["taxFen"] as? Int } == [700, 500])
    #expect(years.map { $0["salesFen"] as? Int } == [nil, 1_000])
  }

  @Test func `shares of owners that become one are added, and figures that do not stay are told`()
    throws
  {
    let desk = try desk()
    try desk.expect("set", "patent", "甲", "shares=60,40")
    try desk.expect("add", "enterprise", "名称=示例丙厂", "类型=公司")
    try desk.expect(
      "add",
      "patent",
      "number=201730001234.5",
      "title=乙",
      "owners=\(Self.other)、示例丙厂、\(Self.kept)",
      "shares=12.5,50,37.5"
    )
    let (kept, third) = (try id(Self.kept, desk), try id("示例丙厂", desk))
    try desk.expect("set", "enterprise-year", "\(kept)/2024", "tax=9")
    let outcome = try merge(desk)
    #expect(outcome.code == 0)
    let patents = try desk.records("patent", "--sort", "title")
    let shares = Dictionary(
      uniqueKeysWithValues: patents.map { ($0["title"] as? String ?? "", $0["shares"]) }
    )
    #expect(shares["甲"] as? [Int] == [100])
    #expect(shares["乙"] as? [Double] == [50, 50])
    let owners = patents.first { $0["title"] as? String == "乙" }?["owners"] as? [String]
    #expect(owners == [kept, third])
    #expect(try desk.run("check", "patent-shares").code == 0)
    let told = "enterprise year \(kept)/2024: tax paid stays '9"
    #expect(outcome.errors.contains(told), "\(outcome.errors)")
    #expect(outcome.errors.contains("the other had '5"))
  }

  @Test func `a holder and its co-holder that become one hold the title alone`() throws {
    let desk = try Desk()
    for (id, name) in [("A", "甲公司"), ("B", "乙公司"), ("C", "丙公司")] {
      try desk.expect("add", "enterprise", "id=\(id)", "name=\(name)")
    }
    let title = ["add", "recognition", "scheme=江苏精品", "route=行政", "holder=A"]
    for values in [["brand.name=甲", "coHolders=B"], ["brand.name=乙", "coHolders=B;C"]] {
      #expect(try desk.run(title + ["awarded=2025-06-18"] + values).code == 0)
    }
    try desk.expect("merge", "enterprise", "A", "B", "--reason", "同一")
    let titles = try desk.records("recognition")
    #expect(titles.map { $0["holder"] as? String } == ["A", "A"])
    #expect(titles.map { $0["coHolders"] as? [String] } == [nil, ["C"]])
    let twice = try desk.run(title + ["awarded=2025-06-19", "brand.name=丁", "coHolders=A"])
    #expect(twice.code == 3)
    #expect(twice.names == ["holder-twice"])
  }

  @Test func `what was wrong with a title before bars no other change of it`() throws {
    let desk = try Desk()
    for (id, name) in [("A", "甲公司"), ("B", "乙公司")] {
      try desk.expect("add", "enterprise", "id=\(id)", "name=\(name)")
    }
    let title = ["scheme=江苏精品", "route=行政", "awarded=2025-06-18"]
    for id in ["r1", "r2"] {
      let words = ["add", "recognition", "id=\(id)", "holder=A", "coHolders=B"]
      #expect(try desk.run(words + title + ["brand.name=\(id)"]).code == 0)
    }
    let lines = try desk.read("ledger/recognitions.jsonl").split(separator: "\n")
    let faulty = lines[0].replacingOccurrences(of: #"["B"]"#, with: #"["A"]"#)
    try desk.write("\(faulty)\n\(lines[1])\n", to: "ledger/recognitions.jsonl")
    try desk.run("adopt", "--rewrite")
    let noted = try desk.run("set", "recognition", "r1", "note=核对过")
    #expect(noted.code == 0)
    #expect(noted.errors.contains("warning[holder-twice]"))
    let made = try desk.run("set", "recognition", "r2", "coHolders=A")
    #expect(made.code == 3)
    #expect(made.errors.contains("error[holder-twice]"))
    #expect(try desk.run("set", "recognition", "r1", "coHolders=B").names.isEmpty)
  }

  @Test func `a dry run shows every line and writes nothing`() throws {
    let desk = try desk()
    let before = try desk.records("enterprise").count
    let outcome = try merge(desk, "--dry-run")
    #expect(outcome.code == 0)
    #expect(outcome.lines.contains { $0.hasPrefix("trademarks.jsonl: ") })
    #expect(outcome.lines.contains { $0.contains("merged into") && $0.contains("同一企业的简称") })
    #expect(try desk.records("enterprise").count == before)
  }

  @Test func `the old id is still understood, with a note`() throws {
    let desk = try desk()
    let (kept, other) = (try id(Self.kept, desk), try id(Self.other, desk))
    #expect(try merge(desk).code == 0)
    let shown = try desk.run("show", other)
    #expect(shown.code == 0)
    #expect(shown.output.contains(kept))
    #expect(shown.errors == "\(other) was merged into \(kept)\n")
    let history = try desk.run("history", other)
    #expect(history.code == 0)
    #expect(history.output.contains("merged into \(kept): 同一企业的简称"))
    #expect(history.errors.contains("goes on as \(kept)"))
    #expect(try desk.run("show", "enterprise", Self.other).output.contains(kept))
    #expect(try desk.run("set", "enterprise", other, "规模=中型").errors.contains("was merged into"))
    try desk.expect("add", "brand", "名称=乙", "owner=\(other)")
    #expect(try desk.records("brand").map { $0["owner"] as? String } == [kept])
    #expect(try desk.records("brand", "--where", "owner=\(other)").count == 1)
    #expect(try desk.records("brand", "--where", "owner!=\(other)").isEmpty)
  }

  @Test func `undo brings both back with all that belonged to them`() throws {
    let desk = try desk()
    let kinds = ["enterprise", "trademark", "patent", "enterprise-year"]
    func all() throws -> [String] {
      try kinds.map { try desk.run("list", $0, "-O", "jsonl", "--sort", "id").output }
    }
    let before = try all()
    #expect(try merge(desk).code == 0)
    #expect(try all() != before)
    try desk.expect("undo")
    #expect(try all() == before)
  }

  @Test func `papers of the other stay with the kept one`() throws {
    let desk = try desk()
    try desk.write("%PDF-1.4\n%%EOF\n", to: "licence.pdf")
    let attached = try desk.run("attach", Self.other, "licence.pdf")
    #expect(attached.code == 0, "\(attached.errors)")
    #expect(try merge(desk).code == 0)
    let kept = try id(Self.kept, desk)
    #expect(try desk.records("attachment").map { $0["record"] as? String } == [kept])
    #expect(try desk.run("check", "attachment-record").code == 0)
  }

  @Test func `a chain of mergings leads to the last`() throws {
    let desk = try desk()
    let other = try id(Self.other, desk)
    #expect(try merge(desk).code == 0)
    try desk.expect("add", "enterprise", "名称=启东市示例甲集团有限公司", "类型=公司")
    let last = try id("启东市示例甲集团有限公司", desk)
    try desk.expect("merge", "enterprise", last, Self.kept, "--reason", "更名")
    #expect(try desk.run("show", other).errors == "\(other) was merged into \(last)\n")
  }

  @Test func `a record with itself, and steps of a process, are not merged`() throws {
    let desk = try desk()
    let same = try desk.run("merge", "enterprise", Self.kept, Self.kept, "--reason", "x")
    #expect(same.code == 3)
    #expect(same.names == ["same-record"])
    #expect(try desk.run("merge", "case", "a", "b", "--reason", "x").names == ["not-merged"])
    #expect(try desk.run("merge", "enterprise", "a", "b").code == 2)
  }
}
