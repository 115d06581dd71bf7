import Bilingual
import Ledger
import Portfolio

extension FactKind {
  /// A member that a collective mark admitted.
  static let membership = FactKind(
    name: "membership",
    label: Phrase(en: "member admitted", zh: "成员准入"),
    schema: Membership.schema,
    date: Membership.admittedOn,
    ended: .withdrawal,
    recipient: .to(Membership.member),
    object: .to(Membership.mark),
    attributes: [
      .field(Membership.state),
      .text(Membership.mark) { .one($0.text) },
    ],
    happening: .by(Membership.state) { ($0 ?? .applied) != .applied }
  )

  /// A case that was closed; its outcome tells whether it was won.
  static let `case` = FactKind(
    name: "case",
    label: Phrase(en: "case closed", zh: "案件办结"),
    schema: Case.schema,
    date: Case.closedOn,
    recipient: .to(Case.rightHolder),
    object: Object(field: Case.trademark.definition.name) {
      $0.record[Case.trademark] ?? $0.record[Case.patent]
    },
    attributes: [
      .field(Case.right),
      .field(Case.channel),
      .field(Case.outcome, isCircumstance: true),
    ],
    happening: .by(Case.stage) { $0 == .closed }
  )

  /// A cost that was paid.
  static let expense = FactKind(
    name: "expense",
    label: Phrase(en: "cost paid", zh: "费用支出"),
    schema: Expense.schema,
    date: Expense.paidOn,
    recipient: .to(Expense.enterprise),
    object: Object(field: Expense.trademark.definition.name) { fact in
      let record = fact.record
      // A premium may be for no single right; it then stands for itself, as a loan does.
      return FactAttribute.rightsOfExpense.lazy.compactMap { record[$0] }.first
        ?? (record[Expense.category] == .insurance ? fact.id : nil)
    },
    attributes: [
      .field(Expense.category), .flag(Expense.official), .rightOfExpense, .typeOfExpense,
    ],
    happening: .always
  )

  /// A loan secured by IP.
  static let loan = FactKind(
    name: "loan",
    label: Phrase(en: "loan secured by IP", zh: "质押贷款"),
    schema: Loan.schema,
    date: Loan.contractOn,
    recipient: .to(Loan.enterprise),
    object: .itself,
    attributes: [
      .flag("repaid", Phrase(en: "repaid", zh: "已还款")) { fact, _ in
        fact.record[Loan.repaidOn] != nil
      } input: {
        Input($0, Loan.repaidOn)
      },
      .rightOfLoan,
    ],
    happening: .always
  )

  /// A loan secured by IP that was paid back.
  static let repayment = FactKind(
    name: "repayment",
    label: Phrase(en: "loan secured by IP repaid", zh: "质押贷款还清"),
    schema: Loan.schema,
    date: Loan.repaidOn,
    recipient: .to(Loan.enterprise),
    object: .itself,
    attributes: [.rightOfLoan],
    happening: .by(Loan.repaidOn) { $0 != nil }
  )

  /// A payout, above all one of another payer.
  static let paid = FactKind(
    name: "paid",
    label: Phrase(en: "payout made", zh: "已获奖励"),
    schema: Award.schema,
    date: Award.sealedOn,
    recipient: .to(Award.recipient),
    object: Object(field: Award.object.definition.name) { fact in
      fact.record[Award.object].map { RecordID($0) }
    },
    attributes: [
      FactAttribute(
        name: Policy.payer.definition.name,
        label: Policy.payer.definition.label,
        choices: BrandLevel.allCases.map(\.choice)
      ) { fact, evidence in
        .one(evidence.payerLevel(fact.record)?.rawValue)
      } input: { fact, evidence in
        fact.record[Award.payer] != nil && evidence.payerLevel(fact.record) == nil
          ? Input(fact.id, Input.payerLevel, nil) : Input(fact, Award.payer)
      },
      .text(Award.policy) { .one($0.text) },
    ],
    happening: .record { Payout($0) != nil }
  )

  /// A project for which an award was applied.
  static let application = FactKind(
    name: "application",
    label: Phrase(en: "application made", zh: "项目申报"),
    schema: Application.schema,
    date: Application.appliedOn,
    recipient: .to(Application.enterprise),
    object: .itself,
    attributes: [
      .text(Application.policy) { .one($0.text) },
      .text(Application.clause) { .one($0) },
      .text(Application.stages) { .several($0) },
    ],
    happening: .always
  )
}

extension FactAttribute {
  /// What a cost was paid for; a voucher that names nothing does not tell.
  fileprivate static let rightOfExpense = FactAttribute(
    name: Case.right.definition.name,
    label: Phrase(en: "right that it was paid for", zh: "费用所属权利"),
    choices: rightsOfExpense.map(\.definition).map {
      Choice($0.name, en: $0.label.en, zh: $0.label.zh)
    }
  ) { fact, _ in
    .one(rightsOfExpense.first { fact.record[$0] != nil }?.definition.name)
  } input: { fact, _ in
    Input(fact, rightsOfExpense.first { fact.record[$0] != nil } ?? Expense.patent)
  }

  /// The kinds of right that were pledged for a loan, as far as the ledger knows those rights.
  fileprivate static let rightOfLoan = FactAttribute(
    name: Case.right.definition.name,
    label: Phrase(en: "right that was pledged", zh: "质押权利"),
    choices: [Trademark.schema, Patent.schema].map {
      Choice($0.kind, en: $0.label.en, zh: $0.label.zh)
    }
  ) { fact, evidence in
    let pledged = (fact.record[Loan.pledged] ?? []).map { RecordID($0) }
    return .several(
      [
        pledged.contains { evidence.trademarks[$0] != nil } ? Trademark.schema.kind : nil,
        pledged.contains { evidence.patents[$0] != nil } ? Patent.schema.kind : nil,
      ]
      .compactMap(\.self)
    )
  } input: { fact, _ in
    Input(fact, Loan.pledged)
  }

  /// The type of the patent that a cost was paid for.
  fileprivate static let typeOfExpense = FactAttribute(
    name: Patent.type.definition.name,
    label: Patent.type.definition.label,
    choices: PatentType.allCases.map(\.choice)
  ) { fact, evidence in
    .one(evidence.patents[fact.record[Expense.patent]]?[Patent.type]?.rawValue)
  } input: { fact, evidence in
    evidence.patents[fact.record[Expense.patent]].map { Input($0, Patent.type) }
      ?? Input(fact, Expense.patent)
  }

  /// The fields of a cost that name what it was paid for, the one that counts first.
  fileprivate static let rightsOfExpense = [Expense.trademark, Expense.patent, Expense.case]
}
