import Foundation
import Testing

/// Whom a name, a code or a row means where several records could be meant, or its values contradict each other.
struct SameNameTests {
  /// A desk with two persons of one name in two towns.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "id=P1", "名称=张伟", "类型=自然人", "镇区=汇龙镇")
    try desk.expect("add", "enterprise", "id=P2", "名称=张伟", "类型=自然人", "镇区=吕四港镇")
    return desk
  }

  private func mark(_ number: Int, _ owner: String...) -> [String] {
    [
      "add", "trademark", "office=CN", "number=\(number)", "mark=己", "route=国内",
      "registeredOn=2025-01-01",
    ] + owner
  }

  @Test func `of two persons of one name the owner is the one whose town is given`() throws {
    let desk = try desk()
    #expect(try desk.run(mark(71_000_031, "owner.name=张伟", "owner.town=汇龙镇")).code == 0)
    #expect(try desk.run(mark(71_000_032, "owner.name=张伟", "owner.town=吕四港镇")).code == 0)
    #expect(try desk.records("trademark").map { $0["owner"] as? String } == ["P1", "P2"])
  }

  @Test
  func `a name alone with a town chooses as its field name does, in a row without create too`()
    throws
  {
    let desk = try desk()
    #expect(try desk.run(mark(71_000_031, "owner=张伟", "owner.town=汇龙镇")).code == 0)
    try desk.write(
      "受理局,号码,商标,途径,注册日期,所有人,镇\nCN,71000032,己,国内,2025-01-01,张伟,吕四港镇\n"
        + "CN,71000033,己,国内,2025-01-01,张伟,\n",
      to: "m.csv"
    )
    let rules = ["受理局=office", "号码=number", "商标=mark", "途径=route", "所有人=owner", "镇=owner.town"]
      .flatMap { ["--map", $0] }
    let rows = try desk.run(["import", "trademark", "m.csv", "--skip-bad", "bad.csv"] + rules)
    #expect(rows.names == ["ambiguous-reference"])
    #expect(rows.errors.contains("2 rows: 1 new, 0 changed, 0 same, 1 refused"))
    #expect(try desk.records("trademark").map { $0["owner"] as? String } == ["P1", "P2"])
    try desk.expect("set", "trademark", "CN/71000032", "owner=张伟", "owner.town=汇龙镇")
    #expect(try desk.records("trademark").map { $0["owner"] as? String } == ["P1", "P1"])
  }

  @Test func `a name that fits two persons is refused with both, in add and in a row`() throws {
    let desk = try desk()
    for owner in [["owner.name=张伟"], ["owner.name=张伟", "owner.town=近海镇"]] {
      let refused = try desk.run(mark(71_000_031) + owner)
      #expect(refused.code == 3)
      #expect(refused.names == ["ambiguous-reference"])
      #expect(refused.errors.contains("P1, P2"))
    }
    try desk.write("名称,行业\n张伟,海产品\n", to: "sectors.csv")
    let row = try desk.run("import", "enterprise", "sectors.csv")
    #expect(row.code == 3)
    #expect(row.names == ["ambiguous-reference"])
    try desk.write("名称,镇区,行业\n张伟,汇龙镇,海产品\n", to: "towns.csv")
    try desk.expect("import", "enterprise", "towns.csv")
    #expect(try desk.records("enterprise").map { $0["sector"] as? String } == ["海产品", nil])
    #expect(try desk.run("import", "enterprise", "towns.csv").errors.contains("1 same"))
  }

  @Test func `a record that was completed beside another is still given its own row`() throws {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "id=m", "名称=母公司")
    try desk.write(
      "名称,行业,集团,集团行业\n子公司,海产品,母公司,海产品\n母公司,海产品,,\n母公司,电动工具,,\n",
      to: "g.csv"
    )
    let rules = ["集团=group.name", "集团行业=group.sector"].flatMap { ["--map", $0] }
    let twice = try desk.run(["import", "enterprise", "g.csv"] + rules)
    #expect(twice.names == ["given-twice"])
    try desk.write("名称,行业,集团,集团行业\n子公司,海产品,母公司,海产品\n母公司,电动工具,,\n", to: "g.csv")
    #expect(try desk.run(["import", "enterprise", "g.csv"] + rules).code == 0)
    let parent = try #require(desk.records("enterprise").first { $0["id"] as? String == "m" })
    #expect(parent["sector"] as? String == "电动工具")
  }

  @Test func `a town of another place with the same name is not read from the address`() throws {
    let desk = try Desk()
    for (area, address, town) in [
      ("330109", "杭州市萧山区南阳镇示例路", nil), ("320681", "启东市南阳镇示例路", "320681106"),
    ] {
      let words = ["id=e\(area)", "name=甲公司\(area)", "area=\(area)", "address=\(address)"]
      #expect(try desk.run(["add", "enterprise"] + words).code == 0)
      let record = try desk.records("enterprise").first { $0["id"] as? String == "e\(area)" }
      #expect(record?["town"] as? String == town)
    }
  }

  @Test func `a town is not read from the address of who is registered elsewhere by a name`() throws
  {
    let desk = try Desk()
    let words = ["name=甲公司", "area=杭州市萧山区", "address=启东市汇龙镇示例路（仓库）"]
    #expect(try desk.run(["add", "enterprise"] + words).code == 0)
    try desk.write("名称,登记地,地址\n乙公司,杭州市萧山区,启东市汇龙镇\n丙公司,启东市,启东市汇龙镇\n", to: "e.csv")
    #expect(try desk.run("import", "enterprise", "e.csv").code == 0)
    let towns = try desk.records("enterprise", "--sort", "name").map { $0["town"] as? String }
    #expect(towns.compactMap(\.self) == ["320681100"])
  }

  @Test func `a town beside a place of registration elsewhere is refused at import`() throws {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "id=A", "name=甲公司", "town=汇龙镇")
    let code = "91320681MAEX00029U"
    try desk.write(
      "名称,信用代码,镇区,登记地\n乙公司,\(code),汇龙镇,330109\n丙公司,,汇龙镇,杭州市萧山区\n甲公司,,,330109\n丁公司,,,330109\n",
      to: "e.csv"
    )
    let refused = try desk.run("import", "enterprise", "e.csv")
    #expect(refused.names == ["seat-contradiction", "seat-contradiction", "seat-contradiction"])
    #expect(refused.errors.contains("e.csv:4: error[seat-contradiction]"))
    let kept = try desk.run("import", "enterprise", "e.csv", "--skip-bad", "bad.csv")
    #expect(kept.errors.contains("4 rows: 1 new, 0 changed, 0 same, 3 refused"))
    let line = #"{"id":"\#(code)","name":"乙公司","town":"320681100","area":"330109"}"#
    try desk.write(line + "\n", to: "e.jsonl")
    #expect(try desk.run("import", "enterprise", "e.jsonl").names == ["seat-contradiction"])
    #expect(try desk.records("enterprise").compactMap { $0["area"] as? String } == ["330109"])
  }

  @Test func `what is given of a holder fills what it lacks, and what differs is told`() throws {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "id=B", "名称=乙公司", "规模=小型")
    let title = ["add", "recognition", "scheme=江苏精品", "route=行政", "brand.name=乙牌"]
    let added = try desk.run(
      title + [
        "awarded=2025-06-19", "holder.name=乙公司", "holder.town=吕四港镇", "holder.type=公司",
        "holder.size=中型",
      ]
    )
    #expect(added.code == 0)
    #expect(added.names == ["values-kept"])
    #expect(added.errors.contains("the enterprise B stays as it is"))
    #expect(added.errors.contains("size is 'small', given 'medium'"))
    let holder = try #require(desk.records("enterprise").first)
    #expect(holder["town"] as? String == "320681110")
    #expect(holder["type"] as? String == "company")
    #expect(holder["size"] as? String == "small")
    #expect(try desk.run("log", "-O", "json").rows().count == 3)
  }

  @Test func `a list that completes holders changes nothing the second time`() throws {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "id=B", "名称=乙公司")
    try desk.write(
      "荣誉,日期,企业,镇,品牌\n江苏精品,2025-06-18,乙公司,吕四港镇,甲\n"
        + "江苏精品,2025-06-18,乙公司,汇龙镇,乙\n",
      to: "titles.csv"
    )
    let words =
      ["import", "recognition", "titles.csv", "--create"]
      + ["荣誉=scheme", "日期=awarded", "企业=holder.name", "镇=holder.town", "品牌=brand.name"]
      .flatMap { ["--map", $0] }
    let first = try desk.run(words)
    #expect(first.code == 0)
    #expect(first.names == ["values-kept"])
    #expect(first.errors.contains("town is '吕四港镇', given '汇龙镇'"))
    #expect(
      first.errors.contains(
        "2 rows: 2 new, 0 changed, 0 same, 0 refused; 2 records created for them; "
          + "1 record that they name completed"
      )
    )
    let again = try desk.run(words)
    #expect(again.errors.contains("2 rows: 0 new, 0 changed, 2 same, 0 refused\n"))
    #expect(try desk.records("enterprise").map { $0["town"] as? String } == ["320681110"])
    #expect(try desk.run("log", "-O", "json").rows().count == 3)
  }

  @Test func `an owner that a list changes without a sale is told, once`() throws {
    let desk = try Desk()
    for (id, name) in [("A", "甲公司"), ("B", "乙公司")] {
      try desk.expect("add", "enterprise", "id=\(id)", "name=\(name)")
    }
    let head = "office,number,route,mark,registeredOn,owner\n"
    try desk.write(
      head + "CN,1001,国内,甲,2024-03-01,A\nCN,1002,国内,甲,2026-01-05,A\n",
      to: "old.csv"
    )
    try desk.write(head + "CN,1001,国内,甲,,B\nCN,1002,国内,甲,,B\n", to: "new.csv")
    try desk.expect("import", "trademark", "old.csv")
    let told = try desk.run("import", "trademark", "new.csv")
    #expect(told.code == 0)
    // The second was registered in the year that runs.
    #expect(told.names == ["owner-moves-counts"])
    #expect(told.errors.contains("new.csv:2"))
    #expect(told.errors.contains("mark event CN/1001 transferred --party"))
    #expect(try desk.run("import", "trademark", "new.csv").names.isEmpty)
    let typed = try desk.run("set", "trademark", "CN/1001", "owner=A")
    #expect(typed.names == ["owner-moves-counts"])
  }

  @Test func `an owner who counts as before, or before a sale on record, moves nothing`() throws {
    let desk = try Desk()
    for (id, name) in [("A", "甲公司"), ("B", "乙公司"), ("C", "丙公司")] {
      try desk.expect("add", "enterprise", "id=\(id)", "name=\(name)")
    }
    try desk.write(
      "office,number,route,mark,registeredOn,owner\nCN,1001,国内,甲,2023-03-01,A\n",
      to: "m.csv"
    )
    try desk.expect("import", "trademark", "m.csv")
    try desk.expect("mark", "event", "CN/1001", "transferred", "--party", "B", "--on", "2025-03-06")
    let sold = try desk.run("set", "trademark", "CN/1001", "owner=C")
    #expect(sold.code == 0)
    #expect(!sold.names.contains("owner-moves-counts"))
    try desk.write(
      "number,title,type,owners,filedOn\n202220123456.7,锤,实用新型,A,2022-03-01\n",
      to: "p.csv"
    )
    try desk.expect("import", "patent", "p.csv")
    let joined = try desk.run("set", "patent", "202220123456.7", "owners=A,B")
    #expect(joined.code == 0)
    #expect(!joined.names.contains("owner-moves-counts"))
    let other = try desk.run("set", "patent", "202220123456.7", "owners=B,A")
    #expect(other.names.contains("owner-moves-counts"))
  }

  @Test func `owners typed anew after an annuity was paid want the day of the sale`() throws {
    let desk = try Desk()
    for (id, name) in [("A", "甲公司"), ("B", "乙公司")] {
      try desk.expect("add", "enterprise", "id=\(id)", "name=\(name)")
    }
    let id = "202220123456.7"
    try desk.expect(
      "add",
      "patent",
      "number=\(id)",
      "title=锤",
      "type=实用新型",
      "owners=A",
      "filedOn=2022-03-01",
      "grantedOn=2022-10-11"
    )
    // Nothing that has a day was on record yet.
    #expect(try desk.run("set", "patent", id, "owners=A,B").names.isEmpty)
    #expect(try desk.run("set", "patent", id, "owners=A").names.isEmpty)
    try desk.expect(
      "patent",
      "event",
      id,
      "annuity-paid",
      "--patent-year",
      "2",
      "--on",
      "2023-02-20"
    )
    let joined = try desk.run("set", "patent", id, "owners=A,B")
    #expect(joined.code == 0)
    #expect(joined.names == ["owner-without-day"])
    #expect(joined.errors.contains("patent event \(id) transferred --party"))
    #expect(try desk.run("set", "patent", id, "owners=A").names == ["owner-without-day"])
    try desk.expect(
      "patent",
      "event",
      id,
      "transferred",
      "--party",
      "A",
      "--party",
      "B",
      "--on",
      "2025-03-06"
    )
    #expect(
      try desk.run("set", "patent", id, "owners=B,A").names.contains("owner-without-day") == false
    )
  }

  @Test func `a code with another name gives its bearer no title`() throws {
    let desk = try Desk()
    let code = "91320681MAEX00029U"
    try desk.expect("add", "enterprise", "名称=甲公司", "creditCode=\(code)", "镇区=汇龙镇")
    func title(_ name: String) throws -> Outcome {
      try desk.run(
        "add",
        "recognition",
        "scheme=江苏精品",
        "awarded=2025-06-18",
        "route=行政",
        "holder.name=\(name)",
        "holder.creditCode=\(code)",
        "brand.name=某牌"
      )
    }
    let refused = try title("完全别的公司")
    #expect(refused.code == 3)
    #expect(refused.names == ["other-name"])
    #expect(refused.errors.contains("the enterprise \(code) is '甲公司', not '完全别的公司'"))
    #expect(try desk.records("brand").isEmpty)
    // Its own name, and one of before, are right.
    try desk.expect("set", "enterprise", code, "name=甲集团")
    #expect(try title("甲 公司").code == 0)
    #expect(try desk.records("recognition").map { $0["holder"] as? String } == [code])
  }
}
