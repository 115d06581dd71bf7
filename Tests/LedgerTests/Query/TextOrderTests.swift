import JSONLines
import Ledger
import Testing

/// Texts that differ from record to record are sorted and compared without a column of them.
struct TextOrderTests {
  private static let lines: String = {
    let names: [String?] = [
      "示例12", "示例1", "示例", "", nil, #"a\u0000"#, "a", #"示例1\u0032"#, "示例电动工具甲", "示例电动工具乙", "B", "b",
      #"\"x\""#, "示例电动工具乙二", "aaaaaaa", "aaaaaaaa", "aaaaaaab", "aaaaaaaaaaaaaaaaa",
    ]
    return (0..<90).map { number in
      let name = names[number * 7 % names.count].map { #","name":"\#($0)""# } ?? ""
      let more = number % 5 == 0 ? #","name":"同\#(number * 37 % 90)""# : name
      return #"{"id":"t\#(number)","size":\#(number % 4)\#(more)}"# + "\n"
    }.joined() + #"{"id":"t3","removed":"误"}"# + "\n" + #"{"id":"t5","name":"后"}"# + "\n"
  }()

  private static func snapshot(_ lines: String, largeSize: Int) -> Snapshot {
    let bytes = Array(lines.utf8)
    return Snapshot(Fixture.catalog, commit: 1) { schema in
      guard schema.kind == Shop.schema.kind else { return nil }
      return DataFile(schema, Bytes(bytes), size: bytes.count, largeSize: largeSize)
    }
  }

  private func ids(
    _ lines: String = lines,
    where conditions: [String] = [],
    sort: [String],
    limit: Int? = nil,
    largeSize: Int
  ) throws -> [String] {
    let snapshot = Self.snapshot(lines, largeSize: largeSize)
    return try Query(Shop.schema, where: conditions, sort: sort, limit: limit, snapshot).records(
      snapshot
    )
    .map(\.id.text)
  }

  @Test(
    arguments: [
      (["name"], []), (["-name"], []), (["size", "-name"], []), (["-name", "size"], []),
      (["name"], ["name~示例"]), ([], ["name=b"]), (["-size"], ["name!="]), ([], ["name="]),
      (["name"], ["size=2", "name~A"]), (["name"], ["size=9"]),
    ] as [([String], [String])]
  )
  func `a large file gives the order of a small one`(sort: [String], conditions: [String]) throws {
    let small = try ids(where: conditions, sort: sort, largeSize: .max)
    #expect(try ids(where: conditions, sort: sort, largeSize: 0) == small)
    #expect(small.isEmpty == (conditions == ["size=9"]))
  }

  @Test(
    arguments: [
      ["name"], ["-name"], ["size"], ["-size", "-name"], ["size", "name"], ["-name", "size"], [],
    ],
    [1, 2, 5, 17, 22, 23, 40, 90]
  )
  func `the first of them are those that sorting all would give`(sort: [String], limit: Int) throws
  {
    let all = try ids(sort: sort, largeSize: .max)
    #expect(try ids(sort: sort, limit: limit, largeSize: 0) == Array(all.prefix(limit)))
  }

  @Test func `the first of many are chosen by several keys and then as they stand`() throws {
    let lines = (0..<20_000).map { number in
      let name = number % 11 == 0 ? "" : #","name":"示例\#(number * 7919 % 12_000)""#
      return #"{"id":"\#(number)","size":\#(number * 31 % 7)\#(name)}"# + "\n"
    }.joined()
    for sort in [["name"], ["size", "-name"], ["-size", "name"]] {
      let all = try ids(lines, sort: sort, largeSize: .max)
      for limit in [1, 100, 4000, 7000] {
        #expect(try ids(lines, sort: sort, limit: limit, largeSize: 0) == Array(all.prefix(limit)))
      }
    }
  }

  @Test func `the order is that of the bytes`() throws {
    let lines = ["b", "示例2", "示例10", "aaaaaaaab", "aaaaaaaaa", "aaaaaaaa"].enumerated()
      .map { #"{"id":"\#($0)","name":"\#($1)"}"# + "\n" }.joined()
    #expect(try ids(lines, sort: ["name"], largeSize: 0) == ["5", "4", "3", "0", "2", "1"])
    #expect(try ids(lines, sort: ["-name"], largeSize: 0) == ["1", "2", "0", "3", "4", "5"])
  }

  @Test func `very many equal beginnings are told apart behind them`() throws {
    // More than are read at a time, and among them pairs that only differ far behind.
    let count = 140_000
    let lines = (0..<count).map { number in
      #"{"id":"\#(number)","name":"示例字号\#((number * 7919 % count) / 2)甲乙丙\#(number % 2)"}"# + "\n"
    }.joined()
    let sorted = try ids(lines, sort: ["name"], largeSize: 0).map { Int($0) ?? 0 }
    let names = sorted.map { "\(($0 * 7919 % count) / 2)甲乙丙\($0 % 2)" }
    #expect(sorted.count == count)
    #expect(
      zip(names, names.dropFirst()).allSatisfy {
        $0.utf8.lexicographicallyPrecedes($1.utf8) || $0 == $1
      }
    )
  }

  @Test func `something else than a text is sorted as in a small file`() throws {
    let lines = #"""
      {"id":"1","name":"b"}
      {"id":"2","name":7}
      {"id":"3","name":"a"}

      """#
    let small = try ids(lines, sort: ["name"], largeSize: .max)
    #expect(try ids(lines, sort: ["name"], largeSize: 0) == small)
  }

  @Test func `a line whose text cannot be read is told`() {
    let lines = #"{"id":"1","name":"b"}"# + "\n" + #"{"id":"2","name":"a\q"}"# + "\n"
    #expect(throws: Diagnostics.self) { try ids(lines, sort: ["name"], largeSize: 0) }
    #expect(throws: Diagnostics.self) { try ids(lines, where: ["name=b"], sort: [], largeSize: 0) }
  }
}
