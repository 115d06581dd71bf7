import Bilingual
import Ledger
import Portfolio

/// What was paid and was not due, as where two branches of a ledger both paid.
extension AwardLife {
  /// Says of each payment whether it was due: each part once, in the order of days, and no more than what is not void.
  mutating func refit() {
    var (rightful, surplus, claimed) = (Money.zero, Money.zero, Money.zero)
    var seen: [AwardPayment] = []
    for index in payments.indices where !payments[index].hasFailed {
      let payment = payments[index]
      let room = balance.granted.fen - rightful.fen
      if payment.surplus != .afterRecovery {
        payments[index].surplus = why(payment, room, after: seen)
      }
      seen.append(payment)
      if payments[index].surplus == nil {
        rightful = Money(fen: rightful.fen + payment.amount.fen)
      } else {
        surplus = Money(fen: surplus.fen + payment.amount.fen)
        claimed = Money(fen: claimed.fen + payment.claimed.fen)
      }
    }
    balance.surplus = surplus
    balance.surplusClaimed = claimed
  }

  /// Finds the payments of another branch beside a claim to all that its own had paid, after which nothing more is due.
  ///
  /// They are the last ones, and all but them is claimed.
  mutating func dispute(paidBeside claim: Record, _ amount: Money) {
    guard isOfBranch(claim), claim[AwardEvent.from] != .paid, [.paid, .partlyPaid].contains(state)
    else { return }
    var left = balance.recoverable.fen - amount.fen
    var unknown: [Int] = []
    for index in payments.indices.reversed() where !payments[index].hasFailed && left > 0 {
      guard payments[index].surplus == nil else { return }
      left -= payments[index].amount.fen
      unknown.append(index)
    }
    guard left == 0 else { return }
    for index in unknown { payments[index].surplus = .afterRecovery }
    refit()
  }

  private func why(_ payment: AwardPayment, _ room: Int64, after others: [AwardPayment])
    -> AwardPayment.Surplus?
  {
    // Where no parts are laid down, each branch counted its payments from what it knew.
    if others.contains(where: {
      $0.part == payment.part && (!parts.isEmpty || $0.amount == payment.amount)
    }) {
      return .twice
    }
    if voidParts.contains(payment.part) { return .void }
    if isOfOtherParts(payment.part, payment.amount) { return .otherParts }
    guard payment.amount.fen > room else { return nil }
    return balance.waived > .zero ? .void : .excess
  }

  /// Whether one branch laid down the parts and the other paid in others.
  func isOfOtherParts(_ part: Int, _ amount: Money) -> Bool {
    guard !parts.isEmpty, !award.has(Award.parts.definition) else { return false }
    return !parts.indices.contains(part - 1) || parts[part - 1].amount != amount
  }

  /// The payments that were not due and are not claimed back.
  var contested: [AwardPayment] {
    guard balance.contested > .zero else { return [] }
    return payments.filter { !$0.hasFailed && $0.surplus != nil && $0.claimed < $0.amount }
  }

  /// What is told of payments that were not due, each with the way out.
  var surplusTold: [Diagnostic] {
    contested.compactMap { payment in payment.surplus.map { told(payment, $0) } }
  }

  /// The entry that is taken out where it was the mistake: a decision against which the payment was made, else itself.
  func mistake(of payment: AwardPayment) -> Record? {
    switch payment.surplus {
    case .void?: waiver
    // Once money came back by it, the claim stays on record.
    case .afterRecovery? where balance.repaid == .zero:
      events.last { $0[AwardEvent.action] == .recover }
    default: events.first { $0.id == payment.event }
    }
  }

  private func told(_ payment: AwardPayment, _ surplus: AwardPayment.Surplus) -> Diagnostic {
    let mistake = mistake(of: payment)
    let isDecision = mistake?.id != payment.event
    let (name, why): (String, Phrase) =
      switch surplus {
      case .twice:
        (
          "award-paid-twice",
          Phrase(
            en: "were paid though part \(payment.part) was paid already",
            zh: "属重复支付，第 \(payment.part) 期已支付"
          )
        )
      case .excess:
        (
          "award-excess",
          Phrase(
            en: "were paid beyond the \(balance.awarded) yuan of the award",
            zh: "超出奖励金额 \(balance.awarded) 元"
          )
        )
      case .otherParts:
        (
          "award-parts",
          Phrase(
            en: "were paid in other parts than those that were approved",
            zh: "与批准的分期不符"
          )
        )
      case .void:
        (
          "award-paid-against",
          Phrase(
            en: "were paid although that part was made void"
              + (mistake.map { " by the event \($0.id)" } ?? ""),
            zh: "所付部分已作废" + (mistake.map { "（事件 \($0.id)）" } ?? "")
          )
        )
      case .afterRecovery:
        (
          "award-paid-against",
          Phrase(
            en: "were paid although all else that was paid is claimed back",
            zh: "所付之外的已付款项已全部决定追回"
          )
        )
      }
    let (id, left) = (payment.event, min(payment.unclaimed, balance.contested))
    var fault = refusal(
      name,
      Phrase(
        en: "\(left) yuan of the event \(id) \(why.en)",
        zh: "事件 \(id) 支付的 \(left) 元\(why.zh)"
      ),
      help: isDecision ? against(mistake) : doubled(payment)
    )
    fault.place = mistake?.place
    return fault
  }

  private func doubled(_ payment: AwardPayment) -> Phrase {
    Phrase(
      en:
        "'award recover \(award.id)' claims it back; 'award fail \(award.id) --payment \(payment.event)' notes that the "
        + "bank returned it; only where one transfer was entered twice, 'remove award-event \(payment.event) "
        + "--reason …' takes this entry out",
      zh:
        "可用 award recover \(award.id) 追回；银行已退回的用 award fail \(award.id) --payment \(payment.event) 登记；"
        + "仅当同一笔付款重复登记时，用 remove award-event \(payment.event) --reason … 删除本条"
    )
  }

  /// The way out where money was paid against a decision.
  func against(_ decision: Record?) -> Phrase {
    guard let decision else {
      return Phrase(
        en: "'award recover \(award.id)' claims it back",
        zh: "可用 award recover \(award.id) 追回"
      )
    }
    return Phrase(
      en:
        "'award recover \(award.id)' claims it back; where that decision was the mistake, 'remove "
        + "award-event \(decision.id) --reason …' takes it out, and the payment stands",
      zh: "可用 award recover \(award.id) 追回；若该决定有误，可用 remove award-event \(decision.id) "
        + "--reason … 删除，支付记录保留"
    )
  }
}
