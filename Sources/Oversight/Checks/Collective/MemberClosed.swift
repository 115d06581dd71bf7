import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Who is in business no longer uses no collective mark.
  static let memberClosed = Check(
    "member-closed",
    demand: Phrase(
      en: "A member of a collective mark is in business.",
      zh: "集体商标成员须未注销、未被吊销。"
    ),
    severity: .warning,
    ledger: { audit in
      let marks = try CollectiveMarks(audit.snapshot, today: audit.today)
      return marks.memberships.records.compactMap { membership in
        guard let status = marks.closing(of: membership[Membership.member])?.choice.label,
          let state = marks.life(of: membership, on: audit.today).state, state != .withdrawn
        else { return nil }
        let name = marks.name(of: membership)
        let label = state.choice.label
        return Finding(
          membership,
          Phrase(
            en: "it is '\(label.en)', and \(name) is on record as \(status.en)",
            zh: "成员状态为“\(label.zh)”，而 \(name) 登记为\(status.zh)"
          ),
          help: Phrase(
            en: "end it with 'mark withdraw', or correct the enterprise's status",
            zh: "请用 mark withdraw 取消成员资格，或更正企业登记状态"
          )
        )
      }
    }
  )
}
