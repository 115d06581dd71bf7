import Bilingual
import JSONLines

/// How long awards are published.
struct Publication: ProcessRule {
  enum Count: String, CaseIterable, Sendable {
    case working, calendar
  }

  static let days = Parameter("days", .days, Phrase(en: "How many days.", zh: "公示天数。"))
  static let count = Parameter(
    "count",
    .word("day-count", Count.working),
    default: .string("working"),
    Phrase(en: "Whether working or calendar days count.", zh: "按工作日（working）或自然日（calendar）。")
  )
  static let declaration = OperationDeclaration(
    "publication",
    .schedule,
    Phrase(
      en: "Says for how many days awards are published for objections before they are approved.",
      zh: "规定审批前公示的天数，期内可提出异议。"
    ),
    parameters: [days.definition, count.definition],
    example: #"{"days":5}"#,
    Phrase(en: "Published for five working days.", zh: "公示五个工作日。")
  )

  let days: Int
  let count: Count

  init(_ arguments: inout Arguments) {
    days = arguments.required(Self.days)
    count = arguments.required(Self.count)
  }

  var sentence: Phrase {
    Phrase(
      en: "published for \(days, of: "\(count.rawValue) day")",
      zh: "公示 \(days) 个\(count == .working ? "工作日" : "自然日")"
    )
  }

  func extend(_ procedure: inout Procedure) {
    procedure.publication = Procedure.Term(days: days, areWorkingDays: count == .working)
  }
}
