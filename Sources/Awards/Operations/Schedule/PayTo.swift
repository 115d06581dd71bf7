import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Who is paid.
struct PayTo: Operation {
  enum Payee: String, CaseIterable, Sendable {
    case holder, brandOwner, unit, association, person, firstInventor, team
    case organiser, agency, responsibleUnit

    /// Whether another than the holder may be paid.
    var isAnother: Bool { isNamed || self == .brandOwner }

    /// Whether the clause has to name the record of the payee.
    var isNamed: Bool { self == .organiser || self == .agency || self == .responsibleUnit }
  }

  static let payee = Parameter(
    "payee",
    .word("payee", Payee.holder),
    Phrase(
      en:
        "holder: who holds the title, mark or patent; brandOwner: who owns the brand that won the title, "
        + "while what is no title goes to its holder; unit, association, person: the holder, who must be "
        + "one; firstInventor, team: the first or all inventors, through the holder; organiser, agency, "
        + "responsibleUnit: whom 'recipient' names.",
      zh: "holder 持有人；brandOwner 获荣誉品牌的所有人（非荣誉事项支付给持有人）；"
        + "unit 单位、association 协会、person 个人（持有人须属该类）；"
        + "firstInventor 第一完成人、team 团队（经持有人发放）；organiser 主办方、agency 代理机构、"
        + "responsibleUnit 责任单位（由 recipient 指明）。"
    )
  )
  static let recipient = Parameter(
    optional: "recipient",
    .text,
    Phrase(
      en: "The id of the record of an organiser, agency or responsible unit.",
      zh: "主办方、代理机构或责任单位的记录编号。"
    )
  )
  static let declaration = OperationDeclaration(
    "payTo",
    .schedule,
    Phrase(
      en:
        "Says who is paid. Without such a clause it is the holder. A holder of another form than the "
        + "clause pays is not eligible, before any amount is given. Where two clauses name different payees "
        + "for one award, people decide.",
      zh: "确定领取人；无此条款时为持有人。持有人不属所定类别的，在计价之前即不符合。两条条款为同一奖励定有不同领取人的，待定。"
    ),
    parameters: [payee.definition, recipient.definition],
    example: #"{"payee":"holder"}"#,
    Phrase(en: "The holder of the title is paid.", zh: "奖励支付给持有人。")
  )

  let payee: Payee
  private let recipient: RecordID?
  var payees: [(path: [PathStep], id: RecordID)] {
    recipient.map { [([.key(Self.recipient.definition.name)], $0)] } ?? []
  }

  init(_ arguments: inout Arguments) {
    payee = arguments.required(Self.payee)
    recipient = arguments.optional(Self.recipient).map { RecordID($0) }
    if arguments.faults.isEmpty, payee.isNamed != (recipient != nil) {
      arguments.refuse(
        "recipient",
        Phrase(
          en: "'recipient' belongs to organiser, agency and responsibleUnit, and is needed there",
          zh: "“recipient”仅用于且必须用于 organiser、agency、responsibleUnit"
        )
      )
    }
  }

  var turn: Int { 0 }

  var condition: (any Condition)? {
    switch payee {
    case .unit: EntityType(notAmong: [.person])
    case .association: EntityType(among: [.association])
    case .person: EntityType(among: [.person])
    default: nil
    }
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    let rules = work.context.rules
    let number = work.rule.number
    let others = rules.values.map { value in rules.otherPayee(than: work.rule, for: value) }
    for index in work.scope {
      guard let other = others[work.claims[index].place] else {
        pay(index, &work)
        continue
      }
      work.settle(
        index,
        .undecided(
          Phrase(
            en: "\(number) and \(other.number) name different payees",
            zh: "\(number)与\(other.number)所定领取人不同"
          )
        )
      )
    }
  }

  fileprivate struct Destination: Equatable {
    let payee: Payee?
    let record: RecordID?
  }

  /// Who is paid for facts of a kind, where two clauses are compared.
  fileprivate func destination(for kind: FactKind?) -> Destination {
    switch payee {
    case .unit, .association, .person: Destination(payee: .holder, record: nil)
    case .brandOwner where kind !== FactKind.recognition: Destination(payee: .holder, record: nil)
    case .organiser, .agency, .responsibleUnit: Destination(payee: nil, record: recipient)
    case .holder, .brandOwner, .firstInventor, .team: Destination(payee: payee, record: nil)
    }
  }

  private func pay(_ index: Int, _ work: inout Work) {
    let claim = work.claims[index]
    let evidence = work.context.evidence
    switch payee {
    case .holder, .unit, .association, .person:
      work.record(
        index,
        .applied,
        inputs: [claim.recipientInput],
        Phrase(
          en: "paid to the holder, \(claim.recipientName ?? "")",
          zh: "支付给持有人\(claim.recipientName ?? "")"
        )
      )
    case .brandOwner where claim.source.kind !== FactKind.recognition:
      let name = claim.recipientName ?? ""
      work.record(
        index,
        .applied,
        inputs: [claim.recipientInput],
        Phrase(en: "no title of a brand: paid to the holder, \(name)", zh: "不属于品牌荣誉，支付给持有人\(name)")
      )
    case .brandOwner:
      guard let brand = evidence.brands[claim.object] else {
        work.settle(index, .unknown([claim.objectInput]))
        return
      }
      guard let owner = brand[Brand.owner] else {
        work.settle(index, .unknown([Input(brand, Brand.owner).missing]))
        return
      }
      let name = evidence.name(of: owner) ?? ""
      work.pay(
        index,
        owner,
        [Input(brand, Brand.owner)],
        Phrase(en: "paid to the owner of the brand, \(name)", zh: "支付给品牌所有人\(name)")
      )
    case .organiser, .agency, .responsibleUnit:
      guard let recipient else { return }
      let name = evidence.name(of: recipient) ?? ""
      work.pay(
        index,
        recipient,
        [],
        Phrase(en: "paid to \(name) (\(payee.rawValue))", zh: "支付给\(name)")
      )
    case .firstInventor, .team: payInventors(index, &work)
    }
  }

  /// Pays inventors through the holder.
  private func payInventors(_ index: Int, _ work: inout Work) {
    let claim = work.claims[index]
    let patent = work.context.evidence.patents[claim.object] ?? claim.source.record
    guard patent.schema === Patent.schema, let names = patent[Patent.inventors],
      let first = names.first
    else {
      work.settle(index, .unknown([Input(patent.id, Patent.inventors.definition.name, nil)]))
      return
    }
    let payee = payee == .firstInventor ? first : names.joined(separator: "、")
    let parts = work.parts(of: index).map { $0.paid(to: nil, payee) }
    work.record(
      index,
      .applied,
      inputs: [Input(patent, Patent.inventors)],
      Phrase(en: "paid to \(payee) through the holder", zh: "经持有人支付给\(payee)")
    ) { $0.parts = parts }
  }
}

extension RuleSet {
  /// A clause of the policy that names another payee for a value clause's awards than a rule does.
  func otherPayee(than rule: Rule, for value: Rule) -> Rule? {
    guard let own = rule.operation as? PayTo, rule.governs(value) else { return nil }
    let kind = value.valuation?.selection.kind
    return rules.first { other in
      guard other.policy == rule.policy, other.governs(value), let payTo = other.operation as? PayTo
      else { return false }
      return payTo.destination(for: kind) != own.destination(for: kind)
    }
  }
}

extension Work {
  /// Sets who is paid.
  mutating func pay(_ index: Int, _ recipient: RecordID, _ inputs: [Input], _ reason: Phrase) {
    let name = context.evidence.name(of: recipient) ?? ""
    record(index, .applied, inputs: inputs, reason) { claim in
      claim.recipient = recipient
      claim.parts = claim.parts.map { $0.paid(to: recipient, name) }
    }
  }

  /// The parts of a claim, at least the whole for its recipient.
  func parts(of index: Int) -> [Part] {
    var claim = claims[index]
    claim.trimParts()
    guard claim.parts.isEmpty else { return claim.parts }
    return [
      Part(
        recipient: claim.recipient,
        payee: claim.recipientName ?? "",
        amount: claim.amount,
        condition: nil,
        dueMonths: nil
      )
    ]
  }
}
