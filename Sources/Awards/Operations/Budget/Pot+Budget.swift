import Bilingual
import Ledger
import Portfolio

extension Pot {
  /// What a pot holds in a year, and how it comes to that.
  struct Budget {
    /// What is shared, in whole units.
    let whole: Int128
    /// How it comes to that, to stand behind a reason; empty where it is the amount of the clause.
    let proof: Phrase
    /// The awards that were counted, as long as they are few enough to be read.
    let inputs: [Input]
  }

  /// A year's account: what was there, what was paid, what is left.
  private struct Account {
    let year: Int
    let carried: Int128
    let payments: [Payment]
    let left: Int128

    init(_ year: Int, _ amount: Money, carried: Int128, _ payments: [Payment]) {
      self.year = year
      self.carried = carried
      self.payments = payments
      let paid = payments.reduce(Int128(0)) { $0 + Int128($1.amount.fen) }
      left = max(0, Int128(amount.fen) + carried - paid)
    }

    func words(_ amount: Money) -> Phrase {
      let paid = payments.reduce(Int128(0)) { $0 + Int128($1.amount.fen) }
      let carry = carried > 0 ? " + \(Pot.text(carried))" : ""
      return Phrase(
        en: "\(year): \(amount)" + carry + (paid > 0 ? " - \(Pot.text(paid)) paid" : "")
          + " = \(Pot.text(left))",
        zh: "\(year) 年 \(amount)" + carry + (paid > 0 ? " - 已支付 \(Pot.text(paid))" : "")
          + " = \(Pot.text(left))"
      )
    }
  }

  /// The most awards that a step names.
  private static let most = 20

  /// Reckons what is there for the round.
  func budget(_ work: Work) throws(Diagnostic) -> Budget {
    let earlier = try accounts(work)
    let now = Account(
      work.context.year,
      amount,
      carried: earlier.last?.left ?? 0,
      work.spentPayments()
    )
    let whole = now.left - now.left % Int128(unit.fen)
    // Years of which nothing was left prove nothing.
    let used = earlier.suffix(from: (earlier.lastIndex { $0.left == 0 } ?? -1) + 1) + [now]
    let payments = used.flatMap(\.payments)
    let isPlain = whole == Int128(amount.fen) && payments.isEmpty
    let words = used.map { $0.words(amount) }
    let rest = now.left - whole
    return Budget(
      whole: whole,
      proof: isPlain
        ? Phrase(en: "", zh: "")
        : Phrase(
          en: "; \(words.map(\.en).joined(separator: "; "))"
            + (rest > 0 ? ", whole units of \(unit): \(Self.text(whole))" : ""),
          zh: "；\(words.map(\.zh).joined(separator: "；"))"
            + (rest > 0 ? "，按 \(unit) 元取整为 \(Self.text(whole))" : "")
        ),
      inputs: payments.count > Self.most ? [] : payments.map(\.input)
    )
  }

  /// The years before, each with what it took over itself; none where the pot lapses.
  private func accounts(_ work: Work) throws(Diagnostic) -> [Account] {
    let context = work.context
    guard unspent == .carry else { return [] }
    let paid = Dictionary(
      grouping: context.evidence.allPayments.filter { $0.year < context.year && work.burdens($0) },
      by: \.year
    )
    guard let first = paid.keys.min() else { return [] }
    var accounts: [Account] = []
    for year in first..<context.year {
      guard context.rules.isInForce(within: context.rules.window.days(ofRound: year)) else {
        accounts = []
        continue
      }
      accounts.append(
        Account(year, amount, carried: accounts.last?.left ?? 0, paid[year] ?? [])
      )
    }
    guard Int64(exactly: Int128(amount.fen) + (accounts.last?.left ?? 0)) != nil else {
      throw work.rule.overflow
    }
    return accounts
  }
}
