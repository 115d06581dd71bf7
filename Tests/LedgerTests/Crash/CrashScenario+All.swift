import Ledger

extension CrashScenario {
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

  /// The same ledger after its first commit.
  static func beginning() throws -> [String: [UInt8]] {
    let storage = DiskStorage(Disk())
    try start(LedgerStore(Factory.catalog, storage))
    return storage.disk.files
  }

  /// The same ledger, of which the last writer was killed before its last call of fsync.
  static func untold() throws -> Disk {
    let storage = DiskStorage(Disk())
    let store = LedgerStore(Factory.catalog, storage)
    try start(store)
    let told = DiskStorage(Disk(storage.disk.files))
    try LedgerStore(Factory.catalog, told).put(9, [.put(thing("b", "电钻"))])
    return told.history[told.history.count - 2]
  }

  private static func start(_ store: LedgerStore) throws {
    _ = try store.create(by: "c", at: at(8), command: "init", [.put(thing("a"))])
  }

  /// The ledger with bytes behind the ends of its files.
  static func ledger(with tails: [String: [UInt8]]) throws -> [String: [UInt8]] {
    try ledger().merging(tails) { $0 + $1 }
  }

  private static let papers: [UInt8] = Array("%PDF-1.7 示例".utf8)
  private static let paper = AttachmentName(of: papers.span, .pdf)

  /// Keeps a paper, then commits a record that ends with its name.
  private static func attach(_ store: LedgerStore) throws {
    // What a killed command left has another name.
    let taken = try store.strayAttachments()
    let draft = (0...).lazy.map(String.init).first { name in
      !taken.contains { $0.hasSuffix("-\(name)") }
    }
    try store.keep(papers, as: paper, draft: draft ?? "")
    try store.put(12, [.put(thing("p", paper.hash))])
  }

  /// The end of a commit line of which a power cut left the start as zeros.
  static func tornCommit() throws -> [UInt8] {
    let lines = try ledger()[Commit.file]?.split(separator: 0x0A) ?? []
    return Array(repeating: 0, count: 150) + lines[1].dropFirst(150) + [0x0A]
  }

  static let torn = Array("{\"id\":\"t\",\"na".utf8)
  private static let hand = Array("{\"id\":\"h\",\"name\":\"手\"}\n".utf8)

  private static let windows = Array(hand.dropLast()) + [0x0D, 0x0A]

  private static func write(_ name: String, _ changes: [Change], isNarrow: Bool = false)
    -> CrashScenario
  {
    CrashScenario(
      name: name,
      disk: { try untold() },
      command: { try $0.put(12, changes) },
      isNarrow: isNarrow
    )
  }

  static func all() throws -> [CrashScenario] {
    let sizes = try ledger().mapValues(\.count)
    // As an editor saves it that puts a byte order mark before it and leaves out the last line end.
    let saved = [0xEF, 0xBB, 0xBF] + Array((try ledger()["tools.jsonl"] ?? []).dropLast())
    let many = (0..<2).map { Change.put(thing(RecordID("m\($0)"))) }
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
      write("set", [.put(thing("a", "改"))], isNarrow: true),
      write("remove", [.remove(Tool.schema, "a", reason: "停产")], isNarrow: true),
      write("import", many + [place("w")]),
      write("seal", [.put(thing("s")), place("s")], isNarrow: true),
      CrashScenario(
        name: "undo",
        disk: { try untold() },
        command: { store in
          _ = try store.write(by: "c", at: at(12), command: "undo") {
            try store.undo(store.log().count, in: $0)
          }
        },
        isNarrow: true
      ),
      write("nothing new", []),
      CrashScenario(
        name: "attach",
        disk: { try untold() },
        command: { try attach($0) },
        recovery: { try attach($0) },
        isNarrow: true,
        paper: paper
      ),
      CrashScenario(
        name: "add after a crash",
        disk: {
          Disk(
            try ledger(with: [
              "tools.jsonl": torn, Commit.file: try tornCommit(),
            ])
          )
        },
        command: { try $0.put(12, [.put(thing("c"))]) },
        precious: [
          ("tools.jsonl", sizes["tools.jsonl"] ?? 0, torn),
          (Commit.file, sizes[Commit.file] ?? 0, try tornCommit()),
        ]
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
        precious: [
          ("tools.jsonl", sizes["tools.jsonl"] ?? 0, hand),
          (Commit.file, sizes[Commit.file] ?? 0, try tornCommit()),
        ]
      ),
      CrashScenario(
        name: "recover of line ends",
        disk: { Disk(try ledger().merging(["tools.jsonl": saved]) { $1 }) },
        command: { try $0.putRight() },
        recovery: { try $0.putRight() },
        precious: [("tools.jsonl", 0, saved)]
      ),
      CrashScenario(
        name: "adopt",
        disk: {
          // Editors do not bring to the disk what they save.
          var disk = try untold()
          disk.append(hand, to: "workshops.jsonl")
          return disk
        },
        command: { try $0.takeIn() },
        recovery: { try $0.takeInOrMove() },
        isNarrow: true
      ),
      CrashScenario(
        name: "adopt after a crash",
        disk: {
          var disk = Disk(try ledger(with: [Commit.file: try tornCommit()]))
          disk.append(hand, to: "tools.jsonl")
          return disk
        },
        command: { try $0.takeIn() },
        recovery: { try $0.takeInOrMove() },
        isNarrow: true,
        precious: [(Commit.file, sizes[Commit.file] ?? 0, try tornCommit())]
      ),
      CrashScenario(
        name: "adopt again",
        disk: { try untold() },
        command: { try $0.takeIn() },
        recovery: { try $0.takeInOrMove() }
      ),
      CrashScenario(
        name: "adopt of line ends",
        disk: {
          var disk = try untold()
          disk.append(windows, to: "tools.jsonl")
          disk.synchronize("tools.jsonl")
          return disk
        },
        command: { try $0.takeIn() },
        recovery: { try $0.takeInOrMove() },
        precious: [("tools.jsonl", sizes["tools.jsonl"] ?? 0, windows)]
      ),
      CrashScenario(
        name: "adopt of a merge",
        disk: { try merged() },
        command: { try $0.takeIn() },
        recovery: { try $0.takeInOrMove() },
        isNarrow: true,
        mayRefuse: true,
        precious: [(Commit.file, 0, try merged().blob(Commit.file)?.bytes ?? [])]
      ),
    ] + (try withProofs())
  }

  /// A ledger of which git has merged two branches, and brought only the commits to the disk.
  private static func merged() throws -> Disk {
    let base = try ledger()
    let theirs = DiskStorage(Disk(base))
    try LedgerStore(Factory.catalog, theirs).put(11, [.put(thing("d")), place("x")])
    let ours = DiskStorage(Disk(base))
    try LedgerStore(Factory.catalog, ours).put(10, [.put(thing("c"))])
    var disk = Disk(ours.disk.files)
    for (name, bytes) in theirs.disk.files.sorted(by: { $0.key < $1.key }) {
      disk.append(Array(bytes.dropFirst(base[name]?.count ?? 0)), to: name)
    }
    disk.synchronize(Commit.file)
    return disk
  }
}
