import Bilingual
import Ledger
import Portfolio

/// What there is to share in a year, and how it comes to that.
struct YearBudget {
  /// A year's account: what was there, what was paid, what is left.
  struct Account {
    let year: Int
    let amount: Money
    let carried: Int128
    let payouts: [Payout]
    let paid: Int128
    let left: Int128

    init(_ year: Int, _ amount: Money, carried: Int128 = 0, _ payouts: [Payout]) {
      self.year = year
      self.amount = amount
      self.carried = carried
      self.payouts = payouts
      paid = payouts.reduce(0) { $0 + Int128($1.amount.fen) }
      left = max(0, Int128(amount.fen) + carried - paid)
    }

    var words: Phrase {
      let carry = carried > 0 ? " + \(YearBudget.text(carried))" : ""
      let sum = YearBudget.text(left)
      return Phrase(
        en: "\(year): \(amount)" + carry + (paid > 0 ? " - \(YearBudget.text(paid)) paid" : "")
          + " = \(sum)",
        zh: "\(year) 年 \(amount)" + carry
          + (paid > 0 ? " - 已支付 \(YearBudget.text(paid))" : "") + " = \(sum)"
      )
    }
  }

  /// What later years spent of what a year left to them.
  struct Excess {
    var fen: Int128 = 0

    var words: Phrase {
      let sum = YearBudget.text(fen)
      return Phrase(en: "later years spent \(sum) of it", zh: "以后年度已用其中 \(sum)")
    }
  }

  /// What is shared, in whole units but for what later years left of it.
  let whole: Int128
  /// How it comes to that, to stand behind a reason; empty where it is the amount of the clause.
  let proof: Phrase
  /// The awards that were counted, as long as they are few enough to be read.
  let inputs: [Input]

  /// The most awards that a step names.
  private static let most = 20

  /// Reckons what is there.
  ///
  /// - Parameters:
  ///   - account: The account of the year.
  ///   - earlier: Those of the years before, from which it took something over.
  ///   - later: What the years behind it took over from it and spent.
  ///   - unit: What is shared in whole.
  init(
    _ account: Account,
    after earlier: [Account] = [],
    before later: Excess = Excess(),
    unit: Money
  ) {
    let units = account.left - account.left % Int128(unit.fen)
    whole = max(0, min(units, account.left - later.fen))
    // Years of which nothing was left prove nothing.
    let start = (earlier.lastIndex { $0.left == 0 } ?? -1) + 1
    let accounts = earlier[start...] + [account]
    // What later years spent is no input: awards that were sealed before do not change with it.
    let payouts = accounts.flatMap(\.payouts)
    inputs = payouts.count > Self.most ? [] : payouts.map(\.input)
    guard whole != Int128(account.amount.fen) || !payouts.isEmpty || later.fen > 0 else {
      proof = Phrase(en: "", zh: "")
      return
    }
    let words = accounts.map(\.words) + (later.fen > 0 ? [later.words] : [])
    let isCut = units != account.left && whole == units
    proof = Phrase(
      en: "; \(words.map(\.en).joined(separator: "; "))"
        + (isCut ? ", in whole units of \(unit): \(Self.text(whole))" : ""),
      zh: "；\(words.map(\.zh).joined(separator: "；"))"
        + (isCut ? "，按 \(unit) 元取整为 \(Self.text(whole))" : "")
    )
  }

  static func text(_ fen: Int128) -> String {
    Int64(exactly: fen).map { Money(fen: $0).description } ?? "\(fen / 100)"
  }
}
