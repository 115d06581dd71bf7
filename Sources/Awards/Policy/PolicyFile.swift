public import JSONLines
public import Ledger
import Portfolio

/// A file of the policy library: one policy or several, their clauses, and examples beside them.
///
/// Every line is an object whose first member, `record`, says which of the three it is.
public struct PolicyFile: Sendable {
  /// The records to be put into a ledger, in the order of the file.
  public let drafts: [Draft]
  /// The examples, which no ledger holds.
  public let examples: [PolicyExample]
  /// What is wrong, each with file, line and column; without errors the file may be imported.
  public let diagnostics: [Diagnostic]
  /// The same as records, each at its line of the file.
  let records: [Record]

  /// Reads a file strictly, and its clauses down to the last argument.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - fileName: Its name, for places.
  /// - Returns: What the file holds, and everything that is wrong with it.
  public static func read(_ bytes: [UInt8], fileName: String) -> PolicyFile {
    var reader = PolicyFileReader(bytes, fileName: fileName)
    reader.readLines()
    reader.readRules()
    reader.refuseNothing()
    return PolicyFile(
      drafts: reader.drafts,
      examples: reader.examples,
      diagnostics: reader.diagnostics,
      records: reader.records
    )
  }
}

/// An example beside a policy: facts, and what must come out.
public struct PolicyExample: Sendable {
  /// What it shows.
  public let name: String
  /// The policy.
  public let policy: RecordID
  /// The year of the round.
  public let year: Int
  /// The records that the ledger is to hold, each with its `kind`.
  public let facts: [JSONValue]
  /// What must come out: clause, fact, outcome, amount.
  public let expect: [JSONValue]
  /// Where it stands.
  public let place: Place
}
