import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A share of what other clauses pay in the round, for a department's work.
struct PercentOfTotal: Valuation {
  static let of = Parameter(
    "of",
    .several(.text),
    Phrase(
      en: "The numbers of the clauses or articles whose payouts are summed up.",
      zh: "计入合计的条款号。"
    )
  )
  static let rate = Parameter("rate", .rate, Phrase(en: "The share.", zh: "比例。"))
  static let recipient = Parameter(
    "recipient",
    .text,
    Phrase(en: "Who gets it: the id of its record, a department's.", zh: "领取单位（部门）的记录编号。")
  )
  static let declaration = OperationDeclaration(
    "percentOfTotal",
    .schedule,
    Phrase(
      en:
        "Pays a department a share of what some clauses pay in the round, one for each round, when all "
        + "others have had their say, also those about who is paid; what other departments get does not "
        + "count. Only clauses about the payment that name it in 'for' govern it, rules kept as text that name "
        + "it, and those that tell the procedure; others cannot name it. Its claim is named by the clause and the year. What was sealed stays: where the others "
        + "get more since, what is missing is a claim of its own, with its number behind the year.",
      zh: "按本轮若干条款最终奖励合计的一定比例拨付部门工作经费，每轮一笔，申领项以条款和年度为名；在其他条款（含确定领取人的条款）之后计算，"
        + "不含其他部门的经费；仅受“for”中列明它的支付条款、保留原文的规则和关于办理程序的条款约束，其他条款不得列明。"
        + "已封存的不变；其后奖励合计增加的，差额另成一项申领，于年度后加序号。"
    ),
    parameters: [
      of.definition, rate.definition, recipient.definition, Measure.rounding.definition,
    ],
    example:
      #"{"of":["第六条"],"rate":"10%","recipient":"dept-market","rounding":{"unit":"1元","direction":"down"}}"#,
    Phrase(
      en: "The market office gets a tenth of the awards of article 6.",
      zh: "按第六条奖励总额的 10% 拨付市场监管局。"
    )
  )

  let selection: Selection
  let named: [String]
  let recipient: RecordID
  var payees: [(path: [PathStep], id: RecordID)] {
    [([.key(Self.recipient.definition.name)], recipient)]
  }
  private let rate: Rate
  private let rounding: Rounding?

  init(_ arguments: inout Arguments) {
    named = arguments.required(Self.of)
    rate = arguments.required(Self.rate)
    recipient = RecordID(arguments.required(Self.recipient))
    rounding = arguments.optional(Measure.rounding)
    selection = Selection(all: .round)
  }

  var turn: Int { 3 }

  func apply(to work: inout Work) throws(Diagnostic) {
    let places = work.context.rules.values.map { value in
      !(value.operation is PercentOfTotal) && named.contains { Rule.covers($0, value.number) }
    }
    let paid = work.claims.filter { places[$0.place] }
    let sum = paid.reduce(Int128(0)) { $0 + Int128($1.amount.fen) }
    guard let fen = Int64(exactly: sum) else { throw work.rule.overflow }
    let total = Money(fen: fen)
    let share = try work.exactly { () throws(Money.Overflow) in
      try rate.share(of: total, rounding)
    }
    // What is left of the share behind what was sealed of it.
    var left = share ?? rate.floor(of: total)
    var rest: [Int] = []
    for index in work.scope {
      guard let sealed = work.context.evidence.sealed(work.claims[index])?.awarded, sealed > .zero,
        sealed <= left
      else {
        rest.append(index)
        continue
      }
      left = Money(fen: left.fen - sealed.fen)
      work.conclude(index, .worth(sealed, [], reason(total)))
    }
    // What came back waits for people; what the whole grew by since does not.
    for index in work.governed {
      guard let award = work.context.evidence.recovered[work.claims[index].id],
        let amount = work.context.evidence.award(award)?[Award.amountFen]
      else { continue }
      left = Money(fen: max(0, left.fen - amount.fen))
    }
    for index in rest {
      let claim = work.claims[index]
      if let open = paid.first(where: \.isOpen), let rival = work.index(of: open) {
        work.hold(index, behind: rival)
      } else if share == nil {
        work.settle(index, .undecided(Reason.inexact))
      } else if left > .zero {
        work.conclude(index, .worth(left, [], reason(total)))
        left = .zero
      } else if claim.instance == 1 {
        work.conclude(index, .nothing([], reason(total)))
      } else {
        work.dismiss(index, Phrase(en: "the share was paid", zh: "应拨经费已拨付"))
      }
    }
  }

  private func reason(_ total: Money) -> Phrase {
    Phrase(
      en: "\(rate) of \(total) yuan paid by \(named.joined(separator: ", "))",
      zh: "\(named.joined(separator: "、"))奖励合计 \(total) 元的 \(rate)"
    )
  }
}

extension FactKind {
  /// The round itself, of which each policy has one a year; its record is the policy.
  static let round = FactKind(
    name: "round",
    label: Phrase(en: "round of awards", zh: "年度奖励"),
    schema: Policy.schema,
    date: Policy.inForceFrom,
    recipient: Recipient(definition: Clause.arguments.definition, isSingle: false) { _ in
      nil
    } values: { _ in
      []
    },
    object: Object(field: "id") { _ in nil },
    attributes: [],
    happening: .always
  )
}
