import Glibc
import Ledger
import Synchronization
import Testing

/// Every crash of every command that writes, as ``CrashExplorer`` makes them.
struct CrashTests {
  /// With CRASH_DEPTH=3 writes are torn at more places; that takes many minutes.
  private static let isDeep = unsafe getenv("CRASH_DEPTH").map { unsafe String(cString: $0) } == "3"

  /// How many states the suite must try at least, over all commands.
  private static let wanted = 100_000
  private static let tally = Mutex((scenarios: 0, states: 0, disks: 0))

  @Test(arguments: try CrashScenario.all())
  func `after every crash the ledger is the old one or the new one, and nothing is lost`(
    scenario: CrashScenario
  ) throws {
    var explorer = try CrashExplorer(scenario)
    // Every byte of the command's own writes is a place to be torn at, of most commands.
    try explorer.explore([scenario.isNarrow ? .some : .all])
    #expect(explorer.broken.isEmpty, "\(explorer.broken)")
    // And a crash while recovering.
    try explorer.explore(
      Self.isDeep ? [.some, .some] : [.middle, scenario.isNarrow ? .none : .middle]
    )
    #expect(explorer.broken.isEmpty, "\(explorer.broken)")
    // And another while recovering from that one.
    if !scenario.isShallow || Self.isDeep {
      try explorer.explore(Self.isDeep ? [.some, .middle, .none] : [.none, .none, .none])
      #expect(explorer.broken.isEmpty, "\(explorer.broken)")
    }

    let all = try CrashScenario.all().count
    let (states, disks) = (explorer.states, explorer.disks)
    print("\(scenario.name): \(states) states, \(disks) different disks")
    Self.tally.withLock { tally in
      tally = (tally.scenarios + 1, tally.states + states, tally.disks + disks)
      guard tally.scenarios == all else { return }
      print("all commands: \(tally.states) states, \(tally.disks) different disks")
      #expect(tally.states >= Self.wanted)
    }
  }

  @Test func `with a proof a commit is brought to the disk once, not twice`() throws {
    let scenarios = try CrashScenario.withProofs()
    let syncs = try scenarios.map { scenario in
      let storage = DiskStorage(try scenario.disk())
      try scenario.command(scenario.store(storage))
      return storage.syncs
    }
    // The data and the commit; the commit before where nobody knows that it is there.
    #expect(syncs.prefix(3) == [2, 3, 3])
  }

  @Test func `a proof kept before its commit is on the disk would be noticed`() throws {
    var explorer = try CrashExplorer(try .lie())
    try explorer.explore([.some])
    #expect(!explorer.broken.isEmpty)
  }

  @Test(arguments: try CrashScenario.all())
  func `leaving out any single fsync breaks a promise`(scenario: CrashScenario) throws {
    let storage = DiskStorage(try scenario.disk())
    try scenario.command(scenario.store(storage))
    #expect(storage.syncs > 0)
    var explorer = try CrashExplorer(scenario)
    for number in scenario.needless..<storage.syncs {
      try explorer.explore([.some, .middle], skipping: number)
      #expect(!explorer.broken.isEmpty, "fsync \(number + 1) of \(storage.syncs)")
    }
  }
}
