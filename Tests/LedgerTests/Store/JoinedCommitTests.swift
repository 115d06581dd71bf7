import Ledger
import Testing

/// What the commit of an adoption keeps of the commits of another branch.
struct JoinedCommitTests {
  /// The files of a ledger after a clone of it was written to.
  private static func clone(_ base: [String: [UInt8]], _ work: (LedgerStore) throws -> Void) throws
    -> [String: [UInt8]]
  {
    let storage = MemoryStorage(base)
    try work(LedgerStore(Factory.catalog, storage))
    return storage.files.filter { !$0.key.hasPrefix("recovered/") }
  }

  /// Joins two clones as git does with `merge=union`.
  private static func joined(
    _ base: [String: [UInt8]],
    _ ours: [String: [UInt8]],
    _ theirs: [String: [UInt8]]
  ) -> (MemoryStorage, LedgerStore) {
    var files = ours
    for (name, bytes) in theirs {
      files[name, default: []] += bytes.dropFirst(base[name]?.count ?? 0)
    }
    let storage = MemoryStorage(files)
    return (storage, LedgerStore(Factory.catalog, storage))
  }

  private static func base() throws -> [String: [UInt8]] {
    let storage = MemoryStorage()
    _ = try LedgerStore.withHistory(storage)
    return storage.files
  }

  private static func set(
    _ store: LedgerStore,
    _ hour: Int,
    by: String,
    _ id: RecordID,
    _ name: String
  )
    throws
  {
    _ = try store.write(by: by, at: at(hour), command: "set \(name)") { _ in
      [.put(Tool.draft(id, name))]
    }
  }

  private static func adopt(_ store: LedgerStore, _ hour: Int = 20) throws -> Written {
    try store.adopt(by: "adopter", at: at(hour), command: "adopt") { _ in }
  }

  /// Theirs: commits 5 to 7 by `a`, `b` and `a`; ours: commit 5.
  private static func one(_ base: [String: [UInt8]]) throws -> (MemoryStorage, LedgerStore) {
    joined(
      base,
      try clone(base) { try set($0, 12, by: "we", "t-9", "甲") },
      try clone(base) { store in
        try set(store, 12, by: "a", "t-1", "一")
        try set(store, 13, by: "b", "t-5", "二")
        try set(store, 14, by: "a", "t-1", "三")
      }
    )
  }

  @Test func `who wrote what on the other branch is kept`() throws {
    let (_, store) = try Self.one(Self.base())
    let written = try Self.adopt(store)
    let commit = try #require(try store.log().last)
    #expect(commit == written.commit)
    #expect(commit.joined.map(\.by) == ["a", "b", "a"])
    #expect(commit.joined.map(\.number) == [5, 6, 7])
    #expect(commit.joined.map(\.command) == ["set 一", "set 二", "set 三"])
    #expect(try commit.joined.map(\.at) == [at(12), at(13), at(14)])
    #expect(try store.verify().isEmpty)
    let versions = try store.versions(of: "t-1")
    #expect(versions.map(\.commit.number) == [1, 2, 6, 6])
    #expect(versions.map(\.authors).suffix(2) == [["a"], ["a"]])
    #expect(try versions.last?.at == at(14))
    #expect(try store.versions(of: "t-9").map(\.authors) == [["we"]])
  }

  @Test func `a record that one branch changed twice was not changed by both`() throws {
    let (_, store) = try Self.one(Self.base())
    #expect(
      try Self.adopt(store).warnings.map(\.name) == Array(repeating: "commit-joined", count: 3)
    )
    let base = try Self.base()
    let (_, other) = Self.joined(
      base,
      try Self.clone(base) { try Self.set($0, 12, by: "we", "t-1", "甲") },
      try Self.clone(base) { store in
        for hour in 12...14 { try Self.set(store, hour, by: "a", "t-1", "\(hour)") }
      }
    )
    let warnings = try Self.adopt(other).warnings.filter { $0.name == "changed-twice" }
    // Told once, of the line that counts.
    #expect(warnings.map(\.place?.line) == [9])
  }

  @Test func `what hands added is theirs who adopted it`() throws {
    let (storage, store) = try Self.one(Self.base())
    storage.files["tools.jsonl"]? += Tool.draft("t-8", "锉").line + [0x0A]
    _ = try Self.adopt(store)
    #expect(try store.versions(of: "t-8").map(\.authors) == [["adopter"]])
    #expect(try store.versions(of: "t-5").map(\.authors) == [["b"]])
  }

  @Test func `where git mixed the lines of both, each who wrote to the file may be the author`()
    throws
  {
    let base = try Self.base()
    let (storage, store) = Self.joined(
      base,
      try Self.clone(base) { try Self.set($0, 12, by: "we", "y", "y") },
      try Self.clone(base) { try Self.set($0, 12, by: "a", "z", "z") }
    )
    var lines: [UInt8] = []
    for name in ["x", "z", "y"] { lines += Tool.draft(RecordID(name), name).line + [0x0A] }
    storage.files["tools.jsonl"] = try #require(base["tools.jsonl"]) + lines
    _ = try Self.adopt(store)
    #expect(try store.versions(of: "z").map { Set($0.authors) } == [["adopter", "we", "a"]])
    #expect(try store.snapshot(5, onBranchOf: #require(store.versions(of: "z").last)) == nil)
  }

  @Test func `the records of a commit of the other branch are found again`() throws {
    let (_, store) = try Self.one(Self.base())
    _ = try Self.adopt(store)
    func tools(_ number: Int, _ id: RecordID) throws -> [RecordID: String]? {
      let version = try #require(try store.versions(of: id).last)
      let table = try store.snapshot(number, onBranchOf: version)?.table(Tool.self)
      return table.map { table in
        Dictionary(uniqueKeysWithValues: table.records.map { ($0.id, $0[Tool.name] ?? "") })
      }
    }
    #expect(try tools(5, "t-5") == ["t-1": "一", "t-3": "角磨机"])
    #expect(try tools(7, "t-1") == ["t-1": "三", "t-3": "角磨机", "t-5": "二"])
    #expect(try tools(4, "t-1") == ["t-1": "电锤二代", "t-3": "角磨机"])
    #expect(try tools(2, "t-1") == ["t-1": "电锤二代", "t-2": "电钻"])
    // On our own branch the number is the ledger's.
    #expect(try tools(5, "t-9") == ["t-1": "电锤二代", "t-3": "角磨机", "t-9": "甲"])
    #expect(try tools(8, "t-1") == nil)
  }

  @Test func `branches that were joined before are kept when their ledger is joined`() throws {
    let base = try Self.base()
    let (storage, store) = try Self.one(base)
    _ = try Self.adopt(store)
    let (_, last) = Self.joined(
      base,
      try Self.clone(base) { try Self.set($0, 11, by: "c", "t-7", "丙") },
      try Self.clone(storage.files) { _ in }
    )
    _ = try Self.adopt(last, 21)
    let commit = try #require(try last.log().last)
    #expect(commit.joined.map(\.by) == ["we", "a", "b", "a", "adopter"])
    #expect(try last.versions(of: "t-1").map(\.authors).last == ["a"])
    #expect(try last.versions(of: "t-9").map(\.authors) == [["we"]])
    let version = try #require(try last.versions(of: "t-5").last)
    let tools = try last.snapshot(5, onBranchOf: version)?.table(Tool.self).records.map(\.id)
    #expect(tools == ["t-1", "t-3"])
    #expect(try last.verify().isEmpty)
  }
}
