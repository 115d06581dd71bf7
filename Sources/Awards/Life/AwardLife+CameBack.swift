import Bilingual
import Ledger
import Portfolio

/// Money that came back and decisions that cannot all be right, as two branches of a ledger wrote them.
extension AwardLife {
  private var isClaimedThoughFailed: Bool { balance.demanded > balance.paid }
  private var isRepaidBeyondClaim: Bool { balance.repaid > min(balance.demanded, balance.paid) }
  /// Whether more came back than can have come back.
  var isBackTwice: Bool { isClaimedThoughFailed || isRepaidBeyondClaim }

  /// Whether an event is one of some of which not all can be right.
  func isDisputed(_ event: Record) -> Bool {
    concernsWhatCameBack(event) || twiceDecided.contains { $0.id == event.id }
      || contested.contains { mistake(of: $0)?.id == event.id }
      || annulling?.id == event.id && !paidAgainstAnnulment.isEmpty
  }

  private func concernsWhatCameBack(_ event: Record) -> Bool {
    switch event[AwardEvent.action] {
    case .fail?, .recover?: isClaimedThoughFailed
    case .repay?: isRepaidBeyondClaim
    default: false
    }
  }

  /// What is told of money that came back twice, or is claimed though its payment failed.
  var cameBackTold: [Diagnostic] {
    guard isBackTwice else { return [] }
    let disputed = events.filter(concernsWhatCameBack)
    let names = disputed.map(\.id.text)
    let claimed = min(balance.demanded, balance.paid)
    let message =
      isRepaidBeyondClaim
      ? Phrase(
        en: "\(difference(balance.repaid, claimed)) yuan came back beyond what was claimed back",
        zh: "退回金额超出应追回金额 \(difference(balance.repaid, claimed)) 元"
      )
      : Phrase(
        en:
          "\(difference(balance.demanded, claimed)) yuan are claimed back of a payment that failed",
        zh: "失败的支付另有 \(difference(balance.demanded, claimed)) 元决定追回"
      )
    let more = balance.repaid > balance.demanded && balance.recoverable > .zero
    var fault = refusal(
      "award-back-twice",
      message,
      help: Phrase(
        en: (more
          ? "where it was given back besides, 'award recover \(award.id) --amount …' claims it; "
          : "")
          + "where an entry is wrong or stands twice, 'remove award-event ID --reason …' takes it out: "
          + names.joined(separator: ", "),
        zh: (more ? "确属另行退回的，用 award recover \(award.id) --amount … 登记应追回；" : "")
          + "如为误登或重复，可用 remove award-event 编号 --reason … 删除其一：" + names.joined(separator: "、")
      )
    )
    fault.place = disputed.last?.place
    return [fault]
  }

  private func difference(_ a: Money, _ b: Money) -> Money { Money(fen: a.fen - b.fen) }

  /// What is told of an objection that one branch upheld and the other dismissed.
  var contradictions: [Diagnostic] {
    guard let last = twiceDecided.last else { return [] }
    let names = twiceDecided.map(\.id.text)
    var fault = refusal(
      "award-decided-twice",
      Phrase(
        en:
          "an objection was both upheld and dismissed, by the events \(names.joined(separator: ", ")); "
          + "it counts as upheld",
        zh: "同一异议既被认定又被驳回（事件 \(names.joined(separator: "、"))），按认定处理"
      ),
      help: Phrase(
        en: "'remove award-event ID --reason …' takes out the decision that does not hold",
        zh: "请用 remove award-event 编号 --reason … 删除不成立的决定"
      )
    )
    fault.place = last.place
    return [fault]
  }
}
