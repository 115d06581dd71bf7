import Bilingual
import Ledger
import Portfolio

/// Compares claims with what examples say of them.
struct ExpectationCheck {
  let source: PolicySource
  let book: PolicyBook

  /// What came out otherwise for one expectation.
  ///
  /// - Parameters:
  ///   - expectation: The expectation.
  ///   - claim: The claim that it is about; `nil` where there is none.
  ///   - isKnown: Whether the policy has its clause, and the example its fact.
  /// - Returns: The differences.
  func differences(
    _ expectation: Expectation,
    _ claim: Claim?,
    isKnown: Bool
  ) -> [Phrase] {
    let name = "\(expectation.clause)#\(expectation.fact)"
    guard let claim else { return unspoken(expectation, name, isKnown: isKnown) }
    var differences = amounts(expectation, claim, name)
    let acted = Set(claim.trace.filter { $0.verdict.isChange }.map { number($0.clause) })
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
    differences += lacks(expectation, claim, name)
    differences += ExpectedPart.differences(expectation.parts, claim.parts, name)
    if let expected = expectation.procedure {
      let found = book.procedure(of: claim.policy, clause: claim.clause)
      differences += expected.differences(found, name)
    }
    return differences
  }

  /// Where no clause speaks about the fact, which is right for some expectations.
  private func unspoken(_ expectation: Expectation, _ name: String, isKnown: Bool) -> [Phrase] {
    guard expectation.outcome == .notApplicable else {
      return [
        Phrase(
          en: "\(name): expected \(told(expectation).en), but the clause does not speak about it",
          zh: "\(name)：应为\(told(expectation).zh)，但条款未涉及该事实"
        )
      ]
    }
    guard !isKnown else { return [] }
    return [
      Phrase(
        en: "\(name): the policy has no such clause, or the example no such fact",
        zh: "\(name)：政策没有该条款，或示例没有该事实"
      )
    ]
  }

  private func amounts(_ expectation: Expectation, _ claim: Claim, _ name: String) -> [Phrase] {
    var differences: [Phrase] = []
    if claim.outcome != expectation.outcome || claim.amount != expectation.amount {
      differences.append(
        Phrase(
          en: "\(name): expected \(told(expectation).en), got \(told(claim).en)",
          zh: "\(name)：应为\(told(expectation).zh)，实为\(told(claim).zh)"
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
    return differences
  }

  private func lacks(_ expectation: Expectation, _ claim: Claim, _ name: String) -> [Phrase] {
    guard let missing = expectation.missing else { return [] }
    let found = claim.missing.map { "\($0.record).\($0.field)" }
    guard Set(missing) != Set(found) else { return [] }
    return [
      Phrase(
        en: "\(name): expected to lack \(missing.joined(separator: ", ")), not "
          + (found.isEmpty ? "nothing" : found.joined(separator: ", ")),
        zh: "\(name)：应缺 \(missing.joined(separator: "、"))，实缺 "
          + (found.isEmpty ? "无" : found.joined(separator: "、"))
      )
    ]
  }

  private func told(_ expectation: Expectation) -> Phrase {
    let label = expectation.outcome.choice.label
    guard expectation.outcome == .eligible else { return label }
    return Phrase(
      en: "\(label.en) \(expectation.amount) yuan",
      zh: "\(label.zh) \(expectation.amount) 元"
    )
  }

  /// Outcome and amount, with the step that decided where nothing is paid.
  func told(_ claim: Claim) -> Phrase {
    let label = claim.outcome.choice.label
    guard claim.outcome != .eligible else {
      return Phrase(en: "\(label.en) \(claim.amount) yuan", zh: "\(label.zh) \(claim.amount) 元")
    }
    guard let step = claim.trace.first(where: { $0.verdict.isBlocking }) else { return label }
    let number = number(step.clause)
    return Phrase(
      en: "\(label.en) (\(number): \(step.reason.en))",
      zh: "\(label.zh)（\(number)：\(step.reason.zh)）"
    )
  }

  func name(_ claim: Claim) -> String {
    "\(number(claim.clause))#\(claim.facts.map(\.text).joined(separator: "+"))"
  }

  private func number(_ clause: RecordID) -> String {
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
