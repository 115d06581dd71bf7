import Bilingual
import JSONLines
public import Ledger
public import Portfolio

extension Round {
  /// Makes the award records that commit payouts, each with its receipt.
  ///
  /// - Parameters:
  ///   - claims: The claims to seal, all of them eligible; they must come from this round, with traces.
  ///   - day: The day of sealing.
  ///   - hash: The hash of bytes as text, SHA-256 in hexadecimal.
  /// - Returns: One draft a claim, in their order, without id.
  /// - Throws: ``Diagnostics`` that name every claim that must not be sealed: not eligible, of a later day,
  ///   named twice, already sealed, next to a sealed one that no longer computes to what stands of it, or beside a claim
  ///   of another policy that changes its amount.
  public func seal(
    _ claims: [Claim],
    on day: Day,
    hash: ([UInt8]) -> String
  ) throws -> [Draft] {
    let refused = try refusals(of: claims, on: day)
    let faults = refused.isEmpty ? try clashes(sealing: claims) : refused
    guard faults.isEmpty else { throw Diagnostics(faults) }
    var hashes: [RecordID: String] = [:]
    for set in ruleSets {
      hashes[set.id] = hash(set.record.line)
      for rule in set.rules { hashes[rule.id] = hash(rule.record.line) }
    }
    return claims.map { draft(of: $0, on: day, hashes) }
  }

  private func draft(of claim: Claim, on day: Day, _ hashes: [RecordID: String]) -> Draft {
    var draft = Draft(Award.schema)
    draft[Award.policy] = claim.policy
    draft[Award.year] = year
    draft[Award.recipient] = claim.recipient
    draft[Award.amountFen] = claim.amount
    draft[Award.state] = .sealed
    draft[Award.clause] = claim.clause
    draft[Award.claim] = claim.id
    draft[Award.facts] = claim.facts.map(\.text)
    draft[Award.object] = claim.object?.text
    draft[Award.level] = claim.level
    draft[Award.sealedOn] = PartialDate(day)
    draft[Award.parts] = AwardPart.json(claim)
    draft[Award.receipt] = receipt(of: claim, hashes)
    return draft
  }

  /// What is needed to prove the amount years later.
  private func receipt(of claim: Claim, _ hashes: [RecordID: String]) -> JSONValue {
    func hashed(_ id: RecordID) -> JSONValue {
      .object([
        JSONMember("id", .string(id.text)),
        JSONMember("sha256", .string(hashes[id] ?? "")),
      ])
    }
    var clauses: [RecordID] = []
    var inputs: [Input] = []
    for step in claim.trace {
      if !clauses.contains(step.clause) { clauses.append(step.clause) }
      for input in step.inputs where !inputs.contains(input) { inputs.append(input) }
    }
    return .object([
      JSONMember("commit", .integer(Int64(commit))),
      JSONMember("policy", hashed(claim.policy)),
      JSONMember("clauses", .array(clauses.map(hashed))),
      JSONMember("inputs", .array(inputs.map(\.json))),
      JSONMember(
        "steps",
        .array(
          claim.trace.map { step in
            step.json(
              reason: .object([
                JSONMember("en", .string(step.reason.en)),
                JSONMember("zh", .string(step.reason.zh)),
              ])
            )
          }
        )
      ),
    ])
  }
}
