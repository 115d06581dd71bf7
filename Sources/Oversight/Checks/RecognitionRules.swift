public import Ledger
public import Portfolio

/// What is asked of a recognition before it is written.
public enum RecognitionRules {
  /// The checks in the order in which they are told.
  ///
  /// Findings with the severity of an error refuse the record, the others warn.
  static let checks: [Check] = [
    .danglingReference,
    .titleOutsideScheme,
    .titleInFuture,
    .titleTwice,
    .titleUnknownDate,
    .titleWithoutHolder,
    .holderTwice,
    .renewalWithoutFirst,
    .revokedBeforeWon,
    .titleRoute,
  ]

  /// Finds what is wrong with recognitions.
  ///
  /// - Parameters:
  ///   - records: The recognitions; they need not be written yet.
  ///   - snapshot: The ledger, with the recognitions and all that is to be written with them.
  ///   - today: The present day.
  /// - Returns: For each record errors, for which it is to be refused, and warnings.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(
    for records: [Record],
    in snapshot: Snapshot,
    today: Day
  ) throws -> [[Diagnostic]] {
    let audit = try Audit(snapshot, today: today)
    return try records.map { record in
      try checks.flatMap { try $0.run(on: record, audit) }
    }
  }

  /// Finds what is wrong with one recognition.
  ///
  /// - Parameters:
  ///   - record: The recognition; it need not be written yet.
  ///   - snapshot: The ledger, with the brand and the holder that are to be written with it.
  ///   - today: The present day.
  /// - Returns: Errors, for which it is to be refused, and warnings.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(
    for record: Record,
    in snapshot: Snapshot,
    today: Day
  ) throws -> [Diagnostic] {
    try findings(for: [record], in: snapshot, today: today)[0]
  }
}
