import Bilingual
import Foundation
import Glibc
import Ledger
import Synchronization
import Testing

/// Nothing is written behind bytes that were altered, and what is proved is not read again as long as nobody wrote to it.
struct ProofTests {
  /// The files of a directory, with a note of what was read.
  private final class Watched: CachingStorage {
    private let files: PosixStorage
    private let names = Mutex<[String]>([])
    private let intruders = Mutex<[String: @Sendable () throws -> Void]>([:])

    init(_ directory: String) { files = PosixStorage(directory) }

    /// How often a file was read since the last question.
    func reads(_ name: String) -> Int {
      names.withLock { names in
        defer { names = [] }
        return names.count { $0 == name }
      }
    }

    /// Lets somebody else act once, right behind a call.
    func behind(_ call: String, _ body: @escaping @Sendable () throws -> Void) {
      intruders.withLock { $0[call] = body }
    }

    private func intrude(_ call: String) {
      let body = intruders.withLock { $0.removeValue(forKey: call) }
      do { try body?() } catch { Issue.record(error) }
    }

    var location: String { files.location }
    var cacheFolder: CacheFolder { files.cacheFolder }
    func names(in folder: String) throws(StorageError) -> [String] { try files.names(in: folder) }
    func size(of name: String) throws(StorageError) -> Int? { try files.size(of: name) }
    func read(_ name: String) throws(StorageError) -> Bytes? {
      names.withLock { $0.append(name) }
      return try files.read(name)
    }
    func append(_ bytes: [UInt8], to name: String, at size: Int) throws(StorageError) {
      try files.append(bytes, to: name, at: size)
      intrude("append \(name)")
    }
    func truncate(_ name: String, to size: Int) throws(StorageError) {
      try files.truncate(name, to: size)
    }
    func rename(_ name: String, to new: String) throws(StorageError) {
      try files.rename(name, to: new)
    }
    func synchronize(_ name: String) throws(StorageError) {
      try files.synchronize(name)
      intrude("synchronize \(name)")
    }
    func synchronizeFolder(_ folder: String) throws(StorageError) {
      try files.synchronizeFolder(folder)
    }
    func synchronizePath() throws(StorageError) { try files.synchronizePath() }
    func createFolder(_ folder: String) throws(StorageError) {
      try files.createFolder(folder)
      intrude("create \(folder)")
    }
    func lock(_ holder: LockHolder) throws(StorageError) -> any StorageLock {
      try files.lock(holder)
    }
    func isLocked() -> Bool { files.isLocked() }
  }

  /// Overwrites bytes of a file where they stand.
  private static func overwrite(_ path: String, at offset: Int, _ bytes: String) throws {
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: Data(bytes.utf8))
    try file.close()
  }

  @Test func `an edit of the same length in an old commit is refused by whoever writes`() throws {
    try withTemporaryDirectory { path in
      let storage = Watched(path)
      let store = LedgerStore(Factory.catalog, storage)
      let many = (0..<9_000).map { Change.put(Tool.draft(RecordID("t-\($0)"), "电动工具示例")) }
      _ = try store.create(by: "c", at: at(8), command: "init", many)
      try store.write(9, "add", [.put(Tool.draft("n-1", "锯"))])
      _ = storage.reads("")
      try store.write(10, "add", [.put(Tool.draft("n-2", "锯"))])
      let once = storage.reads("tools.jsonl")
      let file = path + "/tools.jsonl"
      let committed = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(committed.count > 256 << 10)

      try Self.overwrite(file, at: 7, "T")
      let refused = refusal { try store.write(11, "add", [.put(Tool.draft("n-3", "锯"))]) }
      #expect(refused?.outcome == .needsRecovery)
      #expect(refused?.list.map(\.name) == ["altered-bytes"])
      #expect(refused?.list.first?.message.en.contains("commit 1 ") == true)
      #expect(try store.log().count == 3)

      // Put back, it is proved once more, and then not again.
      try Self.overwrite(file, at: 7, "t")
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == committed)
      _ = storage.reads("")
      try store.write(12, "add", [.put(Tool.draft("n-3", "锯"))])
      #expect(storage.reads("tools.jsonl") == once + 1)
      try store.write(13, "add", [.put(Tool.draft("n-4", "锯"))])
      #expect(storage.reads("tools.jsonl") == once)
      #expect(try store.verify().isEmpty)
    }
  }

  @Test func `a disk that counts whole seconds hides changes for two of them`() {
    func stamp(_ seconds: UInt64, _ nanoseconds: UInt64 = 0) -> FileStamp {
      FileStamp(words: [1, 2, 3, seconds, nanoseconds, seconds, nanoseconds])
    }
    #expect(stamp(100).mayHide(at: 100))
    #expect(stamp(100).mayHide(at: 101))
    #expect(!stamp(100).mayHide(at: 102))
    #expect(!stamp(100, 7).mayHide(at: 100))
  }

  @Test func `an edit made while a command appends is found by the next one`() throws {
    try withTemporaryDirectory { path in
      let storage = Watched(path)
      let store = LedgerStore(Factory.catalog, storage)
      let many = (0..<9_000).map { Change.put(Tool.draft(RecordID("t-\($0)"), "电动工具示例")) }
      let more = (0..<9_000).map { Change.put(Tool.draft(RecordID("u-\($0)"), "电动工具示例")) }
      _ = try store.create(by: "c", at: at(8), command: "init", many)
      try store.write(9, "add", [.put(Tool.draft("n-1", "锯"))])
      for call in ["synchronize tools.jsonl", "append \(Commit.file)"] {
        storage.behind(call) { try Self.overwrite(path + "/tools.jsonl", at: 7, "T") }
        try store.write(10, "import", more)
        let refused = refusal { try store.write(11, "add", [.put(Tool.draft("n-3", "锯"))]) }
        #expect(refused?.list.map(\.name) == ["altered-bytes"], "\(call)")
        try Self.overwrite(path + "/tools.jsonl", at: 7, "t")
        try store.write(12, "add", [.put(Tool.draft("n-2", "锯"))])
      }
    }
  }

  @Test func `an edit made within the call that appends is found where bytes are appended, too`()
    throws
  {
    try withTemporaryDirectory { path in
      let file = path + "/" + Commit.file
      let isArmed = Mutex(false)
      var system = SystemCalls()
      let write = system.write
      system.write = { handle, bytes in
        let count = write(handle, bytes)
        let name = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/self/fd/\(handle)"
        )
        guard name?.hasSuffix("/" + Commit.file) == true,
          isArmed.withLock({ isArmed in
            defer { isArmed = false }
            return isArmed
          })
        else { return count }
        do {
          // The hour of the first commit, and a byte behind the last.
          let line = try String(contentsOfFile: file, encoding: .utf8)
          let hour = try #require(line.range(of: "T08:"))
          let offset = line[..<hour.lowerBound].utf8.count
          try Self.overwrite(file, at: offset, "T07:")
          try Self.overwrite(file, at: line.utf8.count, "x")
        } catch {
          Issue.record(error)
        }
        return count
      }
      let store = LedgerStore(Factory.catalog, PosixStorage(path, system))
      let many = (0..<9_000).map { Change.put(Tool.draft(RecordID("t-\($0)"), "电动工具示例")) }
      _ = try store.create(by: "c", at: at(8), command: "init", many)
      try store.write(9, "add", [.put(Tool.draft("n-1", "锯"))])
      isArmed.withLock { $0 = true }
      try store.write(10, "add", [.put(Tool.draft("n-2", "锯"))])
      let refused = refusal { try store.write(11, "add", [.put(Tool.draft("n-3", "锯"))]) }
      #expect(refused?.outcome == .needsRecovery)
    }
  }

  @Test func `what somebody appends while torn bytes are moved away is not cut off`() throws {
    try withTemporaryDirectory { path in
      let storage = Watched(path)
      let store = LedgerStore(Factory.catalog, storage)
      _ = try store.create(by: "c", at: at(8), command: "init", [.put(Tool.draft("t-1", "锯"))])
      let file = path + "/tools.jsonl"
      let committed = try Data(contentsOf: URL(fileURLWithPath: file))
      func add(_ text: String) throws {
        let handle = try #require(FileHandle(forWritingAtPath: file))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
      }
      try add("torn")
      storage.behind("create recovered") {
        let handle = try #require(FileHandle(forWritingAtPath: file))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("late".utf8))
        try handle.close()
      }
      let refused = refusal { try store.write(9, "add", [.put(Tool.draft("t-2", "锯"))]) }
      #expect(refused != nil)
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: file)) == committed + Data("tornlate".utf8)
      )
      try store.write(10, "add", [.put(Tool.draft("t-2", "锯"))])
      let saved = try storage.names(in: "recovered").map {
        try Data(contentsOf: URL(fileURLWithPath: path + "/recovered/" + $0))
      }
      #expect(saved.contains(Data("tornlate".utf8)))
    }
  }

  @Test func `an edit made while a plan is thought over is refused`() throws {
    try withTemporaryDirectory { path in
      let store = LedgerStore(Factory.catalog, Watched(path))
      let many = (0..<9_000).map { Change.put(Tool.draft(RecordID("t-\($0)"), "电动工具示例")) }
      _ = try store.create(by: "c", at: at(8), command: "init", many)
      let refused = refusal {
        _ = try store.write(by: "c", at: at(9), command: "add") { _ in
          try Self.overwrite(path + "/tools.jsonl", at: 7, "T")
          return [.put(Tool.draft("n-1", "锯"))]
        }
      }
      #expect(refused?.list.map(\.name) == ["altered-bytes"])
      #expect(try store.log().count == 1)
    }
  }

  @Test func `a long file and many commits are proved as few bytes are`() throws {
    try withTemporaryDirectory { path in
      let store = LedgerStore(Factory.catalog, PosixStorage(path))
      let long = String(repeating: "电动工具", count: 100)
      func tools(_ range: Range<Int>) -> [Change] {
        range.map { Change.put(Tool.draft(RecordID("t-\($0)"), "\(long)\($0)")) }
      }
      _ = try store.create(by: "c", at: at(8), command: "init", tools(0..<3_600))
      try store.write(9, "import", tools(3_600..<3_700))
      try store.write(10, "add", tools(3_700..<3_701))
      let file = path + "/tools.jsonl"
      let committed = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(committed.count > 4 << 20)
      #expect(try store.verify().isEmpty)
      let commits = try store.log()
      for commit in commits {
        let place = (commit.files["tools.jsonl"]?.bytes ?? 0) - 5
        try Self.overwrite(file, at: place, "x")
        #expect(try store.verify().map(\.name) == ["altered-bytes"])
        let refused = refusal { try store.write(11, "add", tools(9_000..<9_001)) }
        #expect(refused?.list.map(\.name) == ["altered-bytes"])
        #expect(refused?.list.first?.message.en.contains("commit \(commit.number) ") == true)
        try Self.overwrite(
          file,
          at: place,
          String(decoding: committed[place...place], as: UTF8.self)
        )
      }
      #expect(try store.verify().isEmpty)
      // A plan that fails meets the refusal first where the bytes under it were altered.
      try Self.overwrite(file, at: 7, "T")
      let told = refusal {
        _ = try store.write(by: "c", at: at(11), command: "add") { _ in throw Diagnostics([]) }
      }
      #expect(told?.list.map(\.name) == ["altered-bytes"])
    }
  }

  @Test func `a commit is brought to the disk again only where nobody knows that it is there`()
    throws
  {
    try withTemporaryDirectory { path in
      let synced = Mutex<[String]>([])
      let failing = Mutex(0)
      var system = SystemCalls()
      let whole = system.fsync
      system.fsync = { file in
        let name =
          (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(file)"))
        synced.withLock { $0.append(name.map { String($0.dropFirst(path.count + 1)) } ?? "?") }
        let left = failing.withLock { left in
          left -= 1
          return left
        }
        guard left != 0 else {
          errno = EIO
          return -1
        }
        return whole(file)
      }
      func calls() -> [String] {
        synced.withLock { names in
          defer { names = [] }
          return names
        }
      }
      let store = LedgerStore(Factory.catalog, PosixStorage(path, system))
      let many = (0..<9_000).map { Change.put(Tool.draft(RecordID("t-\($0)"), "电动工具示例")) }
      _ = try store.create(by: "c", at: at(8), command: "init", many)
      _ = calls()
      try store.write(9, "add", [.put(Tool.draft("n-1", "锯"))])
      #expect(calls() == ["commits.jsonl", "tools.jsonl", "commits.jsonl"])
      try store.write(10, "add", [.put(Tool.draft("n-2", "锯"))])
      #expect(calls() == ["tools.jsonl", "commits.jsonl"])
      try store.write(11, "add", [])
      #expect(calls() == [])

      // The commit stands, but whoever made it was not told that it is on the disk.
      failing.withLock { $0 = 2 }
      let refused = refusal { try store.write(12, "add", [.put(Tool.draft("n-3", "锯"))]) }
      #expect(refused?.outcome == .disk)
      #expect(calls() == ["tools.jsonl", "commits.jsonl"])
      #expect(try store.log().count == 4)
      // Who is ended right after the proof of all bytes has brought it there before.
      failing.withLock { $0 = 1 }
      #expect(refusal { try store.write(13, "add", []) }?.outcome == .disk)
      #expect(calls() == ["commits.jsonl"])
      try store.write(14, "add", [.put(Tool.draft("n-4", "锯"))])
      #expect(calls() == ["commits.jsonl", "tools.jsonl", "commits.jsonl"])
      #expect(try store.verify().isEmpty)
    }
  }

  @Test func `no byte that was committed is altered without a refusal to write behind it`() throws {
    let storage = MemoryStorage()
    _ = try LedgerStore.withHistory(storage)
    let files = storage.files
    for (name, bytes) in files where name.hasSuffix(".jsonl") {
      // A last commit without its line end is what a crash leaves: it is moved to recovered/.
      for index in bytes.indices where name != Commit.file || index < bytes.count - 1 {
        var altered = files
        altered[name]?[index] ^= 0x02
        let storage = MemoryStorage(altered)
        let store = LedgerStore(Factory.catalog, storage)
        let outcome = refusal { try store.write(12, "add", [.put(Tool.draft("t-9", "锯"))]) }?
          .outcome
        // A newer format is what an altered number may look like.
        #expect(outcome == .needsRecovery || name == Commit.file && outcome == .refused)
        #expect(storage.files == altered, "\(name) \(index)")
      }
    }
  }
}
