import Bilingual
import Foundation
import Presentation
import TestSupport
import Testing

/// Every string of the list of naughty strings, and every line of the other lists, through every format.
@Suite(.enabled(if: Shared.data != nil, "the real inputs beside the checkout are missing"))
struct TortureTests {
  private let strings: [String]
  private let table: Table

  init() throws {
    let file = try #require(Shared.data) + "/torture/blns/blns.json"
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let naughty = try #require(try JSONSerialization.jsonObject(with: data) as? [String])
    try #require(naughty.count > 400)
    strings = naughty + (try Self.lines(below: try #require(Shared.data) + "/torture"))
    try #require(strings.count > naughty.count + 500)
    table = Table(
      columns: [
        Column("n", Phrase(en: "No.", zh: "序号"), .trailing),
        Column("text", Phrase(en: "Text", zh: "文本")),
      ],
      rows: strings.enumerated().map { [.integer(Int64($0)), .text($1)] }
    )
  }

  /// The lines of every file of a folder, once each; bytes that are not UTF-8 become U+FFFD.
  private static func lines(below folder: String) throws -> [String] {
    let files = try #require(FileManager.default.enumerator(atPath: folder))
    let paths = files.compactMap { $0 as? String }.sorted()
    var seen: Set<[UInt8]> = []
    var result: [String] = []
    for path in paths where !path.hasSuffix(".json") {
      guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
      for line in data.split(separator: 0x0A) where seen.insert(Array(line)).inserted {
        result.append(String(decoding: line, as: UTF8.self))
      }
    }
    return result
  }

  @Test(arguments: [nil, 40, 80] as [Int?])
  func `no forbidden scalar reaches a terminal, and each row keeps its line`(width: Int?) throws {
    for format in OutputFormat.allCases where format != .csv || width != nil {
      let text = table.rendered(Rendering(format, in: .chinese, terminalWidth: width))
      #expect(text.unicodeScalars.first { isForbidden($0) } == nil, "\(format)")
    }
    let lines = table.rendered(Rendering(.table, in: .chinese, terminalWidth: width)).utf8
      .split(separator: 0x0A)
    #expect(lines.count == strings.count + 2)
  }

  @Test func `JSON reads back the same`() throws {
    let json = Data(table.rendered(Rendering(.json, in: .english)).utf8)
    let rows = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    let read = rows.map { ($0["text"] as? String).map { Array($0.utf8) } }
    #expect(read == strings.map { Array($0.utf8) })
  }

  @Test func `a line of JSON lines reads back by itself`() throws {
    let lines = table.rendered(Rendering(.jsonl, in: .english)).utf8.split(separator: 0x0A)
    try #require(lines.count == strings.count)
    for (line, string) in zip(lines, strings) {
      let row = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      #expect((row?["text"] as? String).map { Array($0.utf8) } == Array(string.utf8))
    }
  }

  @Test func `CSV reads back the same but for the guard`() throws {
    let rows = readCSV(table.rendered(Rendering(.csv, in: .english)))
    try #require(rows.count == strings.count + 1)
    let dangerous = Array("=+-@\t\n\r＝＋－＠".unicodeScalars)
    for (row, string) in zip(rows.dropFirst(), strings) {
      let guarded = string.unicodeScalars.first.map(dangerous.contains) ?? false
      #expect(row.count == 2)
      let kept = string.unicodeScalars.map { scalar in
        isControl(scalar)
          ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
      }
      #expect(row.last == Array(((guarded ? "'" : "") + kept.joined()).utf8))
    }
  }

  @Test func `no control but tab and line ends is in a file, whatever its format`() {
    for format in OutputFormat.allCases {
      let text = table.rendered(Rendering(format, in: .chinese))
      #expect(text.unicodeScalars.first(where: isControl) == nil, "\(format)")
    }
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\t" && scalar != "\n" && scalar != "\r"
      && scalar.properties.generalCategory == .control
  }

  @Test func `HTML has no element from data`() {
    let page = table.rendered(Rendering(.html, in: .english))
    let tags = page.split(separator: "<").map { tag in
      tag.prefix { $0.isLetter || $0.isNumber || $0 == "!" || $0 == "/" }
    }
    #expect(
      Set(tags) == [
        "!DOCTYPE", "html", "/html", "head", "/head", "meta", "title", "/title", "style", "/style",
        "body", "/body", "table", "/table", "thead", "/thead", "tbody", "/tbody", "tr", "/tr",
        "th", "/th", "td", "/td",
      ]
    )
    #expect(!page.lowercased().contains("<script"))
  }

  @Test func `Markdown has no angle bracket, and as many bars as cells`() {
    let text = table.rendered(Rendering(.md, in: .english))
    #expect(!text.contains("<"))
    for line in text.utf8.split(separator: 0x0A) {
      let bare = String(decoding: line, as: UTF8.self)
        .replacingOccurrences(of: "\\\\", with: "").replacingOccurrences(of: "\\|", with: "")
      #expect(bare.utf8.count { $0 == UInt8(ascii: "|") } == 3)
    }
  }

  /// Whether a scalar must never reach a terminal, written out apart from the product's own rule.
  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Reads RFC 4180, on bytes.
  private func readCSV(_ text: String) -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var field: [UInt8] = []
    var quoted = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        // A doubled quote leaves and enters again: the field keeps one.
        if !quoted, field.last == 0xFF { field[field.count - 1] = byte }
        if quoted { field.append(0xFF) }
        quoted.toggle()
      case UInt8(ascii: ",") where !quoted, 0x0A where !quoted:
        row.append(field.filter { $0 != 0xFF })
        field = []
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      default: field.append(byte)
      }
    }
    return rows
  }
}
