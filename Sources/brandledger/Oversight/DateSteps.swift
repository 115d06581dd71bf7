import Bilingual
import JSONLines
import Portfolio
import Presentation

/// How the steps to a date are shown.
enum DateSteps {
  private static let weekdays = [
    Phrase(en: "Mon", zh: "周一"), Phrase(en: "Tue", zh: "周二"), Phrase(en: "Wed", zh: "周三"),
    Phrase(en: "Thu", zh: "周四"), Phrase(en: "Fri", zh: "周五"), Phrase(en: "Sat", zh: "周六"),
    Phrase(en: "Sun", zh: "周日"),
  ]

  static func weekday(_ day: Day) -> Phrase { weekdays[day.weekday - 1] }

  /// The day with its day of the week.
  static func named(_ day: Day) -> Phrase {
    Phrase(en: "\(day) (\(weekday(day).en))", zh: "\(day)（\(weekday(day).zh)）")
  }

  static func table(_ reckoning: Reckoning) -> Presentation.Table {
    Presentation.Table(
      columns: [
        Column("day", Phrase(en: "day", zh: "日期"), overflow: .keep),
        Column("weekday", Phrase(en: "weekday", zh: "星期"), overflow: .keep),
        Column("reason", Phrase(en: "why", zh: "说明"), overflow: .wrap),
      ],
      rows: reckoning.steps.map { step in
        [
          .date(step.day.description),
          .phrase(weekday(step.day), code: "\(step.day.weekday)"),
          .phrase(step.reason, code: step.reason.en),
        ]
      }
    )
  }

  static func json(_ reckoning: Reckoning) -> JSONValue {
    .array(
      reckoning.steps.map { step in
        .object([
          JSONMember("day", .string(step.day.description)),
          JSONMember(
            "reason",
            .object([
              JSONMember("en", .string(step.reason.en)), JSONMember("zh", .string(step.reason.zh)),
            ])
          ),
        ])
      }
    )
  }
}
