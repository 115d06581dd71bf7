import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `award show AWARD`: an award with its whole life and balance.
enum AwardShow {
  /// What came back of what was paid.
  static let returned = Column("repaidFen", Phrase(en: "came back (CNY)", zh: "已追回（元）"), .trailing)

  static let id = Argument(
    .text(Phrase(en: "AWARD", zh: "奖励编号")),
    help: Phrase(en: "The award's id", zh: "奖励编号")
  )

  static let command = Command<World>(
    "show",
    summary: Phrase(en: "Show an award, its life and its balance", zh: "显示奖励、办理经过与余额"),
    examples: [
      Example(
        "brandledger award show awd-20251103-k7m2qd",
        Phrase(en: "One award", zh: "查看一项奖励")
      )
    ],
    arguments: [id]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let record = try session.record(arguments[id], Award.schema, in: snapshot)
    let life = try AwardDesk(snapshot, today: session.today).life(of: record)
    if session.isForPrograms {
      try session.show(json: life.json.text)
      return nil
    }
    try session.show(report(life, snapshot))
    return nil
  }

  private static func report(_ life: AwardLife, _ snapshot: Snapshot) throws -> Report {
    let fields = try Award.schema.fields.compactMap { field -> Report.Field? in
      if case .object = field.type.form { return nil }
      let path = try FieldPath(field.name, Award.schema, snapshot)
      let cell = RecordCells.cell(path, life.award)
      return cell == .empty ? nil : Report.Field(field.name, field.label, cell)
    }
    var blocks: [Report.Block] = [
      .fields(fields), .heading(Phrase(en: "Balance", zh: "余额")), .fields(balance(life)),
    ]
    if !life.parts.isEmpty {
      blocks += [.heading(Phrase(en: "Parts", zh: "分期")), .table(try parts(life, snapshot))]
    }
    let names = [
      "id", "date", "action", "to", "amountFen", "part", "reason", "party", "document", "by",
    ]
    let used = names.filter { name in
      AwardEvent.schema.field(named: name).map { field in
        life.events.contains { $0.has(field) }
      } ?? false
    }
    let table = try ListCommand.table(
      AwardEvent.schema,
      life.events,
      life.events.isEmpty ? ["date", "action", "by"] : used,
      snapshot
    )
    blocks += [
      .heading(Phrase(en: "What happened", zh: "经过")),
      .table(Presentation.Table(columns: table.columns, rows: table.rows)),
      .paragraph(AwardMoves.help(life.actions)),
    ]
    blocks += (life.faults + life.unsettled).map { .paragraph($0.messageAndHelp) }
    return Report(
      title: Phrase(en: "award \(life.award.id)", zh: "奖励 \(life.award.id)"),
      blocks
    )
  }

  private static func balance(_ life: AwardLife) -> [Report.Field] {
    let sums = life.balance
    var fields = [
      field("awardedFen", Phrase(en: "awarded (CNY)", zh: "奖励（元）"), sums.awarded),
      field("paidFen", Phrase(en: "paid (CNY)", zh: "已支付（元）"), sums.paid),
      field("openFen", Phrase(en: "open (CNY)", zh: "未支付（元）"), life.open),
    ]
    if sums.surplus > .zero {
      let label = Phrase(en: "paid, not due (CNY)", zh: "其中不应支付（元）")
      fields.insert(field("surplusFen", label, sums.surplus), at: 2)
    }
    if sums.waived > .zero {
      fields.append(field("voidFen", Phrase(en: "made void (CNY)", zh: "已作废（元）"), sums.waived))
    }
    if sums.demanded > .zero {
      fields += [
        field("demandedFen", Phrase(en: "to come back (CNY)", zh: "应追回（元）"), sums.demanded),
        field("repaidFen", Phrase(en: "came back (CNY)", zh: "已追回（元）"), sums.repaid),
        field(
          "outstandingFen",
          Phrase(en: "outstanding (CNY)", zh: "尚未追回（元）"),
          sums.outstanding
        ),
      ]
    }
    if let until = life.objectionsUntil {
      fields.append(
        Report.Field(
          "objectionsUntil",
          Phrase(en: "objections until", zh: "异议截止"),
          .date(until.description)
        )
      )
    }
    return fields
  }

  private static func field(_ key: String, _ label: Phrase, _ money: Money) -> Report.Field {
    Report.Field(key, label, .money(fen: money.fen))
  }

  static func parts(_ life: AwardLife, _ snapshot: Snapshot) throws -> Presentation.Table {
    let enterprises = try snapshot.table(Enterprise.self)
    let isDivided = life.parts.contains { $0.payee != nil || $0.recipient != nil }
    let isStaged = life.parts.contains { $0.stage != nil }
    let hasConditions = life.parts.contains { $0.condition != nil }
    let isDated = life.parts.contains { $0.dueMonths != nil }
    var columns = [
      Column("part", Phrase(en: "part", zh: "期次"), .trailing),
      Column("amountFen", Phrase(en: "amount (CNY)", zh: "金额（元）"), .trailing),
    ]
    if isDivided { columns.append(Column("payee", Phrase(en: "payee", zh: "领取者"))) }
    if isStaged { columns.append(Column("stage", Phrase(en: "stage", zh: "阶段"))) }
    if hasConditions {
      columns.append(Column("when", Phrase(en: "condition", zh: "条件"), overflow: .wrap))
    }
    if isDated { columns.append(Column("due", Phrase(en: "due", zh: "到期"))) }
    columns.append(Column("paidOn", Phrase(en: "paid on", zh: "支付日期")))
    var table = Presentation.Table(columns: columns)
    for (index, part) in life.parts.enumerated() {
      let payment = life.payments.first { $0.part == index + 1 && !$0.hasFailed }
      var cells: [Cell] = [.integer(Int64(index + 1)), .money(fen: part.amount.fen)]
      if isDivided {
        let recipient = part.recipient ?? life.award[Award.recipient]
        let name = recipient.flatMap { enterprises[$0]?[Enterprise.name] ?? $0.text }
        cells.append((part.payee ?? name).map { .text($0) } ?? .empty)
      }
      if isStaged { cells.append(part.stage.map { .text($0) } ?? .empty) }
      if hasConditions { cells.append(part.condition.map { .text($0) } ?? .empty) }
      if isDated { cells.append(due(life, index + 1)) }
      let void = Cell.phrase(Phrase(en: "void", zh: "作废"), code: "void")
      let unpaid = life.isVoid(part: index + 1) ? void : .empty
      cells.append(payment.map { .date($0.day.description) } ?? unpaid)
      table.append(cells)
    }
    return table
  }

  private static func due(_ life: AwardLife, _ part: Int) -> Cell {
    if let day = life.due(ofPart: part)?.day { return .date(day.description) }
    guard let months = life.parts[part - 1].dueMonths else { return .empty }
    let text = Phrase(en: "approval + \(months, of: "month")", zh: "批准后 \(months) 个月")
    return .phrase(text, code: "P\(months)M")
  }
}
