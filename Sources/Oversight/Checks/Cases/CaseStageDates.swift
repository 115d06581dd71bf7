import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The dates of a case fit the stage at which it stands, and follow each other.
  static let caseStageDates = Check(
    "case-stage-dates",
    demand: Phrase(
      en: "A case has the dates of its stage, in order, and none in the future.",
      zh: "案件日期须与阶段相符、先后有序且不晚于今日。"
    ),
    severity: .error,
    each: Case.self
  ) { record, audit in
    // A decision that an authority published was never taken in here.
    guard record[Case.origin] != .decision else { return [] }
    let dates: [(FieldDefinition, PartialDate?)] = [
      (Case.receivedOn.definition, record[Case.receivedOn]),
      (Case.acceptedOn.definition, record[Case.acceptedOn]),
      // A refusal that was reversed stands before the grant, and is no contradiction to it.
      (Case.refusedOn.definition, record[Case.reopenedOn] == nil ? record[Case.refusedOn] : nil),
      (Case.closedOn.definition, record[Case.closedOn]),
    ]
    var findings: [Finding] = []
    func find(_ message: Phrase) {
      let help = Phrase(en: "compare the dates with the file", zh: "请按案卷核对日期")
      findings.append(Finding(record, message, help: help))
    }
    if let stage = record[Case.stage] {
      let needed = needs(stage)
      // Whether aid was granted before or not, an application may be withdrawn or sent on.
      let isFree = stage == .closed && record[Case.outcome]?.isBeforeGrant == true
      for (field, date) in dates.dropFirst()
      where !(isFree && field === Case.acceptedOn.definition) {
        if needed.contains(field.name), date == nil {
          find(
            Phrase(
              en: "a case at the stage '\(stage.choice.label.en)' needs the date \(field.name)",
              zh: "处于“\(stage.choice.label.zh)”阶段的案件须有\(field.label.zh)"
            )
          )
        }
        if !needed.contains(field.name), let date {
          find(
            Phrase(
              en:
                "a case at the stage '\(stage.choice.label.en)' cannot have \(field.name) (\(date))",
              zh: "处于“\(stage.choice.label.zh)”阶段的案件不应有\(field.label.zh)（\(date)）"
            )
          )
        }
      }
      if stage == .closed, record[Case.outcome] == nil {
        find(Phrase(en: "a closed case needs its outcome", zh: "已结案案件须有结果"))
      }
    }
    let known = dates.compactMap { field, date in date.map { (field, $0) } }
    for ((before, early), (after, late)) in zip(known, known.dropFirst())
    where late.last < early.first {
      find(
        Phrase(
          en: "\(after.name) (\(late)) is before \(before.name) (\(early))",
          zh: "\(after.label.zh)（\(late)）早于\(before.label.zh)（\(early)）"
        )
      )
    }
    for (field, date) in known where date.first > audit.today {
      find(
        Phrase(
          en: "\(field.name) is \(date), today is \(audit.today)",
          zh: "\(field.label.zh)为 \(date)，今日为 \(audit.today)"
        )
      )
    }
    return findings
  }

  /// The names of the dates, besides that of receipt, that a case at a stage has.
  private static func needs(_ stage: CaseStage) -> Set<String> {
    switch stage {
    case .received, .supplement: []
    case .accepted, .investigating, .proceeding: [Case.acceptedOn.definition.name]
    case .refused, .complained: [Case.refusedOn.definition.name]
    case .closed: [Case.acceptedOn.definition.name, Case.closedOn.definition.name]
    }
  }
}
