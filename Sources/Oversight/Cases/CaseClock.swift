import Bilingual
import Portfolio

/// A period that a step of a procedure starts.
///
/// The lengths are terms of the ledger; only what starts and what answers them stands here.
struct CaseClock {
  /// The name of the term.
  let term: String
  /// The steps that answer it.
  let answers: Set<CaseStep>
  /// What is to be done within it.
  let action: Phrase

  private init(_ term: String, _ answers: Set<CaseStep>, _ action: Phrase) {
    self.term = term
    self.answers = answers
    self.action = action
  }

  /// Returns the periods that a step starts.
  static func started(by step: CaseStep) -> [CaseClock] {
    switch step {
    case .complaintFiled:
      [
        CaseClock(
          "enforcement-filing",
          [.enforcementOpened, .enforcementDeclined],
          Phrase(en: "the authority decides whether to open a case", zh: "行政机关决定是否立案")
        )
      ]
    case .enforcementOpened:
      [
        CaseClock(
          "enforcement-decision",
          [.penaltyDecided],
          Phrase(en: "the authority decides the case", zh: "行政机关作出处理决定")
        )
      ]
    case .evidencePreserved:
      [
        CaseClock(
          "enforcement-preservation",
          [.goodsSeized, .penaltyDecided],
          Phrase(en: "the authority deals with what it preserved", zh: "处理先行登记保存的证据")
        )
      ]
    case .goodsSeized:
      [
        CaseClock(
          "enforcement-seizure",
          [.penaltyDecided],
          Phrase(en: "the seizure ends unless it is extended", zh: "查封扣押期满，须决定延长或处理")
        )
      ]
    case .penaltyNotified:
      [
        CaseClock(
          "hearing-request",
          [.hearingHeld, .penaltyDecided],
          Phrase(en: "the other side may ask for a hearing", zh: "当事人可申请听证")
        )
      ]
    case .penaltyDecided:
      [
        CaseClock(
          "penalty-service",
          [.penaltyReceived],
          Phrase(en: "the decision is served", zh: "送达处罚决定书")
        )
      ]
    case .penaltyReceived:
      [
        CaseClock(
          "penalty-payment",
          [.penaltyPaid],
          Phrase(en: "the fine is paid", zh: "缴纳罚款")
        ),
        CaseClock(
          "reconsideration",
          [.reconsiderationFiled, .suitFiled],
          Phrase(en: "reconsideration may be applied for", zh: "可申请行政复议")
        ),
        CaseClock(
          "administrative-suit",
          [.suitFiled, .reconsiderationFiled],
          Phrase(en: "an administrative suit may be filed", zh: "可提起行政诉讼")
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
          Phrase(en: "a suit after reconsideration may be filed", zh: "对复议决定不服的可起诉")
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
          [.suitRegistered],
          Phrase(en: "the court registers the suit", zh: "法院决定是否立案")
        )
      ]
    case .suitRegistered:
      [
        CaseClock(
          "civil-first-instance",
          [.judgmentReceived, .judgmentFinal, .mediationAgreed],
          Phrase(en: "the court decides in first instance", zh: "一审审结")
        )
      ]
    case .complaintServed:
      [
        CaseClock(
          "civil-answer",
          [.answerReceived, .judgmentReceived],
          Phrase(en: "the other side answers", zh: "对方提交答辩状")
        )
      ]
    case .judgmentReceived:
      [
        CaseClock(
          "civil-appeal",
          [.appealFiled, .judgmentFinal],
          Phrase(en: "an appeal may be filed", zh: "可提起上诉")
        )
      ]
    case .appealRegistered:
      [
        CaseClock(
          "civil-second-instance",
          [.judgmentFinal],
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
          Phrase(
            en: "both sides may ask the court to confirm the agreement",
            zh: "双方可共同申请司法确认"
          )
        )
      ]
    default: []
    }
  }
}
