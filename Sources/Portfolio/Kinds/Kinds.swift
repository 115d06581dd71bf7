public import Ledger

/// The kinds of record that the product knows.
public enum Kinds {
  /// All of them, in the order in which they are shown.
  public static let catalog = Catalog([
    Enterprise.schema,
    EnterpriseYear.schema,
    Incident.schema,
    Brand.schema,
    Scheme.schema,
    Recognition.schema,
    Trademark.schema,
    MarkRule.schema,
    Membership.schema,
    MembershipEvent.schema,
    Inspection.schema,
    Patent.schema,
    RightEvent.schema,
    Sighting.schema,
    Case.schema,
    CaseEvent.schema,
    Attachment.schema,
    Partner.schema,
    Authority.schema,
    Policy.schema,
    Clause.schema,
    Application.schema,
    Expense.schema,
    Loan.schema,
    Award.schema,
    AwardEvent.schema,
    Target.schema,
    Observation.schema,
    Town.schema,
    NiceClass.schema,
    Term.schema,
    Holiday.schema,
    Fee.schema,
  ])
}
