import Ledger
import Portfolio

extension DueSource {
  /// How it is told that records have the same dates: they agree in some fields, and no other record tells more of them.
  struct Likeness: Sendable {
    /// The fields from which the days follow.
    let fields: [FieldDefinition]
    /// What the dates are about.
    let subject: Field<String>
    /// Whose the dates are.
    let holder: Field<RecordID>
    /// Whether the days of a record with such fields follow from them alone.
    let holds: @Sendable (Record, Docket) -> Bool
    /// The records of which others tell more.
    let exceptions: @Sendable (Docket) -> Set<RecordID>

    /// Marks with the same dates and states: all but those with events and with members.
    static let marks = [endedMarks, registeredMarks, otherMarks]

    /// That a mark has ended is told by its status and the day of its end; it asks for nothing.
    private static let endedMarks = marks(by: []) { mark, docket in
      docket.rights.hasEnded(mark, on: docket.today)
    }

    /// Of a mark that is registered it matters no longer when it was applied for.
    private static let registeredMarks = marks(by: termFields) { mark, docket in
      mark[Trademark.registeredOn].map { $0.first <= docket.today } ?? false
    }

    private static let otherMarks = marks(by: termFields + [Trademark.filedOn.definition]) { _, _ in
      true
    }

    private static let termFields = [
      Trademark.route.definition, Trademark.basicMark.definition,
      Trademark.registeredOn.definition, Trademark.validUntil.definition,
    ]

    private static func marks(
      by fields: [FieldDefinition],
      _ holds: @escaping @Sendable (Record, Docket) -> Bool
    ) -> Self {
      Self(
        fields: [
          Trademark.kind.definition, Trademark.status.definition, Trademark.endedOn.definition,
        ] + fields,
        subject: Trademark.mark,
        holder: Trademark.owner,
        holds: { !CollectiveMarks.isShared($0) && holds($0, $1) },
        exceptions: { Set($0.rights.eventful) }
      )
    }
  }
}

extension DueDate {
  /// The same date of another record, which has it by the same fields.
  func of(_ other: Record, _ likeness: DueSource.Likeness, _ docket: Docket) -> DueDate {
    DueDate(
      self,
      of: other,
      subject: other[likeness.subject] ?? other.id.text,
      holder: other[likeness.holder],
      cost: docket.today > last
        ? nil : source.cost?(other, docket.today, docket.today > latest, docket)
    )
  }
}
