import Bilingual
import Ledger
import Testing

/// One file call fails, each in turn; a failing append has written a half.
struct FailureTests {
  private static let old = ["t-1": "电锤二代", "t-3": "角磨机"]
  private static let new = ["t-1": "电锤三代", "t-3": "角磨机", "t-4": "电刨"]

  private func write(_ store: LedgerStore, _ hour: Int) throws -> Written {
    var draft = Draft(Workshop.schema)
    draft.id = "w-2"
    draft[Workshop.name] = "示例"
    return try store.write(
      hour,
      "set",
      [.put(Tool.draft("t-1", "电锤三代")), .put(Tool.draft("t-4", "电刨")), .put(draft)]
    )
  }

  /// What a call is refused with; `nil` where it goes through.
  private func faults(_ call: () throws -> Void) throws -> Diagnostics? {
    do {
      try call()
      return nil
    } catch let error as Diagnostics {
      return error
    }
  }

  @Test(arguments: [false, true])
  func `a write that fails anywhere leaves the old records or the new ones`(isTorn: Bool) throws {
    let torn = Array("{\"id\":\"torn".utf8)
    var failures = 0
    for number in 1... {
      let storage = MemoryStorage()
      let store = try LedgerStore.withHistory(storage)
      if isTorn {
        for name in ["tools.jsonl", Commit.file] { storage.files[name]?.append(contentsOf: torn) }
      }
      storage.fail(at: number)
      let refused = try faults { _ = try write(store, 12) }
      guard storage.hasFailed else { break }
      failures += 1
      #expect(refused?.outcome == .disk)
      #expect(refused?.list.first?.name.hasPrefix("disk-") == true)

      let isNew = try store.log().count == 5
      #expect(try store.tools() == (isNew ? Self.new : Self.old))
      // Nobody is told that nothing was committed while everybody can read it.
      let help = refused?.list.first?.help?.en ?? ""
      #expect(help.contains("nothing was committed") == !isNew)
      #expect(help.contains("commit 5 may be lost") == isNew)
      #expect(try store.verify().allSatisfy { $0.severity == .warning })

      // The next writer goes on, and what was torn is kept byte for byte.
      _ = try write(store, 13)
      #expect(try store.tools() == Self.new)
      #expect(try store.verify().isEmpty)
      #expect(try store.snapshot().warnings.isEmpty)
      let saved = storage.files.filter { $0.key.hasPrefix("recovered/") }
      if isTorn {
        for name in ["tools.jsonl", Commit.file] {
          #expect(saved.contains { $0.key.hasSuffix(name) && $0.value.starts(with: torn) })
        }
      }
    }
    #expect(failures == (isTorn ? 17 : 8))
  }

  @Test func `a creation that fails anywhere leaves no ledger or the whole one`() throws {
    var failures = 0
    for number in 1... {
      let storage = MemoryStorage()
      let store = LedgerStore(Factory.catalog, storage)
      storage.fail(at: number)
      let changes = [Change.put(Tool.draft("t-1", "电锤"))]
      let refused = try faults {
        _ = try store.create(by: "clerk-1", at: at(8), command: "init", changes)
      }
      guard storage.hasFailed else { break }
      failures += 1
      #expect(refused?.outcome == .disk)
      let isWhole = storage.files[Commit.file]?.last == 0x0A
      if isWhole {
        #expect(try store.tools() == ["t-1": "电锤"])
        #expect(refused?.list.first?.help?.en.contains("commit 1 may be lost") == true)
      } else {
        #expect(refusal { _ = try store.snapshot() }?.list.map(\.name) == ["no-ledger"])
        // What was begun is finished in the same directory, and what was half written is kept.
        let half = storage.files["tools.jsonl"] ?? []
        _ = try store.create(by: "clerk-1", at: at(9), command: "init", changes)
        #expect(try store.tools() == ["t-1": "电锤"])
        #expect(try store.verify().isEmpty)
        let saved = storage.files.filter { $0.key.hasPrefix("recovered/") }.map(\.value)
        #expect(half.isEmpty || saved.contains(half))
      }
    }
    #expect(failures == 16)
  }

  @Test func `a full disk leaves nothing behind the last commit, wherever it was full`() throws {
    for number in 1...8 {
      let storage = MemoryStorage()
      let store = try LedgerStore.withHistory(storage)
      let before = storage.files
      storage.fail(at: number, 28)
      _ = refusal { _ = try write(store, 12) }
      try #require(storage.hasFailed)
      // A commit that may stand is left as it is.
      guard try store.log().count == 4 else { continue }
      #expect(storage.files == before, "\(number)")
      #expect(try store.snapshot().warnings.isEmpty)
    }
  }

  @Test func `what others wrote meanwhile is not cut when the disk is full`() throws {
    let storage = MemoryStorage()
    let store = try LedgerStore.withHistory(storage)
    let before = storage.files["tools.jsonl"] ?? []
    // The third call that changes something is the first append.
    storage.fail(at: 3, 28, adding: "{by hand")
    _ = refusal { _ = try write(store, 12) }
    #expect(
      storage.files["tools.jsonl"].map { text(Array($0[before.count...])) }?.hasSuffix("{by hand")
        == true
    )
  }

  @Test func `a call that fails is not tried again`() throws {
    let storage = MemoryStorage()
    let store = try LedgerStore.withHistory(storage)
    storage.forgetCalls()
    storage.fail(at: 4)
    _ = refusal { _ = try write(store, 12) }
    #expect(
      storage.changingCalls == [
        "lock clerk-2: set", "synchronize commits.jsonl", "append tools.jsonl",
        "synchronize tools.jsonl",
      ]
    )
  }
}
