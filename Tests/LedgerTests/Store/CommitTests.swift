import JSONLines
import Ledger
import Testing

struct CommitTests {
  @Test func `a commit is one line that names every file and the line before`() throws {
    let commit = Commit(
      number: 12,
      at: try at(9),
      by: "clerk \"2\"",
      command: "import 2025年.csv",
      files: [
        "tools.jsonl": Commit.Extent(bytes: 48_213, appended: 310, hash: "ab"),
        "brands.jsonl": Commit.Extent(bytes: 9_120),
      ],
      parent: "cd",
      offset: 77
    )
    let body =
      #"{"commit":12,"format":1,"at":"2025-11-03T09:30:00+08:00","by":"clerk \"2\"","#
      + #""command":"import 2025年.csv","files":{"brands.jsonl":{"bytes":9120},"#
      + #""tools.jsonl":{"bytes":48213,"appended":310,"sha256":"ab"}},"parent":"cd","offset":77"#
    let hash = SHA256.hash(Array(body.utf8))
    #expect(text(commit.line) == body + #","sha256":"\#(hash)"}"#)
  }

  @Test func `what is written is read back as the same commit`() throws {
    let storage = MemoryStorage()
    let store = try LedgerStore.withHistory(storage)
    let lines = try #require(storage.files[Commit.file]).split(separator: 0x0A)
    let commits = try store.log()
    #expect(commits.map(\.line) == lines.map { Array($0) })
    #expect(commits.map(\.number) == [1, 2, 3, 4])
    #expect(commits.map(\.command) == ["init", "set", "remove", "add"])
    #expect(commits.map(\.by) == ["clerk-1", "clerk-2", "clerk-2", "clerk-2"])
    #expect(commits.map(\.at) == (try [8, 9, 10, 11].map(at)))
    #expect(
      commits.map(\.parent) == [nil] + lines.dropLast().map { text($0.suffix(66).dropLast(2)) }
    )
  }

  @Test func `a commit holds the size of every file and the hash of what it appended`() throws {
    let storage = MemoryStorage()
    let commits = try LedgerStore.withHistory(storage).log()
    let tools = try #require(storage.files["tools.jsonl"])
    let sizes = commits.map { $0.files["tools.jsonl"]?.bytes ?? 0 }
    #expect(sizes.last == tools.count)
    for (index, commit) in commits.enumerated() {
      let start = index > 0 ? sizes[index - 1] : 0
      let added = Array(tools[start..<sizes[index]])
      let extent = Commit.Extent(
        bytes: sizes[index],
        appended: added.count,
        hash: SHA256.hash(added)
      )
      #expect(commit.files["tools.jsonl"] == extent)
    }
    #expect(commits[0].files["workshops.jsonl"] == nil)
    let count = try #require(storage.files["workshops.jsonl"]).count
    #expect(commits[3].files["workshops.jsonl"] == Commit.Extent(bytes: count))
  }

  @Test(arguments: [
    (#""format":1"#, #""format":2"#, "newer-format", Diagnostics.Outcome.refused),
    (#""format":1"#, #""format":9223372036854775807"#, "newer-format", .refused),
    (#""format":1"#, #""format":"2""#, "bad-commit", .needsRecovery),
    (#""format":1"#, #""format":1.5"#, "bad-commit", .needsRecovery),
    (#""format":1"#, #""format":99999999999999999999"#, "bad-commit", .needsRecovery),
    (#""format":1,"#, "", "bad-commit", .needsRecovery),
    (#""commit":4"#, #""commit":0"#, "bad-commit", .needsRecovery),
    (#""commit":4"#, #""commit":"4""#, "bad-commit", .needsRecovery),
    (#""at":"2025"#, #""at":"25"#, "bad-commit", .needsRecovery),
    (#""by":"clerk-2""#, #""by":2"#, "bad-commit", .needsRecovery),
    (#""command":"add","#, "", "bad-commit", .needsRecovery),
    (#""files":{"#, #""files":1,"x":{"#, "bad-commit", .needsRecovery),
    (#""bytes":"#, #""bytes":-"#, "bad-commit", .needsRecovery),
    (#""appended":"#, #""appended":9"#, "bad-commit", .needsRecovery),
    (#""commit":4"#, #""commit":4,"commit":4"#, "json-duplicate-key", .needsRecovery),
    (#""commit":4,"#, #""commit":4,,"#, "json-unexpected-byte", .needsRecovery),
  ])
  func `a last line that is no commit of this format is refused`(
    old: String,
    new: String,
    name: String,
    outcome: Diagnostics.Outcome
  ) throws {
    let storage = MemoryStorage()
    let store = try LedgerStore.withHistory(storage)
    var lines = try #require(storage.files[Commit.file]).split(separator: 0x0A).map {
      text(Array($0))
    }
    let last = lines.removeLast()
    let edited = last.replacing(old, with: new, maxReplacements: 1)
    #expect(edited != last)
    lines.append(edited)
    storage.files[Commit.file] = Array((lines.joined(separator: "\n") + "\n").utf8)
    let before = storage.files
    for body in [
      { _ = try store.snapshot() }, { _ = try store.log() },
      { _ = try store.write(12, "add", [.put(Tool.draft("t-9", "x"))]) },
    ] {
      let refused = refusal(body)
      #expect(refused?.list.map(\.name) == [name])
      #expect(refused?.outcome == outcome)
      #expect(refused?.list.first?.place?.line == 4)
      #expect(refused?.list.first?.place?.file == Commit.file)
    }
    // Whoever looks for all that is wrong is told of it among the rest.
    if outcome == .refused {
      #expect(refusal { _ = try store.verify() }?.list.map(\.name) == [name])
    } else {
      #expect(try store.verify().map(\.name) == [name])
    }
    #expect(storage.files == before)
  }

  @Test func `a large commit says the hash of its end too`() throws {
    let storage = MemoryStorage()
    let store = try LedgerStore.withHistory(storage)
    let many = (0..<1_200).map {
      Change.put(Tool.draft(RecordID("m-\($0)"), String(repeating: "电", count: 20)))
    }
    try store.write(12, "import", many)
    let extent = try #require(try store.log()[4].files["tools.jsonl"])
    let tools = try #require(storage.files["tools.jsonl"])
    #expect(extent.appended > 65_536)
    #expect(extent.tail == SHA256.hash(Array(tools.suffix(65_536))))
  }

  @Test func `an altered byte in the end of a large commit stops the next writer`() throws {
    let storage = MemoryStorage()
    let store = try LedgerStore.withHistory(storage)
    let many = (0..<1_200).map {
      Change.put(Tool.draft(RecordID("m-\($0)"), String(repeating: "电", count: 20)))
    }
    try store.write(12, "import", many)
    storage.files["tools.jsonl"]?[try #require(storage.files["tools.jsonl"]).count - 65_000] ^= 1
    let refused = refusal { try store.write(13, "add", [.put(Tool.draft("t-9", "x"))]) }
    #expect(refused?.list.map(\.name) == ["altered-bytes"])
    #expect(refused?.outcome == .needsRecovery)
  }
}
