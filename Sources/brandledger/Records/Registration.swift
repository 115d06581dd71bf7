import Bilingual
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
    let moved = try movedByHand(changes, in: snapshot)
    let records = changes.compactMap { change -> Record? in
      guard case .put(let draft) = change, draft.schema === Recognition.schema else { return nil }
      return draft.record()
    }
    guard !records.isEmpty else { return moved }
    let found = try RecognitionRules.findings(
      for: records,
      in: snapshot.applying(changes),
      today: today
    )
    return moved
      + zip(records, found).flatMap { record, findings in findings.map { (record.id, $0) } }
  }

  /// A case moves by the case commands only, which keep who and when.
  private static func movedByHand(_ changes: [Change], in snapshot: Snapshot) throws
    -> [(id: RecordID, finding: Diagnostic)]
  {
    try changes.compactMap { change in
      guard case .put(let draft) = change, draft.schema === Case.schema, let id = draft.id,
        let stage = try snapshot.table(Case.self)[id]?[Case.stage], draft[Case.stage] != stage
      else { return nil }
      return (id, moveByCommand(id))
    }
  }

  private static func moveByCommand(_ id: RecordID) -> Diagnostic {
    Diagnostic(
      "case-moved-by-hand",
      Phrase(
        en: "the stage of the case \(id) is changed by the case commands only",
        zh: "案件 \(id) 的阶段只能用 case 命令推进"
      ),
      help: Phrase(
        en: "'brandledger case show \(id)' tells what is possible now",
        zh: "可用 brandledger case show \(id) 查看当前可用的动作"
      )
    )
  }
}
