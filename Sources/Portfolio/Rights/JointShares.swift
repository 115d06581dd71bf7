public import Ledger

extension Patent {
  /// Adds up the shares of two owners that became one.
  ///
  /// - Parameters:
  ///   - draft: The patent as it is about to be written, the one owner in the place of both.
  ///   - patent: The patent as it stands.
  ///   - other: The owner that ends.
  ///   - kept: The owner that stays.
  /// - Returns: The patent with one share for each owner, where it had such before.
  public static func joiningShares(
    _ draft: Draft,
    of patent: Record,
    _ other: RecordID,
    into kept: RecordID
  ) -> Draft {
    guard let owners = patent[owners], let shares = patent[shares], owners.count == shares.count,
      let remaining = draft[Patent.owners], remaining.count < owners.count
    else { return draft }
    var sums: [RecordID: DecimalNumber] = [:]
    for (owner, share) in zip(owners, shares) {
      let owner = owner == other ? kept : owner
      guard let sum = sums[owner].map({ DecimalNumber.sum($0, share) }) ?? share else {
        return draft
      }
      sums[owner] = sum
    }
    var draft = draft
    draft[Patent.shares] = remaining.compactMap { sums[$0] }
    return draft
  }
}
