import Bilingual
import CommandLine
import Ledger

/// `recover`: what no commit holds is saved and taken away, and line ends are put right.
enum RecoverCommand {
  static let show = Option(
    flag: "show",
    help: Phrase(en: "Only say what was found and what can be done about it", zh: "只显示发现的情况及处理办法")
  )

  static let command = Command<World>(
    "recover",
    section: Section.upkeep,
    summary: Phrase(en: "Put the files right after a crash or an editor", zh: "崩溃或编辑器改动后恢复账本文件"),
    discussion: Phrase(
      en: """
        Bytes that no commit holds are moved to recovered/, byte for byte. A file that only got other \
        line ends becomes what was committed. A file of which committed records were edited is left as \
        it is: the answer says from which commit on it differs.
        """,
      zh: """
        未提交的内容会原样移入 recovered/；只是换行被改动的文件会复原。已提交的记录被编辑过的文件保持原样，\
        并说明自哪次提交起不符。
        """
    ),
    examples: [
      Example(
        "brandledger recover --show",
        Phrase(en: "What a crash, an editor or git left", zh: "查看崩溃、编辑器或 git 留下的情况")
      ),
      Example("brandledger recover", Phrase(en: "Put it right", zh: "恢复")),
    ],
    options: [show]
  ) { session, arguments in
    guard !arguments[show], !session.isDryRun else {
      let findings = try session.store.inspect()
      try CheckCommand.tell(findings, session)
      return findings.isEmpty ? 0 : 1
    }
    let done = try session.store.recover(
      by: session.author,
      at: session.world.now,
      command: session.commandLine
    )
    Failure.tell(done, session)
    session.say(
      done.isEmpty
        ? Phrase(en: "nothing to recover: the files hold what was committed", zh: "无需恢复：文件与提交一致")
        : Phrase(en: "the files hold what was committed", zh: "文件已与提交一致")
    )
    return nil
  }
}
