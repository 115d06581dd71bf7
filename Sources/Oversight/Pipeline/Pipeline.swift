public import Bilingual
public import Ledger
public import Portfolio

/// A brand that is prepared for a title.
public struct Candidate: Sendable {
  /// The brand.
  public let brand: Record
  /// The title.
  public let scheme: Record
  /// How ready it is.
  public let readiness: Readiness
  /// Whether it was planned for an earlier year.
  public let isCarried: Bool
}

/// Whether a title's target of a year can still be met, and by whom.
public struct PipelineRow: Sendable {
  /// Whether it can still be met.
  public enum Verdict: String, CaseIterable, Sendable {
    /// It is met.
    case met
    /// The title cannot be won any more.
    case closed
    /// The year is over.
    case over
    /// The candidates that are ready suffice.
    case ready
    /// They suffice if what is not known turns out well.
    case unclear
    /// They suffice only if what is missing is made up.
    case behind
    /// Not even all candidates suffice.
    case short
    /// There is no target.
    case none
  }

  /// The title.
  public let scheme: Record
  /// How many are to be won in the year; `nil` where the plan sets none.
  public let target: Int?
  /// How many were won.
  public let won: Int
  /// The candidates of the year in the city, the readiest first.
  public let candidates: [Candidate]
  /// How many more there are of owners on record elsewhere, for whom no title counts.
  public let elsewhere: Int
  /// Whether the target can still be met.
  public let verdict: Verdict
  /// Whether a target of its tier, or of all titles, asks for it.
  public let countsForTier: Bool

  /// Counts the candidates of a grade.
  public func count(_ grade: Readiness.Grade) -> Int {
    candidates.count { $0.readiness.grade == grade }
  }
}

/// Whether a year's target of the titles of a tier together can still be met, and by whom.
public struct PipelineTier: Sendable {
  /// The name shown to people.
  public let label: Phrase
  /// The level; `nil` where all titles count.
  public let level: BrandLevel?
  /// How many are to be won in the year.
  public let target: Int
  /// How many were won.
  public let won: Int
  /// The candidates for titles that can still be won.
  public let candidates: [Candidate]
  /// Whether the target can still be met.
  public let verdict: PipelineRow.Verdict

  /// Counts the candidates of a grade.
  public func count(_ grade: Readiness.Grade) -> Int {
    candidates.count { $0.readiness.grade == grade }
  }
}

/// The brands that are prepared for titles in a year, against the year's targets.
public struct Pipeline: Sendable {
  /// The year.
  public let year: Int
  /// The titles that have a target, a candidate, or were won, by level.
  public let rows: [PipelineRow]
  /// The targets of a tier as a whole, or of all titles.
  public let tiers: [PipelineTier]

  /// Gathers the pipeline of a year.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - level: The one level; all where none is named.
  ///   - snapshot: The ledger.
  ///   - today: The present day, on which conditions are looked at.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public init(
    year: Int,
    level: BrandLevel? = nil,
    in snapshot: Snapshot,
    today: Day
  ) throws {
    self.year = year
    let planned = try Self.planned(year, snapshot)
    let judge = try ReadinessJudge(snapshot, on: today, for: planned)
    let progress = try Progress(year: year, in: snapshot, today: today).rows
    let places = try OwnerPlaces(snapshot)
    let candidates = Self.candidates(year, planned, judge)
    let order = BrandLevel.allCases
    func place(_ scheme: Record) -> Int {
      scheme[Scheme.level].flatMap(order.firstIndex(of:)) ?? order.count
    }
    let schemes = judge.schemes.records.sorted { place($0) < place($1) }
    let tiers = Self.tierTargets(progress, level, judge.schemes)
    let asked = Set(tiers.flatMap(\.schemes))
    var rows: [PipelineRow] = []
    for scheme in schemes where level == nil || scheme[Scheme.level] == level {
      let name = "\(Measure.newRecognitions.rawValue):\(scheme.id)"
      let row = progress.first { $0.indicator == name && $0.scope == nil }
      let target = row?.target.flatMap { $0.scaled(to: 0) }.map { Int(clamping: $0) }
      let won = row?.actual.flatMap { $0.scaled(to: 0) }.map { Int(clamping: $0) } ?? 0
      let all = candidates[scheme.id] ?? []
      let own = all.filter { !places[$0.brand[Brand.owner]].isElsewhere }
      guard target != nil || won > 0 || !all.isEmpty else { continue }
      let isClosed = Self.isClosed(scheme, year, today)
      rows.append(
        PipelineRow(
          scheme: scheme,
          target: target,
          won: won,
          candidates: own,
          elsewhere: all.count - own.count,
          verdict: Self.verdict(target, won, own, isClosed: isClosed, year, today),
          countsForTier: asked.contains(scheme.id)
        )
      )
    }
    self.rows = rows
    self.tiers = tiers.map { tier in
      let open = tier.schemes.filter { id in
        judge.schemes[id].map { !Self.isClosed($0, year, today) } ?? false
      }
      let own = rows.filter { open.contains($0.scheme.id) }.flatMap(\.candidates)
      return PipelineTier(
        label: tier.row.label,
        level: tier.level,
        target: tier.target,
        won: tier.won,
        candidates: own,
        verdict: Self.verdict(tier.target, tier.won, own, isClosed: open.isEmpty, year, today)
      )
    }
  }

  /// A target of the titles of a tier together.
  private struct TierTarget {
    let row: ProgressRow
    let level: BrandLevel?
    let schemes: Set<RecordID>
    let target: Int
    let won: Int
  }

  /// The targets of the city that count several titles, whoever holds them.
  private static func tierTargets(
    _ progress: [ProgressRow],
    _ level: BrandLevel?,
    _ schemes: Table
  ) -> [TierTarget] {
    progress.compactMap { row in
      guard row.scope == nil, row.comparison != .atMost, row.ownerTypes.isEmpty,
        row.sectors.isEmpty, let indicator = Indicator(row.indicator),
        indicator.measure == .newRecognitions, indicator.scheme == nil,
        let target = row.target?.scaled(to: 0)
      else { return nil }
      var own: BrandLevel?
      if case .level(let named, _) = indicator.titles { own = named }
      guard level == nil || own == level else { return nil }
      return TierTarget(
        row: row,
        level: own,
        schemes: Set(schemes.schemes(of: indicator) ?? schemes.records.map(\.id)),
        target: Int(clamping: target),
        won: row.actual.flatMap { $0.scaled(to: 0) }.map { Int(clamping: $0) } ?? 0
      )
    }
  }

  /// Whether a title cannot be won any more in a year.
  private static func isClosed(_ scheme: Record, _ year: Int, _ today: Day) -> Bool {
    scheme[Scheme.wonUntil].map { $0.year < year || $0.last < today } ?? false
  }

  /// The brands that are planned for a year, and those left over from earlier years.
  private static func planned(_ year: Int, _ snapshot: Snapshot) throws -> [Record] {
    var planned: [Record] = []
    try snapshot.table(Brand.self).visit { brand in
      if let own = brand[Brand.plannedYear], own <= year, brand[Brand.stage] != .dormant {
        planned.append(brand)
      }
    }
    return planned
  }

  /// The candidates of a year by title.
  private static func candidates(
    _ year: Int,
    _ brands: [Record],
    _ judge: ReadinessJudge
  ) -> [RecordID: [Candidate]] {
    var candidates: [RecordID: [Candidate]] = [:]
    for brand in brands {
      guard let planned = brand[Brand.plannedYear],
        let scheme = judge.schemes[brand[Brand.plannedScheme]],
        judge.holds(scheme.id, brand) != true
      else { continue }
      candidates[scheme.id, default: []].append(
        Candidate(
          brand: brand,
          scheme: scheme,
          readiness: judge.readiness(of: brand, for: scheme),
          isCarried: planned < year
        )
      )
    }
    let order = Readiness.Grade.allCases
    return candidates.mapValues { list in
      list.sorted { a, b in
        order.firstIndex(of: a.readiness.grade) ?? order.count
          < order.firstIndex(of: b.readiness.grade) ?? order.count
      }
    }
  }

  private static func verdict(
    _ target: Int?,
    _ won: Int,
    _ candidates: [Candidate],
    isClosed: Bool,
    _ year: Int,
    _ today: Day
  ) -> PipelineRow.Verdict {
    guard let target else { return .none }
    if won >= target { return .met }
    if isClosed { return .closed }
    if today.year > year { return .over }
    func count(_ grades: Readiness.Grade...) -> Int {
      candidates.count { grades.contains($0.readiness.grade) }
    }
    if won + count(.ready) >= target { return .ready }
    if won + count(.ready, .unknown, .unruled) >= target { return .unclear }
    return won + candidates.count >= target ? .behind : .short
  }
}
