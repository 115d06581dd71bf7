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
    .renewalWithoutFirst,
    .revokedBeforeWon,
  ]

  /// Finds what is wrong with a recognition.
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
    let audit = try Audit(snapshot, today: today)
    return try checks.flatMap { try $0.run(on: record, audit) }
  }
}
