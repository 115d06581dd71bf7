import Foundation
import JSONLines
import Ledger
import Testing

/// Finds records of a large file by their keys as those of a small one are found.
struct KeysTests {
  private static func snapshots(_ bytes: [UInt8]) -> (small: Snapshot, large: Snapshot) {
    func snapshot(_ largeSize: Int) -> Snapshot {
      Snapshot(Factory.catalog, commit: 1) { schema in
        guard schema === Tool.schema else { return nil }
        return DataFile(schema, Bytes(bytes), size: bytes.count, largeSize: largeSize)
      }
    }
    return (snapshot(.max), snapshot(0))
  }

  @Test(arguments: 1...40)
  func `records are found by name, past names and ended records left out`(seed: Int) throws {
    let (small, large) = Self.snapshots(ToolLines(UInt64(seed)).file)
    let names =
      (0..<99).map { "电动 工具\($0)" } + [
        "工具", "NAME", "É\u{212A}", "e\u{301}k", "が", "か\u{3099}", "阿·乙", "\u{F9DC}", "隆", "i", "",
      ]
    for name in names {
      let one = try small.records(named: name, Tool.schema)
      let two = try large.records(named: name, Tool.schema)
      #expect(two.map(\.line) == one.map(\.line), "\(name)")
      #expect(two.map(\.place) == one.map(\.place), "\(name)")
    }
  }

  @Test(arguments: 1...20)
  func `records are found by id once keys are known`(seed: Int) throws {
    let (small, large) = Self.snapshots(ToolLines(UInt64(seed)).file)
    _ = try large.records(named: "x", Tool.schema)
    for number in 0..<60 {
      let id = ToolLines.id(number)
      let one = try small.record(id, Tool.schema)
      let two = try large.record(id, Tool.schema)
      #expect(two?.line == one?.line)
      #expect(two?.place == one?.place)
    }
  }

  @Test func `of many records of one name only as many lines are looked at as are asked for`()
    throws
  {
    let lines = (0..<50).map { #"{"id":"t-\#($0)","name":"图形"}"# + "\n" }.joined()
    let (_, large) = Self.snapshots(Array(lines.utf8))
    #expect(
      try large.records(named: "图形", Tool.schema, limit: 3).map(\.id) == ["t-0", "t-1", "t-2"]
    )
    #expect(try large.records(named: "图形", Tool.schema).count == 50)
  }

  @Test func `a broken line is told with its number when keys are read`() throws {
    let right = #"{"id":"a","name":"电动工具"}"# + "\n"
    let (_, large) = Self.snapshots(Array((right + right + "{\n").utf8))
    let told = #expect(throws: Diagnostics.self) { try large.records(named: "x", Tool.schema) }
    #expect(told?.list.map(\.place?.line) == [3])
  }

  @Test(arguments: 1...20)
  func `keys that are kept in parts find the same records`(seed: UInt64) throws {
    try withTemporaryDirectory { path in
      let bytes = ToolLines(seed).file
      try Data(bytes).write(to: URL(fileURLWithPath: path + "/tools.jsonl"))
      @Sendable func file(_ size: Int) -> DataFile {
        let cache = LinesCache(CacheFolder(path, userFolder: nil), Tool.schema, usefulSize: 0)
        return DataFile(Tool.schema, Bytes(bytes), size: size, largeSize: 0, cache: cache)
      }
      // Some lines first, and those behind them later.
      let half = bytes[..<(bytes.count / 2)].lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      try file(half).keepKeys(reading: 40)
      try file(bytes.count).keepKeys(reading: 40)
      let kept = try FileManager.default.contentsOfDirectory(atPath: path + "/.cache")
      #expect(bytes.count < 2_000 || kept.filter { $0.contains(".keys-") }.count > 7)
      let (small, _) = Self.snapshots(bytes)
      let large = Snapshot(Factory.catalog, commit: 1) { schema in
        schema === Tool.schema ? file(bytes.count) : nil
      }
      for number in 0..<60 {
        let (id, name) = (ToolLines.id(number), "电动 工具\(number)")
        #expect(try large.record(id, Tool.schema)?.line == small.record(id, Tool.schema)?.line)
        #expect(
          try large.records(named: name, Tool.schema).map(\.line)
            == small.records(named: name, Tool.schema).map(\.line)
        )
      }
    }
  }
}
