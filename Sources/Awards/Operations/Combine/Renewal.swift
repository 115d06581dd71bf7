import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What a renewed title is worth.
struct Renewal: Operation {
  enum Mode: String, CaseIterable, Sendable {
    case none, rate, full, ifNeverPaid
  }

  static let mode = Parameter(
    "mode",
    .word("mode", Mode.none),
    Phrase(
      en:
        "none: nothing; rate: a share; full: the whole amount; ifNeverPaid: the whole amount where "
        + "nobody was ever paid for this brand at this tier, and not known where an earlier payout to "
        + "the holder may have been.",
      zh: "none 不奖励；rate 按比例；full 全额；ifNeverPaid 该品牌在该级别从未奖励过（不论付给何人）的全额，持有人以往奖励是否相同不详的为待查。"
    )
  )
  static let rate = Parameter(
    optional: "rate",
    .rate,
    Phrase(en: "The share, with mode rate.", zh: "比例（mode 为 rate 时）。")
  )
  static let rounding = Parameter(
    optional: "rounding",
    .rounding,
    Phrase(
      en: "How a share is rounded; without it a share that is no whole number of fen is undecided.",
      zh: "取整方式；未规定而不足一分的，待定。"
    )
  )
  static let declaration = OperationDeclaration(
    "renewal",
    .combine,
    Phrase(
      en: "Says what titles that were renewed rather than won anew are worth.",
      zh: "复评、续认定的荣誉如何奖励。"
    ),
    parameters: [
      mode.definition, rate.definition, rounding.definition, PayoutScope.parameter.definition,
    ],
    example: #"{"mode":"none"}"#,
    Phrase(en: "Renewed titles are not paid again.", zh: "复评的荣誉不再奖励。")
  )

  let mode: Mode
  private let rate: Rate?
  private let rounding: Rounding?
  private let earlier: PayoutScope

  init(_ arguments: inout Arguments) {
    mode = arguments.required(Self.mode)
    rate = arguments.optional(Self.rate)
    rounding = arguments.optional(Self.rounding)
    earlier = arguments.required(PayoutScope.parameter)
    if (mode == .rate) != (rate != nil), arguments.faults.isEmpty {
      arguments.refuse(
        "rate",
        Phrase(
          en: "'rate' belongs to the mode rate, and is needed there",
          zh: "“rate”仅用于且必须用于 mode 为 rate 时"
        )
      )
    }
  }

  /// What is not paid however it is decided keeps nothing else waiting.
  var reachesOpen: Bool { mode == .none }

  var remembers: Bool { mode == .ifNeverPaid }

  var settlesAlone: Bool { true }

  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope {
      let claim = work.claims[index]
      guard claim.source.kind === FactKind.recognition, !claim.isCommendation else {
        work.record(index, .notApplicable, Phrase(en: "not a paid title", zh: "不属于有奖金的荣誉"))
        continue
      }
      let input = Input(claim.source.record, Recognition.event)
      guard let event = claim.source.record[Recognition.event] else {
        work.settle(index, .unknown([input.missing]))
        continue
      }
      guard event == .renewal else {
        let label = event.choice.label
        work.record(
          index,
          .notApplicable,
          inputs: [input],
          Phrase(en: "not renewed but \(label.en)", zh: "\(label.zh)，不属于复评")
        )
        continue
      }
      try apply(to: index, input, &work)
    }
  }

  private func apply(to index: Int, _ input: Input, _ work: inout Work) throws(Diagnostic) {
    let claim = work.claims[index]
    switch mode {
    case .none:
      work.reduce(
        index,
        to: .zero,
        inputs: [input],
        Phrase(en: "a renewal is not paid", zh: "复评不再奖励")
      )
    case .full:
      work.record(
        index,
        .passed,
        inputs: [input],
        Phrase(en: "a renewal is paid in full", zh: "复评全额奖励")
      )
    case .rate:
      let share = try work.exactly { () throws(Money.Overflow) in
        try rate?.share(of: claim.worth, rounding)
      }
      guard let rate, let share else {
        work.settle(
          index,
          .undecided(Reason.inexact)
        )
        return
      }
      work.reduce(
        index,
        to: share,
        inputs: [input],
        Phrase(
          en: "a renewal is paid \(rate) of \(claim.worth) yuan",
          zh: "复评按 \(claim.worth) 元的 \(rate) 奖励"
        )
      )
    case .ifNeverPaid: settleIfNeverPaid(index, input, &work)
    }
  }

  /// Pays the whole amount unless an earlier payout was, or may have been, for this brand and tier.
  private func settleIfNeverPaid(_ index: Int, _ input: Input, _ work: inout Work) {
    let claim = work.claims[index]
    var missing: [Input] = []
    // The brand may have been another's when it was paid for.
    let others = (claim.object.map { work.context.evidence.payouts(about: $0) } ?? []).filter {
      $0.applicant != claim.recipient && work.counts($0, in: earlier)
    }
    for payout in work.payouts(of: claim.recipient, in: earlier) + others
    where work.rule.counts(payout, work.context) {
      // A payout without a tier was for no title.
      guard let level = payout.level, level == claim.level ?? level,
        claim.object == nil || payout.object == nil || payout.object == claim.object
      else { continue }
      guard claim.level != nil, claim.object != nil, payout.object != nil else {
        if claim.level == nil, let tier = claim.tierInput(work.context.evidence) {
          missing.append(tier.missing)
        }
        if claim.object == nil { missing.append(claim.objectInput) }
        if payout.object == nil {
          missing.append(Input(payout.id, Award.object.definition.name, nil))
        }
        continue
      }
      work.reduce(
        index,
        to: .zero,
        inputs: [input, payout.input],
        Phrase(
          en: "renewed, and paid before by \(payout.id) in \(payout.year)",
          zh: "复评，\(payout.year) 年已奖励（\(payout.id)）"
        )
      )
      return
    }
    guard missing.isEmpty else {
      work.settle(index, .unknown(missing))
      return
    }
    work.record(
      index,
      .passed,
      inputs: [input],
      Phrase(en: "renewed, and never paid before", zh: "复评，此前未奖励过")
    )
  }
}
