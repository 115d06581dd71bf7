import Bilingual
public import Ledger

/// What an authority decided in a case.
extension Case {
  /// The authority or court that handles or decided it.
  public static let authority = Field<String>(
    "authority",
    Phrase(en: "authority", zh: "办理机关"),
    .text,
    aliases: ["处罚机关"],
    Phrase(en: "The authority or court that handles or decided it.", zh: "办理或作出决定的机关。")
  )
  /// The number of the penalty decision, as it is printed.
  public static let decisionNumber = Field<String>(
    "decisionNumber",
    Phrase(en: "decision number", zh: "决定文号"),
    .text,
    aliases: ["处罚决定书文号"],
    Phrase(en: "The number of the penalty decision, as it is printed.", zh: "处罚决定书文号（按原文）。")
  )
  /// The day of the decision.
  public static let decidedOn = Field<PartialDate>(
    "decidedOn",
    Phrase(en: "decided on", zh: "决定日期"),
    .date,
    aliases: ["处罚日期"],
    Phrase(en: "The day of the decision.", zh: "决定日期。")
  )
  /// What the authority found as illegal turnover, or the value of the goods.
  public static let turnoverFen = Field<Money>(
    "turnoverFen",
    Phrase(en: "illegal turnover", zh: "违法经营额"),
    .amount,
    aliases: ["turnover", "货值金额"],
    Phrase(
      en: "What the authority found as illegal turnover, or the value of the goods.",
      zh: "认定的违法经营额或货值。"
    )
  )
  /// What the authority found as illegal gain.
  public static let gainFen = Field<Money>(
    "gainFen",
    Phrase(en: "illegal gain", zh: "违法所得"),
    .amount,
    aliases: ["gain"],
    Phrase(en: "What the authority found as illegal gain.", zh: "认定的违法所得。")
  )
  /// The fine.
  public static let fineFen = Field<Money>(
    "fineFen",
    Phrase(en: "fine", zh: "罚款"),
    .amount,
    aliases: ["fine", "罚款金额"],
    Phrase(en: "The fine.", zh: "罚款金额。")
  )
  /// The articles on which the decision rests.
  public static let basis = Field<[String]>(
    "basis",
    Phrase(en: "basis", zh: "处罚依据"),
    .list(of: .text),
    Phrase(en: "The articles on which the decision rests.", zh: "决定依据的条款。")
  )
  /// The marks at issue, where they are no records of the ledger.
  public static let marks = Field<[String]>(
    "marks",
    Phrase(en: "marks at issue", zh: "涉案标识"),
    .list(of: .text),
    Phrase(en: "The marks at issue, where they are no records of the ledger.", zh: "涉案商标或标识的文字。")
  )
  /// The goods at issue.
  public static let goods = Field<String>(
    "goods",
    Phrase(en: "goods", zh: "涉案商品"),
    .text,
    Phrase(en: "The goods at issue.", zh: "涉案商品。")
  )
}
