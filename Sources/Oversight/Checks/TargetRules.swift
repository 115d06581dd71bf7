public import Ledger

/// What is asked of a target before it is written.
public enum TargetRules {
  /// Finds what is wrong with targets.
  ///
  /// - Parameters:
  ///   - records: The targets; they need not be written yet.
  ///   - snapshot: The ledger, with the targets and all that is to be written with them.
  /// - Returns: For each target errors, for which it is to be refused, and warnings.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(for records: [Record], in snapshot: Snapshot) throws
    -> [[Diagnostic]]
  {
    let names = try TargetNames(snapshot)
    return records.map { target in
      let errors = names.errors(in: target).map { finding in
        var finding = finding
        finding.severity = .error
        return finding
      }
      return (errors + names.doubts(in: target)).map(Check.targetFaulty.diagnostic)
    }
  }
}
