/// Crashes a command everywhere, recovers, crashes the recovery, and looks whether the promises hold.
struct CrashExplorer {
  let scenario: CrashScenario
  private let start: Disk
  /// What the ledger held before: nobody was told of what a power cut may still take from it.
  private let before: [Content]

  /// How many states were reached.
  private(set) var states = 0
  /// Promises that did not hold, with where.
  private(set) var broken: [String] = []
  /// How many disks were among the states: each is recovered once, whatever led to it.
  var disks: Int { verdicts.count }

  private var verdicts: [UInt64: CrashVerdict] = [:]
  /// To what depth a state was explored.
  private var visited: [UInt64: Int] = [:]

  private var cuts: [Disk.Cuts] = []
  private var stopsEarly = false
  private var proves = true
  private var isOver: Bool { !broken.isEmpty && stopsEarly || broken.count > 20 }

  init(_ scenario: CrashScenario) throws {
    self.scenario = scenario
    start = try scenario.disk()
    var before: [Content] = []
    start.afterPowerCut(.some) { _, disk in
      let disk = disk()
      if let content = try? Content(scenario.store(DiskStorage(disk)), disk),
        !before.contains(content)
      {
        before.append(content)
      }
    }
    self.before = before + [try Content(scenario.store(DiskStorage(start)), start)]
  }

  /// What must be true of a state.
  private struct Demand {
    /// What the ledger may hold; where the command was said to be done, only the last of them.
    let allowed: [Content]
    let isDone: Bool
    let key: UInt64

    init(_ allowed: [Content], isDone: Bool) {
      self.allowed = allowed
      self.isDone = isDone
      key = allowed.reduce(isDone ? 1 : 2) { mixed($0, $1.key) }
    }
  }

  /// Runs the command, and every crash of it.
  ///
  /// - Parameters:
  ///   - cuts: Where writes are torn: of the command, of the recovery from its crash, of the recovery
  ///     from that one's crash, and so on.
  ///   - skipped: The number of a call that shall not bring anything to the disk; then the first
  ///     broken promise is enough.
  /// - Throws: What the command throws where no crash disturbs it.
  mutating func explore(_ cuts: [Disk.Cuts], skipping skipped: Int? = nil) throws {
    self.cuts = cuts
    stopsEarly = skipped != nil
    // Of two crashes or more most disks are those of one, whose hashes are computed already.
    proves = skipped != nil || cuts.count == 1
    broken = []
    visited = [:]
    let storage = DiskStorage(start, skipping: skipped)
    let store = scenario.store(storage)
    try scenario.command(store)
    crash(storage.history, before + [try Content(store, storage.disk)], 0)
  }

  /// Cuts the power, or kills the process, after every call.
  private mutating func crash(_ history: [Disk], _ allowed: [Content], _ level: Int) {
    // Where one breach is enough, it is sought where most of them are: at the end.
    for index in stopsEarly ? Array(history.indices.reversed()) : Array(history.indices)
    where !isOver {
      let disk = history[index]
      let demand = Demand(allowed, isDone: index == history.count - 1)
      let isLast = level + 1 == cuts.count
      var fresh: [(UInt64, Disk?)] = []
      disk.afterPowerCut(cuts[level]) { key, image in
        states += 1
        guard mustVisit(key, demand, level) else { return }
        fresh.append((key, isLast && verdicts[key] != nil ? nil : image()))
      }
      for (key, image) in fresh where !isOver { examine(key, image, demand, level, isOnDisk: true) }
      // A killed process leaves the caches as they are, perhaps with half of its last write.
      guard !isLast else { continue }
      for killed in disk.killed where !isOver {
        states += 1
        let key = killed.key
        guard mustVisit(key, demand, level) else { continue }
        examine(key, killed, demand, level, isOnDisk: false)
      }
    }
  }

  private mutating func mustVisit(_ key: UInt64, _ demand: Demand, _ level: Int) -> Bool {
    let place = mixed(key, demand.key)
    let depth = cuts.count - level
    guard visited[place] ?? 0 < depth else { return false }
    visited[place] = depth
    return true
  }

  private mutating func examine(
    _ key: UInt64,
    _ disk: Disk?,
    _ demand: Demand,
    _ level: Int,
    isOnDisk: Bool
  ) {
    let isLast = level + 1 == cuts.count
    var history: [Disk] = []
    let verdict: CrashVerdict
    if isLast, let known = verdicts[key] {
      verdict = known
    } else if let disk {
      (verdict, history) = CrashVerdict.of(disk, scenario, proves: proves)
      verdicts[key] = verdict
    } else {
      return
    }
    if let refusal = verdict.refusal {
      if demand.isDone { broken.append("P2: what was done is refused: \(refusal)") }
      return
    }
    guard let content = verdict.content else {
      broken.append(verdict.fault ?? "")
      return
    }
    guard demand.isDone ? content == demand.allowed.last : demand.allowed.contains(content) else {
      broken.append(
        (demand.isDone ? "P2: what was done is not there" : "P1: a half is there")
          + " (commit \(content.number))"
      )
      return
    }
    if let fault = (demand.isDone ? verdict.unfinished : nil) ?? verdict.fault {
      broken.append("\(fault) (commit \(content.number))")
      return
    }
    guard !isLast, let after = verdict.after else { return }
    // What a killed process left in the caches may still go, until the recovery is done.
    crash(history, (isOnDisk ? [content] : demand.allowed) + [after], level + 1)
  }
}
