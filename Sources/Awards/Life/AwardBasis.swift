import JSONLines
import Ledger
import Portfolio

/// All that an approval rests on: the award, its facts, the policy, its clauses, and what they give.
enum AwardBasis {
  /// The fields that decide nothing by themselves: what is said about a record; and where a clause stands among others
  /// and when a policy ends, which what comes out shows.
  static let asides: Set<String> = [
    CommonField.source.definition.name, CommonField.note.definition.name,
    CommonField.warnings.definition.name, Clause.order.definition.name,
    Policy.inForceUntil.definition.name, Policy.repealedOn.definition.name,
  ]

  /// Whether a hash is that of it as it is now; approvals of earlier times also counted the fields that decide nothing.
  static func fits(
    _ basis: String,
    _ award: Record,
    _ claim: Claim?,
    _ snapshot: Snapshot
  ) throws -> Bool {
    try hash(award, claim, snapshot) == basis
      || hash(award, claim, snapshot, leavingOut: []) == basis
  }

  /// Returns the hash of it; reasons in words are left out, for their wording may change.
  static func hash(
    _ award: Record,
    _ claim: Claim?,
    _ snapshot: Snapshot,
    leavingOut asides: Set<String> = asides
  ) throws -> String {
    func record(_ record: Record) -> JSONValue {
      let deciding = record.members.filter { !asides.contains($0.key) }
      return .array([.string(record.schema.kind), .object(sorted(deciding))])
    }
    var parts = [JSONValue.object(content(award))]
    if let claim {
      parts += [
        claim.outcome.json, claim.amount.json, .string(claim.recipient?.text ?? ""),
        record(claim.source.record),
      ]
      if let policy = try snapshot.table(Policy.self)[claim.policy] { parts.append(record(policy)) }
      let clauses = try snapshot.table(Clause.self)
      parts += claim.clauses.compactMap { clauses[$0] }.map(record)
      parts += claim.inputs.map(\.json)
    }
    return SHA256.hash(JSONValue.array(parts).text)
  }

  /// The members of an award but for its state, which its events tell.
  static func content(_ award: Record) -> [JSONMember] {
    sorted(award.members.filter { !same($0.key, Award.state.definition.name) })
  }

  /// By key, so that a new field in a kind's declaration moves nothing.
  private static func sorted(_ members: [JSONMember]) -> [JSONMember] {
    members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  private static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
}

extension Claim {
  /// The clauses of its trace, in order, each once.
  var clauses: [RecordID] {
    var seen: Set<RecordID> = []
    return trace.map(\.clause).filter { seen.insert($0).inserted }
  }

  /// The values that were read, in order, each place once.
  var inputs: [Input] {
    var seen: Set<Input> = []
    return trace.flatMap(\.inputs).filter { seen.insert($0).inserted }
  }
}
