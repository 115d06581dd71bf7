import Bilingual
import JSONLines
public import Ledger
import Portfolio

/// All policies of a ledger with their clauses, read and checked.
public struct PolicyBook: Sendable {
  /// What is wrong or deserves a look, each with the place where it stands.
  public let findings: [Diagnostic]
  /// The policies by id.
  let ruleSets: [RuleSet]
  /// The policies of which a finding is an error: they cannot be computed.
  private let broken: [RecordID: [Diagnostic]]

  /// Reads the policies of a ledger.
  ///
  /// - Parameter snapshot: The ledger at one commit.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  public init(_ snapshot: Snapshot) throws {
    self.init(
      policies: try snapshot.table(Policy.self).records,
      clauses: try snapshot.table(Clause.self).records,
      schemes: try snapshot.table(Scheme.self)
    ) { record, _, _ in record.place }
  }

  /// Reads policies and clauses that may not be in a ledger yet.
  ///
  /// - Parameters:
  ///   - policies: The policy records.
  ///   - clauses: The clause records in the order of their file.
  ///   - schemes: The titles that may be named; `nil` where that is not checked.
  ///   - place: Finds where a member of a record stands.
  init(
    policies: [Record],
    clauses: [Record],
    schemes: Table?,
    place: (Record, _ path: [PathStep], _ isKey: Bool) -> Place
  ) {
    var findings: [Diagnostic] = []
    var broken: [RecordID: [Diagnostic]] = [:]
    func report(_ fault: ArgumentFault, _ record: Record, of policy: RecordID) {
      let diagnostic = fault.diagnostic(at: place(record, fault.path, fault.isKey))
      findings.append(diagnostic)
      if fault.severity == .error { broken[policy, default: []].append(diagnostic) }
    }

    let ids = Set(policies.map(\.id))
    var rules: [RecordID: [Rule]] = [:]
    var unread: [RecordID: [Record]] = [:]
    for clause in clauses {
      guard let policy = clause[Clause.policy], ids.contains(policy) else {
        let name = clause[Clause.policy]?.text ?? ""
        let fault = ArgumentFault(
          "unknown-policy",
          Phrase(en: "there is no policy '\(name)'", zh: "没有政策“\(name)”"),
          help: Suggestion.help(for: name, among: ids.map(\.text).sorted()),
          at: [.key(Clause.policy.definition.name)]
        )
        report(fault, clause, of: RecordID(name))
        continue
      }
      var faults: [ArgumentFault] = []
      if let rule = Rule(clause, of: policy, schemes: schemes, &faults) {
        rules[policy, default: []].append(rule)
      } else {
        unread[policy, default: []].append(clause)
      }
      for fault in faults { report(fault, clause, of: policy) }
    }
    for policy in ids {
      let found = Self.faults(in: rules[policy] ?? [], beside: unread[policy] ?? [])
      for (clause, fault) in found { report(fault, clause, of: policy) }
    }

    let lines = PolicyLines(policies)
    let sets = policies.sorted { $0.id < $1.id }.map { record in
      var faults: [ArgumentFault] = []
      let set = RuleSet(record, in: lines, rules: rules[record.id] ?? [], &faults)
      for fault in faults { report(fault, record, of: record.id) }
      return set
    }
    ruleSets = sets.map { $0.overridden(by: sets) }
    self.broken = broken
    self.findings = findings.sorted(by: Self.comesFirst)
  }

  /// The policies that may be computed, by id.
  public var policies: [RecordID] {
    ruleSets.map(\.id).filter { broken[$0] == nil }
  }

  /// Returns the rules of the policies asked for.
  func ruleSets(_ ids: [RecordID]?, year: Int) throws(Diagnostics) -> [RuleSet] {
    guard let ids else {
      let chosen = ruleSets.filter { $0.pays(inRound: year) }
      let faults = faults(of: chosen)
      guard faults.isEmpty else { throw Diagnostics(faults) }
      return chosen
    }
    var faults: [Diagnostic] = []
    for id in ids {
      if let found = broken[id] {
        faults += found
      } else if !ruleSets.contains(where: { $0.id == id }) {
        faults.append(
          Diagnostic(
            "unknown-policy",
            Phrase(en: "there is no policy '\(id)'", zh: "没有政策“\(id)”"),
            help: Suggestion.help(for: id.text, among: ruleSets.map(\.id.text))
          )
        )
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    let chosen = ruleSets.filter { ids.contains($0.id) }
    let foreign = self.faults(of: chosen)
    guard foreign.isEmpty else { throw Diagnostics(foreign) }
    return chosen
  }

  /// What is wrong with policies, and with those whose rules override them.
  private func faults(of sets: [RuleSet]) -> [Diagnostic] {
    let ids = Set(sets.map(\.id) + sets.flatMap { $0.rules.map(\.policy) })
    return ids.sorted().flatMap { broken[$0] ?? [] }
  }

  /// Orders findings by file, line and column.
  static func comesFirst(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    let left = (a.place?.file ?? "", a.place?.line ?? 0, a.place?.column ?? 0, a.message.en)
    let right = (b.place?.file ?? "", b.place?.line ?? 0, b.place?.column ?? 0, b.message.en)
    return left < right
  }

  /// Faults between the clauses of one policy.
  ///
  /// - Parameters:
  ///   - rules: The clauses.
  ///   - unread: Those whose operation is not known; what they do is not.
  /// - Returns: Each with the clause in which it stands.
  private static func faults(
    in rules: [Rule],
    beside unread: [Record]
  ) -> [(Record, ArgumentFault)] {
    var faults: [(Record, ArgumentFault)] = []
    var numbers: Set<String> = []
    for rule in rules where !numbers.insert(rule.number).inserted {
      let fault = ArgumentFault(
        "duplicate-number",
        Phrase(
          en: "clause number \(rule.number) stands twice in \(rule.policy)",
          zh: "\(rule.policy) 中条款号 \(rule.number) 重复"
        ),
        at: [.key(Clause.number.definition.name)]
      )
      faults.append((rule.record, fault))
    }
    let open = unread.compactMap { $0[Clause.number] }
    let values = rules.filter { $0.valuation != nil }.map(\.number)
    func look(
      for names: [String],
      among values: [String],
      at path: [PathStep],
      in clause: Record
    ) {
      for (index, named) in names.enumerated()
      where !(values + open).contains(where: { Rule.covers(named, $0) }) {
        let fault = unknownClause(named, clause, values, at: path + [.index(index)])
        faults.append((clause, fault))
      }
    }
    let path = [PathStep.key(Clause.for.definition.name)]
    let awards = rules.filter { $0.valuation != nil && !($0.operation is PercentOfTotal) }
      .map(\.number)
    for rule in rules {
      let shared = (rule.operation as? PercentOfTotal)?.named ?? []
      look(for: shared, among: awards, at: Rule.path("of"), in: rule.record)
      let stacked = (rule.operation as? StackWith)?.named ?? []
      look(for: stacked, among: values, at: Rule.path("clauses"), in: rule.record)
      // A value clause with `for` was told before.
      if rule.valuation == nil {
        look(for: rule.governed, among: values, at: path, in: rule.record)
      }
    }
    for clause in unread {
      look(for: clause[Clause.for] ?? [], among: values, at: path, in: clause)
    }
    return faults
  }

  private static func unknownClause(
    _ named: String,
    _ clause: Record,
    _ values: [String],
    at path: [PathStep]
  ) -> ArgumentFault {
    let policy = clause[Clause.policy]?.text ?? ""
    return ArgumentFault(
      "unknown-clause",
      Phrase(
        en: "no clause \(named) gives an award in \(policy)",
        zh: "\(policy) 中没有给出奖励的条款 \(named)"
      ),
      help: Suggestion.help(for: named, among: values),
      at: path
    )
  }
}
