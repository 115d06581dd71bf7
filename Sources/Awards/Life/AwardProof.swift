public import Bilingual
public import JSONLines
public import Ledger

/// What the verification of one award found.
public struct AwardProof: Sendable {
  /// The award.
  public let award: Record
  /// The commit at which it was computed.
  public let commit: Int
  /// What does not fit the receipt, and what changed since; empty where the award stands.
  public let findings: [AwardFinding]
}

/// One thing that does not fit a receipt, or that changed since it was written.
public struct AwardFinding: Hashable, Sendable {
  /// What was found.
  public enum Name: String, Sendable {
    /// The receipt cannot be read.
    case receiptUnreadable = "receipt-unreadable"
    /// The records of its commit do not give the claim.
    case receiptClaim = "receipt-claim"
    /// The records of its commit give another amount.
    case receiptAmount = "receipt-amount"
    /// The clauses of its commit divide it into other parts.
    case receiptParts = "receipt-parts"
    /// The policy or a clause of its commit has another hash.
    case receiptHash = "receipt-hash"
    /// A value of its commit is another.
    case receiptInput = "receipt-input"
    /// The clauses give other amounts on the way.
    case receiptSteps = "receipt-steps"
    /// A value of the fact changed since.
    case factChanged = "fact-changed"
    /// A value of the policy changed since.
    case policyChanged = "policy-changed"
    /// A value of a clause changed since.
    case clauseChanged = "clause-changed"
    /// A clause came to bear on the claim since.
    case clauseAdded = "clause-added"
    /// A value that a clause read changed since.
    case inputChanged = "input-changed"
    /// A value that was not there is read now, such as that of a new incident.
    case inputAdded = "input-added"
    /// What it rewards no longer stands.
    case factEnded = "fact-ended"
    /// The record was taken away since.
    case recordRemoved = "record-removed"
    /// Another claim shares the policy's limits since.
    case rivalAdded = "rival-added"
    /// A claim that shared the policy's limits is gone.
    case rivalRemoved = "rival-removed"
    /// The claim has another outcome now.
    case outcomeChanged = "outcome-changed"
    /// The claim has another recipient now.
    case recipientChanged = "recipient-changed"
    /// The claim computes to another amount now.
    case amountChanged = "amount-changed"
    /// The fact is worth more than was sealed for it.
    case moreDue = "more-due"
    /// Something that was approved is not as it was.
    case approvalVoid = "approval-void"
    /// Another award stands for the same fact under the same clause.
    case double = "award-double"
    /// The events are no life that an award can have.
    case events = "award-events"
  }

  /// What was found.
  public let name: Name
  /// The record in which it stands.
  public let record: RecordID
  /// The field in which it stands, where it stands in one.
  public let field: String?
  /// What stood there when the award was sealed.
  public let before: JSONValue?
  /// What stands there now.
  public let after: JSONValue?
  /// What was found, in words, without the values.
  public let message: Phrase

  init(
    _ name: Name,
    _ record: RecordID,
    field: String? = nil,
    before: JSONValue? = nil,
    after: JSONValue? = nil,
    _ message: Phrase
  ) {
    self.name = name
    self.record = record
    self.field = field
    self.before = before
    self.after = after
    self.message = message
  }
}

extension AwardProof {
  /// Returns the proof in the shape that other programs may rely on.
  ///
  /// - Parameter language: The language of messages.
  /// - Returns: One object.
  public func json(in language: Language) -> JSONValue {
    .object([
      JSONMember("award", .string(award.id.text)),
      JSONMember("commit", .integer(Int64(commit))),
      JSONMember("stands", .boolean(findings.isEmpty)),
      JSONMember(
        "findings",
        .array(
          findings.map { finding in
            .object([
              JSONMember("name", .string(finding.name.rawValue)),
              JSONMember("record", .string(finding.record.text)),
              JSONMember("field", finding.field.map { .string($0) } ?? .null),
              JSONMember("before", finding.before ?? .null),
              JSONMember("after", finding.after ?? .null),
              JSONMember("message", .string(finding.message[language])),
            ])
          }
        )
      ),
    ])
  }
}
