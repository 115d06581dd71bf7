import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only a number of claims.
struct Quota: Operation {
  static let maximum = Parameter(
    "maximum",
    .positive,
    Phrase(en: "How many claims are paid in a year.", zh: "每年奖励名额。")
  )
  static let declaration = OperationDeclaration(
    "quota",
    .budget,
    Phrase(
      en:
        "Pays a number of claims in a year, in the order that a priority clause before it sets, else by "
        + "the day and id of their facts. Payouts already made for the same year take places first. "
        + "What an ended version pays late out of a quota of its own takes none. Where an open claim stands "
        + "before others, those that it may displace wait for it.",
      zh: "每年仅奖励若干名额，按前置 priority 条款的次序，否则按事实的日期、编号；同年度已支付的先占名额，"
        + "已失效版本从其自有名额补付的不占。在先的申领项尚待查或待定的，可能被其挤出者等待。"
    ),
    parameters: [maximum.definition],
    example: #"{"maximum":10}"#,
    Phrase(en: "Ten awards a year.", zh: "每年 10 个名额。")
  )

  private let maximum: Int

  init(_ arguments: inout Arguments) {
    maximum = arguments.required(Self.maximum)
  }

  var weighing: Weighing { .leavesOut }

  func apply(to work: inout Work) throws(Diagnostic) {
    work.leaveOverPaid()
    // Who waits for an open claim keeps its place against those behind it: it or that claim takes it.
    var taken = work.spentPayouts().count
    var open = 0
    var rival: Int?
    for index in work.ranking() {
      let claim = work.claims[index]
      guard claim.competes else { continue }
      guard claim.outcome == .eligible else {
        open += 1
        rival = rival ?? index
        continue
      }
      guard taken < maximum else {
        work.reduce(
          index,
          to: .zero,
          Phrase(en: "beyond the \(maximum, of: "place") of the year", zh: "超出本年 \(maximum) 个名额")
        )
        work.claims[index].isLeftOver = true
        continue
      }
      taken += 1
      if taken + open > maximum, let rival {
        work.hold(index, behind: rival)
      } else {
        work.record(
          index,
          .passed,
          Phrase(en: "place \(taken) of \(maximum)", zh: "第 \(taken) 个名额（共 \(maximum) 个）")
        )
      }
    }
  }
}

extension Work {
  /// The governed claims in the order of budget clauses: as a priority set it, then by their facts.
  func ranking() -> [Int] {
    governed.sorted { i, j in
      for key in priorities {
        let (a, b) = (key[i] ?? .min, key[j] ?? .min)
        if a != b { return a > b }
      }
      let (a, b) = (claims[i].source, claims[j].source)
      if a.id == b.id { return i < j }
      return Fact.precedes(a, b)
    }
  }

  /// What was paid this year for what the rule is about and is no claim of this round: for facts that
  /// it no longer has, or under a policy that this one replaced within the year.
  func spentPayouts() -> [Payout] {
    context.evidence.allPayouts.filter { $0.year == context.year && burdens($0) }
  }

  /// Whether a payout came out of the budget that the rule shares.
  func burdens(_ payout: Payout) -> Bool {
    counts(payout, in: .policy) && isOfBudget(payout)
  }

  /// Whether a payout of a later year comes out of what this one leaves to the budget that the rule shares.
  func burdensLater(_ payout: Payout) -> Bool {
    payout.year > context.year && stands(payout, in: .policy) && isOfBudget(payout)
  }

  private func isOfBudget(_ payout: Payout) -> Bool {
    rule.counts(payout, context) && !context.hadOwnBudget(payout, like: rule)
  }
}
