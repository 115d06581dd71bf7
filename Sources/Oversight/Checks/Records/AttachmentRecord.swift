import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A paper belongs to a record that exists, and is found by its hash.
  static let attachmentRecord = Check(
    "attachment-record",
    demand: Phrase(
      en: "A paper belongs to a record that exists, and is named by hash and type.",
      zh: "附件须属于已有记录，并以哈希和类型命名。"
    ),
    severity: .error,
    each: Attachment.self
  ) { record, audit in
    var findings: [Finding] = []
    let kind = record[Attachment.kind] ?? ""
    let id = record[Attachment.record] ?? RecordID("")
    if let schema = audit.snapshot.catalog[kind] {
      if try audit.snapshot.table(schema)[id] == nil {
        var finding = Finding(
          record,
          Phrase(en: "there is no \(schema.label.en) '\(id)'", zh: "没有\(schema.label.zh)“\(id)”"),
          help: Phrase(
            en: "remove the attachment with a reason, or set 'record' to the right one",
            zh: "请注明原因删除该附件，或将 record 改为正确的记录"
          )
        )
        finding.field = Attachment.record.definition
        findings.append(finding)
      }
    } else {
      var finding = Finding(
        record,
        Phrase(en: "there is no kind '\(kind)'", zh: "没有种类“\(kind)”"),
        help: Phrase(en: "'brandledger kinds' lists them", zh: "用 brandledger kinds 查看")
      )
      finding.field = Attachment.kind.definition
      findings.append(finding)
    }
    if record.attachmentName == nil {
      var finding = Finding(
        record,
        Phrase(
          en: "its hash and type name no paper; such a record opens no file",
          zh: "哈希和类型不能对应附件；不会据此打开任何文件"
        ),
        help: Phrase(en: "attach the paper again and remove this record", zh: "请重新附加材料并删除此记录")
      )
      finding.field = Attachment.sha256.definition
      findings.append(finding)
    }
    return findings
  }
}
