public import Ledger
public import Portfolio

/// A part of a claim: who is paid how much, in which form, and what has to come first.
public struct Part: Hashable, Sendable {
  /// Who is paid, where it is one that the ledger knows.
  public private(set) var recipient: RecordID?
  /// The payee's name or role.
  public private(set) var payee: String
  /// How much.
  public private(set) var amount: Money
  /// What has to come first, in the words of the clause; `nil` where nothing has.
  public let condition: String?
  /// How many months after the approval it falls due; `nil` where it falls due with it.
  public let dueMonths: Int?
  /// The stage of the project that it pays for, where it is one.
  public var stage: String?

  /// The same part with another amount.
  func worth(_ amount: Money) -> Part {
    var part = self
    part.amount = amount
    return part
  }

  /// The same part for another payee.
  func paid(to recipient: RecordID?, _ payee: String) -> Part {
    var part = self
    part.recipient = recipient
    part.payee = payee
    return part
  }
}
