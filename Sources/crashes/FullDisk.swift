import Bilingual
import CommandLine
import Glibc
import Ledger
import Portfolio

/// `full-disk`: a ledger on a small disk that is full at every point of a command.
enum FullDisk {
  static let command = Command<Void>(
    "full-disk",
    summary: Phrase(
      en: "Fill a small disk (a tmpfs, which needs root) to every point of a command",
      zh: "在小容量磁盘（tmpfs，需要 root）上使命令在各处遇到磁盘写满"
    )
  ) { _, _ in
    try Workplace.with { place in
      guard unsafe mount("tmpfs", place, "tmpfs", 0, "size=1m") == 0 else {
        print("skipped: a tmpfs cannot be mounted here (it needs root)")
        return
      }
      defer { unsafe umount2(place, Int32(MNT_DETACH)) }
      try fill(place)
    }
    return 0
  }

  private static let page = 4_096

  private static func fill(_ place: String) throws {
    var refusals = 0
    for free in 0..<16 {
      let directory = "\(place)/ledger-\(free)"
      let store = LedgerStore(Kinds.catalog, PosixStorage(directory))
      _ = try store.create(by: "a", at: Writer.now(), command: "init", [])
      _ = try Writer.write(store, "first", by: "a")
      let before = try Inspection(store)
      try occupy(place + "/filler", leaving: free * page)
      var isDone = false
      do {
        _ = try large(store)
        isDone = true
      } catch let error as Diagnostics {
        guard error.outcome == .disk, error.list.first?.message.en.contains("No space left") == true
        else { throw error }
        refusals += 1
      }
      let after = try Inspection(store)
      guard after.commit == before.commit + (isDone ? 1 : 0), after.ids.isSuperset(of: before.ids)
      else { throw Broken(description: "with \(free) pages left the ledger is another") }
      try Inspection.prove(store)
      unsafe unlink(place + "/filler")
      // With room again, the next command goes on.
      if !isDone { _ = try large(store) }
      guard try Inspection(store).ids.contains("many-39"), try store.snapshot().warnings.isEmpty
      else { throw Broken(description: "with \(free) pages left the ledger did not recover") }
      try Inspection.prove(store)
      Workplace.remove(directory)
    }
    guard refusals > 3, refusals < 16 else {
      throw Broken(description: "\(refusals) of 16 disks were full")
    }
    print("\(refusals) of 16 disks were full, each at another point: the ledger stayed as it was")
  }

  /// Writes more than a page to each of two files.
  private static func large(_ store: LedgerStore) throws -> Written {
    let changes = (0..<40).flatMap { number -> [Change] in
      var enterprise = Draft(Enterprise.schema)
      enterprise.id = RecordID("many-\(number)")
      enterprise[Enterprise.name] = String(repeating: "示例企业", count: 20)
      var brand = Draft(Brand.schema)
      brand.id = RecordID("many-\(number)")
      brand[Brand.name] = String(repeating: "示例牌", count: 20)
      return [.put(enterprise), .put(brand)]
    }
    return try store.write(by: "a", at: Writer.now(), command: "import") { _ in changes }
  }

  /// Fills the disk up to some bytes.
  private static func occupy(_ path: String, leaving free: Int) throws {
    var status = statvfs()
    guard
      unsafe statvfs(path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }, &status)
        == 0
    else { throw Broken(description: "cannot ask for the free space") }
    let count = Int(status.f_bavail) * Int(status.f_bsize) - free
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Broken(description: "cannot fill the disk") }
    defer { close(file) }
    let zeros = [UInt8](repeating: 0, count: max(count, 0))
    // The bytes are lent to the call only.
    guard unsafe zeros.withUnsafeBytes({ unsafe write(file, $0.baseAddress, zeros.count) }) == count
    else { throw Broken(description: "cannot fill the disk") }
  }
}
