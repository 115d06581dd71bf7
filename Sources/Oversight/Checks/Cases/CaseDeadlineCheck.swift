import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The period within which a case is to be decided is known.
  static let caseDeadline = Check(
    "case-deadline",
    demand: Phrase(
      en: "A case that waits for a decision has a deadline by law.",
      zh: "待决定的案件须有法定期限。"
    ),
    severity: .warning,
    each: Case.self
  ) { record, audit in
    guard let stage = record[Case.stage], let name = CaseStages.term(at: stage),
      record[Case.dueOn] == nil
    else { return [] }
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
