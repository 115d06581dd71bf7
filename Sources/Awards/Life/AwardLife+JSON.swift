public import JSONLines
import Ledger
import Portfolio

extension AwardLife {
  /// The life in the shape that other programs may rely on: one object.
  public var json: JSONValue {
    .object([
      JSONMember("award", .object(award.members)),
      JSONMember("state", state.json),
      JSONMember("awardedFen", balance.awarded.json),
      JSONMember("paidFen", balance.paid.json),
      JSONMember("surplusFen", balance.surplus.json),
      JSONMember("openFen", open.json),
      JSONMember("voidFen", balance.waived.json),
      JSONMember("demandedFen", balance.demanded.json),
      JSONMember("repaidFen", balance.repaid.json),
      JSONMember("outstandingFen", balance.outstanding.json),
      JSONMember("objectionsUntil", objectionsUntil.map { .string($0.description) } ?? .null),
      JSONMember("objections", .array(objections.map { .string($0.text) })),
      JSONMember(
        "approvals",
        .array(
          approvals.map { approval in
            .object([
              JSONMember("by", .string(approval.by)),
              JSONMember("date", .string(approval.day.description)),
            ])
          }
        )
      ),
      JSONMember("parts", AwardPart.json(parts)),
      JSONMember("actions", .array(actions.map(\.json))),
      JSONMember("events", .array(events.map { .object($0.members) })),
    ])
  }
}
