import Bilingual
import CommandLine
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
        .integer(Int64(bytes)), .texts(written.keys.sorted()), .text(commit.command),
      ])
    }
    try session.show(table)
    return nil
  }
}
