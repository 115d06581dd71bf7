import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A sum that is shared by scores.
struct ScoreSplit: Operation {
  static let amount = Parameter("amount", .money, Phrase(en: "The sum.", zh: "总额。"))
  static let minimum = Parameter(
    optional: "minimum",
    .score,
    Phrase(en: "The least score that takes part.", zh: "参与分配的最低分（含本数）。")
  )
  static let declaration = OperationDeclaration(
    "scoreSplit",
    .budget,
    Phrase(
      en:
        "Shares a sum by the scores of the applications, whatever the claims were worth before: score ÷ "
        + "sum of scores × sum, rounded down to the fen; the fen left over go one each to the largest "
        + "remainders, equal ones by the claim's id. All wait for a claim whose score is missing, and for an "
        + "open one that takes part if it is granted; one that gets no fen is not eligible. One score counts "
        + "once: claims that share an application are undecided until it names the fact and the clause. The caps of "
        + "the policy hold for the shares; what they cut off is not shared again. What this policy already "
        + "paid for the same year counts first, but not what an ended version pays late out of a sum of its "
        + "own. Awards that were published keep theirs; claims found later "
        + "share what is left.",
      zh: "按申报评分分配总额（不论此前计价）：得分÷总分×总额，向下取整到分，余分依余数由大到小逐一分配，"
        + "余数相同按申领项编号；有评分缺失或待查、待定而可能参与分配的，均等待；不足一分的不符合。"
        + "一份评分只计一次：多项共用一份申报记录的，注明事实和条款前均待定。"
        + "各项封顶适用于分得金额，超出部分不再分配。"
        + "本政策同年度已支付的先行扣除，已失效版本从其自有总额补付的不计；已公示的奖励份额不变，其后发现的申领项分配余额。"
    ),
    parameters: [amount.definition, minimum.definition],
    example: #"{"amount":"100万元","minimum":60}"#,
    Phrase(
      en: "1,000,000 yuan among those with 60 points or more, by points.",
      zh: "60 分以上的按得分分配 100 万元。"
    )
  )

  private let amount: Money
  private let minimum: Int64

  init(_ arguments: inout Arguments) {
    amount = arguments.required(Self.amount)
    minimum = arguments.optional(Self.minimum)?.scaled(to: 9) ?? 0
  }

  var weighing: Weighing { .leavesOut }

  func apply(to work: inout Work) throws(Diagnostic) {
    let context = work.context
    let shared = work.sharing(among: work.governed.filter { work.claims[$0].competes }) { claim in
      context.applications(for: claim).first { $0[Application.score] != nil }
    }
    var scored: [(index: Int, score: Int64, input: Input)] = []
    for index in work.scope where !work.claims[index].isCommendation {
      let (score, input) = work.context.score(work.claims[index])
      guard let score else {
        work.settle(index, .unknown([input.missing]))
        continue
      }
      guard score >= minimum, score > 0 else {
        work.reduce(
          index,
          to: .zero,
          inputs: [input],
          Phrase(en: "below the least score", zh: "低于最低分")
        )
        continue
      }
      if let application = shared[index] {
        work.settle(index, .undecided(application.reason(Phrase(en: "the score", zh: "评分"))))
        continue
      }
      scored.append((index, score, input))
    }
    if let rival = work.governed.first(where: { mayShare(work.claims[$0], work.context) }) {
      for entry in scored { work.hold(entry.index, behind: rival) }
      return
    }
    let weights = scored.map { Int128($0.score) }
    let ids = scored.map { work.claims[$0.index].id }
    let budget = YearBudget(
      YearBudget.Account(context.year, amount, work.spentPayouts()),
      unit: Money(fen: 1)
    )
    let shares = Apportionment.shares(of: budget.whole, by: weights, ids: ids)
    let all = weights.reduce(0, +)
    let sums = (points: Self.points(all), fen: YearBudget.text(budget.whole))
    for (entry, share) in zip(scored, shares) {
      let worth = Money(fen: Int64(share))
      let isRaised = share > budget.whole * Int128(entry.score) / all
      let points = Self.points(Int128(entry.score))
      let reason = Phrase(
        en: "\(points) of \(sums.points) points × \(sums.fen) yuan, rounded down to the fen"
          + (isRaised ? ", plus one fen of the remainder" : "") + budget.proof.en,
        zh: "总分 \(sums.points) 中的 \(points) 分 × \(sums.fen) 元，向下取整到分"
          + (isRaised ? "，另分得余数一分" : "") + budget.proof.zh
      )
      let inputs = [entry.input] + budget.inputs
      work.record(entry.index, worth > .zero ? .applied : .failed, inputs: inputs, reason) {
        $0.worth = worth
        if worth <= .zero { $0.lower(to: .notEligible) }
      }
    }
  }

  /// Points that are counted in billionths.
  private static func points(_ billionths: Int128) -> String {
    Int64(exactly: billionths).map { DecimalNumber(units: $0, decimals: 9).description }
      ?? "\(billionths / 1_000_000_000)"
  }

  /// Whether a claim that is open takes part if it is granted.
  private func mayShare(_ claim: Claim, _ context: Context) -> Bool {
    guard claim.isOpen, claim.competes else { return false }
    return context.score(claim).value.map { $0 >= minimum && $0 > 0 } ?? true
  }
}

/// Dividing a whole into whole parts by weight.
enum Apportionment {
  /// Rounds every part down; what is left goes one each to the largest remainders, then by id.
  static func shares(of whole: Int128, by weights: [Int128], ids: [String]) -> [Int128] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var shares = weights.map { whole * $0 / sum }
    let remainders = weights.map { whole * $0 % sum }
    let order = weights.indices.sorted { a, b in
      remainders[a] == remainders[b]
        ? RecordID(ids[a]) < RecordID(ids[b]) : remainders[a] > remainders[b]
    }
    for index in order.prefix(Int(whole - shares.reduce(0, +))) { shares[index] += 1 }
    return shares
  }
}

extension ArgumentType<DecimalNumber> {
  /// Points.
  static var score: Self {
    ArgumentType(
      name: "score",
      expectation: Phrase(en: "points such as 60 or 82.5", zh: "分数，例如 60、82.5"),
      placeholder: DecimalNumber(units: 0),
      read: { json, _, _ in
        DecimalNumber(json.text.span.text).flatMap { $0.units >= 0 ? $0 : nil }
      }
    )
  }
}
