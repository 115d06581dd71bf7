import Ledger
import Testing

struct LedgerStoreTests {
  private let storage = MemoryStorage()

  @Test func `a new ledger holds what it was created with`() throws {
    let store = LedgerStore(Factory.catalog, storage)
    let commit = try store.create(
      by: "clerk-1",
      at: at(8),
      command: "init",
      [.put(Tool.draft("t-1", "电锤"))]
    )
    #expect(commit.commit?.number == 1)
    #expect(try store.tools() == ["t-1": "电锤"])
    #expect(try store.snapshot().snapshot.table(Workshop.self).records.isEmpty)
    #expect(try store.verify().isEmpty)
    #expect(storage.files["tools.jsonl"].map(text) == "{\"id\":\"t-1\",\"name\":\"电锤\"}\n")
  }

  @Test func `a ledger may be created with nothing in it`() throws {
    let store = LedgerStore(Factory.catalog, storage)
    _ = try store.create(by: "clerk-1", at: at(8), command: "init", [])
    #expect(storage.files.keys.sorted() == [".gitattributes", ".gitignore", Commit.file])
    #expect(try store.tools().isEmpty)
    #expect(try store.verify().isEmpty)
    try store.write(9, "add", [.put(Tool.draft("t-1", "电锤"))])
    #expect(try store.tools() == ["t-1": "电锤"])
  }

  @Test func `a ledger is not created over another`() throws {
    let store = try LedgerStore.withHistory(storage)
    let before = storage.files
    let refused = refusal { _ = try store.create(by: "x", at: at(12), command: "init", []) }
    #expect(refused?.list.map(\.name) == ["ledger-exists"])
    #expect(storage.files == before)
  }

  @Test func `a ledger is not created over data files without commits`() throws {
    storage.files["tools.jsonl"] = Array("{\"id\":\"a\"}\n".utf8)
    let before = storage.files
    let store = LedgerStore(Factory.catalog, storage)
    let refused = refusal { _ = try store.create(by: "x", at: at(12), command: "init", []) }
    #expect(refused?.list.map(\.name) == ["file-exists"])
    #expect(refused?.list.first?.place?.file == "tools.jsonl")
    #expect(storage.files == before)
  }

  @Test func `where there is no ledger, nothing is read and nothing is made`() throws {
    let store = LedgerStore(Factory.catalog, storage)
    for body in [
      { _ = try store.snapshot() }, { _ = try store.log() }, { _ = try store.verify() },
      { _ = try store.versions(of: "t-1") }, { _ = try store.write(9, "add", []) },
    ] {
      #expect(refusal(body)?.list.map(\.name) == ["no-ledger"])
    }
    #expect(storage.changingCalls.isEmpty)
  }

  @Test func `the records are those of the moment that is asked for`() throws {
    let store = try LedgerStore.withHistory(storage)
    let states: [[String: String]] = [
      ["t-1": "电锤", "t-2": "电钻"], ["t-1": "电锤二代", "t-2": "电钻"], ["t-1": "电锤二代"],
      ["t-1": "电锤二代", "t-3": "角磨机"],
    ]
    for (index, state) in states.enumerated() {
      #expect(try store.tools(.commit(index + 1)) == state)
      #expect(try store.tools(.time(at(8 + index))) == state)
      let later = Timestamp(seconds: try at(8 + index).seconds + 3_599, offset: 0)
      #expect(try store.tools(.time(later)) == state)
      #expect(try store.snapshot(.commit(index + 1)).snapshot.commit == index + 1)
    }
    #expect(try store.tools() == states[3])
    #expect(try store.snapshot(.commit(1)).snapshot.table(Workshop.self).records.isEmpty)
    #expect(try store.snapshot(.commit(2)).snapshot.table(Workshop.self).records.count == 1)
  }

  @Test func `a moment at which there was no ledger is refused`() throws {
    let store = try LedgerStore.withHistory(storage)
    let early = Timestamp(seconds: try at(8).seconds - 1, offset: 480)
    #expect(
      refusal { _ = try store.snapshot(.time(early)) }?.list.map(\.name) == ["before-first-commit"]
    )
    for number in [0, 5, -1] {
      let refused = refusal { _ = try store.snapshot(.commit(number)) }
      #expect(refused?.list.map(\.name) == ["no-such-commit"])
    }
  }

  @Test func `a snapshot that was taken does not see what is written later`() throws {
    let store = try LedgerStore.withHistory(storage)
    let view = try store.snapshot()
    try store.write(12, "add", [.put(Tool.draft("t-4", "x"))])
    #expect(try view.snapshot.table(Tool.self).records.map(\.id) == ["t-1", "t-3"])
    #expect(try store.snapshot().snapshot.table(Tool.self)["t-4"] != nil)
  }

  @Test func `reading makes no call that could change a file`() throws {
    let store = try LedgerStore.withHistory(storage)
    storage.forgetCalls()
    _ = try store.tools()
    _ = try store.tools(.commit(2))
    _ = try store.log()
    _ = try store.versions(of: "t-1")
    _ = try store.verify()
    #expect(!storage.calls.isEmpty)
    #expect(storage.changingCalls.isEmpty)
  }

  @Test func `the plan sees the latest records under the lock`() throws {
    let store = try LedgerStore.withHistory(storage)
    let outcome = try store.write(by: "clerk-2", at: at(12), command: "set") { snapshot in
      #expect(snapshot.commit == 4)
      let busy = refusal { try store.write(12, "add", [.put(Tool.draft("t-9", "x"))]) }
      #expect(busy?.outcome == .busy)
      #expect(busy?.list.map(\.name) == ["ledger-busy"])
      let record = try #require(snapshot.table(Tool.self)["t-3"])
      var draft = Draft(copying: record)
      draft[Tool.watts] = 710
      return [.put(draft)]
    }
    #expect(outcome.commit?.number == 5)
    #expect(outcome.warnings.isEmpty)
    #expect(try store.snapshot().snapshot.table(Tool.self)["t-3"]?[Tool.watts] == 710)
    // The lock went with the command.
    #expect(try store.write(13, "add", [.put(Tool.draft("t-9", "x"))]).commit?.number == 6)
  }

  @Test func `a plan that says nothing or throws writes nothing`() throws {
    let store = try LedgerStore.withHistory(storage)
    let before = storage.files
    #expect(try store.write(12, "add", []).commit == nil)
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      _ = try store.write(by: "x", at: at(12), command: "add") { _ in throw Refused() }
    }
    #expect(storage.files == before)
    #expect(try store.write(13, "add", [.put(Tool.draft("t-9", "x"))]).commit?.number == 5)
  }
}
