import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Whose, or what for, payouts are that a limit looks at together.
enum PayoutSubject: String, CaseIterable, Sendable {
  case enterprise, group, object, mark, family, fact

  static let parameter = Parameter(
    "subject",
    .word("subject", Self.enterprise),
    default: .string(Self.enterprise.rawValue),
    Phrase(
      en:
        "Whose payouts are taken together: the applicant's (enterprise), those of its whole group (group), "
        + "those for one brand, mark or patent (object), for the same mark of one owner whatever its "
        + "numbers (mark), for one patent family (family), or for one fact (fact). A loan, and a premium that "
        + "names no right, is an object by itself.",
      zh:
        "合并计算的范围：同一申报单位（enterprise）、同一集团（group）、同一品牌商标专利（object）、同一注册人的同一商标（mark）、同族专利（family）、同一事实（fact）。贷款和未注明权利的保险费各自为一件。"
    )
  )

  /// Whether it has to know what a claim is about.
  var isObject: Bool { [.object, .mark, .family].contains(self) }

  /// What a claim is taken together by; `nil` where its object is not known.
  func key(of claim: Claim, by applicant: RecordID, _ evidence: Evidence) -> RecordID? {
    switch self {
    case .enterprise: applicant
    case .group: evidence.group(of: applicant)
    case .object: claim.object
    case .mark: claim.object.map { evidence.mark($0) }
    case .family: claim.object.map { evidence.family($0) }
    case .fact: claim.source.id
    }
  }

  /// What an earlier payout is taken together by, each once: several registrations may be one mark.
  func keys(of payout: Payout, _ evidence: Evidence) -> [RecordID] {
    allKeys(of: payout, evidence).reduce(into: []) { keys, key in
      if !keys.contains(key) { keys.append(key) }
    }
  }

  private func allKeys(of payout: Payout, _ evidence: Evidence) -> [RecordID] {
    let applicant = payout.applicant
    switch self {
    case .enterprise: return [applicant]
    case .group:
      let head = evidence.group(of: applicant)
      return head == applicant ? [head] : [head, applicant]
    case .object: return payout.objects
    case .mark: return payout.objects.map(evidence.mark)
    case .family: return payout.objects.map(evidence.family)
    case .fact: return payout.facts
    }
  }
}
