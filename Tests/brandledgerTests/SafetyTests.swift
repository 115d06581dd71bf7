import Foundation
import Testing

/// What data holds never reaches an output raw.
struct SafetyTests {
  private static let hostile = "甲\u{1B}[31m\u{202E}乙\u{9B}\u{7}\u{0}丙\r\n丁\u{2028}=1+1"

  private func desk() throws -> Desk {
    let desk = try Desk()
    let object = ["name": Self.hostile, "note": "=cmd|' /C calc'!A0", "id": "e-1"]
    let line = try JSONSerialization.data(withJSONObject: object) + Data([0x0A])
    try line.write(to: desk.folder.appendingPathComponent("hostile.jsonl"))
    try desk.expect("import", "enterprise", "hostile.jsonl")
    return desk
  }

  @Test(arguments: ["table", "json", "jsonl", "md", "html"])
  func `no control or direction character of a record is printed`(_ format: String) throws {
    let desk = try desk()
    let commands = [
      ["list", "enterprise"], ["list", "enterprise", "--columns", "all"],
      ["list", "enterprise", "--columns", "id,name,note"], ["find", "丙"], ["log"],
      ["history", "e-1"], ["show", "e-1"],
    ]
    for words in commands {
      let outcome = try desk.run(words + ["-O", format])
      #expect(outcome.code == 0, "\(words): \(outcome.errors)")
      let raw = outcome.output.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n"
          || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
          || $0.value == 0x2028
      }
      #expect(raw.isEmpty, "\(words) -O \(format): \(raw.map { String($0.value, radix: 16) })")
      #expect(!outcome.output.contains("\n丁"), "the line break of the name is none of the output")
    }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: Desk.script)),
    arguments: ["table", "csv", "json", "jsonl", "md", "html"]
  )
  func `nothing but colour is sent to a terminal as a control`(_ format: String) throws {
    let words = ["list", "enterprise", "--columns", "id,name,note", "-O", format]
    let seen = try desk().typed("", to: words)
    #expect(seen.contains("e-1"))
    #expect(!seen.contains("\u{1B}[31m"))
    // The terminal itself puts a carriage return before each line feed.
    let text = seen.replacing("\r\n", with: "\n").replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    let raw = text.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
        || (0x202A...0x202E).contains($0.value)
    }
    #expect(raw.isEmpty, "\(raw.map { String($0.value, radix: 16) })")
  }

  @Test func `CSV in a file keeps all but the controls that no spreadsheet can hold`() throws {
    let desk = try desk()
    try desk.expect("list", "enterprise", "--columns", "id,name", "-o", "out.csv")
    let kept = "甲\\u{1B}[31m\u{202E}乙\\u{9B}\\u{7}\\u{0}丙\r\n丁\u{2028}=1+1"
    #expect(try desk.read("out.csv").contains(kept))
  }

  @Test func `JSON gives programs the very name that is kept`() throws {
    let desk = try desk()
    #expect(try desk.records("enterprise").first?["name"] as? String == Self.hostile)
  }

  @Test func `a cell that begins like a formula is guarded in CSV`() throws {
    let csv = try desk().run("list", "enterprise", "--columns", "id,note", "-O", "csv")
    #expect(csv.output.contains("e-1"))
    #expect(!csv.output.contains(",=cmd"))
    #expect(!csv.output.contains(",\"=cmd"))
  }

  @Test func `messages make what was typed visible too`() throws {
    let outcome = try desk().run("show", "没有\u{1B}[31m\u{202E}")
    #expect(outcome.code == 3)
    #expect(!outcome.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    let refused = try desk().run("list", "enterprise", "--where", "name\u{1B}]0;x")
    #expect(!refused.errors.unicodeScalars.contains("\u{1B}"))
    let unknown = try desk().run("no\u{1B}[31mthing")
    #expect(unknown.code == 2)
    #expect(!unknown.errors.unicodeScalars.contains("\u{1B}"))
  }
}
