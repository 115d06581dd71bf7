import Bilingual
import JSONLines

/// Who approves awards.
struct ApproveBy: ProcessRule {
  static let office = Parameter("office", .text, Phrase(en: "Who approves.", zh: "审批单位。"))
  static let declaration = OperationDeclaration(
    "approveBy",
    .schedule,
    Phrase(en: "Says who approves awards.", zh: "规定由谁审批奖励。"),
    parameters: [office.definition],
    example: #"{"office":"市人民政府"}"#,
    Phrase(en: "The city's government approves.", zh: "由市人民政府审批。")
  )

  private let office: String

  init(_ arguments: inout Arguments) {
    office = arguments.required(Self.office)
  }

  var sentence: Phrase {
    Phrase(en: "approved by \(office)", zh: "由\(office)审批")
  }

  func extend(_ procedure: inout Procedure) {
    procedure.approvedBy = office
  }
}
