import Bilingual
import Ledger
import Testing

/// What a ledger's commits hold, byte for byte.
struct Content: Hashable {
  /// The last commit; 0 where there is no ledger, -1 where somebody has to adopt a merge first.
  let number: Int
  /// The committed bytes of every file.
  let files: [String: [UInt8]]

  /// Reads what the commits of an image hold.
  init(_ store: LedgerStore, _ image: [String: [UInt8]]) throws {
    do {
      let commit = try store.snapshot().commit
      number = commit.number
      files = Dictionary(
        uniqueKeysWithValues: commit.files.map { name, extent in
          (name, Self.committed(image[name] ?? [], extent.bytes))
        }
      )
    } catch let error as Diagnostics where error.list.first?.name == "no-ledger" {
      (number, files) = (0, [:])
    } catch let error as Diagnostics where error.list.first?.name == "commits-moved" {
      (number, files) = (-1, [:])
    }
  }

  /// The committed bytes of a file; a byte order mark and a last line end are no difference, since
  /// `recover` proves by hashes that they are the only one before it puts them right.
  private static func committed(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return Array(plain.prefix(count)) + (plain.count == count - 1 ? [0x0A] : [])
  }

  /// Whether all that another holds stands here too, where it stood.
  func holds(_ other: Content) -> Bool {
    other.files.allSatisfy { files[$0.key]?.starts(with: $0.value) ?? $0.value.isEmpty }
  }
}

/// A command that writes, the disk that it finds, and what the next command does after a crash.
struct CrashScenario: CustomTestStringConvertible, Sendable {
  let name: String
  /// The disk before the command.
  let disk: @Sendable () throws -> Disk
  /// The command.
  let command: @Sendable (LedgerStore) throws -> Void
  /// What is run after a crash.
  var recovery: @Sendable (LedgerStore) throws -> Void = { try $0.put(20, [.put(thing("z"))]) }
  /// Bytes of hands, which must be somewhere for ever: the file, the offset, the bytes.
  var precious: [(file: String, offset: Int, bytes: [UInt8])] = []

  var testDescription: String { name }

  static func thing(_ id: RecordID, _ name: String = "电锤") -> Draft {
    Tool.draft(id, name)
  }

  static func place(_ id: RecordID) -> Change {
    var draft = Draft(Workshop.schema)
    draft.id = id
    draft[Workshop.name] = "作坊"
    return .put(draft)
  }

  /// A ledger of two commits.
  static func ledger() throws -> [String: [UInt8]] {
    let storage = DiskStorage(Disk())
    let store = LedgerStore(Factory.catalog, storage)
    try start(store)
    try store.put(9, [.put(thing("b", "电钻"))])
    return storage.disk.files
  }

  private static func start(_ store: LedgerStore) throws {
    _ = try store.create(by: "c", at: at(8), command: "init", [.put(thing("a"))])
  }

  /// The ledger with bytes behind the ends of its files.
  private static func ledger(with tails: [String: [UInt8]]) throws -> [String: [UInt8]] {
    try ledger().merging(tails) { $0 + $1 }
  }

  /// The end of a commit line of which a power cut left the start as zeros.
  private static func tornCommit() throws -> [UInt8] {
    let lines = try ledger()[Commit.file]?.split(separator: 0x0A) ?? []
    return Array(repeating: 0, count: 150) + lines[1].dropFirst(150) + [0x0A]
  }

  private static let torn = Array("{\"id\":\"t\",\"na".utf8)
  private static let hand = Array("{\"id\":\"h\",\"name\":\"手\"}\n".utf8)

  private static func write(_ name: String, _ changes: [Change]) -> CrashScenario {
    CrashScenario(
      name: name,
      disk: { Disk(try ledger()) },
      command: { try $0.put(12, changes) }
    )
  }

  static func all() throws -> [CrashScenario] {
    let sizes = try ledger().mapValues(\.count)
    let many = (0..<4).map { Change.put(thing(RecordID("m\($0)"))) }
    return [
      CrashScenario(
        name: "init",
        disk: { Disk() },
        command: { try start($0) },
        recovery: { store in
          guard (try? store.snapshot()) == nil else { return try store.put(20, [.put(thing("z"))]) }
          try start(store)
        }
      ),
      write("add", [.put(thing("c"))]),
      write("set", [.put(thing("a", "改"))]),
      write("remove", [.remove(Tool.schema, "a", reason: "停产")]),
      write("import", many + [place("w"), place("v")]),
      write("seal", [.put(thing("s")), place("s")]),
      CrashScenario(
        name: "undo",
        disk: { Disk(try ledger()) },
        command: { store in
          _ = try store.write(by: "c", at: at(12), command: "undo") { try store.undo(nil, in: $0) }
        }
      ),
      CrashScenario(
        name: "add after a crash",
        disk: {
          Disk(
            try ledger(with: [
              "tools.jsonl": torn, "workshops.jsonl": hand, Commit.file: try tornCommit(),
            ])
          )
        },
        command: { try $0.put(12, [.put(thing("c"))]) },
        precious: [("tools.jsonl", sizes["tools.jsonl"] ?? 0, torn), ("workshops.jsonl", 0, hand)]
      ),
      CrashScenario(
        name: "add after a cut",
        disk: {
          // A command was killed between its cut and the call that brings it to the disk.
          let torn = try tornCommit()
          let size = sizes[Commit.file] ?? 0
          var files = try ledger(with: [Commit.file: torn])
          files["recovered/1-\(size)-\(Commit.file)"] = torn
          var disk = Disk(files)
          disk.cut(Commit.file, to: size)
          return disk
        },
        command: { try $0.put(12, [.put(thing("c"))]) }
      ),
      CrashScenario(
        name: "recover",
        disk: { Disk(try ledger(with: ["tools.jsonl": hand, Commit.file: try tornCommit()])) },
        command: { try $0.putRight() },
        recovery: { try $0.putRight() },
        precious: [("tools.jsonl", sizes["tools.jsonl"] ?? 0, hand)]
      ),
      CrashScenario(
        name: "recover of line ends",
        disk: {
          var files = try ledger()
          files["tools.jsonl"]?.removeLast()
          files["tools.jsonl"]?.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
          return Disk(files)
        },
        command: { try $0.putRight() },
        recovery: { try $0.putRight() }
      ),
      CrashScenario(
        name: "adopt",
        disk: {
          // Editors do not bring to the disk what they save.
          var disk = Disk(try ledger(with: [Commit.file: try tornCommit()]))
          disk.append(hand, to: "tools.jsonl")
          disk.append(hand, to: "workshops.jsonl")
          return disk
        },
        command: { try $0.takeIn() },
        recovery: { try $0.takeInOrMove() }
      ),
      CrashScenario(
        name: "adopt of line ends",
        disk: { Disk(try ledger(with: ["tools.jsonl": Array(hand.dropLast())])) },
        command: { try $0.takeIn() },
        recovery: { try $0.takeInOrMove() },
        precious: [("tools.jsonl", sizes["tools.jsonl"] ?? 0, Array(hand.dropLast()))]
      ),
      CrashScenario(
        name: "adopt of a merge",
        disk: {
          let base = try ledger()
          let theirs = DiskStorage(Disk(base))
          try LedgerStore(Factory.catalog, theirs).put(11, [.put(thing("d")), place("x")])
          let ours = DiskStorage(Disk(base))
          try LedgerStore(Factory.catalog, ours).put(10, [.put(thing("c"))])
          // Git does not bring to the disk what it merges.
          var disk = Disk(ours.disk.files)
          for (name, bytes) in theirs.disk.files {
            disk.append(Array(bytes.dropFirst(base[name]?.count ?? 0)), to: name)
          }
          disk.synchronize(Commit.file)
          return disk
        },
        command: { try $0.takeIn() },
        recovery: { try $0.takeInOrMove() }
      ),
    ]
  }
}

extension LedgerStore {
  fileprivate func put(_ hour: Int, _ changes: [Change]) throws {
    try write(hour, "put", changes)
  }

  fileprivate func putRight() throws {
    _ = try recover(by: "c", at: at(12), command: "recover")
  }

  /// Adopts; where a power cut tore what hands or git had not brought to the disk, moves it away.
  fileprivate func takeInOrMove() throws {
    do {
      try takeIn()
    } catch let error as Diagnostics where error.outcome == .refused {
      try putRight()
    }
  }

  fileprivate func takeIn() throws {
    _ = try adopt(by: "c", at: at(13), command: "adopt") { _ in }
  }
}
