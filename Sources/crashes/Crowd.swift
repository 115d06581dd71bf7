import Bilingual
import CommandLine
import Glibc
import Ledger
import Portfolio

/// `crowd`: many processes write at once while readers ask.
enum Crowd {
  static let processes = Crashes.count(
    "processes",
    "32",
    Phrase(en: "How many write at once", zh: "同时写入的进程数")
  )
  static let records = Crashes.count(
    "records",
    "200",
    Phrase(en: "How many records each adds", zh: "每个进程添加的记录数")
  )

  static let command = Command<Void>(
    "crowd",
    summary: Phrase(en: "Let many write at once, and read meanwhile", zh: "多进程同时写入并读取"),
    options: [processes, records]
  ) { _, arguments in
    try Workplace.with { place in
      try crowd(place, arguments[processes], arguments[records])
    }
    return 0
  }

  private static func crowd(_ place: String, _ count: Int, _ records: Int) throws {
    let directory = place + "/ledger"
    let store = LedgerStore(Kinds.catalog, PosixStorage(directory))
    _ = try store.create(by: "crowd", at: Writer.now(), command: "init", [])
    let processes = try (0..<count).map { number in
      try Process(
        ["write", directory, "p\(number)", "--records", "\(records)"],
        output: "\(place)/output-\(number)"
      )
    }
    defer { for process in processes { process.kill() } }
    var reads = 0
    var waits = 0
    var total = 0
    let hasty = LedgerStore(Kinds.catalog, PosixStorage(directory, patience: 0))
    while processes.contains(where: \.isRunning) {
      let seen = try Inspection(store, whileWriting: true)
      // A reader that comes later never sees less.
      guard seen.ids.count >= total, seen.commit == seen.ids.count + 1 else {
        throw Broken(description: "\(seen.ids.count) records at commit \(seen.commit)")
      }
      total = seen.ids.count
      reads += 1
      if try isTurnedAway(hasty) { waits += 1 }
    }
    for (number, process) in processes.enumerated() where !process.wait() {
      throw Broken(description: "writer \(number) failed")
    }
    let all = Set((0..<count).flatMap { p in (0..<records).map { "p\(p)-\($0)" } })
    let seen = try Inspection(store)
    guard seen.ids == all, seen.commit == all.count + 1 else {
      throw Broken(description: "\(seen.ids.count) of \(all.count) records are there")
    }
    try Inspection.prove(store)
    print(
      """
      \(count) processes added \(records) records each: all \(all.count) are there
      \(reads) readers meanwhile: none saw half a commit, none was warned, none saw less than before
      \(waits) writers without patience were turned away and told who holds the lock
      """
    )
  }

  /// Whether a writer that does not wait is refused; it must be told by whom.
  private static func isTurnedAway(_ hasty: LedgerStore) throws -> Bool {
    do {
      _ = try hasty.write(by: "hasty", at: Writer.now(), command: "nothing") { _ in [] }
      return false
    } catch let error as Diagnostics {
      let message = error.list.first?.message.en ?? ""
      guard error.outcome == .busy, error.list.first?.name == "ledger-busy" else { throw error }
      // In the instant between the lock and its note nobody is named.
      return message.contains("process ") && message.contains(", p")
    }
  }
}
