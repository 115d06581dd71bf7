public import Ledger

/// A step of enforcement, of a court, of mediation or of help between cities.
public enum CaseStep: String, Vocabulary {
  /// Complaint filed with the authority.
  case complaintFiled = "complaint-filed"
  /// Authority opened a case.
  case enforcementOpened = "enforcement-opened"
  /// The time in which the authority opens a case was extended.
  case filingExtended = "filing-extended"
  /// Authority declined.
  case enforcementDeclined = "enforcement-declined"
  /// The time in which the authority decides was extended.
  case decisionExtended = "decision-extended"
  /// A test, an appraisal or an identification by the right holder began, whose time does not count.
  case appraisalBegun = "appraisal-begun"
  /// It ended.
  case appraisalEnded = "appraisal-ended"
  /// Evidence registered and preserved.
  case evidencePreserved = "evidence-preserved"
  /// Goods seized.
  case goodsSeized = "goods-seized"
  /// The seizure was extended.
  case seizureExtended = "seizure-extended"
  /// Penalty announced.
  case penaltyNotified = "penalty-notified"
  /// Hearing held.
  case hearingHeld = "hearing-held"
  /// Penalty decided.
  case penaltyDecided = "penalty-decided"
  /// Penalty decision received.
  case penaltyReceived = "penalty-received"
  /// Fine paid.
  case penaltyPaid = "penalty-paid"
  /// Order of the patent authority received.
  case orderReceived = "order-received"
  /// Reconsideration applied for.
  case reconsiderationFiled = "reconsideration-filed"
  /// Reconsideration accepted.
  case reconsiderationAccepted = "reconsideration-accepted"
  /// Reconsideration decision received.
  case reconsiderationDecided = "reconsideration-decided"
  /// Suit filed.
  case suitFiled = "suit-filed"
  /// Court registered the suit.
  case suitRegistered = "suit-registered"
  /// Statement of claim served.
  case complaintServed = "complaint-served"
  /// Answer received.
  case answerReceived = "answer-received"
  /// Judgment received.
  case judgmentReceived = "judgment-received"
  /// Appeal filed.
  case appealFiled = "appeal-filed"
  /// Court registered the appeal.
  case appealRegistered = "appeal-registered"
  /// Judgment final.
  case judgmentFinal = "judgment-final"
  /// Execution applied for.
  case executionFiled = "execution-filed"
  /// Agreement reached in mediation.
  case mediationAgreed = "mediation-agreed"
  /// Mediation failed.
  case mediationFailed = "mediation-failed"
  /// Agreement confirmed by the court.
  case mediationConfirmed = "mediation-confirmed"
  /// Help of another city was asked for.
  case assistanceAsked = "assistance-asked"
  /// Request answered.
  case assistanceAnswered = "assistance-answered"

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .complaintFiled: Choice(rawValue, en: "complaint filed with the authority", zh: "提交行政投诉")
    case .enforcementOpened: Choice(rawValue, en: "authority opened a case", zh: "行政机关立案")
    case .filingExtended: Choice(rawValue, en: "time to open a case extended", zh: "立案期限延长")
    case .decisionExtended: Choice(rawValue, en: "time to decide extended", zh: "办案期限延长")
    case .appraisalBegun:
      Choice(rawValue, en: "test or appraisal begun", zh: "检测鉴定开始", also: ["权利人辨认开始"])
    case .appraisalEnded:
      Choice(rawValue, en: "test or appraisal ended", zh: "检测鉴定结束", also: ["权利人辨认结束"])
    case .seizureExtended: Choice(rawValue, en: "seizure extended", zh: "查封扣押延长")
    case .enforcementDeclined: Choice(rawValue, en: "authority declined", zh: "行政机关不予立案")
    case .evidencePreserved: Choice(rawValue, en: "evidence registered and preserved", zh: "先行登记保存")
    case .goodsSeized: Choice(rawValue, en: "goods seized", zh: "查封扣押")
    case .penaltyNotified: Choice(rawValue, en: "penalty announced", zh: "处罚事先告知")
    case .hearingHeld: Choice(rawValue, en: "hearing held", zh: "举行听证")
    case .penaltyDecided: Choice(rawValue, en: "penalty decided", zh: "作出处罚决定")
    case .penaltyReceived: Choice(rawValue, en: "penalty decision received", zh: "处罚决定送达")
    case .penaltyPaid: Choice(rawValue, en: "fine paid", zh: "罚款缴清")
    case .orderReceived:
      Choice(rawValue, en: "order of the patent authority received", zh: "收到专利侵权处理决定")
    case .reconsiderationFiled: Choice(rawValue, en: "reconsideration applied for", zh: "申请行政复议")
    case .reconsiderationAccepted: Choice(rawValue, en: "reconsideration accepted", zh: "复议受理")
    case .reconsiderationDecided:
      Choice(rawValue, en: "reconsideration decision received", zh: "收到复议决定")
    case .suitFiled: Choice(rawValue, en: "suit filed", zh: "提起诉讼")
    case .suitRegistered: Choice(rawValue, en: "court registered the suit", zh: "法院立案")
    case .complaintServed: Choice(rawValue, en: "statement of claim served", zh: "起诉状副本送达对方")
    case .answerReceived: Choice(rawValue, en: "answer received", zh: "收到答辩状")
    case .judgmentReceived: Choice(rawValue, en: "judgment received", zh: "收到一审判决")
    case .appealFiled: Choice(rawValue, en: "appeal filed", zh: "提起上诉")
    case .appealRegistered: Choice(rawValue, en: "court registered the appeal", zh: "二审立案")
    case .judgmentFinal: Choice(rawValue, en: "judgment final", zh: "判决生效")
    case .executionFiled: Choice(rawValue, en: "execution applied for", zh: "申请强制执行")
    case .mediationAgreed: Choice(rawValue, en: "agreement reached in mediation", zh: "达成调解协议")
    case .mediationFailed: Choice(rawValue, en: "mediation failed", zh: "调解不成")
    case .mediationConfirmed: Choice(rawValue, en: "agreement confirmed by the court", zh: "司法确认")
    case .assistanceAsked: Choice(rawValue, en: "help of another city asked for", zh: "发出协作函")
    case .assistanceAnswered: Choice(rawValue, en: "request answered", zh: "协作函办复")
    }
  }
}
