import Bilingual
public import Ledger

/// The days off and make-up days of one year's notice.
public enum Holiday: Kind {
  /// The year of the notice.
  public static let year = Field<Int>(
    "year",
    Phrase(en: "year", zh: "年份"),
    .year,
    required: true,
    privacy: .public,
    Phrase(en: "The year of the notice.", zh: "通知年份。")
  )
  /// Days off, weekends among them only where the notice names them.
  public static let off = Field<[PartialDate]>(
    "off",
    Phrase(en: "days off", zh: "放假日"),
    .list(of: .date),
    required: true,
    privacy: .public,
    Phrase(en: "Days off, weekends among them only where the notice names them.", zh: "放假日。")
  )
  /// Weekend days on which people work.
  public static let work = Field<[PartialDate]>(
    "work",
    Phrase(en: "make-up days", zh: "调休上班日"),
    .list(of: .date),
    required: true,
    privacy: .public,
    Phrase(en: "Weekend days on which people work.", zh: "调休上班的周末。")
  )

  /// The declaration.
  public static let schema = Schema(
    "holiday",
    Phrase(en: "working-day calendar", zh: "工作日历"),
    file: "holidays.jsonl",
    key: .chosen,
    meaning: Phrase(
      en: "The days off and make-up days of one year's notice.",
      zh: "某年度放假通知中的休息日与调休上班日。"
    ),
    fields: [
      year.definition,
      off.definition,
      work.definition,
    ]
  )
}
