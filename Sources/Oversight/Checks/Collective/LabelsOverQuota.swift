import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The labels of a year stay within the quota.
  static let labelsOverQuota = Check(
    "labels-over-quota",
    demand: Phrase(
      en: "The labels issued in a year are within the quota, and no more are reported as used.",
      zh: "当年发放的标识不超过配额，报告使用数量不超过发放数量。"
    ),
    severity: .warning,
    ledger: { audit in
      let marks = try CollectiveMarks(audit.snapshot, today: audit.today)
      return marks.memberships.records.flatMap { membership -> [Finding] in
        // Who left and came back is issued one quota a year; it is told of the last membership.
        let all = marks.memberships(like: membership)
        guard all.last?.id == membership.id else { return [] }
        let lives = all.map { marks.life(of: $0, on: audit.today) }
        let labels = lives.reduce(into: [:]) { $0.merge($1.labels, uniquingKeysWith: +) }
        var findings: [Finding] = []
        for (year, issued) in labels.sorted(by: { $0.key < $1.key }) {
          let quotas = lives.flatMap(\.authorisations).compactMap { one -> Int? in
            one.from.map { $0.year <= year } == true && one.until.map { $0.year >= year } != false
              ? one.quota : nil
          }
          guard let quota = quotas.max(), issued > quota else { continue }
          findings.append(
            Finding(
              membership,
              Phrase(
                en: "\(issued, of: "label") were issued in \(year), its quota is \(quota)",
                zh: "\(year) 年发放标识 \(issued)，配额 \(quota)"
              ),
              help: Phrase(en: "correct the events, or authorise more", zh: "请更正事项或调整配额")
            )
          )
        }
        let reported = lives.reduce(into: [Int: Int]()) { sums, life in
          let told = life.reports.compactMapValues { $0[MembershipEvent.labels] }
          sums.merge(told, uniquingKeysWith: +)
        }
        for (year, used) in reported.sorted(by: { $0.key < $1.key }) {
          let issued = labels[year] ?? 0
          guard used > issued else { continue }
          findings.append(
            Finding(
              membership,
              Phrase(
                en: "\(used, of: "label") of \(year) are reported as used, \(issued) were issued",
                zh: "报告 \(year) 年使用标识 \(used)，发放 \(issued)"
              ),
              help: Phrase(
                en: "ask where the others came from, or enter labels that are missing",
                zh: "请核实标识来源，或补登发放记录"
              )
            )
          )
        }
        return findings
      }
    }
  )
}
