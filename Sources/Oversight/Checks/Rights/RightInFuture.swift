import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A right is recorded as filed or granted when it is.
  static let rightInFuture = Check(
    "right-in-future",
    demand: Phrase(en: "No right is filed or granted in the future.", zh: "申请、注册、授权日期不得晚于今日。"),
    severity: .error
  ) { record, audit in
    futureDates(of: record, today: audit.today)
  }

  /// Finds the dates of a right that are still to come; it takes no look at other records.
  static func futureDates(of record: Record, today: Day) -> [Finding] {
    let dates =
      switch record.schema.kind {
      case Trademark.schema.kind: [Trademark.filedOn, Trademark.registeredOn]
      case Patent.schema.kind: [Patent.filedOn, Patent.publishedOn, Patent.grantedOn]
      default: [Field<PartialDate>]()
      }
    return dates.compactMap { field in
      guard let date = record[field], date.first > today else { return nil }
      var finding = Finding(
        record,
        Phrase(
          en: "\(field.definition.name) is \(date), today is \(today)",
          zh: "\(field.definition.label.zh)为 \(date)，今日为 \(today)"
        ),
        help: Phrase(en: "correct the date, or record it once it has come", zh: "请更正日期，或待该日之后再登记")
      )
      finding.field = field.definition
      return finding
    }
  }
}
