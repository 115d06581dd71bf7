import Bilingual
import Ledger
import Portfolio

extension Round {
  /// The award that was sealed for a claim and made void; `nil` where there is none, or the claim is named.
  func voided(_ claim: Claim) -> Record? {
    guard !evidence.isTaken(claim.id) else { return nil }
    return evidence.voided[claim.id]?.last {
      $0[Award.policy] == claim.policy && $0[Award.year] == year
    }
  }

  /// The claims whose award was made void: people decided that, and people decide that it is sealed after all.
  func cautionsOfVoided() -> [Diagnostic] {
    let held = unsealed.compactMap { claim in voided(claim).map { (claim, $0) } }
    guard !held.isEmpty else { return [] }
    let reasons = evidence.reasonsOfVoiding()
    return held.map { claim, award in
      let reason = reasons[award.id].map { " (\($0))" } ?? ""
      return Diagnostic(
        "claim-voided",
        Phrase(
          en: "\(claim.id) was sealed as \(award.id), which was made void\(reason)",
          zh: "\(claim.id) 曾封存为 \(award.id)，后已作废\(reason)"
        ),
        help: Phrase(
          en:
            "where it is to be sealed anew, name it: award seal \(claim.id) --year \(year), or all with "
            + "--voided",
          zh: "确需重新封存的，请指明：award seal \(claim.id) --year \(year)，或用 --voided 全部封存"
        ),
        severity: .warning
      )
    }
  }
}

extension Evidence {
  /// Why awards were made void.
  fileprivate func reasonsOfVoiding() -> [RecordID: String] {
    failures.value(or: [:]) {
      let pairs = try snapshot.table(AwardEvent.self).records.compactMap { event in
        event[AwardEvent.action] == .void
          ? event[AwardEvent.award].flatMap { award in
            event[AwardEvent.reason].map { (award, $0) }
          } : nil
      }
      return Dictionary(pairs, uniquingKeysWith: { $1 })
    }
  }
}
