import Bilingual
public import Ledger

/// A voucher of a cost of which an award pays a share.
public enum Expense: Kind {
  /// Who paid.
  public static let enterprise = Field<RecordID>(
    "enterprise",
    Phrase(en: "enterprise", zh: "企业"),
    .reference(to: "enterprise"),
    required: true,
    Phrase(en: "Who paid.", zh: "付款企业。")
  )
  /// The day of payment.
  public static let paidOn = Field<PartialDate>(
    "paidOn",
    Phrase(en: "paid on", zh: "支付日期"),
    .date,
    required: true,
    Phrase(en: "The day of payment.", zh: "支付日期。")
  )
  /// What was paid for.
  public static let category = Field<ExpenseCategory>(
    "category",
    Phrase(en: "category", zh: "费用类别"),
    .choice(ExpenseCategory.self),
    required: true,
    Phrase(en: "What was paid for.", zh: "费用类别。")
  )
  /// What was paid.
  public static let amountFen = Field<Money>(
    "amountFen",
    Phrase(en: "amount", zh: "金额"),
    .money,
    required: true,
    aliases: ["amount"],
    Phrase(en: "What was paid.", zh: "金额。")
  )
  /// Whether it is an official fee.
  public static let official = Field<Bool>(
    "official",
    Phrase(en: "official fee", zh: "官费"),
    .boolean,
    Phrase(en: "Whether it is an official fee.", zh: "是否官方规定费用。")
  )
  /// The voucher's number.
  public static let voucher = Field<String>(
    "voucher",
    Phrase(en: "voucher", zh: "凭证号"),
    .text,
    Phrase(en: "The voucher's number.", zh: "凭证编号。")
  )
  /// The mark for which it was paid.
  public static let trademark = Field<RecordID>(
    "trademark",
    Phrase(en: "trademark", zh: "商标"),
    .reference(to: "trademark"),
    Phrase(en: "The mark for which it was paid.", zh: "所涉商标。")
  )
  /// The patent for which it was paid.
  public static let patent = Field<RecordID>(
    "patent",
    Phrase(en: "patent", zh: "专利"),
    .reference(to: "patent"),
    Phrase(en: "The patent for which it was paid.", zh: "所涉专利。")
  )
  /// The case in which it was paid.
  public static let `case` = Field<RecordID>(
    "case",
    Phrase(en: "case", zh: "案件"),
    .reference(to: "case"),
    Phrase(en: "The case in which it was paid.", zh: "所涉案件。")
  )

  /// The declaration.
  public static let schema = Schema(
    "expense",
    Phrase(en: "expense", zh: "费用凭证"),
    file: "expenses.jsonl",
    key: .generated(prefix: "exp"),
    meaning: Phrase(en: "A voucher of a cost of which an award pays a share.", zh: "按比例补助的费用凭证。"),
    fields: [
      enterprise.definition,
      paidOn.definition,
      category.definition,
      amountFen.definition,
      official.definition,
      voucher.definition,
      trademark.definition,
      patent.definition,
      `case`.definition,
    ],
    identities: [
      [enterprise.definition, voucher.definition]
    ]
  )
}
