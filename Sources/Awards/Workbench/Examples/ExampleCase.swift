import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An example that was read: its records in memory, and what must come out.
struct ExampleCase: Sendable {
  let example: PolicyExample
  let expectations: [Expectation]
  private let records: [Record]

  /// Reads an example; faults are kept with paths into its line.
  init(_ example: PolicyExample, _ faults: inout [ArgumentFault]) {
    self.example = example
    let ledger = ExampleLedger(example)
    records = ledger.records
    faults += ledger.faults
    var found: [ArgumentFault] = []
    expectations = example.expect.enumerated().map { index, json in
      Expectation(json, at: [.key("expect"), .index(index)], &found)
    }
    faults += found
  }

  /// Computes the round of the example by policies that were read before.
  func round(_ source: PolicySource, _ book: PolicyBook) throws -> Round {
    try Round(
      year: example.year,
      policies: [example.policy],
      book: book,
      snapshot: ExampleLedger.base.assuming(records: records).assuming(source),
      traces: .all
    )
  }

  /// What came out otherwise than expected.
  func differences(in round: Round, _ source: PolicySource) -> [Phrase] {
    var differences: [Phrase] = []
    var expected: Set<String> = []
    for expectation in expectations {
      let clause = source.clauses.first { clause in
        clause[Clause.policy] == example.policy
          && (clause[Clause.number] == expectation.clause
            || clause.id == RecordID(expectation.clause))
      }
      let claim = round.claims.first { claim in
        claim.clause == clause?.id && claim.facts.contains(expectation.fact)
      }
      if let claim { expected.insert(claim.id) }
      differences += Self.differences(expectation, claim, source)
    }
    for claim in round.claims where claim.outcome == .eligible && !expected.contains(claim.id) {
      differences.append(
        Phrase(
          en: "\(Self.name(claim, source)): \(Self.told(claim, source).en), which was not expected",
          zh: "\(Self.name(claim, source))：\(Self.told(claim, source).zh)，不在预期之内"
        )
      )
    }
    return differences
  }

  private static func differences(
    _ expectation: Expectation,
    _ claim: Claim?,
    _ source: PolicySource
  ) -> [Phrase] {
    let name = "\(expectation.clause)#\(expectation.fact)"
    guard let claim else {
      // Where a clause does not speak about a fact there need be no claim.
      guard expectation.outcome != .notApplicable else { return [] }
      return [
        Phrase(
          en: "\(name): expected \(told(expectation).en), but the clause does not speak about it",
          zh: "\(name)：应为\(told(expectation).zh)，但条款未涉及该事实"
        )
      ]
    }
    var differences: [Phrase] = []
    if claim.outcome != expectation.outcome || claim.amount != expectation.amount {
      differences.append(
        Phrase(
          en: "\(name): expected \(told(expectation).en), got \(told(claim, source).en)",
          zh: "\(name)：应为\(told(expectation).zh)，实为\(told(claim, source).zh)"
        )
      )
    }
    if let worth = expectation.worth, !claim.isOpen || claim.worth != worth {
      differences.append(
        Phrase(
          en: "\(name): expected to be worth \(worth) yuan if granted, not \(claim.worth) yuan",
          zh: "\(name)：如获确认应为 \(worth) 元，实为 \(claim.worth) 元"
        )
      )
    }
    let acted = Set(claim.trace.filter { $0.verdict.isChange }.map { number($0.clause, source) })
    let idle = expectation.by.filter { !acted.contains($0) }
    if !idle.isEmpty {
      differences.append(
        Phrase(
          en: "\(name): \(idle.joined(separator: ", ")) did not act, but "
            + acted.sorted().joined(separator: ", "),
          zh: "\(name)：\(idle.joined(separator: "、")) 未起作用，起作用的是 "
            + acted.sorted().joined(separator: "、")
        )
      )
    }
    if let recipient = expectation.recipient, claim.recipient != recipient {
      differences.append(
        Phrase(
          en:
            "\(name): expected to be paid to \(recipient), not to \(claim.recipient?.text ?? "-")",
          zh: "\(name)：应支付给 \(recipient)，实为 \(claim.recipient?.text ?? "-")"
        )
      )
    }
    if let missing = expectation.missing {
      let found = claim.missing.map { "\($0.record).\($0.field)" }
      if Set(missing) != Set(found) {
        differences.append(
          Phrase(
            en: "\(name): expected to lack \(missing.joined(separator: ", ")), not "
              + (found.isEmpty ? "nothing" : found.joined(separator: ", ")),
            zh: "\(name)：应缺 \(missing.joined(separator: "、"))，实缺 "
              + (found.isEmpty ? "无" : found.joined(separator: "、"))
          )
        )
      }
    }
    return differences
  }

  private static func told(_ expectation: Expectation) -> Phrase {
    let label = expectation.outcome.choice.label
    guard expectation.outcome == .eligible else { return label }
    return Phrase(
      en: "\(label.en) \(expectation.amount) yuan",
      zh: "\(label.zh) \(expectation.amount) 元"
    )
  }

  /// Outcome and amount, with the step that decided where nothing is paid.
  private static func told(_ claim: Claim, _ source: PolicySource) -> Phrase {
    let label = claim.outcome.choice.label
    guard claim.outcome != .eligible else {
      return Phrase(en: "\(label.en) \(claim.amount) yuan", zh: "\(label.zh) \(claim.amount) 元")
    }
    guard let step = claim.trace.first(where: { $0.verdict.isBlocking }) else { return label }
    let number = number(step.clause, source)
    return Phrase(
      en: "\(label.en) (\(number): \(step.reason.en))",
      zh: "\(label.zh)（\(number)：\(step.reason.zh)）"
    )
  }

  private static func name(_ claim: Claim, _ source: PolicySource) -> String {
    "\(number(claim.clause, source))#\(claim.facts.map(\.text).joined(separator: "+"))"
  }

  private static func number(_ clause: RecordID, _ source: PolicySource) -> String {
    source.clauses.first { $0.id == clause }?[Clause.number] ?? clause.text
  }
}

extension Verdict {
  /// Whether the clause was looked at, be it that it left everything as it was.
  var isTouch: Bool { self != .skipped && self != .notApplicable }

  /// Whether the clause gave, changed or ended something.
  var isChange: Bool { isTouch && self != .passed }

  /// Whether the step keeps a claim from being paid.
  var isBlocking: Bool { [.failed, .unknown, .undecided].contains(self) }
}
