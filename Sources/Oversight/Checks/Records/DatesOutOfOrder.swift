import Bilingual
import Ledger

extension Check {
  /// The dates of a record come in the order in which they can only come.
  static let datesOutOfOrder = Check(
    "dates-out-of-order",
    demand: Phrase(
      en: "No right is granted before it is filed, and none ends before it is granted.",
      zh: "授权（注册）不早于申请，终止和期满不早于授权（注册）。"
    ),
    severity: .error
  ) { record, _ in
    DateOrder.problems(record.schema) { record[$0] }.map { field, problem in
      var finding = Finding(
        record,
        Phrase(
          en: "\(field.name): \(problem.message.en)",
          zh: "\(field.label.zh)：\(problem.message.zh)"
        ),
        help: Phrase(en: "check both dates", zh: "请核对两个日期")
      )
      finding.field = field
      return finding
    }
  }
}
