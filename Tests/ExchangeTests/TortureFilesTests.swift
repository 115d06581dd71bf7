import Exchange
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Shared.data != nil, "the folder of real inputs is not beside the checkout"))
struct TortureFilesTests {
  private static func expected(_ path: String) throws -> Any {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(Shared.data ?? "")/\(path)"))
    return try JSONSerialization.jsonObject(with: data)
  }

  private static func names(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: "\(Shared.data ?? "")/torture/\(folder)"
    )
    return (names ?? []).filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
  }

  private static func records(_ text: SourceText) throws -> [[String: String]] {
    let table = try TableReader(CSVReader(text))
    let names = table.header.columns.map(\.name)
    return try rows(of: table).map { row in
      #expect(row.problems.isEmpty)
      return Dictionary(uniqueKeysWithValues: zip(names, row.cells.map(\.text)))
    }
  }

  @Test(arguments: names(in: "csv-spectrum/csvs").filter { $0 != "location_coordinates" })
  func `csv-spectrum is read as its JSON says`(_ name: String) throws {
    let folder = "torture/csv-spectrum"
    var text = try shared("\(folder)/csvs/\(name).csv")
    if name.hasSuffix("_crlf"), !text.bytes.contains(0x0D) {
      // The collection's own copy has lost the line ends that the file is named for.
      let lines = text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      text = try SourceText(Array(lines.joined(separator: [0x0D, 0x0A])), origin: name)
    }
    let expected = try #require(
      Self.expected("\(folder)/json/\(name).json") as? [[String: String]]
    )
    #expect(try Self.records(text) == expected)
  }

  @Test func `the stray quotes of csv-spectrum are reported and read as they stand`() throws {
    let text = try shared("torture/csv-spectrum/csvs/location_coordinates.csv")
    let row = try #require(try rows(of: TableReader(CSVReader(text))).first)
    #expect(row.problems.map(\.code) == [.strayQuote])
    #expect(row.problems[0].place.position == Position(line: 2, column: 22))
    #expect(row.cells[1].text == "37\u{FFFD}36'37.8\"N 121\u{FFFD}2'17.9\"W")
  }

  @Test(arguments: names(in: "csv-test-data/csv").filter { !$0.hasPrefix("bad-") })
  func `csv-test-data is read as its JSON says`(_ name: String) throws {
    let folder = "torture/csv-test-data"
    let text = try shared("\(folder)/csv/\(name).csv")
    let expected = try Self.expected("\(folder)/json/\(name).json")
    if name.hasPrefix("header-") {
      #expect(try Self.records(text) == expected as? [[String: String]])
    } else {
      let read = rows(of: CSVReader(text))
      #expect(read.error == nil)
      #expect(read.rows.map { $0.cells.map(\.text) } == expected as? [[String]])
    }
  }

  @Test(arguments: [
    ("header-less-fields", ExchangeError.Code.tooFewCells, 2, 1),
    ("header-more-fields", .tooManyCells, 2, 7),
    ("header-no-header", .missingHeader, 1, 1),
    ("missing-quote", .unclosedQuote, 2, 3),
    ("quotes-with-unescaped-quote", .textAfterQuote, 2, 19),
    ("unescaped-quote", .strayQuote, 2, 8),
  ])
  func `bad files are reported where they are bad`(
    _ name: String,
    _ code: ExchangeError.Code,
    _ line: Int,
    _ column: Int
  ) throws {
    let text = try shared("torture/csv-test-data/csv/bad-\(name).csv")
    var found: [ExchangeError] = []
    do {
      found = try rows(of: TableReader(CSVReader(text))).flatMap(\.problems)
    } catch let error as ExchangeError {
      found = [error]
    }
    #expect(found.first?.code == code)
    #expect(found.first?.place.position == Position(line: line, column: column))
  }

  @Test func `a wrong header leaves every column unmatched`() throws {
    let text = try shared("torture/csv-test-data/csv/bad-header-wrong-header.csv")
    let header = try TableReader(CSVReader(text)).header
    let targets = ["foo", "bar", "baz"].map { FieldTarget(name: $0) }
    let mapping = try HeaderMapping(header, targets: targets)
    #expect(mapping.fields.isEmpty)
    #expect(mapping.ignored.map(\.name) == ["qux", "quux", "quuz"])
  }

  @Test func `every bad file is looked at`() {
    #expect(Self.names(in: "csv-test-data/csv").count { $0.hasPrefix("bad-") } == 7)
  }

  @Test func `a GBK file is found and read`() throws {
    let text = try shared("torture/encodings_gbk/gbk.csv")
    #expect(text.detection.encoding == .gb18030)
    #expect(text.detection.reason == .plausibleGB18030)
    let table = try TableReader(CSVReader(text))
    let read = try rows(of: table)
    #expect(table.header.columns.map(\.name) == ["sym", "name"])
    #expect(read.first?.cells.map(\.text) == ["000009.SZ", "中国宝安"])
    #expect(read.allSatisfy { $0.problems.isEmpty })
  }
}
