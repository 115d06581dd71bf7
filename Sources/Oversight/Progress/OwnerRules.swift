import Bilingual
public import Ledger
public import Portfolio

/// What follows from another owner of a mark or a patent on whose transfer nothing was entered.
public struct OwnerRules {
  private let snapshot: Snapshot
  private let today: Day
  /// Read once somebody gives another owner.
  private var known: (book: RightBook, places: OwnerPlaces)?

  /// Opens the rules on a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger before.
  ///   - today: The present day.
  public init(_ snapshot: Snapshot, today: Day) {
    self.snapshot = snapshot
    self.today = today
  }

  /// Warns where another owner takes with him what was registered, filed or granted in years that are over, or is
  /// judged by what happened before.
  ///
  /// - Parameters:
  ///   - effect: What is about to become of the record.
  ///   - schema: Its kind.
  ///   - editor: Holds the record as it is about to be.
  /// - Returns: A warning; `nil` where the owner that counts is as before, or no year that is over changes, and
  ///   nothing happened on record.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public mutating func finding(
    _ effect: Editor.Effect,
    _ schema: Schema,
    in editor: Editor
  ) throws -> Diagnostic? {
    guard case .changed(let id, let fields) = effect, let field = Self.owner(of: schema),
      fields.contains(field.name), let before = try snapshot.record(id, schema), before.has(field),
      let after = try editor.current(id, schema)?.record()
    else { return nil }
    let (book, places) = try known ?? (RightBook(eventsOf: snapshot), OwnerPlaces(snapshot))
    known = (book, places)
    func owner(of right: Record, on day: Day) -> RecordID? {
      places.counted(book.life(of: right, on: day).owners)
    }
    let dates =
      schema === Patent.schema
      ? [before[Patent.filedOn], before[Patent.grantedOn]] : [before[Trademark.registeredOn]]
    // Of days before or after a sale that is on record, this tells who owned it.
    let moved = dates.compactMap(\.self).filter {
      owner(of: before, on: $0.last) != owner(of: after, on: $0.last)
    }
    guard let years = ClosedYears(moved, before: today) else {
      return undated(before, after, book)
    }
    return warning(
      "owner-moves-counts",
      Phrase(
        en: "\(id) has another owner: what it counts for in \(years) moves with it, "
          + "though these years are over",
        zh: "\(id) 改填了权利人：\(years) 年的统计随之变动，虽然年度已结束"
      ),
      before
    )
  }

  /// Without a day the new owners are those of everything that is on record: of annuities and their reduction above all.
  private func undated(_ before: Record, _ after: Record, _ book: RightBook) -> Diagnostic? {
    let events = book.events(of: before)
    func owners(_ right: Record) -> Set<RecordID> { Set(book.life(of: right, on: today).owners) }
    // A sale on record tells who owned it before, and who owns it now.
    guard let last = events.last(where: { ![.filed, .noted].contains($0[RightEvent.action]) }),
      let date = last[RightEvent.date], let what = last[RightEvent.action]?.choice.label,
      !events.contains(where: { $0[RightEvent.action] == .transferred }),
      owners(before) != owners(after)
    else { return nil }
    return warning(
      "owner-without-day",
      Phrase(
        en:
          "\(before.id) has other owners since no day that is known: what happened before, to '\(what.en)' on "
          + "\(date), is judged by them",
        zh: "\(before.id) 改填了权利人而没有日期：此前的事项（至 \(date) \(what.zh)）均按新权利人判断"
      ),
      before
    )
  }

  private func warning(_ name: String, _ message: Phrase, _ right: Record) -> Diagnostic {
    let id = right.id
    let command = right.schema === Patent.schema ? "patent event" : "mark event"
    return Diagnostic(
      name,
      message,
      help: Phrase(
        en: "where it was sold, give back the owner of before, and enter the sale with "
          + "'brandledger \(command) \(id) transferred --party NAME --on DAY'",
        zh: "如系转让，请恢复原权利人，并用 brandledger \(command) \(id) transferred --party 受让人 --on 日期 登记"
      ),
      severity: .warning
    )
  }

  private static func owner(of schema: Schema) -> FieldDefinition? {
    if schema === Trademark.schema { return Trademark.owner.definition }
    return schema === Patent.schema ? Patent.owners.definition : nil
  }
}
