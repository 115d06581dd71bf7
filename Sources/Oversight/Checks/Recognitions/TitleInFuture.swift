import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A title is recorded when it has been won.
  static let titleInFuture = Check(
    "title-in-future",
    demand: Phrase(en: "No title is won in the future.", zh: "获得日期不得晚于今日。"),
    severity: .error,
    each: Recognition.self
  ) { record, audit in
    guard let date = record[Recognition.awarded], date.first > audit.today else { return [] }
    return [
      Finding(
        record,
        Phrase(
          en: "the title is won on \(date), today is \(audit.today)",
          zh: "获得日期为 \(date)，今日为 \(audit.today)"
        ),
        help: Phrase(
          en: "correct the date, or record the title once the document is out",
          zh: "请更正日期，或待文件公布后再登记"
        )
      )
    ]
  }
}
