import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio
import Presentation

/// The due dates counted by what they share, with what they cost.
enum DueSummary {
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

  /// The groups in the order in which their first date comes.
  static func table(
    _ rows: [DueRow],
    by dimension: Dimension,
    _ today: Day
  ) throws(Money.Overflow) -> Presentation.Table {
    var keys: [String] = []
    var groups: [String: (label: Phrase, rows: [DueRow])] = [:]
    for row in rows {
      let (key, label) = key(of: row, dimension)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: (label, [])].rows.append(row)
    }
    let urgencies = Urgency.allCases.filter { urgency in rows.contains { $0.urgency == urgency } }
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
      table.append(
        [.phrase(group.label, code: key)] + (try cells(group.rows, urgencies))
      )
    }
    table.setFooter(
      [.phrase(Phrase(en: "total", zh: "合计"), code: "total")] + (try cells(rows, urgencies))
    )
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

  private static func cells(
    _ rows: [DueRow],
    _ urgencies: [Urgency]
  ) throws(Money.Overflow) -> [Cell] {
    var sum = Money.zero
    for row in rows {
      guard let cost = row.date.cost else { continue }
      sum = try sum.adding(try cost.total())
    }
    let counts = urgencies.map { urgency in rows.count { $0.urgency == urgency } }
    return [.integer(Int64(rows.count))] + counts.map { .integer(Int64($0)) }
      + [.money(fen: sum.fen)]
  }
}
