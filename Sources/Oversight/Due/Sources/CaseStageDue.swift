import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// An open case leaves its stage within the time that the law gives it.
  static let caseStage: Self = DueSource(
    "case-stage",
    Phrase(en: "case step", zh: "案件期限"),
    of: Case.self
  ) { record, docket in
    guard let stage = record[Case.stage], !stage.isFinal,
      let due = try docket.stageEnd(of: record, at: stage)
    else { return [] }
    return [
      DueDate(
        .caseStage,
        record,
        action: docket.action(at: stage),
        subject: record[Case.summary] ?? record.id.text,
        holder: record[Case.rightHolder],
        due: due.end,
        term: due.term
      )
    ]
  }
}

extension Docket {
  /// The day by which a case must leave its stage: that of the record, with the steps of the law where
  /// they lead to the same day.
  fileprivate func stageEnd(
    of record: Record,
    at stage: CaseStage
  ) throws -> (end: Reckoning, term: LegalTerm?)? {
    let entered = try (caseEvents()[record.id] ?? []).last { $0[CaseEvent.to] == stage }
    let start = entered?[CaseEvent.date]?.day ?? record[Case.receivedOn]?.day
    let term = start.flatMap { day in CaseStages.term(at: stage).flatMap { self.term($0, on: day) }
    }
    let reckoned = start.flatMap { term?.end(from: $0, in: calendar) }
    guard let recorded = record[Case.dueOn]?.last else { return reckoned.map { ($0, term) } }
    if let reckoned, reckoned.day == recorded { return (reckoned, term) }
    let reason = Phrase(en: "the day that the case itself names", zh: "案件登记的期限")
    return (Reckoning(from: recorded, reason), nil)
  }

  fileprivate func action(at stage: CaseStage) -> Phrase {
    switch stage {
    case .received: Phrase(en: "decide whether aid is granted", zh: "作出是否受理的决定")
    case .supplement:
      Phrase(
        en: "the applicant completes the papers, else the application counts as withdrawn",
        zh: "申请人补正材料，逾期视为撤回"
      )
    default:
      Phrase(
        en: "take the next step: '\(stage.choice.label.en)'",
        zh: "办理下一步（\(stage.choice.label.zh)）"
      )
    }
  }
}
