import Bilingual
import JSONLines
import Ledger

extension Check {
  /// Every reference names a record that exists.
  static let danglingReference = Check(
    "dangling-reference",
    demand: Phrase(en: "Every reference names a record that exists.", zh: "引用的记录须存在。"),
    severity: .error
  ) { record, audit in
    var findings: [Finding] = []
    for field in record.schema.fields {
      guard let kind = field.referredKind, let schema = audit.snapshot.catalog[kind],
        let value = record[field]
      else { continue }
      let table = try audit.snapshot.table(schema)
      for id in (value.array ?? [value]).compactMap(\.string)
      where table[RecordID(id)] == nil && !(record.schema.kind == kind && record.id.text == id) {
        let removal = table.removals[RecordID(id)]
        var finding = Finding(
          record,
          Phrase(
            en: "\(field.name): there is no \(schema.label.en) '\(id)'"
              + (removal.map { "; it was removed: \($0)" } ?? ""),
            zh: "\(field.label.zh)：没有\(schema.label.zh)“\(id)”"
              + (removal.map { "；该记录已删除：\($0)" } ?? "")
          ),
          help: Phrase(
            en: "add the \(schema.label.en), or give the id of one that exists",
            zh: "请先添加该\(schema.label.zh)，或改填已有记录的编号"
          )
        )
        finding.field = field
        findings.append(finding)
      }
    }
    return findings
  }
}
