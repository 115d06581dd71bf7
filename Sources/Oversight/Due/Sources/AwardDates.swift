import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio

extension DueSource {
  /// After its objection days a published award is approved, or its objections are decided.
  static let awardObjections: Self = DueSource(
    "award-objections",
    Phrase(en: "objection days", zh: "公示异议期"),
    of: Award.self
  ) { record, docket in
    guard [.published, .objected].contains(record[Award.state]) else { return [] }
    let life = AwardLife(record, try docket.awardEvents()[record.id] ?? [])
    guard let until = life.objectionsUntil else { return [] }
    let action =
      life.objections.isEmpty
      ? Phrase(en: "objections end; approve it afterwards", zh: "异议期届满，其后办理批准")
      : Phrase(
        en: "decide \(life.objections.count, of: "objection")",
        zh: "处理 \(life.objections.count) 件异议"
      )
    return [
      DueDate(
        .awardObjections,
        record,
        nature: life.objections.isEmpty ? .milestone : .deadline,
        action: action,
        subject: try docket.subject(of: record),
        holder: record[Award.recipient],
        due: Reckoning(
          from: until,
          Phrase(
            en: "the last of the working days that the policy gives for objections, as published",
            zh: "政策规定的公示异议期（工作日）末日，以公示为准"
          )
        )
      )
    ]
  }

  /// An approved award is paid within the working days that its policy gives.
  static let awardPayment: Self = DueSource(
    "award-payment",
    Phrase(en: "award instalment", zh: "奖励兑付"),
    of: Award.self
  ) { record, docket in
    guard [.approved, .partlyPaid, .failed].contains(record[Award.state]) else { return [] }
    let life = AwardLife(record, try docket.awardEvents()[record.id] ?? [])
    guard life.open > .zero else { return [] }
    let waiting = life.parts.isEmpty ? [life.nextPart] : life.unpaidParts
    return try waiting.compactMap { number in
      guard let due = try docket.payment(of: number, in: life) else { return nil }
      let part = life.parts.isEmpty ? nil : life.parts[number - 1]
      let condition = part?.condition.map { [Phrase(en: "once: \($0)", zh: "条件：\($0)")] } ?? []
      return DueDate(
        .awardPayment,
        record,
        key: "\(number)",
        // A part with a condition of its own waits for it, not for the days after the approval.
        nature: condition.isEmpty ? .deadline : .milestone,
        action: Phrase(en: "pay part \(number) of the award", zh: "兑付奖励第 \(number) 期"),
        subject: try docket.subject(of: record),
        holder: part?.recipient ?? record[Award.recipient],
        due: due,
        cost: DueCost(
          fee: part.map { min($0.amount, life.open) } ?? life.open,
          late: .zero,
          steps: { [] }
        ),
        notes: condition
      )
    }
  }
}

extension Docket {
  /// When a part of an award falls due: months after the approval where its clause says so, else
  /// within the working days that the policy gives.
  fileprivate func payment(of part: Int, in life: AwardLife) throws -> Reckoning? {
    if let due = life.due(ofPart: part) { return due }
    guard let approved = life.approvals.map(\.day).max(),
      let policy = life.award[Award.policy], let clause = life.award[Award.clause],
      let days = try policies().procedure(of: policy, clause: clause)?.payWithin,
      let period = Period(days, .workingDays)
    else { return nil }
    return period.acting(from: approved, in: calendar)
  }

  /// The clause of an award, and the name of the brand, mark or patent for which it is given.
  fileprivate func subject(of award: Record) throws -> String {
    let object = try award[Award.object].map { try name(ofObject: $0) }
    return [award[Award.clause]?.text, object].compactMap(\.self).joined(separator: " ")
  }

  private func name(ofObject id: String) throws -> String {
    for schema in [Brand.schema, Trademark.schema, Patent.schema] {
      guard let record = try snapshot.record(RecordID(id), schema) else { continue }
      return schema.names.first.flatMap { record[$0]?.string } ?? id
    }
    return id
  }
}
