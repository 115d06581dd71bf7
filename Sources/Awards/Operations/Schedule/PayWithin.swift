import Bilingual
import JSONLines

/// By when awards are paid.
struct PayWithin: ProcessRule {
  static let workingDays = Parameter(
    "workingDays",
    .days,
    Phrase(en: "How many working days.", zh: "工作日数。")
  )
  static let declaration = OperationDeclaration(
    "payWithin",
    .schedule,
    Phrase(
      en: "Says within how many working days after the approval an award is paid.",
      zh: "规定审批后多少个工作日内支付。"
    ),
    parameters: [workingDays.definition],
    example: #"{"workingDays":3}"#,
    Phrase(en: "Paid within three working days.", zh: "三个工作日内支付。")
  )

  private let days: Int

  init(_ arguments: inout Arguments) {
    days = arguments.required(Self.workingDays)
  }

  var sentence: Phrase {
    Phrase(en: "paid within \(days, of: "working day")", zh: "\(days) 个工作日内支付")
  }

  func extend(_ procedure: inout Procedure) {
    procedure.payWithin = days
  }
}
