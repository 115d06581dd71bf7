import Bilingual
public import JSONLines
public import Ledger

/// A legal period with the days between which it is law.
public enum Term: Kind {
  /// The right to which it belongs.
  public static let right = Field<RightType>(
    "right",
    Phrase(en: "right", zh: "权利"),
    .choice(RightType.self),
    required: true,
    privacy: .public,
    Phrase(en: "The right to which it belongs.", zh: "所属权利。")
  )
  /// What starts it.
  public static let event = Field<String>(
    "event",
    Phrase(en: "starts with", zh: "起算事件"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "What starts it.", zh: "起算事件。")
  )
  /// How long: 10y, 3m, 30d, 15wd.
  public static let length = Field<String>(
    "length",
    Phrase(en: "length", zh: "期限"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "How long: 10y, 3m, 30d, 15wd.", zh: "长度：10y、3m、30d、15wd。")
  )
  /// Validity ends the day before the corresponding day; a period for acting skips its first day.
  public static let counting = Field<CountingRule>(
    "counting",
    Phrase(en: "counting", zh: "计算方式"),
    .choice(CountingRule.self),
    required: true,
    privacy: .public,
    Phrase(
      en:
        "Validity ends the day before the corresponding day; a period for acting skips its first day.",
      zh: "有效期或办理期限。"
    )
  )
  /// Whether an end on a day off moves to the next working day.
  public static let rolls = Field<Bool>(
    "rolls",
    Phrase(en: "rolls", zh: "顺延"),
    .boolean,
    privacy: .public,
    Phrase(en: "Whether an end on a day off moves to the next working day.", zh: "末日为休息日时是否顺延。")
  )
  /// How long before the end one may act.
  public static let before = Field<String>(
    "before",
    Phrase(en: "window before", zh: "提前期"),
    .text,
    privacy: .public,
    Phrase(en: "How long before the end one may act.", zh: "届满前可办理的期间。")
  )
  /// How long after the end one may still act.
  public static let grace = Field<String>(
    "grace",
    Phrase(en: "grace after", zh: "宽展期"),
    .text,
    privacy: .public,
    Phrase(en: "How long after the end one may still act.", zh: "宽展期。")
  )
  /// What the grace costs besides, by how late it is.
  public static let lateFees = Field<JSONValue>(
    "lateFees",
    Phrase(en: "late fees", zh: "滞纳金档"),
    .object,
    privacy: .public,
    Phrase(
      en:
        "What the grace costs besides: [{\"within\":\"1m\",\"percent\":0},…], in percent of the full fee.",
      zh: "宽展期内另收的比例：[{\"within\":\"1m\",\"percent\":0},…]，占全额费用的百分比。"
    )
  )
  /// What a ladder of late fees looks like.
  static let lateFeeShape = Phrase(
    en:
      "steps such as [{\"within\":\"1m\",\"percent\":0},{\"within\":\"2m\",\"percent\":5}], each longer than the one before",
    zh: "递增的分档，例如 [{\"within\":\"1m\",\"percent\":0},{\"within\":\"2m\",\"percent\":5}]"
  )
  /// From which day it is law.
  public static let inForceFrom = Field<PartialDate>(
    "inForceFrom",
    Phrase(en: "in force from", zh: "施行日期"),
    .date,
    privacy: .public,
    Phrase(en: "From which day it is law.", zh: "施行日期。")
  )
  /// Until which day it is law.
  public static let inForceUntil = Field<PartialDate>(
    "inForceUntil",
    Phrase(en: "in force until", zh: "失效日期"),
    .date,
    privacy: .public,
    Phrase(en: "Until which day it is law.", zh: "失效日期。")
  )
  /// The act.
  public static let law = Field<String>(
    "law",
    Phrase(en: "law", zh: "法律"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The act.", zh: "法律名称。")
  )
  /// The article.
  public static let article = Field<String>(
    "article",
    Phrase(en: "article", zh: "条款"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The article.", zh: "条款。")
  )
  /// How sure the office is of the rule.
  public static let confidence = Field<Confidence>(
    "confidence",
    Phrase(en: "confidence", zh: "可信度"),
    .choice(Confidence.self),
    privacy: .public,
    Phrase(en: "How sure the office is of the rule.", zh: "可信程度。")
  )

  /// The declaration.
  public static let schema = Schema(
    "term",
    Phrase(en: "term", zh: "法定期限"),
    file: "terms.jsonl",
    key: .chosen,
    meaning: Phrase(en: "A legal period with the days between which it is law.", zh: "法定期限及其适用期间。"),
    fields: [
      right.definition,
      event.definition,
      length.definition,
      counting.definition,
      rolls.definition,
      before.definition,
      grace.definition,
      lateFees.definition,
      inForceFrom.definition,
      inForceUntil.definition,
      law.definition,
      article.definition,
      confidence.definition,
    ]
  )
}
