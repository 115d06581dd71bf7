import Bilingual
import CommandLine
import JSONLines
import Ledger
import Presentation

/// `log`: the commits of the ledger.
enum LogCommand {
  static let limit = Option(
    "limit",
    .integer(Phrase(en: "N", zh: "条数"), in: 1...Int.max),
    short: "n",
    help: Phrase(en: "Only the last so many", zh: "只显示最后若干次")
  )

  static let command = Command<World>(
    "log",
    section: Section.upkeep,
    summary: Phrase(en: "Show who wrote what, and when", zh: "显示提交日志"),
    examples: [
      Example(
        "brandledger log -n 10",
        Phrase(en: "The last ten commits", zh: "最近十次提交")
      )
    ],
    options: [limit]
  ) { session, arguments in
    let last = try session.lastCommit()
    let log = try session.store.log().filter { $0.number <= last }
    let commits = arguments[limit].map { Array(log.suffix($0)) } ?? log
    var table = Presentation.Table(columns: [
      Column("commit", Phrase(en: "commit", zh: "提交"), .trailing),
      Column("at", Phrase(en: "when", zh: "时间"), overflow: .keep),
      Column("by", Phrase(en: "who", zh: "操作人")),
      Column("lines", Phrase(en: "bytes", zh: "字节"), .trailing),
      Column("files", Phrase(en: "files", zh: "文件"), overflow: .wrap),
      Column("command", Phrase(en: "command", zh: "命令"), overflow: .wrap),
    ])
    for commit in commits {
      let written = commit.files.filter { $0.value.hash != nil }
      let bytes = written.values.reduce(0) { $0 + $1.appended }
      table.append([
        .integer(Int64(commit.number)), .date(commit.at.description), .text(commit.by),
        .integer(Int64(bytes)), .list(written.keys.sorted()), .text(commit.command),
      ])
    }
    try session.show(table)
    return nil
  }
}

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
    let words = arguments[ShowCommand.words]
    let store = session.store
    // An id stays when its record is gone; a name is that of a record that stands.
    var versions = try store.history(of: RecordID(words.joined(separator: " ")))
    if versions.isEmpty {
      let record = try ShowCommand.find(words, session.snapshot(), session)
      versions = try store.history(of: record.id)
    }
    let present = try session.lastCommit()
    versions = versions.filter { $0.commit.number <= present }
    var table = Presentation.Table(columns: [
      Column("commit", Phrase(en: "commit", zh: "提交"), .trailing),
      Column("at", Phrase(en: "when", zh: "时间"), overflow: .keep),
      Column("by", Phrase(en: "who", zh: "操作人")),
      Column("what", Phrase(en: "what", zh: "内容"), overflow: .wrap),
    ])
    var last: [JSONMember] = []
    for version in versions {
      let what: Cell
      switch version.entry {
      case .record(let record):
        let members = record.members
        what = .list(differences(last, members))
        last = members
      case .removal(_, let reason, _):
        what = .phrase(
          Phrase(en: "removed: \(reason)", zh: "删除：\(reason)"),
          code: "removed: \(reason)"
        )
        last = []
      }
      table.append([
        .integer(Int64(version.commit.number)), .date(version.commit.at.description),
        .text(version.commit.by), what,
      ])
    }
    try session.show(table)
    return nil
  }

  private static func differences(_ old: [JSONMember], _ new: [JSONMember]) -> [String] {
    func text(_ value: JSONValue) -> String {
      value.string ?? String(decoding: value.text, as: UTF8.self)
    }
    let changed = new.filter { member in !old.contains(member) }
    let gone = old.filter { member in !new.contains { $0.key == member.key } }
    return changed.map { "\($0.key)=\(text($0.value))" } + gone.map { "\($0.key)=" }
  }
}

/// `undo [COMMIT]`: appends what stood before.
enum UndoCommand {
  static let number = Argument(
    optional: ValueKind<Int>.integer(Phrase(en: "COMMIT", zh: "提交号"), in: 1...Int.max),
    help: Phrase(en: "The commit; the last one where none is named", zh: "提交号；默认为最后一次")
  )

  static let command = Command<World>(
    "undo",
    section: Section.upkeep,
    summary: Phrase(en: "Take a commit back by appending what stood before", zh: "撤销一次提交（追加先前的内容）"),
    discussion: Phrase(
      en: "Nothing is removed from any file; an undo can itself be undone.",
      zh: "不删除任何内容；撤销本身也可以撤销。"
    ),
    examples: [
      Example("brandledger undo", Phrase(en: "Take back the last commit", zh: "撤销最后一次提交")),
      Example(
        "brandledger undo 12 --dry-run",
        Phrase(en: "Show what undoing commit 12 would append", zh: "预览撤销提交 12 将追加的内容")
      ),
    ],
    arguments: [number]
  ) { session, arguments in
    let store = session.store
    var count = 0
    let commit = try session.write { snapshot in
      let changes = try store.undo(arguments[number], in: snapshot)
      count = changes.count
      return changes
    }
    session.said(
      commit,
      Phrase(en: "\(count) records are as they were before", zh: "\(count) 条记录已恢复原状")
    )
    return nil
  }
}
