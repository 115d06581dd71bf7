import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio
import Presentation

/// What is told of a collective mark: who may use it, its members, a year's use.
enum MarkMembers {
  static let isWhole = Option(
    flag: "all",
    help: Phrase(en: "Show who may not, too, and why", zh: "同时列出不得使用者及原因")
  )
  static let toFile = Option(
    flag: "to-file",
    help: Phrase(
      en: "The list for the office, with what changed since the last filing",
      zh: "供报备的名单，含上次报备后的变更"
    )
  )

  static let whoMayUse = Command<World>(
    "who-may-use",
    summary: Phrase(en: "Say who may use a collective mark on a day", zh: "某日谁可使用集体商标"),
    discussion: Phrase(
      en: """
        A member may use the mark where the mark is registered and within its term, the member is \
        admitted and not suspended, an authorisation covers the day and the product, and the technical \
        standard is met; a product that failed an inspection does not meet it until that is mended or the \
        product passes. What the ledger cannot tell is told as unknown, and who is meant by it.
        """,
      zh: """
        商标有效注册且在专用期内、成员已准入且未暂停、授权期间与产品相符、达到技术标准的，可以使用；检查不合格\
        的产品在整改完毕或复查合格前视为未达标；账本无法判断的列为不明并说明缺少的资料。
        """
    ),
    examples: [
      Example(
        "brandledger mark who-may-use 天汾电动工具 --on 2025-06-30",
        Phrase(en: "On a day", zh: "指定日期")
      ),
      Example(
        "brandledger mark who-may-use 吕四海鲜 --product 海蜇 --all",
        Phrase(en: "For one product, with the reasons for every no", zh: "按产品，并说明原因")
      ),
    ],
    arguments: [MarkOptions.mark],
    options: [MarkOptions.asked, MarkOptions.product, isWhole]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let marks = try CollectiveMarks(snapshot, today: session.today)
    let mark = try session.sharedMark(arguments[MarkOptions.mark], marks, in: snapshot)
    let day = arguments[MarkOptions.asked] ?? session.today
    let all = marks.permissions(of: mark, on: day, product: arguments[MarkOptions.product])
    let title = mark[Trademark.mark] ?? mark.id.text
    var table = Presentation.Table(
      title: Phrase(en: "'\(title)' on \(day)", zh: "“\(title)” \(day)"),
      columns: [
        Column("member", Phrase(en: "member", zh: "成员"), overflow: .wrap),
        Column("mayUse", Phrase(en: "may use it", zh: "可否使用")),
        Column("certificate", Phrase(en: "certificate", zh: "使用证号"), overflow: .keep),
        Column("from", Phrase(en: "from", zh: "授权起"), overflow: .keep),
        Column("until", Phrase(en: "until", zh: "授权止"), overflow: .keep),
        Column("products", Phrase(en: "products", zh: "授权产品"), overflow: .wrap),
        Column("remarks", Phrase(en: "why not, remarks", zh: "原因与备注"), overflow: .wrap),
      ]
    )
    for one in all where arguments[isWhole] || one.answer != false {
      table.append(row(one, marks))
    }
    let yes = all.count { $0.answer == true }
    let unknown = all.count { $0.answer == nil }
    let no = all.count - yes - unknown
    let hint =
      no > 0 && !arguments[isWhole]
      ? Phrase(en: " (--all lists them, and why)", zh: "（用 --all 列出并说明原因）") : Phrase(en: "", zh: "")
    table.notes = [
      Phrase(
        en: "\(yes) may, \(unknown) not known, \(no) may not" + hint.en,
        zh: "可使用 \(yes) 家，不明 \(unknown) 家，不可使用 \(no) 家" + hint.zh
      )
    ]
    try session.show(table)
    return nil
  }

  private static func row(_ one: UsePermission, _ marks: CollectiveMarks) -> [Cell] {
    let authorisation = one.life.authorisation
    let answer: Cell =
      switch one.answer {
      case true?: .phrase(Phrase(en: "yes", zh: "可以"), code: "yes")
      case false?: .phrase(Phrase(en: "no", zh: "不可"), code: "no")
      case nil: .phrase(Phrase(en: "not known", zh: "不明"), code: "unknown")
      }
    let remarks = one.reasons + one.remarks
    let said = Phrase(
      en: remarks.map(\.en).joined(separator: "; "),
      zh: remarks.map(\.zh).joined(separator: "；")
    )
    return [
      .text(marks.name(of: one.membership)),
      answer,
      authorisation?.certificate.map { .text($0) } ?? .empty,
      authorisation?.from.map { .date($0.description) } ?? .empty,
      authorisation?.until.map { .date($0.description) } ?? .empty,
      .texts(authorisation?.products ?? []),
      remarks.isEmpty ? .empty : .phrase(said, code: said.en),
    ]
  }

  static let members = Command<World>(
    "members",
    summary: Phrase(en: "List the members of a collective mark", zh: "列出集体商标成员"),
    examples: [
      Example(
        "brandledger mark members 吕四海鲜 --to-file",
        Phrase(en: "The list to file with the office", zh: "供报备的成员名单")
      )
    ],
    arguments: [MarkOptions.mark],
    options: [MarkOptions.asked, toFile]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let marks = try CollectiveMarks(snapshot, today: session.today)
    let mark = try session.sharedMark(arguments[MarkOptions.mark], marks, in: snapshot)
    let day = arguments[MarkOptions.asked] ?? session.today
    try session.show(
      arguments[toFile] ? FiledList.table(mark, marks, day, session) : list(mark, marks, day)
    )
    return nil
  }

  private static func list(
    _ mark: Record,
    _ marks: CollectiveMarks,
    _ day: Day
  ) -> Presentation.Table {
    let title = mark[Trademark.mark] ?? mark.id.text
    var table = Presentation.Table(
      title: Phrase(en: "members of '\(title)' on \(day)", zh: "“\(title)”成员 \(day)"),
      columns: [
        Column("member", Phrase(en: "member", zh: "成员"), overflow: .wrap),
        Column("state", Phrase(en: "state", zh: "状态")),
        Column("admittedOn", Phrase(en: "admitted", zh: "加入日期"), overflow: .keep),
        Column("authorisedUntil", Phrase(en: "authorised until", zh: "授权止"), overflow: .keep),
        Column("standard", Phrase(en: "standard", zh: "执行标准")),
        Column("meets", Phrase(en: "met", zh: "达标")),
        Column("inspectedOn", Phrase(en: "last inspection", zh: "最近检查"), overflow: .keep),
        Column("result", Phrase(en: "result", zh: "结果")),
        Column("warnings", Phrase(en: "warnings", zh: "警告"), .trailing),
        Column("labels", Phrase(en: "labels \(day.year)", zh: "\(day.year) 标识"), .trailing),
        Column("quota", Phrase(en: "quota", zh: "配额"), .trailing),
      ]
    )
    for membership in marks.members(of: mark.id) {
      let life = marks.life(of: membership, on: day)
      guard life.state != nil || life.isStateUndated else { continue }
      let inspection = marks.inspections(of: membership.id).last { one in
        one[Inspection.date].map { $0.first <= day } ?? false
      }
      let state = life.state?.choice
      table.append([
        .text(marks.name(of: membership)),
        state.map { .phrase($0.label, code: $0.code) }
          ?? .phrase(Phrase(en: "not known", zh: "不明"), code: "unknown"),
        membership[Membership.admittedOn].map { .date($0.description) } ?? .empty,
        life.authorisation?.until.map { .date($0.description) } ?? .empty,
        life.standard.map { .text($0) } ?? .empty,
        life.meets.map { .boolean($0) } ?? .empty,
        inspection?[Inspection.date].map { .date($0.description) } ?? .empty,
        inspection.map { result(of: $0, on: day) } ?? .empty,
        .integer(Int64(life.warnings.count)),
        .integer(Int64(life.labels[day.year] ?? 0)),
        life.authorisation?.quota.map { .integer(Int64($0)) } ?? .empty,
      ])
    }
    let rules = [MarkRuleType.useRules, .standard].compactMap {
      marks.rule($0, of: mark.id, on: day)
    }
    table.notes = rules.map { rule in
      let type = rule[MarkRule.type]?.choice.label ?? Phrase(en: "", zh: "")
      let text = [rule[MarkRule.number], rule[MarkRule.title]].compactMap(\.self)
        .joined(separator: " ")
      let from = rule[MarkRule.inForceFrom]?.description ?? ""
      return Phrase(en: "\(type.en): \(text), since \(from)", zh: "\(type.zh)：\(text)，\(from) 起施行")
    }
    return table
  }

  /// What an inspection found; a fault that was mended by the day is told as mended.
  private static func result(of inspection: Record, on day: Day) -> Cell {
    guard let choice = inspection[Inspection.result]?.choice else { return .empty }
    let isMended = inspection[Inspection.mendedOn].map { $0.first <= day } ?? false
    return isMended
      ? .phrase(Phrase(en: "mended", zh: "已整改"), code: "mended")
      : .phrase(choice.label, code: choice.code)
  }

  static let report = Command<World>(
    "report",
    summary: Phrase(en: "Show a year's use of a collective mark", zh: "集体商标年度使用报告"),
    examples: [
      Example(
        "brandledger mark report 天汾电动工具 --year 2025 -o 使用报告.html",
        Phrase(en: "As a page to hand in", zh: "输出为网页报告")
      )
    ],
    arguments: [MarkOptions.mark],
    options: [MarkOptions.year]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let marks = try CollectiveMarks(snapshot, today: session.today)
    let mark = try session.sharedMark(arguments[MarkOptions.mark], marks, in: snapshot)
    let year = arguments[MarkOptions.year] ?? session.today.year - 1
    guard let report = marks.useReport(of: mark, year: year) else { return nil }
    try session.show(UseReportTable.table(report, mark, marks))
    return nil
  }
}
