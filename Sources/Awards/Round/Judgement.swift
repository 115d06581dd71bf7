import Bilingual
import Ledger

/// What a condition says of a claim, and why.
struct Judgement {
  let verdict: Verdict
  let missing: [Input]
  let inputs: [Input]
  /// Built only where a trace is kept.
  let reason: () -> Phrase
  /// What it would take to meet a condition that failed.
  let demand: Phrase?

  private init(
    _ verdict: Verdict,
    missing: [Input],
    inputs: [Input],
    demand: Phrase? = nil,
    _ reason: @escaping () -> Phrase
  ) {
    self.demand = demand
    self.verdict = verdict
    self.missing = missing
    self.inputs = inputs
    self.reason = reason
  }

  /// The same with its reason built, for a judgement of which many claims are told.
  var told: Self {
    let reason = reason()
    return Self(verdict, missing: missing, inputs: inputs, demand: demand) { reason }
  }

  /// The same, told with other values.
  func told(with inputs: [Input]) -> Self {
    Self(verdict, missing: missing, inputs: inputs, demand: demand, reason)
  }

  static func passed(_ inputs: [Input], _ reason: @autoclosure @escaping () -> Phrase) -> Self {
    Self(.passed, missing: [], inputs: inputs, reason)
  }

  static func failed(
    _ inputs: [Input],
    demand: Phrase? = nil,
    _ reason: @autoclosure @escaping () -> Phrase
  ) -> Self {
    Self(.failed, missing: [], inputs: inputs, demand: demand, reason)
  }

  /// The condition needs facts that the ledger does not hold.
  static func unknown(_ missing: [Input]) -> Self {
    Self(.unknown, missing: missing, inputs: missing) { Reason.missing(missing) }
  }

  static func undecided(_ reason: @autoclosure @escaping () -> Phrase) -> Self {
    Self(.undecided, missing: [], inputs: [], reason)
  }
}

/// Sentences that several operations say.
enum Reason {
  static func missing(_ inputs: [Input]) -> Phrase {
    let differing = inputs.filter { $0.field == Input.merger }.map(\.record.text)
    guard differing.isEmpty else {
      let rest = inputs.filter { $0.field != Input.merger }
      return Phrase(
        en: "records of one year differ, merge them: " + differing.joined(separator: ", ")
          + (rest.isEmpty ? "" : "; " + missing(rest).en),
        zh: "同一年度的记录不一致，请合并：" + differing.joined(separator: "、")
          + (rest.isEmpty ? "" : "；" + missing(rest).zh)
      )
    }
    return Phrase(
      en: "not known: "
        + inputs.map { "\($0.label.en) of \($0.record)" }.joined(separator: ", "),
      zh: "尚缺：" + inputs.map { "\($0.record) 的\($0.label.zh)" }.joined(separator: "、")
    )
  }

  static func skipped(_ outcome: Outcome) -> Phrase {
    switch outcome {
    case .unknown:
      Phrase(en: "waits for the missing facts", zh: "待补齐所缺事实")
    case .undecided:
      Phrase(en: "waits for a decision", zh: "待研究决定")
    default:
      Phrase(en: "an earlier clause ended the matter", zh: "此前条款已终止该申领项")
    }
  }

  static let inexact = Phrase(
    en: "the share is no whole number of fen, and the clause does not say how to round",
    zh: "按比例计算不足一分，条款未规定取整方式"
  )

  static let nextTakesPlace = Phrase(
    en:
      "Where a quota, a pot in order or a score behind it leaves the one that is preferred nothing, "
      + "unless carryOver takes it up, the next takes its place; what a cap leaves nothing has had enough.",
    zh: "优先的一项因其后的名额、按序用尽的预算或评分未获奖励且不结转的，由下一项递补；因封顶而无余额的不递补。"
  )

  static let limits = Phrase(
    en:
      "Of several limits each counts only what all of them leave, whatever their order; where that comes "
      + "to no end, people decide.",
    zh: "多项上限并存的，不论先后，均只计各项上限核减后的金额；无法相互吻合的，由人决定。"
  )

  static let unordered = Phrase(
    en:
      "Where days that are known only to the month or year, or not at all, leave open which came first, "
      + "those for which that matters are not known.",
    zh: "日期仅知年、月或不详，先后无法确定且影响结果的，为待查。"
  )

  static let noMoney = Phrase(en: "a commendation carries no money", zh: "通报表扬不涉及金额")
}
