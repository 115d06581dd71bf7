import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A new version of the technical standard is met too.
  static let membershipOldStandard = Check(
    "membership-old-standard",
    demand: Phrase(
      en: "A member that may use a collective mark was assessed by the standard in force.",
      zh: "可使用集体商标的成员须按现行技术标准评定。"
    ),
    severity: .warning,
    ledger: { audit in
      let marks = try CollectiveMarks(audit.snapshot, today: audit.today)
      return marks.memberships.records.compactMap { membership in
        let life = marks.life(of: membership, on: audit.today)
        guard life.state == .admitted, life.authorisation?.covers(audit.today) != false,
          let mark = membership[Membership.mark],
          let rule = marks.outdatedStandard(of: life, mark, on: audit.today),
          let from = rule[MarkRule.inForceFrom]
        else { return nil }
        let name = rule[MarkRule.number] ?? rule[MarkRule.title] ?? rule.id.text
        return Finding(
          membership,
          Phrase(
            en: "it was assessed by '\(life.standard ?? "")'; since \(from) \(name) is in force",
            zh: "按“\(life.standard ?? "")”评定；\(from) 起施行 \(name)"
          ),
          help: Phrase(
            en: "assess it anew ('mark assess'), or suspend it",
            zh: "请按新标准重新评定（mark assess），或暂停使用"
          )
        )
      }
    }
  )
}
