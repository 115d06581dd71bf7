import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Policies have clauses, and awards speak of clauses of their own policy.
  static let policyClauses = Check(
    "policy-clauses",
    demand: Phrase(
      en: "A policy has clauses; an award names a clause of its own policy.",
      zh: "政策须有条款；奖励所引条款须属其政策。"
    ),
    severity: .error,
    ledger: { audit in
      let clauses = try audit.snapshot.table(Clause.self)
      let policies = Set(clauses.records.compactMap { $0[Clause.policy] })
      var findings: [Finding] = []
      for policy in try audit.snapshot.table(Policy.self).records
      where !policies.contains(policy.id) {
        var finding = Finding(
          policy,
          Phrase(en: "it has no clause", zh: "没有条款"),
          help: Phrase(en: "add its clauses, or import the policy again", zh: "请添加条款或重新导入政策")
        )
        finding.severity = .warning
        findings.append(finding)
      }
      for award in try audit.snapshot.table(Award.self).records {
        guard let clause = clauses[award[Award.clause]],
          clause[Clause.policy] != award[Award.policy]
        else { continue }
        findings.append(
          Finding(
            award,
            Phrase(
              en: "its clause \(clause.id) is not one of its policy",
              zh: "所引条款 \(clause.id) 不属于其政策"
            ),
            help: Phrase(en: "compare the award with its receipt", zh: "请与奖励凭据核对")
          )
        )
      }
      return findings
    }
  )
}
