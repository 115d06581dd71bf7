import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio
import Presentation

/// `award payments`: what is due to be paid, for the finance office.
enum AwardPayments {
  /// By what the payments are added up.
  enum Grouping: String, CaseIterable {
    case payee
    case policy
    case clause
    case issuer

    var label: Phrase {
      switch self {
      case .payee: Phrase(en: "payee", zh: "收款人")
      case .policy: Phrase(en: "policy and year", zh: "政策与年度")
      case .clause: Phrase(en: "clause", zh: "条款")
      case .issuer: Phrase(en: "department", zh: "发文部门")
      }
    }
  }

  static let grouping = Option(
    "by",
    ValueKind(
      Phrase(en: "WHAT", zh: "维度"),
      choices: Grouping.allCases.map { Choice($0, $0.rawValue, $0.label) }
    ),
    help: Phrase(en: "Add the payments up", zh: "按维度汇总")
  )
  static let all = Option(
    flag: "all",
    help: Phrase(
      en: "List what is approved and cannot be paid yet, too, with the reason",
      zh: "同时列出已批准但尚不能支付的，并说明原因"
    )
  )

  static let command = Command<World>(
    "payments",
    summary: Phrase(en: "List what is due to be paid, and to whom", zh: "生成待支付清单"),
    discussion: Phrase(
      en: """
        What is approved and may be paid on the day, by the very rules of 'award pay': parts, caps, budget \
        and bans are looked at. With the account on record (fields accountHolder, bank and account of the \
        enterprise) and the amount in capital numerals. It holds accounts: it is for the office, not for \
        the public.
        """,
      zh: """
        按 award pay 的同一规则列出当日可支付的已批准奖励（分期、上限、预算和禁止期均已核对），附登记的收款账户\
        （企业的 accountHolder、bank、account 字段）和大写金额。清单含账户信息，仅供内部使用。
        """
    ),
    examples: [
      Example(
        "brandledger award payments --year 2024 -o 待支付清单.csv",
        Phrase(en: "For a spreadsheet", zh: "输出表格")
      ),
      Example(
        "brandledger award payments --year 2024 --by payee",
        Phrase(en: "One line for each payee", zh: "按收款人汇总")
      ),
    ],
    options: AwardBatch.filters + [EntryOptions.day, grouping, all],
    rules: [.exclusive([grouping, all])]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let records = try AwardBatch.wanted(session, arguments, snapshot)
    let day = arguments[EntryOptions.day] ?? session.today
    let desk = try AwardDesk(snapshot, today: max(day, session.today))
    let entry = AwardEntry(day, by: session.author)
    let open = try records.flatMap { try desk.payables(of: $0, entry) }
    let sheet = try PaymentSheet(open, on: day, snapshot)
    if let grouping = arguments[grouping] {
      try session.show(sheet.sums(by: grouping))
    } else {
      try session.show(sheet.list(all: arguments[all]))
    }
    return nil
  }
}
