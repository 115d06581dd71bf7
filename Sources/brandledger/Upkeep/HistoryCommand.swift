import Bilingual
import CommandLine
import JSONLines
import Ledger
import Presentation

/// `history ID`: every version of a record.
enum HistoryCommand {
  static let command = Command<World>(
    "history",
    section: Section.upkeep,
    summary: Phrase(en: "Show every version of a record", zh: "显示一条记录的全部历史"),
    examples: [
      Example(
        "brandledger history well-known-trademark",
        Phrase(en: "What was written of a scheme, by whom, when", zh: "查看某荣誉项目的历次修改")
      )
    ],
    arguments: [ShowCommand.words]
  ) { session, arguments in
    let store = session.store
    let present = try session.lastCommit()
    let (kinds, text) = RecordFinder.meaning(of: arguments[ShowCommand.words])
    var known = try past(of: RecordID(text), among: kinds, until: present, store)
    if known.isEmpty {
      // Not an id that ever was: perhaps the name of a record that stands.
      let record = try RecordFinder.record(
        arguments[ShowCommand.words],
        session.snapshot(),
        session
      )
      known = try past(of: record.id, among: [record.schema], until: present, store)
    }
    guard known.count < 2 else {
      throw Diagnostics(RecordFinder.several(text, known.map { "\($0.kind.kind) \(text)" }))
    }
    let versions = known.flatMap(\.versions)
    if case .removal(let id, let reason, _)? = versions.last?.entry, let pointer = Pointer(reason) {
      session.say(
        Phrase(
          en: "\(id) goes on as \(pointer.target): 'brandledger history \(pointer.target)'",
          zh: "\(id) 已并入 \(pointer.target)，其后历史见 brandledger history \(pointer.target)"
        )
      )
    }
    var table = Presentation.Table(columns: [
      Column("commit", Phrase(en: "commit", zh: "提交"), .trailing),
      Column("at", Phrase(en: "when", zh: "时间"), overflow: .keep),
      Column("by", Phrase(en: "who", zh: "操作人")),
      Column("what", Phrase(en: "what", zh: "内容"), overflow: .wrap),
    ])
    let isForPeople = session.language == .chinese && session.outputFormat != .csv
    let words = isForPeople && !session.isForPrograms ? try? store.snapshot().snapshot : nil
    var last: [JSONMember] = []
    for version in versions {
      let what: Cell
      switch version.entry {
      case .record(let record):
        let members = record.members
        what = .texts(try differences(last, members, record, present: words))
        last = members
      case .removal(_, let reason, _):
        what = .phrase(
          Phrase(en: "removed: \(reason)", zh: "删除：\(reason)"),
          code: "removed: \(reason)"
        )
        last = []
      }
      table.append([
        .integer(Int64(version.commit.number)), .date(version.at.description),
        .text(version.authors.joined(separator: "; ")), what,
      ])
    }
    try session.show(table)
    return nil
  }

  /// The versions that were there at a commit, by kind.
  private static func past(
    of id: RecordID,
    among kinds: [Schema],
    until commit: Int,
    _ store: LedgerStore
  ) throws -> [(kind: Schema, versions: [Version])] {
    try store.history(of: id, among: kinds).compactMap { kind, versions in
      let known = versions.filter { $0.commit.number <= commit }
      return known.isEmpty ? nil : (kind, known)
    }
  }

  /// What a version changed, field by field; in Chinese words where there are records to name what it refers to.
  private static func differences(
    _ old: [JSONMember],
    _ new: [JSONMember],
    _ record: Record,
    present: Snapshot?
  ) throws -> [String] {
    func name(_ key: String) -> String {
      guard present != nil else { return key }
      return record.schema.fields.first { $0.name == key }?.label.zh ?? key
    }
    func text(_ member: JSONMember) throws -> String {
      if let present, let field = record.schema.fields.first(where: { $0.name == member.key }) {
        return RecordCells.words(try FieldPath(field.name, record.schema, present), record).zh
      }
      return member.value.string ?? String(decoding: member.value.text, as: UTF8.self)
    }
    let changed = new.filter { member in !old.contains(member) }
    let gone = old.filter { member in !new.contains { $0.key == member.key } }
    return try changed.map { "\(name($0.key))=\(try text($0))" } + gone.map { "\(name($0.key))=" }
  }
}
