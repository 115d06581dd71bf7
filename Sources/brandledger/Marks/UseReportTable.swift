import Bilingual
import Ledger
import Oversight
import Portfolio
import Presentation

/// A year's use of a collective mark as a table.
enum UseReportTable {
  static func table(
    _ report: UseReport,
    _ mark: Record,
    _ marks: CollectiveMarks
  ) -> Presentation.Table {
    let title = mark[Trademark.mark] ?? mark.id.text
    var table = Presentation.Table(
      title: Phrase(
        en: "use of '\(title)' (\(mark.id)) in \(report.year)",
        zh: "“\(title)”（\(mark.id)）\(report.year) 年度使用报告"
      ),
      columns: [
        Column("member", Phrase(en: "member", zh: "成员"), overflow: .wrap),
        Column("state", Phrase(en: "state", zh: "状态")),
        Column("quota", Phrase(en: "quota", zh: "配额"), .trailing),
        Column("issued", Phrase(en: "labels issued", zh: "发放标识"), .trailing),
        Column("used", Phrase(en: "labels used", zh: "使用标识"), .trailing),
        Column("salesFen", Phrase(en: "sales (CNY)", zh: "销售额（元）"), .trailing),
        Column("inspections", Phrase(en: "inspections", zh: "检查次数"), .trailing),
        Column("notPassed", Phrase(en: "not passed", zh: "未合格"), .trailing),
        Column("warnings", Phrase(en: "warnings", zh: "警告"), .trailing),
        Column("report", Phrase(en: "report", zh: "报告")),
      ]
    )
    var sales = Money.zero
    var isWhole = true
    for row in report.rows {
      for sold in row.reports.compactMap({ $0[MembershipEvent.salesFen] }) {
        if let sum = try? sales.adding(sold) { sales = sum } else { isWhole = false }
      }
      table.append(cells(row, marks))
    }
    let issued = report.rows.reduce(0) { $0 + $1.issued }
    let missing = report.rows.count { $0.owesReport && $0.reports.isEmpty }
    table.setFooter([
      .phrase(Phrase(en: "all", zh: "合计"), code: "all"), .empty, .empty, .integer(Int64(issued)),
      .integer(Int64(report.rows.reduce(0) { $0 + (used($1) ?? 0) })),
      isWhole ? .money(fen: sales.fen) : .empty,
      .integer(Int64(report.rows.reduce(0) { $0 + $1.inspections.count })), .empty, .empty, .empty,
    ])
    if missing > 0 {
      table.notes.append(
        Phrase(
          en: "\(missing) reports are missing" + (report.due.map { ", due on \($0.day)" } ?? ""),
          zh: "缺少 \(missing) 份报告" + (report.due.map { "，期限 \($0.day)" } ?? "")
        )
      )
    }
    return table
  }

  /// The labels that a member reported as used; `nil` where it told no number.
  private static func used(_ row: UseReport.Row) -> Int? {
    let told = row.reports.compactMap { $0[MembershipEvent.labels] }
    return told.isEmpty ? nil : told.reduce(0, +)
  }

  private static func cells(_ row: UseReport.Row, _ marks: CollectiveMarks) -> [Cell] {
    let state = row.life.state?.choice
    let came = row.reports.last?[MembershipEvent.date]?.description
    let sold = row.reports.compactMap { $0[MembershipEvent.salesFen] }
    let sum = try? sold.reduce(Money.zero) { try $0.adding($1) }
    return [
      .text(marks.name(of: row.membership)),
      state.map { .phrase($0.label, code: $0.code) } ?? .empty,
      row.quota.map { .integer(Int64($0)) } ?? .empty,
      .integer(Int64(row.issued)),
      used(row).map { .integer(Int64($0)) } ?? .empty,
      sold.isEmpty ? .empty : sum.map { .money(fen: $0.fen) } ?? .empty,
      .integer(Int64(row.inspections.count)),
      .integer(Int64(row.inspections.count { $0[Inspection.result] != .pass })),
      .integer(Int64(row.warnings)),
      came.map { .date($0) }
        ?? (row.owesReport ? .phrase(Phrase(en: "missing", zh: "未报"), code: "missing") : .empty),
    ]
  }
}
