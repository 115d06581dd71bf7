import Awards
import Bilingual
import Ledger
import Portfolio
import Presentation

/// Payments that are due, as the finance office wants them.
struct PaymentSheet {
  private let open: [Payable]
  private let day: Day
  private let enterprises: Ledger.Table
  private let policies: Ledger.Table
  private let clauses: Ledger.Table

  private var due: [Payable] { open.filter { $0.hindrance == nil } }

  init(_ open: [Payable], on day: Day, _ snapshot: Snapshot) throws {
    self.open = open
    self.day = day
    enterprises = try snapshot.table(Enterprise.self)
    policies = try snapshot.table(Policy.self)
    clauses = try snapshot.table(Clause.self)
  }

  /// A line for each payment.
  func list(all: Bool) throws -> Presentation.Table {
    let rows = all ? open : due
    var columns = [
      Column("payee", Phrase(en: "payee", zh: "收款人"), overflow: .wrap),
      Column("accountHolder", Enterprise.accountHolder.definition.label, overflow: .wrap),
      Column("bank", Enterprise.bank.definition.label, overflow: .wrap),
      Column("account", Enterprise.account.definition.label, overflow: .keep),
      Column("amountFen", Phrase(en: "amount (CNY)", zh: "金额（元）"), .trailing),
      Column("capitals", Phrase(en: "in capital numerals", zh: "大写金额"), overflow: .wrap),
      Column("award", Phrase(en: "award", zh: "奖励"), overflow: .keep),
      Column("part", Phrase(en: "part", zh: "期次"), .trailing),
      Column("policy", Phrase(en: "policy", zh: "政策"), overflow: .wrap),
      Column("clause", Phrase(en: "clause", zh: "条款"), overflow: .keep),
    ]
    if all {
      columns.append(Column("reason", Phrase(en: "held back", zh: "暂不支付"), overflow: .wrap))
    }
    var table = Presentation.Table(title: title, columns: columns, notes: try notes(all: all))
    for row in rows {
      let enterprise = row.recipient.flatMap { enterprises[$0] }
      let award = row.life.award
      let holder = enterprise?[Enterprise.accountHolder] ?? enterprise?[Enterprise.name]
      var cells: [Cell] = [
        .text(name(row)),
        (holder ?? row.payee).map { .text($0) } ?? .empty,
        (enterprise?[Enterprise.bank]).map { .text($0) } ?? .empty,
        (enterprise?[Enterprise.account]).map { .text(Self.grouped($0)) } ?? .empty,
        .money(fen: row.amount.fen),
        .text(row.amount.capitals),
        .text(award.id.text),
        row.part.map { .integer(Int64($0)) } ?? .empty,
        .text(policyName(award)),
        .text(clauseNumber(award)),
      ]
      if all {
        cells.append(row.hindrance.map { .phrase($0.message, code: $0.name) } ?? .empty)
      }
      table.append(cells)
    }
    let total = try Money.sum(rows.map(\.amount))
    var footer = columns.map { _ in Cell.empty }
    footer[0] = .phrase(Phrase(en: "total", zh: "合计"), code: "total")
    footer[4] = .money(fen: total.fen)
    footer[5] = .text(total.capitals)
    table.setFooter(footer)
    return table
  }

  /// What is due, added up by payee, policy, clause or department.
  func sums(by grouping: AwardPayments.Grouping) throws -> Presentation.Table {
    var groups: [(label: String, amounts: [Money])] = []
    var places: [String: Int] = [:]
    for row in due {
      let (key, label) = key(row, grouping)
      if let place = places[key] {
        groups[place].amounts.append(row.amount)
      } else {
        places[key] = groups.count
        groups.append((label, [row.amount]))
      }
    }
    var table = Presentation.Table(
      title: title,
      columns: [
        Column(grouping.rawValue, grouping.label, overflow: .wrap),
        Column("payments", Phrase(en: "payments", zh: "笔数"), .trailing),
        Column("amountFen", Phrase(en: "amount (CNY)", zh: "金额（元）"), .trailing),
        Column("capitals", Phrase(en: "in capital numerals", zh: "大写金额"), overflow: .wrap),
      ],
      notes: try notes(all: false)
    )
    for group in groups {
      let sum = try Money.sum(group.amounts)
      table.append([
        .text(group.label), .integer(Int64(group.amounts.count)), .money(fen: sum.fen),
        .text(sum.capitals),
      ])
    }
    let total = try Money.sum(due.map(\.amount))
    table.setFooter([
      .phrase(Phrase(en: "total", zh: "合计"), code: "total"), .integer(Int64(due.count)),
      .money(fen: total.fen), .text(total.capitals),
    ])
    return table
  }

  private var title: Phrase {
    Phrase(en: "payments due on \(day)", zh: "待支付清单（\(day)）")
  }

  private func notes(all: Bool) throws -> [Phrase] {
    var notes: [Phrase] = []
    let held = open.filter { $0.hindrance != nil }
    if !held.isEmpty, !all {
      let sum = try Money.sum(held.map(\.amount))
      notes.append(
        Phrase(
          en:
            "not in it: \(held.count, of: "payment") of \(sum) yuan that cannot be made on that day; --all lists them",
          zh: "未含当日不能支付的 \(held.count) 笔、\(sum) 元，加 --all 列出"
        )
      )
    }
    let unknown = due.filter { row in
      row.recipient.flatMap { enterprises[$0]?[Enterprise.account] } == nil
    }
    if !unknown.isEmpty {
      notes.append(
        Phrase(
          en:
            "no account is on record for \(unknown.count, of: "payment"): 'brandledger set enterprise … bank=… account=…'",
          zh: "\(unknown.count) 笔没有登记收款账户：brandledger set enterprise … 开户行=… 账号=…"
        )
      )
    }
    return notes
  }

  /// What tells the groups apart, and how they are called.
  private func key(_ row: Payable, _ grouping: AwardPayments.Grouping) -> (String, label: String) {
    let award = row.life.award
    let policy = award[Award.policy].flatMap { policies[$0] }
    func alike(_ label: String) -> (String, label: String) { (label, label) }
    switch grouping {
    case .payee: return payee(row)
    case .policy: return alike(policyName(award) + (award[Award.year].map { " \($0)" } ?? ""))
    case .clause: return alike(award[Award.clause]?.text ?? "")
    case .issuer: return alike(policy?[Policy.issuer] ?? policyName(award))
    }
  }

  /// A payee without a record, such as a team, is that of the one who won.
  private func payee(_ row: Payable) -> (String, label: String) {
    if let recipient = row.recipient { return (recipient.text, name(row)) }
    let winner = row.life.award[Award.recipient]
    let of = winner.map { enterprises[$0]?[Enterprise.name] ?? $0.text } ?? ""
    return ("\(winner?.text ?? "")\n\(name(row))", of.isEmpty ? name(row) : "\(name(row))（\(of)）")
  }

  private func name(_ row: Payable) -> String {
    if let payee = row.payee { return payee }
    guard let recipient = row.recipient else { return "" }
    return enterprises[recipient]?[Enterprise.name] ?? recipient.text
  }

  private func policyName(_ award: Record) -> String {
    guard let policy = award[Award.policy] else { return "" }
    return policies[policy]?[Policy.name] ?? policy.text
  }

  private func clauseNumber(_ award: Record) -> String {
    guard let clause = award[Award.clause] else { return "" }
    return clauses[clause]?[Clause.number] ?? clause.text
  }

  /// A long number in groups of four: a spreadsheet would round it otherwise.
  private static func grouped(_ account: String) -> String {
    guard account.count > 12, account.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return account
    }
    var text = ""
    for (index, digit) in account.enumerated() {
      if index > 0, index.isMultiple(of: 4) { text += " " }
      text.append(digit)
    }
    return text
  }
}
