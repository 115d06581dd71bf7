import Bilingual
import Ledger
import Testing

struct HistoryTests {
  private let storage = MemoryStorage()
  private let store: LedgerStore

  init() throws {
    store = try LedgerStore.withHistory(storage)
  }

  /// Undoes a commit in a commit of its own.
  private func undo(_ number: Int?, at hour: Int) throws {
    _ = try store.write(by: "clerk-3", at: at(hour), command: "undo") { snapshot in
      try store.undo(number ?? store.log().count, in: snapshot)
    }
  }

  @Test func `every version of a record is told with its commit`() throws {
    let versions = try store.versions(of: "t-1")
    #expect(versions.map(\.commit.number) == [1, 2])
    let names = versions.map { version -> String? in
      guard case .record(let record) = version.entry else { return nil }
      return record[Tool.name]
    }
    #expect(names == ["电锤", "电锤二代"])
    let ended = try store.versions(of: "t-2")
    #expect(ended.map(\.commit.number) == [1, 3])
    #expect(ended.map(\.commit.command) == ["init", "remove"])
    guard case .removal(_, let reason, _)? = ended.last?.entry else {
      Issue.record("no removal")
      return
    }
    #expect(reason == "停产")
    #expect(try store.versions(of: "w-1").map(\.commit.number) == [2])
    #expect(try store.versions(of: "nobody").isEmpty)
  }

  @Test func `records of two kinds that share an id have each their own history`() throws {
    try store.write(12, "add", [.put(Tool.draft("w-1", "与作坊同号"))])
    let both = try store.history(of: "w-1", among: [Tool.schema, Workshop.schema])
    #expect(both.map(\.kind.kind) == ["tool", "workshop"])
    #expect(both.map { $0.versions.map(\.commit.number) } == [[5], [2]])
    let one = try store.history(of: "w-1", among: [Workshop.schema])
    #expect(one.map { $0.versions.map(\.commit.number) } == [[2]])
  }

  @Test func `a version not yet committed is no history`() throws {
    storage.files["tools.jsonl"]?.append(contentsOf: "{\"id\":\"t-1\"}\n".utf8)
    #expect(try store.versions(of: "t-1").count == 2)
  }

  @Test func `undoing an addition removes the record with a reason`() throws {
    try undo(nil, at: 12)
    #expect(try store.tools() == ["t-1": "电锤二代"])
    let table = try store.snapshot().snapshot.table(Tool.self)
    #expect(table.removals["t-3"] == "undo of commit 4")
  }

  @Test func `undoing a change brings the old values back`() throws {
    try undo(2, at: 12)
    #expect(try store.tools()["t-1"] == "电锤")
    // The workshop that the same commit added is gone with it.
    #expect(try store.snapshot().snapshot.table(Workshop.self).records.isEmpty)
    #expect(try store.verify().isEmpty)
  }

  @Test func `undoing a removal brings the record back`() throws {
    try undo(3, at: 12)
    #expect(try store.tools() == ["t-1": "电锤二代", "t-2": "电钻", "t-3": "角磨机"])
    #expect(try store.snapshot().snapshot.table(Tool.self)["t-2"]?[Tool.watts] == 500)
  }

  @Test func `undoing an undo brings back what it took`() throws {
    let before = try store.tools()
    for number in 2...4 {
      let hour = 12 + number
      try undo(number, at: hour)
      #expect(try store.tools() != before)
      try undo(nil, at: hour)
      #expect(try store.tools() == before)
    }
    #expect(try store.snapshot().snapshot.table(Workshop.self).records.map(\.id) == ["w-1"])
    #expect(try store.log().count == 10)
    #expect(try store.verify().isEmpty)
  }

  @Test func `undoing the undo of a removal ends the record with its own reason`() throws {
    try undo(3, at: 12)
    try undo(5, at: 13)
    #expect(try store.snapshot().snapshot.table(Tool.self).removals["t-2"] == "停产")
  }

  @Test func `an undone record keeps members that this program does not know`() throws {
    let storage = MemoryStorage()
    let store = LedgerStore(Factory.catalog, storage)
    let line = #"{"id":"t","name":"x","新":[1 , 2],"n":1.50}"#
    let record = try Tool.record(line)
    _ = try store.create(by: "c", at: at(8), command: "init", [.put(Draft(copying: record))])
    try store.write(9, "remove", [.remove(Tool.schema, "t", reason: "误")])
    _ = try store.write(by: "c", at: at(10), command: "undo") { try store.undo(2, in: $0) }
    let restored = try store.snapshot().snapshot.table(Tool.self)["t"]
    #expect(restored.map { text($0.line) } == line)
  }

  @Test func `a commit whose records were changed since is not undone`() throws {
    try store.write(12, "set", [.put(Tool.draft("t-1", "电锤三代"))])
    let before = storage.files
    let refused = refusal { try undo(2, at: 13) }
    #expect(refused?.list.map(\.name) == ["changed-since"])
    #expect(refused?.list.first?.message.en.contains("t-1 was changed again by commit 5") == true)
    #expect(storage.files == before)
    // Backwards, one after the other, it can be.
    try undo(5, at: 13)
    #expect(try store.tools()["t-1"] == "电锤二代")
  }

  @Test func `commits on one record are undone one after the other, backwards`() throws {
    for watts in 1...3 {
      try store.write(12 + watts, "set", [.put(Tool.draft("t-3", "角磨机", watts: watts))])
    }
    try undo(7, at: 16)
    // What commit 8 put back is what commit 6 had left; of commit 5 it is commit 6 that changed it.
    let refused = refusal { try undo(5, at: 17) }
    #expect(refused?.list.first?.message.en.contains("t-3 was changed again by commit 6") == true)
    try undo(6, at: 17)
    try undo(5, at: 18)
    let tool = try #require(try store.snapshot().snapshot.table(Tool.self)["t-3"])
    #expect(tool[Tool.watts] == nil)
    try undo(4, at: 19)
    #expect(try store.snapshot().snapshot.table(Tool.self)["t-3"] == nil)
  }

  @Test(arguments: [0, 1, 5, -1])
  func `the first commit and those that do not exist cannot be undone`(number: Int) {
    let refused = refusal { try undo(number, at: 12) }?.list
    #expect(refused?.map(\.name) == ["cannot-undo"])
    #expect(refused?.first?.help?.en == "those that can be are 2 to 4")
  }

  @Test func `all conflicts are told, not only the first`() throws {
    try store.write(
      12,
      "add",
      [.put(Tool.draft("t-7", "1")), .put(Tool.draft("t-8", "1")), .put(Tool.draft("t-9", "1"))]
    )
    try store.write(13, "set", [.put(Tool.draft("t-7", "2"))])
    try store.write(14, "remove", [.remove(Tool.schema, "t-9", reason: "x")])
    let refused = refusal { try undo(5, at: 15) }
    #expect(refused?.list.map(\.name) == ["changed-since", "changed-since"])
  }
}
