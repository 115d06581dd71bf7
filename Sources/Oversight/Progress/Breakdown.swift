public import Bilingual
import Ledger
import Portfolio

/// The counts of a year by town, month, sector or scheme.
///
/// Every count stands in one row, so that the rows of a column add up to its total.
public struct Breakdown: Sendable {
  /// By what it is broken down.
  public enum Dimension: String, CaseIterable, Sendable {
    /// The town of the owner or holder; of a case, the town where it happened.
    case town
    /// The month.
    case month
    /// The industry of the brand, else of the owner.
    case sector
    /// The scheme of the title.
    case scheme

    /// The name shown to people.
    public var label: Phrase {
      switch self {
      case .town: Phrase(en: "town", zh: "镇区")
      case .month: Phrase(en: "month", zh: "月份")
      case .sector: Phrase(en: "sector", zh: "行业")
      case .scheme: Phrase(en: "scheme", zh: "荣誉项目")
      }
    }
  }

  /// One row.
  public struct Row: Sendable {
    /// The id of the town or scheme, the number of the month, the sector; `nil` where it is not known.
    public let key: String?
    /// The name shown to people.
    public let label: Phrase
    /// The counts, one for each measure.
    public let counts: [Int]
  }

  /// By what it is broken down.
  public let dimension: Dimension
  /// What is counted, a column each.
  public let measures: [Measure]
  /// The rows; that of what is not known comes last, and only where it counts something.
  public let rows: [Row]
  /// The sums of the columns.
  public let totals: [Int]
  /// Of each measure how many more may count, of which dates or places are missing or unclear.
  public let uncertain: [Int]
  /// Of each measure how many were left out, of owners or holders on record elsewhere.
  public let elsewhere: [Int]

  init(_ occurrences: Occurrences, by dimension: Dimension, in snapshot: Snapshot) throws {
    let measures = Measure.allCases.filter { measure in
      switch dimension {
      case .town, .sector: true
      case .month: measure != .holdings
      case .scheme: measure.isByScheme
      }
    }
    let tallies = occurrences.tallies()
    var counts: [String?: [Int]] = [:]
    var appearance: [String] = []
    var totals = Array(repeating: 0, count: measures.count)
    for (one, count) in occurrences.list where one.isCertain && !one.isElsewhere {
      guard let column = measures.firstIndex(of: one.measure) else { continue }
      let key = Self.key(of: one, dimension)
      if counts[key] == nil, let key { appearance.append(key) }
      counts[key, default: Array(repeating: 0, count: measures.count)][column] += count
      totals[column] += count
    }
    let none = Array(repeating: 0, count: measures.count)
    var rows = try Self.names(dimension, in: snapshot, appearance).map { key, label in
      Row(key: key, label: label, counts: counts[key] ?? none)
    }
    if let unknown = counts[nil] {
      rows.append(
        Row(
          key: nil,
          label: Phrase(en: "not known", zh: "不详"),
          counts: unknown
        )
      )
    }
    self.dimension = dimension
    self.measures = measures
    self.rows = rows
    self.totals = totals
    uncertain = measures.map { tallies[Indicator($0)]?.uncertain ?? 0 }
    elsewhere = measures.map { tallies[Indicator($0)]?.elsewhere ?? 0 }
  }

  private static func key(of one: Occurrence, _ dimension: Dimension) -> String? {
    switch dimension {
    case .town: key(of: one) { $0.town?.text }
    case .month: one.month.map(String.init)
    case .sector:
      key(of: one) { $0.sector.map(Folding.trim).flatMap { $0.isEmpty ? nil : $0 } }
    case .scheme: one.scheme?.text
    }
  }

  /// What all those have in common who may have owned something.
  private static func key(of one: Occurrence, _ read: (OwnerTraits) -> String?) -> String? {
    let keys = one.owners.map(read)
    guard let first = keys.first, keys.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The rows that are shown: all towns and months, and the sectors and schemes that count something.
  private static func names(
    _ dimension: Dimension,
    in snapshot: Snapshot,
    _ appearance: [String]
  ) throws -> [(key: String, label: Phrase)] {
    func plain(_ name: String) -> Phrase { Phrase(en: name, zh: name) }
    let seen = Set(appearance)
    switch dimension {
    case .town:
      let towns = try snapshot.table(Town.self)
      let known = towns.records.map { ($0.id.text, plain($0[Town.name] ?? $0.id.text)) }
      let dangling = appearance.filter { towns[RecordID($0)] == nil }
      return known + dangling.map { ($0, plain($0)) }
    case .month:
      return (1...12).map { (String($0), Phrase(en: "month \($0)", zh: "\($0)月")) }
    case .sector:
      return appearance.map { ($0, plain($0)) }
    case .scheme:
      let schemes = try snapshot.table(Scheme.self)
      let known = schemes.records.filter { seen.contains($0.id.text) }
        .map { ($0.id.text, plain($0[Scheme.name] ?? $0.id.text)) }
      let dangling = appearance.filter { schemes[RecordID($0)] == nil }
      return known + dangling.map { ($0, plain($0)) }
    }
  }
}
