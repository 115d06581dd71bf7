import Ledger
import Portfolio

/// What a reader sees of a ledger that writers work on.
struct Inspection {
  let commit: Int
  /// The ids of the enterprises.
  let ids: Set<String>

  /// Reads a ledger.
  ///
  /// - Throws: ``Broken`` where a commit is there by half, or warnings are told of a writer at work.
  init(_ store: LedgerStore, whileWriting: Bool = false) throws {
    let view = try store.snapshot()
    commit = view.commit.number
    func ids(_ schema: Schema) throws -> Set<String> {
      Set(try view.snapshot.table(schema).records.map(\.id.text))
    }
    self.ids = try ids(Enterprise.schema)
    guard try ids(Brand.schema) == self.ids else {
      throw Broken(description: "commit \(commit): a half of a commit is seen")
    }
    guard !whileWriting || view.warnings.isEmpty else {
      throw Broken(description: "a reader was warned of a writer at work: \(view.warnings)")
    }
  }

  /// Proves every byte of a ledger that nobody writes to.
  static func prove(_ store: LedgerStore) throws {
    let findings = try store.verify().filter { $0.severity == .error }
    guard findings.isEmpty else { throw Broken(description: "\(findings)") }
  }
}
