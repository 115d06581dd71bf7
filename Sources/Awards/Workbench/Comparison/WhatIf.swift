import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A round that is computed on a ledger as it might be, with all that is assumed.
struct WhatIf {
  let round: Round
  let assumptions: [Phrase]

  /// Computes one policy for a year as if it held on every day that its round pays.
  ///
  /// - Parameters:
  ///   - source: The policy with its clauses.
  ///   - year: The year of the round.
  ///   - snapshot: The ledger.
  /// - Throws: ``Diagnostics`` for a policy with errors, and for sums that cannot be counted.
  init(only source: PolicySource, year: Int, _ snapshot: Snapshot) throws {
    guard let policy = source.policies.first else { throw Diagnostics([]) }
    let id = policy.id
    var assumptions: [Phrase] = []
    var faults: [ArgumentFault] = []
    let set = RuleSet(policy, in: PolicyLines([policy]), rules: [], &faults)
    let window = set.window.days(ofRound: year)
    var draft = Draft(copying: policy)
    if set.from > window.lowerBound || set.until.map({ $0 < window.upperBound }) ?? false {
      draft[Policy.inForceFrom] = PartialDate(min(set.from, window.lowerBound))
      draft[Policy.retroactiveFrom] = nil
      draft[Policy.inForceUntil] = nil
      draft[Policy.repealedOn] = nil
      assumptions.append(
        Phrase(
          en: "\(id) is computed as if it held from \(window.lowerBound) to \(window.upperBound)",
          zh: "按 \(id) 在 \(window.lowerBound) 至 \(window.upperBound) 全部有效计算"
        )
      )
    }
    let assumed = draft.record(at: policy.place)
    let ledger = snapshot.assuming(source).assuming([
      Policy.schema.kind: { records in
        records.map { record in
          if record.id == id { return assumed }
          // What replaces it must not end it.
          guard let replaced = record[Policy.replaces], replaced.contains(id) else { return record }
          var other = Draft(copying: record)
          other[Policy.replaces] = replaced.filter { $0 != id }
          return other.record(at: record.place)
        }
      }
    ]).assumingNoAwards(since: year)
    round = try Round(
      year: year,
      policies: [id],
      book: try PolicyBook(ledger),
      snapshot: ledger,
      traces: .none
    )
    self.assumptions = assumptions
  }

  /// Said where awards of the year were left out.
  static func withoutAwards(since year: Int, _ snapshot: Snapshot) throws -> Phrase? {
    let count = try snapshot.table(Award.self).records.count { ($0[Award.year] ?? .min) >= year }
    guard count > 0 else { return nil }
    return Phrase(
      en: "awards sealed for \(year) or later are left out (\(count)); earlier ones count",
      zh: "不计 \(year) 年及以后已封存的 \(count) 项奖励，此前的计入"
    )
  }
}
