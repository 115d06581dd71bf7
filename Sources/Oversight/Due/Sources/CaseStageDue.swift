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
      let due = CaseDue(of: record, try docket.caseEvents()[record.id] ?? [], in: docket.rights)
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
