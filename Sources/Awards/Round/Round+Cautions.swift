import Bilingual
public import Ledger
public import Portfolio

extension Round {
  /// Those that are not sealed and can be: the ledger knows everybody whom they pay.
  var sealable: [Claim] {
    unsealed.filter { unknownPayee(of: $0) == nil }
  }

  /// Those of them whose title was not revoked, and whose right was not declared invalid, by a day, and of which no award
  /// was made void.
  ///
  /// - Parameters:
  ///   - day: The day of sealing.
  ///   - withVoided: Whether those whose award was made void are among them.
  /// - Returns: The claims.
  public func sealable(on day: Day, withVoided: Bool = false) -> [Claim] {
    sealable.filter {
      revocation(of: $0, by: day) == nil && (withVoided || voided($0) == nil)
    }
  }

  /// Finds the claims whose title was revoked, whose right was declared invalid, or which ended otherwise, after the
  /// days of the round.
  ///
  /// What was given up or lapsed was right as long as it stood, and is paid.
  ///
  /// - Parameter day: The day of sealing.
  /// - Returns: A warning for each.
  public func ended(on day: Day) -> [Diagnostic] {
    unsealed.compactMap { claim -> Diagnostic? in
      if let since = revocation(of: claim, by: day) {
        return caution(
          "claim-fact-ended",
          Phrase(
            en: "what \(claim.id) rewards no longer stands, from \(since) on",
            zh: "\(claim.id) 所奖励的事实自 \(since) 起不再有效"
          ),
          help: Phrase(en: "it is sealed only where the claim is named", zh: "须指明该申领项才会封存")
        )
      }
      guard let end = evidence.ending(of: claim.source), let since = end.day,
        end.isOver(by: day) != false
      else { return nil }
      return caution(
        "claim-right-ended",
        Phrase(
          en: "what \(claim.id) rewards stood in the days of the round and ended on \(since)",
          zh: "\(claim.id) 所奖励的权利在本轮期间有效，已于 \(since) 终止"
        ),
        help: Phrase(
          en: "it is sealed all the same; if it has to be in force still, name only the others",
          zh: "仍予封存；如政策要求封存时仍有效，请只指明其他申领项"
        )
      )
    }
  }

  /// From when what a claim rewards no longer stands; `nil` where it stands on a day.
  private func revocation(of claim: Claim, by day: Day) -> PartialDate? {
    claim.source.kind.revoked(claim.source.record).flatMap { since in
      since.lies(from: nil, until: day) == false ? nil : since
    }
  }

  /// Finds what deserves a look before amounts of the round are relied on.
  ///
  /// - Returns: Warnings: payers of several levels, facts of days on which a policy may not have held, claims of the year
  ///   before that are not sealed, awards that came back in full, were found wrong or made void, payees whom the ledger
  ///   does not know, policies whose claims cannot all be sealed.
  /// - Throws: ``Diagnostics`` where the round of the year before cannot be computed.
  public func cautions() throws -> [Diagnostic] {
    try severalPayers() + ruleSets.flatMap(openDays) + unsealedBefore() + ended()
      + cautionsOfVoided()
      + unsealed.compactMap { unknownPayee(of: $0, .warning) }
      + clashes(sealing: sealable, .warning)
  }

  /// Finds the policies whose round is not over: what is won until its end shares their limits.
  ///
  /// - Parameter today: The present day.
  /// - Returns: A warning for each.
  public func running(on today: Day) -> [Diagnostic] {
    ruleSets.compactMap { rules in
      let last = rules.window.days(ofRound: year).upperBound
      guard today <= last, claims.contains(where: { $0.policy == rules.id }) else { return nil }
      return caution(
        "round-running",
        Phrase(
          en: "the round of \(year) of \(rules.id) runs until \(last)",
          zh: "\(rules.id) 的 \(year) 年度尚在进行，至 \(last) 止"
        ),
        help: Phrase(
          en: "what is won until then shares its limits: seal when it is over",
          zh: "此后的事实仍参与分配和封顶，宜在期满后封存"
        )
      )
    }
  }

  /// Finds who is to be paid, or won what is paid for, and is barred from awards on a day.
  ///
  /// - Parameters:
  ///   - today: The present day.
  ///   - snapshot: The ledger of the round.
  ///   - claims: Of which claims; all of the round where none are given.
  /// - Returns: A warning for each enterprise.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func barred(
    on today: Day,
    in snapshot: Snapshot,
    among claims: [Claim]? = nil
  ) throws -> [Diagnostic] {
    let bans = Bans(snapshot)
    var seen: Set<RecordID?> = []
    let open = claims?.filter { $0.outcome == .eligible && $0.sealed == nil } ?? unsealed
    return try open.flatMap { [$0.applicant, $0.recipient] }.compactMap { party in
      guard seen.insert(party).inserted, let bar = try bans.bar(on: today, against: [party])
      else { return nil }
      return caution(
        "claim-barred",
        bar,
        help: Phrase(
          en:
            "while the ban stands its awards are neither approved nor paid, but share in pots and limits unless a 'notBanned' "
            + "clause leaves it out; a ban that was lifted ends by resolvedOn",
          zh: "禁止期内其奖励不能批准和支付，但无 notBanned 条款的仍参与分配和封顶；已解除的，请在记录中填写 resolvedOn"
        )
      )
    }
  }

  /// Finds that the round pays by policies of several levels of payer, where only one can be the office's own.
  private func severalPayers() -> [Diagnostic] {
    let policies = Set(unsealed.map(\.policy))
    let payers = ruleSets.filter { policies.contains($0.id) }.compactMap { rules in
      rules.record[Policy.payer].map { (level: $0, policy: rules.id) }
    }
    guard Set(payers.map(\.level)).count > 1 else { return [] }
    let en = payers.map { "\($0.policy) (\($0.level.choice.label.en))" }.joined(separator: ", ")
    let zh = payers.map { "\($0.policy)（\($0.level.choice.label.zh)）" }.joined(separator: "、")
    return [
      caution(
        "several-payers",
        Phrase(
          en: "payers of several levels are computed together: \(en)",
          zh: "不同层级支付方的政策一并计算：\(zh)"
        ),
        help: Phrase(
          en:
            "name those that this office pays by with --policy; what others paid is entered as their awards",
          zh: "请用 --policy 指定由本单位支付的政策；其他支付方的奖励另行登记"
        )
      )
    ]
  }

  /// What the year before would pay and has not sealed, where clauses of this round look at it.
  private func unsealedBefore() throws -> [Diagnostic] {
    let lines = Set(ruleSets.filter(\.remembers).flatMap(\.lineage))
    let policies = try book.ruleSets(nil, year: year - 1).map(\.id).filter(lines.contains)
    guard !policies.isEmpty else { return [] }
    // What sealing leaves to people is not waited for.
    let last = ruleSets.map { $0.window.days(ofRound: year).upperBound }.max()
    let before = try before(policies)
    let open = (last.map { before.sealable(on: $0) } ?? before.unsealed).filter { claim in
      claim.amount > .zero && (claim.isSupplement || !isPaid(claim, under: lines))
    }
    guard let first = open.first else { return [] }
    return [
      caution(
        "round-before-unsealed",
        Phrase(
          en:
            "\(open.count, of: "claim") of \(year - 1) \(open.count == 1 ? "is" : "are") eligible and "
            + "not sealed, \(try Self.sum(open)) yuan in all, such as \(first.id)",
          zh: "\(year - 1) 年度有 \(open.count) 项符合而未封存，共 \(try Self.sum(open)) 元，如 \(first.id)"
        ),
        help: Phrase(
          en: "this round does not count them as paid: seal that of \(year - 1) first",
          zh: "本轮未将其计为已奖励：请先封存 \(year - 1) 年度"
        )
      )
    ]
  }

  /// Claims for facts of days in which a policy began or ended, without anybody telling on which of them.
  private func openDays(_ rules: RuleSet) -> [Diagnostic] {
    [rules.openStart, rules.openEnd].compactMap(\.self).compactMap { open in
      let days = open.date
      let inside = unsealed.filter { claim in
        claim.policy == rules.id
          && claim.date?.lies(from: days.first, until: days.last) != false
      }
      guard let first = inside.first else { return nil }
      let (field, word) = (open.field.name, inside.count == 1 ? "lies" : "lie")
      return caution(
        "policy-day-open",
        Phrase(
          en:
            "\(inside.count, of: "claim") of \(rules.id) \(word) in \(days), such as \(first.id): of '\(field)' no "
            + "day is told, and \(open.taken) is taken",
          zh: "\(rules.id) 有 \(inside.count) 项（如 \(first.id)）的事实在 \(days) 内，而 \(field) 仅知为 \(days)，"
            + "按 \(open.taken) 计算"
        ),
        help: Phrase(
          en: "write the day, as in the text of the policy, before they are sealed",
          zh: "请在封存前按政策文本写明具体日期"
        )
      )
    }
  }

  /// Whether a fact of a claim was paid for by its own clause, or by one of another version of its policy.
  private func isPaid(_ claim: Claim, under lines: Set<RecordID>) -> Bool {
    claim.facts.flatMap(evidence.payouts(forFact:)).contains { payout in
      payout.clause == claim.clause
        || payout.policy != claim.policy && lines.contains(payout.policy)
    }
  }

  /// The claims that are left to people, each with what stands in the way.
  private func ended() -> [Diagnostic] {
    let again = Phrase(en: "it is sealed again only where the claim is named", zh: "须指明该申领项才会重新封存")
    return claims.compactMap { claim in
      if let award = claim.recovered {
        return caution(
          "claim-recovered",
          Phrase(en: "\(claim.id) was recovered as \(award)", zh: "\(claim.id) 已追回（\(award)）"),
          help: again
        )
      }
      switch claim.held {
      case nil: return nil
      case .refuted(let award)?:
        return caution(
          "claim-refuted",
          Phrase(
            en: "\(claim.id) was sealed as \(award), void for an objection that was right",
            zh: "\(claim.id) 曾封存为 \(award)，因异议成立作废"
          ),
          help: again
        )
      case .lowered(let award)?:
        return caution(
          "claim-lowered",
          Phrase(
            en: "\(claim.id), \(claim.worth) yuan, is what is missing beside \(award), of which "
              + "money came back or was made void",
            zh: "\(claim.id)（\(claim.worth) 元）为 \(award) 之外的差额，而该奖励已有追回或作废"
          ),
          help: Phrase(
            en: "see whether it is due again; it is sealed only where the claim is named",
            zh: "请核对是否应再支付；须指明该申领项才会封存"
          )
        )
      case .paidLater(let award)?:
        return caution(
          "claim-paid-later",
          Phrase(
            en: "\(claim.id) does not count \(award), which was made for a later year",
            zh: "\(claim.id) 未计入以后年度的奖励 \(award)"
          ),
          help: Phrase(
            en: "see whether both may be paid; it is sealed only where the claim is named",
            zh: "请核对可否并给；须指明该申领项才会封存"
          )
        )
      }
    }
  }

  private func caution(_ name: String, _ message: Phrase, help: Phrase) -> Diagnostic {
    Diagnostic(name, message, help: help, severity: .warning)
  }
}

extension RuleSet {
  /// Whether what was paid for earlier years changes what it gives.
  var remembers: Bool { rules.contains(where: \.operation.remembers) }
}
