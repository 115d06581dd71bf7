import Ledger

/// Crashes a command everywhere, recovers, crashes the recovery, and looks whether the promises hold.
struct CrashExplorer {
  let scenario: CrashScenario
  /// Where writes of the command are torn; those of recoveries are torn at some places.
  let cuts: Disk.Cuts
  /// How many crashes follow one another at most.
  let depth: Int
  /// Whether the first broken promise ends it.
  let stopsEarly: Bool

  /// The states that were reached, and those among them that had not been seen before.
  private(set) var states = 0
  private(set) var distinct = 0
  /// Promises that did not hold, with where.
  private(set) var broken: [String] = []
  private var seen: Set<Int> = []

  init(_ scenario: CrashScenario, cuts: Disk.Cuts, depth: Int, stopsEarly: Bool = false) {
    self.scenario = scenario
    self.cuts = cuts
    self.depth = depth
    self.stopsEarly = stopsEarly
  }

  private var isOver: Bool { !broken.isEmpty && stopsEarly || broken.count > 20 }

  /// What must be true of a state.
  private struct Demand {
    /// What the ledger may hold; where the command was said to be done, only the last of them.
    let allowed: [Content]
    let isDone: Bool
  }

  /// Runs the command, and every crash of it.
  ///
  /// - Parameter skipped: The number of a call that shall not bring anything to the disk.
  /// - Throws: What the command throws where no crash disturbs it.
  mutating func explore(skipping skipped: Int? = nil) throws {
    let start = try scenario.disk()
    let before = try Content(LedgerStore(Factory.catalog, DiskStorage(start)), start.files)
    let storage = DiskStorage(start, skipping: skipped)
    let store = LedgerStore(Factory.catalog, storage)
    try scenario.command(store)
    let after = try Content(store, storage.disk.files)
    crash(storage.history, [before, after], depth)
  }

  /// Cuts the power, or kills the process, after every call.
  private mutating func crash(_ history: [Disk], _ allowed: [Content], _ depth: Int) {
    let torn = depth == self.depth ? cuts : .some
    for (index, disk) in history.enumerated() where !isOver {
      let demand = Demand(allowed: allowed, isDone: index == history.count - 1)
      var images: [[String: [UInt8]]] = []
      disk.afterPowerCut(torn) { images.append($0) }
      for image in images where !isOver { examine(Disk(orEmpty: image), demand, depth) }
      // A killed process leaves the caches as they are, perhaps with half of its last write.
      guard depth > 1 else { continue }
      for killed in disk.killed where !isOver {
        examine(killed, demand, depth, isOnDisk: false)
      }
    }
  }

  private mutating func examine(
    _ disk: Disk,
    _ demand: Demand,
    _ depth: Int,
    isOnDisk: Bool = true
  ) {
    states += 1
    guard seen.insert(key(disk, demand, depth)).inserted else { return }
    distinct += 1
    let files = disk.files
    let storage = DiskStorage(disk)
    let store = LedgerStore(Factory.catalog, storage)
    do {
      let content = try Content(store, files)
      guard demand.isDone ? content == demand.allowed.last : demand.allowed.contains(content) else {
        return breaks(
          demand.isDone ? "P2: what was done is not there" : "P1: a half is there",
          content
        )
      }
      for item in scenario.precious where !isKept(item, in: files) {
        return breaks("P4: bytes of \(item.file) are lost", content)
      }
      if demand.isDone, let fault = try unfinished(store, files) { return breaks(fault, content) }
      try scenario.recovery(store)
      let after = try Content(store, storage.disk.files)
      guard after.holds(content), after.number >= content.number else {
        return breaks("P1: the recovery lost what was committed", content)
      }
      if let lost = lost(files, content, storage.disk.files) { return breaks(lost, content) }
      guard depth > 1 else { return }
      // What a killed process left in the caches may still go, until the recovery is done.
      crash(storage.history, (isOnDisk ? [content] : demand.allowed) + [after], depth - 1)
    } catch {
      broken.append("P3: \((error as? Diagnostics)?.list.map(\.name) ?? ["\(error)"])")
    }
  }

  private mutating func breaks(_ promise: String, _ content: Content) {
    broken.append("\(promise) (commit \(content.number))")
  }

  private func isKept(
    _ item: (file: String, offset: Int, bytes: [UInt8]),
    in files: [String: [UInt8]]
  )
    -> Bool
  {
    if let bytes = files[item.file], bytes.dropFirst(item.offset).starts(with: item.bytes) {
      return true
    }
    return files.contains {
      $0.key.hasPrefix("recovered/") && $0.value.suffix(item.bytes.count) == item.bytes[...]
    }
  }

  /// What a command that was said to be done has left to do.
  private func unfinished(_ store: LedgerStore, _ files: [String: [UInt8]]) throws -> String? {
    guard try store.snapshot().warnings.isEmpty else { return "P2: what was moved away is back" }
    for (name, bytes) in files where name.hasPrefix(".git") && !name.hasSuffix(".new") {
      guard bytes.last == 0x0A, !bytes.contains(0) else { return "P2: \(name) is torn" }
    }
    guard files[".gitattributes"] != nil, files[".gitignore"] != nil else {
      return "P2: the files for git are not there"
    }
    return nil
  }

  /// Bytes behind the commits that are neither where they were nor in `recovered/`.
  private func lost(
    _ before: [String: [UInt8]],
    _ content: Content,
    _ after: [String: [UInt8]]
  ) -> String? {
    for name in ["tools.jsonl", "workshops.jsonl"] {
      guard let bytes = before[name], bytes.count > content.files[name]?.count ?? 0 else {
        continue
      }
      let item = (
        name, content.files[name]?.count ?? 0,
        Array(bytes.dropFirst(content.files[name]?.count ?? 0))
      )
      guard isKept(item, in: after) else { return "P4: bytes behind the end of \(name) are lost" }
    }
    return nil
  }

  private func key(_ disk: Disk, _ demand: Demand, _ depth: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(demand.isDone)
    hasher.combine(depth)
    hasher.combine(demand.allowed.map(\.number))
    disk.hash(into: &hasher)
    return hasher.finalize()
  }
}

extension Disk {
  /// A disk with an image of files; without the ledger's directory where there is none.
  fileprivate init(orEmpty image: [String: [UInt8]]) {
    if image.isEmpty { self.init() } else { self.init(image) }
  }

  /// The disk as a killed process leaves it: its last write whole or a half.
  fileprivate var killed: [Disk] {
    guard !isDurable else { return [] }
    return [self] + halfWritten
  }

  private var isDurable: Bool { pending.isEmpty && inodes.allSatisfy(\.pending.isEmpty) }

  private var halfWritten: [Disk] {
    names.files.keys.compactMap { name in
      guard let inode = names.files[name], inodes[inode].pending.count == 1,
        case .bytes(let bytes, _) = inodes[inode].pending[0], bytes.count > 1
      else { return nil }
      return half(inode, bytes.count / 2)
    }
  }

  fileprivate func hash(into hasher: inout Hasher) {
    hasher.combine(pending.count)
    for (name, inode) in names.files.sorted(by: { $0.key < $1.key }) {
      hasher.combine(name)
      hasher.combine(durable.files[name] == inode)
      hasher.combine(inodes[inode].pending.count)
      // The bytes are lent to the call only.
      unsafe inodes[inode].cached.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
      hasher.combine(inodes[inode].cached.count)
    }
  }
}
