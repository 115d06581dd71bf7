import Bilingual
import Glibc
import JSONLines
import Ledger
import Synchronization
import Testing

/// Calls of the system that do less than they were asked for.
struct SystemCallTests {
  /// Every second call of `write` is interrupted, the others take three bytes.
  private func reluctant(_ count: Counter) -> SystemCalls {
    var system = SystemCalls()
    let whole = system.write
    system.write = { file, bytes in
      guard count.next() % 2 != 0 else {
        errno = EINTR
        return -1
      }
      return whole(file, bytes.extracting(first: min(bytes.count, 3)))
    }
    return system
  }

  @Test func `short and interrupted writes make the same files`() throws {
    try withTemporaryDirectory { path in
      let memory = MemoryStorage()
      _ = try LedgerStore.withHistory(memory)
      let count = Counter()
      let storage = PosixStorage(path, reluctant(count))
      let store = try LedgerStore.withHistory(storage)
      let paper = Array("%PDF-1.7 示例".utf8)
      let name = AttachmentName(of: paper.span, .pdf)
      try store.keep(paper, as: name, draft: "x")
      #expect(try store.attachment(name).withSpan { $0.copied } == paper)
      for (name, bytes) in memory.files {
        #expect(try storage.read(name)?.withSpan { $0.copied } == bytes)
      }
      #expect(try store.verify().isEmpty)
      #expect(count.next() > memory.files.values.reduce(0) { $0 + $1.count } / 3)
    }
  }

  @Test func `a disk that is full in the middle of a write changes nothing that was committed`()
    throws
  {
    try withTemporaryDirectory { path in
      let before = try LedgerStore.withHistory(PosixStorage(path)).tools()
      var system = SystemCalls()
      let whole = system.write
      let count = Counter()
      system.write = { file, bytes in
        guard count.next() == 1 else {
          errno = ENOSPC
          return -1
        }
        return whole(file, bytes.extracting(first: 5))
      }
      let full = LedgerStore(Factory.catalog, PosixStorage(path, system))
      let refused = refusal { try full.write(12, "add", [.put(Tool.draft("t-4", "x"))]) }
      #expect(refused?.outcome == .disk)
      #expect(refused?.list.first?.message.en.contains("No space left on device") == true)
      let store = LedgerStore(Factory.catalog, PosixStorage(path))
      #expect(try store.tools() == before)
      // The five bytes were taken back, and with room again the next record is written.
      #expect(try store.snapshot().warnings.isEmpty)
      #expect(try store.write(13, "add", [.put(Tool.draft("t-4", "x"))]).warnings.isEmpty)
      #expect(try store.verify().isEmpty)
    }
  }

  @Test func `an fsync that fails is told, and not tried again`() throws {
    try withTemporaryDirectory { path in
      _ = try LedgerStore.withHistory(PosixStorage(path))
      var system = SystemCalls()
      let count = Counter()
      system.fsync = { _ in
        _ = count.next()
        errno = EIO
        return -1
      }
      let failing = LedgerStore(Factory.catalog, PosixStorage(path, system))
      let refused = refusal { try failing.write(12, "add", [.put(Tool.draft("t-4", "x"))]) }
      #expect(refused?.outcome == .disk)
      #expect(refused?.list.map(\.name) == ["disk-synchronize"])
      #expect(count.next() == 2)
    }
  }
}

/// A number that calls count up.
private final class Counter: Sendable {
  private let value = Mutex(0)

  /// The next number, from 1.
  func next() -> Int {
    value.withLock { value in
      value += 1
      return value
    }
  }
}
