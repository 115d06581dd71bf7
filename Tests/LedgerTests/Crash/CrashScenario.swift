import Bilingual
import Ledger
import Testing

/// A command that writes, the disk that it finds, and what the next command does after a crash.
struct CrashScenario: CustomTestStringConvertible, Sendable {
  let name: String
  /// The disk before the command.
  let disk: @Sendable () throws -> Disk
  /// The command.
  let command: @Sendable (LedgerStore) throws -> Void
  /// What is run after a crash.
  var recovery: @Sendable (LedgerStore) throws -> Void = { try $0.put(20, [.put(thing("z"))]) }
  /// Whether writes are torn at some places only: many are open at once, or another command makes the
  /// same calls.
  var isNarrow = false
  /// Whether a crash while recovering from a crash is the last: no program waits for what is written to the caches, and
  /// so very many states may follow.
  var isShallow = false
  /// How many of its first calls of fsync bring to the disk what stands there already, which the command cannot know.
  var needless = 0
  /// The paper that the command attaches: what is committed of its record speaks of it.
  var paper: AttachmentName?
  /// Whether the recovery may refuse with a place, and change nothing, until the command was done.
  var mayRefuse = false
  /// Bytes of hands, which must be somewhere for ever: the file, the offset, the bytes.
  var precious: [(file: String, offset: Int, bytes: [UInt8])] = []

  var testDescription: String { name }

  func store(_ storage: any Storage) -> LedgerStore { LedgerStore(Factory.catalog, storage) }
}

extension LedgerStore {
  func put(_ hour: Int, _ changes: [Change]) throws {
    try write(hour, "put", changes)
  }

  func putRight() throws {
    _ = try recover(by: "c", at: at(12), command: "recover")
  }

  /// Adopts; what is left then, or is no record, since a power cut tore what hands had not brought to
  /// the disk, is moved away.
  func takeInOrMove() throws {
    do {
      try takeIn()
    } catch let error as Diagnostics where error.outcome == .refused {
      // Of a merge nothing is moved away: git has the bytes.
      guard (try? snapshot()) != nil else { throw error }
    }
    guard try !snapshot().warnings.isEmpty else { return }
    try putRight()
    // Nobody was told of the last commit yet: who adopts nothing is, and then it stays.
    try takeIn()
  }

  func takeIn() throws {
    _ = try adopt(by: "c", at: at(13), command: "adopt") { _ in }
  }
}
