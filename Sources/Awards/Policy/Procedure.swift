public import Ledger
import Portfolio

/// How the office goes about the awards of a clause, as the policy's clauses say.
public struct Procedure: Sendable {
  /// Who checks applications first.
  public internal(set) var checkedBy: String?
  /// How long the awards are published for objections; `nil` where the policy does not say.
  public internal(set) var publication: Term?
  /// Who approves them.
  public internal(set) var approvedBy: String?
  /// Within how many working days after the approval they are paid.
  public internal(set) var payWithin: Int?
  /// Whether they are paid in vouchers and not in cash.
  public internal(set) var isVoucher = false
  /// For what they may be used; free where `nil`.
  public internal(set) var use: String?
  /// When they are claimed back.
  public internal(set) var clawbacks: [Clawback] = []
  /// The clauses that say so, in their order.
  public internal(set) var clauses: [RecordID] = []

  /// A number of days.
  public struct Term: Hashable, Sendable {
    /// How many.
    public let days: Int
    /// Whether only working days count.
    public let areWorkingDays: Bool

    /// The days as a length of time; `nil` for none.
    var period: Period? { Period(days, areWorkingDays ? .workingDays : .days) }
  }

  /// A reason to claim an award back, and what follows.
  public struct Clawback: Sendable {
    /// Why.
    public let reason: ClawbackReason
    /// The share that is claimed back, as the clause writes it, such as `100%`.
    public let share: String
    /// For how many years they are banned; 0 for not at all.
    public let banYears: Int
    /// Who is banned.
    public let banned: [Banned]
    /// The clause that says so.
    public internal(set) var clause: RecordID
  }

  /// Who is banned when an award is claimed back.
  public enum Banned: String, CaseIterable, Sendable {
    /// Who won or did what it rewards, and applied for it.
    case applicant
    /// Who was paid.
    case recipient
  }
}

extension PolicyBook {
  /// Returns how the office goes about the awards of a clause.
  ///
  /// - Parameters:
  ///   - policy: The policy.
  ///   - clause: The clause that gives the amount.
  /// - Returns: What the policy's clauses say; `nil` where there is no such policy or clause.
  public func procedure(of policy: RecordID, clause: RecordID) -> Procedure? {
    guard let set = ruleSets.first(where: { $0.id == policy }),
      let value = set.values.first(where: { $0.id == clause })
    else { return nil }
    var procedure = Procedure()
    for rule in set.rules where rule.governs(value) {
      guard let process = rule.operation as? any ProcessRule else { continue }
      let count = procedure.clawbacks.count
      process.extend(&procedure)
      procedure.clauses.append(rule.id)
      for index in count..<procedure.clawbacks.count {
        procedure.clawbacks[index].clause = rule.id
      }
    }
    return procedure
  }
}
