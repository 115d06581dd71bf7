import Foundation
import Testing

/// `mark …`, `patent …`: from the command line to the ledger.
struct MarkTests {
  private func pilot() throws -> Desk {
    let desk = try Desk()
    try desk.expect(
      "add",
      "trademark",
      "office=CN",
      "number=S1",
      "mark=示例海鲜",
      "kind=集体商标",
      "route=国内",
      "owner.name=示例协会",
      "registeredOn=2024-03-21",
      "classes=29",
      "--create"
    )
    try desk.expect("add", "enterprise", "name=示例渔行", "status=在业")
    return desk
  }

  @Test
  func `a member is admitted, authorised, supplied, suspended, and the days before stay true`()
    throws
  {
    let desk = try pilot()
    let mark = ["示例海鲜", "示例渔行"]
    func run(_ words: String...) throws -> Outcome { try desk.run(words) }
    try desk.expect(
      "mark",
      "admit",
      mark[0],
      mark[1],
      "--paper",
      "示例报告",
      "--meets",
      "yes",
      "--standard",
      "T/S 1",
      "--product",
      "海蜇",
      "--on",
      "2025-01-10"
    )
    let beyond = try run(
      "mark",
      "authorise",
      mark[0],
      mark[1],
      "--until",
      "2034-03-21",
      "--on",
      "2025-01-15"
    )
    #expect(beyond.code == 3)
    #expect(beyond.names == ["authorisation-beyond-mark"])
    try desk.expect(
      "mark",
      "authorise",
      mark[0],
      mark[1],
      "--until",
      "2027-01-14",
      "--on",
      "2025-01-15",
      "--quota",
      "100"
    )
    try desk.expect("mark", "labels", mark[0], mark[1], "--count", "100", "--on", "2025-02-01")
    let over = try run("mark", "labels", mark[0], mark[1], "--count", "1", "--on", "2025-02-02")
    #expect(over.names == ["labels-over-quota"])
    try desk.expect("mark", "suspend", mark[0], mark[1], "--text", "抽检不合格", "--on", "2025-06-01")
    for (date, answer) in [("2025-01-14", "no"), ("2025-05-31", "yes"), ("2025-06-01", "no")] {
      let rows = try run(
        "mark",
        "who-may-use",
        mark[0],
        "--on",
        date,
        "--all",
        "-O",
        "json"
      ).rows()
      #expect(rows.map { $0["mayUse"] as? String } == [answer], "\(date)")
    }
    #expect(try desk.records("membership").map { $0["state"] as? String } == ["suspended"])
  }

  @Test func `the list to file has the credit code, and the name and address filed before`() throws
  {
    let desk = try pilot()
    try desk.expect(
      "mark",
      "admit",
      "示例海鲜",
      "示例渔行",
      "--paper",
      "示例报告",
      "--on",
      "2025-01-10"
    )
    func list() throws -> [[String: Any]] {
      try desk.run(["mark", "members", "示例海鲜", "--to-file", "-O", "json"]).rows()
    }
    #expect(try list().map { $0["code"] as? String } == [nil])
    #expect(try list().map { $0["change"] as? String } == ["joined"])
    let bare = try desk.run(["mark", "members", "示例海鲜", "--to-file"])
    #expect(bare.names == ["member-list-blank", "member-list-blank"])
    try desk.expect(
      "set",
      "enterprise",
      "示例渔行",
      "creditCode=91320681MA25D6JA5M",
      "address=吕四港镇1号"
    )
    try desk.expect("mark", "file", "示例海鲜", "--on", "2025-02-15")
    #expect(try list().map { $0["code"] as? String } == ["91320681MA25D6JA5M"])
    #expect(try list().map { $0["change"] as? String } == [nil])
    try desk.expect("set", "enterprise", "示例渔行", "address=吕四港镇99号")
    #expect(try list().map { $0["change"] as? String } == ["address, was 吕四港镇1号"])
    try desk.expect("set", "enterprise", "示例渔行", "name=示例渔业公司")
    #expect(
      try list().map { $0["change"] as? String } == ["name, was 示例渔行; address, was 吕四港镇1号"]
    )
  }

  @Test func `a status is told by events and is not typed`() throws {
    let desk = try pilot()
    #expect(try desk.records("trademark").map { $0["status"] as? String } == ["registered"])
    try desk.expect("mark", "event", "CN/S1", "撤销", "--on", "2025-05-05", "--text", "三年未使用")
    let mark = try desk.records("trademark")[0]
    #expect(mark["status"] as? String == "cancelled")
    #expect(mark["endedOn"] as? String == "2025-05-05")
    let again = try desk.run("mark", "event", "CN/S1", "renewed", "--on", "2025-06-01")
    #expect(again.names == ["right-event-move"])
    try desk.expect("set", "trademark", "CN/S1", "status=已注册", "endedOn=")
    #expect(try desk.run("check", "right-status").code == 1)
    try desk.expect("mark", "refresh")
    #expect(try desk.run("check", "right-status").code == 0)
  }
}
