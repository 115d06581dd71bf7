import Ledger

extension Work {
  /// The claims in scope of each recipient, recipients and claims in their order.
  func scopeByApplicant() -> [(applicant: RecordID, indices: [Int])] {
    var applicants: [RecordID] = []
    var groups: [RecordID: [Int]] = [:]
    for index in scope {
      guard let applicant = claims[index].applicant else { continue }
      if groups[applicant] == nil { applicants.append(applicant) }
      groups[applicant, default: []].append(index)
    }
    return applicants.map { ($0, groups[$0] ?? []) }
  }

  func index(of claim: Claim) -> Int? {
    claims.firstIndex { $0.id == claim.id }
  }
}
