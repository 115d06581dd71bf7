import Bilingual
import CommandLine
import Glibc
import Ledger
import Portfolio

/// `kill`: writers are killed at random moments.
enum Kills {
  static let runs = Crashes.count(
    "runs",
    "1000",
    Phrase(en: "How many writers to kill", zh: "终止次数")
  )

  static let command = Command<Void>(
    "kill",
    summary: Phrase(en: "Kill writers with SIGKILL at random moments", zh: "在随机时刻强行终止写入进程"),
    options: [runs]
  ) { _, arguments in
    var tally = Tally()
    try Workplace.with { place in
      for run in 0..<arguments[runs] {
        // A new ledger now and then: creations are killed too, and proofs stay short.
        let directory = "\(place)/ledger-\(run / 25)"
        try kill(directory, "w\(run)", place + "/output", &tally)
        if run % 25 == 24 { Workplace.remove(directory) }
      }
    }
    print(
      """
      \(arguments[runs]) writers killed, \(tally.creations) of them while they started a ledger
      \(tally.told) commits were told, \(tally.untold) more were made by writers killed before they \
      could tell
      \(tally.torn) left bytes behind the last commit; all were saved to recovered/
      nothing was lost
      """
    )
    return 0
  }

  private struct Tally {
    var creations = 0
    var told = 0
    var untold = 0
    var torn = 0
  }

  private static func kill(
    _ directory: String,
    _ name: String,
    _ output: String,
    _ tally: inout Tally
  ) throws {
    let store = LedgerStore(Kinds.catalog, PosixStorage(directory))
    let before = try? Inspection(store).ids
    let process = try Process(["write", directory, name, "--records", "100000"], output: output)
    // From the first instructions of the process to some commits later.
    usleep(UInt32.random(in: 0..<(before == nil ? 40_000 : 80_000)))
    process.kill()
    _ = process.wait()
    let told = try process.lines()
    tally.told += told
    guard let after = try? Inspection(store) else {
      guard before == nil, told == 0 else {
        throw Broken(description: "\(name): a ledger is gone or cannot be read")
      }
      // What was begun is finished in the same directory.
      tally.creations += 1
      let foreign = try store.create(by: name, at: Writer.now(), command: "init", []).warnings
      tally.torn += foreign.isEmpty ? 0 : 1
      return
    }
    let made = after.ids.subtracting(before ?? [])
    guard after.ids.isSuperset(of: before ?? []) else {
      throw Broken(description: "\(name): records of others are gone")
    }
    guard Set((0..<told).map { "\(name)-\($0)" }).isSubset(of: made) else {
      throw Broken(description: "\(name): a commit that was told is gone")
    }
    guard made.count <= told + 1 else {
      throw Broken(description: "\(name): \(made.count) commits, \(told) told")
    }
    tally.untold += made.count - told
    try Inspection.prove(store)
    let written = try Writer.write(store, "\(name)-after", by: "after")
    tally.torn += written.warnings.isEmpty ? 0 : 1
    try Inspection.prove(store)
    guard try store.snapshot().warnings.isEmpty else {
      throw Broken(description: "\(name): bytes behind the commit stayed")
    }
  }
}
