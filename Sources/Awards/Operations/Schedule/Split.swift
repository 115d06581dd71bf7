import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Several payees of one award.
struct Split: Operation {
  /// A payee and its share.
  struct Share: Sendable {
    static let payee = Parameter(
      "payee",
      .text,
      Phrase(
        en: "Who, or for what use: a name, or holder for who is paid otherwise.",
        zh: "领取者或用途；holder 为原领取人。"
      )
    )
    static let ratio = Parameter("ratio", .rate, Phrase(en: "The share.", zh: "比例。"))
    static let recipient = Parameter(
      optional: "recipient",
      .text,
      Phrase(en: "The id of the payee's record.", zh: "领取者的记录编号。")
    )
    let payee: String
    let ratio: Rate
    let recipient: RecordID?
  }

  static let shares = Parameter(
    "shares",
    .several(
      .object(
        "share-of-payee",
        Phrase(
          en: "a payee and a share such as {\"payee\":\"holder\",\"ratio\":\"70%\"}",
          zh: "领取者与比例，例如 {\"payee\":\"holder\",\"ratio\":\"70%\"}"
        ),
        placeholder: Share(payee: "", ratio: .whole, recipient: nil),
        [Share.payee.definition, Share.ratio.definition, Share.recipient.definition]
      ) { arguments in
        Share(
          payee: arguments.required(Share.payee),
          ratio: arguments.required(Share.ratio),
          recipient: arguments.optional(Share.recipient).map { RecordID($0) }
        )
      }
    ),
    Phrase(en: "The payees; their shares make the whole.", zh: "各领取者，比例合计为全部。")
  )
  static let declaration = OperationDeclaration(
    "split",
    .schedule,
    Phrase(
      en:
        "Divides each award among payees or uses, behind every clause that says who is paid and before "
        + "those that pay in instalments. Shares are rounded down to the unit; what is left goes to the "
        + "first payee. What two clauses divide is undecided.",
      zh: "将每项奖励在多个领取者或用途间分配，在确定领取人之后、分期之前进行；各份向下取整到单位，余数归第一领取者。"
        + "两条款同时分配的为待定。"
    ),
    parameters: [shares.definition, Unit.parameter.definition],
    example:
      #"{"shares":[{"payee":"holder","ratio":"70%"},{"payee":"研发团队","ratio":"30%"}],"unit":"1元"}"#,
    Phrase(
      en: "70 % for the holder, 30 % for its team, in whole yuan.",
      zh: "持有人 70%，研发团队 30%，取整到元。"
    )
  )

  private let shares: [Share]
  var payees: [(path: [PathStep], id: RecordID)] {
    shares.enumerated().compactMap { index, share in
      let path: [PathStep] = [.key("shares"), .index(index), .key(Share.recipient.definition.name)]
      return share.recipient.map { (path, $0) }
    }
  }
  private let unit: Money

  init(_ arguments: inout Arguments) {
    shares = arguments.required(Self.shares)
    unit = arguments.required(Unit.parameter)
    if arguments.faults.isEmpty, !Unit.isWhole(shares.map(\.ratio)) {
      arguments.refuse(
        "shares",
        Phrase(en: "the shares do not make the whole", zh: "比例合计不等于全部")
      )
    }
  }

  var settlesAlone: Bool { true }
  var severalAlike: String? { Self.shares.definition.name }

  private static let isDivided = Phrase(
    en: "another clause divides the award among other payees",
    zh: "已由其他条款在其他领取者间分配"
  )

  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope {
      let claim = work.claims[index]
      guard !claim.isCommendation else {
        work.record(index, .notApplicable, Reason.noMoney)
        continue
      }
      let whole = work.parts(of: index)
      guard Set(whole.map(\.stage)).count == whole.count, work.settles(index, by: Self.self)
      else {
        work.settle(index, .undecided(Self.isDivided))
        continue
      }
      let parts = whole.flatMap(divided)
      let list = parts.map { "\($0.payee) \($0.amount)" }
      work.record(
        index,
        .applied,
        Phrase(
          en: "divided: \(list.joined(separator: ", "))",
          zh: "分配：\(list.joined(separator: "、"))"
        )
      ) { $0.parts = parts }
    }
  }

  /// A part divided among the payees; the holder is who is paid without the clause.
  private func divided(_ part: Part) -> [Part] {
    let amounts = Unit.divide(part.amount, shares.map(\.ratio), unit, remainderTo: 0)
    return zip(shares, amounts).map { share, amount in
      let isHolder = share.payee == "holder"
      return part.worth(amount)
        .paid(to: isHolder ? part.recipient : share.recipient, isHolder ? part.payee : share.payee)
    }
  }
}
