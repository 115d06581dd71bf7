import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A figure that a clause reads from the ledger.
enum Figure: String, CaseIterable, Sendable {
  // Of the recipient in a year.
  case tax, retainedTax, sales, brandSales, research, exports, employees
  // Of the fact itself.
  case cost, interest, principal, recovered
  // Of the application for it.
  case invested, selfFunded
  // Of what the fact is about.
  case officialFees, paidByOthers

  /// The year whose figures are read.
  enum Year: String, CaseIterable, Sendable {
    case fact, before, round
  }

  static let year = Parameter(
    "year",
    .word("figure-year", Year.fact),
    default: .string(Year.fact.rawValue),
    Phrase(
      en: "Whose year's figures are read: that of the fact, the one before it, or the round's.",
      zh: "取哪一年的数据：事实当年（fact）、其上一年（before）或奖励年度（round）。"
    )
  )

  /// Whether facts of a kind can have it at all.
  func exists(for kind: FactKind) -> Bool {
    switch self {
    case .tax, .retainedTax, .sales, .brandSales, .research, .exports, .employees: true
    case .invested, .selfFunded, .paidByOthers: true
    case .cost, .interest, .principal, .recovered: field(of: kind) != nil
    // They are paid for marks and patents.
    case .officialFees:
      kind !== FactKind.recognition && kind.schema !== Loan.schema && kind !== FactKind.application
    }
  }

  /// Whether it is one of a recipient's year.
  var isOfYear: Bool { self == .employees || yearField != nil }

  /// Whether it stands in an application, where it is told once for all that is applied for.
  var isOfApplication: Bool { self == .invested || self == .selfFunded }

  /// Whether it counts money; otherwise heads.
  var isMoney: Bool { self != .employees }

  var label: Phrase {
    switch self {
    case .tax: EnterpriseYear.taxFen.definition.label
    case .retainedTax: EnterpriseYear.retainedTaxFen.definition.label
    case .sales: EnterpriseYear.salesFen.definition.label
    case .brandSales: EnterpriseYear.brandSalesFen.definition.label
    case .research: EnterpriseYear.researchFen.definition.label
    case .exports: EnterpriseYear.exportsFen.definition.label
    case .employees: EnterpriseYear.employees.definition.label
    case .cost: Phrase(en: "cost", zh: "费用")
    case .interest: Loan.interestFen.definition.label
    case .principal: Loan.principalFen.definition.label
    case .recovered: Case.recoveredFen.definition.label
    case .invested: Application.investedFen.definition.label
    case .selfFunded: Application.selfFundedFen.definition.label
    case .officialFees: Phrase(en: "official fees", zh: "官方规定费用")
    case .paidByOthers: Phrase(en: "payouts of other payers", zh: "其他支付方已奖励")
    }
  }

  private var yearField: Field<Money>? {
    switch self {
    case .tax: EnterpriseYear.taxFen
    case .retainedTax: EnterpriseYear.retainedTaxFen
    case .sales: EnterpriseYear.salesFen
    case .brandSales: EnterpriseYear.brandSalesFen
    case .research: EnterpriseYear.researchFen
    case .exports: EnterpriseYear.exportsFen
    default: nil
    }
  }

  /// What the ledger says of it.
  enum Reading: Sendable {
    /// The figure, fen or heads.
    case value(Int64, [Input])
    case missing([Input])
  }

  /// Reads the figure for a claim.
  func read(_ claim: Claim, _ context: Context, year: Year = .fact) throws(Money.Overflow)
    -> Reading
  {
    switch self {
    case .tax, .retainedTax, .sales, .brandSales, .research, .exports, .employees:
      guard let number = Self.number(year, claim, context) else {
        return .missing([claim.source.dateInput.missing])
      }
      guard let recipient = claim.recipient else { return .missing([claim.recipientInput]) }
      return read(number, of: recipient, context)
    case .cost, .interest, .principal, .recovered:
      guard let field = field(of: claim.source.kind) else {
        return .missing([Input(claim.source.id, rawValue, nil)])
      }
      let reading = Self.read(claim.source.record, field)
      guard case .value(let fen, _) = reading,
        let balance = context.evidence.balances[claim.source.id]
      else { return reading }
      // Of a payout counts what was kept.
      let kept = fen - balance.awarded.fen + balance.standing.fen
      return .value(kept, [Input(claim.source.id, field.definition.name, .integer(kept))])
    case .invested, .selfFunded:
      let field = self == .invested ? Application.investedFen : Application.selfFundedFen
      guard let application = context.applications(for: claim).first else {
        return .missing([context.applicationInput(claim)])
      }
      return Self.read(application, field)
    case .officialFees: return try context.officialFees(claim)
    case .paidByOthers: return try context.paidByOthers(claim, levels: nil)
    }
  }

  /// Reads the figure of a year of an enterprise.
  func read(_ year: Int, of enterprise: RecordID, _ context: Context) -> Reading {
    let (records, id) = context.evidence.year(year, of: enterprise)
    let record = records.first
    let definition = yearField?.definition ?? EnterpriseYear.employees.definition
    if Set(records.map { $0[definition] }).count > 1 {
      return .missing(records.map { Input($0.id, Input.merger, nil) })
    }
    guard let field = yearField else {
      let field = EnterpriseYear.employees
      guard let record, let count = record[field] else {
        return .missing([Input(id, field.definition.name, nil)])
      }
      return .value(Int64(count), [Input(record, field)])
    }
    guard let record else { return .missing([Input(id, field.definition.name, nil)]) }
    return Self.read(record, field)
  }

  /// Where the figure stands in a fact's own record.
  func field(of kind: FactKind) -> Field<Money>? {
    switch (self, kind.name) {
    case (.cost, FactKind.expense.name): Expense.amountFen
    case (.cost, FactKind.paid.name): Award.amountFen
    case (.interest, FactKind.loan.name), (.interest, FactKind.repayment.name): Loan.interestFen
    case (.principal, FactKind.loan.name), (.principal, FactKind.repayment.name): Loan.principalFen
    case (.recovered, FactKind.case.name): Case.recoveredFen
    default: nil
    }
  }

  private static func number(_ year: Year, _ claim: Claim, _ context: Context) -> Int? {
    switch year {
    case .round: context.year
    case .fact: claim.date?.year
    case .before: claim.date.map { $0.year - 1 }
    }
  }

  private static func read(_ record: Record, _ field: Field<Money>) -> Reading {
    let input = Input(record, field)
    guard let money = record[field] else {
      return .missing([input.missing])
    }
    return .value(money.fen, [input])
  }
}
