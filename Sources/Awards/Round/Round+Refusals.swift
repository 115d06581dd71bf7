import Bilingual
import Ledger
import Portfolio

extension Round {
  /// Finds every reason why claims must not be sealed.
  func refusals(of claims: [Claim], on day: Day) throws -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var seen: Set<String> = []
    for claim in claims {
      if claim.outcome != .eligible {
        faults.append(
          Self.refusal(
            "award-not-eligible",
            claim,
            Phrase(
              en: "it is \(claim.outcome.choice.label.en)",
              zh: "其结果为“\(claim.outcome.choice.label.zh)”"
            ),
            help: Phrase(en: "only eligible claims are sealed", zh: "只有“符合”的申领项可以封存")
          )
        )
      }
      if let date = claim.date, date.lies(from: nil, until: day) == false {
        faults.append(
          Self.refusal(
            "award-fact-later",
            claim,
            Phrase(en: "its fact is of \(date), after \(day)", zh: "其事实发生于 \(date)，晚于 \(day)"),
            help: Phrase(
              en: "seal it when it has happened, or correct the date",
              zh: "请在事实发生后封存，或更正日期"
            )
          )
        )
      }
      if !seen.insert("\(claim.policy)\n\(claim.id)").inserted {
        faults.append(
          Self.refusal("award-double", claim, Phrase(en: "it is named twice", zh: "重复列出"))
        )
      }
      if let fault = unknownPayee(of: claim) { faults.append(fault) }
      let paid = claim.facts.lazy.flatMap { evidence.payouts(forFact: $0) }.first {
        $0.pays(claim)
      }
      if let paid {
        faults.append(
          Self.refusal(
            "award-double",
            claim,
            Phrase(
              en:
                "the same fact was already sealed under the same clause as \(paid.id) in \(paid.year)",
              zh: "同一事实已依同一条款于 \(paid.year) 年封存（\(paid.id)）"
            ),
            help: paid.commit == nil
              ? Self.byHand(paid, in: year)
              : Phrase(
                en: "void or recover that award first, if it was wrong",
                zh: "如该奖励有误，请先作废或追回"
              )
          )
        )
      }
    }
    return try faults + stale(beside: claims)
  }

  /// Somebody who is paid by a claim and whom the ledger does not know.
  func unknownPayee(of claim: Claim, _ severity: Diagnostic.Severity = .error) -> Diagnostic? {
    guard let stranger = claim.payees.first(where: { !evidence.knows($0) }) else { return nil }
    return Self.refusal(
      "unknown-payee",
      claim,
      Phrase(
        en: "it is paid to '\(stranger)', whom the ledger does not know",
        zh: "领取人“\(stranger)”不在账本中"
      ),
      help: Phrase(
        en: "add it with 'brandledger add enterprise id=\(stranger) …', or correct who is paid",
        zh: "请用 brandledger add enterprise id=\(stranger) … 登记，或更正领取人"
      ),
      severity
    )
  }

  /// Sealed awards that are no longer found as they stand, where a payout would build on them.
  ///
  /// Those of this round matter to the same applicant, and to everybody where the policy shares a budget; those
  /// for the same fact whatever their clause and round are, for the fact may have been another then. A share
  /// of the whole follows what is sealed, and stands in nobody's way.
  private func stale(beside claims: [Claim]) throws -> [Diagnostic] {
    let applicants = Set(claims.compactMap(\.applicant))
    let byFact = Dictionary(
      claims.flatMap { claim in claim.facts.map { ($0, [claim]) } },
      uniquingKeysWith: +
    )
    let policies = Set(claims.map(\.policy))
    let lineage = Set(ruleSets.filter { policies.contains($0.id) }.flatMap(\.lineage))
    let shared = ruleSets.filter { !$0.rules(of: .budget).isEmpty }.map(\.id)
    var rounds = Amounts(self)
    return try evidence.allPayouts.compactMap { payout in
      guard !payout.isOfRound, !payout.isForeign else { return nil }
      let isOfRound = payout.year == year && policies.contains(payout.policy)
      let isNear = isOfRound && applicants.contains(payout.applicant)
      let same = payout.facts.flatMap { byFact[$0] ?? [] }
      let isSameFact = !same.isEmpty && lineage.contains(payout.policy)
      // What pays the same is refused as such.
      guard isNear || isSameFact || isOfRound && shared.contains(payout.policy),
        !same.contains(where: { payout.pays($0) })
      else { return nil }
      let found = try rounds.amount(of: payout)
      // One whose claim is gone takes its room all the same; one that was not sealed here had none.
      guard found != nil || (isNear || isSameFact) && payout.commit != nil else { return nil }
      let now = found ?? .zero
      return payout.balance.fits(now) ? nil : Self.isStale(payout, now)
    }
  }

  private static func isStale(_ payout: Payout, _ now: Money) -> Diagnostic {
    let stands = payout.balance.due
    return Diagnostic(
      "award-stale",
      Phrase(
        en:
          "\(payout.id) stands with \(stands) yuan for \(payout.claim), which now computes to \(now) yuan",
        zh: "\(payout.id) 现按 \(stands) 元有效（\(payout.claim)），现计算为 \(now) 元"
      ),
      help: payout.commit == nil
        ? byHand(payout, in: payout.year)
        : Phrase(
          en: "void or recover it, or correct the facts, before more is sealed",
          zh: "请先作废、追回或更正事实，再封存其他奖励"
        )
    )
  }

  /// What can be done with an award that was entered by hand: the award commands do not move it.
  private static func byHand(_ payout: Payout, in year: Int) -> Phrase {
    guard payout.year == year else {
      return Phrase(
        en:
          "it was entered by hand for \(payout.year): where it pays what this round would, 'set award "
          + "\(payout.id) year=\(year)'; where it is wrong, 'set award \(payout.id) state=void'",
        zh: "该奖励为手工登记，年度为 \(payout.year)：如所付即本轮奖励，请用 set award \(payout.id) year=\(year) 更正；"
          + "有误的，请用 set award \(payout.id) state=void 作废"
      )
    }
    return Phrase(
      en:
        "it was entered by hand: where it was paid so, give it a name of its own ('set award \(payout.id) "
        + "claim=…'), under which it counts as paid and its fact takes nothing more; where it is wrong, "
        + "'set award \(payout.id) state=void'",
      zh: "该奖励为手工登记：确已如数支付的，请用 set award \(payout.id) claim=… 另起名称，即按已支付计，其事实不再参与分配；"
        + "有误的，请用 set award \(payout.id) state=void 作废"
    )
  }

  private static func refusal(
    _ name: String,
    _ claim: Claim,
    _ why: Phrase,
    help: Phrase? = nil,
    _ severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      name,
      Phrase(en: "\(claim.id) cannot be sealed: \(why.en)", zh: "\(claim.id) 不能封存：\(why.zh)"),
      help: help,
      severity: severity
    )
  }
}

extension Claim {
  /// The records of all who are paid.
  fileprivate var payees: [RecordID] {
    parts.isEmpty ? [recipient].compactMap(\.self) : parts.compactMap(\.recipient)
  }
}

extension Payout {
  /// Whether it already pays what a claim would pay.
  fileprivate func pays(_ claim: Claim) -> Bool {
    pays(claim.id, under: claim.clause, of: claim.policy)
  }
}
