import Bilingual
import JSONLines
import Oversight
import Portfolio
import Presentation

/// The columns of indicators beside their targets, of which each table of a year has its own choice.
enum ProgressColumns {
  /// What the plan asks.
  static let asked: [RowColumn<ProgressRow>] = [
    RowColumn("label", Phrase(en: "indicator", zh: "指标"), overflow: .wrap) {
      .phrase($0.label, code: $0.indicator)
    },
    RowColumn("clause", Phrase(en: "clause", zh: "条款"), overflow: .keep) { text($0.clause) },
    RowColumn("target", Phrase(en: "target", zh: "目标"), .trailing) { row in
      text(row.target.map { goal($0, row) })
    },
  ]
  static let actual = number("actual", Phrase(en: "actual", zh: "实际")) { $0.actual }
  /// What was reached, with what may count in the same cell.
  static let actualAndUncertain = RowColumn<ProgressRow>(
    "actual",
    Phrase(en: "actual", zh: "实际"),
    .trailing
  ) { row in
    text(row.actual.map { row.uncertain > 0 ? "\($0) (+\(row.uncertain)?)" : "\($0)" })
  }
  static let uncertain = RowColumn<ProgressRow>(
    "uncertain",
    Phrase(en: "may count", zh: "待定"),
    .trailing
  ) { $0.actual == nil ? .empty : .integer(Int64($0.uncertain)) }
  static let net = number("net", Phrase(en: "net", zh: "净值")) { $0.net }
  static let forecast = number("forecast", Phrase(en: "forecast", zh: "预测")) { $0.forecast }
  static let pace = RowColumn<ProgressRow>("pace", Phrase(en: "pace", zh: "进度"), .trailing) {
    $0.pace.map { .percentage($0.numerator, of: $0.denominator) } ?? .empty
  }
  static let met = RowColumn<ProgressRow>("met", Phrase(en: "met", zh: "完成")) {
    $0.met.map { .boolean($0) } ?? .empty
  }
  static let unit = RowColumn<ProgressRow>("unit", Phrase(en: "unit", zh: "单位")) { text($0.unit) }
  static let scope = RowColumn<ProgressRow>("scope", Phrase(en: "scope", zh: "范围")) {
    text($0.scope)
  }
  /// What a target brings in the assessment.
  static let points = [
    number("weight", Phrase(en: "of", zh: "分值")) { $0.score?.full },
    number("deducted", Phrase(en: "taken off", zh: "扣分")) { $0.score?.deducted },
    number("bonus", Phrase(en: "bonus", zh: "加分")) { $0.score?.bonus },
    number("points", Phrase(en: "points", zh: "得分")) { $0.score?.points },
  ]

  /// The average of the years, where one of the rows has any.
  static func average(_ rows: [ProgressRow]) -> [RowColumn<ProgressRow>] {
    guard rows.contains(where: { $0.average != nil }) else { return [] }
    return [
      RowColumn("average", Phrase(en: "average", zh: "年均"), .trailing) { row in
        row.average.map {
          .ratio(Ratio($0.numerator, of: $0.denominator, decimals: 2, as: .number))
        } ?? .empty
      }
    ]
  }

  private static func number(
    _ key: String,
    _ label: Phrase,
    _ value: @escaping @Sendable (ProgressRow) -> DecimalNumber?
  ) -> RowColumn<ProgressRow> {
    RowColumn(key, label, .trailing) { text(value($0)?.description) }
  }

  private static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }

  private static func goal(_ value: DecimalNumber, _ row: ProgressRow) -> String {
    switch row.comparison {
    case .atLeast, nil: "≥\(value)"
    case .above: ">\(value)"
    case .atMost: "≤\(value)"
    case .within: "\(value)–\(row.upper?.description ?? "")"
    }
  }
}
