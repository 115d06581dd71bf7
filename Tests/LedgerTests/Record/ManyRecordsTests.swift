import JSONLines
import Ledger
import Testing

/// Records that are read many at a time are those that are read one by one.
struct ManyRecordsTests {
  /// Lines in all forms: as the program writes them, and as only the strict reader takes them.
  private static let forms: [@Sendable (Int) -> String] = [
    { #"{"id":"t\#($0)","name":"店\#($0)","size":\#($0)}"# },
    { #"{"id":"t\#($0)","size":\#($0),"name":"x"}"# },
    { #"{ "id" : "t\#($0)" , "name" : "blanks" }"# },
    { #"{"id":"t\#($0)","name":"a\u0041\n","size":-1}"# },
    { #"{"id":"t\#($0)","name":null,"size":3,"unknown":{"size":4}}"# },
    { #"{"id":"\u0074\#($0)","name":"escaped id"}"# },
    { #"{"id":"t\#($0)","n\u0061me":"escaped key"}"# },
    { #"{"id":"t\#($0)","size":2.5}"# },
    { #"{"id":"t\#($0 - 1)","removed":"误"}"# },
    { #"{"id":"t\#($0)"}"# },
  ]

  private static let lines = (0..<400).map { forms[($0 / 3 + $0 % 2) % forms.count]($0) + "\n" }
    .joined()

  private static func table(_ lines: String, largeSize: Int) throws -> Table {
    let bytes = Array(lines.utf8)
    return try Table(DataFile(Shop.schema, Bytes(bytes), size: bytes.count, largeSize: largeSize))
  }

  private func words(_ record: Record?) -> String {
    guard let record else { return "-" }
    return "\(record.place.line ?? 0) \(record.id) \(String(decoding: record.line, as: UTF8.self))"
  }

  @Test func `records of a large file are those of a small one`() throws {
    let small = try Self.table(Self.lines, largeSize: .max)
    let large = try Self.table(Self.lines, largeSize: 0)
    #expect(large.records.map(words) == small.records.map(words))
    var visited: [String] = []
    large.visit { visited.append(words($0)) }
    #expect(visited == small.records.map(words))
    #expect(
      try large.flatMapRows { row, record in ["\(row) \(record.id)"] }
        == small.records.map { "\(($0.place.line ?? 0) - 1) \($0.id)" }
    )
    #expect(small.records.count > 300 && small.removals.count > 20)
  }

  @Test func `few records, many of them and ids that nobody has are found alike`() throws {
    let large = try Self.table(Self.lines, largeSize: 0)
    let ids = (0..<420).reversed().map { RecordID("t\($0)") }
    let single = ids.map { words(large[$0]) }
    for count in [1, 8, 9, 128, 257, 420] {
      #expect(large.records(of: Array(ids[..<count])).map(words) == Array(single[..<count]))
    }
    #expect(single.contains("-") && single.count { $0 != "-" } > 300)
    let rows = try large.flatMapRows { row, _ in [row] }.reversed().map(\.self)
    let one = rows.map { words(large.records(at: [$0])[0]) }
    #expect(large.records(at: rows).map(words) == one)
  }
}
