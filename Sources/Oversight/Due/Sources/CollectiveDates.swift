import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// A member reports its use of a collective mark after each year, in the time that the rules set.
  static let useReport: Self = DueSource(
    "use-report",
    Phrase(en: "use report", zh: "年度使用报告"),
    of: Membership.self
  ) { record, docket in
    let marks = try docket.collective()
    guard let id = record[Membership.mark], let mark = marks.book.trademarks[id],
      let first = Day(year: docket.today.year - 1, month: 1, day: 1),
      let last = Day(year: docket.today.year - 1, month: 12, day: 31),
      let due = marks.reportDue(of: id, after: last),
      let row = marks.useReportRow(of: marks.memberships(like: record), from: first, until: last),
      row.membership.id == record.id, row.owesReport, row.reports.isEmpty
    else { return [] }
    return [
      DueDate(
        .useReport,
        record,
        key: "\(last.year)",
        action: Phrase(
          en: "hand in the report on the use in \(last.year)",
          zh: "提交 \(last.year) 年度使用报告"
        ),
        subject: mark[Trademark.mark] ?? id.text,
        holder: record[Membership.member],
        opens: last + 1,
        due: due
      )
    ]
  }

  /// A member is inspected again in the time that the rules of the mark set.
  static let nextInspection: Self = DueSource(
    "next-inspection",
    Phrase(en: "next inspection", zh: "下次检查"),
    of: Membership.self
  ) { record, docket in
    let marks = try docket.collective()
    guard
      marks.life(of: record, on: docket.today).authorisation?.covers(docket.today) != false,
      marks.life(of: record, on: docket.today).state == .admitted,
      let due = marks.nextInspection(of: record, on: docket.today)
    else { return [] }
    let mark = marks.book.trademarks[record[Membership.mark]]
    return [
      DueDate(
        .nextInspection,
        record,
        action: Phrase(en: "inspect the member's products", zh: "检查成员产品"),
        subject: mark?[Trademark.mark] ?? record[Membership.mark]?.text ?? "",
        holder: record[Membership.member],
        due: due
      )
    ]
  }

  /// A change of the members is filed with the office in the time that the rules of the mark set.
  static let memberList: Self = DueSource(
    "member-list",
    Phrase(en: "list of members", zh: "成员名单报备"),
    of: Trademark.self,
    likenesses: Likeness.marks
  ) { record, docket in
    guard CollectiveMarks.isShared(record) else { return [] }
    let list = try docket.collective().memberList(of: record, on: docket.today)
    guard let due = list.due, !list.changes.isEmpty else { return [] }
    return [
      DueDate(
        .memberList,
        record,
        action: Phrase(
          en: "file \(list.changes.count, of: "change") of the members with the office",
          zh: "报备 \(list.changes.count) 项成员变更"
        ),
        subject: record[Trademark.mark] ?? record.id.text,
        holder: record[Trademark.owner],
        due: due
      )
    ]
  }
}
