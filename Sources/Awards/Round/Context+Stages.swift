import Bilingual
import JSONLines
import Ledger
import Portfolio

extension Context {
  /// Leads the claims of one policy and year through the stages.
  func computed(isTracing: Bool) throws -> [Claim] {
    guard rules.speaks(within: window) || carries && rules.isInForce(within: previousWindow),
      let first = rules.rules.first
    else { return [] }
    var context = self
    var work = try context.settled(from: first, isTracing: isTracing)
    let later = laterPayouts()
    while context.holdBack(from: work, later) {
      work = try context.settled(from: first, isTracing: isTracing)
    }
    work.supplement()
    guard rules.values.contains(where: { $0.operation is PercentOfTotal }) else {
      return context.link(work.finished)
    }
    // Of a share that was paid in full nothing more is said.
    let claims = work.finished.filter { $0.instance == 1 || $0.outcome != .notApplicable }
    return context.link(claims)
  }

  /// Carries all clauses out until what hangs on each other came to rest.
  private func settled(from first: Rule, isTracing: Bool) throws -> Work {
    var context = self
    var work = try context.carriedOut(from: first, isTracing: isTracing)
    while context.settlements.learn(from: work) {
      work = try context.carriedOut(from: first, isTracing: isTracing)
    }
    return work
  }

  /// Carries all clauses out once.
  private func carriedOut(from first: Rule, isTracing: Bool) throws -> Work {
    var work = Work(self, isTracing: isTracing, rule: first)
    try select(&work)
    leaveOutRecovered(&work)
    leaveOutPaid(&work)
    leaveOutHeld(&work)
    // Steps name values of their records.
    if isTracing { evidence.parties.readAll() }
    if evidence.hasPayouts { work.ownClaims = Set(work.claims.map(\.id)) }
    let limits = rules.rules(of: .cap)
    for rule in rules.rules {
      if rule.stage == .schedule { work.keepPublished() }
      if rule.stage == .cap {
        // They are carried out together, when their turn comes.
        if rule.id == limits.first?.id { try limit(&work, by: limits) }
        continue
      }
      work.rule = rule
      let preferred = work.preferred
      try run(&work)
      work.keepFates(of: preferred)
      guard rule.operation is ScoreSplit else { continue }
      // What it gives is new, so that caps are carried out on it again.
      work.isShared = true
      try limit(&work, by: limits)
    }
    if rules.values.contains(where: { $0.operation is PercentOfTotal }) {
      // Who is paid them, and how, is said behind what all others get.
      work.isTotalled = true
      for rule in rules.rules where rule.governsShares {
        work.rule = rule
        try run(&work)
      }
    }
    work.keepPublished()
    for index in work.claims.indices { work.claims[index].trimParts() }
    return work
  }

  /// Leaves out the claims whose awards came back in full: whether they are paid again is for people to say.
  private func leaveOutRecovered(_ work: inout Work) {
    guard !evidence.recovered.isEmpty else { return }
    for index in work.claims.indices {
      guard let award = evidence.recovered[work.claims[index].id] else { continue }
      work.rule = rules.values[work.claims[index].place]
      work.leaveOut(index, recoveredAs: award)
    }
  }

  /// Leaves out the claims whose fact was paid under their clause by an award that was entered by hand.
  ///
  /// That counts as paid, and nothing is left to be claimed; what was sealed beside it stands.
  private func leaveOutPaid(_ work: inout Work) {
    guard !evidence.paidByHand.isEmpty else { return }
    for index in work.claims.indices {
      let claim = work.claims[index]
      guard claim.roundYear == nil, !evidence.isTaken(claim.id),
        let paid = evidence.paidByHand[claim.source.id]?.first(where: {
          $0.policy == claim.policy && $0.clause == claim.clause && $0.year == year
        })
      else { continue }
      work.rule = rules.values[claim.place]
      work.leaveOut(index, paidAs: paid.id)
    }
  }

  /// Leaves out the claims that would be paid and are left to people.
  private func leaveOutHeld(_ work: inout Work) {
    guard !held.isEmpty else { return }
    for index in work.claims.indices {
      guard let hold = held[work.claims[index].id] else { continue }
      work.rule = rules.values[work.claims[index].place]
      work.leaveOut(index, hold)
    }
  }

  /// Finds claims that would be paid and are left to people: what they take is the others' until those say otherwise.
  ///
  /// - Returns: Whether there are any that were not known, so that all is to be carried out without them.
  private mutating func holdBack(from work: Work, _ later: [RecordID: RecordID]) -> Bool {
    guard !(evidence.refuted.isEmpty && later.isEmpty) else { return false }
    let known = held.count
    for claim in work.claims where claim.outcome == .eligible && !evidence.isTaken(claim.id) {
      held[claim.id] = hold(of: claim, later)
    }
    return held.count > known
  }

  /// Whether facts of the round before may be paid in this one.
  private var carries: Bool { !leftOver.isEmpty || rules.carriesLate }

  /// Makes a claim of every fact that a value clause speaks about.
  private func select(_ work: inout Work) throws {
    var pools: [String: FactPool] = [:]
    let carries = carries
    // Of a policy that has ended only what the round before left over is looked at.
    let isOver = !rules.speaks(within: window)
    let last = isOver ? window.lowerBound + -1 : window.upperBound
    let days =
      carries ? min(previousWindow.lowerBound, window.lowerBound)...last : window
    for (place, rule) in rules.values.enumerated() {
      guard let selection = rule.valuation?.selection else { continue }
      work.rule = rule
      if let share = rule.operation as? PercentOfTotal {
        select(share, work.origins[place], &work)
        continue
      }
      let kind = selection.kind
      var pool: FactPool
      if let known = pools[kind.name] {
        pool = known
      } else {
        pool = FactPool(try evidence.facts(of: kind, within: days, fields(of: kind)))
        // Most facts fall under one clause.
        work.claims.reserveCapacity(work.claims.count + pool.rows.count)
      }
      pool.matching(selection, evidence) { fact, answer in
        let origin = work.origins[place]
        if carries, isOver || isBefore(fact), !isCarried(fact, by: origin) { return }
        select(fact, answer, origin, &work)
      }
      pools[kind.name] = pool
    }
  }

  /// The fields on which it hangs whether a clause speaks about a fact of a kind.
  private func fields(of kind: FactKind) -> [FieldDefinition] {
    rules.values.compactMap(\.valuation?.selection).filter { $0.kind === kind }
      .flatMap { $0.filters.compactMap(\.attribute.column?.definition) }
  }

  /// Makes the claims of a clause that shares in the round itself: those that were sealed or came back, and another.
  private func select(_ share: PercentOfTotal, _ origin: Claim.Origin, _ work: inout Work) {
    var claim = Claim(Fact(rules.record, of: .round), of: origin)
    claim.recipient = share.recipient
    let last = evidence.lastInstance(of: claim)
    var hasOpen = false
    repeat {
      work.claims.append(claim)
      work.record(
        work.claims.count - 1,
        .selected,
        Phrase(en: "the round of \(year)", zh: "\(year) 年度奖励"),
        stage: .select
      )
      if evidence.sealed(claim) == nil, evidence.recovered[claim.id] == nil { hasOpen = true }
      claim.instance += 1
    } while claim.instance <= last || !hasOpen
  }

  /// Whether a fact lies before the days of this round.
  private func isBefore(_ fact: Fact) -> Bool {
    fact.date.map { $0.last < window.lowerBound } ?? false
  }

  /// Whether a fact lies in the window of the round before and not in this one.
  func isOfRoundBefore(_ fact: Fact) -> Bool {
    guard isBefore(fact), let date = fact.date else { return false }
    return date.lies(from: previousWindow.lowerBound, until: previousWindow.upperBound) == true
  }

  /// Whether a fact of the round before is paid in this one.
  private func isCarried(_ fact: Fact, by origin: Claim.Origin) -> Bool {
    guard isOfRoundBefore(fact) else { return false }
    let claim = Claim(fact, of: origin)
    if leftOver.contains(claim.id) { return true }
    return rules.rules.contains { rule in
      guard let window = rule.operation as? ApplicationWindow, rule.governs(origin.rule) else {
        return false
      }
      return window.isCarried(claim, self)
    }
  }

  private func select(
    _ fact: Fact,
    _ answer: Selection.Answer,
    _ origin: Claim.Origin,
    _ work: inout Work
  ) {
    let index = work.claims.count
    work.claims.append(Claim(fact, of: origin))
    if let reason = notApplicable(fact, answer) {
      work.record(index, .notApplicable, inputs: reason.inputs, reason.phrase, stage: .select) {
        $0.lower(to: .notApplicable)
      }
      return
    }
    let missing = missing(fact, answer, within: days(of: fact))
    if !missing.isEmpty {
      work.record(
        index,
        .unknown,
        inputs: [fact.dateInput] + missing,
        Reason.missing(missing),
        stage: .select
      ) { claim in
        claim.lower(to: .unknown)
        claim.lack(missing)
      }
    } else if case .yes = answer, work.isTracing {
      let reason = work.selected.reason(fact.kind, fact.date, within: days(of: fact))
      work.record(
        index,
        .selected,
        inputs: [fact.dateInput]
          + (origin.rule.valuation?.selection.inputs(of: fact, evidence) ?? []),
        reason,
        stage: .select
      )
    }
    if let reason = notGoverned(fact) {
      work.record(index, .undecided, inputs: [fact.dateInput], reason, stage: .select) {
        $0.lower(to: .undecided)
      }
    }
  }

  /// The window to which a fact belongs: this round's, or that of the round before.
  private func days(of fact: Fact) -> ClosedRange<Day> {
    isOfRoundBefore(fact) ? previousWindow : window
  }

  /// Why the clause does not speak about a fact as it is.
  private func notApplicable(
    _ fact: Fact,
    _ answer: Selection.Answer
  ) -> (inputs: [Input], phrase: Phrase)? {
    if case .otherwise(let attribute, let input) = answer {
      let value = attribute.label(of: input.value)
      return (
        [input],
        Phrase(
          en: "the clause is not about titles or cases whose \(attribute.label.en) is \(value.en)",
          zh: "本条款不适用于\(attribute.label.zh)为“\(value.zh)”的情形"
        )
      )
    }
    if let reason = ofAnotherVersion(fact) { return reason }
    if let end = evidence.ending(of: fact), let day = end.day,
      end.isOver(by: window.upperBound) == true
    {
      return (
        [end.input],
        Phrase(
          en: "it no longer stands since \(day), within the round's days",
          zh: "自 \(day) 起失效，在本轮期间内"
        )
      )
    }
    return nil
  }

  /// What has to be known before the clause can speak about a fact.
  private func missing(
    _ fact: Fact,
    _ answer: Selection.Answer,
    within days: ClosedRange<Day>
  ) -> [Input] {
    var missing: [Input] = []
    if case .unknown(let inputs) = answer { missing = inputs }
    let isInside = fact.date?.lies(from: days.lowerBound, until: days.upperBound)
    var isSure = isInside == true
    if let date = fact.date, case .unsure = rules.standing(on: date) { isSure = false }
    if !isSure { missing.append(fact.dateInput.missing) }
    if let end = evidence.ending(of: fact), end.isOver(by: window.upperBound) == nil {
      missing.append(end.input.missing)
    }
    if !fact.hasRecipient {
      missing.append(Input(fact.id, fact.kind.recipient.field, nil))
    }
    return missing
  }

  /// Carries one clause out, and says of claims that ended before that it was not reached.
  func run(_ work: inout Work) throws(Diagnostic) {
    let rule = work.rule
    let isShared = work.isShared
    let governs = rules.values.map { value in
      // A cap looks at what a sum shared by score gives, not at what was before it.
      if rule.stage == .cap, !isShared, rules.isShared(value) { return false }
      if rule.valuation != nil { return value.id == rule.id }
      // What a department gets hangs on the whole, so only clauses that name it govern it.
      return (value.operation is PercentOfTotal) == work.isTotalled && rule.governs(value)
    }
    work.governed.removeAll(keepingCapacity: true)
    work.governed.reserveCapacity(work.claims.count)
    for index in work.claims.indices where governs[work.claims[index].place] {
      work.governed.append(index)
    }
    if rule.foreignDays != nil { try limitToForeignDays(&work) }
    try carryOutGoverned(&work)
  }

  private func carryOutGoverned(_ work: inout Work) throws(Diagnostic) {
    if work.rule.operation.weighing == .prefers { work.endLeftOut() }
    guard work.rule.isLimit, evidence.hasPayouts else { return try carryOut(&work) }
    try work.carryOutLimit(carryOut)
  }

  private func carryOut(_ work: inout Work) throws(Diagnostic) {
    let rule = work.rule
    work.scope.removeAll(keepingCapacity: true)
    work.scope.reserveCapacity(work.governed.count)
    for index in work.governed {
      let outcome = work.claims[index].outcome
      let isReached =
        switch rule.stage {
        case .select, .qualify: outcome != .notApplicable
        case .value: outcome != .notApplicable && outcome != .notEligible
        default:
          outcome == .eligible || rule.operation.reachesOpen && work.claims[index].isOpen
        }
      if isReached {
        if !work.leaveEndless(index) { work.scope.append(index) }
      } else {
        work.record(index, .skipped, Reason.skipped(outcome))
      }
    }
    try rule.operation.apply(to: &work)
  }

  /// Leaves out facts of days on which an overriding policy does not hold.
  ///
  /// Where the day leaves that open, the claim is unknown if the clause would change anything for it, or for others
  /// with it.
  private func limitToForeignDays(_ work: inout Work) throws(Diagnostic) {
    let rule = work.rule
    let unsure = work.governed.filter { index in
      work.claims[index].outcome == .eligible && rule.covers(work.claims[index].date) == nil
    }
    work.governed.removeAll { rule.covers(work.claims[$0].date) != true }
    guard !unsure.isEmpty else { return }
    var trial = work.trial
    trial.governed = (trial.governed + unsure).sorted()
    try carryOutGoverned(&trial)
    if rule.operation is any ApplicationCondition {
      // One application has to meet all such clauses at once.
      for other in rules.rules where other.operation is any ApplicationCondition {
        trial.rule = other
        trial.governed = unsure.filter { other.governs(rules.values[work.claims[$0].place]) }
        try carryOut(&trial)
      }
    }
    var without = work.trial
    try carryOutGoverned(&without)
    let changesOthers = work.governed.contains {
      !without.claims[$0].isPaidLike(trial.claims[$0])
    }
    for index in unsure
    where changesOthers || !work.claims[index].isPaidLike(trial.claims[index]) {
      work.settle(index, .unknown([work.claims[index].source.dateInput.missing]))
    }
  }
}
