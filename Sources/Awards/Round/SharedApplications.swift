import Bilingual
import Ledger
import Portfolio

/// What people said once in an application that fits several claims: it cannot count for each of them.
extension Work {
  /// The claims that share an application, each with it and how many they are.
  ///
  /// - Parameters:
  ///   - indices: The claims that may.
  ///   - application: Finds the one that speaks for a claim.
  /// - Returns: Those that do.
  func sharing(
    among indices: [Int],
    _ application: (Claim) -> Record?
  ) -> [Int: SharedApplication] {
    var fitting: [RecordID: (record: Record, claims: [Int])] = [:]
    for index in indices {
      guard let record = application(claims[index]) else { continue }
      fitting[record.id, default: (record, [])].claims.append(index)
    }
    var shared: [Int: SharedApplication] = [:]
    for (record, claims) in fitting.values where claims.count > 1 {
      for index in claims { shared[index] = SharedApplication(record: record, count: claims.count) }
    }
    return shared
  }

  /// The claims whose amounts rest on a sum told once for several facts.
  func sharedSums() -> [Int: SharedApplication] {
    let reading = context.rules.values.map {
      $0.operation.figures.contains { $0.figure.isOfApplication }
    }
    let fitting = claims.indices.filter { index in
      let claim = claims[index]
      return reading[claim.place] && (claim.outcome == .eligible || claim.isOpen)
    }
    let shared = sharing(among: fitting) { context.applications(for: $0).first }
    // Of one fact several clauses may pay a part each.
    let facts = shared.reduce(into: [RecordID: Set<RecordID>]()) { facts, entry in
      facts[entry.value.record.id, default: []].insert(claims[entry.key].source.id)
    }
    return shared.filter { (facts[$0.value.record.id]?.count ?? 0) > 1 }
  }
}

/// An application that fits several claims.
struct SharedApplication {
  let record: Record
  let count: Int

  /// Why a claim has to wait until the application says which one it means.
  func reason(_ what: Phrase) -> Phrase {
    Phrase(
      en: "\(what.en) in \(record.id) fits \(count) claims: it has to name the fact and the clause",
      zh: "\(record.id) 的\(what.zh)可对应 \(count) 个申领项，须注明事实和条款"
    )
  }
}

extension Context {
  /// The award that paid what an application decided for another claim; `nil` where this one's did.
  func payout(of application: Record, besides claim: Claim) -> Payout? {
    let paid = evidence.payouts(of: claim.applicant).filter { payout in
      rules.lineage.contains(payout.policy) && !payout.isForeign && payout.amount > .zero
        && Receipt(evidence.award(payout.id)?[Award.receipt])?.inputs.contains { input in
          input.record == application.id && input.field == Application.decidedFen.definition.name
        } == true
    }
    return paid.contains { $0.claim == claim.id } ? nil : paid.first
  }

  /// Whether an award was sealed for a claim before: it keeps what was decided for it.
  func hasPaid(_ claim: Claim) -> Bool {
    evidence.payouts(of: claim.applicant).contains {
      $0.policy == claim.policy && $0.claim == claim.id && $0.amount > .zero
    }
  }
}
