import Ledger
import Testing

/// What a crash or a hand left in the files.
struct RecoveryTests {
  private let storage = MemoryStorage()
  private let store: LedgerStore
  private let committed: [String: [UInt8]]

  init() throws {
    store = try LedgerStore.withHistory(storage)
    committed = storage.files
  }

  @Test func `a torn commit is ignored wherever it was cut`() throws {
    let line = try #require(committed[Commit.file]).split(separator: 0x0A)[3]
    for count in [1, 2, line.count / 2, line.count - 1, line.count] {
      storage.files = committed
      storage.files[Commit.file]?.append(contentsOf: line.prefix(count))
      let view = try store.snapshot()
      #expect(view.commit.number == 4)
      #expect(view.warnings.map(\.name) == ["uncommitted-bytes"])
      #expect(view.warnings.first?.place?.file == Commit.file)
      #expect(view.warnings.first?.place?.offset == committed[Commit.file]?.count)
      #expect(try store.log().count == 4)
      #expect(try store.verify().map(\.name) == ["uncommitted-bytes"])
    }
  }

  @Test func `a torn commit is moved by the next writer byte for byte`() throws {
    let torn = Array("{\"commit\":5,\"format\":1,\"by\":\"吕".utf8.dropLast())
    storage.files[Commit.file]?.append(contentsOf: torn)
    let outcome = try store.write(12, "add", [.put(Tool.draft("t-4", "x"))])
    #expect(outcome.commit?.number == 5)
    #expect(outcome.warnings.map(\.name) == ["bytes-recovered"])
    let saved = storage.files.filter { $0.key.hasPrefix("recovered/") }
    #expect(saved.map(\.value) == [torn])
    #expect(saved.keys.first?.hasSuffix("-commits.jsonl") == true)
    #expect(storage.files[Commit.file]?.starts(with: committed[Commit.file] ?? []) == true)
    #expect(try store.log().count == 5)
    #expect(try store.verify().isEmpty)
  }

  @Test func `bytes behind the commit are warned about, not read, and moved`() throws {
    let whole = Array("{\"id\":\"t-1\",\"name\":\"forged\"}\n".utf8)
    let torn: [UInt8] = [0xE4, 0xB8, 0x00, 0xFF]
    storage.files["tools.jsonl"]?.append(contentsOf: whole)
    storage.files["workshops.jsonl"]?.append(contentsOf: torn)
    let view = try store.snapshot()
    #expect(view.warnings.map(\.name) == ["uncommitted-bytes", "uncommitted-bytes"])
    #expect(view.warnings.map(\.place?.file) == ["workshops.jsonl", "tools.jsonl"])
    #expect(view.warnings.allSatisfy { $0.severity == .warning })
    #expect(try store.tools()["t-1"] == "电锤二代")
    #expect(try store.snapshot(.commit(2)).warnings.isEmpty)

    let outcome = try store.write(12, "add", [.put(Tool.draft("t-4", "x"))])
    #expect(outcome.warnings.map(\.place?.file) == ["workshops.jsonl", "tools.jsonl"])
    let saved = storage.files.filter { $0.key.hasPrefix("recovered/") }
    #expect(Set(saved.values) == [whole, torn])
    #expect(storage.files["workshops.jsonl"] == committed["workshops.jsonl"])
    #expect(storage.files["tools.jsonl"]?.starts(with: committed["tools.jsonl"] ?? []) == true)
    #expect(try store.tools()["t-1"] == "电锤二代")
    #expect(try store.snapshot().warnings.isEmpty)
  }

  @Test func `a data file of a kind without records is foreign as a whole`() throws {
    let storage = MemoryStorage()
    let store = LedgerStore(Factory.catalog, storage)
    _ = try store.create(by: "c", at: at(8), command: "init", [])
    storage.files["tools.jsonl"] = Array("{\"id\":\"x\"}\n".utf8)
    #expect(try store.snapshot().warnings.map(\.place?.offset) == [0])
    #expect(try store.tools().isEmpty)
  }

  @Test func `an insertion before the commit is refused, and every byte stays where it is`() throws
  {
    let storage = MemoryStorage()
    let store = try LedgerStore.withHistory(storage)
    storage.files["tools.jsonl"]?.insert(UInt8(ascii: " "), at: 3)
    let before = storage.files
    let error = #expect(throws: Diagnostics.self) {
      try store.write(by: "a", at: at(20), command: "c") { snapshot in
        [.remove(Tool.schema, "t1", reason: "示例")]
      }
    }
    #expect(error?.list.map(\.name) == ["altered-bytes"])
    #expect(error?.list.first?.place?.line == 1)
    #expect(error?.outcome == .needsRecovery)
    #expect(storage.files == before)
  }

  @Test func `foreign bytes stay where they are when nothing is written`() throws {
    storage.files["tools.jsonl"]?.append(0x7B)
    let before = storage.files
    _ = try store.write(12, "add", [])
    #expect(storage.files == before)
  }

  @Test(arguments: ["tools.jsonl", "workshops.jsonl"])
  func `a file shorter than was committed is refused and nothing is changed`(name: String) throws {
    let whole = try #require(committed[name])
    for count in [0, 1, whole.count - 1] {
      storage.files[name] = Array(whole.prefix(count))
      let before = storage.files
      for body in [
        { _ = try store.snapshot() },
        { _ = try store.write(12, "add", [.put(Tool.draft("t-4", "x"))]) },
      ] {
        let refused = refusal(body)
        #expect(refused?.outcome == .needsRecovery)
        #expect(refused?.list.map(\.name) == ["file-too-short"])
        #expect(refused?.list.first?.place?.file == name)
      }
      #expect(storage.files == before)
      // The last line end alone is what editors leave out.
      let name = count == whole.count - 1 ? "line-ends" : "file-too-short"
      #expect(try store.verify().contains { $0.name == name })
    }
    storage.files[name] = nil
    #expect(refusal { _ = try store.snapshot() }?.outcome == .needsRecovery)
    // What stood before the missing bytes can still be read.
    storage.files[name] = whole.dropLast()
    #expect(try store.tools(.commit(1)) == ["t-1": "电锤", "t-2": "电钻"])
  }

  @Test func `nothing is built on bytes of the last commit that were altered`() throws {
    let count = try #require(storage.files["tools.jsonl"]).count
    storage.files["tools.jsonl"]?[count - 3] ^= 0x01
    let before = storage.files
    let refused = refusal { _ = try store.write(12, "add", [.put(Tool.draft("t-4", "x"))]) }
    #expect(refused?.outcome == .needsRecovery)
    #expect(refused?.list.map(\.name) == ["altered-bytes"])
    #expect(storage.files == before)
  }
}
