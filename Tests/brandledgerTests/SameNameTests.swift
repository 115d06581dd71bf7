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
