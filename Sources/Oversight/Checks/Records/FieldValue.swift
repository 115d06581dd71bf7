import Bilingual
import JSONLines
import Ledger

extension Check {
  /// Every value fits the type of its field; a check digit that does not fit is a warning.
  static let fieldValue = Check(
    "field-value",
    demand: Phrase(en: "Every value fits the type of its field.", zh: "字段的值须符合其类型。"),
    severity: .error
  ) { record, _ in
    record.schema.fields.compactMap { field in
      guard let value = record[field],
        let problem = field.problem(value, other: { record[$0] }) ?? lostDigits(value, field)
      else { return nil }
      var finding = Finding(
        record,
        Phrase(
          en: "\(field.name): \(problem.message.en)",
          zh: "\(field.label.zh)：\(problem.message.zh)"
        ),
        help: Phrase(
          en: "expected: \(field.type.expectation.en)",
          zh: "应为：\(field.type.expectation.zh)"
        )
      )
      finding.field = field
      finding.name = problem.name
      finding.severity = problem.isWarning ? .warning : .error
      return finding
    }
  }

  private static func lostDigits(_ value: JSONValue, _ field: FieldDefinition) -> FieldProblem? {
    guard case .text = field.type.form, let text = value.string, LostDigits.isTold(by: text) else {
      return nil
    }
    return LostDigits.problem(text, isWarning: true)
  }
}
