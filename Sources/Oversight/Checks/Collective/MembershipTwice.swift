import Bilingual
import Ledger
import Portfolio

extension Check {
  /// An enterprise is a member of a mark once at a time.
  static let membershipTwice = Check(
    "membership-twice",
    demand: Phrase(
      en: "An enterprise has one membership of a mark at a time.",
      zh: "同一企业在同一商标只有一项在续成员关系。"
    ),
    severity: .warning,
    ledger: { audit in
      let marks = try CollectiveMarks(audit.snapshot, today: audit.today)
      return marks.memberships.records.compactMap { membership in
        let all = marks.memberships(like: membership)
        guard all.count > 1, membership[Membership.member] != nil else { return nil }
        let running = all.filter { marks.life(of: $0, on: audit.today).state != .withdrawn }
        guard let first = running.first, first.id != membership.id,
          running.contains(where: { $0.id == membership.id })
        else { return nil }
        return Finding(
          membership,
          Phrase(
            en: "\(marks.name(of: membership)) is a member by \(first.id) already",
            zh: "\(marks.name(of: membership)) 已有成员关系 \(first.id)"
          ),
          help: Phrase(
            en: "merge both, or end one: 'mark withdraw' takes its id for the member",
            zh: "请合并，或终止其一（mark withdraw 的成员可填成员关系编号）"
          )
        )
      }
    }
  )
}
