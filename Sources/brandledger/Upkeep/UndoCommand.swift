import Bilingual
import CommandLine
import Ledger

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
    let log = try session.store.log()
    let number = arguments[Self.number] ?? log.count
    var count = 0
    let commit = try session.write { snapshot in
      let changes = try session.store.undo(number, in: snapshot)
      count = changes.count
      return changes
    }
    let undone = log.first { $0.number == number }?.command ?? ""
    session.said(
      commit,
      Phrase(
        en: "commit \(number) taken back, '\(undone)': \(count, of: "record") put back",
        zh: "已撤销提交 \(number)“\(undone)”：\(count) 条记录已恢复原状"
      )
    )
    if commit != nil, arguments[Self.number] == nil, undone == "undo" || undone.hasPrefix("undo ") {
      session.say(
        Phrase(
          en:
            "that commit was an undo itself: what it had taken back stands again; to go further back, name "
            + "a commit of 'brandledger log'",
          zh: "该提交本身是撤销：其所撤销的内容已重新生效；若要继续往前撤销，请指定 brandledger log 中的提交号"
        )
      )
    }
    return nil
  }
}
