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
  func payout(of application: Record, besides claim: Claim) -> Payment? {
    let paid = evidence.payments(of: claim.applicant).filter { payment in
      rules.lineage.contains(payment.policy) && !payment.isForeign && payment.amount > .zero
        && Receipt(evidence.award(payment.id)?[Award.receipt])?.inputs.contains { input in
          input.record == application.id && input.field == Application.decidedFen.definition.name
        } == true
    }
    return paid.contains { $0.claim == claim.id } ? nil : paid.first
  }

  /// Whether an award was sealed for a claim before: it keeps what was decided for it.
  func hasPaid(_ claim: Claim) -> Bool {
    evidence.payments(of: claim.applicant).contains {
      $0.policy == claim.policy && $0.claim == claim.id && $0.amount > .zero
    }
  }
}
