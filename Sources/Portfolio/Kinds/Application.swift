import Bilingual
public import Ledger

/// An application for an award, and what was decided about it.
public enum Application: Kind {
  /// Who applies.
  public static let enterprise = Field<RecordID>(
    "enterprise",
    Phrase(en: "enterprise", zh: "企业"),
    .reference(to: "enterprise"),
    required: true,
    Phrase(en: "Who applies.", zh: "申报单位。")
  )
  /// Under which policy.
  public static let policy = Field<RecordID>(
    "policy",
    Phrase(en: "policy", zh: "政策"),
    .reference(to: "policy"),
    required: true,
    Phrase(en: "Under which policy.", zh: "所申报的政策。")
  )
  /// The day on which it came in.
  public static let appliedOn = Field<PartialDate>(
    "appliedOn",
    Phrase(en: "applied on", zh: "申报日期"),
    .date,
    Phrase(en: "The day on which it came in.", zh: "申报日期。")
  )
  /// The number of the clause or article it is about; all of the policy where nothing stands here.
  public static let clause = Field<String>(
    "clause",
    Phrase(en: "clause", zh: "条款"),
    .text,
    Phrase(
      en:
        "The number of the clause or article it is about; all of the policy where nothing stands here.",
      zh: "所申报的条款号；空为全部。"
    )
  )
  /// The record it is about: the title, mark, patent, voucher, loan or case; all where nothing stands here.
  public static let fact = Field<String>(
    "fact",
    Phrase(en: "fact", zh: "事实"),
    .text,
    Phrase(
      en:
        "The record it is about: the title, mark, patent, voucher, loan or case; all where nothing stands here.",
      zh: "所申报的事实记录；空为全部。"
    )
  )
  /// The papers handed in.
  public static let papers = Field<[String]>(
    "papers",
    Phrase(en: "papers", zh: "材料"),
    .list(of: .text),
    Phrase(en: "The papers handed in.", zh: "已提交材料。")
  )
  /// What was pledged, with years after a colon: credit, no-move:10.
  public static let pledges = Field<[String]>(
    "pledges",
    Phrase(en: "pledges", zh: "承诺"),
    .list(of: .text),
    Phrase(
      en: "What was pledged, with years after a colon: credit, no-move:10.",
      zh: "已作承诺，年限写在冒号后，例如 credit、no-move:10。"
    )
  )
  /// Who recommends it.
  public static let recommendedBy = Field<[String]>(
    "recommendedBy",
    Phrase(en: "recommended by", zh: "推荐单位"),
    .list(of: .text),
    Phrase(en: "Who recommends it.", zh: "推荐单位。")
  )
  /// The stages of its project that were found complete.
  public static let stages = Field<[String]>(
    "stages",
    Phrase(en: "stages", zh: "阶段"),
    .list(of: .text),
    Phrase(en: "The stages of its project that were found complete.", zh: "已确认完成的阶段。")
  )
  /// What the project costs in all.
  public static let investedFen = Field<Money>(
    "investedFen",
    Phrase(en: "invested", zh: "总投入"),
    .amount,
    Phrase(en: "What the project costs in all.", zh: "项目总投入。")
  )
  /// What the applicant pays of that.
  public static let selfFundedFen = Field<Money>(
    "selfFundedFen",
    Phrase(en: "self-funded", zh: "自筹"),
    .amount,
    Phrase(en: "What the applicant pays of that.", zh: "其中自筹资金。")
  )
  /// The score given by the reviewers.
  public static let score = Field<DecimalNumber>(
    "score",
    Phrase(en: "score", zh: "评分"),
    .decimal,
    Phrase(en: "The score given by the reviewers.", zh: "评审得分。")
  )
  /// The amount decided, where the policy leaves a range.
  public static let decidedFen = Field<Money>(
    "decidedFen",
    Phrase(en: "decided amount", zh: "核定金额"),
    .amount,
    Phrase(en: "The amount decided, where the policy leaves a range.", zh: "政策规定幅度时的核定金额。")
  )
  /// Why that amount or score was decided.
  public static let reason = Field<String>(
    "reason",
    Phrase(en: "reason", zh: "理由"),
    .text,
    Phrase(en: "Why that amount or score was decided.", zh: "核定金额或评分的理由。")
  )

  /// The declaration.
  public static let schema = Schema(
    "application",
    Phrase(en: "application", zh: "申报"),
    file: "applications.jsonl",
    key: .generated(prefix: "app"),
    meaning: Phrase(
      en: "An application for an award, and what was decided about it.",
      zh: "奖励申报及其核定结果。"
    ),
    fields: [
      enterprise.definition,
      policy.definition,
      appliedOn.definition,
      clause.definition,
      fact.definition,
      papers.definition,
      pledges.definition,
      recommendedBy.definition,
      stages.definition,
      investedFen.definition,
      selfFundedFen.definition,
      score.definition,
      decidedFen.definition,
      reason.definition,
    ]
  )
}
