import Ledger
import Portfolio

/// Which policies are versions of each other, and the days whose facts each of them governs.
struct PolicyLines {
  /// A policy with the days on which it says it holds, and those whose facts it governs.
  struct Version {
    let record: Record
    /// The day on which it comes into force.
    let from: Day
    /// The first day whose facts it governs; earlier than that where it reaches back.
    let start: Day
    /// The last day by its own words; `nil` where it names none.
    let stated: Day?
    /// The last day on which it is in force: by its own words, or until a later version is.
    fileprivate(set) var inForceUntil: Day?
    /// The last day whose facts it governs: the day before a later version's first, if that is sooner.
    fileprivate(set) var until: Day?

    var governsNothing: Bool { until.map { $0 < start } ?? false }

    fileprivate init?(_ record: Record) {
      guard let from = record[Policy.inForceFrom] else { return nil }
      self.record = record
      self.from = from.first
      start = min(from.first, record[Policy.retroactiveFrom]?.first ?? from.first)
      let ends = [
        record[Policy.inForceUntil]?.last, record[Policy.repealedOn].map { $0.first + -1 },
      ]
      stated = ends.compactMap(\.self).min()
      until = stated
      inForceUntil = stated
    }
  }

  /// Days between two versions on which none holds.
  struct Gap: Hashable, Sendable {
    let days: ClosedRange<Day>
    /// The version that ends before them.
    let before: RecordID
    /// The version that begins after them.
    let after: RecordID
  }

  /// The lines, each by first day, day in force and id; a policy by itself is a line of one.
  let lines: [[Version]]
  private let lineages: [RecordID: Set<RecordID>]
  private let places: [RecordID: Int]

  init(_ policies: [Record]) {
    let replaced = Dictionary(policies.map { ($0.id, $0[Policy.replaces] ?? []) }) { first, _ in
      first
    }
    var lineages: [RecordID: Set<RecordID>] = [:]
    for policy in policies { lineages[policy.id] = Self.lineage(of: policy.id, replaced) }
    var newer: [RecordID: [Version]] = [:]
    var lines: [[Version]] = []
    var places: [RecordID: Int] = [:]
    for version in policies.compactMap(Version.init) {
      let lineage = lineages[version.record.id] ?? []
      for id in lineage where id != version.record.id { newer[id, default: []].append(version) }
    }
    for var version in policies.compactMap(Version.init) {
      let id = version.record.id
      let later = newer[id] ?? []
      version.until = (later.map { $0.start + -1 } + [version.stated]).compactMap(\.self).min()
      version.inForceUntil = (later.map { $0.from + -1 } + [version.stated]).compactMap(\.self)
        .min()
      // Where it joins what stood apart, those lines become one.
      let joined = lines.indices.filter { index in
        lines[index].contains { other in
          (replaced[id] ?? []).contains(other.record.id)
            || (replaced[other.record.id] ?? []).contains(id)
        }
      }
      let line = joined.flatMap { lines[$0] } + [version]
      for index in joined.reversed() { lines.remove(at: index) }
      lines.append(line)
    }
    self.lines = lines.map { line in
      line.sorted { ($0.start, $0.from, $0.record.id) < ($1.start, $1.from, $1.record.id) }
    }
    for (index, line) in self.lines.enumerated() {
      for version in line { places[version.record.id] = index }
    }
    self.lineages = lineages
    self.places = places
  }

  /// The policy itself and all that it replaced, directly or not.
  func lineage(of policy: RecordID) -> Set<RecordID> {
    lineages[policy] ?? [policy]
  }

  /// A policy as a version; `nil` where it does not say from when it holds.
  func version(_ policy: RecordID) -> Version? {
    places[policy].flatMap { lines[$0].first { $0.record.id == policy } }
  }

  /// The gaps that a policy's days border on.
  func gaps(beside policy: RecordID) -> [Gap] {
    guard let place = places[policy], lines[place].count > 1 else { return [] }
    return Self.gaps(in: lines[place]).filter { $0.before == policy || $0.after == policy }
  }

  /// The days that no version of a line governs, though one did before and another does after.
  static func gaps(in line: [Version]) -> [Gap] {
    var gaps: [Gap] = []
    var last: (id: RecordID, until: Day?)?
    for version in line where !version.governsNothing {
      if let known = last {
        guard let reached = known.until else { return gaps }
        if version.start > reached + 1 {
          let days = (reached + 1)...(version.start + -1)
          gaps.append(Gap(days: days, before: known.id, after: version.record.id))
        }
        if let until = version.until, until <= reached { continue }
      }
      last = (version.record.id, version.until)
    }
    return gaps
  }

  private static func lineage(
    of policy: RecordID,
    _ replaced: [RecordID: [RecordID]]
  ) -> Set<RecordID> {
    var found: Set<RecordID> = [policy]
    var open = [policy]
    while let next = open.popLast() {
      open += (replaced[next] ?? []).filter { found.insert($0).inserted }
    }
    return found
  }
}
