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
