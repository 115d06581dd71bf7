import Bilingual
import JSONLines

/// Cash or vouchers.
struct PayAs: ProcessRule {
  enum Form: String, CaseIterable, Sendable {
    case cash, voucher
  }

  static let form = Parameter(
    "form",
    .word("form", Form.cash),
    default: .string("cash"),
    Phrase(en: "cash or voucher.", zh: "现金（cash）或券（voucher）。")
  )
  static let use = Parameter(
    optional: "use",
    .text,
    Phrase(en: "For what it may be used; free where left out.", zh: "限定用途；缺省为不限。")
  )
  static let declaration = OperationDeclaration(
    "payAs",
    .schedule,
    Phrase(
      en: "Says in which form an award is paid, and for what it may be used.",
      zh: "规定支付形式和用途限制。"
    ),
    parameters: [form.definition, use.definition],
    example: #"{"form":"voucher","use":"知识产权服务"}"#,
    Phrase(en: "Paid in vouchers for IP services.", zh: "以知识产权服务券支付。")
  )

  private let form: Form
  private let use: String?

  init(_ arguments: inout Arguments) {
    form = arguments.required(Self.form)
    use = arguments.optional(Self.use)
  }

  var sentence: Phrase {
    Phrase(
      en: "paid in \(form == .cash ? "cash" : "vouchers")" + (use.map { ", for \($0)" } ?? ""),
      zh: "以\(form == .cash ? "现金" : "券")支付" + (use.map { "，用于\($0)" } ?? "")
    )
  }

  func extend(_ procedure: inout Procedure) {
    procedure.isVoucher = form == .voucher
    procedure.use = use
  }
}
