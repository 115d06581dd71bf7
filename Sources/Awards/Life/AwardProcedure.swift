import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What a policy says of the way from a sealed award to its payment.
struct AwardProcedure: Hashable, Sendable {
  static let objectionDays = Parameter(
    optional: "objectionDays",
    .positive,
    Phrase(
      en: "The working days for objections, from the day after publication.",
      zh: "公示异议期的工作日数，自公示次日起算。"
    )
  )
  static let approvals = Parameter(
    "approvals",
    .positive,
    default: .integer(1),
    Phrase(en: "How many people must approve, none of them the maker.", zh: "须批准的人数，均不得为经办人。")
  )
  static let parameters = [objectionDays.definition, approvals.definition]

  let objectionDays: Int?
  let approvals: Int

  init(_ arguments: inout Arguments) {
    objectionDays = arguments.optional(Self.objectionDays)
    approvals = arguments.required(Self.approvals)
  }

  /// Reads the procedure of a policy; a policy that says nothing asks for one approval.
  init(of policy: Record?) throws(Diagnostic) {
    let field = Policy.procedure
    var arguments = Arguments(
      policy?[field],
      at: [.key(field.definition.name)],
      declared: Self.parameters
    )
    self.init(&arguments)
    if let fault = arguments.faults.first, let policy { throw fault.diagnostic(at: policy.place) }
  }
}
