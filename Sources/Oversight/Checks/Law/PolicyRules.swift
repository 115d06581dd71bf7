import Awards
import Bilingual
import Ledger

extension Check {
  /// Policies can be computed: operations exist, their arguments are right, clauses name one another.
  static let policyRules = Check(
    "policy-rules",
    demand: Phrase(
      en: "Every clause is an operation with right arguments and speaks of clauses that exist.",
      zh: "每一条款的操作和参数须正确，所引条款须存在。"
    ),
    severity: .error,
    told: { try PolicyBook($0.snapshot).findings }
  )
}
