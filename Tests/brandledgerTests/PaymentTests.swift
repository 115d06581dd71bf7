import Foundation
import Testing

/// What the finance office, the recipients and the public get of approved awards.
struct PaymentTests {
  private static let hydraulics = "awd-20250314-rhgadt"
  private static let seafood = "awd-20250314-r7tq7h"
  private static let association = "awd-20250314-veyw35"
  private static let hammers = "awd-20250314-pup6nb"

  /// The example city with four awards published, three of them approved, and one of these paid.
  private func office() throws -> Desk {
    let desk = try Desk.city()
    let all = [Self.hydraulics, Self.seafood, Self.association, Self.hammers]
    func act(_ words: [String]) throws {
      let outcome = try desk.run(["award"] + words)
      #expect(outcome.code == 0, "\(words): \(outcome.errors)")
    }
    try act(["publish", "--on", "2025-03-20", "--days", "7"] + all)
    try act(["approve", "--on", "2025-04-10", "--user", "审批人"] + all.dropLast())
    try act(["pay", "--on", "2025-05-06", Self.association])
    return desk
  }

  @Test func `what is approved and not paid is due, with accounts and capital numerals`() throws {
    let desk = try office()
    try desk.expect(
      "set",
      "enterprise",
      "启东市示例海润水产有限公司",
      "开户行=示例银行启东支行",
      "账号=6222021234567890123"
    )
    let rows = try desk.run("award", "payments", "--year", "2024", "-O", "json").rows()
    #expect(rows.map { $0["award"] as? String } == [Self.hydraulics, Self.seafood])
    #expect(rows.map { $0["amountFen"] as? Int } == [30_000_000, 30_000_000])
    #expect(rows.map { $0["capitals"] as? String } == ["叁拾万元整", "叁拾万元整"])
    #expect(rows[0]["account"] is NSNull)
    #expect(rows[1]["account"] as? String == "6222 0212 3456 7890 123")
    #expect(rows[1]["accountHolder"] as? String == "启东市示例海润水产有限公司")
    #expect(rows[1]["bank"] as? String == "示例银行启东支行")
    #expect(rows[1]["clause"] as? String == "第六条(三)")
    let page = try desk.run("award", "payments", "--year", "2024", "-O", "md", lang: "zh").output
    #expect(page.contains("陆拾万元整"))
    #expect(page.contains("1 笔没有登记收款账户"))
    let csv = try desk.run("award", "payments", "--year", "2024", "-O", "csv").output
    #expect(csv.contains(",300000.00,叁拾万元整,"))
  }

  @Test func `payments add up by payee, policy and clause`() throws {
    let desk = try office()
    func sums(_ by: String) throws -> [[String: Any]] {
      try desk.run("award", "payments", "--year", "2024", "--by", by, "-O", "json").rows()
    }
    #expect(try sums("payee").map { $0["amountFen"] as? Int } == [30_000_000, 30_000_000])
    let pot = try #require(try sums("policy").first)
    #expect(pot["policy"] as? String == "示例市品牌与商标奖励办法(示例) 2024")
    #expect(pot["payments"] as? Int == 2)
    #expect(pot["amountFen"] as? Int == 60_000_000)
    #expect(pot["capitals"] as? String == "陆拾万元整")
    #expect(try sums("clause").count == 2)
    #expect(try sums("issuer").first?["issuer"] as? String == "示例市人民政府(示例)")
  }

  @Test func `what cannot be paid on a day is held back, and --all says why`() throws {
    let desk = try office()
    let early = ["award", "payments", "--year", "2024", "--on", "2025-04-09"]
    let list = try desk.run(early)
    #expect(list.output.contains("2 payments of 600,000.00 yuan"))
    let all = try desk.run(early + ["--all", "-O", "json"]).rows()
    #expect(all.count == 2)
    #expect(all.allSatisfy { $0["reason"] is String })
    #expect(try desk.run(early + ["-O", "json"]).rows().isEmpty)
  }

  @Test func `a notice tells its recipient what for, how much, and the clause`() throws {
    let desk = try office()
    let outcome = try desk.run(
      ["award", "notice", Self.hydraulics, Self.hammers, "-O", "md"],
      lang: "zh"
    )
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("1 项尚未批准"))
    #expect(outcome.output.contains("江苏示例鼎岳液压机械股份有限公司"))
    #expect(outcome.output.contains("大写：叁拾万元整"))
    #expect(outcome.output.contains("第六条(二)：(示例)经司法认定获得驰名商标的,奖励 30 万元。"))
    #expect(!outcome.output.contains("腾旭电锤"))
  }

  @Test(arguments: [("2025-03-19", 0), ("2025-03-20", 4), ("2026-01-31", 4)])
  func `the public list of a past day has what was published by then`(today: String, count: Int)
    throws
  {
    let desk = try office()
    let rows = try desk.run("award", "public", "--year", "2024", "--today", today, "-O", "json")
      .rows()
    #expect(rows.count == count)
    let report = try desk.run("report", "public", "--year", "2024", "--today", today, "-O", "md")
    #expect(report.output.contains("300,000.00") == (count > 0))
  }

  @Test func `the public list tells what came back of an award`() throws {
    let desk = try office()
    func rows() throws -> [[String: Any]] {
      try desk.run("award", "public", "--year", "2024", "--today", "2026-01-31", "-O", "json")
        .rows()
    }
    #expect(try rows().allSatisfy { $0["repaidFen"] == nil })
    for words in [
      ["recover", "--amount", "1万", "--reason", "核减", "--on", "2025-06-01"],
      ["repay", "--amount", "1万", "--on", "2025-06-02"],
    ] {
      let outcome = try desk.run(["award"] + words + [Self.association])
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    #expect(
      try rows().map { $0["repaidFen"] as? Int }.sorted { ($0 ?? 0) < ($1 ?? 0) }.last == 1_000_000
    )
  }
}
