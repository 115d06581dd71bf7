import Bilingual
import JSONLines
public import Ledger
import Portfolio

/// Policies with their clauses and examples: those of a file, or those of a ledger.
public struct PolicySource: Sendable {
  /// The policies.
  public let policies: [Record]
  /// Their clauses, in the order of the file.
  public let clauses: [Record]
  /// What a ledger would take from a file, in its order; none where they are a ledger's own.
  public let drafts: [Draft]
  /// The examples; a ledger has none.
  public let examples: [PolicyExample]
  /// What is wrong with the writing of a file, so that it cannot be imported.
  public let faults: [Diagnostic]
  /// Whether they come from a file.
  public let isFile: Bool

  /// Whether a file cannot be read as it is meant.
  var hasErrors: Bool { faults.contains { $0.severity == .error } }

  /// Whether every policy was read as it is meant: what is wrong stands in clauses.
  var hasAllPolicies: Bool {
    let lines = Set(clauses.map(\.place.line))
    return faults.allSatisfy { $0.severity != .error || lines.contains($0.place?.line) }
  }

  private let texts: [String: SourceText]

  /// Reads a policy file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - fileName: Its name, for places.
  public init(_ bytes: [UInt8], fileName: String) {
    let file = PolicyFile.read(bytes, fileName: fileName)
    policies = file.records.filter { $0.schema === Policy.schema }
    clauses = file.records.filter { $0.schema === Clause.schema }
    drafts = file.drafts
    examples = file.examples
    faults = file.diagnostics
    isFile = true
    texts = [fileName: SourceText(bytes, name: fileName)]
  }

  /// Takes the policies of a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger at one commit.
  ///   - policy: Only this policy; all where it is `nil`.
  ///   - files: The bytes of its files by name, to tell columns; without them lines are told.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  public init(
    _ snapshot: Snapshot,
    policy: RecordID? = nil,
    files: [String: [UInt8]] = [:]
  ) throws {
    policies = try snapshot.table(Policy.self).records.filter { policy == nil || $0.id == policy }
    clauses = try snapshot.table(Clause.self).records.filter {
      policy == nil || $0[Clause.policy] == policy
    }
    drafts = []
    examples = []
    faults = []
    isFile = false
    texts = Dictionary(
      uniqueKeysWithValues: files.map { ($0, SourceText($1, name: $0)) }
    )
  }

  private init(_ source: PolicySource, policies: [Record], clauses: [Record]) {
    self.policies = policies
    self.clauses = clauses
    drafts = source.drafts
    examples = source.examples
    faults = source.faults
    isFile = source.isFile
    texts = source.texts
  }

  /// The same with other records.
  func replacing(policies: [Record], clauses: [Record]) -> PolicySource {
    PolicySource(self, policies: policies, clauses: clauses)
  }

  /// Tells a fault at the place where its member stands.
  func diagnostic(_ fault: ArgumentFault, of record: Record) -> Diagnostic {
    diagnostic(fault, at: record.place)
  }

  func diagnostic(_ fault: ArgumentFault, at place: Place) -> Diagnostic {
    let found = place.line.flatMap { line in
      texts[place.file]?.place(line: line, fault.path, isKey: fault.isKey)
    }
    var diagnostic = fault.diagnostic(at: found?.at ?? place)
    diagnostic.excerpt = found?.excerpt
    return diagnostic
  }

  /// The policies with their rules; titles are looked up where they are known.
  func book(schemes: Table?, besides others: [Record] = []) -> PolicyBook {
    PolicyBook(
      policies: policies + others,
      clauses: clauses,
      schemes: schemes
    ) { record, path, isKey in
      let found = record.place.line.flatMap { line in
        texts[record.place.file]?.place(line: line, path, isKey: isKey)
      }
      return found?.at ?? record.place
    }
  }

  /// The line that a finding points into.
  func excerpt(of place: Place?) -> String? {
    guard let place, let line = place.line else { return nil }
    return texts[place.file]?.place(line: line, [], isKey: false)?.excerpt
  }
}
