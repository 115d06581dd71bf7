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

  /// The policies that stand among its facts: local ones that a policy of the file overrides.
  var policies: [Record] { records.filter { $0.schema === Policy.schema } }

  /// The policies of a file with those that the example brings along.
  private func completed(_ source: PolicySource) -> PolicySource {
    let own = policies
    guard !own.isEmpty else { return source }
    return source.replacing(
      policies: source.policies + own,
      clauses: source.clauses + records.filter { $0.schema === Clause.schema }
    )
  }

  /// The policies by which it is computed: those that were read before, with its own beside them.
  func book(_ source: PolicySource, _ book: PolicyBook) -> PolicyBook {
    policies.isEmpty ? book : completed(source).book(schemes: nil)
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
  func differences(
    in round: Round,
    _ source: PolicySource,
    _ book: PolicyBook
  ) -> [Phrase] {
    let source = completed(source)
    let check = ExpectationCheck(source: source, book: book)
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
      // A department's share is of the policy itself.
      let isFact =
        expectation.fact == example.policy || records.contains { $0.id == expectation.fact }
      differences += check.differences(expectation, claim, isKnown: clause != nil && isFact)
    }
    for claim in round.claims where claim.outcome == .eligible && !expected.contains(claim.id) {
      differences.append(
        Phrase(
          en: "\(check.name(claim)): \(check.told(claim).en), which was not expected",
          zh: "\(check.name(claim))：\(check.told(claim).zh)，不在预期之内"
        )
      )
    }
    return differences
  }
}
