import Ledger
import Testing

/// The log is in the order of time, whatever the clocks.
struct ClockTests {
  private let storage = MemoryStorage()
  private let store: LedgerStore

  init() throws {
    store = try LedgerStore.withHistory(storage)
  }

  @Test func `what is written with a clock that is behind bears the moment of the commit before`()
    throws
  {
    let written = try store.write(6, "set", [.put(Tool.draft("t-1", "电锤三代"))])
    #expect(written.warnings.map(\.name) == ["clock-behind"])
    #expect(try written.commit?.at == at(11))
    // The past is as it was.
    #expect(try store.tools(.time(at(9)))["t-1"] == "电锤二代")
    #expect(try store.tools(.time(at(11)))["t-1"] == "电锤三代")
    #expect(try store.verify().isEmpty)
  }

  @Test func `clocks of two machines may differ by a minute without a word`() throws {
    let last = try at(11)
    func write(_ seconds: Int64) throws -> [String] {
      let now = Timestamp(seconds: last.seconds - seconds, offset: last.offset)
      let change = Change.put(Tool.draft("t-1", "\(seconds)"))
      return try store.write(by: "c", at: now, command: "set") { _ in [change] }.warnings.map(
        \.name
      )
    }
    #expect(try write(60).isEmpty)
    #expect(try write(61) == ["clock-behind"])
  }

  @Test func `behind a commit of an earlier moment, the past before it is still found`() throws {
    // Another program may have written such a log.
    let chain = try store.log()
    let early = try Self.rewritten(storage, chain, at: at(7))
    #expect(try early.log().map(\.at)[2] == at(7))
    #expect(try early.tools(.time(at(8))) == ["t-1": "电锤", "t-2": "电钻"])
    let findings = try early.verify()
    #expect(findings.map(\.name) == ["clock-ran-back"])
    #expect(findings.first?.place?.line == 3)
    #expect(findings.first?.severity == .warning)
    // It is no reason to write nothing.
    #expect(try early.write(12, "set", [.put(Tool.draft("t-1", "电锤四代"))]).commit?.number == 5)
  }

  /// The ledger with another moment on its third commit, and the chain of hashes made anew.
  private static func rewritten(
    _ storage: MemoryStorage,
    _ log: [Commit],
    at moment: Timestamp
  ) throws -> LedgerStore {
    var bytes: [UInt8] = []
    var parent: String?
    for commit in log {
      let copy = Commit(
        number: commit.number,
        at: commit.number == 3 ? moment : commit.at,
        by: commit.by,
        command: commit.command,
        files: commit.files,
        parent: parent,
        offset: bytes.count
      )
      // The hash in its end, by which the next one names it.
      parent = String(decoding: copy.line.suffix(66).dropLast(2), as: UTF8.self)
      bytes += copy.line + [0x0A]
    }
    storage.files[Commit.file] = bytes
    return LedgerStore(Factory.catalog, storage)
  }
}
