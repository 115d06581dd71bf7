import Bilingual
import Ledger
import Portfolio

extension AwardLife {
  /// Takes in a payment.
  ///
  /// One that is written is money that left the bank: where it was not due it counts, and is told. One that is still to
  /// be made has to be due.
  mutating func pay(_ event: Record, _ day: Day, isWritten: Bool) throws(Diagnostic) {
    let limit = isWritten ? balance.awarded : balance.open
    let amount = try amount(of: event, atMost: limit) { amount in
      Phrase(
        en: "\(amount) yuan are more than the \(limit) yuan that are open of "
          + "\(balance.awarded)",
        zh: "\(amount) 元超过未支付的 \(limit) 元（奖励 \(balance.awarded) 元）"
      )
    }
    let part = event[AwardEvent.part] ?? nextPart
    if !isWritten { try refuse(part) }
    if !parts.isEmpty, !isWritten || !isOfOtherParts(part, amount) {
      try check(part, amount, event, day)
    }
    guard let paid = try? balance.paid.adding(amount) else {
      throw refusal("award-excess", Phrase(en: "it is too much to be counted", zh: "金额过大，无法计数"))
    }
    var payment = AwardPayment(event: event.id, day: day, amount: amount, part: part)
    // After that an award is not paid any more.
    if isWritten, [.recovering, .recovered].contains(state), balance.recoverable == .zero {
      payment.surplus = .afterRecovery
    }
    payments.append(payment)
    balance.paid = paid
    refit()
    // What is paid anew was owed, whatever was given up of what was paid before.
    if payments.last?.surplus == nil { balance.forgone = .zero }
    state = balance.outstanding > .zero ? .recovering : balance.open == .zero ? .paid : .partlyPaid
  }

  /// Refuses to pay a part that is closed.
  private func refuse(_ part: Int) throws(Diagnostic) {
    if payments.contains(where: { $0.part == part && !$0.hasFailed }) {
      throw refusal(
        "award-paid-twice",
        Phrase(en: "part \(part) is paid already", zh: "第 \(part) 期已支付")
      )
    }
    guard !voidParts.contains(part) else {
      throw refusal(
        "award-parts",
        Phrase(en: "part \(part) was made void", zh: "第 \(part) 期已作废")
      )
    }
  }

  private func check(
    _ part: Int,
    _ amount: Money,
    _ event: Record,
    _ day: Day
  ) throws(Diagnostic) {
    guard parts.indices.contains(part - 1) else {
      throw refusal(
        "award-parts",
        Phrase(
          en: "it is paid in \(parts.count, of: "part"), none of which is part \(part)",
          zh: "共 \(parts.count) 期，没有第 \(part) 期"
        )
      )
    }
    let laidDown = parts[part - 1]
    guard amount == laidDown.amount else {
      throw refusal(
        "award-parts",
        Phrase(
          en: "part \(part) is \(laidDown.amount) yuan, not \(amount)",
          zh: "第 \(part) 期为 \(laidDown.amount) 元，不是 \(amount) 元"
        )
      )
    }
    if let due = due(ofPart: part)?.day, day < due {
      throw refusal(
        "award-not-due",
        Phrase(
          en: "part \(part) falls due on \(due), not on \(day)",
          zh: "第 \(part) 期于 \(due) 到期，\(day) 尚未到期"
        )
      )
    }
    guard let condition = laidDown.condition, Self.isBlank(event[AwardEvent.condition]) else {
      return
    }
    throw refusal(
      "award-condition",
      Phrase(
        en: "part \(part) is paid only when: \(condition)",
        zh: "第 \(part) 期的支付条件：\(condition)"
      ),
      help: Phrase(en: "say by what it was found met (--met)", zh: "请用 --met 写明条件已满足的依据")
    )
  }

  /// Takes in that a payment failed; what is written of one that another branch noted, too, says nothing new.
  mutating func fail(_ event: Record, isWritten: Bool) throws(Diagnostic) {
    let standing = payments.filter { !$0.hasFailed }
    let noted = payments.first { $0.event == event[AwardEvent.answers] && $0.hasFailed }
    // Both branches noted the same, and one may have paid it anew since.
    if let noted, isOfBranch(event) || isWritten && isPaidAnew(noted),
      event[AwardEvent.amountFen] == noted.amount
    {
      return
    }
    guard let index = payments.firstIndex(where: { $0.event == event[AwardEvent.answers] }),
      !payments[index].hasFailed
    else {
      throw refusal(
        "award-which-payment",
        Phrase(en: "it is not clear which payment failed", zh: "未指明失败的支付"),
        help: Phrase(
          en: "name it with --payment; paid: "
            + standing.map { "\($0.event) (\($0.amount))" }.joined(separator: ", "),
          zh: "请用 --payment 指明；已支付："
            + standing.map { "\($0.event)（\($0.amount)）" }.joined(separator: "、")
        )
      )
    }
    let amount = payments[index].amount
    guard event[AwardEvent.amountFen] == amount else {
      throw refusal(
        "award-amount",
        Phrase(
          en: "the payment was \(amount) yuan; it fails as a whole",
          zh: "该笔支付为 \(amount) 元，须整笔退回"
        )
      )
    }
    guard isOfBranch(event) || (isWritten ? covers(without: amount) : mayFail(payments[index]))
    else {
      throw refusal(
        "award-amount",
        Phrase(
          en:
            "\(balance.demanded) yuan of what was paid are claimed back: the payment went through",
          zh: "已支付金额中有 \(balance.demanded) 元决定追回，该笔支付并未失败"
        )
      )
    }
    let wasDue = payments[index].surplus == nil
    payments[index].hasFailed = true
    balance.paid = Money(fen: balance.paid.fen - amount.fen)
    refit()
    if balance.paid == .zero {
      state = stateUnpaid
    } else if balance.outstanding > .zero {
      state = .recovering
    } else if balance.open == .zero {
      if state != .partlyRecovered { state = .paid }
    } else if wasDue {
      state = .failed
    }
  }

  private func isPaidAnew(_ failed: AwardPayment) -> Bool {
    payments.drop { $0.event != failed.event }.dropFirst().contains { $0.part == failed.part }
  }

  /// Whether a payment may have failed: what is claimed back did go through, and of a part paid twice the other one.
  func mayFail(_ payment: AwardPayment) -> Bool {
    !payment.hasFailed && covers(without: payment.amount)
      && !payments.contains { $0.part == payment.part && $0.claimed > .zero }
  }

  private func covers(without amount: Money) -> Bool {
    balance.paid.fen - amount.fen >= balance.demanded.fen
  }

  mutating func recover(_ event: Record) throws(Diagnostic) {
    let limit = isOfBranch(event) ? balance.awarded : balance.recoverable
    let amount = try amount(of: event, atMost: limit) { amount in
      Phrase(
        en:
          "\(amount) yuan are more than the \(limit) yuan that were paid and not yet claimed back",
        zh: "\(amount) 元超过已支付且尚未决定追回的 \(limit) 元"
      )
    }
    dispute(paidBeside: event, amount)
    // What two branches both claimed back comes back once.
    let most = payments.reduce(Int128(0)) { $0 + Int128($1.amount.fen) }
    let sum = min(most, Int128(balance.demanded.fen) + Int128(amount.fen))
    balance.demanded = max(balance.demanded, Money(fen: Int64(clamping: sum)))
    balance.withdrawn = min(balance.withdrawn, balance.recoverable)
    var claimed = Money.zero
    if let index = payments.firstIndex(where: { $0.event == event[AwardEvent.answers] }) {
      let left = payments[index].amount.fen - payments[index].claimed.fen
      claimed = Money(fen: min(amount.fen, left))
      payments[index].claimed = Money(fen: payments[index].claimed.fen + claimed.fen)
      refit()
    }
    if let computed = event[AwardEvent.computedFen] {
      let excess = Money(fen: max(0, balance.awarded.fen - max(0, computed.fen)))
      let sum = Int128(balance.corrected.fen) + Int128(amount.fen - claimed.fen)
      balance.corrected = min(excess, Money(fen: Int64(clamping: sum)))
      // What is claimed once more is not given up.
      balance.forgone = min(balance.forgone, Money(fen: excess.fen - balance.corrected.fen))
    }
    settle()
  }

  /// Where it stands once money was claimed back or came back.
  private mutating func settle() {
    if balance.outstanding > .zero {
      state = .recovering
    } else if balance.paid > .zero, balance.repaid > .zero {
      state = balance.kept == .zero ? .recovered : .partlyRecovered
    }
  }

  /// Takes in that money came back; what is written came back, whatever was claimed.
  mutating func repay(_ event: Record, isWritten: Bool) throws(Diagnostic) {
    let limit =
      isWritten && event[AwardEvent.from] == .recovering ? balance.awarded : balance.outstanding
    let amount = try amount(of: event, atMost: limit) { amount in
      Phrase(
        en: "\(amount) yuan are more than the \(limit) yuan that are to come back",
        zh: "\(amount) 元超过应追回余额 \(limit) 元"
      )
    }
    guard let repaid = try? balance.repaid.adding(amount) else {
      throw refusal("award-excess", Phrase(en: "it is too much to be counted", zh: "金额过大，无法计数"))
    }
    balance.bring(back: repaid)
    settle()
  }

  /// Takes in that what is outstanding is claimed no more: the decision fell, or it cannot be had.
  ///
  /// What another branch wrote as come back, or claimed no more as well, is not withdrawn any more.
  mutating func withdraw(_ event: Record, isWritten: Bool) throws(Diagnostic) {
    let limit =
      isWritten
      ? Money(fen: balance.demanded.fen + balance.withdrawn.fen) : balance.withdrawable
    let amount = try amount(of: event, atMost: limit) { amount in
      Phrase(
        en: "\(amount) yuan are more than the \(limit) yuan that are still claimed back",
        zh: "\(amount) 元超过尚在追回的 \(limit) 元"
      )
    }
    let withdrawn = min(amount, balance.withdrawable)
    guard withdrawn > .zero else { return }
    balance.withdraw(withdrawn)
    if balance.demanded > .zero {
      settle()
    } else if balance.paid > .zero {
      state = balance.open == .zero ? .paid : .partlyPaid
    }
  }

  /// The amount of an event, which must be something and not above a limit.
  private func amount(
    of event: Record,
    atMost limit: Money,
    _ excess: (Money) -> Phrase
  ) throws(Diagnostic) -> Money {
    guard let amount = event[AwardEvent.amountFen], amount > .zero else {
      throw refusal(
        "award-amount",
        Phrase(en: "there is no amount above zero", zh: "金额须大于零")
      )
    }
    guard amount <= limit else { throw refusal("award-excess", excess(amount)) }
    return amount
  }
}
