public import Ledger
public import Portfolio

/// What was awarded, paid and brought back.
public struct AwardBalance: Hashable, Sendable {
  /// What was sealed.
  public let awarded: Money
  /// What was paid and did not fail.
  public internal(set) var paid = Money.zero
  /// What was decided to come back.
  public internal(set) var demanded = Money.zero
  /// What came back.
  public internal(set) var repaid = Money.zero
  /// What was made void after a part was paid, and is never paid.
  public internal(set) var waived = Money.zero
  /// What was decided to come back because the clauses came to less by then.
  var corrected = Money.zero

  /// What may still be paid, as long as the award may be paid at all.
  public var open: Money { difference(difference(awarded, paid), waived) }
  /// What is with the recipient.
  public var kept: Money { difference(paid, repaid) }
  /// What is to come back and has not.
  public var outstanding: Money { difference(demanded, repaid) }
  /// What was paid and is not claimed back yet.
  var recoverable: Money { difference(paid, demanded) }
  /// What is left of the award: all but what came back and what is never paid.
  public var standing: Money {
    // Where all that was paid is claimed back, nothing more of it is paid.
    demanded > .zero && recoverable == .zero
      ? kept : difference(difference(awarded, repaid), waived)
  }
  /// What was awarded, less what was made void.
  public var granted: Money { difference(awarded, waived) }
  /// What the clauses owe: what was awarded, less what came back because they came to less.
  var due: Money { difference(awarded, min(corrected, repaid)) }
  /// What they owe of it in any case: of what was made void they may owe any part.
  var firm: Money { difference(due, waived) }

  /// Whether a claim that computes to an amount bears the award out, also one that was corrected after the money came
  /// back; of what was made void it may come to any part.
  func fits(_ computed: Money) -> Bool {
    [due, difference(awarded, repaid)].contains {
      computed <= $0 && computed >= difference($0, waived)
    }
  }

  // No sum exceeds what was awarded, which is not negative, so no difference leaves 64 bits.
  private func difference(_ a: Money, _ b: Money) -> Money { Money(fen: a.fen - b.fen) }
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
