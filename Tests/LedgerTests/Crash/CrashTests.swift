import Ledger
import Synchronization
import Testing

/// Every crash of the commands that write records, as ``CrashExplorer`` makes them.
///
/// `adopt` and the mending of line ends are tried by ``FaultTests``, not here yet: what a power cut may
/// leave of a hand's own unsynced bytes is not settled for them.
struct CrashTests {
  /// Those whose every crash is tried.
  static func crashed() throws -> [CrashScenario] {
    try CrashScenario.all().filter {
      $0.name != "recover of line ends" && !$0.name.hasPrefix("adopt")
    }
  }

  /// Those that write records: each of their calls of fsync is needed.
  static func writers() throws -> [CrashScenario] {
    try crashed().filter { $0.name != "recover" && !$0.name.hasPrefix("add after") }
  }

  @Test(arguments: try crashed())
  func `after every crash the ledger is the old one or the new one, and nothing is lost`(
    scenario: CrashScenario
  ) throws {
    // Every byte of the command's own writes is a place to be torn at.
    var wide = CrashExplorer(scenario, cuts: .all, depth: 1)
    try wide.explore()
    #expect(wide.broken.isEmpty, "\(wide.broken)")
    // And a crash while recovering.
    var deep = CrashExplorer(scenario, cuts: .some, depth: 2)
    try deep.explore()
    #expect(deep.broken.isEmpty, "\(deep.broken)")
    print("\(scenario.name): \(wide.states)/\(wide.distinct) + \(deep.states)/\(deep.distinct)")
  }

  @Test(arguments: try writers())
  func `leaving out any single fsync breaks a promise`(scenario: CrashScenario) throws {
    let storage = DiskStorage(try scenario.disk())
    try scenario.command(LedgerStore(Factory.catalog, storage))
    #expect(storage.syncs > 1)
    for number in 0..<storage.syncs {
      var explorer = CrashExplorer(scenario, cuts: .some, depth: 2, stopsEarly: true)
      try explorer.explore(skipping: number)
      #expect(!explorer.broken.isEmpty, "fsync \(number + 1) of \(storage.syncs)")
    }
  }
}
