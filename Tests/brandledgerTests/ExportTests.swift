import Foundation
import Testing

/// What goes out as CSV comes in as the same.
struct ExportTests {
  @Test(arguments: ["en", "zh"])
  func `of every kind of the example city the export is imported as the same`(lang: String) throws {
    let desk = try Desk.city()
    let kinds = try desk.run("kinds", "-O", "json").rows().compactMap { $0["kind"] as? String }
    var count = 0
    for kind in kinds {
      let words = ["list", kind, "--columns", "all", "-o", "all.csv"]
      #expect(try desk.run(words, lang: lang).code == 0)
      let rows = try desk.run("import", kind, "all.csv", "--dry-run", "-O", "json").rows()
      let others = rows.filter { $0["effect"] as? String != "same" }
      #expect(others.isEmpty, "\(kind): \(others.prefix(3))")
      #expect(rows.count == (try desk.records(kind)).count)
      count += rows.count
    }
    #expect(kinds.count >= 30 && count > 3_000)
  }

  @Test func `texts of a list with commas in them stay one`() throws {
    let desk = try Desk()
    let id = try desk.expect("add", "enterprise", "name=甲公司")
    let names = ["ABC Tools Co., Ltd.", "\"老\"字号、甲", "乙;丙"]
    try desk.expect(
      "set",
      "enterprise",
      id,
      #"formerNames="ABC Tools Co., Ltd.";"""老""字号、甲","乙;丙""#
    )
    func stored() throws -> [String]? {
      try desk.records("enterprise").first?["formerNames"] as? [String]
    }
    #expect(try stored() == names)
    try desk.expect("list", "enterprise", "-c", "all", "-o", "all.csv")
    let outcome = try desk.run("import", "enterprise", "all.csv")
    #expect(outcome.errors == "1 row: 0 new, 0 changed, 1 same, 0 refused\n")
    #expect(try stored() == names)
  }

  @Test func `numbers are compared by value, and keep their digits`() throws {
    let desk = try Desk()
    try desk.write(
      #"{"id":"o","indicator":"x","date":"2024","value":344.0}"# + "\n",
      to: "o.jsonl"
    )
    try desk.expect("import", "observation", "o.jsonl")
    try desk.write("id,value,note\no,344,\n", to: "same.csv")
    #expect(try desk.run("import", "observation", "same.csv").errors.contains("1 same"))
    try desk.write("id,value,note\no,344,新\n", to: "note.csv")
    try desk.expect("import", "observation", "note.csv")
    #expect(try desk.run("list", "observation", "-O", "jsonl").output.contains("\"value\":344.0,"))
    try desk.write("id,value\no,344.5\n", to: "other.csv")
    #expect(try desk.run("import", "observation", "other.csv").errors.contains("1 changed"))
  }

  @Test func `a reference is named by its id where its name means several records or another one`()
    throws
  {
    let desk = try Desk()
    let lines = [
      #"{"id":"e1","name":"甲公司"}"#, #"{"id":"e2","name":"甲公司"}"#, #"{"id":"e3","name":"乙公司"}"#,
      // A name that is the id of another record.
      #"{"id":"e4","name":"e1"}"#, #"{"id":"e5","name":"丙公司","formerNames":["乙公司"]}"#,
      #"{"id":"e6","name":"丁公司"}"#,
    ]
    try desk.write(lines.joined(separator: "\n") + "\n", to: "e.jsonl")
    try desk.expect("import", "enterprise", "e.jsonl")
    let brands = (1...6).map { #"{"id":"b\#($0)","name":"牌\#($0)","owner":"e\#($0)"}"# }
    try desk.write(brands.joined(separator: "\n") + "\n", to: "b.jsonl")
    try desk.expect("import", "brand", "b.jsonl")
    let file = try desk.expect("list", "brand", "-c", "owner", "-O", "csv")
    #expect(file.split(separator: "\n") == ["owner", "e1", "e2", "e3", "e4", "丙公司", "丁公司"])
    try desk.expect("list", "brand", "-c", "all", "-o", "all.csv")
    #expect(
      try desk.run("import", "brand", "all.csv").errors
        == "6 rows: 0 new, 0 changed, 6 same, 0 refused\n"
    )
    // Whoever reads a table sees names.
    #expect(try desk.expect("list", "brand", "-c", "owner").contains("甲公司"))
  }
}
