import Bilingual
import Ledger
import Testing

/// Two branches of a git repository that both wrote, joined line by line.
struct MergeTests {
  private static func ledger(_ files: [String: [UInt8]]) -> (MemoryStorage, LedgerStore) {
    let storage = MemoryStorage(files)
    return (storage, LedgerStore(Factory.catalog, storage))
  }

  private static func workshop(_ id: RecordID, _ name: String) -> Change {
    var draft = Draft(Workshop.schema)
    draft.id = id
    draft[Workshop.name] = name
    return .put(draft)
  }

  /// The files after `git merge` with `merge=union`: what both share, then ours, then theirs.
  private static func merged() throws -> (
    files: [String: [UInt8]], base: [String: [UInt8]], ours: [String: [UInt8]]
  ) {
    let storage = MemoryStorage()
    _ = try LedgerStore.withHistory(storage)
    let base = storage.files
    let (left, ours) = ledger(base)
    try ours.write(12, "add 甲", [.put(Tool.draft("t-4", "电刨")), .put(Tool.draft("t-1", "甲改"))])
    try ours.write(13, "add 乙", [workshop("w-2", "甲作坊")])
    let (right, theirs) = ledger(base)
    try theirs.write(14, "add 丙", [.put(Tool.draft("t-5", "线锯"))])
    try theirs.write(
      15,
      "set 丁",
      [.put(Tool.draft("t-1", "乙改")), workshop("w-3", "乙作坊")]
    )
    var files = left.files
    for (name, bytes) in right.files {
      files[name, default: []] += bytes.dropFirst(base[name]?.count ?? 0)
    }
    return (files, base, left.files)
  }

  @Test func `a merged ledger is refused until it is adopted, and nobody reads a half of it`()
    throws
  {
    let (storage, store) = Self.ledger(try Self.merged().files)
    let before = storage.files
    for body in [
      { _ = try store.snapshot() }, { _ = try store.log() },
      { _ = try store.write(16, "add", [.put(Tool.draft("t-9", "x"))]) },
      { _ = try store.recover(by: "a", at: at(16), command: "recover") },
    ] {
      let refused = refusal(body)
      #expect(refused?.list.first?.name == "commits-moved")
      #expect(refused?.list.first?.help?.en.contains("brandledger adopt") == true)
      #expect(refused?.outcome == .needsRecovery)
    }
    #expect(try store.verify().contains { $0.name == "broken-chain" })
    #expect(storage.files == before)
  }

  @Test func `adopt commits what the other branch wrote, and names what both changed`() throws {
    let merged = try Self.merged()
    let (storage, store) = Self.ledger(merged.files)
    let written = try store.adopt(by: "clerk-1", at: at(16), command: "adopt") { _ in }
    #expect(written.commit?.number == 7)
    #expect(
      written.warnings.map(\.name) == ["commit-joined", "commit-joined", "changed-twice"]
    )
    #expect(written.warnings.first?.message.en.contains("add 丙") == true)
    #expect(written.warnings.last?.message.en.contains("t-1") == true)
    #expect(try store.verify().isEmpty)
    #expect(
      try store.tools() == ["t-1": "乙改", "t-3": "角磨机", "t-4": "电刨", "t-5": "线锯"]
    )
    #expect(try store.snapshot().snapshot.table(Workshop.self).records.count == 3)
    // No record was moved, and the commits of both sides are kept.
    for (name, bytes) in merged.files where name != Commit.file {
      #expect(storage.files[name] == bytes)
    }
    let saved = storage.files.filter { $0.key.hasPrefix("recovered/") }
    #expect(saved.map(\.value) == [merged.files[Commit.file]])
    // Our own history is as it was.
    let (_, ours) = Self.ledger(merged.ours)
    #expect(try store.log().prefix(6).map(\.line) == ours.log().map(\.line))
    #expect(try store.write(17, "add", [.put(Tool.draft("t-9", "x"))]).commit?.number == 8)
  }

  @Test func `lines that both sides end with are joined by git into one, and adopted all the same`()
    throws
  {
    // Ours: y, x. Theirs: z, x. Git leaves y, z, x.
    let storage = MemoryStorage()
    _ = try LedgerStore.withHistory(storage)
    let base = storage.files
    let (y, z, x) = (Tool.draft("y", "y"), Tool.draft("z", "z"), Tool.draft("x", "x"))
    let (left, ours) = Self.ledger(base)
    try ours.write(12, "add", [.put(y), .put(x)])
    let (right, theirs) = Self.ledger(base)
    try theirs.write(12, "add", [.put(z), .put(x)])
    var files = left.files
    let tools = try #require(base["tools.jsonl"])
    files["tools.jsonl"] = tools + [y, z, x].flatMap { $0.line + [0x0A] }
    files[Commit.file]? += try #require(right.files[Commit.file])
      .dropFirst(try #require(base[Commit.file]).count)
    let (_, store) = Self.ledger(files)
    let written = try store.adopt(by: "a", at: at(16), command: "adopt") { _ in }
    #expect(written.commit?.number == 5)
    #expect(written.warnings.contains { $0.name == "commit-incomplete" })
    #expect(
      try store.tools() == ["t-1": "电锤二代", "t-3": "角磨机", "x": "x", "y": "y", "z": "z"]
    )
    #expect(try store.verify().isEmpty)
  }

  @Test func `the same change on both sides is joined by git into one, and nothing is missed`()
    throws
  {
    let storage = MemoryStorage()
    _ = try LedgerStore.withHistory(storage)
    let base = storage.files
    let (left, ours) = Self.ledger(base)
    try ours.write(12, "set", [.put(Tool.draft("t-1", "改"))])
    let (right, theirs) = Self.ledger(base)
    try theirs.write(13, "set", [.put(Tool.draft("t-1", "改"))])
    try theirs.write(14, "add", [.put(Tool.draft("t-6", "锯"))])
    var files = left.files
    files["tools.jsonl"] = right.files["tools.jsonl"]
    files[Commit.file]? += try #require(right.files[Commit.file])
      .dropFirst(try #require(base[Commit.file]).count)
    let (_, store) = Self.ledger(files)
    let written = try store.adopt(by: "a", at: at(16), command: "adopt") { adoption in
      #expect(adoption.lines.map(\.id) == ["t-6"])
    }
    #expect(written.warnings.map(\.name) == ["commit-joined", "commit-joined"])
    #expect(try store.tools() == ["t-1": "改", "t-3": "角磨机", "t-6": "锯"])
    // Where the other side wrote nothing else, its file adds nothing at all.
    files["tools.jsonl"] = left.files["tools.jsonl"]
    let log = try #require(files[Commit.file]).split(separator: 0x0A).dropLast()
    files[Commit.file] = Array(log.joined(separator: [0x0A])) + [0x0A]
    let (_, same) = Self.ledger(files)
    let joined = try same.adopt(by: "a", at: at(16), command: "adopt") { _ in }
    #expect(joined.warnings.map(\.name) == ["commit-joined"])
    #expect(try same.tools()["t-1"] == "改")
    #expect(try same.verify().isEmpty)
  }

  @Test func `only lines that no branch committed are new`() throws {
    func new(_ files: [String: [UInt8]], rewriting: Bool = false) throws -> [String] {
      var new: [String] = []
      let (_, store) = Self.ledger(files)
      _ = try store.adopt(by: "a", at: at(16), command: "adopt", rewriting: rewriting) { adoption in
        new = try adoption.after.table(Tool.self).records.filter { adoption.isNew($0.place) }
          .map { "\($0.id)" }
        new += try adoption.after.table(Workshop.self).records.filter { adoption.isNew($0.place) }
          .map { "\($0.id)" }
      }
      return new
    }
    var files = try Self.merged().files
    #expect(try new(files).isEmpty)
    files["tools.jsonl"]? += Tool.draft("t-8", "锉").line + [0x0A]
    #expect(try new(files) == ["t-8"])
    // An edit of what was committed is taken as it is, in the file in which it was made.
    var ours = try Self.merged().ours
    ours["tools.jsonl"] = try #require(ours["tools.jsonl"]).map { $0 == 0x31 ? 0x37 : $0 }
    ours["workshops.jsonl"]? += Array(#"{"id":"w-9","name":"丁"}"#.utf8) + [0x0A]
    #expect(try new(ours, rewriting: true) == ["w-9"])
  }

  @Test func `a file of the other branch that is missing is asked for`() throws {
    var files = try Self.merged().files
    files["workshops.jsonl"] = try Self.merged().ours["workshops.jsonl"]
    let (storage, store) = Self.ledger(files)
    let refused = refusal { _ = try store.adopt(by: "a", at: at(16), command: "adopt") { _ in } }
    #expect(refused?.list.map(\.name) == ["commit-incomplete"])
    #expect(refused?.list.first?.message.en.contains("set 丁") == true)
    #expect(refused?.outcome == .needsRecovery)
    #expect(storage.files == files)
    let written = try store.adopt(by: "a", at: at(16), command: "adopt", rewriting: true) { _ in }
    #expect(written.warnings.contains { $0.name == "commit-incomplete" })
  }

  @Test(arguments: ["tools.jsonl", Commit.file])
  func `a conflict that git left is told with its line, and adopted when it is resolved`(
    name: String
  ) throws {
    let merged = try Self.merged()
    let shared = try #require(merged.base[name])
    let ours = try #require(merged.ours[name]).dropFirst(shared.count)
    let both = try #require(merged.files[name])
    let conflict =
      Array("<<<<<<< HEAD\n".utf8) + ours + Array("=======\n".utf8)
      + both.dropFirst(shared.count + ours.count) + Array(">>>>>>> theirs\n".utf8)
    var files = merged.files
    files[name] = shared + conflict
    let (storage, store) = Self.ledger(files)
    let refused = refusal { _ = try store.adopt(by: "a", at: at(16), command: "adopt") { _ in } }
    #expect(refused?.list.first?.name == "merge-marker")
    #expect(refused?.list.first?.place?.file == name)
    #expect(refused?.list.first?.place?.line == (name == Commit.file ? 5 : 6))
    #expect(refused?.outcome == .needsRecovery)
    #expect(storage.files == files)
    storage.files[name] = both
    #expect(try store.adopt(by: "a", at: at(16), command: "adopt") { _ in }.commit?.number == 7)
  }

  @Test func `commits that are damaged rather than merged are not joined by themselves`() throws {
    let storage = MemoryStorage()
    let store = try LedgerStore.withHistory(storage)
    let lines = try #require(storage.files[Commit.file]).split(separator: 0x0A)
    storage.files[Commit.file] =
      Array([lines[0], lines[2], lines[3]].joined(separator: [0x0A]))
      + [0x0A]
    let before = storage.files
    let refused = refusal { _ = try store.adopt(by: "a", at: at(16), command: "adopt") { _ in } }
    #expect(refused?.outcome == .needsRecovery)
    #expect(refused?.list.first?.name == "commits-moved")
    #expect(storage.files == before)
  }
}
