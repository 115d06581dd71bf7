import Bilingual
import Foundation
import JSONLines
import Ledger
import Testing

struct PosixStorageTests {
  private func contents(_ bytes: Bytes) -> [UInt8] {
    bytes.withSpan { $0.copied }
  }

  @Test func `a ledger lives in a directory that is made for it`() throws {
    try withTemporaryDirectory { path in
      let folder = path + "/年/ledger"
      let store = try LedgerStore.withHistory(PosixStorage(folder))
      #expect(try store.tools() == ["t-1": "电锤二代", "t-3": "角磨机"])
      #expect(try store.tools(.time(at(9))) == ["t-1": "电锤二代", "t-2": "电钻"])
      #expect(try store.verify().isEmpty)
      let reopened = LedgerStore(Factory.catalog, PosixStorage(folder + "/"))
      #expect(try reopened.log().count == 4)
      #expect(try reopened.versions(of: "t-2").map(\.commit.number) == [1, 3])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(
        names == [
          ".gitattributes", ".gitignore", ".lock", "commits.jsonl", "tools.jsonl",
          "workshops.jsonl",
        ]
      )
    }
  }

  @Test func `a directory has the same files as memory`() throws {
    try withTemporaryDirectory { path in
      let memory = MemoryStorage()
      _ = try LedgerStore.withHistory(memory)
      _ = try LedgerStore.withHistory(PosixStorage(path))
      for (name, bytes) in memory.files {
        #expect(
          FileManager.default.contents(atPath: path + "/" + name).map { [UInt8]($0) } == bytes
        )
      }
    }
  }

  @Test func `other people may not read what a ledger holds`() throws {
    try withTemporaryDirectory { path in
      _ = try LedgerStore.withHistory(PosixStorage(path))
      for name in ["tools.jsonl", "commits.jsonl", ".lock"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        let mode = try #require(attributes[.posixPermissions] as? Int)
        #expect(mode & 0o007 == 0)
      }
    }
  }

  @Test func `links in a ledger that was handed on lead no write elsewhere`() throws {
    try withTemporaryDirectory { path in
      let ledger = path + "/ledger"
      let storage = PosixStorage(ledger)
      let store = try LedgerStore.withHistory(storage)
      let victim = path + "/victim"
      try Data("mine".utf8).write(to: URL(fileURLWithPath: victim))
      let folder = path + "/folder"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)

      try FileManager.default.removeItem(atPath: ledger + "/.lock")
      try FileManager.default.createSymbolicLink(
        atPath: ledger + "/.lock",
        withDestinationPath: victim
      )
      #expect(throws: (any Error).self) {
        try store.write(12, "add", [.put(Tool.draft("t-4", "x"))])
      }
      try FileManager.default.removeItem(atPath: ledger + "/.lock")

      try storage.append([0xE4, 0xB8], behind: "tools.jsonl")
      try FileManager.default.createSymbolicLink(
        atPath: ledger + "/recovered",
        withDestinationPath: folder
      )
      #expect(throws: (any Error).self) {
        try store.write(12, "add", [.put(Tool.draft("t-4", "x"))])
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      #expect(try Data(contentsOf: URL(fileURLWithPath: victim)) == Data("mine".utf8))
    }
  }

  @Test func `where the group may write to the folder it may write to new files`() throws {
    try withTemporaryDirectory { path in
      let folder = URL(fileURLWithPath: path)
      let shared = folder.appendingPathComponent("shared").path
      try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: false)
      for (mode, expected) in [(0o750, 0o640), (0o770, 0o660)] {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: shared)
        let storage = PosixStorage(shared)
        try storage.append([1], to: "\(mode)", at: 0)
        try storage.createFolder("\(mode)-folder")
        func permissions(_ name: String) throws -> Int? {
          try FileManager.default.attributesOfItem(atPath: shared + "/" + name)[.posixPermissions]
            as? Int
        }
        #expect(try permissions("\(mode)") == expected)
        #expect(try permissions("\(mode)-folder") == mode)
      }
    }
  }

  @Test func `torn bytes are moved to a file of their own`() throws {
    try withTemporaryDirectory { path in
      let storage = PosixStorage(path)
      let store = try LedgerStore.withHistory(storage)
      try storage.append(Array("{\"commit\":5".utf8), behind: Commit.file)
      try storage.append([0xE4, 0xB8], behind: "tools.jsonl")
      #expect(try store.snapshot().warnings.count == 2)
      let outcome = try store.write(12, "add", [.put(Tool.draft("t-4", "x"))])
      #expect(outcome.warnings.count == 2)
      let saved = try storage.names(in: "recovered").sorted()
      let bytes = try saved.map { name in
        contents(try #require(try storage.read("recovered/" + name)))
      }
      #expect(Set(bytes) == [Array("{\"commit\":5".utf8), [0xE4, 0xB8]])
      #expect(try store.verify().isEmpty)
      #expect(try store.tools()["t-4"] == "x")
    }
  }

  @Test func `a directory that cannot be written is read all the same`() throws {
    try withTemporaryDirectory { path in
      _ = try LedgerStore.withHistory(PosixStorage(path))
      let copy = path + "-copy"
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      defer { try? FileManager.default.removeItem(atPath: copy) }
      try FileManager.default.removeItem(atPath: copy + "/.lock")
      for name in try FileManager.default.contentsOfDirectory(atPath: copy) {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o440],
          ofItemAtPath: copy + "/" + name
        )
      }
      try FileManager.default.setAttributes([.posixPermissions: 0o550], ofItemAtPath: copy)
      defer {
        try? FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: copy)
      }
      let before = try FileManager.default.contentsOfDirectory(atPath: copy).sorted()
      let store = LedgerStore(Factory.catalog, PosixStorage(copy))
      #expect(try store.tools().count == 2)
      #expect(try store.log().count == 4)
      #expect(try store.verify().isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: copy).sorted() == before)
      // The superuser may write everywhere; others are told which call failed.
      guard geteuid() != 0 else { return }
      let refused = refusal { _ = try store.write(12, "add", [.put(Tool.draft("t-4", "x"))]) }
      #expect(refused?.list.map(\.name) == ["disk-lock"])
      #expect(refused?.outcome == .disk)
    }
  }

  @Test func `who waits for the lock is told who holds it`() throws {
    try withTemporaryDirectory { path in
      let store = try LedgerStore.withHistory(PosixStorage(path))
      let impatient = LedgerStore(Factory.catalog, PosixStorage(path, patience: 0))
      _ = try store.write(by: "王某(示例)", at: at(12), command: "import 2025.csv") { _ in
        let refused = refusal { _ = try impatient.write(12, "add", []) }
        #expect(refused?.outcome == .busy)
        #expect(refused?.list.map(\.name) == ["ledger-busy"])
        #expect(
          refused?.list.first?.message.en
            == "another process is writing: process \(getpid()), 王某(示例), since "
            + "2025-11-03T12:30:00+08:00: import 2025.csv"
        )
        // Readers do not wait.
        let tools = try impatient.tools()
        #expect(tools.count == 2)
        return []
      }
      // A shorter note leaves nothing of the longer one behind.
      _ = try store.write(by: "a", at: at(12), command: "b") { _ in
        let refused = refusal { _ = try impatient.write(12, "add", []) }
        #expect(refused?.list.first?.message.en.contains(", a, since ") == true)
        #expect(refused?.list.first?.message.en.hasSuffix(": b") == true)
        return []
      }
      let outcome = try impatient.write(13, "add", [.put(Tool.draft("t-4", "x"))])
      #expect(outcome.commit?.number == 5)
    }
  }

  @Test func `a missing file is none and an empty one is empty`() throws {
    try withTemporaryDirectory { path in
      let storage = PosixStorage(path)
      #expect(try storage.read("a") == nil)
      try storage.append([], to: "a", at: 0)
      #expect(try storage.read("a")?.count == 0)
      try storage.append([1, 2, 3], to: "a", at: 0)
      try storage.append([4], to: "a", at: 3)
      try storage.truncate("a", to: 2)
      try storage.synchronize("a")
      #expect(try storage.read("a").map(contents) == [1, 2])
      #expect(try storage.names(in: "") == ["a"])
      #expect(try storage.names(in: "missing").isEmpty)
      try storage.createFolder("x/y")
      try storage.createFolder("x/y")
      try storage.synchronizeFolder("x/y")
      #expect(try storage.names(in: "x") == ["y"])
    }
  }

  @Test func `what is no plain file is refused with the call that failed`() throws {
    try withTemporaryDirectory { path in
      let storage = PosixStorage(path)
      try storage.createFolder("d")
      let reading = #expect(throws: StorageError.self) { try storage.read("d") }
      #expect(reading?.call == .read)
      let writing = #expect(throws: StorageError.self) { try storage.append([1], to: "d", at: 0) }
      #expect(writing?.call == .append)
      #expect(writing?.name == path + "/d")
      #expect(writing?.number == EISDIR)
      #expect(writing?.isBusy == false)
      let cutting = #expect(throws: StorageError.self) { try storage.truncate("none", to: 0) }
      #expect(cutting?.number == ENOENT)
      let link = path + "/link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/null")
      let linked = #expect(throws: StorageError.self) { try storage.append([1], to: "link", at: 0) }
      #expect(linked?.number == ELOOP)
    }
  }

  @Test func `bytes that were read stay as they were while the file grows and goes`() throws {
    try withTemporaryDirectory { path in
      let storage = PosixStorage(path)
      try storage.append(Array(repeating: 7, count: 10_000), to: "a", at: 0)
      let bytes = try #require(try storage.read("a"))
      try storage.append([8], to: "a", at: 10_000)
      try FileManager.default.removeItem(atPath: path + "/a")
      #expect(bytes.count == 10_000)
      #expect(contents(bytes) == Array(repeating: 7, count: 10_000))
    }
  }

  @Test func `a file that is shortened in place while it is read ends the process with a word`()
    async
  {
    let ended = await #expect(
      processExitsWith: .exitCode(3),
      observing: [\.standardErrorContent]
    ) {
      LastWords.prepare { $0 == .pages ? "error: 缩短\n" : "error: 等待\n" }
      try withTemporaryDirectory { path in
        let storage = PosixStorage(path)
        try storage.append(Array(repeating: 7, count: 10_000), to: "a", at: 0)
        let bytes = try #require(try storage.read("a"))
        try storage.truncate("a", to: 0)
        #expect(bytes.withSpan { $0[9_999] } == 7)
      }
    }
    let said = ended.map { String(decoding: $0.standardErrorContent, as: UTF8.self) }
    #expect(said?.contains("error: 缩短") == true)
  }
}
