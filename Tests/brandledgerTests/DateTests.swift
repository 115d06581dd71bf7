import Foundation
import Testing

/// `date`, `due` and `explain date`.
struct DateTests {
  /// A desk with a mark that was registered on a leap day.
  private static func desk(classes: String) throws -> Desk {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "name=启东市示例甲有限公司", "town=吕四港镇")
    try desk.expect(
      "add",
      "trademark",
      "number=9900001",
      "office=CN",
      "mark=示例海鲜",
      "route=domestic",
      "status=registered",
      "owner=启东市示例甲有限公司",
      "registeredOn=2016-02-29",
      "classes=\(classes)"
    )
    return desk
  }

  @Test(
    arguments: [
      (["--from", "2024-01-12", "--add", "30d", "--as", "acting"], "2024-02-18"),
      (["--from", "2024-09-19", "--add", "15d"], "2024-10-08"),
      (["--from", "2023-11-30", "--add", "3m"], "2024-02-29"),
      (["--from", "2024-02-05", "--add", "15wd"], "2024-03-01"),
      (["--from", "2026-02-10", "--add", "7个工作日"], "2026-02-26"),
      (["--from", "2018-03-01", "--add", "10y", "--as", "validity"], "2028-02-29"),
      (["--from", "2016-02-29", "--add", "10y", "--as", "validity"], "2026-02-28"),
      (["--from", "2025-03-03", "--add", "15d", "--served", "post"], "2025-04-02"),
      (
        ["--from", "2025-03-03", "--add", "15d", "--served", "electronic", "--right", "patent"],
        "2025-03-18"
      ),
      (["--from", "2014-05-14", "--add", "10y", "--add", "10y", "--as", "validity"], "2034-05-13"),
      (
        ["--from", "2024-01-20", "--term", "patent-reexamination", "--served", "electronic"],
        "2024-04-22"
      ),
      (
        ["--from", "2026-03-02", "--term", "trademark-refusal-review", "--served", "post"],
        "2026-04-01"
      ),
      (["--from", "2026-12-31", "--term", "trademark-opposition"], "2027-03-31"),
      (["--from", "2027-01-01", "--term", "trademark-opposition"], "2027-03-01"),
    ] as [([String], String)]
  )
  func `a date comes out by law, with or without a ledger`(options: [String], date: String) throws {
    for desk in [try Desk(), try Desk(isEmpty: true)] {
      let outcome = try desk.run(["date"] + options + ["-O", "json"])
      #expect(outcome.code == 0, "\(outcome.errors)")
      let answer = try #require(try outcome.json() as? [String: Any])
      #expect(answer["date"] as? String == date)
      #expect((answer["steps"] as? [Any])?.isEmpty == false)
      #expect((answer["article"] as? String)?.isEmpty == false)
    }
  }

  @Test(arguments: [
    ["off=2027-02-05,2027-02-06", "work=2027-02-06"], ["off=2027-02-05", "work=2027-02-03"],
    ["off=2028-02-07", "work=2027-02-06"], ["off=2026-10-01", "work=2027-02-06"],
    ["off=2027-02", "work=2027-02-06"],
  ])
  func `a notice that contradicts itself is refused`(_ days: [String]) throws {
    let desk = try Desk()
    let words = ["add", "holiday", "id=h2027", "year=2027"]
    #expect(try desk.run(words + days).names == ["holiday-faulty"])
    let again = ["add", "holiday", "id=2026b", "year=2026", "off=2026-10-08", "work=2026-10-11"]
    #expect(try desk.run(again).names == ["holiday-faulty"])
    let right = ["off=2026-12-31,2027-01-01", "work=2027-01-03"]
    #expect(try desk.run(words + right).code == 0)
  }

  @Test func `a date beyond the published calendar says that it is provisional`() throws {
    let desk = try Desk()
    let late = try desk.run("date", "--from", "2027-03-01", "--add", "30d", "-O", "json").json()
    #expect((late as? [String: Any])?["provisional"] as? Bool == true)
    let text = try desk.run("date", "--from", "2027-03-01", "--add", "30d", lang: "zh").output
    #expect(text.contains("暂定"))
    #expect(text.contains("2027-03-31"))
  }

  @Test func `a wrong length, rule, day or term is refused with what is expected`() throws {
    let desk = try Desk()
    #expect(try desk.run("date", "--from", "2025-02-30", "--add", "1d").code == 2)
    #expect(try desk.run("date", "--from", "2025-03-01", "--add", "a while").code == 2)
    #expect(try desk.run("date", "--from", "2025-03-01").code == 2)
    #expect(
      try desk.run("date", "--from", "2025-03-01", "--add", "15wd", "--as", "validity").code == 2
    )
    #expect(try desk.run("date", "--from", "2025-03-01", "--add", "9999y").code == 2)
    let patent = ["date", "--from", "2025-03-01", "--term", "patent-reexamination"]
    #expect(try desk.run(patent + ["--right", "trademark"]).code == 2)
    let court = ["date", "--from", "2025-03-01", "--term", "civil-appeal", "--served", "post"]
    #expect(try desk.run(court).code == 2)
    let term = try desk.run("date", "--from", "2025-03-01", "--term", "trademark-oposition")
    #expect(term.code == 3)
    #expect(term.errors.contains("trademark-opposition"))
  }

  @Test func `due dates become a calendar whose events keep their names`() throws {
    let desk = try Self.desk(classes: "29")
    try desk.expect("due", "--ics", "due.ics")
    let text = try desk.read("due.ics")
    let lines = text.components(separatedBy: "\r\n")
    #expect(
      lines.filter { $0.hasPrefix("DTSTART") }.map { $0.suffix(8) } == ["20260228", "20260828"]
    )
    #expect(lines.contains("UID:mark-renewal/CN/9900001/grace@brandledger"))
    #expect(lines.contains("UID:mark-renewal/CN/9900001@brandledger"))
    #expect(lines.contains("DTSTAMP:20260131T120000Z"))
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })

    let rows = try desk.run("due", "--holder", "启东市示例甲有限公司", "-O", "json").rows()
    #expect(rows.map { $0["due"] as? String } == ["2026-02-28"])
    #expect(rows.first?["feeFen"] as? Int == 50_000)
    #expect(rows.first?["urgency"] as? String == "soon")
    #expect(try desk.run("due", "--town", "汇龙镇", "-O", "json").rows().isEmpty)
    for by in ["holder", "town", "kind", "urgency"] {
      let groups = try desk.run("due", "--by", by, "-O", "json").rows()
      #expect(groups.map { $0["count"] as? Int } == [1])
      #expect(groups.map { $0["soon"] as? Int } == [1])
      #expect(groups.map { $0["costFen"] as? Int } == [50_000])
    }
    #expect(try desk.run("due", "--kind", "patent-annuity", "-O", "json").rows().isEmpty)
    #expect(try desk.run("due", "--all", "-O", "json").rows().count == 2)

    let explained = try desk.expect("explain", "date", "CN/9900001")
    for part in [
      "2026-02-28 (Sat)", "corresponding day", "trademark-validity", "第三十九条", "2026-08-28",
    ] {
      #expect(explained.contains(part), "\(part)")
    }
    #expect(try desk.run("explain", "date").code == 2)
    #expect(try desk.run("explain", "date", "nothing").names == ["unknown-record"])
  }

  @Test func `the end of a grace is in the table, in the calendar and among what is near`() throws {
    let desk = try Self.desk(classes: "29,30")
    func due(_ today: String, _ options: String...) throws -> [String] {
      try desk.run(["due", "--today", today] + options).lines
    }
    #expect(try due("2026-02-27").contains { $0.contains("grace until") } == false)
    let table = try due("2026-04-01")
    #expect(table.contains { $0.hasPrefix("due         grace until") })
    #expect(table.contains { $0.hasPrefix("2026-02-28  2026-08-28 ") && $0.contains("1,500.00") })
    #expect(table.contains { $0.contains("the right ends where it is not done by then") })
    #expect(try due("2026-07-28", "--urgency", "soon").contains { $0 == "(no rows)" })
    #expect(try due("2026-07-29", "--urgency", "soon").contains { $0.contains("in grace") })

    try desk.expect("due", "--today", "2026-04-01", "--ics", "due.ics")
    let text = try desk.read("due.ics").replacing("\r\n ", with: "")
    let title = "trademark renewal\\, last day of grace: 示例海鲜"
    #expect(text.contains("DTSTART;VALUE=DATE:20260828\r\nSUMMARY:\(title)"))
    let costs = "fee: 1\\,000.00 yuan\\nand because it is late: 500.00 yuan"
    #expect(text.contains("the right ends where it is not done by then\\n\(costs)"))
    // What can no longer be done has no such day.
    try desk.expect("due", "--today", "2026-08-31", "--urgency", "missed", "--ics", "over.ics")
    #expect(try desk.read("over.ics").contains("/grace@") == false)

    let explained = try desk.expect("explain", "date", "CN/9900001", "--today", "2026-04-01")
    #expect(explained.contains("to pay on that day (CNY)  1,500.00"))
  }

  @Test func `hundreds of dates are one list, in order, and the same when they are counted`() throws
  {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "name=启东市示例甲有限公司", "town=吕四港镇")
    let rows = (0..<400).map { index in
      "CN,\(8_000_000 + index),domestic,启东市示例甲有限公司,registered,示例\(index),7,"
        + "2016-0\(1 + index % 9)-1\(index % 10)"
    }
    let head = "office,number,route,owner,status,mark,classes,registeredOn"
    try desk.write(([head] + rows).joined(separator: "\n") + "\n", to: "marks.csv")
    try desk.expect("import", "trademark", "marks.csv")
    let words = ["due", "--kind", "mark-renewal", "--all"]
    let outcome = try desk.run(words + ["-O", "json"])
    #expect(outcome.output.utf8.count > 100_000)
    let days = try outcome.rows().compactMap { $0["due"] as? String }
    #expect(days.count == 400)
    #expect(days == days.sorted())
    let lines = try desk.run(words + ["-O", "jsonl"]).lines
    #expect("[\n" + lines.joined(separator: ",\n") + "\n]\n" == outcome.output)
    let counted = try desk.run(words + ["--by", "town", "-O", "json"]).rows()
    #expect(counted.count == 1)
    #expect(counted.first?["count"] as? Int == 400)
  }

  @Test func `the example city's dates are told in both languages`() throws {
    let desk = try Desk(isEmpty: true)
    for (lang, words) in [("zh", ["到期事项", "商标续展"]), ("en", ["trademark renewal"])] {
      let outcome = try desk.run(
        ["due", "--today", "2025-12-31"],
        ledger: Desk.path("data/ledger"),
        lang: lang
      )
      #expect(outcome.code == 0)
      for word in words { #expect(outcome.output.contains(word), "\(lang): \(word)") }
      #expect(outcome.lines.count > 10)
    }
  }
}
