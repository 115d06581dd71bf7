import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A collective mark is for the members of its holder, a certification mark for others than it.
  static let collectiveUsers = Check(
    "collective-users",
    demand: Phrase(
      en: "A collective mark is held by a body and used by its members, a certification mark by "
        + "others than its owner.",
      zh: "集体商标由团体、协会等组织注册，供其成员使用；证明商标由注册人以外的单位或个人使用。"
    ),
    severity: .warning,
    ledger: { audit in
      let marks = try CollectiveMarks(audit.snapshot, today: audit.today)
      return marks.marks.flatMap { mark -> [Finding] in
        let life = marks.book.life(of: mark, on: audit.today)
        guard life.state?.isEnded != true else { return [] }
        let licensed = life.licences.flatMap(\.parties)
        let messages =
          marks.unfitHolders(life.owners, of: mark)
          + marks.strangers(licensed, to: mark, on: audit.today)
        return messages.map { Finding(mark, $0, help: collectiveUsersHelp) }
          + marks.members(of: mark.id).filter { membership in
            marks.life(of: membership, on: audit.today).state != .withdrawn
              && marks.isOwnCertification(
                mark,
                of: membership[Membership.member],
                on: audit.today
              )
          }.map {
            Finding(
              $0,
              Phrase(en: "a certification mark is not for its owner", zh: "证明商标注册人不得自用"),
              help: Phrase(
                en: "end it with 'mark withdraw', or correct the mark's kind or owner",
                zh: "请用 mark withdraw 取消成员资格，或更正商标的种类或注册人"
              )
            )
          }
      }
    }
  )

  /// What to do about a holder or a licensee that the law does not allow.
  static let collectiveUsersHelp = Phrase(
    en: "correct the enterprise's type or the event, or take the matter up: admit the licensee, or "
      + "have the mark go to a body that may hold it",
    zh: "请更正主体类型或事项；属实的请依规处理：先准入为成员，或由具备资格的组织受让"
  )
}
