import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An application that is missing altogether, as the clauses would have it.
extension RemedySearch {
  /// The application that a claim lacks; `nil` where it has one, or where no day is left for one.
  func application(for claim: Claim) throws -> (change: Prospect.Change, record: Record)? {
    guard claim.needs.contains(where: \.lacksApplication), let applicant = claim.applicant,
      let (demand, context) = try demand(of: claim)
    else { return nil }
    guard let day = demand.day(else: context.window.upperBound) else { return nil }
    var draft = Draft(Application.schema)
    draft[CommonField.id] = RecordID("application for \(claim.id)")
    draft[Application.enterprise] = applicant
    draft[Application.policy] = claim.policy
    draft[Application.fact] = claim.source.id.text
    draft[Application.appliedOn] = PartialDate(day)
    if !demand.pledges.isEmpty { draft[Application.pledges] = demand.pledges }
    if !demand.recommenders.isEmpty { draft[Application.recommendedBy] = demand.recommenders }
    if let ratio = demand.selfFunded, !readsSums(claim) {
      draft[Application.investedFen] = Self.sampleCost
      draft[Application.selfFundedFen] = ratio.ceiling(of: Self.sampleCost)
    }
    let record = draft.record(at: claim.source.record.place)
    let change = Prospect.Change(
      record: claim.source.id,
      field: Application.schema.kind,
      label: Application.schema.label,
      before: nil,
      after: .object(record.members),
      text: demand.phrase(context.evidence.name(of: applicant) ?? applicant.text, claim.policy)
    )
    return (change, record)
  }

  /// What a project is taken to cost where only the share matters that the applicant pays of it.
  private static let sampleCost = Money(fen: 100_000_000)

  /// Whether a clause about a claim reads what an application says of costs, so that no sample may stand for them.
  private func readsSums(_ claim: Claim) -> Bool {
    guard let rules, let value = rules.values.first(where: { $0.id == claim.clause }) else {
      return true
    }
    return rules.rules.contains { rule in
      (rule.valuation == nil ? rule.governs(value) : rule.id == value.id)
        && rule.operation.figures.contains { $0.figure.isOfApplication }
    }
  }

  /// What the clauses ask of an application for a claim.
  private func demand(of claim: Claim) throws -> (ApplicationDemand, Context)? {
    guard let rules, let value = rules.values.first(where: { $0.id == claim.clause }) else {
      return nil
    }
    let context = Context(
      year: year,
      window: rules.window.days(ofRound: year),
      rules: rules,
      evidence: try Evidence(snapshot, book)
    )
    var demand = ApplicationDemand()
    for rule in rules.rules
    where rule.valuation == nil && rule.governs(value) && rule.covers(claim.date) != false {
      (rule.operation as? any AskingCondition)?.ask(&demand, for: claim, context)
    }
    return (demand, context)
  }

  /// What the clauses would have in a field of an application that there is.
  func demanded(
    in field: FieldDefinition,
    of application: Record,
    for claim: Claim
  ) throws -> [JSONValue] {
    guard let (demand, context) = try demand(of: claim) else { return [] }
    switch field.name {
    case Application.appliedOn.definition.name:
      return demand.day(else: context.window.upperBound).map { [.string($0.description)] } ?? []
    case Application.pledges.definition.name where !demand.pledges.isEmpty:
      return [.array(demand.pledges.map { .string($0) })]
    case Application.recommendedBy.definition.name where !demand.recommenders.isEmpty:
      return [.array(demand.recommenders.map { .string($0) })]
    case Application.selfFundedFen.definition.name:
      guard let ratio = demand.selfFunded, let cost = application[Application.investedFen] else {
        return []
      }
      return [ratio.ceiling(of: cost).json]
    default: return []
    }
  }
}

extension Need {
  /// Whether it asks for an application where there is none at all.
  var lacksApplication: Bool {
    inputs.contains { $0.field == Application.schema.kind && $0.value == nil }
  }
}
