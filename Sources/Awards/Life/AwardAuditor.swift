import Bilingual
import JSONLines
public import Ledger
public import Portfolio

/// Computes sealed awards anew, from the records of their commit and from those of today.
public final class AwardAuditor {
  private let today: Rounds
  private let desk: AwardDesk
  private let past: (Record, Int) throws -> SealedFrom
  private var rounds: [String: Rounds] = [:]
  /// What was sealed from each commit: each claim counted for the others, also where it was named to be paid again.
  private let sealed: [Int: [String]]

  /// Creates an auditor.
  ///
  /// - Parameters:
  ///   - snapshot: The records to compare with, those of today.
  ///   - day: The present day.
  ///   - past: Opens the records from which an award was sealed, those of the commit that its receipt names.
  /// - Throws: ``Diagnostics`` where the records cannot be read.
  public init(
    _ snapshot: Snapshot,
    today day: Day,
    past: @escaping (Record, Int) throws -> SealedFrom
  ) throws {
    desk = try AwardDesk(snapshot, today: day)
    today = desk.rounds
    self.past = past
    let pairs = try snapshot.table(Award.self).records.compactMap { award in
      Receipt.commit(of: award).map { ($0, award[Award.claim].map { [$0] } ?? []) }
    }
    sealed = Dictionary(pairs, uniquingKeysWith: +)
  }

  /// Verifies an award.
  ///
  /// - Parameter award: The award; one that has no receipt proves nothing.
  /// - Returns: The proof with all that does not fit.
  /// - Throws: ``Diagnostics`` where its commit cannot be opened or its policy cannot be computed.
  public func verify(_ award: Record) throws -> AwardProof {
    guard let receipt = Receipt(award[Award.receipt]) else {
      let finding = AwardFinding(
        .receiptUnreadable,
        award.id,
        field: Award.receipt.definition.name,
        Phrase(en: "it has no receipt that can be read", zh: "没有可读的凭据")
      )
      return AwardProof(award: award, commit: 0, findings: [finding])
    }
    let sealedFrom = try past(award, receipt.commit)
    let then = rounds(of: sealedFrom, receipt.commit)
    let before = try then.claim(of: award)
    let after = try today.claim(of: award)
    var findings = try faults(of: receipt, award, before, then.snapshot, sealedFrom.name)
    if let before, try !isSettled(award, before, after) {
      let difference = ClaimDifference(before, then.snapshot, after, today.snapshot)
      findings += try difference.findings(award)
      if before.amount != after?.amount {
        findings += try difference.rivals(
          then.claims(beside: award),
          today.claims(beside: award)
        )
      }
    }
    if let twin = try desk.twin(of: award) {
      findings.append(AwardFinding(.double, award.id, AwardDesk.isDouble(twin)))
    }
    findings += try moreDue(award)
    findings += try ended(award)
    findings += try life(of: award, after)
    return AwardProof(award: award, commit: receipt.commit, findings: findings)
  }

  /// Whether what changed since was dealt with: it is void or came back in full, or what stands is what computes now.
  private func isSettled(_ award: Record, _ before: Claim, _ after: Claim?) throws -> Bool {
    let life = desk.life(of: award)
    guard life.faults.isEmpty else { return false }
    if life.state == .void || life.state == .recovered { return true }
    guard let after else { return false }
    let isToppedUp = try today.claims(beside: award).values.contains {
      $0.tops(up: after) && ($0.sealed != nil || $0.recovered != nil)
    }
    guard after.amount != before.amount || isToppedUp else { return false }
    return after.outcome == .eligible && after.recipient == award[Award.recipient]
      && life.balance.fits(after.amount)
  }

  private func rounds(of past: SealedFrom, _ commit: Int) -> Rounds {
    if let known = rounds[past.key] { return known }
    let opened = Rounds(past.snapshot, naming: sealed[commit] ?? [])
    rounds[past.key] = opened
    return opened
  }

  /// What the records of the receipt's own commit do not bear out.
  private func faults(
    of receipt: Receipt,
    _ award: Record,
    _ claim: Claim?,
    _ snapshot: Snapshot,
    _ commit: Phrase
  ) throws -> [AwardFinding] {
    guard let claim else {
      return [
        AwardFinding(
          .receiptClaim,
          award.id,
          field: Award.claim.definition.name,
          before: award[Award.claim].map { .string($0) },
          Phrase(
            en: "the records of \(commit.en) do not give this claim",
            zh: "\(commit.zh)的记录不产生该申领项"
          )
        )
      ]
    }
    var findings: [AwardFinding] = []
    let amount = Award.amountFen.definition
    if award[amount] != claim.amount.json {
      findings.append(
        AwardFinding(
          .receiptAmount,
          award.id,
          field: amount.name,
          before: claim.amount.json,
          after: award[amount],
          Phrase(
            en: "the records of \(commit.en) give another amount",
            zh: "按\(commit.zh)的记录计算金额不同"
          )
        )
      )
    }
    let parts = Award.parts.definition
    if award[parts] != AwardPart.json(claim) {
      findings.append(
        AwardFinding(
          .receiptParts,
          award.id,
          field: parts.name,
          before: AwardPart.json(claim),
          after: award[parts],
          Phrase(
            en: "the records of \(commit.en) give other parts",
            zh: "按\(commit.zh)的记录分期不同"
          )
        )
      )
    }
    findings += try hashes(of: receipt, snapshot, commit)
    let inputs = Set(claim.inputs)
    findings += receipt.inputs.filter { !inputs.contains($0) }.map { input in
      let found = claim.inputs.first { $0.record == input.record && $0.field == input.field }
      return AwardFinding(
        .receiptInput,
        input.record,
        field: input.field,
        before: found?.value,
        after: input.value,
        Phrase(
          en: "the receipt holds another value than \(commit.en)",
          zh: "凭据所载取值与\(commit.zh)不同"
        )
      )
    }
    let steps = claim.trace.map {
      Receipt.Step(clause: $0.clause, before: $0.before, after: $0.after)
    }
    if Receipt.moving(steps) != Receipt.moving(receipt.steps) {
      findings.append(
        AwardFinding(
          .receiptSteps,
          award.id,
          field: Award.receipt.definition.name,
          Phrase(
            en: "the clauses lead to the amount on another way than the receipt says",
            zh: "各条款得出金额的过程与凭据不同"
          )
        )
      )
    }
    return findings
  }

  private func hashes(
    of receipt: Receipt,
    _ snapshot: Snapshot,
    _ commit: Phrase
  ) throws -> [AwardFinding] {
    let policies = try snapshot.table(Policy.self)
    let clauses = try snapshot.table(Clause.self)
    let all = [(receipt.policy, policies)] + receipt.clauses.map { ($0, clauses) }
    return all.compactMap { hashed, table in
      let hash = table[hashed.id].map { SHA256.hash($0.line) }
      guard hash != hashed.hash else { return nil }
      return AwardFinding(
        .receiptHash,
        hashed.id,
        before: hash.map { .string($0) },
        after: .string(hashed.hash),
        Phrase(
          en: "the receipt holds another hash than \(commit.en)",
          zh: "凭据所载哈希与\(commit.zh)不同"
        )
      )
    }
  }

  /// What is missing beside an award, and not sealed; of what is left to people, what it would be.
  private func moreDue(_ award: Record) throws -> [AwardFinding] {
    guard let claim = try today.claim(of: award), claim.sealed == award.id else { return [] }
    let missing = try today.claims(beside: award).values.filter {
      $0.tops(up: claim) && $0.sealed == nil && $0.recovered == nil
    }
    return missing.sorted { $0.id < $1.id }.map { claim in
      AwardFinding(
        .moreDue,
        award.id,
        field: Award.amountFen.definition.name,
        after: claim.worth.json,
        claim.held == nil
          ? Phrase(
            en: "more is due than was sealed: 'award seal' with the claim \(claim.id) pays it",
            zh: "应付金额高于已封存金额，差额可用 award seal 封存申领项 \(claim.id)"
          )
          : Phrase(
            en: "more may be due than was sealed: it is left to people, and 'award seal' pays it "
              + "only where the claim \(claim.id) is named",
            zh: "应付金额可能高于已封存金额，须由人工判断；指明申领项 \(claim.id) 才会封存差额"
          )
      )
    }
  }

  /// What it rewards and what no longer stands, where money is still to be paid or a clause claims it back.
  private func ended(_ award: Record) throws -> [AwardFinding] {
    let life = desk.life(of: award)
    guard ![.void, .recovering, .partlyRecovered, .recovered].contains(life.state),
      let ended = try desk.ended(award, by: desk.today),
      life.open > .zero || ended.clawback != nil
    else { return [] }
    return [AwardFinding(.factEnded, ended.record.id, ended.message)]
  }

  /// Events that are none, and an approval that no longer fits what was approved.
  private func life(of award: Record, _ claim: Claim?) throws -> [AwardFinding] {
    let life = desk.life(of: award)
    var findings = (life.faults + life.unsettled).map {
      AwardFinding(.events, award.id, $0.messageAndHelp)
    }
    guard life.actions.contains(.pay), let last = life.approvals.last,
      try !AwardBasis.fits(last.basis, award, claim, today.snapshot)
    else { return findings }
    findings.append(
      AwardFinding(
        .approvalVoid,
        award.id,
        Phrase(
          en: "the approval by \(last.by) of \(last.day) counts no more: something changed since",
          zh: "\(last.by) 于 \(last.day) 的批准已失效：此后有变更"
        )
      )
    )
    return findings
  }
}
