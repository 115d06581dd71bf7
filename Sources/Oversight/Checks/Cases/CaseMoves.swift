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
      let events = try audit.snapshot.table(CaseEvent.self)
      for event in events.records {
        guard let action = event[CaseEvent.action], event.has(CaseEvent.case.definition) else {
          continue
        }
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
      }
      let histories = events.grouped(by: CaseEvent.case)
      for record in try audit.snapshot.table(Case.self).records {
        let moves = CaseStages.moves(in: histories[record.id] ?? [])
        for (last, event) in zip(moves, moves.dropFirst())
        where last[CaseEvent.to] != event[CaseEvent.from] && !isSame(event, last) {
          findings.append(outOfPlace(event, after: last))
        }
        if let last = moves.last, let finding = elsewhere(record, than: last) {
          findings.append(finding)
        }
      }
      return findings
    }
  )

  /// Tells a case that stands elsewhere than where its last move led.
  private static func elsewhere(_ record: Record, than last: Record) -> Finding? {
    guard let stage = record[Case.stage], let end = last[CaseEvent.to], end != stage else {
      return nil
    }
    let (label, led) = (stage.choice.label, end.choice.label)
    return Finding(
      record,
      Phrase(
        en: "it stands at '\(label.en)', its last move (\(last.id)) led to '\(led.en)'",
        zh: "当前阶段为“\(label.zh)”，最后一步（\(last.id)）到达“\(led.zh)”"
      ),
      help: Phrase(
        en:
          "'brandledger set case \(record.id) stage=\(end.rawValue)' with the dates of that move puts it there; later moves take the case commands",
        zh:
          "请用 brandledger set case \(record.id) stage=\(end.rawValue) 连同该步的日期一并更正；以后请用案件命令推进"
      )
    )
  }

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
