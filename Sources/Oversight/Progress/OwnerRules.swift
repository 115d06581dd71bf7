import Bilingual
public import Ledger
public import Portfolio

/// What follows from another owner of a mark or a patent on whose transfer nothing was entered.
public enum OwnerRules {
  /// Warns where another owner takes with him what was registered, filed or granted in years that are over.
  ///
  /// - Parameters:
  ///   - effect: What is about to become of the record.
  ///   - schema: Its kind.
  ///   - snapshot: The ledger before.
  ///   - today: The present day.
  /// - Returns: A warning; `nil` where the owner is as before, or no year that is over changes.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func finding(
    _ effect: Editor.Effect,
    _ schema: Schema,
    in snapshot: Snapshot,
    today: Day
  ) throws -> Diagnostic? {
    guard case .changed(let id, let fields) = effect, let field = owner(of: schema),
      fields.contains(field.name), let before = try snapshot.record(id, schema), before.has(field)
    else { return nil }
    let dates =
      schema === Patent.schema
      ? [before[Patent.filedOn], before[Patent.grantedOn]] : [before[Trademark.registeredOn]]
    guard let years = ClosedYears(dates.compactMap(\.self), before: today) else { return nil }
    let command = schema === Patent.schema ? "patent event" : "mark event"
    return Diagnostic(
      "owner-moves-counts",
      Phrase(
        en: "\(id) has another owner: what it counts for in \(years) moves with it, "
          + "though these years are over",
        zh: "\(id) 改填了权利人：\(years) 年的统计随之变动，虽然年度已结束"
      ),
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
