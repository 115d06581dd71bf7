import Bilingual
public import Ledger

/// A loan secured by IP, whose interest an award subsidises.
public enum Loan: Kind {
  /// Who borrowed.
  public static let enterprise = Field<RecordID>(
    "enterprise",
    Phrase(en: "enterprise", zh: "企业"),
    .reference(to: "enterprise"),
    required: true,
    Phrase(en: "Who borrowed.", zh: "借款企业。")
  )
  /// The day of the contract.
  public static let contractOn = Field<PartialDate>(
    "contractOn",
    Phrase(en: "contract on", zh: "合同日期"),
    .date,
    required: true,
    Phrase(en: "The day of the contract.", zh: "合同日期。")
  )
  /// The sum lent.
  public static let principalFen = Field<Money>(
    "principalFen",
    Phrase(en: "principal", zh: "本金"),
    .amount,
    required: true,
    aliases: ["principal"],
    Phrase(en: "The sum lent.", zh: "贷款本金。")
  )
  /// The interest paid.
  public static let interestFen = Field<Money>(
    "interestFen",
    Phrase(en: "interest paid", zh: "已付利息"),
    .amount,
    aliases: ["interest"],
    Phrase(en: "The interest paid.", zh: "已支付利息。")
  )
  /// The yearly rate as the contract writes it, such as 4.35%.
  public static let rate = Field<String>(
    "rate",
    Phrase(en: "rate", zh: "利率"),
    .text,
    Phrase(en: "The yearly rate as the contract writes it, such as 4.35%.", zh: "年利率，按合同写法。")
  )
  /// The day of repayment.
  public static let repaidOn = Field<PartialDate>(
    "repaidOn",
    Phrase(en: "repaid on", zh: "还款日期"),
    .date,
    Phrase(en: "The day of repayment.", zh: "还清日期。")
  )
  /// Who lent.
  public static let lender = Field<String>(
    "lender",
    Phrase(en: "lender", zh: "贷款机构"),
    .text,
    Phrase(en: "Who lent.", zh: "贷款机构。")
  )
  /// The contract's number.
  public static let contract = Field<String>(
    "contract",
    Phrase(en: "contract", zh: "合同号"),
    .text,
    Phrase(en: "The contract's number.", zh: "合同编号。")
  )
  /// The rights pledged.
  public static let pledged = Field<[String]>(
    "pledged",
    Phrase(en: "pledged rights", zh: "质押权利"),
    .list(of: .text),
    Phrase(en: "The rights pledged.", zh: "质押的权利。")
  )

  /// The declaration.
  public static let schema = Schema(
    "loan",
    Phrase(en: "loan", zh: "质押贷款"),
    file: "loans.jsonl",
    key: .generated(prefix: "loan"),
    meaning: Phrase(
      en: "A loan secured by IP, whose interest an award subsidises.",
      zh: "知识产权质押贷款，供贴息。"
    ),
    fields: [
      enterprise.definition,
      contractOn.definition,
      principalFen.definition,
      interestFen.definition,
      rate.definition,
      repaidOn.definition,
      lender.definition,
      contract.definition,
      pledged.definition,
    ],
    identities: [
      [enterprise.definition, contract.definition]
    ]
  )
}
