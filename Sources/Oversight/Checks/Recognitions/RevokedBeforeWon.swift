import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A title ends after it was won.
  static let revokedBeforeWon = Check(
    "revoked-before-won",
    demand: Phrase(en: "A title is taken away, or ends, after it was won.", zh: "荣誉的撤销或期满须晚于获得日期。"),
    severity: .error,
    each: Recognition.self
  ) { record, _ in
    guard let won = record[Recognition.awarded] else { return [] }
    let ends: [(FieldDefinition, PartialDate?)] = [
      (Recognition.revokedOn.definition, record[Recognition.revokedOn]),
      (Recognition.validUntil.definition, record[Recognition.validUntil]),
    ]
    return ends.compactMap { field, end in
      guard let end, end.last < won.first else { return nil }
      return Finding(
        record,
        Phrase(
          en: "\(field.name) is \(end), before the day on which it was won, \(won)",
          zh: "\(field.label.zh)为 \(end)，早于获得日期 \(won)"
        ),
        help: Phrase(en: "check both dates", zh: "请核对两个日期")
      )
    }
  }
}
