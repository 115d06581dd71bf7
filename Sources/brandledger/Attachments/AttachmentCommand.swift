import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `attachment list` and `attachment export`: the papers that are kept with records.
enum AttachmentCommand {
  static let command = Command<World>(
    "attachment",
    section: Section.records,
    summary: Phrase(en: "Papers that are kept with records", zh: "记录所附的材料"),
    examples: [
      Example("brandledger attachment list", Phrase(en: "All papers", zh: "列出全部材料"))
    ]
  ) { [list, export] }

  private static let owner = Argument(
    optional: ValueKind<String>.text(Phrase(en: "RECORD", zh: "记录")),
    help: Phrase(en: "Only those of this record", zh: "只列出此记录的材料")
  )

  private static let list = Command<World>(
    "list",
    summary: Phrase(en: "List papers", zh: "列出材料"),
    examples: [
      Example(
        "brandledger attachment list case-20251103-k7m2qd",
        Phrase(en: "The papers of a case", zh: "某案件的材料")
      )
    ],
    arguments: [owner]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    var records = try snapshot.table(Attachment.self).records
    if let text = arguments[owner] {
      let owner = try RecordFinder.record([text], snapshot, session)
      records = papers(of: owner, records)
    }
    guard !session.isForPrograms else {
      try session.show(records: records.map(\.line))
      return nil
    }
    try session.show(
      try ListCommand.table(
        Attachment.schema,
        records,
        ["id", "kind", "record", "title", "name", "type", "bytes"],
        snapshot
      )
    )
    return nil
  }

  private static let id = Argument(
    ValueKind<String>.text(Phrase(en: "ID", zh: "编号")),
    help: Phrase(en: "The id of the attachment", zh: "附件编号")
  )
  private static let target = Argument(
    ValueKind<String>.file(),
    help: Phrase(en: "Where to write it", zh: "写入的文件")
  )

  private static let export = Command<World>(
    "export",
    summary: Phrase(en: "Write a paper to a file", zh: "将材料写入文件"),
    discussion: Phrase(en: "Its bytes are proved by their hash first.", zh: "写出前先核验哈希。"),
    examples: [
      Example(
        "brandledger attachment export att-20251103-k7m2qd 起诉状.pdf",
        Phrase(en: "A copy of a paper", zh: "取出一份材料")
      )
    ],
    arguments: [id, target]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let record = try session.record(arguments[id], Attachment.schema, in: snapshot)
    guard let name = record.attachmentName else { throw Diagnostics(unnamed(record)) }
    let content = try session.store.attachment(name)
    let path = arguments[target]
    try UserFiles.write(content.withSpan { $0.copied }, to: path)
    session.say(
      Phrase(
        en: "wrote \(content.count, of: "byte") to \(path)",
        zh: "已向 \(path) 写入 \(content.count) 字节"
      )
    )
    return nil
  }

  /// The attachments of a record among all.
  static func papers(of owner: Record, _ attachments: [Record]) -> [Record] {
    attachments.filter {
      $0[Attachment.record] == owner.id && $0[Attachment.kind] == owner.schema.kind
    }
  }

  /// Finds what is wrong with the papers themselves: missing, altered, or none.
  static func findings(_ snapshot: Snapshot, _ store: LedgerStore) throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var known: Set<AttachmentName> = []
    for record in try snapshot.table(Attachment.self).records {
      guard let name = record.attachmentName, known.insert(name).inserted else { continue }
      do {
        _ = try store.attachment(name)
      } catch let fault as Diagnostics where fault.outcome == .refused {
        findings += fault.list
      }
    }
    findings += try store.strayAttachments().map { path in
      Diagnostic(
        "attachment-stray",
        Phrase(en: "this file is no paper that was attached", zh: "此文件不是附加的材料"),
        help: Phrase(
          en:
            "a command was broken off before its commit, or a hand put it there; it may be taken away",
          zh: "命令在提交前中断，或手工放入；可以移走"
        ),
        severity: .warning,
        at: Place(file: path)
      )
    }
    return findings
  }

  private static func unnamed(_ record: Record) -> Diagnostic {
    Diagnostic(
      "attachment-name",
      Phrase(
        en: "\(record.id) names no paper: its hash or type is not one",
        zh: "\(record.id) 的哈希或类型无效，不对应任何附件"
      ),
      help: Phrase(en: "attach the paper again", zh: "请重新附加材料"),
      at: record.place
    )
  }
}
