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
    let wanted = log.first { $0.number == number }
    if let wanted, arguments[Self.number] == nil, wanted.by != session.author {
      throw Diagnostics(ofAnother(wanted))
    }
    var count = 0
    let commit = try session.write { snapshot in
      let changes = try session.store.undo(number, in: snapshot)
      let later = try LaterEvents.refusals(changes, in: snapshot, of: session.store)
      guard later.isEmpty else { throw Diagnostics(later) }
      count = changes.count
      return changes
    }
    let undone = wanted?.command ?? ""
    let (by, at) = (wanted?.by ?? "", wanted?.at.description ?? "")
    session.said(
      commit,
      Phrase(
        en:
          "commit \(number) by \(by) at \(at) taken back, '\(undone)': \(count, of: "record") put back",
        zh: "已撤销 \(by) 于 \(at) 的提交 \(number)“\(undone)”：\(count) 条记录已恢复原状"
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

  /// Says whose the last commit is; nobody takes back another's without naming it.
  private static func ofAnother(_ commit: Commit) -> Diagnostic {
    Diagnostic(
      "undo-of-another",
      Phrase(
        en: "the last commit, \(commit.number), is by \(commit.by) at \(commit.at): "
          + "'\(commit.command)'",
        zh: "最后一次提交 \(commit.number) 由 \(commit.by) 于 \(commit.at) 作出：“\(commit.command)”"
      ),
      help: Phrase(
        en: "to take it back nevertheless, type 'brandledger undo \(commit.number)'",
        zh: "如确需撤销，请输入 brandledger undo \(commit.number)"
      )
    )
  }
}
