import Bilingual
import JSONLines
public import Ledger
import Portfolio

/// What may be written of policies and their clauses.
public enum PolicyRules {
  /// Finds what changes would have wrong: what cannot be computed, and rules by which awards were sealed.
  ///
  /// What is wrong already bars no change that mends something else.
  ///
  /// - Parameters:
  ///   - changes: What is about to be written; changes of other kinds are passed over.
  ///   - snapshot: The records that stand.
  /// - Returns: What was found, with the id of the first policy or clause that changes, or of the one it is about.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(_ changes: [Change], in snapshot: Snapshot) throws
    -> [(id: RecordID, finding: Diagnostic)]
  {
    var put: [RecordID] = []
    var removed: [RecordID] = []
    for change in changes {
      switch change {
      case .put(let draft) where isRule(draft.schema): put += [draft.id].compactMap(\.self)
      case .remove(let schema, let id, _) where isRule(schema): removed.append(id)
      default: continue
      }
    }
    guard let first = (put + removed).first else { return [] }
    let known = Set(try PolicyBook(snapshot).findings.map(\.message.en))
    let later = snapshot.applying(changes)
    let faults = try PolicyBook(later).findings.filter {
      $0.severity == .error && !known.contains($0.message.en)
    }
    let sealed = try SealedRules(Set(put + removed), snapshot)
    let deciding = try put.filter {
      try decidingMembers($0, later) != decidingMembers($0, snapshot)
    }
    return faults.map { (first, $0) }
      + removed.compactMap { id in sealed.missing(id).map { (id, $0) } }
      + deciding.compactMap { id in sealed.altered(id).map { (id, $0) } }
  }

  /// The members of a policy or clause but for those that decide nothing.
  private static func decidingMembers(_ id: RecordID, _ snapshot: Snapshot) throws -> [JSONMember] {
    let rule = try snapshot.table(Policy.self)[id] ?? snapshot.table(Clause.self)[id]
    return (rule?.members ?? []).filter { !AwardBasis.asides.contains($0.key) }
  }

  private static func isRule(_ schema: Schema) -> Bool {
    schema === Policy.schema || schema === Clause.schema
  }
}

/// The awards that were sealed by some policies and clauses, those of caps, budgets and clawback among them, and stand.
public struct SealedRules: Sendable {
  private var awards: [RecordID: [Record]] = [:]

  /// Finds the awards.
  ///
  /// - Parameters:
  ///   - ids: The policies and clauses.
  ///   - snapshot: The records that stand.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public init(_ ids: Set<RecordID>, _ snapshot: Snapshot) throws {
    guard !ids.isEmpty else { return }
    for award in try snapshot.table(Award.self).records where award[Award.state] != .void {
      let own = [award[Award.policy], award[Award.clause]].compactMap(\.self)
      for id in ids.intersection(own + Receipt.clauses(of: award)) {
        awards[id, default: []].append(award)
      }
    }
  }

  /// Refuses that a rule goes: receipts name it.
  ///
  /// - Parameters:
  ///   - id: The rule.
  ///   - place: Where it would be missing.
  /// - Returns: The refusal; `nil` where no award was sealed by it.
  public func missing(_ id: RecordID, at place: Place? = nil) -> Diagnostic? {
    awards[id].map { awards in
      Diagnostic(
        "sealed-clause",
        Phrase(
          en: "\(id) would be gone, by which \(Self.count(awards)) sealed: \(awards[0].id)",
          zh: "\(id) 将不复存在，而 \(awards.count) 项奖励据其核定，如 \(awards[0].id)"
        ),
        help: Phrase(
          en: "keep it; what changes goes into a later version, with 'replaces'",
          zh: "请保留；修改内容用 replaces 另立后续版本"
        ),
        at: place
      )
    }
  }

  /// Warns that a rule changes: it may be put right, not turned into another.
  ///
  /// - Parameters:
  ///   - id: The rule.
  ///   - place: Where it changes.
  /// - Returns: The warning; `nil` where no award was sealed by it.
  public func altered(_ id: RecordID, at place: Place? = nil) -> Diagnostic? {
    awards[id].map { awards in
      Diagnostic(
        "sealed-clause-changed",
        Phrase(
          en: "\(id) changes, by which \(Self.count(awards)) sealed: \(awards[0].id)",
          zh: "\(id) 有变更，而 \(awards.count) 项奖励据其核定，如 \(awards[0].id)"
        ),
        help: Phrase(
          en:
            "'award verify' says what it alters; a new rule goes into a later version, with 'replaces'",
          zh: "award verify 可列出影响；新规定请用 replaces 另立后续版本"
        ),
        severity: .warning,
        at: place
      )
    }
  }

  private static func count(_ awards: [Record]) -> String {
    "\(awards.count, of: "award") \(awards.count == 1 ? "was" : "were")"
  }
}
