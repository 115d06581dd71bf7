import Bilingual
import Portfolio

/// A period that a step of a procedure starts.
///
/// The lengths are terms of the ledger; only what starts and what answers them stands here.
struct CaseClock {
  /// The name of the term.
  let term: String
  /// The steps that answer it, and those that only follow where one of them was taken.
  let answers: Set<CaseStep>
  /// Whether the other side may act within it, so that nothing is missed when it passes.
  let nature: DueDate.Nature
  /// What is to be done within it.
  let action: Phrase
  /// The step that extends it once, and the term by which; such a period also stands still during an appraisal.
  let extending: (step: CaseStep, term: String)?

  private init(
    _ term: String,
    _ answers: Set<CaseStep>,
    _ action: Phrase,
    _ nature: DueDate.Nature = .deadline,
    extendedBy extending: (step: CaseStep, term: String)? = nil
  ) {
    self.extending = extending
    self.term = term
    self.answers = answers
    self.action = action
    self.nature = nature
  }

  private static let penalty: Set<CaseStep> = [.penaltyDecided, .penaltyReceived, .penaltyPaid]
  private static let judgment: Set<CaseStep> = [
    .judgmentReceived, .appealFiled, .appealRegistered, .judgmentFinal, .executionFiled,
  ]

  /// Returns the periods that a step starts.
  static func started(by step: CaseStep) -> [CaseClock] {
    switch step {
    case .complaintFiled:
      [
        CaseClock(
          "enforcement-filing",
          penalty.union([.enforcementOpened, .enforcementDeclined, .penaltyNotified, .hearingHeld]),
          Phrase(en: "the authority decides whether to open a case", zh: "行政机关决定是否立案"),
          extendedBy: (.filingExtended, "enforcement-filing-extension")
        )
      ]
    case .enforcementOpened:
      [
        CaseClock(
          "enforcement-decision",
          penalty,
          Phrase(en: "the authority decides the case", zh: "行政机关作出处理决定"),
          extendedBy: (.decisionExtended, "enforcement-decision-extension")
        )
      ]
    case .evidencePreserved:
      [
        CaseClock(
          "enforcement-preservation",
          penalty.union([.goodsSeized]),
          Phrase(en: "the authority deals with what it preserved", zh: "处理先行登记保存的证据")
        )
      ]
    case .goodsSeized:
      [
        CaseClock(
          "enforcement-seizure",
          penalty,
          Phrase(en: "the seizure ends unless it is extended", zh: "查封扣押期满，须决定延长或处理"),
          // Administrative Coercion Law, article 25: by as much again.
          extendedBy: (.seizureExtended, "enforcement-seizure")
        )
      ]
    case .penaltyNotified:
      [
        CaseClock(
          "hearing-request",
          penalty.union([.hearingHeld]),
          Phrase(en: "the other side may ask for a hearing", zh: "当事人可申请听证"),
          .milestone
        )
      ]
    case .penaltyDecided:
      [
        CaseClock(
          "penalty-service",
          [.penaltyReceived, .penaltyPaid],
          Phrase(en: "the decision is served", zh: "送达处罚决定书")
        )
      ]
    default: remedies(step)
    }
  }

  private static func remedies(_ step: CaseStep) -> [CaseClock] {
    switch step {
    case .penaltyReceived:
      [
        CaseClock(
          "penalty-payment",
          [.penaltyPaid],
          Phrase(en: "the fine is paid", zh: "缴纳罚款"),
          .milestone
        ),
        CaseClock(
          "reconsideration",
          [.reconsiderationFiled, .suitFiled],
          Phrase(en: "reconsideration may be applied for", zh: "可申请行政复议"),
          .milestone
        ),
        CaseClock(
          "administrative-suit",
          [.suitFiled, .reconsiderationFiled],
          Phrase(en: "an administrative suit may be filed", zh: "可提起行政诉讼"),
          .milestone
        ),
      ]
    case .orderReceived:
      [
        CaseClock(
          "patent-order-suit",
          [.suitFiled],
          Phrase(en: "a suit against the order may be filed", zh: "不服处理决定的可提起诉讼")
        )
      ]
    case .reconsiderationFiled:
      [
        CaseClock(
          "reconsideration-acceptance",
          [.reconsiderationAccepted, .reconsiderationDecided],
          Phrase(en: "reconsideration is accepted or refused", zh: "审查是否受理复议申请")
        )
      ]
    case .reconsiderationAccepted:
      [
        CaseClock(
          "reconsideration-decision",
          [.reconsiderationDecided],
          Phrase(en: "reconsideration is decided", zh: "作出复议决定")
        )
      ]
    case .reconsiderationDecided:
      [
        CaseClock(
          "suit-after-reconsideration",
          [.suitFiled],
          Phrase(en: "a suit after reconsideration may be filed", zh: "对复议决定不服的可起诉"),
          .milestone
        )
      ]
    default: court(step)
    }
  }

  private static func court(_ step: CaseStep) -> [CaseClock] {
    switch step {
    case .suitFiled:
      [
        CaseClock(
          "civil-registration",
          judgment.union([.suitRegistered, .complaintServed, .answerReceived, .mediationAgreed]),
          Phrase(en: "the court registers the suit", zh: "法院决定是否立案")
        )
      ]
    case .suitRegistered:
      [
        CaseClock(
          "civil-first-instance",
          judgment.union([.mediationAgreed]),
          Phrase(en: "the court decides in first instance", zh: "一审审结")
        )
      ]
    case .complaintServed:
      [
        CaseClock(
          "civil-answer",
          judgment.union([.answerReceived]),
          Phrase(en: "the other side answers", zh: "对方提交答辩状"),
          .milestone
        )
      ]
    case .judgmentReceived:
      [
        CaseClock(
          "civil-appeal",
          judgment.subtracting([.judgmentReceived]),
          Phrase(en: "an appeal may be filed", zh: "可提起上诉")
        )
      ]
    case .appealRegistered:
      [
        CaseClock(
          "civil-second-instance",
          [.judgmentFinal, .executionFiled],
          Phrase(en: "the court decides in second instance", zh: "二审审结")
        )
      ]
    case .judgmentFinal:
      [
        CaseClock(
          "civil-execution",
          [.executionFiled],
          Phrase(en: "execution may be applied for", zh: "可申请强制执行")
        )
      ]
    case .mediationAgreed:
      [
        CaseClock(
          "mediation-confirmation",
          [.mediationConfirmed],
          Phrase(en: "both sides may ask the court to confirm the agreement", zh: "双方可共同申请司法确认")
        )
      ]
    default: []
    }
  }
}
