import Bilingual
import Foundation
import Oversight
import TestSupport
import Testing

/// Every row of the table of bad input, given to the program.
struct BadInputTests {
  @Test(arguments: ["en", "zh"])
  func `each is answered by its name, its exit code and words that say what to do`(
    lang: String
  ) throws {
    var text = ""
    for row in BadInput.all {
      let outcome = try answer(row, lang)
      let name = row.what.en
      #expect(outcome.code == row.exit, "\(name): \(outcome.errors)")
      let told = outcome.names + Outcome(code: 0, output: "", errors: outcome.output).names
      if let answer = row.answer {
        #expect(told.contains(answer), "\(name): \(told)")
      } else {
        #expect(told.isEmpty, "\(name): \(told)")
      }
      text += "\(lang == "en" ? row.what.en : row.what.zh): \(row.answer ?? "-"), \(row.exit)\n"
      // What else a ledger's check finds is no part of the answer.
      let lines = (outcome.output + outcome.errors).split(separator: "\n").filter {
        row.way != .ledger || $0.contains("[\(row.answer ?? "")]")
      }
      text += lines.map { "  \($0)\n" }.joined()
    }
    try expectGolden(text, "bad-input.\(lang).txt")
  }

  private func answer(_ row: BadInput, _ lang: String) throws -> Outcome {
    let desk = try Desk()
    func write(_ bytes: [UInt8], _ name: String) throws {
      try Data(bytes).write(to: desk.folder.appendingPathComponent(name))
    }
    /// What stands before the first colon, and behind it.
    func parts() -> (String, [UInt8]) {
      let bytes = row.bytes
      let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
      return (String(decoding: bytes[..<colon], as: UTF8.self), Array(bytes[colon...].dropFirst()))
    }
    switch row.way {
    case .jsonLines:
      try write(row.bytes, "bad.jsonl")
      return try desk.run(["check", "--json-lines", "bad.jsonl"], lang: lang)
    case .records:
      let (kind, line) = parts()
      try write(line + [0x0A], "bad.jsonl")
      return try desk.run(["import", kind, "bad.jsonl"], lang: lang)
    case .table:
      try write(row.bytes, "bad.csv")
      return try desk.run(["import", "enterprise", "bad.csv"], lang: lang)
    case .command:
      let words = row.input.split(separator: " ").map(String.init)
      return try desk.run(words, lang: lang)
    case .paper:
      let (name, content) = parts()
      try write(content, name)
      return try desk.run(["attach", "汇龙镇", name], lang: lang)
    case .ledger:
      let words = row.input.split(separator: " ").map(String.init)
      let path = "ledger/" + words[1]
      var bytes = Array((try? Data(contentsOf: desk.folder.appendingPathComponent(path))) ?? Data())
      switch words[0] {
      case "add": bytes += Array("{\"id\":".utf8)
      case "cut": bytes.removeLast()
      default: bytes[40] ^= 1
      }
      try write(bytes, path)
      return try desk.run(words[0] == "cut" ? ["list", "town"] : ["check"], lang: lang)
    }
  }

  @Test func `the README lists the answers by the way the input comes in`() throws {
    let readme = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: Desk.path("README.md"))),
      as: UTF8.self
    )
    for way in BadInput.Way.allCases {
      let line = readme.split(separator: "\n").first { $0.hasPrefix("| \(way.label.en) |") }
      let answers = Set(BadInput.all.filter { $0.way == way }.compactMap(\.answer)).sorted()
      let wanted = "| \(way.label.en) | \(answers.map { "`\($0)`" }.joined(separator: " ")) |"
      #expect(line.map(String.init) == wanted)
    }
  }

  @Test func `the table is printed with its answers`() throws {
    let rows = try Desk(isEmpty: true).run(["explain", "bad-input", "-O", "json"], ledger: nil)
      .rows()
    #expect(rows.count == BadInput.all.count)
    #expect(rows.compactMap { $0["answer"] as? String } == BadInput.all.compactMap(\.answer))
  }
}
