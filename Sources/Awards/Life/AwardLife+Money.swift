import Bilingual
import Ledger
import Portfolio

extension AwardLife {
  mutating func pay(_ event: Record, _ day: Day) throws(Diagnostic) {
    let amount = try amount(of: event, atMost: balance.open) { amount in
      Phrase(
        en: "\(amount) yuan are more than the \(balance.open) yuan that are open of "
          + "\(balance.awarded)",
        zh: "\(amount) 元超过未支付的 \(balance.open) 元（奖励 \(balance.awarded) 元）"
      )
    }
    let part = event[AwardEvent.part] ?? nextPart
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
    if !parts.isEmpty { try check(part, amount, event, day) }
    payments.append(AwardPayment(event: event.id, day: day, amount: amount, part: part))
    balance.paid = Money(fen: balance.paid.fen + amount.fen)
    state = balance.open == .zero ? .paid : .partlyPaid
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

  mutating func fail(_ event: Record) throws(Diagnostic) {
    let standing = payments.filter { !$0.hasFailed }
    guard let index = payments.firstIndex(where: { $0.event == event[AwardEvent.answers] }),
      !payments[index].hasFailed
    else {
      throw refusal(
        "award-which-payment",
        Phrase(en: "it is not clear which payment failed", zh: "未指明失败的支付"),
        help: Phrase(
          en: "paid: " + standing.map { "\($0.event) (\($0.amount))" }.joined(separator: ", "),
          zh: "已支付：" + standing.map { "\($0.event)（\($0.amount)）" }.joined(separator: "、")
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
    guard balance.paid.fen - amount.fen >= balance.demanded.fen else {
      throw refusal(
        "award-amount",
        Phrase(
          en:
            "\(balance.demanded) yuan of what was paid are claimed back: the payment went through",
          zh: "已支付金额中有 \(balance.demanded) 元决定追回，该笔支付并未失败"
        )
      )
    }
    payments[index].hasFailed = true
    balance.paid = Money(fen: balance.paid.fen - amount.fen)
    state = balance.paid == .zero ? stateUnpaid : .failed
  }

  mutating func recover(_ event: Record) throws(Diagnostic) {
    let limit = balance.recoverable
    let amount = try amount(of: event, atMost: limit) { amount in
      Phrase(
        en:
          "\(amount) yuan are more than the \(limit) yuan that were paid and not yet claimed back",
        zh: "\(amount) 元超过已支付且尚未决定追回的 \(limit) 元"
      )
    }
    balance.demanded = Money(fen: balance.demanded.fen + amount.fen)
    if let computed = event[AwardEvent.computedFen] {
      let excess = Money(fen: max(0, balance.awarded.fen - max(0, computed.fen)))
      balance.corrected = min(excess, Money(fen: balance.corrected.fen + amount.fen))
    }
    state = .recovering
  }

  /// Ends an award of which nothing is paid; of another what is open, so that what was paid remains.
  mutating func void(_ event: Record) throws(Diagnostic) {
    guard balance.paid > .zero else {
      annulling = event
      state = .void
      return
    }
    // On the branch that made it void nothing was paid.
    guard event.has(AwardEvent.amountFen.definition) else {
      annulling = event
      return
    }
    let open = balance.open
    guard event[AwardEvent.amountFen] == open else {
      throw refusal(
        "award-amount",
        Phrase(
          en: "\(open) yuan are open; they are made void as a whole",
          zh: "未支付的为 \(open) 元，须整笔作废"
        )
      )
    }
    voidParts.formUnion(unpaidParts)
    balance.waived = Money(fen: balance.waived.fen + open.fen)
    if state != .partlyRecovered { state = .paid }
  }

  mutating func repay(_ event: Record) throws(Diagnostic) {
    let limit = balance.outstanding
    let amount = try amount(of: event, atMost: limit) { amount in
      Phrase(
        en: "\(amount) yuan are more than the \(limit) yuan that are to come back",
        zh: "\(amount) 元超过应追回余额 \(limit) 元"
      )
    }
    balance.repaid = Money(fen: balance.repaid.fen + amount.fen)
    if balance.outstanding > .zero {
      state = .recovering
    } else {
      state = balance.kept == .zero ? .recovered : .partlyRecovered
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
