import Bilingual
import JSONLines
import Ledger
import Portfolio

extension Round {
  /// What comes to another amount once all that is sealed together counts, whatever policy it is of.
  ///
  /// Each policy is computed with what is sealed already. Two that look at each other's payouts, above
  /// all those that exclude one another, may not both be sealed on that.
  ///
  /// - Parameters:
  ///   - claims: The claims to be sealed.
  ///   - severity: How it is told.
  /// - Returns: A finding for each of them, and for each award of the year that would be wrong.
  /// - Throws: ``Diagnostics`` where a policy cannot be computed.
  func clashes(sealing claims: [Claim], _ severity: Diagnostic.Severity = .error) throws
    -> [Diagnostic]
  {
    let awards = evidence.allPayouts.filter { $0.year == year && !$0.isForeign }
    let policies = Set(claims.map(\.policy) + awards.map(\.policy))
    let beyond = book.ruleSets.filter { rules in
      policies.contains(rules.id) && book.policies.contains(rules.id)
        && (rules.looksBeyond || rules.looksAtOtherPayers && others(than: rules, in: policies))
    }
    guard policies.count > 1, !beyond.isEmpty, !claims.isEmpty else { return [] }
    let payouts = claims.compactMap { claim in
      ruleSets.first { $0.id == claim.policy }.flatMap { Payout(claim, in: year, of: $0) }
    }
    var now = Versions(year: year, book: book, evidence: evidence)
    var then = Versions(year: year, book: book, evidence: evidence.counting(payouts))
    return try beyond.flatMap { rules in
      let own = claims.filter { $0.policy == rules.id }
      let sealed = awards.filter { $0.policy == rules.id }
      // Awards of a policy that is not computed here are looked at as they stand now.
      let before =
        sealed.isEmpty || ruleSets.contains { $0.id == rules.id }
        ? self.claims : try now.claims(of: rules, isTracing: false)
      let standing = Set(
        sealed.filter { payout in
          before.contains { $0.id == payout.claim && payout.balance.fits($0.amount) }
        }
        .map(\.claim)
      )
      let amounts = Dictionary(own.map { ($0.id, $0.amount) }) { first, _ in first }
      return try then.claims(of: rules, isTracing: true).compactMap { claim in
        if let amount = amounts[claim.id] {
          return amount == claim.amount ? nil : clash(claim.id, amount, claim, severity)
        }
        guard standing.contains(claim.id), let amount = claim.sealedAmount,
          amount != claim.amount, let award = claim.sealed
        else { return nil }
        return clash("\(award) (\(claim.id))", amount, claim, severity, isSealed: true)
      }
    }
  }

  /// Whether policies are among some by which another level of government pays.
  private func others(than rules: RuleSet, in policies: Set<RecordID>) -> Bool {
    book.ruleSets.contains { other in
      policies.contains(other.id) && !rules.lineage.contains(other.id)
        && other.record[Policy.payer].map(rules.isForeign) == true
    }
  }

  private func clash(
    _ name: String,
    _ amount: Money,
    _ claim: Claim,
    _ severity: Diagnostic.Severity,
    isSealed: Bool = false
  ) -> Diagnostic {
    let reason = claim.trace.last { $0.before > $0.after }?.reason
    return Diagnostic(
      "award-clash",
      Phrase(
        en: "\(name) pays \(amount) yuan, and \(claim.amount) once the others are sealed"
          + (reason.map { ": \($0.en)" } ?? ""),
        zh: "\(name) 为 \(amount) 元，其他奖励封存后为 \(claim.amount) 元"
          + (reason.map { "：\($0.zh)" } ?? "")
      ),
      help: isSealed
        ? Phrase(
          en:
            "publish it first, then it stands; or void it; the claims of others are sealed by their names",
          zh: "请先公示该奖励，公示后不再变动；或作废。其他主体的申领项可逐项指明封存"
        )
        : Phrase(
          en: "seal what is to be paid alone: name its claims, or its policy (--policy)",
          zh: "请只封存应支付的一方：指明其申领项，或用 --policy 指明政策"
        ),
      severity: severity
    )
  }
}

extension RuleSet {
  /// Whether payouts under other policies of this city change what it gives.
  fileprivate var looksBeyond: Bool { rules.contains(where: \.looksBeyond) }

  /// Whether payouts of other payers change what it gives.
  fileprivate var looksAtOtherPayers: Bool {
    rules.contains { rule in
      rule.operation is ExclusiveWith || rule.operation is TopUpTo || rule.operation is Matching
        || rule.operation.figures.contains { $0.figure == .paidByOthers }
    }
  }
}

extension Rule {
  fileprivate var looksBeyond: Bool {
    if let exclusive = operation as? ExclusiveWith { return exclusive.policies != nil }
    let earlier = record[Clause.arguments]?[PayoutScope.parameter.definition.name]?.string
    return operation is CapAcrossLevels
      || earlier.map { $0 != PayoutScope.policy.rawValue } ?? false
  }
}
