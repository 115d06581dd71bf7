import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The day on which a title was won is known.
  static let titleUnknownDate = Check(
    "title-unknown-date",
    demand: Phrase(en: "The day on which a title was won is known.", zh: "荣誉须有获得日期。"),
    severity: .warning,
    each: Recognition.self
  ) { record, _ in
    let help = Phrase(
      en: "look the day up in the document; until then years, validity and awards may stay unknown",
      zh: "请查阅文件补充日期；在此之前，年度、有效期和奖励可能无法确定"
    )
    guard let date = record[Recognition.awarded] else {
      return [
        Finding(
          record,
          Phrase(en: "the date on which it was won is not known", zh: "获得日期不详"),
          help: help
        )
      ]
    }
    guard date.day == nil else { return [] }
    return [
      Finding(
        record,
        Phrase(en: "of the date only \(date) is known", zh: "获得日期仅知为 \(date)"),
        help: help
      )
    ]
  }
}
