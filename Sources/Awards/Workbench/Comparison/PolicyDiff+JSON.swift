public import Bilingual
public import JSONLines
import Ledger
import Portfolio

extension PolicyDiff {
  /// Returns the comparison in the shape that other programs may rely on.
  ///
  /// - Parameter language: The language of what is assumed.
  /// - Returns: One object; amounts in fen.
  public func json(in language: Language) -> JSONValue {
    .object([
      JSONMember("year", .integer(Int64(year))),
      JSONMember("before", Self.json(before)),
      JSONMember("after", Self.json(after)),
      JSONMember("policy", .array(policy.map(\.json))),
      JSONMember(
        "clauses",
        .array(
          clauses.map { clause in
            .object([
              JSONMember("clause", .string(clause.number)),
              JSONMember("change", .string(clause.kind.rawValue)),
              JSONMember("members", .array(clause.members.map(\.json))),
            ])
          }
        )
      ),
      JSONMember(
        "recipients",
        .array(
          gains.map { gain in
            .object([
              JSONMember("recipient", gain.recipient.map { .string($0.text) } ?? .null),
              JSONMember("recipientName", .string(gain.name)),
              JSONMember("beforeFen", .integer(gain.before.fen)),
              JSONMember("afterFen", .integer(gain.after.fen)),
              JSONMember("differenceFen", .integer(gain.difference.fen)),
            ])
          }
        )
      ),
      JSONMember("unchanged", .integer(Int64(unchanged))),
      JSONMember("assumptions", .array(assumptions.map { .string($0[language]) })),
    ])
  }

  private static func json(_ side: Side) -> JSONValue {
    .object([
      JSONMember("policy", .string(side.policy.text)),
      JSONMember("totalFen", .integer(side.total.fen)),
      JSONMember("eligible", .integer(Int64(side.eligible))),
      JSONMember("open", .integer(Int64(side.open))),
    ])
  }
}
