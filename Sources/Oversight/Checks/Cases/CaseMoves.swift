import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Every event of a case is a move along the stages, and the case stands where the last one led.
  static let caseMoves = Check(
    "case-moves",
    demand: Phrase(
      en: "A case moves only along the stages that exist, each move with its maker.",
      zh: "案件只能沿既有阶段推进，每一步须记录经办人。"
    ),
    severity: .error,
    ledger: { audit in
      var findings: [Finding] = []
      var stages: [RecordID: (stage: CaseStage, event: Record)] = [:]
      for event in try audit.snapshot.table(CaseEvent.self).records {
        guard let action = event[CaseEvent.action], let id = event[CaseEvent.case] else { continue }
        let from = event[CaseEvent.from]
        let to = event[CaseEvent.to]
        if !CaseStages.allows(action, from: from, to: to) {
          findings.append(
            Finding(
              event,
              Phrase(
                en: "the action '\(action.choice.label.en)' does not lead \(path(from, to).en)",
                zh: "动作“\(action.choice.label.zh)”不能\(path(from, to).zh)"
              ),
              help: CaseStages.help(at: from)
            )
          )
        }
        if (event[CaseEvent.by] ?? "").isEmpty {
          findings.append(
            Finding(
              event,
              Phrase(en: "nobody is named who did it", zh: "未记录经办人"),
              help: Phrase(en: "set by", zh: "请填写经办人（by）")
            )
          )
        }
        if action != .note, let to {
          if let last = stages[id], last.stage != from, !isSame(event, last.event) {
            findings.append(outOfPlace(event, after: last.event))
          }
          stages[id] = (to, event)
        }
      }
      for record in try audit.snapshot.table(Case.self).records {
        guard let stage = record[Case.stage], let last = stages[record.id], last.stage != stage
        else { continue }
        findings.append(
          Finding(
            record,
            Phrase(
              en:
                "it stands at '\(stage.choice.label.en)', its last move (\(last.event.id)) led to '\(last.stage.choice.label.en)'",
              zh:
                "当前阶段为“\(stage.choice.label.zh)”，最后一步（\(last.event.id)）到达“\(last.stage.choice.label.zh)”"
            ),
            help: Phrase(
              en: "move cases with the case commands, which keep both together",
              zh: "请用案件命令推进，以保持两者一致"
            )
          )
        )
      }
      return findings
    }
  )

  /// Whether two branches entered one move.
  private static func isSame(_ event: Record, _ other: Record) -> Bool {
    [
      CaseEvent.action.definition, CaseEvent.from.definition, CaseEvent.to.definition,
      CaseEvent.date.definition,
    ]
    .allSatisfy { event[$0] == other[$0] }
  }

  /// Tells a move out of a stage that another move had left, as where two branches decided one case.
  private static func outOfPlace(_ event: Record, after last: Record) -> Finding {
    let from = event[CaseEvent.from]?.choice.label ?? Phrase(en: "nothing", zh: "无")
    let to = last[CaseEvent.to]?.choice.label ?? Phrase(en: "nothing", zh: "无")
    let date = last[CaseEvent.date]?.description ?? ""
    return Finding(
      event,
      Phrase(
        en: "it leaves '\(from.en)', but \(last.id) of \(date) had led the case to '\(to.en)'",
        zh: "其原阶段为“\(from.zh)”，但 \(last.id)（\(date)）已使案件到达“\(to.zh)”"
      ),
      help: Phrase(
        en:
          "remove the one that does not hold ('remove case-event ID --reason …'), then set stage and dates of the case as the other says",
        zh: "请删除不成立的一步（remove case-event 编号 --reason …），再按另一步用 set case 更正案件的阶段和日期"
      )
    )
  }

  private static func path(_ from: CaseStage?, _ to: CaseStage?) -> Phrase {
    let start = from?.choice.label ?? Phrase(en: "nothing", zh: "无")
    let end = to?.choice.label ?? Phrase(en: "nothing", zh: "无")
    return Phrase(en: "from '\(start.en)' to '\(end.en)'", zh: "从“\(start.zh)”到“\(end.zh)”")
  }
}
