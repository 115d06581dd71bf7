import Bilingual
import JSONLines

/// Who checks applications first.
struct PreCheckBy: ProcessRule {
  static let office = Parameter("office", .text, Phrase(en: "The office.", zh: "审核部门。"))
  static let declaration = OperationDeclaration(
    "preCheckBy",
    .schedule,
    Phrase(
      en: "Says which office checks applications before they are computed.",
      zh: "规定由哪个部门先行审核申报。"
    ),
    parameters: [office.definition],
    example: #"{"office":"市市场监督管理局"}"#,
    Phrase(en: "The market office checks first.", zh: "由市场监管局先行审核。")
  )

  private let office: String

  init(_ arguments: inout Arguments) {
    office = arguments.required(Self.office)
  }

  var sentence: Phrase {
    Phrase(en: "checked first by \(office)", zh: "由\(office)先行审核")
  }

  func extend(_ procedure: inout Procedure) {
    procedure.checkedBy = office
  }
}
