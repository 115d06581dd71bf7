import Foundation
import Testing

/// The same file imported again changes nothing, whatever was merged or renamed since.
struct ReimportTests {
  private static let kept = "启东市示例水产有限公司"
  private static let twin = "启东示例水产有限责任公司"
  private static let twins = "企业名称,镇区,规模\n\(kept),吕四港镇,中型\n\(twin),吕四港镇,中型\n"

  private func names(_ desk: Desk) throws -> [String?] {
    try desk.records("enterprise").map { $0["name"] as? String }
  }

  private func merged() throws -> Desk {
    let desk = try Desk()
    try desk.write(Self.twins, to: "twins.csv")
    try desk.expect("import", "enterprise", "twins.csv")
    try desk.expect("merge", "enterprise", Self.kept, Self.twin, "--reason", "同一")
    return desk
  }

  @Test func `twins that were merged stay one`() throws {
    let desk = try merged()
    let again = try desk.run("import", "enterprise", "twins.csv")
    #expect(again.code == 0)
    #expect(again.errors.contains("2 rows: 0 new, 0 changed, 2 same, 0 refused"))
    #expect(try names(desk) == [Self.kept])
  }

  @Test func `an export of before the merging revives no id`() throws {
    let desk = try Desk()
    try desk.write(
      #"""
      {"id":"a1","name":"甲公司","size":"medium"}
      {"id":"a2","name":"乙公司","size":"small"}

      """#,
      to: "old.jsonl"
    )
    try desk.expect("import", "enterprise", "old.jsonl")
    try desk.write(
      #"{"id":"b1","name":"乙牌","owner":"a2"}"# + "\n",
      to: "brands.jsonl"
    )
    try desk.expect("merge", "enterprise", "a1", "a2", "--reason", "同一")
    try desk.write("id,name,size\na1,甲公司,中型\na2,乙公司,小型\n", to: "old.csv")
    for file in ["old.jsonl", "old.csv"] {
      let again = try desk.run("import", "enterprise", file)
      #expect(again.code == 0)
      #expect(again.errors.contains("0 new, 0 changed, 2 same"))
      #expect(again.errors.contains("a2 was merged into a1, whose values stay: size"))
    }
    #expect(try names(desk) == ["甲公司"])
    // What names the old id names the kept record.
    try desk.expect("import", "brand", "brands.jsonl")
    #expect(try desk.records("brand").map { $0["owner"] as? String } == ["a1"])
    let other = try desk.run("add", "enterprise", "id=a2", "name=丙公司")
    #expect(other.code == 3)
    #expect(other.errors.contains("a2 was merged into a1"))
  }

  @Test func `a list with a former name makes no second enterprise`() throws {
    let desk = try Desk()
    try desk.write("企业名称,镇区\n\(Self.kept),吕四港镇\n", to: "list.csv")
    try desk.expect("import", "enterprise", "list.csv")
    try desk.expect("set", "enterprise", Self.kept, "name=启东市示例新水产有限公司", "town=汇龙镇")
    let again = try desk.run("import", "enterprise", "list.csv")
    #expect(again.errors.contains("0 new, 0 changed, 1 same"))
    #expect(again.errors.contains("warning[former-record]"))
    #expect(again.errors.contains("whose values stay: town"))
    #expect(try names(desk) == ["启东市示例新水产有限公司"])
  }

  private static let marks = """
    office,number,route,owner,mark,registeredOn
    CN,12345680,国内,\(kept),甲,2024-03-01
    CN,第12345680号,国内,\(kept),甲,2024-03-01
    CN,12345681,国内,\(kept),乙,2024-03-01
    CN,012345681,国内,\(kept),乙,2024-03-01
    CN,１２３４５６７９,国内,\(kept),丙,2024-03-01

    """

  @Test func `one number written in several ways is one mark, counted once`() throws {
    let desk = try Desk()
    try desk.write(Self.marks, to: "marks.csv")
    let first = try desk.run("import", "trademark", "marks.csv", "--create")
    #expect(first.code == 0)
    #expect(first.errors.contains("5 rows: 3 new, 0 changed, 2 same, 0 refused"))
    let again = try desk.run("import", "trademark", "marks.csv")
    #expect(again.errors.contains("5 rows: 0 new, 0 changed, 5 same, 0 refused"))
    let marks = try desk.records("trademark")
    #expect(marks.map { $0["id"] as? String } == ["CN/12345680", "CN/12345681", "CN/12345679"])
    // What was typed stays.
    #expect(marks.map { $0["number"] as? String } == ["12345680", "12345681", "１２３４５６７９"])
    let typed = try desk.run(
      [
        "add", "trademark", "office=CN", "number=第0012345679号", "route=国内", "owner=\(Self.kept)",
        "mark=丙",
      ]
    )
    #expect(typed.names == ["record-exists"])
    try desk.expect("set", "trademark", "CN/12345679", "number=12345679")
    #expect(try desk.records("trademark")[2]["number"] as? String == "12345679")
  }

  @Test func `a mark that was merged does not come back`() throws {
    let desk = try Desk()
    try desk.write(
      "office,number,route,owner,mark,registeredOn\n"
        + "CN,1001,国内,甲公司,甲,2024-03-01\nCN,1002,国内,甲公司,甲,2024-03-01\n",
      to: "marks.csv"
    )
    try desk.expect("import", "trademark", "marks.csv", "--create")
    try desk.expect("merge", "trademark", "CN/1001", "CN/1002", "--reason", "录错号码")
    let again = try desk.run("import", "trademark", "marks.csv")
    #expect(again.errors.contains("0 new, 0 changed, 2 same"))
    #expect(try desk.records("trademark").count == 1)
  }

  @Test func `check finds numbers that were written in two ways before`() throws {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "id=e1", "name=甲公司")
    try desk.write(
      ["1001", "第1001号"].map {
        #"{"id":"CN/\#($0)","office":"CN","number":"\#($0)","route":"domestic","owner":"e1","mark":"甲"}"#
          + "\n"
      }.joined(),
      to: "marks.jsonl"
    )
    try desk.expect("import", "trademark", "marks.jsonl")
    let found = try desk.run("check", "duplicate-identity")
    #expect(found.code == 1)
    #expect(found.output.contains("the same office, number as CN/1001"))
  }

  @Test func `a register with a row for each class is told how to join them`() throws {
    let desk = try Desk()
    let head = "office,number,route,owner,mark,classes\n"
    try desk.write(
      head + "CN,1001,国内,甲公司,甲,7\nCN,1001,国内,甲公司,甲,9\n",
      to: "marks.csv"
    )
    let refused = try desk.run(
      "import",
      "trademark",
      "marks.csv",
      "--create",
      "--skip-bad",
      "bad.csv"
    )
    #expect(refused.errors.contains("marks.csv:3: error[given-twice]"))
    #expect(refused.errors.contains("join the two in one row that names all values, as in '7;9'"))
    let alone = try desk.run("import", "trademark", "bad.csv")
    #expect(alone.code == 0)
    #expect(alone.errors.contains("warning[values-gone]"))
    #expect(alone.errors.contains("classes of CN/1001 loses what the row does not name: 7"))
    try desk.write(head + "CN,1001,国内,甲公司,甲,7;9\n", to: "joined.csv")
    let joined = try desk.run("import", "trademark", "joined.csv")
    #expect(!joined.errors.contains("warning"))
    #expect(try desk.records("trademark").map { $0["classes"] as? [Int] } == [[7, 9]])
  }
}
