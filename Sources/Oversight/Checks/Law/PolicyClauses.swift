import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Policies have clauses, and clauses and awards speak of clauses of the same policy.
  static let policyClauses = Check(
    "policy-clauses",
    demand: Phrase(
      en: "A policy has clauses; clauses and awards name clauses of the same policy.",
      zh: "政策须有条款；条款与奖励所引条款须属同一政策。"
    ),
    severity: .error,
    ledger: { audit in
      let clauses = try audit.snapshot.table(Clause.self)
      var numbers: [RecordID: Set<String>] = [:]
      for clause in clauses.records {
        guard let policy = clause[Clause.policy] else { continue }
        numbers[policy, default: []].insert(clause[Clause.number] ?? "")
      }
      var findings: [Finding] = []
      for policy in try audit.snapshot.table(Policy.self).records where numbers[policy.id] == nil {
        var finding = Finding(
          policy,
          Phrase(en: "it has no clause", zh: "没有条款"),
          help: Phrase(en: "add its clauses, or import the policy again", zh: "请添加条款或重新导入政策")
        )
        finding.severity = .warning
        findings.append(finding)
      }
      for clause in clauses.records {
        guard let policy = clause[Clause.policy] else { continue }
        for number in clause[Clause.for] ?? [] where numbers[policy]?.contains(number) != true {
          findings.append(
            Finding(
              clause,
              Phrase(
                en: "it applies to clause '\(number)', which policy \(policy) does not have",
                zh: "所适用的条款“\(number)”不在政策 \(policy) 中"
              ),
              help: Phrase(en: "correct the number in 'for'", zh: "请更正适用条款（for）的条款号")
            )
          )
        }
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
            help: Phrase(
              en: "compare the award with its receipt",
              zh: "请与奖励凭据核对"
            )
          )
        )
      }
      return findings
    }
  )
}
