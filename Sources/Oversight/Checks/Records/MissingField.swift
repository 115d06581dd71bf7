import Bilingual
import Ledger

extension Check {
  /// Every record has the fields that its kind requires.
  static let missingField = Check(
    "missing-field",
    demand: Phrase(en: "Every record has the fields that its kind requires.", zh: "记录须具备其种类要求的字段。"),
    severity: .error
  ) { record, _ in
    record.schema.fields.filter { $0.isRequired && record[$0]?.isBlank ?? true }.map { field in
      Finding(
        record,
        Phrase(en: "the field '\(field.name)' is missing", zh: "缺少字段“\(field.label.zh)”"),
        help: Phrase(
          en: "give it: \(field.type.expectation.en)",
          zh: "请补充：\(field.type.expectation.zh)"
        )
      )
    }
  }
}
