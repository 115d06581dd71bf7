public import Bilingual
public import JSONLines
import Ledger
import Portfolio

extension Round {
  /// Returns the round in the shape that other programs may rely on.
  ///
  /// - Parameters:
  ///   - language: The language of names and reasons.
  ///   - more: What else is known of a claim.
  /// - Returns: One object; `policy` is an id, or a list of ids where not exactly one was computed.
  public func json(
    in language: Language,
    with more: (Claim) -> [JSONMember] = { _ in [] }
  ) -> JSONValue {
    let ids = policies.map { JSONValue.string($0.text) }
    return .object([
      JSONMember("policy", ids.count == 1 ? ids[0] : .array(ids)),
      JSONMember("year", .integer(Int64(year))),
      JSONMember("commit", .integer(Int64(commit))),
      JSONMember("totalFen", .integer(total.fen)),
      JSONMember("claims", .array(claims.map { $0.json(in: language, with: more($0)) })),
    ])
  }
}

extension Claim {
  /// Returns the claim in the shape that other programs may rely on.
  ///
  /// - Parameters:
  ///   - language: The language of reasons.
  ///   - more: What else is known of it.
  /// - Returns: One object.
  public func json(in language: Language, with more: [JSONMember] = []) -> JSONValue {
    .object(
      [
        JSONMember("claim", .string(id)),
        JSONMember("recipient", recipient.map { .string($0.text) } ?? .null),
        JSONMember("recipientName", recipientName.map { .string($0) } ?? .null),
        JSONMember("facts", .array(facts.map { .string($0.text) })),
        JSONMember("clause", .string(clause.text)),
        JSONMember("outcome", outcome.json),
        JSONMember("amountFen", .integer(amount.fen)),
        JSONMember("trace", .array(trace.map { $0.json(reason: .string($0.reason[language])) })),
      ] + more
    )
  }
}

extension Step {
  func json(reason: JSONValue) -> JSONValue {
    .object([
      JSONMember("stage", .string(stage.rawValue)),
      JSONMember("clause", .string(clause.text)),
      JSONMember("verdict", verdict.json),
      JSONMember("reason", reason),
      JSONMember("inputs", .array(inputs.map(\.json))),
      JSONMember("beforeFen", .integer(before.fen)),
      JSONMember("afterFen", .integer(after.fen)),
    ])
  }
}
