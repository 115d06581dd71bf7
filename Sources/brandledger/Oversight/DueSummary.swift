import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio
import Presentation

/// The due dates counted by what they share, with what they cost.
struct DueSummary {
  /// By what dates are counted.
  enum Dimension: String, CaseIterable, Sendable {
    case holder
    case town
    case kind
    case urgency

    var label: Phrase {
      switch self {
      case .holder: Phrase(en: "holder", zh: "权利人")
      case .town: Phrase(en: "town", zh: "镇区")
      case .kind: Phrase(en: "kind", zh: "类别")
      case .urgency: Phrase(en: "urgency", zh: "紧急程度")
      }
    }
  }

  private struct Group {
    let label: Phrase
    var count = 0
    var urgencies: [Urgency: Int] = [:]
    var cost = Money.zero

    mutating func add(_ row: DueRow) throws(Money.Overflow) {
      count += 1
      urgencies[row.urgency, default: 0] += 1
      if let cost = row.date.cost { self.cost = try self.cost.adding(try cost.total()) }
    }

    func cells(_ urgencies: [Urgency]) -> [Cell] {
      [.integer(Int64(count))] + urgencies.map { .integer(Int64(self.urgencies[$0] ?? 0)) }
        + [.money(fen: cost.fen)]
    }
  }

  private let dimension: Dimension
  private var total = Group(label: Phrase(en: "total", zh: "合计"))
  private var groups: [String: Group] = [:]
  // In the order in which their first date comes.
  private var keys: [String] = []

  init(_ dimension: Dimension) {
    self.dimension = dimension
  }

  /// Counts a date.
  mutating func add(_ row: DueRow) throws(Money.Overflow) {
    let (key, label) = Self.key(of: row, dimension)
    if groups[key] == nil { keys.append(key) }
    try groups[key, default: Group(label: label)].add(row)
    try total.add(row)
  }

  /// The groups in the order in which their first date came.
  func table(_ today: Day) -> Presentation.Table {
    let urgencies = Urgency.allCases.filter { total.urgencies[$0] != nil }
    var table = Presentation.Table(
      title: Phrase(
        en: "due on \(today) by \(dimension.label.en)",
        zh: "到期事项按\(dimension.label.zh)（\(today)）"
      ),
      columns: [
        Column(dimension.rawValue, dimension.label),
        Column("count", Phrase(en: "dates", zh: "件数"), .trailing),
      ]
        + urgencies.map { Column($0.rawValue, $0.label, .trailing) }
        + [Column("costFen", Phrase(en: "to pay (CNY)", zh: "应缴（元）"), .trailing)]
    )
    for key in keys {
      guard let group = groups[key] else { continue }
      table.append([.phrase(group.label, code: key)] + group.cells(urgencies))
    }
    table.setFooter([.phrase(total.label, code: "total")] + total.cells(urgencies))
    return table
  }

  private static func key(of row: DueRow, _ dimension: Dimension) -> (String, Phrase) {
    let none = Phrase(en: "none", zh: "未填")
    func named(_ id: String?, _ name: String?) -> (String, Phrase) {
      (id ?? "", name.map { Phrase(en: $0, zh: $0) } ?? none)
    }
    switch dimension {
    case .holder: return named(row.date.holder?.text, row.holder)
    case .town: return named(row.townID?.text, row.town)
    case .kind: return (row.date.source.name, row.date.source.label)
    case .urgency: return (row.urgency.rawValue, row.urgency.label)
    }
  }
}
