import Bilingual
public import Ledger

/// A paper that belongs to a record; its content is kept beside the data files, by its hash.
public enum Attachment: Kind {
  /// The kind of the record.
  public static let kind = Field<String>(
    "kind",
    Phrase(en: "kind", zh: "种类"),
    .text,
    required: true,
    Phrase(en: "The kind of the record it belongs to.", zh: "所属记录的种类。")
  )
  /// The record.
  public static let record = Field<RecordID>(
    "record",
    Phrase(en: "record", zh: "记录"),
    .text,
    required: true,
    Phrase(en: "The record it belongs to.", zh: "所属记录。")
  )
  /// What the paper is.
  public static let title = Field<String>(
    "title",
    Phrase(en: "title", zh: "标题"),
    .text,
    Phrase(en: "What the paper is.", zh: "材料标题。")
  )
  /// The name that the file had; it is never the name of a file again.
  public static let name = Field<String>(
    "name",
    Phrase(en: "file name", zh: "原文件名"),
    .text,
    Phrase(en: "The name that the file had when it was attached.", zh: "附加时的文件名。")
  )
  /// The type.
  public static let type = Field<String>(
    "type",
    Phrase(en: "type", zh: "类型"),
    .text,
    required: true,
    Phrase(en: "The ending that stands for the type, such as pdf.", zh: "类型扩展名，例如 pdf。")
  )
  /// How many bytes it has.
  public static let bytes = Field<Int64>(
    "bytes",
    Phrase(en: "bytes", zh: "字节数"),
    .count,
    required: true,
    Phrase(en: "How many bytes it has.", zh: "字节数。")
  )
  /// What proves the content, and finds it.
  public static let sha256 = Field<String>(
    "sha256",
    Phrase(en: "SHA-256", zh: "内容哈希"),
    .text,
    required: true,
    Phrase(en: "The hash of the content.", zh: "内容的哈希。")
  )

  /// The declaration.
  public static let schema = Schema(
    "attachment",
    Phrase(en: "attachment", zh: "附件"),
    file: "attachments.jsonl",
    key: .generated(prefix: "att"),
    meaning: Phrase(en: "A paper that belongs to a record.", zh: "记录所附的材料。"),
    fields: [
      kind.definition, record.definition, title.definition, name.definition, type.definition,
      bytes.definition, sha256.definition,
    ]
  )
}

extension Record {
  /// The name under which an attachment's content is kept; `nil` where the record holds none that
  /// could be one.
  public var attachmentName: AttachmentName? {
    guard let hash = self[Attachment.sha256], let type = self[Attachment.type] else { return nil }
    return AttachmentName(hash: hash, type: type)
  }
}
