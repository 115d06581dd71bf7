import Bilingual
public import Ledger

/// A case of rights assistance, from intake to outcome.
public enum Case: Kind {
  /// Where the case stands.
  public static let stage = Field<CaseStage>(
    "stage",
    Phrase(en: "stage", zh: "阶段"),
    .choice(CaseStage.self),
    required: true,
    Phrase(en: "Where the case stands.", zh: "当前阶段。")
  )
  /// The day on which the application came in.
  public static let receivedOn = Field<PartialDate>(
    "receivedOn",
    Phrase(en: "received on", zh: "收件日期"),
    .date,
    required: true,
    aliases: ["申请日期"],
    Phrase(en: "The day on which the application came in.", zh: "收到申请的日期。")
  )
  /// Whose right is infringed.
  public static let rightHolder = Field<RecordID>(
    "rightHolder",
    Phrase(en: "right holder", zh: "权利人"),
    .reference(to: "enterprise"),
    required: true,
    Phrase(en: "Whose right is infringed.", zh: "权利人。")
  )
  /// The kind of right.
  public static let right = Field<RightType>(
    "right",
    Phrase(en: "right", zh: "权利类型"),
    .choice(RightType.self),
    required: true,
    Phrase(en: "The kind of right.", zh: "权利类型。")
  )
  /// By which way the right is pursued.
  public static let channel = Field<CaseChannel>(
    "channel",
    Phrase(en: "channel", zh: "渠道"),
    .choice(CaseChannel.self),
    Phrase(en: "By which way the right is pursued.", zh: "维权渠道。")
  )
  /// Where it happened, where that is in the city.
  public static let town = Field<RecordID>(
    "town",
    Phrase(en: "town", zh: "地点"),
    .reference(to: "town"),
    Phrase(en: "Where it happened, where that is in the city.", zh: "发生地（本市内）。")
  )
  /// The day on which aid was granted.
  public static let acceptedOn = Field<PartialDate>(
    "acceptedOn",
    Phrase(en: "accepted on", zh: "受理日期"),
    .date,
    Phrase(en: "The day on which aid was granted.", zh: "受理日期。")
  )
  /// The day on which aid was refused.
  public static let refusedOn = Field<PartialDate>(
    "refusedOn",
    Phrase(en: "refused on", zh: "不予受理日期"),
    .date,
    Phrase(en: "The day on which aid was refused.", zh: "不予受理日期。")
  )
  /// The day on which the case was closed.
  public static let closedOn = Field<PartialDate>(
    "closedOn",
    Phrase(en: "closed on", zh: "结案日期"),
    .date,
    Phrase(en: "The day on which the case was closed.", zh: "结案日期。")
  )
  /// The day by which the present stage must be left.
  public static let dueOn = Field<PartialDate>(
    "dueOn",
    Phrase(en: "due on", zh: "期限"),
    .date,
    Phrase(en: "The day by which the present stage must be left.", zh: "当前阶段的期限。")
  )
  /// How it ended.
  public static let outcome = Field<CaseOutcome>(
    "outcome",
    Phrase(en: "outcome", zh: "结果"),
    .choice(CaseOutcome.self),
    Phrase(en: "How it ended.", zh: "案件结果。")
  )
  /// What the right holder got back.
  public static let recoveredFen = Field<Money>(
    "recoveredFen",
    Phrase(en: "recovered", zh: "追回金额"),
    .amount,
    aliases: ["recovered"],
    Phrase(en: "What the right holder got back.", zh: "为权利人追回的金额。")
  )
  /// The mark at issue.
  public static let trademark = Field<RecordID>(
    "trademark",
    Phrase(en: "trademark", zh: "涉案商标"),
    .reference(to: "trademark"),
    Phrase(en: "The mark at issue.", zh: "涉案商标。")
  )
  /// The patent at issue.
  public static let patent = Field<RecordID>(
    "patent",
    Phrase(en: "patent", zh: "涉案专利"),
    .reference(to: "patent"),
    Phrase(en: "The patent at issue.", zh: "涉案专利。")
  )
  /// Who is said to infringe.
  public static let opponent = Field<String>(
    "opponent",
    Phrase(en: "other side", zh: "对方"),
    .text,
    privacy: .personal,
    aliases: ["被投诉人"],
    Phrase(en: "Who is said to infringe.", zh: "被指侵权人。")
  )
  /// Where it happened, in words.
  public static let place = Field<String>(
    "place",
    Phrase(en: "place", zh: "侵权地"),
    .text,
    Phrase(en: "Where it happened, in words.", zh: "侵权发生地。")
  )
  /// What it is about.
  public static let summary = Field<String>(
    "summary",
    Phrase(en: "summary", zh: "案情"),
    .text,
    Phrase(en: "What it is about.", zh: "案情摘要。")
  )
  /// Why aid was refused or the case ended as it did.
  public static let reason = Field<String>(
    "reason",
    Phrase(en: "reason", zh: "理由"),
    .text,
    Phrase(en: "Why aid was refused or the case ended as it did.", zh: "不予受理或结案的理由。")
  )
  /// Who in the office handles it.
  public static let handler = Field<String>(
    "handler",
    Phrase(en: "handler", zh: "承办人"),
    .text,
    Phrase(en: "Who in the office handles it.", zh: "承办人。")
  )
  /// The person who applied.
  public static let applicant = Field<String>(
    "applicant",
    Phrase(en: "applicant", zh: "申请人"),
    .text,
    privacy: .personal,
    Phrase(en: "The person who applied.", zh: "申请人姓名。")
  )
  /// The number under which the applicant is reached.
  public static let phone = Field<String>(
    "phone",
    Phrase(en: "phone", zh: "联系电话"),
    .text,
    privacy: .personal,
    Phrase(en: "The number under which the applicant is reached.", zh: "申请人联系电话。")
  )
  /// How it came to the office; an application where nothing stands here.
  public static let origin = Field<CaseOrigin>(
    "origin",
    Phrase(en: "origin", zh: "案件来源"),
    .choice(CaseOrigin.self),
    Phrase(
      en: "How it came to the office; an application where nothing stands here.",
      zh: "案件来源，空为维权援助申请。"
    )
  )
  /// The unified credit code of the other side; a faulty one is kept with a warning.
  public static let opponentCode = Field<String>(
    "opponentCode",
    Phrase(en: "other side's credit code", zh: "对方信用代码"),
    .creditCode,
    privacy: .personal,
    Phrase(
      en: "The unified credit code of the other side; a faulty one is kept with a warning.",
      zh: "对方统一社会信用代码；有误的保留并提示。"
    )
  )
  /// The day on which a refusal was reversed.
  public static let reopenedOn = Field<PartialDate>(
    "reopenedOn",
    Phrase(en: "reopened on", zh: "撤销不予受理日期"),
    .date,
    Phrase(en: "The day on which a refusal was reversed.", zh: "撤销不予受理决定的日期。")
  )

  /// The declaration.
  public static let schema = Schema(
    "case",
    Phrase(en: "case", zh: "维权援助案件"),
    file: "cases.jsonl",
    key: .generated(prefix: "case"),
    meaning: Phrase(
      en: "A case of rights assistance, from intake to outcome.",
      zh: "维权援助案件，从受理到结果。"
    ),
    fields: [
      stage.definition,
      receivedOn.definition,
      rightHolder.definition,
      right.definition,
      channel.definition,
      town.definition,
      acceptedOn.definition,
      refusedOn.definition,
      closedOn.definition,
      dueOn.definition,
      outcome.definition,
      recoveredFen.definition,
      hardship.definition,
      hardshipReason.definition,
      aid.definition,
      aidFen.definition,
      trademark.definition,
      patent.definition,
      opponent.definition,
      place.definition,
      summary.definition,
      reason.definition,
      handler.definition,
      applicant.definition,
      phone.definition,
      origin.definition,
      knownOn.definition,
      opponentCode.definition,
      criteria.definition,
      override.definition,
      hardshipGroup.definition,
      authority.definition,
      partners.definition,
      assistance.definition,
      city.definition,
      reopenedOn.definition,
      decisionNumber.definition,
      decidedOn.definition,
      turnoverFen.definition,
      gainFen.definition,
      fineFen.definition,
      basis.definition,
      marks.definition,
      goods.definition,
    ],
    identities: [
      [decisionNumber.definition],
      [
        rightHolder.definition, right.definition, opponent.definition, receivedOn.definition,
        summary.definition,
      ],
    ],
    distinctions: [
      channel.definition, town.definition, trademark.definition, patent.definition,
    ],
    // Limitation runs from the knowledge (Civil Code, article 188), and nobody asks for help before it.
    chronologies: [
      [knownOn.definition, receivedOn.definition]
    ]
  )
}
