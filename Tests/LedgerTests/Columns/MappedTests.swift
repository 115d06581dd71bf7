import Foundation
import JSONLines
import Testing

@testable import Ledger

/// What was kept in a cache is read from there, so that it is no memory of the process.
struct MappedTests {
  /// The file that is mapped where some numbers stand; `nil` for memory of our own.
  private func file<Element>(of block: Block<Element>) -> String? {
    let place = unsafe block.withPointer { UInt(bitPattern: $0.baseAddress) }
    let maps = FileHandle(forReadingAtPath: "/proc/self/maps")?.readDataToEndOfFile() ?? Data()
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n") {
      let bounds = line.prefix { $0 != " " }.split(separator: "-").compactMap {
        UInt($0, radix: 16)
      }
      guard bounds.count == 2, bounds[0] <= place, place < bounds[1] else { continue }
      return line.contains("/") ? line.split(separator: "/").last.map(String.init) : nil
    }
    return nil
  }

  private func file(of codes: Codes) -> String? {
    switch codes.width {
    case .one(let block): file(of: block)
    case .two(let block): file(of: block)
    case .four(let block): file(of: block)
    }
  }

  @Test func `lines and columns that were just kept stand in the cache`() throws {
    try withTemporaryDirectory { path in
      let bytes = ToolLines(3).file
      try Data(bytes).write(to: URL(fileURLWithPath: path + "/tools.jsonl"))
      let (watts, name) = (
        Tool.schema.slot(of: Tool.watts.definition), Tool.schema.slot(of: Tool.name.definition)
      )
      func file() -> DataFile {
        let cache = LinesCache(
          CacheFolder(path, userFolder: nil),
          Tool.schema,
          usefulSize: 0
        )
        return DataFile(Tool.schema, Bytes(bytes), size: bytes.count, largeSize: 0, cache: cache)
      }

      let first = try file().lines([watts]).segments[0]
      #expect(self.file(of: first.starts) == nil)
      #expect(self.file(of: first.column(watts).codes) == nil)

      // The second who asks keeps what it reads; more columns come to it later.
      let asked = file()
      let second = try asked.lines([watts]).segments[0]
      #expect(self.file(of: second.starts) == "tools.lines")
      #expect(self.file(of: second.hashes) == "tools.lines")
      #expect(self.file(of: second.column(watts).codes) == "tools.watts.column")
      let more = try asked.lines([watts, name]).segments[0]
      #expect(self.file(of: more.column(name).codes) == "tools.name.column")
      #expect(self.file(of: more.column(name).values.text) == "tools.name.column")
      #expect((0..<first.count).allSatisfy { first.starts[$0] == second.starts[$0] })
      #expect(
        (0..<first.count).allSatisfy {
          first.column(watts).codes[$0] == second.column(watts).codes[$0]
        }
      )
    }
  }
}
