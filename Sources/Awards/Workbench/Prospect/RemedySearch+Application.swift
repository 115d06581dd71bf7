import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An application that is missing altogether, as the clauses would have it.
extension RemedySearch {
  /// The application that a claim lacks; `nil` where it has one, or where no day is left for one.
  func application(for claim: Claim) throws -> (change: Prospect.Change, record: Record)? {
    guard claim.needs.contains(where: \.lacksApplication), let applicant = claim.applicant,
      let rules, let value = rules.values.first(where: { $0.id == claim.clause })
    else { return nil }
    let context = Context(
      year: year,
      window: rules.window.days(ofRound: year),
      rules: rules,
      evidence: try Evidence(snapshot, book)
    )
    var demand = ApplicationDemand()
    for rule in rules.rules where rule.valuation == nil && rule.governs(value) {
      (rule.operation as? any ApplicationCondition)?.ask(&demand, for: claim, context)
    }
    guard let day = demand.day(else: context.window.upperBound) else { return nil }
    var draft = Draft(Application.schema)
    draft[CommonField.id] = RecordID("application for \(claim.id)")
    draft[Application.enterprise] = applicant
    draft[Application.policy] = claim.policy
    draft[Application.fact] = claim.source.id.text
    draft[Application.appliedOn] = PartialDate(day)
    if !demand.pledges.isEmpty { draft[Application.pledges] = demand.pledges }
    if !demand.recommenders.isEmpty { draft[Application.recommendedBy] = demand.recommenders }
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
}

extension Need {
  /// Whether it asks for an application where there is none at all.
  var lacksApplication: Bool {
    inputs.contains { $0.field == Application.schema.kind && $0.value == nil }
  }
}
