import Bilingual
import CommandLine
import Ledger
import Portfolio

/// `attach RECORD FILE`: keeps a paper with a record.
enum AttachCommand {
  static let record = Argument(
    ValueKind<String>.text(Phrase(en: "RECORD", zh: "记录")),
    help: Phrase(en: "The id of a record, or its name", zh: "记录的编号或名称")
  )
  static let file = Argument(
    ValueKind<String>.file(),
    help: Phrase(
      en: "The paper: pdf, ofd, jpg, png, tif, txt, csv, xlsx or docx",
      zh: "材料：pdf、ofd、jpg、png、tif、txt、csv、xlsx 或 docx"
    )
  )
  static let title = Option(
    "title",
    .text(Phrase(en: "TEXT", zh: "标题")),
    help: Phrase(en: "What the paper is", zh: "材料标题")
  )

  static let command = Command<World>(
    "attach",
    section: Section.records,
    summary: Phrase(en: "Keep a paper with a record", zh: "为记录附加材料"),
    discussion: Phrase(
      en: """
        The content is kept in the ledger's directory under its hash, never under its own name, and \
        'check' proves it. Links, devices, other types, and more than 50 MB are refused.
        """,
      zh: "内容以哈希为名存于账本目录，不使用原文件名，由 check 核验。不接受链接、设备、其他类型及超过 50 MB 的文件。"
    ),
    examples: [
      Example(
        "brandledger attach case-20251103-k7m2qd 起诉状.pdf --title 起诉状",
        Phrase(en: "A paper of a case", zh: "案件材料")
      )
    ],
    arguments: [record, file],
    options: [title]
  ) { session, arguments in
    let path = arguments[file]
    let (content, type) = try PaperFile.read(path)
    let name = AttachmentName(of: content.span, type)
    var added: RecordID?
    let commit = try session.write { snapshot in
      let owner = try RecordFinder.record([arguments[record]], snapshot, session)
      let table = try snapshot.table(Attachment.self)
      let twin = table.records.first {
        $0.attachmentName == name && $0[Attachment.record] == owner.id
          && $0[Attachment.kind] == owner.schema.kind
      }
      if let twin { throw Diagnostics(known(twin, path)) }
      if !session.isDryRun { try session.store.keep(content, as: name, draft: session.letters) }
      var draft = Draft(Attachment.schema)
      draft.id = session.ids.id("att")
      draft[Attachment.kind] = owner.schema.kind
      draft[Attachment.record] = owner.id
      draft[Attachment.title] = arguments[title]
      draft[Attachment.name] = AttachmentName.fileName(of: path)
      draft[Attachment.type] = type.rawValue
      draft[Attachment.bytes] = Int64(content.count)
      draft[Attachment.sha256] = name.hash
      added = draft.id
      return [.put(draft)]
    }
    guard let added else { return nil }
    session.said(commit, Phrase(en: "attached \(added)", zh: "已附加 \(added)"))
    try session.answer(added, commit)
    return nil
  }

  private static func known(_ twin: Record, _ path: String) -> Diagnostic {
    Diagnostic(
      "record-exists",
      Phrase(
        en: "this paper is attached to the record already: \(twin.id)",
        zh: "该材料已附于此记录：\(twin.id)"
      ),
      at: Place(file: path)
    )
  }
}
