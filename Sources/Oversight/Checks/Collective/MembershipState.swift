import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The state of a membership follows from its events, and is never told twice.
  static let membershipState = Check(
    "membership-state",
    demand: Phrase(
      en: "A membership's state is the one that its events tell.",
      zh: "成员状态须与成员事项一致。"
    ),
    severity: .warning,
    ledger: { audit in
      let marks = try CollectiveMarks(audit.snapshot, today: audit.today)
      return marks.memberships.records.compactMap { membership in
        guard !marks.events(of: membership.id).isEmpty,
          let told = marks.life(of: membership, on: audit.today).state,
          let typed = membership[Membership.state], typed != told
        else { return nil }
        return Finding(
          membership,
          Phrase(
            en: "its state is '\(typed.choice.label.en)', its events say '\(told.choice.label.en)'",
            zh: "状态记为“\(typed.choice.label.zh)”，成员事项表明为“\(told.choice.label.zh)”"
          ),
          help: Phrase(
            en: "set state=\(told.rawValue), or enter the event that is missing",
            zh: "请填 state=\(told.rawValue)，或补登缺少的事项"
          )
        )
      }
    }
  )
}
