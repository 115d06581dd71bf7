import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio

extension CaseCommands {
  static let stepName = Argument(
    Values.listed(CaseStep.self, Phrase(en: "STEP", zh: "步骤")),
    help: Phrase(
      en: "What happened before the authority, the court, the mediator or the other city",
      zh: "行政、诉讼、调解或跨市协作中的步骤"
    )
  )

  static let step = Command<World>(
    "step",
    summary: Phrase(
      en: "Note a step of enforcement, court, mediation or mutual help",
      zh: "记录执法、诉讼、调解或协作步骤"
    ),
    discussion: Phrase(
      en:
        "A step starts the periods that the law gives; 'brandledger due' lists them until a step answers them. "
        + "An extension (filing-extended, decision-extended, seizure-extended) names the paper of its approval; "
        + "the time between appraisal-begun and appraisal-ended does not count.",
      zh: "步骤自动起算法定期限，由后续步骤了结；brandledger due 列出未了结的期限。"
        + "延长期限（filing-extended、decision-extended、seizure-extended）须写明批准文书；"
        + "appraisal-begun 与 appraisal-ended 之间的检测鉴定时间不计入。"
    ),
    examples: [
      Example(
        "brandledger case step case-20251103-k7m2qd complaint-filed --on 2025-11-12",
        Phrase(en: "The authority now has fifteen working days", zh: "行政机关应在十五个工作日内决定是否立案")
      ),
      Example(
        "brandledger case step case-20251103-k7m2qd 收到一审判决 --paper 判决书",
        Phrase(en: "The time for an appeal runs", zh: "起算上诉期")
      ),
    ],
    arguments: [id, stepName],
    options: entryOptions
  ) { session, arguments in
    try act(session, arguments) { desk, record, entry in
      var entry = entry
      let step = arguments[stepName]
      entry.step = step
      let label = step.choice.label
      entry.text = entry.text ?? label[session.language]
      return try desk.note(record, entry)
    }
    return nil
  }

  static let complain = Command<World>(
    "complain",
    summary: Phrase(en: "Take in a complaint against a refusal", zh: "收到对不予受理的申诉"),
    examples: [
      Example(
        "brandledger case complain case-20251103-k7m2qd --text 权利人已迁入本市",
        Phrase(en: "With what the applicant says", zh: "写明申诉理由")
      )
    ],
    arguments: [id],
    options: entryOptions
  ) { session, arguments in
    try act(session, arguments) { try $0.complain($1, $2) }
    return nil
  }

  static let uphold = Command<World>(
    "uphold",
    summary: Phrase(en: "Let a refusal stand after a complaint", zh: "维持不予受理"),
    examples: [
      Example(
        "brandledger case uphold case-20251103-k7m2qd --text 权利已失效",
        Phrase(en: "With the reason", zh: "写明理由")
      )
    ],
    arguments: [id],
    options: entryOptions
  ) { session, arguments in
    try act(session, arguments) { try $0.uphold($1, $2) }
    return nil
  }

  static let reverse = Command<World>(
    "reverse",
    summary: Phrase(en: "Grant aid after a complaint", zh: "撤销不予受理并受理"),
    examples: [
      Example(
        "brandledger case reverse case-20251103-k7m2qd --text 申诉成立 --aid 取证协助",
        Phrase(
          en: "With the reason and the aid, as 'accept' takes them",
          zh: "写明理由和援助方式，选项同 accept"
        )
      )
    ],
    arguments: [id],
    options: entryOptions + grantOptions
  ) { session, arguments in
    try act(session, arguments) { desk, record, entry in
      try desk.reverse(record, entry, grant(session, arguments, desk.snapshot))
    }
    return nil
  }
}
