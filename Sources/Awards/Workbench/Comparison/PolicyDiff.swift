public import Bilingual
import JSONLines
public import Ledger
public import Portfolio

/// What two policies say differently, and who would get how much more or less by it.
public struct PolicyDiff: Sendable {
  /// A clause that only one of them has, or that says something else in each.
  public struct ClauseChange: Sendable {
    /// Whether it came, went, or was changed.
    public enum Kind: String, Sendable {
      /// Only the second policy has it.
      case added
      /// Only the first policy has it.
      case removed
      /// Both have it, with other words or values.
      case changed
    }

    /// The clause's number, in both where both have it.
    public let number: String
    /// Whether it came, went, or was changed.
    public let kind: Kind
    /// What the members of a changed clause say before and after.
    public let members: [MemberChange]
  }

  /// What one recipient would get by each.
  public struct Gain: Sendable {
    /// Who; `nil` for facts whose holder is not known.
    public let recipient: RecordID?
    /// The name.
    public let name: String
    /// The sum by the first policy.
    public let before: Money
    /// The sum by the second one.
    public let after: Money
    /// What it would get more, or less.
    public var difference: Money { Money(fen: after.fen - before.fen) }
  }

  /// One of the two, computed for the year.
  public struct Side: Sendable {
    /// The policy.
    public let policy: RecordID
    /// What it would pay.
    public let total: Money
    /// How many claims would be paid or honoured.
    public let eligible: Int
    /// How many hang on missing facts or on decisions, and are in no sum.
    public let open: Int

    init(_ round: Round, _ policy: RecordID) {
      self.policy = policy
      total = round.total
      eligible = round.claims.count { $0.outcome == .eligible }
      open = round.claims.count(where: \.isOpen)
    }
  }

  /// The year.
  public let year: Int
  /// What the policies themselves say before and after.
  public let policy: [MemberChange]
  /// The clauses that differ: in the order of the second policy, then those that went.
  public let clauses: [ClauseChange]
  /// The recipients whose sums differ, the largest difference first.
  public let gains: [Gain]
  /// How many recipients get the same by both, with money.
  public let unchanged: Int
  /// The first policy.
  public let before: Side
  /// The second one.
  public let after: Side
  /// What was assumed.
  public let assumptions: [Phrase]

  /// Compares two policies.
  ///
  /// - Parameters:
  ///   - first: One policy with its clauses.
  ///   - second: Another one, or another version of the same.
  ///   - year: The year whose facts are paid by each.
  ///   - snapshot: The ledger.
  /// - Throws: ``Diagnostics`` for a policy with errors or missing, and for sums that cannot be counted.
  public init(
    from first: PolicySource,
    to second: PolicySource,
    year: Int,
    _ snapshot: Snapshot
  ) throws {
    let old = try Self.policy(of: first)
    let new = try Self.policy(of: second)
    self.year = year
    policy = MemberChange.all(from: old, to: new, besides: [CommonField.id.definition.name])
    clauses = Self.clauses(from: first.clauses, to: second.clauses)
    let (a, b) = (
      try WhatIf(only: first, year: year, snapshot), try WhatIf(only: second, year: year, snapshot)
    )
    before = Side(a.round, old.id)
    after = Side(b.round, new.id)
    let (sumsBefore, sumsAfter) = (try a.round.sums(), try b.round.sums())
    var names: [RecordID?] = []
    for sum in sumsBefore + sumsAfter where !names.contains(sum.recipient) {
      names.append(sum.recipient)
    }
    let gains = names.map { recipient in
      let (x, y) = (
        sumsBefore.first { $0.recipient == recipient },
        sumsAfter.first { $0.recipient == recipient }
      )
      return Gain(
        recipient: recipient,
        name: x?.name ?? y?.name ?? "",
        before: x?.amount ?? .zero,
        after: y?.amount ?? .zero
      )
    }
    unchanged = gains.count { $0.difference == .zero && $0.after > .zero }
    self.gains = gains.filter { $0.difference != .zero }.sorted { a, b in
      let (x, y) = (a.difference.fen.magnitude, b.difference.fen.magnitude)
      return x == y ? (a.recipient ?? "") < (b.recipient ?? "") : x > y
    }
    let notes = [
      try WhatIf.withoutAwards(since: year, snapshot),
      try Self.uncounted(old, b.round.ruleSets, year, snapshot),
    ]
    var assumptions: [Phrase] = []
    for phrase in a.assumptions + b.assumptions + notes.compactMap(\.self)
    where !assumptions.contains(phrase) { assumptions.append(phrase) }
    self.assumptions = assumptions
  }

  /// Said where payouts by the first policy are no earlier payouts of the second one.
  private static func uncounted(
    _ old: Record,
    _ new: [RuleSet],
    _ year: Int,
    _ snapshot: Snapshot
  ) throws -> Phrase? {
    guard let new = new.first, !new.lineage.contains(old.id) else { return nil }
    let count = try snapshot.table(Award.self).records.count { award in
      award[Award.policy] == old.id && (award[Award.year] ?? .max) < year
    }
    guard count > 0 else { return nil }
    return Phrase(
      en: "\(new.id) does not say that it replaces \(old.id), so that what that paid in "
        + "earlier years (\(count, of: "award")) is no earlier payout of its own",
      zh: "\(new.id) 未注明替代 \(old.id)，\(old.id) 以往年度的 \(count) 项奖励不视为其以往奖励"
    )
  }

  /// The one policy of a source.
  private static func policy(of source: PolicySource) throws(Diagnostics) -> Record {
    let errors = source.faults.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Diagnostics(errors) }
    guard source.policies.count == 1 else {
      throw Diagnostics(
        Diagnostic(
          "not-one-policy",
          Phrase(
            en: "\(source.policies.count, of: "policy") stand here; one is compared with one",
            zh: "此处有 \(source.policies.count) 项政策；只能一对一比较"
          ),
          at: source.policies.last?.place
        )
      )
    }
    return source.policies[0]
  }

  private static func clauses(from old: [Record], to new: [Record]) -> [ClauseChange] {
    func number(_ clause: Record) -> String { clause[Clause.number] ?? clause.id.text }
    func twin(_ clause: Record, _ others: [Record]) -> Record? {
      others.first { number($0).utf8.elementsEqual(number(clause).utf8) }
    }
    let ignored: Set<String> = [
      CommonField.id.definition.name, Clause.policy.definition.name, Clause.order.definition.name,
    ]
    let kept = new.compactMap { clause -> ClauseChange? in
      guard let before = twin(clause, old) else {
        return ClauseChange(number: number(clause), kind: .added, members: [])
      }
      let members = MemberChange.all(from: before, to: clause, besides: ignored)
      return members.isEmpty
        ? nil : ClauseChange(number: number(clause), kind: .changed, members: members)
    }
    let gone = old.filter { twin($0, new) == nil }.map {
      ClauseChange(number: number($0), kind: .removed, members: [])
    }
    return kept + gone
  }
}
