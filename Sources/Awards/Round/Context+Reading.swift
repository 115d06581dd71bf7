import JSONLines
import Ledger
import Portfolio

extension Context {
  /// The applications that are about a claim, those for its very fact first, then by day and id.
  func applications(for claim: Claim) -> [Record] {
    applications(of: claim.applicant, about: claim.source.id, under: claim.clause)
  }

  /// The applications of an enterprise that are about a fact under a clause, in the same order.
  ///
  /// One that is itself the fact is about itself, whatever else it names.
  func applications(
    of applicant: RecordID?,
    about fact: RecordID,
    under clause: RecordID
  ) -> [Record] {
    let all = evidence.applications(of: applicant)
    guard !all.isEmpty else { return [] }
    if let own = all.first(where: { $0.id == fact }) {
      return own[Application.policy].map(rules.lineage.contains) == true ? [own] : []
    }
    let number =
      rules.rules.first { $0.id == clause }?.number ?? evidence.number(ofClause: clause) ?? ""
    let fitting = all.filter { application in
      guard let policy = application[Application.policy], rules.lineage.contains(policy) else {
        return false
      }
      if let named = application[Application.fact], RecordID(named) != fact { return false }
      return application[Application.clause].map { Rule.covers($0, number) } ?? true
    }
    return fitting.sorted { a, b in
      let (x, y) = (Self.order(a), Self.order(b))
      return x == y ? a.id < b.id : x < y
    }
  }

  /// An application that names a claim's fact, and a clause that is another one.
  func applicationUnderAnother(_ claim: Claim) -> Record? {
    let number = rules.rules.first { $0.id == claim.clause }?.number ?? ""
    return evidence.applications(of: claim.applicant).first { application in
      guard let fact = application[Application.fact], RecordID(fact) == claim.source.id,
        let policy = application[Application.policy], rules.lineage.contains(policy),
        let clause = application[Application.clause]
      else { return false }
      return !Rule.covers(clause, number)
    }
  }

  private static func order(_ application: Record) -> (Int, Int, Int) {
    (
      application[Application.fact] == nil ? 1 : 0,
      application[Application.clause] == nil ? 1 : 0,
      application[Application.appliedOn]?.first.ordinal ?? .max
    )
  }

  /// Where an application for a claim should stand.
  func applicationInput(_ claim: Claim) -> Input {
    Input(claim.source.id, Application.schema.kind, nil)
  }

  /// The official fees that were paid for what a claim is about, whoever paid them; of some kinds, or of all.
  func officialFees(
    _ claim: Claim,
    of kinds: [ExpenseCategory]? = nil
  ) throws(Money.Overflow) -> Figure.Reading {
    guard let object = claim.object else { return .missing([claim.objectInput]) }
    var sum = Money.zero
    var inputs: [Input] = []
    var missing: [Input] = []
    for fact in evidence.history(of: .expense).facts(about: object) {
      if let kinds {
        guard let kind = fact.record[Expense.category] else {
          missing.append(Input(fact.record, Expense.category))
          continue
        }
        guard kinds.contains(kind) else { continue }
      }
      guard let isOfficial = fact.record[Expense.official] else {
        missing.append(Input(fact.record, Expense.official))
        continue
      }
      guard isOfficial else { continue }
      guard let amount = fact.record[Expense.amountFen] else {
        missing.append(Input(fact.record, Expense.amountFen).missing)
        continue
      }
      sum = try sum.adding(amount)
      inputs.append(Input(fact.record, Expense.amountFen))
    }
    if !missing.isEmpty { return .missing(missing) }
    // Nothing is registered without fees: where no voucher is kept, they are not known.
    return inputs.isEmpty ? .missing([Input(object, "officialFees", nil)]) : .value(sum.fen, inputs)
  }

  /// What payers other than this city paid for the same fact; of some levels, or of all.
  ///
  /// A payout whose payer's level is not known is missing where levels count, and so are the facts of
  /// one that may have been for another fact about the same brand, mark or patent. How one for several
  /// facts divides among them the ledger does not tell.
  func paidByOthers(
    _ claim: Claim,
    levels: [BrandLevel]?
  ) throws(Money.Overflow) -> Figure.Reading {
    var sum = Money.zero
    var inputs: [Input] = []
    for payout in evidence.payouts(for: claim) where payout.isForeign(to: rules) {
      if let levels {
        guard let level = payout.payerLevel else {
          return .missing([Input(payout.id, Input.payerLevel, nil)])
        }
        guard levels.contains(level) else { continue }
      }
      guard payout.facts.contains(claim.source.id) || !evidence.hasRivals(claim, for: payout)
      else { return .missing([Input(payout.id, Award.facts.definition.name, nil)]) }
      let isDivided = payout.facts.contains { $0 != claim.source.id && evidence.isFact($0) }
      guard !isDivided else { return .missing([Input(payout.id, Input.division, nil)]) }
      sum = try sum.adding(payout.amount)
      inputs.append(payout.input)
    }
    return .value(sum.fen, inputs)
  }
}

extension Evidence {
  /// The payouts, of any payer and to whomever, for the very fact of a claim.
  ///
  /// One that names no fact of the ledger is for it where it names the same brand, mark or patent, and
  /// was not made before.
  func payouts(for claim: Claim) -> [Payout] {
    let nameless = (claim.object.map { payouts(about: $0) } ?? []).filter { payout in
      !payout.facts.contains(where: isFact) && isPossible(payout, for: claim.source)
    }
    return (payouts(forFact: claim.source.id) + nameless).filter { $0.amount > .zero }
  }

  /// Whether a payout that names only a brand, mark or patent may be for another fact than a claim's.
  fileprivate func hasRivals(_ claim: Claim, for payout: Payout) -> Bool {
    history(of: claim.source.kind).facts(about: claim.object).contains { fact in
      fact.id != claim.source.id && isPossible(payout, for: fact)
    }
  }

  /// Whether a payout may be for a fact: it was not made before, nor for a title of another tier.
  private func isPossible(_ payout: Payout, for fact: Fact) -> Bool {
    if let paid = payout.date, let date = fact.date, paid.last < date.first { return false }
    guard let level = payout.level, let tier = fact.level(self) else { return true }
    return level == tier
  }
}
