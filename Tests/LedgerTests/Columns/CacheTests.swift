import Foundation
import Glibc
import JSONLines
import Ledger
import Testing

/// A cache may be missing, stale, torn or altered: no answer ever depends on it.
struct CacheTests {
  /// One folder with a data file, asked as often as wanted, each time as a new process would.
  private struct Desk {
    let path: String
    var bytes: [UInt8]
    var workshops: [String]
    /// Whether the file that is referred to counts as a large one.
    let isWorkshopLarge: Bool

    init(_ path: String, seed: UInt64) throws {
      self.path = path
      bytes = ToolLines(seed).file
      workshops = (0..<4).map { #"{"id":"w-\#($0)","name":"作坊\#($0 % 3)"}"# }
      isWorkshopLarge = seed % 2 == 0
      try write()
    }

    func write() throws {
      try Data(bytes).write(to: URL(fileURLWithPath: path + "/tools.jsonl"))
      try writeWorkshops()
    }

    func writeWorkshops() throws {
      let lines = workshops.map { $0 + "\n" }.joined()
      try Data(lines.utf8).write(to: URL(fileURLWithPath: path + "/workshops.jsonl"))
    }

    var cacheFiles: [String] {
      get throws {
        let folder = path + "/.cache"
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder)
          .filter { !$0.hasSuffix(".asked") && $0 != ".gitignore" }
          .sorted()
          .map { folder + "/" + $0 }
      }
    }

    func cache(_ schema: Schema) -> LinesCache? {
      LinesCache(CacheFolder(path, userFolder: nil), schema, usefulSize: 0)
    }

    private func snapshot(_ size: Int?, _ isCached: Bool) -> Snapshot {
      Snapshot(Factory.catalog, commit: 1) { schema in
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(schema.file)"))
        let isTool = schema === Tool.schema
        return DataFile(
          schema,
          Bytes([UInt8](bytes)),
          size: isTool ? size ?? bytes.count : bytes.count,
          largeSize: isTool || isWorkshopLarge ? 0 : .max,
          cache: isCached ? cache(schema) : nil
        )
      }
    }

    /// Everything that can be asked, with the cache or without.
    func answers(size: Int? = nil, isCached: Bool = true) throws -> [String] {
      let snapshot = self.snapshot(size, isCached)
      let totals = try Totals(Tool.schema, by: ["watts", "marks"], snapshot)
      let byMaker = try Totals(Tool.schema, by: ["maker.name", "watts"], snapshot)
      let query = try Query(
        Tool.schema,
        where: ["watts>=200"],
        sort: ["-watts", "name"],
        snapshot
      )
      let found = try query.records(snapshot).map { text($0.line) }
      let byID = try (0..<20).map {
        try snapshot.record(ToolLines.id($0), Tool.schema).map { text($0.line) } ?? "none"
      }
      let names = (0..<99).map { "电动工具\($0)" }
      let possible = Set(
        try snapshot.possibleNames(names.map { Array($0.unicodeScalars) }, Tool.schema)
      )
      let named = try names.map { name in
        let records = try snapshot.records(named: name, Tool.schema)
        #expect(records.isEmpty || possible.contains(name))
        return records.map { text($0.line) }.joined(separator: "|")
      }
      let table = try snapshot.table(Tool.self)
      let records = table.records.map { text($0.line) + "\($0.place.line ?? 0)" }
      let ends = table.removals.map { "\($0.key) \($0.value)" }.sorted()
      let rows = (totals.rows + byMaker.rows).map { "\($0)" }
      let strong = try self.snapshot(size, isCached).columns(
        Tool.schema,
        [Tool.watts.definition, Tool.maker.definition],
        where: Tool.watts
      ) { ($0 ?? 0) > 700 }
      let picked = strong.ids(of: strong.rows).map(\.text).sorted()
      return rows + picked + found + byID + named + records + ends
    }

    /// Asks often enough that everything is kept.
    func fill() throws {
      for _ in 0..<3 { _ = try answers() }
    }
  }

  @Test(arguments: 1...6)
  func `answers are the same while the cache is made, filled and used`(seed: UInt64) throws {
    try withTemporaryDirectory { path in
      let desk = try Desk(path, seed: seed)
      let expected = try desk.answers(isCached: false)
      for _ in 0..<4 { #expect(try desk.answers() == expected) }
      let made = try desk.cacheFiles.map { String($0.dropFirst(path.count + "/.cache/".count)) }
      #expect(made.contains("tools.lines") && made.contains("tools.maker.name.groups"))
      let mode = try FileManager.default.attributesOfItem(atPath: desk.cacheFiles[0])
      #expect((mode[.posixPermissions] as? Int).map { $0 & 0o137 } == 0)
      #expect(
        try String(contentsOfFile: path + "/.cache/.gitignore", encoding: .utf8) == "*\n"
      )
    }
  }

  @Test(arguments: 1...2)
  func `a deleted, cut, flipped or swapped cache is noticed`(seed: UInt64) throws {
    try withTemporaryDirectory { path in
      let desk = try Desk(path, seed: seed)
      let expected = try desk.answers(isCached: false)
      try desk.fill()
      let files = try desk.cacheFiles
      let kept = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      func restore() throws {
        for (file, data) in zip(files, kept) {
          try data.write(to: URL(fileURLWithPath: file))
        }
      }
      for (index, file) in files.enumerated() {
        let url = URL(fileURLWithPath: file)
        let data = kept[index]
        try FileManager.default.removeItem(atPath: file)
        #expect(try desk.answers() == expected, "deleted \(file)")
        for cut in stride(from: 0, to: data.count, by: max(1, data.count / 9)) {
          try restore()
          try data.prefix(cut).write(to: url)
          #expect(try desk.answers() == expected, "cut \(file) at \(cut)")
          try (data.prefix(cut) + Data(count: data.count - cut)).write(to: url)
          #expect(try desk.answers() == expected, "not written \(file) from \(cut)")
        }
        for place in stride(from: 0, to: data.count, by: max(1, data.count / 23)) {
          try restore()
          var altered = data
          altered[place] ^= 1 << (place % 8)
          try altered.write(to: url)
          #expect(try desk.answers() == expected, "flipped \(file) at \(place)")
        }
        try restore()
        try kept[(index + 1) % kept.count].write(to: url)
        #expect(try desk.answers() == expected, "swapped \(file)")
        try restore()
      }
    }
  }

  @Test(arguments: 1...6)
  func `a cache of another state of the file is noticed`(seed: UInt64) throws {
    try withTemporaryDirectory { path in
      var desk = try Desk(path, seed: seed)
      try desk.fill()
      // Somebody's hands: as many bytes as before.
      let place = try #require(desk.bytes.lastIndex(of: UInt8(ascii: "9")))
      desk.bytes[place] = UInt8(ascii: "8")
      try desk.write()
      #expect(try desk.answers() == desk.answers(isCached: false))
      try desk.fill()
      // A copy of the folder has other files with the same bytes.
      let copy = path + "/copy"
      try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: path + "/.cache", toPath: copy + "/.cache")
      let other = try Desk(copy, seed: seed + 100)
      #expect(try other.answers() == other.answers(isCached: false))
    }
  }

  @Test(arguments: 1...6)
  func `after an append of this program the cache still holds, at every earlier size too`(
    seed: UInt64
  ) throws {
    try withTemporaryDirectory { path in
      let desk = try Desk(path, seed: seed)
      try desk.fill()
      let files = try desk.cacheFiles
      let old = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)).count }
      let cache = try #require(
        LinesCache(CacheFolder(path, userFolder: nil), Tool.schema, usefulSize: 0)
      )
      let added = ToolLines(seed + 50).file
      let file = try #require(FileHandle(forWritingAtPath: path + "/tools.jsonl"))
      try file.seekToEnd()
      try file.write(contentsOf: Data(added))
      try file.close()
      cache.follow(FileStamp(path + "/tools.jsonl"))
      #expect(try desk.answers() == desk.answers(isCached: false))
      #expect(try desk.answers() == desk.answers(isCached: false))
      let now = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)).count }
      #expect(try Set(files).isSubset(of: desk.cacheFiles))
      #expect(zip(now, old).allSatisfy(>=) && now != old, "the new lines are kept as well")
      let whole = desk.bytes + added
      let ends = whole.indices.filter { whole[$0] == 0x0A }
      for end in ends where end % 7 == 0 {
        #expect(
          try desk.answers(size: end + 1) == desk.answers(size: end + 1, isCached: false),
          "as of byte \(end + 1)"
        )
      }
    }
  }

  @Test func `the index of keys grows by parts, each of which is checked`() throws {
    try withTemporaryDirectory { path in
      let desk = try Desk(path, seed: 2)
      try desk.fill()
      var names: Set<String> = []
      for number in 0..<6 {
        let cache = try #require(desk.cache(Tool.schema))
        let file = try #require(FileHandle(forWritingAtPath: path + "/tools.jsonl"))
        try file.seekToEnd()
        try file.write(contentsOf: Data(#"{"id":"t-\#(number)","name":"新 \#(number)"}\#n"#.utf8))
        try file.close()
        cache.follow(FileStamp(path + "/tools.jsonl"))
        #expect(try desk.answers() == desk.answers(isCached: false))
        for number in 0..<3 where FileManager.default.fileExists(atPath: part(number)) {
          names.insert(part(number))
        }
      }
      func part(_ number: Int) -> String {
        path + "/.cache/tools.keys" + (number > 0 ? "-\(number)" : "")
      }
      #expect(names.contains(part(1)))
      let expected = try desk.answers(isCached: false)
      for name in names.sorted() {
        let url = URL(fileURLWithPath: name)
        let kept = try Data(contentsOf: url)
        for place in stride(from: 0, to: kept.count, by: max(1, kept.count / 11)) {
          var altered = kept
          altered[place] ^= 1 << (place % 8)
          try altered.write(to: url)
          #expect(try desk.answers() == expected, "flipped \(name) at \(place)")
        }
        try FileManager.default.removeItem(at: url)
        #expect(try desk.answers() == expected, "deleted \(name)")
        try kept.write(to: url)
      }
    }
  }

  @Test(arguments: 1...4)
  func `what was kept through references holds only while the other file is the same`(
    seed: UInt64
  ) throws {
    try withTemporaryDirectory { path in
      var desk = try Desk(path, seed: seed)
      try desk.fill()
      let first = try desk.answers()
      for line in [
        #"{"id":"w-1","name":"新名"}"#, #"{"id":"w-4","name":"作坊1"}"#,
        #"{"id":"w-2","removed":"歇业"}"#, #"{"id":"w-2","name":"重开"}"#,
      ] {
        let cache = desk.cache(Workshop.schema)
        desk.workshops.append(line)
        try desk.writeWorkshops()
        cache?.follow(FileStamp(desk.path + "/workshops.jsonl"))
        for _ in 0..<3 { #expect(try desk.answers() == desk.answers(isCached: false)) }
      }
      #expect(try desk.answers() != first)
    }
  }

  @Test func `where the folder is a link nothing is written behind it`() throws {
    try withTemporaryDirectory { path in
      let ledger = path + "/ledger"
      let files = FileManager.default
      for folder in [ledger, path + "/elsewhere"] {
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      try files.createSymbolicLink(
        atPath: ledger + "/.cache",
        withDestinationPath: path + "/elsewhere"
      )
      let desk = try Desk(ledger, seed: 3)
      let expected = try desk.answers(isCached: false)
      for _ in 0..<3 { #expect(try desk.answers() == expected) }
      #expect(try files.contentsOfDirectory(atPath: path + "/elsewhere").isEmpty)
    }
  }

  @Test func `where the folder cannot be written the cache stands with the user, else nowhere`()
    throws
  {
    try withTemporaryDirectory { path in
      let ledger = path + "/ledger"
      try FileManager.default.createDirectory(atPath: ledger, withIntermediateDirectories: true)
      // A file where the folder should be: it cannot be made, whoever runs the test.
      try Data().write(to: URL(fileURLWithPath: ledger + "/.cache"))
      let desk = try Desk(ledger, seed: 3)
      let expected = try desk.answers(isCached: false)
      for _ in 0..<3 { #expect(try desk.answers() == expected) }
      let folder = CacheFolder(ledger, userFolder: path + "/user")
      let bytes = Bytes(desk.bytes)
      for _ in 0..<2 {
        let file = DataFile(
          Tool.schema,
          bytes,
          size: bytes.count,
          largeSize: 0,
          cache: LinesCache(folder, Tool.schema, usefulSize: 0)
        )
        #expect(
          try Table(file).count == Table(Tool.schema, reading: bytes, count: bytes.count).count
        )
      }
      let made = FileManager.default.enumerator(atPath: path + "/user")?.allObjects ?? []
      #expect(made.contains { "\($0)".hasSuffix("tools.lines") })
    }
  }

  @Test func `a cache that others keep hides none of the user's own`() async throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("cache-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    await #expect(processExitsWith: .success) { [path = path as String] in
      let cache = path + "/.cache"
      try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
      for folder in [path, cache] {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
      }
      var storage = PosixStorage(path)
      storage.keepProof([1, 2])
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: cache)
      storage.userCaches = path + "/user"
      try FileManager.default.createDirectory(
        atPath: path + "/user",
        withIntermediateDirectories: true
      )
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o777],
        ofItemAtPath: path + "/user"
      )
      // The superuser may write everywhere.
      if geteuid() == 0 { guard setuid(65_534) == 0 else { exit(1) } }
      func kept() -> [UInt8]? { storage.keptProof().map { $0.withSpan { $0.copied } } }
      guard kept() == [1, 2] else { exit(2) }
      storage.keepProof([3, 4])
      guard kept() == [3, 4] else { exit(3) }
      storage.keepProof([5, 6, 7])
      exit(kept() == [5, 6, 7] ? 0 : 4)
    }
  }

  @Test func `what processes left that were killed while they kept something goes`() throws {
    try withTemporaryDirectory { path in
      let storage = PosixStorage(path)
      storage.keepProof([1])
      // No system numbers processes so high.
      let dead = path + "/.cache/proof.99999999.new"
      let alive = path + "/.cache/tools.lines.\(getppid()).new"
      for file in [dead, alive] { try Data([1]).write(to: URL(fileURLWithPath: file)) }
      storage.keepProof([1, 2])
      #expect(!FileManager.default.fileExists(atPath: dead))
      #expect(FileManager.default.fileExists(atPath: alive))
      #expect(storage.keptProof()?.count == 2)
    }
  }
}
