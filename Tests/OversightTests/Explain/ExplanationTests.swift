import Bilingual
import Foundation
import JSONLines
import Ledger
import Oversight
import Portfolio
import TestSupport
import Testing

/// Every name that may stand in brackets behind `error` has its explanation, and the examples hold.
struct ExplanationTests {
  private let all = Explanation.all

  /// The names that the sources give to errors, warnings and findings.
  private static func names() throws -> Set<String> {
    let sources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var names: Set<String> = []
    let given = try Regex<(Substring, Substring)>(
      #"\b(?:Diagnostic|FieldProblem|ArgumentFault|Check|Code|refusal|refuse|failure|warning"#
        + #"|problem|fault|finding|Finding)\(\s*(?:rawValue: |name: )?"([a-z]+(?:-[a-z0-9]+)+)""#
    )
    let listed = try Regex<(Substring, Substring)>(#"enum (?:Code|Name): String([\s\S]*?)\n  \}"#)
    let calls = try Regex<(Substring, Substring)>(#"enum Call: String([\s\S]*?)\n  \}"#)
    let raw = try Regex<(Substring, Substring)>(#"case \w+ = "([a-z]+(?:-[a-z0-9]+)+)""#)
    let call = try Regex<(Substring, Substring, Substring?)>(#"case (\w+)(?: = "([a-z-]+)")?"#)
    for case let path as String in files where path.hasSuffix(".swift") {
      guard !path.hasPrefix("benchmarks") else { continue }
      let data = try Data(contentsOf: sources.appendingPathComponent(path))
      let text = String(decoding: data, as: UTF8.self)
      for match in text.matches(of: given) { names.insert(String(match.output.1)) }
      for list in text.matches(of: listed) {
        for match in list.output.1.matches(of: raw) { names.insert(String(match.output.1)) }
      }
      for list in text.matches(of: calls) {
        for match in list.output.1.matches(of: call) {
          names.insert("disk-" + String(match.output.2 ?? match.output.1))
        }
      }
    }
    return names
  }

  @Test func `every name in the sources is explained`() throws {
    let names = try Self.names()
    try #require(names.count > 180)
    let missing = names.subtracting(all.map(\.name)).sorted()
    #expect(
      missing.isEmpty,
      "add an entry to a file in Sources/Oversight/Explain for: \(missing.joined(separator: ", "))"
    )
  }

  @Test func `each is explained once, in both languages, with an example`() {
    #expect(Set(all.map(\.name)).count == all.count)
    for entry in all {
      for phrase in [entry.meaning, entry.cause, entry.remedy] {
        #expect(phrase.en.count > 5, "\(entry.name): \(phrase.en)")
        let isChinese = phrase.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(isChinese, "\(entry.name): \(phrase.zh)")
        #expect(!phrase.en.unicodeScalars.contains { (0x3000...0x303F).contains($0.value) })
      }
      #expect(!entry.example.isEmpty, "\(entry.name)")
    }
  }

  @Test func `a line of JSON that is an example has the fault that it shows`() {
    for entry in all where entry.name.hasPrefix("json-") {
      for line in entry.example where line.hasPrefix("{") && entry.name != "json-not-an-integer" {
        let fault = StrictReading.document(Bytes(Array(line.utf8)), file: "example")
        #expect(fault?.name == entry.name, "\(line)")
      }
    }
  }

  /// A ledger of the reference records and the lines of an example.
  private func ledger(_ example: [String]) throws -> Snapshot {
    var lines: [String: String] = [:]
    for (schema, text) in Reference.files { lines[schema.file] = text }
    for line in example {
      let parts = line.split(separator: ": ", maxSplits: 1)
      try #require(parts.count == 2 && parts[0].hasSuffix(".jsonl"), "\(line)")
      lines[String(parts[0]), default: ""] += parts[1] + "\n"
    }
    return Snapshot(Kinds.catalog, commit: 1) { [lines] schema in
      let bytes = Bytes(Array((lines[schema.file] ?? "").utf8))
      return try Table(schema, reading: bytes, count: bytes.count)
    }
  }

  @Test(arguments: [Language.english, .chinese])
  func `the example of each check is found by it`(language: Language) throws {
    var text = ""
    for check in Checks.all {
      let entry = try #require(all.first { $0.name == check.name }, "\(check.name)")
      let findings = try Checks.run(
        try ledger(entry.example),
        today: day("2025-06-30"),
        names: [check.name]
      )
      let own = try Checks.run(try ledger([]), today: day("2025-06-30"), names: [check.name])
      let new = findings.filter { !own.contains($0) }
      #expect(!new.isEmpty, "\(check.name)")
      text += "\(check.name): \(check.demand[language])\n"
      text += entry.example.map { "  > \($0)\n" }.joined()
      for finding in new {
        let place = finding.place.map { "\($0.column ?? 0), byte \($0.offset ?? 0)" } ?? ""
        text += "  \(finding.severity.rawValue)[\(finding.name)] column \(place): "
        text += "\(finding.message[language])\n"
        if let help = finding.help { text += "  ? \(help[language])\n" }
      }
    }
    try expectGolden(text, "checks.\(language == .english ? "en" : "zh").txt")
  }
}
