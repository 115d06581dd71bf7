import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A sum that is shared pro rata where it does not suffice.
struct Pot: Operation {
  static let amount = Parameter(
    "amount",
    .money,
    Phrase(en: "What may be spent in a year.", zh: "年度预算金额。")
  )
  static let unit = Parameter(
    "unit",
    .money,
    default: .string("0.01元"),
    Phrase(
      en: "The unit that shares are whole numbers of; what is less than a unit stays in the pot.",
      zh: "分配的取整单位；不足一个单位的留在预算中。"
    )
  )
  enum Sharing: String, CaseIterable, Sendable {
    case proRata, order
  }
  enum Unspent: String, CaseIterable, Sendable {
    case lapse, carry
  }

  static let sharing = Parameter(
    "sharing",
    .word("sharing", Sharing.proRata),
    default: .string(Sharing.proRata.rawValue),
    Phrase(
      en:
        "How a pot that does not suffice is shared: pro rata, or in the order that a priority clause "
        + "before it sets, else by the day and id of the facts, until it is empty (order): the last one "
        + "gets whole units of what is left, and those that an open claim may displace wait for it.",
      zh: "不足时的分配：按比例（proRata），或按前置 priority 条款的次序、否则按事实的日期和编号先后用尽为止（order），"
        + "最后一项按整单位得余额，在先的待查或待定项可能挤占者等待。"
    )
  )
  static let unspent = Parameter(
    "unspent",
    .word("unspent", Unspent.lapse),
    default: .string(Unspent.lapse.rawValue),
    Phrase(
      en:
        "Whether what earlier years did not spend of this pot lapses or is added (carry), from year to "
        + "year: from the first of which a payout is on record, as long as the policy held in its days. "
        + "Without any on record nothing is added. What later years have spent of it is not there for "
        + "claims that are found late.",
      zh: "以往年度未用完的预算：不结转（lapse）或逐年结转（carry），自有奖励记录的首个年度起、政策在各轮期间有效的年度累计；"
        + "没有任何奖励记录的不结转。以后年度已用去的结转金额，不再用于补录的申领项。"
    )
  )
  static let declaration = OperationDeclaration(
    "pot",
    .budget,
    Phrase(
      en:
        "Shares a year's budget in whole units; what is less than a unit is set aside first. Where the "
        + "claims exceed it, each gets budget ÷ total × its amount, rounded down to the unit; the units "
        + "left over go one each to the largest remainders, equal ones by the claim's id, never above a "
        + "claim. What this policy already paid for the same year counts first, where the clause names "
        + "others only what came from them; so does what a version paid that held within the year, but not "
        + "what an ended one pays late out of a pot of its own. What is open takes no share. Awards that were published keep "
        + "theirs; claims found later share what is left.",
      zh: "年度预算：申领总额超出的，按“预算÷总额×金额”分配并向下取整，余下单位依余数由大到小逐一分配，"
        + "余数相同按申领项编号；不超过申领额；预算先舍去不足一个单位的部分。"
        + "本政策同年度已支付的先行扣除（指明条款的，只计其奖励），年内有效的被替代版本所支付的计入，"
        + "已失效版本从其自有预算补付的不计；待查、待定的不计。"
        + "已公示的奖励份额不变，其后发现的申领项分配余额。"
    ),
    parameters: [
      amount.definition, unit.definition, sharing.definition, unspent.definition,
    ],
    example: #"{"amount":"50万元"}"#,
    Phrase(
      en: "With 500,000 yuan for claims of 1,000,000, a claim of 100,000 gets 50,000.",
      zh: "预算 50 万元、总额 100 万元时，10 万元的申领得 5 万元。"
    )
  )

  let amount: Money
  let unit: Money
  private let sharing: Sharing
  let unspent: Unspent

  init(_ arguments: inout Arguments) {
    amount = arguments.required(Self.amount)
    unit = arguments.required(Self.unit)
    sharing = arguments.required(Self.sharing)
    unspent = arguments.required(Self.unspent)
  }

  var remembers: Bool { unspent == .carry }

  var weighing: Weighing { isInOrder ? .leavesOut : .shares }

  /// Whether it pays one claim after the other until it is empty.
  var isInOrder: Bool { sharing == .order }

  func apply(to work: inout Work) throws(Diagnostic) {
    var indices = work.scope
    if indices.contains(where: { work.claims[$0].isCommendation }) {
      for index in indices where work.claims[index].isCommendation {
        work.record(index, .notApplicable, Reason.noMoney)
      }
      indices.removeAll { work.claims[$0].isCommendation }
    }
    let budget = try budget(work)
    let pot = budget.whole
    guard sharing == .proRata else {
      fill(budget, &work)
      return
    }
    let total = indices.reduce(Int128(0)) { $0 + Int128(work.claims[$1].worth.fen) }
    let sums = (total: YearBudget.text(total), pot: YearBudget.text(pot))
    guard total > pot else {
      let reason = Phrase(
        en: "\(sums.total) yuan are claimed of a budget of \(sums.pot) yuan\(budget.proof.en)",
        zh: "申领总额 \(sums.total) 元，未超预算 \(sums.pot) 元\(budget.proof.zh)"
      )
      for index in indices { work.record(index, .passed, inputs: budget.inputs, reason) }
      return
    }
    let shares = Shares(
      of: pot,
      among: indices.map { work.claims[$0].worth },
      total: total,
      unit: Int128(unit.fen)
    ) {
      work.claims[indices[$0]]
    }
    var said = LastSaid<Money>()
    var saidRaised = LastSaid<Money>()
    for (place, index) in indices.enumerated() {
      let worth = work.claims[index].worth
      let isRaised = shares.isRaised[place]
      func reason() -> Phrase {
        Phrase(
          en: "\(sums.pot) ÷ \(sums.total) × \(worth) yuan, rounded down to \(unit) yuan"
            + (isRaised ? ", plus one unit of the remainder" : "") + budget.proof.en,
          zh: "\(sums.pot) ÷ \(sums.total) × \(worth) 元，向下取整到 \(unit) 元"
            + (isRaised ? "，另分得余数一个单位" : "") + budget.proof.zh
        )
      }
      work.reduce(
        index,
        to: shares[place],
        inputs: budget.inputs,
        isRaised ? saidRaised(worth, reason()) : said(worth, reason())
      )
    }
  }

  /// Pays claim after claim until the pot is empty; the rest is left over.
  private func fill(_ budget: YearBudget, _ work: inout Work) {
    work.leaveOverPaid()
    // What is left if no open claim gets anything, and if each gets all that it may come to.
    var most = budget.whole
    var least = budget.whole
    var rival: Int?
    for index in work.ranking() {
      let claim = work.claims[index]
      guard claim.competes else { continue }
      let worth = Int128(claim.worth.fen)
      guard claim.outcome == .eligible else {
        rival = rival ?? index
        _ = take(Int128(claim.ceiling.fen), from: &least)
        continue
      }
      let before = YearBudget.text(most)
      let share = take(worth, from: &most)
      if share != take(worth, from: &least), let rival {
        work.hold(index, behind: rival)
      } else if share == worth {
        work.record(
          index,
          .passed,
          inputs: budget.inputs,
          Phrase(
            en: "\(before) yuan are left in the budget\(budget.proof.en)",
            zh: "预算尚余 \(before) 元\(budget.proof.zh)"
          )
        )
      } else {
        work.reduce(
          index,
          to: Money(fen: Int64(share)),
          inputs: budget.inputs,
          Phrase(
            en: "only \(before) yuan are left in the budget\(budget.proof.en)",
            zh: "预算仅余 \(before) 元\(budget.proof.zh)"
          )
        )
        if share == 0 { work.claims[index].isLeftOver = true }
      }
    }
  }

  /// Takes an amount from a pot; one that does not suffice gives its whole units and is empty.
  private func take(_ amount: Int128, from pot: inout Int128) -> Int128 {
    guard amount > pot else {
      pot -= amount
      return amount
    }
    defer { pot = 0 }
    return pot - pot % Int128(unit.fen)
  }

  /// What there is for the round.
  private func budget(_ work: Work) throws(Diagnostic) -> YearBudget {
    let earlier = accounts(work)
    let carried = earlier.last?.left ?? 0
    guard Int64(exactly: Int128(amount.fen) + carried) != nil else { throw work.rule.overflow }
    let now = YearBudget.Account(
      work.context.year,
      amount,
      carried: carried,
      work.spentPayouts()
    )
    return YearBudget(now, after: earlier, before: excess(work), unit: unit)
  }

  /// What later years spent beyond their own amounts, which they took over; nothing where the pot lapses.
  private func excess(_ work: Work) -> YearBudget.Excess {
    let context = work.context
    guard unspent == .carry else { return YearBudget.Excess() }
    let later = context.evidence.allPayouts.filter { work.burdensLater($0) }
    guard let last = later.map(\.year).max() else { return YearBudget.Excess() }
    var fen: Int128 = 0
    for year in ((context.year + 1)...last).reversed() {
      guard context.rules.isInForce(within: context.rules.window.days(ofRound: year)) else {
        // Over a year in which the policy did not hold nothing is carried.
        fen = 0
        continue
      }
      let spent = later.filter { $0.year == year }.reduce(fen) { $0 + Int128($1.amount.fen) }
      fen = max(0, spent - Int128(amount.fen))
    }
    return fen > 0 ? YearBudget.Excess(fen: fen) : YearBudget.Excess()
  }

  /// The years before, each with what it took over itself; none where the pot lapses.
  private func accounts(_ work: Work) -> [YearBudget.Account] {
    let context = work.context
    guard unspent == .carry else { return [] }
    let paid = Dictionary(
      grouping: context.evidence.allPayouts.filter { $0.year < context.year && work.burdens($0) },
      by: \.year
    )
    guard let first = paid.keys.min() else { return [] }
    var accounts: [YearBudget.Account] = []
    for year in first..<context.year {
      guard context.rules.isInForce(within: context.rules.window.days(ofRound: year)) else {
        accounts = []
        continue
      }
      let carried = accounts.last?.left ?? 0
      accounts.append(YearBudget.Account(year, amount, carried: carried, paid[year] ?? []))
    }
    return accounts
  }
}
