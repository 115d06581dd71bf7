import Ledger
import Oversight
import Portfolio

extension Diagnostic {
  /// The diagnostic without a place, for a record that stands in no file yet.
  var unplaced: Diagnostic {
    var copy = self
    copy.place = nil
    return copy
  }
}

/// What the domain has to say of records before they are written.
enum Registration {
  /// Applies the rules of registering to what is about to be written.
  ///
  /// - Parameters:
  ///   - changes: What is about to be written.
  ///   - snapshot: The records that stand.
  ///   - today: The present day.
  /// - Returns: What was found, with the id of the record it is about.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  static func findings(_ changes: [Change], in snapshot: Snapshot, today: Day) throws
    -> [(id: RecordID, finding: Diagnostic)]
  {
    let records = changes.compactMap { change -> Record? in
      guard case .put(let draft) = change, draft.schema === Recognition.schema else { return nil }
      return draft.record()
    }
    guard !records.isEmpty else { return [] }
    let found = try RecognitionRules.findings(
      for: records,
      in: snapshot.applying(changes),
      today: today
    )
    return zip(records, found).flatMap { record, findings in findings.map { (record.id, $0) } }
  }
}
