import Bilingual
import Foundation
import JSONLines
import Ledger
import Testing

/// The cases that readers of JSON are known to differ on: 95 to accept, 188 to refuse, and 35 that RFC
/// 8259 leaves open, each with what is said of it and the byte at which it is said.
///
/// `Fixtures/json-suite.tsv` has one case a line: its name, `-` or `error@offset`, and the text, in
/// which `%XX` stands for a byte. Two of the 95 are refused on purpose: a key that stands twice has
/// no meaning that every reader shares (RFC 8259, section 4).
struct JSONSuiteTests {
  struct Case: Sendable {
    let name: String
    let code: String?
    let offset: Int
    let bytes: [UInt8]
  }

  private let cases: [Case]

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/json-suite.tsv")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    cases = try text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      try #require(parts.count == 3)
      let fault = parts[1].split(separator: "@")
      return Case(
        name: String(parts[0]),
        code: parts[1] == "-" ? nil : String(fault[0]),
        offset: fault.count == 2 ? try #require(Int(fault[1])) : 0,
        bytes: Self.bytes(of: String(parts[2]))
      )
    }
  }

  private static func bytes(of text: String) -> [UInt8] {
    switch text {
    case "<many-arrays>": return Array(String(repeating: "[", count: 100_000).utf8)
    case "<many-objects>": return Array(String(repeating: "[{\"\":", count: 50_000).utf8)
    case "<500-arrays>":
      return Array((String(repeating: "[", count: 500) + String(repeating: "]", count: 500)).utf8)
    default: break
    }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  @Test func `all cases are there, and only repeated keys are refused among those to accept`() {
    func count(_ prefix: String) -> Int { cases.count { $0.name.hasPrefix(prefix) } }
    #expect(["y_", "n_", "i_"].map(count) == [95, 188, 35] as [Int])
    let refused = cases.filter { $0.name.hasPrefix("y_") && $0.code != nil }
    #expect(refused.map(\.code) == ["json-duplicate-key", "json-duplicate-key"])
    #expect(cases.allSatisfy { !$0.name.hasPrefix("n_") || $0.code != nil })
    #expect(cases.count { $0.name.hasPrefix("i_") && $0.code == nil } == 10)
  }

  @Test func `each case alone is accepted or refused at its byte`() {
    for row in cases {
      let fault = StrictReading.document(Bytes(row.bytes), file: "f")
      #expect(fault?.name == row.code, "\(row.name)")
      guard row.code != nil else { continue }
      #expect(fault?.place?.offset == row.offset, "\(row.name)")
    }
  }

  @Test func `each case as line 2 of a file is told at the same column of line 2`() {
    let first = Array("{\"id\":\"企业\"}\n".utf8)
    for row in cases where !row.bytes.contains(0x0A) {
      let bytes = Bytes(first + row.bytes + Array("\n{}\n".utf8))
      let (faults, count) = StrictReading.lines(bytes, file: "f")
      #expect(count == 3, "\(row.name)")
      #expect(faults.map(\.name) == (row.code.map { [$0] } ?? []), "\(row.name)")
      guard let fault = faults.first, row.code != nil else { continue }
      #expect(fault.place?.offset == first.count + row.offset, "\(row.name)")
      let before = String(decoding: row.bytes[..<min(row.offset, row.bytes.count)], as: UTF8.self)
      #expect(fault.place?.line == 2, "\(row.name)")
      #expect(fault.place?.column == before.unicodeScalars.count + 1, "\(row.name)")
    }
  }

  @Test func `a record with a case among its values is read and written back byte for byte`() throws
  {
    let schema = Schema(
      "thing",
      Phrase(en: "thing", zh: "物"),
      file: "things.jsonl",
      key: .chosen,
      meaning: Phrase(en: "A thing.", zh: "物。"),
      fields: []
    )
    var count = 0
    for row in cases where row.code == nil && !row.bytes.contains(0x0A) {
      let value = String(decoding: row.bytes, as: UTF8.self)
        .trimmingCharacters(in: .whitespaces)
      let line = Array("{\"id\":\"a\",\"neu\\u0061\":\(value)}".utf8)
      let whole = Line(number: 1, start: 0, end: line.count, isWhole: true)
      let entry = try RecordReader(schema).read(whole, Bytes(line), file: "f")
      guard case .record(let record) = entry else {
        Issue.record("\(row.name) is no record")
        continue
      }
      #expect(record.line == line, "\(row.name)")
      count += 1
    }
    #expect(count > 95)
  }

  @Test func `every line with a fault is told, and a long one is shown in part`() throws {
    let long = "{\"a\":\"" + String(repeating: "启", count: 50_000) + "\",\"b\":tru}"
    let text = "{}\r\n{\"a\":1,}\n\(long)\n\n{\"\u{2028}\":\"\u{2028}\"}\n[1]\n{\"a\":1"
    let (faults, count) = StrictReading.lines(Bytes(Array(text.utf8)), file: "f")
    #expect(count == 7)
    #expect(
      faults.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.name)" } == [
        "2:8 json-trailing-comma", "3:50013 json-bad-literal", "4:1 json-empty-line",
        "7:7 json-unexpected-end",
      ]
    )
    let excerpt = try #require(faults[1].excerpt)
    #expect(excerpt.unicodeScalars.count < 500)
    let column = 50_013 - faults[1].excerptColumn
    #expect(String(excerpt.unicodeScalars.dropFirst(column)) == "tru}")
  }
}
