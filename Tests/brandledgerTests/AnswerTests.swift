import Foundation
import Testing

/// Questions to the example city: what is answered is what was asked, in every format.
struct AnswerTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.city()
  }

  private func rows(_ words: String...) throws -> [[String: Any]] {
    try desk.run(words + ["-O", "json"]).rows()
  }

  @Test func `count takes a list apart, and a path through one`() throws {
    let classes = try rows("count", "trademark", "--by", "classes")
    for name in [7, 35, 29] {
      let listed = try desk.records("trademark", "--where", "classes=\(name)").count
      let row = classes.first {
        $0["classes"] as? Int == name || $0["classes"] as? String == "\(name)"
      }
      #expect(row?["count"] as? Int == listed)
    }
    #expect(
      try desk.run("count", "trademark", "--by", "classes").output.contains("in the total once")
    )
    let towns = try rows("count", "patent", "--by", "owners.town")
    let lusi = try desk.records("patent", "--where", "owners.town=320681110").count
    #expect(lusi == 56)
    #expect(towns.first { $0["owners.town"] as? String == "320681110" }?["count"] as? Int == lusi)
  }

  @Test func `a list has the same values in JSON with and without columns`() throws {
    for (kind, field) in [("patent", "owners"), ("trademark", "classes"), ("brand", "products")] {
      let whole = try desk.records(kind).map { "\($0[field] ?? NSNull())" }
      let some = try desk.records(kind, "--columns", "id,\(field)").map {
        "\($0[field] ?? NSNull())"
      }
      #expect(!whole.isEmpty)
      #expect(whole == some.map { $0 == "<null>" ? "\(NSNull())" : $0 }, "\(kind)")
    }
    let table = try desk.run("list", "patent", "--columns", "owners", "-n", "1").output
    #expect(table.contains("有限公司"), "people see names")
  }

  @Test func `a list written to a file or in another format has all its rows`() throws {
    let count = try desk.records("trademark").count
    for format in ["csv", "jsonl", "md", "html", "table"] {
      let words = ["list", "trademark", "--columns", "id,mark", "-O", format]
      let shown = try desk.run(words).output
      try desk.expect("list", "trademark", "--columns", "id,mark", "-O", format, "-o", "out")
      #expect(try desk.read("out") == shown, "\(format)")
      #expect(shown.components(separatedBy: "CN/").count > count / 2)
    }
    let csv = try desk.run("list", "trademark", "-O", "csv").lines
    #expect(csv.count == count + 1)
    let none = try desk.run("list", "trademark", "--where", "id=none", "-O", "json")
    #expect(none.output == "[]\n")
  }

  @Test func `thousands of rows line up under the widest of them, the last`() throws {
    let rows = (0..<5_000).map { "示例\($0)企业" } + [String(repeating: "长", count: 30) + "企业"]
    let csv = (["name,type"] + rows.map { "\($0),company" }).joined(separator: "\n")
    try desk.write(csv + "\n", to: "e.csv")
    try desk.expect("import", "enterprise", "e.csv")
    let words = [
      "list", "enterprise", "--where", "name~企业", "--columns", "name,type", "--sort", "id",
    ]
    let lines = try desk.run(words).lines
    #expect(lines.first == "enterprise")
    #expect(lines[2] == String(repeating: "-", count: 64) + "  -------")
    let shown = lines.filter { $0.hasSuffix("  company") }
    let names = shown.map { $0.dropLast(7).trimmingCharacters(in: .whitespaces) }
    #expect(
      names
        == (try desk.run(words + ["-O", "csv"]).lines.dropFirst().map { String($0.dropLast(8)) })
    )
    #expect(Set(rows).isSubset(of: names))
    // A Chinese character is two columns wide.
    let widths = Set(shown.map { $0.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) } })
    #expect(widths == [73])
    let markdown = try desk.run(words + ["-O", "md"]).lines
    #expect(markdown.filter { $0.hasSuffix(" | company |") }.count == shown.count)
  }

  @Test func `find tells kind and field, and shows no receipt as a whole`() throws {
    let hits = try rows("find", "天汾")
    #expect(hits.count > 10)
    #expect(hits.allSatisfy { Set($0.keys) == ["kind", "id", "field", "record"] })
    #expect(
      hits.contains { $0["kind"] as? String == "award" && $0["field"] as? String == "receipt" }
    )
    let lines = try desk.run("find", "天汾").lines
    #expect(lines.filter { $0.contains("receipt") }.allSatisfy { $0.contains("天汾") })
    #expect(lines.allSatisfy { $0.count < 300 })
  }

  @Test func `a town that is misspelt in a condition is told where nothing is found`() throws {
    for words in [["list", "enterprise"], ["count", "enterprise"]] {
      let none = try desk.run(words + ["--where", "town=吕四港"])
      #expect(none.code == 0)
      #expect(none.names == ["unknown-reference"])
      #expect(none.errors.contains("吕四港镇"))
      #expect(try desk.run(words + ["--where", "town=吕四港镇"]).errors.isEmpty)
    }
  }

  @Test func `titles are sorted newest first`() throws {
    let days = try desk.records("recognition", "--sort=-awarded").map { $0["awarded"] as? String }
    #expect(days.first != nil)
    let known = days.compactMap(\.self)
    #expect(days.prefix(known.count).allSatisfy { $0 != nil })
    #expect(known == known.sorted(by: >))
  }

  @Test func `the calendar holds what can still be done`() throws {
    try desk.expect("due", "--ics", "due.ics")
    let days = try desk.read("due.ics").components(separatedBy: "\r\n")
      .filter { $0.hasPrefix("DTSTART") }.map { String($0.suffix(8)) }
    #expect(days.count > 10)
    #expect(days.allSatisfy { $0 > "20250601" })
    #expect(try desk.read("due.ics").contains("PRODID:-//BrandLedger//BrandLedger//EN"))
  }

  @Test func `totals stand beside what was sealed and paid, and compute says so too`() throws {
    let awards = try desk.run("award", "list", "--year", "2024", "-O", "json").rows()
    let sealed = awards.reduce(0) { $0 + ($1["amountFen"] as? Int ?? 0) }
    #expect(sealed == 184_250_000)
    func sums(_ by: String) throws -> [Int] {
      let totals = try rows("award", "totals", "--year", "2024", "--by", by)
      return ["amountFen", "sealedFen", "paidFen"].map { key in
        totals.reduce(0) { $0 + ($1[key] as? Int ?? 0) }
      }
    }
    #expect(try sums("town") == [194_250_000, 184_250_000, 0])
    // One of the awards carries no money: there is nothing to pay.
    // A mark among them was declared invalid in 2025.
    let (year, why) = (["--year", "2024"], ["--reason", "经复核仍予奖励"])
    let publish = ["award", "publish", "--days", "5", "--on", "2026-01-12"] + year
    #expect(try desk.run(publish).names == ["award-fact-ended", "award-batch-stopped"])
    #expect(try desk.run(publish + why).code == 0)
    let approve = ["award", "approve", "--on", "2026-01-30", "--user", "乙"] + year
    #expect(try desk.run(approve + why).code == 0)
    #expect(try desk.run(["award", "pay"] + year + why).code == 0)
    for by in ["town", "level", "clause"] {
      #expect(try sums(by) == [194_250_000, 184_250_000, 184_250_000], "\(by)")
    }
    let round = try #require(
      try desk.run("award", "compute", "--year", "2024", "-O", "json").json() as? [String: Any]
    )
    let claims = try #require(round["claims"] as? [[String: Any]]).filter { $0["award"] != nil }
    #expect(claims.count == 333)
    #expect(claims.reduce(0) { $0 + ($1["sealedFen"] as? Int ?? 0) } == sealed)
    #expect(claims.count { $0["state"] as? String == "paid" } == 332)
    let table = try desk.run("award", "compute", "--year", "2024").output
    #expect(
      table.contains("sealed already: 333 awards, 1,842,500.00 yuan, 1,842,500.00 of it paid")
    )
  }

  @Test
  func `awards that are not due for an action are told with their state and what comes first`()
    throws
  {
    try desk.expect("award", "seal", "--year", "2025")
    let none = try desk.run("award", "approve", "--year", "2025", "--user", "乙")
    #expect(none.code == 0)
    #expect(none.errors.contains("sealed (possible now: publish, void)"))
    #expect(!none.errors.contains("nothing is left to do"))
    let until = try desk.run("award", "publish", "--year", "2025", "--days", "5", "--user", "甲")
      .errors
      .firstMatch(of: /objections until (\d{4}-\d\d-\d\d)/)?.1
    let early = try desk.run("award", "approve", "--year", "2025", "--user", "乙")
    #expect(early.errors.contains("published (objections are taken until \(try #require(until)))"))
  }

  @Test func `a claim is explained by the brand that the table shows`() throws {
    let claims = try #require(
      (try desk.run("award", "compute", "--year", "2025", "-O", "json").json() as? [String: Any])?[
        "claims"
      ] as? [[String: Any]]
    )
    let table = try desk.run("award", "compute", "--year", "2025", "--each").output
    let start = try #require(table.range(of: "“"))
    let end = try #require(table.range(of: "”", range: start.upperBound..<table.endIndex))
    let brand = String(table[start.upperBound..<end.lowerBound])
    for name in [brand, "“\(brand)”", "\"\(brand)\""] {
      let told = try desk.run("award", "explain", name, "--year", "2025")
      #expect(told.code == 0, "\(told.errors)")
      #expect(told.output.contains(brand))
    }
    #expect(!claims.isEmpty)
  }
}
