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
  /// Which records need not be looked at one by one; `nil` where each must be.
  let likeness: Likeness?
  /// Finds the dates of one record.
  let find: @Sendable (Record, Docket) throws -> [DueDate]

  /// Declares a source.
  init(
    _ name: String,
    _ label: Phrase,
    of kind: (some Kind).Type,
    namesAction: Bool = false,
    likeness: Likeness? = nil,
    _ find: @escaping @Sendable (Record, Docket) throws -> [DueDate]
  ) {
    self.name = name
    self.label = label
    schema = kind.schema
    self.namesAction = namesAction
    self.likeness = likeness
    self.find = find
  }
}

extension DueSource {
  /// How it is told that records have the same dates: they agree in some fields, and no other record tells more of them.
  struct Likeness: Sendable {
    /// The fields from which the days follow.
    let fields: [FieldDefinition]
    /// Whose the dates are.
    let holder: Field<RecordID>
    /// Whether the days of a record with such fields follow from them alone.
    let holds: @Sendable (Record) -> Bool
    /// The records of which others tell more.
    let exceptions: @Sendable (Docket) -> Set<RecordID>

    /// Marks with the same dates and states: all but those with events, with members, and of the Madrid system.
    static let marks = Self(
      fields: [
        Trademark.route.definition, Trademark.kind.definition, Trademark.status.definition,
        Trademark.filedOn.definition, Trademark.registeredOn.definition,
        Trademark.endedOn.definition, Trademark.validUntil.definition,
      ],
      holder: Trademark.owner,
      holds: { !CollectiveMarks.isShared($0) && $0[Trademark.route] != .madrid },
      exceptions: { Set($0.rights.eventful) }
    )
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
    .caseLimitation,
    .caseComplaint,
    .awardObjections,
    .awardPayment,
  ]
}
