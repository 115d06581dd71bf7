public import Ledger
public import Portfolio

/// What one recipient gets in a round.
public struct RecipientSum: Sendable {
  /// Who; `nil` for facts whose holder is not known.
  public let recipient: RecordID?
  /// The name.
  public let name: String
  /// How many claims are paid or honoured.
  public let eligible: Int
  /// How many hang on missing facts or on decisions, and are in no sum.
  public let open: Int
  /// What is paid.
  public let amount: Money
}

extension Round {
  /// Sums the round up by recipient, those who have an eligible or open claim.
  ///
  /// - Returns: One sum a recipient, the largest first, equal ones by id.
  /// - Throws: ``Diagnostics`` for a sum that cannot be counted exactly.
  public func sums() throws(Diagnostics) -> [RecipientSum] {
    var sums: [RecipientSum] = []
    let claims = claims.filter { $0.outcome == .eligible || $0.isOpen }
    for (recipient, claims) in Dictionary(grouping: claims, by: \.recipient) {
      sums.append(
        RecipientSum(
          recipient: recipient,
          name: claims[0].recipientName ?? "",
          eligible: claims.count { $0.outcome == .eligible },
          open: claims.count(where: \.isOpen),
          amount: try Self.sum(claims)
        )
      )
    }
    return sums.sorted { a, b in
      a.amount == b.amount ? (a.recipient ?? "") < (b.recipient ?? "") : a.amount > b.amount
    }
  }
}
