import Ledger
import Testing

/// The order of file calls, on which everything rests.
struct WriteOrderTests {
  private let storage = MemoryStorage()

  private func workshop(_ id: RecordID) -> Change {
    var draft = Draft(Workshop.schema)
    draft.id = id
    draft[Workshop.name] = "示例"
    return .put(draft)
  }

  @Test func `a new ledger is on the disk before it is said to be there`() throws {
    let store = LedgerStore(Factory.catalog, storage)
    let tool = Change.put(Tool.draft("t", "x"))
    _ = try store.create(by: "clerk", at: at(8), command: "init", [tool, workshop("w")])
    #expect(
      storage.changingCalls == [
        "create-folder /", "lock clerk: init",
        "synchronize ../",
        "append .gitattributes.new", "synchronize .gitattributes.new",
        "rename .gitattributes.new",
        "append .gitignore.new", "synchronize .gitignore.new", "rename .gitignore.new",
        "append commits.jsonl", "synchronize /",
        "append tools.jsonl", "synchronize tools.jsonl",
        "append workshops.jsonl", "synchronize workshops.jsonl",
        "synchronize /",
        "append commits.jsonl", "synchronize commits.jsonl",
      ]
    )
  }

  @Test func `data is on the disk before the commit that promises it`() throws {
    let store = try LedgerStore.withHistory(storage)
    storage.forgetCalls()
    try store.write(12, "add", [workshop("w-2"), .put(Tool.draft("t-9", "x")), workshop("w-3")])
    #expect(
      storage.changingCalls == [
        "lock clerk-2: add",
        "synchronize commits.jsonl",
        "append tools.jsonl", "synchronize tools.jsonl",
        "append workshops.jsonl", "synchronize workshops.jsonl",
        "append commits.jsonl", "synchronize commits.jsonl",
      ]
    )
    // Nothing is decided before the lock is held: the commits are read again under it.
    let lock = try #require(storage.calls.firstIndex(of: "lock clerk-2: add"))
    #expect(storage.calls[lock...].contains("read commits.jsonl"))
  }

  @Test func `the folder is on the disk before the commit when a file is new`() throws {
    let store = LedgerStore(Factory.catalog, storage)
    _ = try store.create(by: "c", at: at(8), command: "init", [.put(Tool.draft("t", "x"))])
    storage.forgetCalls()
    try store.write(9, "add", [workshop("w")])
    #expect(
      storage.changingCalls == [
        "lock clerk-2: add", "synchronize commits.jsonl", "append workshops.jsonl",
        "synchronize workshops.jsonl",
        "synchronize /", "append commits.jsonl", "synchronize commits.jsonl",
      ]
    )
  }

  @Test func `foreign bytes are saved on the disk before they are cut`() throws {
    let store = try LedgerStore.withHistory(storage)
    storage.files["tools.jsonl"]?.append(contentsOf: "{torn".utf8)
    storage.forgetCalls()
    let outcome = try store.write(12, "add", [.put(Tool.draft("t-9", "x"))])
    let size = try store.log()[3].files["tools.jsonl"]?.bytes ?? 0
    let saved = "recovered/\(try at(12).seconds)-\(size)-tools.jsonl"
    #expect(
      storage.changingCalls == [
        "lock clerk-2: add",
        "synchronize commits.jsonl",
        "create-folder recovered/", "synchronize /",
        "append \(saved)", "synchronize \(saved)", "synchronize recovered/",
        "truncate tools.jsonl",
        "append tools.jsonl", "synchronize tools.jsonl",
        "append commits.jsonl", "synchronize commits.jsonl",
      ]
    )
    #expect(storage.files[saved].map(text) == "{torn")
    #expect(outcome.warnings.map(\.name) == ["bytes-recovered"])
  }
}
