public import Ledger
public import Portfolio

/// What was awarded, paid and brought back.
public struct AwardBalance: Hashable, Sendable {
  /// What was sealed.
  public let awarded: Money
  /// What was paid and did not fail.
  public internal(set) var paid = Money.zero
  /// Of that, what was not due: paid twice, or against what another branch had decided.
  public internal(set) var surplus = Money.zero
  /// What was decided to come back.
  public internal(set) var demanded = Money.zero
  /// What came back.
  public internal(set) var repaid = Money.zero
  /// What was made void after a part was paid, and is never paid.
  public internal(set) var waived = Money.zero
  /// What was decided to come back because the clauses came to less by then.
  var corrected = Money.zero
  /// What was claimed back, is claimed no more and did not come back.
  var withdrawn = Money.zero
  /// What of that the clauses owed no more: the recipient keeps it.
  var forgone = Money.zero
  /// What was decided to come back of the surplus.
  var surplusClaimed = Money.zero

  /// What may still be paid, as long as the award may be paid at all.
  public var open: Money { less(less(awarded, rightful), waived) }
  /// What is with the recipient.
  public var kept: Money { less(paid, repaid) }
  /// What is to come back and has not.
  public var outstanding: Money { less(min(demanded, paid), repaid) }
  /// What of that may be claimed no more; what was not due, as what was paid twice, comes back.
  var withdrawable: Money { min(less(demanded, repaid), rightfulClaimed) }
  /// What was paid and is not claimed back yet.
  var recoverable: Money { less(paid, demanded) }
  /// The surplus that is not claimed back yet.
  var contested: Money { min(less(surplus, surplusClaimed), recoverable) }
  /// What was paid and was due.
  var rightful: Money { less(paid, surplus) }
  /// What was decided to come back of that.
  var rightfulClaimed: Money { less(demanded, surplusClaimed) }
  /// What came back of that; the surplus comes back first.
  private var returned: Money { min(less(repaid, surplusClaimed), rightful) }
  /// What is left of the award: all but what came back and what is never paid.
  public var standing: Money {
    let kept = less(rightful, returned)
    // Where all that was paid is claimed back, nothing more of it is paid.
    return rightfulClaimed > .zero && rightfulClaimed >= rightful ? kept : sum(kept, open)
  }
  /// What was awarded, less what was made void.
  public var granted: Money { less(awarded, waived) }
  /// What the clauses owe: what was awarded, less what came back because they came to less.
  var due: Money { less(awarded, min(corrected, returned)) }
  /// What they owe of it in any case: of what was made void they may owe any part.
  var firm: Money { less(due, waived) }

  /// Whether a claim that computes to an amount bears the award out: no less than what is left of it, whatever made
  /// that less, and no more than what the clauses owe.
  func fits(_ computed: Money) -> Bool {
    // As long as some of it may be made void instead, nothing is given up.
    let least = open == .zero ? less(standing, forgone) : standing
    return computed >= least && computed <= due
  }

  /// Counts what came back; where that was claimed no more on another branch, the claim stands as far.
  mutating func bring(back repaid: Money) {
    self.repaid = repaid
    let revived = min(less(repaid, demanded), withdrawn)
    demanded = sum(demanded, revived)
    withdrawn = less(withdrawn, revived)
    let owedNoMore = min(revived, forgone)
    corrected = sum(corrected, owedNoMore)
    forgone = less(forgone, owedNoMore)
  }

  /// Claims no more what was to come back.
  mutating func withdraw(_ amount: Money) {
    demanded = less(demanded, amount)
    withdrawn = sum(withdrawn, amount)
    let left = min(corrected, rightfulClaimed)
    forgone = sum(forgone, less(corrected, left))
    corrected = left
  }

  // What was due never exceeds what was awarded, so no sum leaves 64 bits.
  private func sum(_ a: Money, _ b: Money) -> Money { Money(fen: a.fen + b.fen) }
  private func less(_ a: Money, _ b: Money) -> Money { Money(fen: max(0, a.fen - b.fen)) }
}

/// One part in which an award is paid.
public struct AwardPart: Hashable, Sendable {
  /// What is paid.
  public let amount: Money
  /// What must be the case before it is paid.
  public let condition: String?
  /// Who is paid, or for what use, where it is nobody on record.
  public let payee: String?
  /// The record of who is paid; the award's recipient where neither stands here.
  public let recipient: RecordID?
  /// The stage of the project that is paid for.
  public let stage: String?
  /// How many months after the approval it falls due; with it where nothing stands here.
  public let dueMonths: Int?

  /// The same part with another amount.
  func worth(_ amount: Money) -> AwardPart {
    AwardPart(
      amount,
      when: condition,
      payee: payee,
      recipient: recipient,
      stage: stage,
      dueMonths: dueMonths
    )
  }

  /// Creates a part.
  public init(
    _ amount: Money,
    when condition: String? = nil,
    payee: String? = nil,
    recipient: RecordID? = nil,
    stage: String? = nil,
    dueMonths: Int? = nil
  ) {
    self.amount = amount
    self.condition = condition
    self.payee = payee
    self.recipient = recipient
    self.stage = stage
    self.dueMonths = dueMonths
  }
}

/// What was paid at once.
public struct AwardPayment: Hashable, Sendable {
  /// The event.
  public let event: RecordID
  /// The day.
  public let day: Day
  /// How much.
  public let amount: Money
  /// Which part, from 1.
  public let part: Int
  /// Whether it failed or came back.
  public internal(set) var hasFailed = false
  /// Why it was not due; `nil` where it was.
  public internal(set) var surplus: Surplus?
  /// What was decided to come back because it was not due.
  var claimed = Money.zero
  /// What was not yet.
  var unclaimed: Money { Money(fen: amount.fen - claimed.fen) }

  /// Why a payment was not due, though each branch of a ledger may have been right to make it.
  public enum Surplus: Hashable, Sendable {
    /// Its part is paid already.
    case twice
    /// Its part was made void.
    case void
    /// It is more than what is open.
    case excess
    /// The award is paid in other parts.
    case otherParts
    /// All that was paid before was claimed back.
    case afterRecovery
  }
}

/// One approval.
public struct AwardApproval: Hashable, Sendable {
  /// Who approved.
  public let by: String
  /// The day.
  public let day: Day
  /// The hash of what was approved.
  public let basis: String
}
