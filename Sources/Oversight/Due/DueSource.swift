public import Bilingual
import Ledger
import Portfolio

/// A kind of date that asks for action.
///
/// Each source stands in a file of its own below `Sources`, looks at the records of one kind, and is
/// listed in ``DueSources/all``.
public struct DueSource: Sendable {
  /// The stable name, such as `mark-renewal`.
  public let name: String
  /// The name shown to people.
  public let label: Phrase
  /// Whether one record has several dates of it, so that a list must say what each asks for.
  public let namesAction: Bool
  /// The kind of record that it looks at.
  let schema: Schema
  /// Which records need not be looked at one by one, the simplest way of telling first; none where each must be.
  let likenesses: [Likeness]
  /// What acting on a day costs, where that follows from the record and from whether it is late.
  let cost: (@Sendable (Record, Day, _ isLate: Bool, Docket) -> DueCost?)?
  /// Finds the dates of one record.
  let find: @Sendable (Record, Docket) throws -> [DueDate]

  /// Declares a source.
  init(
    _ name: String,
    _ label: Phrase,
    of kind: (some Kind).Type,
    namesAction: Bool = false,
    likenesses: [Likeness] = [],
    cost: (@Sendable (Record, Day, _ isLate: Bool, Docket) -> DueCost?)? = nil,
    _ find: @escaping @Sendable (Record, Docket) throws -> [DueDate]
  ) {
    self.name = name
    self.label = label
    schema = kind.schema
    self.namesAction = namesAction
    self.likenesses = likenesses
    self.cost = cost
    self.find = find
  }
}

/// The sources of the product.
public enum DueSources {
  /// All of them, in the order in which they are shown.
  public static let all: [DueSource] = [
    .markRenewal,
    .markOpposition,
    .markReview,
    .useEvidence,
    .markUse,
    .madridRenewal,
    .foreignRenewal,
    .madridDependency,
    .patentAnnuity,
    .patentReview,
    .patentExpiry,
    .recognitionRenewal,
    .authorisation,
    .inspectionMending,
    .useReport,
    .nextInspection,
    .memberList,
    .caseStage,
    .caseProcedure,
    .caseAppointment,
    .caseLimitation,
    .caseComplaint,
    .awardObjections,
    .awardPayment,
  ]
}
