import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Labels go to those who may use the mark.
  static let labelsWithoutRight = Check(
    "labels-without-right",
    demand: Phrase(
      en: "Labels are issued to a member that may use the mark on that day.",
      zh: "标识须发放给当日可使用商标的成员。"
    ),
    severity: .warning,
    ledger: { audit in
      let marks = try CollectiveMarks(audit.snapshot, today: audit.today)
      return marks.memberships.records.flatMap { membership -> [Finding] in
        guard let mark = marks.book.trademarks[membership[Membership.mark]],
          let member = membership[Membership.member]
        else { return [] }
        return marks.events(of: membership.id).compactMap { event in
          guard event[MembershipEvent.action] == .labels, let date = event[MembershipEvent.date]
          else { return nil }
          func permission(_ day: Day) -> UsePermission? {
            let product = event[MembershipEvent.products]?.first
            return marks.permission(of: member, for: mark, on: day, product: product)
          }
          // Most might use it: nothing else is asked of them.
          guard let denied = permission(date.first), denied.answer == false else { return nil }
          // Of a day on which it was suspended or left, what came first is not known; nor of a vague date.
          guard permission(date.first + -1)?.answer == false,
            date.last == date.first || permission(date.last)?.answer == false
          else { return nil }
          let reasons = denied.reasons
          let name = marks.name(of: membership)
          let count = event[MembershipEvent.labels] ?? 0
          return Finding(
            event,
            Phrase(
              en: "\(count, of: "label") went to \(name) on \(date), which might not use the mark: "
                + reasons.map(\.en).joined(separator: "; "),
              zh: "\(date) 向 \(name) 发放标识 \(count)，当日不得使用该商标："
                + reasons.map(\.zh).joined(separator: "；")
            ),
            help: Phrase(
              en: "correct the day or the event, or call the labels back",
              zh: "请更正日期或事项，或收回标识"
            )
          )
        }
      }
    }
  )
}
