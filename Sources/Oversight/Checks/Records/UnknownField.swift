import Bilingual
import JSONLines
import Ledger

extension Check {
  /// A record has no fields that its kind does not know.
  static let unknownField = Check(
    "unknown-field",
    demand: Phrase(en: "A record has only fields that its kind knows.", zh: "记录只含其种类定义的字段。"),
    severity: .warning
  ) { record, _ in
    let known = record.schema.fields
    return record.members.filter { record.schema.slot(named: Array($0.key.utf8)) == nil }
      .map { member in
        let meant = record.schema.field(meantBy: member.key)
        var finding = Finding(
          record,
          Phrase(en: "the kind has no field '\(member.key)'", zh: "该种类没有字段“\(member.key)”"),
          help: meant.map {
            Phrase(en: "did you mean '\($0.name)'?", zh: "是否应为“\($0.name)”（\($0.label.zh)）？")
          }
            ?? Phrase(
              en: "its fields are: " + known.map(\.name).joined(separator: ", "),
              zh: "可用字段：" + known.map(\.name).joined(separator: "、")
            )
        )
        finding.member = member.key
        return finding
      }
  }
}
