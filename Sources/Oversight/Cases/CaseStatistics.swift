public import Bilingual
public import Ledger
public import Portfolio

/// The figures of a set of cases between two days.
public struct CaseFigures: Hashable, Sendable {
  /// Cases that had come in before and had not ended.
  public var openAtStart = 0
  /// Cases that came in.
  public var opened = 0
  /// Cases in which aid was granted.
  public var accepted = 0
  /// Cases in which it was refused.
  public var refused = 0
  /// Cases that were closed.
  public var closed = 0
  /// Refused cases in which aid was granted after a complaint.
  public var reopened = 0
  /// Cases that have not ended on the last day.
  public var openAtEnd = 0
  /// What aid cost.
  public var aid = Money.zero
  /// What right holders got back in cases that were closed.
  public var recovered = Money.zero

  /// Whether the cases at the end are those at the start and those that came, less those that ended.
  public var reconciles: Bool {
    openAtStart + opened + reopened - refused - closed == openAtEnd
  }
}

/// The statistics of cases between two days, in total and by five dimensions.
///
/// Each case is counted once. Decisions of authorities that are kept without an application are no cases
/// of the office's and are counted apart. A date of which only month or year is known counts as its first day.
/// A case without a day of receipt, or that has ended on a day that nobody wrote down, cannot be
/// placed: it is named, and only its costs are counted.
public struct CaseStatistics: Sendable {
  /// By what cases are grouped.
  public enum Dimension: String, CaseIterable, Sendable {
    /// The way by which the right is pursued.
    case channel
    /// The kind of right.
    case right
    /// How they ended; open cases and refused ones have no outcome.
    case outcome
    /// The town where it happened.
    case town
    /// Whether another city helps, or is helped.
    case assistance

    /// The name shown to people.
    public var label: Phrase {
      switch self {
      case .channel: Phrase(en: "channel", zh: "渠道")
      case .right: Phrase(en: "right", zh: "权利类型")
      case .outcome: Phrase(en: "outcome", zh: "结果")
      case .town: Phrase(en: "town", zh: "镇区")
      case .assistance: Phrase(en: "mutual assistance", zh: "跨市协作")
      }
    }
  }

  /// The cases that share a value.
  public struct Group: Sendable {
    /// The code of the value, or the id of the town; `nil` for cases without one.
    public let key: String?
    /// The name shown to people.
    public let label: Phrase
    /// Their figures.
    public let figures: CaseFigures
  }

  /// The first day.
  public let from: Day
  /// The last day.
  public let until: Day
  /// The figures of all cases.
  public let total: CaseFigures
  /// The figures of each case that has any, in the order of the records: the list behind the sums.
  public let list: [(record: Record, figures: CaseFigures)]
  /// How many decisions of authorities are kept that are no cases of the office's.
  public let decisions: Int
  /// The figures by each dimension; groups without cases are left out.
  public let groups: [Dimension: [Group]]
  /// The cases that cannot be placed for want of a date.
  public let unplaced: [RecordID]

  /// Counts the cases of a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - from: The first day.
  ///   - until: The last day.
  /// - Throws: ``Diagnostics`` where its cases cannot be read, ``Money/Overflow`` where sums leave
  ///   64 bits.
  public init(_ snapshot: Snapshot, from: Day, until: Day) throws {
    self.from = from
    self.until = until
    let costs = try Self.costs(snapshot, from: from, until: until)
    let towns = try snapshot.table(Town.self)
    var total = CaseFigures()
    var tallies: [Dimension: [String?: CaseFigures]] = [:]
    var unplaced: [RecordID] = []
    var list: [(record: Record, figures: CaseFigures)] = []
    var decisions = 0
    for record in try snapshot.table(Case.self).records {
      var figures = CaseFigures()
      guard record[Case.origin] != .decision else {
        if record[Case.decidedOn].map({ (from...max(from, until)).contains($0.first) }) ?? false {
          decisions += 1
        }
        continue
      }
      if let course = CaseCourse(record) {
        course.count(in: &figures, from: from, until: until)
      } else {
        unplaced.append(record.id)
      }
      if figures.closed == 1 { figures.recovered = record[Case.recoveredFen] ?? .zero }
      figures.aid = costs[record.id] ?? .zero
      guard figures != CaseFigures() else { continue }
      list.append((record, figures))
      try total.add(figures)
      for dimension in Dimension.allCases {
        let key = Self.key(of: record, dimension)
        try tallies[dimension, default: [:]][key, default: CaseFigures()].add(figures)
      }
    }
    self.total = total
    self.unplaced = unplaced
    self.list = list
    self.decisions = decisions
    groups = Dictionary(
      uniqueKeysWithValues: Dimension.allCases.map { dimension in
        let tally = tallies[dimension] ?? [:]
        let names = Self.names(dimension, towns) + [(nil, Phrase(en: "none", zh: "未填"))]
        let listed = Set(names.map(\.key))
        let dangling = tally.keys.compactMap(\.self).filter { !listed.contains($0) }.sorted()
        let all = names + dangling.map { ($0, Phrase(en: $0, zh: $0)) }
        return (
          dimension,
          all.compactMap { key, label in
            tally[key].map { Group(key: key, label: label, figures: $0) }
          }
        )
      }
    )
  }

  /// What the events between two days cost, by case.
  private static func costs(
    _ snapshot: Snapshot,
    from: Day,
    until: Day
  ) throws -> [RecordID: Money] {
    var costs: [RecordID: Money] = [:]
    try snapshot.table(CaseEvent.self).visit { event in
      guard let id = event[CaseEvent.case], let cost = event[CaseEvent.costFen],
        let date = event[CaseEvent.date]?.first, (from...max(from, until)).contains(date)
      else { return }
      costs[id] = try (costs[id] ?? .zero).adding(cost)
    }
    return costs
  }

  private static func key(of record: Record, _ dimension: Dimension) -> String? {
    switch dimension {
    case .channel: record[Case.channel]?.rawValue
    case .right: record[Case.right]?.rawValue
    case .outcome: record[Case.outcome]?.rawValue
    case .town: record[Case.town]?.text
    case .assistance: record[Case.assistance]?.rawValue
    }
  }

  private static func names(
    _ dimension: Dimension,
    _ towns: Table
  ) -> [(key: String?, label: Phrase)] {
    func choices<V: Vocabulary>(_ vocabulary: V.Type) -> [(String?, Phrase)] {
      V.allCases.map { ($0.rawValue, $0.choice.label) }
    }
    switch dimension {
    case .channel: return choices(CaseChannel.self)
    case .right: return choices(RightType.self)
    case .outcome: return choices(CaseOutcome.self)
    case .assistance: return choices(Assistance.self)
    case .town:
      return towns.records.map { town in
        let name = town[Town.name] ?? town.id.text
        return (town.id.text, Phrase(en: name, zh: name))
      }
    }
  }
}

extension CaseFigures {
  fileprivate mutating func add(_ other: CaseFigures) throws {
    openAtStart += other.openAtStart
    opened += other.opened
    accepted += other.accepted
    refused += other.refused
    reopened += other.reopened
    closed += other.closed
    openAtEnd += other.openAtEnd
    aid = try aid.adding(other.aid)
    recovered = try recovered.adding(other.recovered)
  }
}
