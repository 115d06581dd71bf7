import Bilingual
import Foundation
import Ledger
import TestSupport
import Testing

/// Records that wait outside of memory are the same records.
struct SpoolTests {
  /// Rows that add, create, change, repeat and refuse; the same for the same seed.
  private static func rows(_ seed: UInt64) -> [[Assignment]] {
    var random = SeededRandom(seed)
    let names = ["甲", "乙 店", "Ｃ", "c", "海鲜店", "É", "e\u{301}", "\u{F9DC}", "隆"]
    let places = ["北街", "南街", "旧街", "新街 \(random.roll(3))", "n"]
    return (0..<60).map { _ in
      var row = [
        Assignment(
          "name",
          names[random.roll(names.count)] + (random.roll(3) == 0 ? "" : "\(random.roll(9))")
        )
      ]
      if random.roll(3) > 0 { row.append(Assignment("place", places[random.roll(places.count)])) }
      if random.roll(2) == 0 {
        row.append(Assignment("size", random.roll(9) == 0 ? "大" : "\(random.roll(5))"))
      }
      return row
    }
  }

  @Test(arguments: 1...20)
  func `an import kept on the disk writes the same lines and says the same`(seed: UInt64) throws {
    try withTemporaryDirectory { folder in
      func run(_ folder: String?) throws -> (lines: [String: [[UInt8]]], said: [String]) {
        let editor = Editor(
          Fixture.snapshot(),
          ids: Fixture.ids(),
          creates: true,
          waitingIn: folder
        )
        var said: [String] = []
        for row in Self.rows(seed) {
          said.append("\(try editor.add(Shop.schema, row, merging: true))")
        }
        let lines = editor.changes.reduce(into: [String: [[UInt8]]]()) { lines, change in
          lines[change.schema.kind, default: []] += change.lines
        }
        return (lines, said + editor.diagnostics.map(\.message.en))
      }
      let (kept, open) = (try run(folder), try run(nil))
      #expect(kept.lines == open.lines)
      #expect(kept.said == open.said)
      #expect(!kept.lines.isEmpty)
    }
  }

  @Test func `lines are read again in any order, those in the file and those that wait`() throws {
    try withTemporaryDirectory { folder in
      let editor = Editor(Fixture.snapshot(), ids: Fixture.ids(), waitingIn: folder)
      let long = String(repeating: "长", count: 5_000)
      var ids: [RecordID] = []
      for number in 0..<200 {
        guard
          case .new(let id) = try editor.add(
            Shop.schema,
            [Assignment("name", "\(number)\(long)")]
          )
        else { continue }
        ids.append(id)
      }
      #expect(editor.changes.map(\.count) == [200])
      for index in [0, 199, 3, 150, 60, 61, 62, 63, 64, 127, 128] {
        #expect(try editor.find("\(index)\(long)", Shop.schema) == ids[index])
      }
      let lines = try #require(editor.changes.first?.lines)
      for (index, line) in lines.enumerated() {
        #expect(String(decoding: line, as: UTF8.self).contains(#""name":"\#(index)长"#))
      }
    }
  }

  @Test(arguments: [3, 200])
  func `a commit of lines that waited says what was written`(count: Int) throws {
    try withTemporaryDirectory { folder in
      let store = LedgerStore(Fixture.catalog, PosixStorage(folder + "/ledger"))
      _ = try store.create(by: "clerk-1", at: at(8), command: "init", [])
      let long = String(repeating: "长", count: 5_000)
      let written = try store.write(by: "clerk-2", at: at(9), command: "import") { snapshot in
        let editor = Editor(snapshot, ids: Fixture.ids(), creates: true, waitingIn: folder)
        for number in 0..<count {
          let place = number % 2 == 0 ? "北街" : "\(number)\(long)"
          for size in ["大", "1"] {
            let row = [("name", "\(number)\(size)\(long)"), ("place.name", place), ("size", size)]
            _ = try editor.add(Shop.schema, row.map { Assignment($0.0, $0.1) })
          }
        }
        return editor.changes
      }
      for (file, lines) in [("shops.jsonl", count), ("places.jsonl", 1 + count / 2)] {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/ledger/\(file)")))
        let extent = written.commit?.files[file]
        #expect(bytes.count { $0 == 0x0A } == lines)
        #expect(extent?.appended == bytes.count)
        #expect(extent?.hash == SHA256.hash(bytes))
        let tail = bytes.count > Commit.Extent.tailCount ? bytes.suffix(65_536) : nil
        #expect(extent?.tail == tail.map { SHA256.hash(Array($0)) })
      }
      #expect(try store.verify().isEmpty)
    }
  }

  @Test
  func `where lines cannot be read again the process ends with a word and the code of a disk`()
    async
  {
    let ended = await #expect(
      processExitsWith: .exitCode(6),
      observing: [\.standardErrorContent]
    ) {
      LastWords.prepare { $0 == .waitingLines ? "error: 等待\n" : "" }
      try withTemporaryDirectory { folder in
        let editor = Editor(Fixture.snapshot(), ids: Fixture.ids(), waitingIn: folder)
        let long = String(repeating: "长", count: 5_000)
        for number in 0..<200 {
          _ = try editor.add(Shop.schema, [Assignment("name", "\(number)\(long)")])
        }
        // Its file has no name but that of the process.
        let files = "/proc/self/fd"
        for file in try FileManager.default.contentsOfDirectory(atPath: files) {
          let path = files + "/" + file
          let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
          guard target?.hasPrefix(folder) == true else { continue }
          let cut = unsafe truncate(path, 0)
          #expect(cut == 0)
        }
        _ = editor.changes[0].lines
      }
    }
    let said = ended.map { String(decoding: $0.standardErrorContent, as: UTF8.self) }
    #expect(said?.contains("error: 等待") == true)
  }

  @Test func `where no file can be made the lines wait in memory`() throws {
    let editor = Editor(Fixture.snapshot(), ids: Fixture.ids(), waitingIn: "/nowhere/at/all")
    _ = try editor.add(Shop.schema, [Assignment("name", "店")])
    guard case .put(let draft) = try #require(editor.changes.first) else {
      Issue.record("it is not in memory")
      return
    }
    #expect(draft[Shop.name] == "店")
  }
}
