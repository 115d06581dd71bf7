import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What is missing where a fact is worth more than was paid for it.
extension Work {
  /// Divides the claims of which something was paid: what was sealed stays, what is missing is a claim of its own.
  ///
  /// Limits and budgets have had their say on the whole.
  mutating func supplement() {
    guard context.evidence.hasPayouts else { return }
    let later = context.laterPayouts()
    var supplements: [Int: [Claim]] = [:]
    for index in claims.indices {
      let awards = context.evidence.sealedParts(of: claims[index], in: context.year)
      guard awards.contains(where: { $0.payout.isPaidOut }) else { continue }
      let more = divide(index, awards.sorted { $0.number < $1.number }, later)
      if !more.isEmpty { supplements[index] = more }
    }
    guard !supplements.isEmpty else { return }
    claims = claims.indices.flatMap { [claims[$0]] + (supplements[$0] ?? []) }
  }

  /// Gives each award what stands of it, in their order, and the rest to a claim that is still to be sealed.
  private mutating func divide(
    _ index: Int,
    _ awards: [SealedPart],
    _ later: [RecordID: RecordID]
  ) -> [Claim] {
    let whole = claims[index]
    // What was paid to another is wrong as a whole.
    guard whole.outcome == .eligible, awards.allSatisfy({ $0.payout.recipient == whole.recipient })
    else { return [] }
    let (owed, left) = Self.divide(whole.amount, among: awards.map(\.payout.balance))
    var shares: [Int: Money] = [:]
    for (award, share) in zip(awards, owed) { shares[award.number] = share }
    // Whether what is coming back is due again is not known before it came back.
    let isOpen = left > .zero && !awards.contains { $0.payout.state == .recovering }
    let next = (1...).first { shares[$0] == nil } ?? 1
    if isOpen { shares[next] = left }
    let first = shares.removeValue(forKey: 1) ?? .zero
    let stored = awards.map { context.evidence.award($0.payout.id)?[Award.parts] }
    rule = context.rules.values[whole.place]
    let more = shares.sorted { $0.key < $1.key }.map { number, share in
      let sealed = awards.firstIndex { $0.number == number }
      return supplement(
        index,
        number,
        share,
        parts: sealed.map { whole.parts(as: stored[$0]) } ?? whole.parts(besides: stored),
        beside: awards,
        later
      )
    }
    guard first < whole.amount else { return more }
    let parts = awards.firstIndex { $0.number == 1 }.flatMap { whole.parts(as: stored[$0]) }
    reduce(
      index,
      to: first,
      Phrase(
        en:
          "\(first) of \(whole.amount) yuan stand as sealed; what is missing is a claim of its own",
        zh: "\(whole.amount) 元中 \(first) 元按已封存的有效，差额另成一项申领"
      )
    )
    if let parts { claims[index].parts = parts }
    claims[index].trimParts()
    return more
  }

  /// What awards are owed of an amount, and what is left: first all that was not made void, then what was.
  private static func divide(_ amount: Money, among balances: [AwardBalance]) -> (
    owed: [Money], left: Money
  ) {
    var left = amount
    func take(_ most: Money) -> Money {
      let share = min(left, most)
      left = Money(fen: left.fen - share.fen)
      return share
    }
    let firm = balances.map { take($0.firm) }
    let owed = zip(firm, balances).map { Money(fen: $0.fen + take($1.waived).fen) }
    return (owed, left)
  }

  /// A claim to what is missing, or to what was sealed of that.
  private mutating func supplement(
    _ index: Int,
    _ number: Int,
    _ amount: Money,
    parts: [Part]?,
    beside awards: [SealedPart],
    _ later: [RecordID: RecordID]
  ) -> Claim {
    let whole = claims[index]
    defer { claims[index] = whole }
    claims[index].instance = number
    let name = claims[index].id
    if let award = context.evidence.recovered[name] {
      leaveOut(index, recoveredAs: award)
      return claims[index]
    }
    let sealed = awards.filter { $0.number != number }.map(\.payout.id.text)
    reduce(
      index,
      to: amount,
      Phrase(
        en: "what is missing of \(whole.amount) yuan beside \(sealed.joined(separator: ", "))",
        zh: "合计 \(whole.amount) 元，除 \(sealed.joined(separator: "、")) 外的差额"
      )
    )
    if let parts {
      claims[index].parts = parts
    } else {
      settle(
        index,
        .undecided(
          Phrase(
            en: "its parts are others than those that were sealed",
            zh: "分期或分配与已封存的不同"
          )
        )
      )
    }
    let hold =
      context.hold(of: claims[index], later)
      ?? awards.first { $0.payout.balance.demanded > .zero || $0.payout.balance.waived > .zero }
      .map { .lowered($0.payout.id) }
    if !context.evidence.isTaken(name), let hold {
      leaveOut(index, hold)
      claims[index].held = hold
    }
    return claims[index]
  }
}

extension Work {
  /// Leaves out a claim whose award came back in full.
  mutating func leaveOut(_ index: Int, recoveredAs award: RecordID) {
    record(
      index,
      .failed,
      Phrase(
        en:
          "what was paid for it as \(award) came back in full; it is paid again only where it is "
          + "named",
        zh: "已支付的奖励（\(award)）已全额追回；须指明方可再次奖励"
      ),
      stage: .select
    ) { $0.lower(to: .notEligible) }
  }

  /// Leaves out a claim for which an award was entered by hand.
  mutating func leaveOut(_ index: Int, paidAs award: RecordID) {
    record(
      index,
      .failed,
      Phrase(
        en: "the same fact was paid under this clause as \(award), which was entered by hand",
        zh: "同一事实已依本条款支付（手工登记的 \(award)）"
      ),
      stage: .select
    ) { $0.lower(to: .notEligible) }
  }

  /// Leaves out a claim that would be paid and is left to people.
  mutating func leaveOut(_ index: Int, _ hold: Hold) {
    record(index, .failed, hold.reason, stage: .select) { $0.lower(to: .notEligible) }
  }
}

/// What was sealed of what a fact is worth: the first award for it, or one that tops it up.
struct SealedPart {
  let payout: Payout
  /// Which award for the fact it is, from 1.
  let number: Int
}

extension Evidence {
  /// The awards that were sealed here for a claim of a year, and those that topped it up.
  fileprivate func sealedParts(of claim: Claim, in year: Int) -> [SealedPart] {
    guard claim.roundYear == nil else { return [] }
    return payouts(forFact: claim.source.id).compactMap { payout in
      guard payout.policy == claim.policy, payout.year == year, payout.commit != nil,
        !payout.isForeign, payout.root == claim.id
      else { return nil }
      return SealedPart(payout: payout, number: payout.number)
    }
  }
}

extension Payout {
  /// Whether something was paid of it, so that it is not made void and sealed anew.
  fileprivate var isPaidOut: Bool {
    switch state {
    case .sealed, .published, .objected, .upheld, .approved, .void: false
    case .partlyPaid, .paid, .failed, .recovering, .partlyRecovered, .recovered: true
    }
  }
}

extension Claim {
  /// Its parts with the amounts of an award's; `nil` where those are others.
  fileprivate func parts(as stored: JSONValue?) -> [Part]? {
    amounts(stored).map { zip(parts, $0).map { $0.worth($1) } }
  }

  /// Its parts less those of awards; `nil` where one of those has others, or more in one.
  fileprivate func parts(besides stored: [JSONValue?]) -> [Part]? {
    var left = parts
    for value in stored {
      guard let amounts = amounts(value) else { return nil }
      for (index, amount) in amounts.enumerated() {
        guard left[index].amount >= amount else { return nil }
        left[index] = left[index].worth(Money(fen: left[index].amount.fen - amount.fen))
      }
    }
    return left
  }

  /// The amounts of an award's parts where those are this claim's in all else.
  private func amounts(_ stored: JSONValue?) -> [Money]? {
    let own = AwardPart.json(self).flatMap(AwardPart.read) ?? []
    let sealed = stored.flatMap(AwardPart.read) ?? []
    guard own.count == parts.count,
      own.map({ $0.worth(.zero) }) == sealed.map({ $0.worth(.zero) })
    else { return nil }
    return sealed.map(\.amount)
  }
}
