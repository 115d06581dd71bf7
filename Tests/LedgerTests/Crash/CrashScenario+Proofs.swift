import Ledger

/// The same commands where the caches say what was proved last: then the last commit counts as brought to the disk.
extension CrashScenario {
  static func withProofs() throws -> [CrashScenario] {
    let sizes = try ledger().mapValues(\.count)
    let torn = try tornCommit()
    return [
      CrashScenario(
        name: "add with a proof",
        disk: { try proven(Disk(try ledger()), by: try ledger()) },
        command: { try $0.put(12, [.put(thing("c"))]) }
      ),
      CrashScenario(
        name: "first proof",
        disk: {
          var disk = try untold()
          disk.keepsProofs = true
          return disk
        },
        command: { try $0.put(12, [.put(thing("c"))]) },
        isNarrow: true,
        isShallow: true
      ),
      CrashScenario(
        name: "add with the proof of a commit before an untold one",
        disk: { try proven(try untold(), by: try beginning()) },
        command: { try $0.put(12, [.put(thing("c"))]) },
        isNarrow: true
      ),
      CrashScenario(
        name: "add after a crash, with a proof",
        disk: {
          let files = try ledger(with: ["tools.jsonl": Self.torn, Commit.file: torn])
          return try proven(Disk(files), by: try ledger())
        },
        command: { try $0.put(12, [.put(thing("c"))]) },
        isNarrow: true,
        isShallow: true,
        needless: 1,
        precious: [
          ("tools.jsonl", sizes["tools.jsonl"] ?? 0, Self.torn),
          (Commit.file, sizes[Commit.file] ?? 0, torn),
        ]
      ),
      CrashScenario(
        name: "add after a cut, with a proof",
        disk: {
          let size = sizes[Commit.file] ?? 0
          var files = try ledger(with: [Commit.file: torn])
          files["recovered/1-\(size)-\(Commit.file)"] = torn
          var disk = try proven(Disk(files), by: try ledger())
          disk.cut(Commit.file, to: size)
          return disk
        },
        command: { try $0.put(12, [.put(thing("c"))]) },
        isNarrow: true
      ),
    ]
  }

  /// A proof that was kept before the commit of which it tells was brought to the disk; no program may leave one.
  static func lie() throws -> CrashScenario {
    CrashScenario(
      name: "add with a proof that lies",
      disk: { try proven(try untold(), by: try ledger()) },
      command: { try $0.put(12, [.put(thing("c"))]) },
      isNarrow: true
    )
  }

  /// A disk on which stands that a ledger of some files was proved.
  private static func proven(_ disk: Disk, by files: [String: [UInt8]]) throws -> Disk {
    var whole = Disk(files)
    whole.keepsProofs = true
    let storage = DiskStorage(whole)
    // Who has nothing to write proves all the same.
    try LedgerStore(Factory.catalog, storage).put(11, [])
    var disk = disk
    disk.keepsProofs = true
    disk.createFolder(".cache")
    disk.append(storage.disk.blob(DiskStorage.proof)?.bytes ?? [], to: DiskStorage.proof)
    disk.synchronize(DiskStorage.proof)
    disk.synchronizeFolder(".cache")
    disk.synchronizeFolder("")
    return disk
  }
}
