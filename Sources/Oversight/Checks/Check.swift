public import Bilingual
public import Ledger
import Portfolio

/// A named demand on the records of a ledger.
///
/// Each check stands in a file of its own and is listed in ``Checks/all``.
public struct Check: Sendable {
  /// When a check is run.
  public enum Tier: Int, Comparable, Sendable {
    /// Always.
    case basic
    /// When the office asks for a closer look.
    case strict

    /// The name that programs read.
    public var name: String { self == .basic ? "basic" : "strict" }

    /// Orders from the always run to the closer look.
    public static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }
  }

  /// Which records a check looks at.
  enum Scope: Sendable {
    /// Each record of some kinds for itself; of all kinds where none is named.
    case records(of: [String]?, @Sendable (Record, Audit) throws -> [Finding])
    /// The ledger as a whole.
    case ledger(@Sendable (Audit) throws -> [Finding])
    /// The ledger as a whole, by a part of the product that tells its findings itself.
    case told(@Sendable (Audit) throws -> [Diagnostic])
  }

  /// The stable name, that of its findings too.
  public let name: String
  /// What is wanted.
  public let demand: Phrase
  /// When it is run.
  public let tier: Tier
  /// How much a finding weighs.
  public let severity: Diagnostic.Severity

  let scope: Scope

  /// Declares a check that looks at each record of one kind.
  init(
    _ name: String,
    demand: Phrase,
    tier: Tier = .basic,
    severity: Diagnostic.Severity,
    each kind: (some Kind).Type,
    _ find: @escaping @Sendable (Record, Audit) throws -> [Finding]
  ) {
    self.init(name, demand, tier, severity, .records(of: [kind.schema.kind], find))
  }

  /// Declares a check that looks at each record of every kind.
  init(
    _ name: String,
    demand: Phrase,
    tier: Tier = .basic,
    severity: Diagnostic.Severity,
    everyRecord find: @escaping @Sendable (Record, Audit) throws -> [Finding]
  ) {
    self.init(name, demand, tier, severity, .records(of: nil, find))
  }

  /// Declares a check that looks at the ledger as a whole.
  init(
    _ name: String,
    demand: Phrase,
    tier: Tier = .basic,
    severity: Diagnostic.Severity,
    ledger find: @escaping @Sendable (Audit) throws -> [Finding]
  ) {
    self.init(name, demand, tier, severity, .ledger(find))
  }

  /// Declares a check whose findings another part of the product tells.
  init(
    _ name: String,
    demand: Phrase,
    tier: Tier = .basic,
    severity: Diagnostic.Severity,
    told find: @escaping @Sendable (Audit) throws -> [Diagnostic]
  ) {
    self.init(name, demand, tier, severity, .told(find))
  }

  private init(
    _ name: String,
    _ demand: Phrase,
    _ tier: Tier,
    _ severity: Diagnostic.Severity,
    _ scope: Scope
  ) {
    self.name = name
    self.demand = demand
    self.tier = tier
    self.severity = severity
    self.scope = scope
  }

  /// Runs the check over a ledger.
  func run(_ audit: Audit) throws -> [Diagnostic] {
    switch scope {
    case .ledger(let find):
      return try find(audit).map(diagnostic)
    case .told(let find):
      return try find(audit)
    case .records(let kinds, _):
      var result: [Diagnostic] = []
      for schema in audit.snapshot.catalog.schemas
      where kinds?.contains(schema.kind) ?? true {
        for record in try audit.snapshot.table(schema).records {
          result += try run(on: record, audit)
        }
      }
      return result
    }
  }

  /// Runs the check on one record; a check of the whole ledger finds nothing.
  func run(on record: Record, _ audit: Audit) throws -> [Diagnostic] {
    guard case .records(let kinds, let find) = scope,
      kinds?.contains(record.schema.kind) ?? true
    else { return [] }
    return try find(record, audit).map(diagnostic)
  }

  /// Tells a finding under the check's name.
  func diagnostic(_ finding: Finding) -> Diagnostic {
    let record = finding.record
    var diagnostic = Diagnostic(
      finding.name ?? name,
      Phrase(
        en: "\(record.schema.label.en) \(record.id): \(finding.message.en)",
        zh: "\(record.schema.label.zh) \(record.id)：\(finding.message.zh)"
      ),
      help: finding.help,
      severity: finding.severity ?? severity,
      at: record.place
    )
    if let field = finding.field { record.point(&diagnostic, at: field) }
    if let member = finding.member { record.point(&diagnostic, atMember: member) }
    return diagnostic
  }
}
