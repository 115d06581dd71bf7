import Bilingual
import Ledger
import Portfolio

extension AwardLife {
  /// Ends an award of which nothing is paid; of another what is open, so that what was paid remains.
  mutating func void(_ event: Record) throws(Diagnostic) {
    guard !payments.isEmpty, event.has(AwardEvent.amountFen.definition) else {
      // On the branch that made it void nothing was paid.
      annulling = event
      if balance.paid == .zero { state = .void }
      return
    }
    let open = balance.open
    if event[AwardEvent.amountFen] == open {
      voidParts.formUnion(unpaidParts)
      balance.waived = Money(fen: balance.waived.fen + open.fen)
    } else {
      try voidAsOfBranch(event)
    }
    waiver = event
    refit()
    if balance.paid == .zero {
      guard balance.open == .zero else { return }
      annulling = event
      state = .void
    } else if balance.open == .zero, state == .partlyPaid || state == .failed {
      // Nothing of it is with anybody where all that was paid came back before.
      state = balance.kept == .zero ? .recovered : .paid
    }
  }

  /// Makes void what was open on the branch of an event, whatever the other branch did with it.
  private mutating func voidAsOfBranch(_ event: Record) throws(Diagnostic) {
    guard
      isOfBranch(event) || payments.contains(where: \.hasFailed) || balance.waived > .zero
        || payments.count > 1, let amount = event[AwardEvent.amountFen], amount > .zero,
      amount <= balance.awarded
    else { throw notOpen() }
    guard !parts.isEmpty else {
      // It was the award less what its branch had paid.
      let paid = payments.map(\.amount)
      guard Self.choice(of: paid, addingUpTo: balance.awarded.fen - amount.fen) != nil else {
        throw notOpen()
      }
      balance.waived = max(balance.waived, amount)
      return
    }
    // Each branch left open what was never paid; of the rest what was paid last.
    let touched = Set(payments.map(\.part)).union(voidParts)
    let open = parts.indices.map { $0 + 1 }.filter { !touched.contains($0) }
    let failed = unpaidParts.filter(touched.contains)
    let paid = payments.reversed().filter { !$0.hasFailed && $0.surplus == nil }.map(\.part)
    let rest = voidParts.sorted() + failed + paid.filter { !voidParts.contains($0) }
    let left = open.reduce(amount.fen) { $0 - parts[$1 - 1].amount.fen }
    guard let chosen = Self.choice(of: rest.map { parts[$0 - 1].amount }, addingUpTo: left) else {
      throw notOpen()
    }
    voidParts.formUnion(open + chosen.map { rest[$0] })
    balance.waived = Money(fen: voidParts.reduce(0) { $0 + parts[$1 - 1].amount.fen })
  }

  /// The places of the first amounts that add up to a sum; `nil` where none do.
  private static func choice(of amounts: [Money], addingUpTo sum: Int64) -> [Int]? {
    guard sum > 0 else { return sum == 0 ? [] : nil }
    // An award has few parts, and no hand may make the choice a long one.
    let amounts = amounts.prefix(16).map(\.fen)
    func choose(from place: Int, _ sum: Int64) -> [Int]? {
      guard sum > 0, place < amounts.count else { return sum == 0 ? [] : nil }
      return choose(from: place + 1, sum - amounts[place]).map { [place] + $0 }
        ?? choose(from: place + 1, sum)
    }
    return choose(from: 0, sum)
  }

  private func notOpen() -> Diagnostic {
    refusal(
      "award-amount",
      Phrase(
        en: "\(balance.open) yuan are open; they are made void as a whole",
        zh: "未支付的为 \(balance.open) 元，须整笔作废"
      )
    )
  }
}
