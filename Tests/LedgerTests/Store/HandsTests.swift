import Bilingual
import Ledger
import Testing

/// What editors and git do to the files, and how it is put right or taken in.
struct HandsTests {
  private let storage = MemoryStorage()
  private let store: LedgerStore
  private let committed: [String: [UInt8]]
  private static let standing = ["t-1": "电锤二代", "t-3": "角磨机"]

  init() throws {
    store = try LedgerStore.withHistory(storage)
    committed = storage.files
  }

  private func recover() throws -> [Diagnostic] {
    try store.recover(by: "clerk-2", at: at(12), command: "recover")
  }

  @discardableResult
  private func adopt(rewriting: Bool = false) throws -> Written {
    try store.adopt(by: "clerk-2", at: at(13), command: "adopt", rewriting: rewriting) { _ in }
  }

  private func saved(_ suffix: String) -> [[UInt8]] {
    storage.files.filter { $0.key.hasPrefix("recovered/") && $0.key.hasSuffix(suffix) }.map(\.value)
  }

  private func append(_ line: String, to name: String = "tools.jsonl") {
    storage.files[name]? += Array(line.utf8)
  }

  @Test func `on whole files there is nothing to recover, nothing to adopt and nothing to show`()
    throws
  {
    #expect(try store.inspect().isEmpty)
    #expect(try recover().isEmpty)
    #expect(try adopt().commit == nil)
    #expect(storage.files == committed)
  }

  @Test func `what recover does is shown before, and showing changes nothing`() throws {
    append("{\"id\":\"t-9\",\"name\":\"x\"}\n{torn")
    let before = storage.files
    let shown = try store.inspect()
    #expect(shown.map(\.name) == ["uncommitted-bytes"])
    #expect(shown.first?.message.en.contains("2 lines, 1 of them records") == true)
    #expect(shown.first?.place?.line == 6)
    #expect(storage.files == before)
    #expect(try recover().map(\.name) == ["bytes-recovered"])
    #expect(saved("tools.jsonl") == [Array("{\"id\":\"t-9\",\"name\":\"x\"}\n{torn".utf8)])
    #expect(storage.files["tools.jsonl"] == committed["tools.jsonl"])
    #expect(try store.inspect().isEmpty)
  }

  @Test(arguments: ["tools.jsonl", "workshops.jsonl", Commit.file])
  func `an editor that saves a file with CR LF is put right, and what it saved is kept`(
    name: String
  ) throws {
    let edited = Array(text(try #require(committed[name])).replacing("\n", with: "\r\n").utf8)
    storage.files[name] = edited
    #expect(try store.inspect().map(\.name) == ["line-ends"])
    #expect(try recover().map(\.name) == ["file-put-right"])
    #expect(storage.files[name] == committed[name])
    #expect(saved(name) == [edited])
    #expect(try store.verify().isEmpty)
  }

  @Test func `a file that was saved with CR LF is refused with one word, the one that helps`()
    throws
  {
    storage.files["tools.jsonl"] = storage.files["tools.jsonl"]?.flatMap {
      $0 == 0x0A ? [0x0D, 0x0A] : [$0]
    }
    let refused = refusal { _ = try store.tools() }
    #expect(refused?.outcome == .needsRecovery)
    #expect(refused?.list.map(\.name) == ["line-ends"])
    #expect(refused?.list.map(\.severity) == [.error])
    #expect(refused?.list.first?.help?.en.contains("brandledger recover") == true)
    #expect(try recover().map(\.name) == ["file-put-right"])
    #expect(try store.tools() == Self.standing)
  }

  @Test(arguments: ["tools.jsonl", "workshops.jsonl"])
  func `an editor that leaves out the last line end of a file is put right`(name: String) throws {
    storage.files[name]?.removeLast()
    #expect(refusal { _ = try store.snapshot() }?.list.map(\.name) == ["file-too-short"])
    #expect(try recover().map(\.name) == ["file-put-right"])
    #expect(storage.files[name] == committed[name])
    #expect(try store.tools() == Self.standing)
  }

  @Test func `a last commit without its line end still counts, and the next one stands on a line`()
    throws
  {
    storage.files[Commit.file]?.removeLast()
    #expect(try store.log().count == 4)
    #expect(try store.tools() == Self.standing)
    #expect(try store.snapshot().warnings.isEmpty)
    try store.write(12, "add", [.put(Tool.draft("t-4", "x"))])
    #expect(try store.log().count == 5)
    #expect(try store.verify().isEmpty)
  }

  @Test func `a byte order mark is put right`() throws {
    storage.files["tools.jsonl"]?.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
    #expect(try recover().map(\.name) == ["file-put-right"])
    #expect(storage.files["tools.jsonl"] == committed["tools.jsonl"])
  }

  @Test
  func `an edited record is nobody's to put right: recover and adopt say where and change nothing`()
    throws
  {
    let edited = text(try #require(committed["tools.jsonl"])).replacing("电锤二代", with: "电锤三号代")
    storage.files["tools.jsonl"] = Array(edited.utf8)
    let before = storage.files
    for body in [{ _ = try recover() }, { _ = try adopt() }] {
      let refused = refusal(body)
      #expect(refused?.outcome == .needsRecovery)
      #expect(refused?.list.map(\.name) == ["altered-bytes"])
      #expect(refused?.list.first?.message.en.contains("commit 2 ") == true)
      #expect(refused?.list.first?.place?.line == 3)
    }
    #expect(storage.files == before)
    // Asked to, adopt takes the file as it is: commits 2 to 4 become one.
    let written = try adopt(rewriting: true)
    #expect(written.commit?.number == 2)
    #expect(try store.tools() == ["t-1": "电锤三号代", "t-3": "角磨机"])
    #expect(try store.tools(.commit(1)) == ["t-1": "电锤", "t-2": "电钻"])
    #expect(try store.verify().isEmpty)
    #expect(saved(Commit.file) == [try #require(committed[Commit.file])])
    #expect(written.warnings.map(\.name) == ["commit-joined", "commit-joined", "commit-joined"])
  }

  @Test func `lines that a hand appended are committed where they stand`() throws {
    append(
      "{\"id\":\"t-4\",\"name\":\"电刨\",\"colour\":\"red\"}\n{\"id\":\"t-3\",\"removed\":\"停产\"}\n"
    )
    let tools = storage.files["tools.jsonl"]
    #expect(try store.snapshot().warnings.first?.help?.en.contains("brandledger adopt") == true)
    let written = try adopt()
    #expect(written.commit?.number == 5)
    #expect(storage.files["tools.jsonl"] == tools)
    #expect(try store.tools() == ["t-1": "电锤二代", "t-4": "电刨"])
    #expect(try store.verify().isEmpty)
    #expect(saved("").isEmpty)
  }

  @Test
  func `an editor's CR LF, empty lines and missing line end are put right as they are adopted`()
    throws
  {
    append("{\"id\":\"t-4\",\"name\":\"电刨\"}\r\n\r\n\n{\"id\":\"t-5\",\"name\":\"线锯\"}")
    let edited = try #require(storage.files["tools.jsonl"])
    let written = try adopt()
    #expect(written.warnings.map(\.name) == ["file-put-right"])
    #expect(try store.tools() == ["t-1": "电锤二代", "t-3": "角磨机", "t-4": "电刨", "t-5": "线锯"])
    #expect(try store.verify().isEmpty)
    #expect(saved("tools.jsonl") == [edited])
  }

  @Test func `lines that are no records are all told with their lines, and nothing is committed`()
    throws
  {
    append("{\"id\":\"t-4\"}\n{\"name\":\"x\"}\n<<<<<<< HEAD\n{\"id\":\"t-5\",}\n")
    let before = storage.files
    let refused = refusal { try adopt() }
    #expect(refused?.outcome == .refused)
    #expect(
      refused?.list.map(\.name) == ["record-missing-id", "merge-marker", "json-trailing-comma"]
    )
    #expect(refused?.list.map(\.place?.line) == [7, 8, 9])
    #expect(storage.files == before)
  }

  @Test func `a check that refuses keeps everything as it is`() throws {
    append("{\"id\":\"t-4\",\"name\":\"电刨\"}\n")
    let before = storage.files
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try store.adopt(by: "a", at: at(12), command: "adopt") { adoption in
        #expect(try adoption.before.table(Tool.self)["t-4"] == nil)
        #expect(try adoption.after.table(Tool.self)["t-4"]?[Tool.name] == "电刨")
        #expect(adoption.isNew(Place(file: "tools.jsonl", line: 6)))
        #expect(!adoption.isNew(Place(file: "tools.jsonl", line: 5)))
        throw Refused()
      }
    }
    #expect(storage.files == before)
  }

  @Test func `records that git brought back with older commits are adopted`() throws {
    // Only commits.jsonl was checked out at the second commit.
    let lines = try #require(committed[Commit.file]).split(separator: 0x0A)
    storage.files[Commit.file] = Array(lines[0] + [0x0A] + lines[1] + [0x0A])
    #expect(try store.tools() == ["t-1": "电锤二代", "t-2": "电钻"])
    #expect(try store.snapshot().warnings.map(\.name) == ["uncommitted-bytes"])
    #expect(try adopt().commit?.number == 3)
    #expect(try store.tools() == Self.standing)
    #expect(storage.files["tools.jsonl"] == committed["tools.jsonl"])
  }

  @Test func `a data file that git brought back shorter is refused and named`() throws {
    storage.files["tools.jsonl"] = Array(try #require(committed["tools.jsonl"]).prefix(40))
    let before = storage.files
    for body in [{ _ = try recover() }, { _ = try adopt() }, { _ = try store.snapshot() }] {
      #expect(refusal(body)?.outcome == .needsRecovery)
      #expect(refusal(body)?.list.map(\.name) == ["file-too-short"])
      #expect(refusal(body)?.list.first?.place?.file == "tools.jsonl")
    }
    #expect(try store.inspect().map(\.name) == ["file-too-short"])
    #expect(storage.files == before)
  }

  @Test func `a zero behind a last commit without its line end does not hinder adopt`() throws {
    // A power cut left all of the last line but its end.
    let size = try #require(storage.files[Commit.file]?.count)
    storage.files[Commit.file]?[size - 1] = 0
    append("{\"id\":\"t-9\",\"name\":\"锯\"}\n")
    let adopted = try store.adopt(by: "c", at: at(12), command: "adopt") { _ in }
    #expect(adopted.commit?.number == 5)
    #expect(try store.tools()["t-9"] == "锯")
    #expect(try store.verify().isEmpty)
  }
}
