import Bilingual
public import Ledger
public import Portfolio

extension AwardDesk {
  /// Approves an award, or approves it anew after something changed.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When and by whom; never by who sealed, changed or published it.
  ///   - parts: The parts in which it is to be paid; all at once where none are given.
  /// - Returns: The award at the state `approved`, or `published` while the policy asks for more approvals.
  /// - Throws: A ``Diagnostic`` where it is not possible, the award computes otherwise by now, or its
  ///   recipient is barred from awards.
  public func approve(_ award: Record, _ entry: AwardEntry, parts: [AwardPart] = []) throws
    -> AwardMove
  {
    let life = life(of: award)
    try validate(life, .approve)
    guard let makers = makers[award.id] else {
      throw life.refusal(
        "award-makers-unknown",
        Phrase(en: "it is not known who sealed it", zh: "无法确定封存经办人")
      )
    }
    if makers.contains(where: { AwardLife.isSame($0, entry.by) }) {
      throw life.ownApproval(
        Phrase(en: "\(entry.by) sealed or changed it", zh: "\(entry.by) 为封存或修改经办人")
      )
    }
    try refuseBanned(award, award[Award.recipient], life, on: entry.day)
    let basis = try basis(of: award, life)
    let standing = life.approvals.filter { $0.basis == basis }.count
    let needed = try procedure(of: award).approvals
    // Two branches may each have given one of two approvals: the next one carries it over.
    guard standing < needed || life.state == .published else {
      throw life.refusal(
        "award-approved-twice",
        Phrase(en: "it is approved, and nothing changed since", zh: "已批准，此后未有变更"),
        help: Phrase(en: "it can be paid", zh: "可以支付")
      )
    }
    var move = try move(award, .approve, entry) { event in
      event[AwardEvent.basis] = basis
      if !parts.isEmpty { event[AwardEvent.parts] = AwardPart.json(parts) }
      if standing + 1 < needed, life.state == .published { event[AwardEvent.to] = .published }
    }
    move.findings += try closed(award[Award.recipient], life)
    return move
  }

  /// Pays an award or a part of it.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When, by whom and by which voucher.
  ///   - amount: How much; the part, or all that is open, where none is given.
  ///   - part: Which part; where none is named the first that is due, else the first that is not paid.
  ///   - condition: By what the part's condition was found met.
  ///   - batch: The batch of payments.
  /// - Returns: The award at the state `paid` or `partly-paid`.
  /// - Throws: A ``Diagnostic`` where it is not possible, the award computes otherwise by now, something that
  ///   was approved has changed, or who is paid or won it is barred from awards on that day.
  public func pay(
    _ award: Record,
    _ entry: AwardEntry,
    amount: Money? = nil,
    part: Int? = nil,
    condition: String? = nil,
    batch: String? = nil
  ) throws -> AwardMove {
    let life = life(of: award)
    try validate(life, .pay)
    let number =
      part ?? life.duePart(on: entry.day, conditionMet: !AwardLife.isBlank(condition))
      ?? life.nextPart
    let laidDown = life.parts.indices.contains(number - 1) ? life.parts[number - 1] : nil
    try refuseBanned(award, laidDown?.recipient ?? award[Award.recipient], life, on: entry.day)
    let basis = try basis(of: award, life)
    let standing = life.approvals.filter { $0.basis == basis }.count
    guard try standing >= procedure(of: award).approvals else {
      throw life.refusal(
        "award-approval-void",
        Phrase(
          en: "its facts, policy or clauses changed since it was approved",
          zh: "批准后其事实、政策或条款已有变更"
        ),
        help: Phrase(
          en: "'award verify \(award.id)' names what changed; it has to be approved again",
          zh: "可用 award verify \(award.id) 查看变更；须重新批准"
        )
      )
    }
    var move = try move(award, .pay, entry) { event in
      event[AwardEvent.amountFen] = amount ?? laidDown?.amount ?? life.balance.open
      event[AwardEvent.part] = number
      event[AwardEvent.condition] = condition
      event[AwardEvent.batch] = batch
    }
    move.findings += try closed(laidDown?.recipient ?? award[Award.recipient], life)
    return move
  }

  /// Notes that a payment failed or came back; its amount is open again.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When, by whom and why.
  ///   - payment: The event of the payment; the only one that stands where none is named.
  /// - Returns: The award at the state `failed`.
  /// - Throws: A ``Diagnostic`` where it is not possible.
  public func fail(_ award: Record, _ entry: AwardEntry, payment: RecordID? = nil) throws
    -> AwardMove
  {
    let standing = life(of: award).payments.filter { !$0.hasFailed }
    let found =
      payment.map { id in standing.first { $0.event == id } }
      ?? (standing.count == 1 ? standing.first : nil)
    return try move(award, .fail, entry) { event in
      event[AwardEvent.answers] = found?.event ?? payment
      event[AwardEvent.amountFen] = found?.amount
      event[AwardEvent.part] = found?.part
    }
  }

  /// Notes that money came back.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When, by whom and by which voucher.
  ///   - amount: How much; all that is outstanding where none is given.
  /// - Returns: The award at the state `recovering` while something is outstanding, else `recovered`, or
  ///   `partly-recovered` where a part was to stay.
  /// - Throws: A ``Diagnostic`` where it is not possible.
  public func repay(_ award: Record, _ entry: AwardEntry, amount: Money? = nil) throws -> AwardMove
  {
    let all = life(of: award).balance.outstanding
    return try move(award, .repay, entry) { $0[AwardEvent.amountFen] = amount ?? all }
  }

  /// A warning where who is to be paid is in business no longer, as the register has it.
  private func closed(_ payee: RecordID?, _ life: AwardLife) throws -> [Diagnostic] {
    guard let enterprise = try payee.flatMap({ try snapshot.record($0, Enterprise.schema) }),
      let status = enterprise[Enterprise.status], [.deregistered, .revoked].contains(status)
    else { return [] }
    let name = enterprise[Enterprise.name] ?? enterprise.id.text
    var finding = life.refusal(
      "payee-closed",
      Phrase(
        en: "\(name), who is paid, is on record as \(status.choice.label.en)",
        zh: "收款人 \(name) 登记为\(status.choice.label.zh)"
      ),
      help: Phrase(
        en: "see who is entitled to it by now; make it void where nobody is",
        zh: "请核对现由何人承受；无人承受的请作废"
      )
    )
    finding.severity = .warning
    return [finding]
  }

  /// The hash of all that an approval rests on, as it is now: that of the last approval, where it still fits.
  private func basis(of award: Record, _ life: AwardLife) throws -> String {
    let claim = try current(award)
    if let last = life.approvals.last?.basis,
      try AwardBasis.fits(last, award, claim, snapshot)
    {
      return last
    }
    return try AwardBasis.hash(award, claim, snapshot)
  }
}
