import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The period within which a case is to be decided is known, and the case names its last day.
  static let caseDeadline = Check(
    "case-deadline",
    demand: Phrase(
      en: "A case that waits for a decision has a deadline by law.",
      zh: "待决定的案件须有法定期限。"
    ),
    severity: .warning,
    each: Case.self
  ) { record, audit in
    guard let stage = record[Case.stage], let name = CaseStages.term(at: stage) else { return [] }
    if record.has(Case.dueOn.definition) {
      let events = try audit.caseEvents()[record.id] ?? []
      guard let due = CaseDue(of: record, events, in: audit.law), let day = due.outdated else {
        return []
      }
      var finding = Finding(
        record,
        Phrase(
          en:
            "its day \(day) was reckoned before the notice of days off was out; now it is \(due.end.day)",
          zh: "期限 \(day) 系放假通知公布前推算，按通知应为 \(due.end.day)"
        ),
        help: Phrase(
          en: "'brandledger set case \(record.id) dueOn=\(due.end.day)' mends it",
          zh: "用 brandledger set case \(record.id) dueOn=\(due.end.day) 更正"
        )
      )
      finding.field = Case.dueOn.definition
      return [finding]
    }
    guard let received = record[Case.receivedOn]?.day else {
      return [
        Finding(
          record,
          Phrase(en: "the day of its receipt is not known", zh: "收件日期不详"),
          help: Phrase(en: "set receivedOn to the day", zh: "请将收件日期填至日")
        )
      ]
    }
    do throws(Diagnostic) {
      _ = try audit.terms.term(name, on: received)
      return []
    } catch {
      return [Finding(record, error.message, help: error.help)]
    }
  }
}
