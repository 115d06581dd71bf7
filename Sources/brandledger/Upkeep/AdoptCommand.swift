import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio

/// `adopt`: records that hands or git put into the files are checked and committed.
enum AdoptCommand {
  static let rewrite = Option(
    flag: "rewrite",
    help: Phrase(
      en:
        "Take files of which committed records were edited as they are; the commits from the first "
        + "edited one on become one",
      zh: "按现状接受已提交记录被编辑过的文件；自首个被改动的提交起合并为一次提交"
    )
  )

  static let command = Command<World>(
    "adopt",
    section: Section.upkeep,
    summary: Phrase(
      en: "Check and commit records that were added by hand or by a merge",
      zh: "检查并提交手工添加或 git 合并带来的记录"
    ),
    discussion: Phrase(
      en: """
        Lines behind the last commit are read strictly and checked with all others; where one that hands \
        added is wrong, nothing is committed. After a merge of two branches that both wrote, what the other \
        branch committed is committed anew, in one; records that both changed are named, and so is what \
        does not fit together, such as one title entered in both: remove or merge that afterwards. A file \
        whose lines git mixed is joined as it is, and 'brandledger check' tells what is wrong in it. A power cut before \
        'adopt' is done may tear what hands or git wrote; it then refuses and names the place.
        """,
      zh: """
        对最后一次提交之后的各行严格读取并检查；手工添加的行有错则不提交任何内容。两个分支合并后，另一分支\
        提交的内容合为一次新的提交；双方都改动过的记录、彼此不符之处（如双方登记了同一荣誉）会逐一列出，\
        请随后删除或合并。各行被 git 交错合并的文件按现状接受，其中的问题由 brandledger check 指出。\
        完成之前若断电，手工或 git 写入的内容可能残缺，adopt 会拒绝并指出位置。
        """
    ),
    examples: [
      Example(
        "brandledger adopt --dry-run",
        Phrase(en: "Check, and commit nothing", zh: "只检查，不提交")
      ),
      Example(
        "brandledger adopt",
        Phrase(en: "After an editor's save or a git merge", zh: "在编辑器保存或 git 合并之后")
      ),
    ],
    options: [rewrite]
  ) { session, arguments in
    var count = 0
    let written = try session.store.adopt(
      by: session.author,
      at: session.world.now,
      command: session.commandLine,
      rewriting: arguments[rewrite],
      isDryRun: session.isDryRun
    ) { adoption in
      count = adoption.lines.count
      try check(adoption, session)
    }
    Failure.tell(written.warnings.map(forAwards), session)
    if session.isDryRun {
      session.say(
        Phrase(
          en: "dry run: \(count, of: "line") would be committed, nothing was written",
          zh: "试运行：将提交 \(count) 行，未写入任何内容"
        )
      )
    } else if written.commit == nil {
      session.say(
        Phrase(en: "nothing to adopt: every line is committed", zh: "没有可提交的内容：所有行均已提交")
      )
    }
    session.said(
      written.commit,
      Phrase(en: "\(count, of: "line") committed", zh: "已提交 \(count) 行")
    )
    return nil
  }

  /// An award that both branches moved is mended by its commands, not by `set`.
  private static func forAwards(_ warning: Diagnostic) -> Diagnostic {
    guard warning.name == "changed-twice", warning.place?.file == Award.schema.file else {
      return warning
    }
    var warning = warning
    warning.help = Phrase(
      en:
        "what both did with it counts; 'award show' tells where it stands and what can be done now",
      zh: "双方的办理经过均计入；可用 award show 查看现状和当前可用的动作"
    )
    return warning
  }

  /// Tells what the checks newly find, and refuses errors in the lines that hands added.
  ///
  /// What a branch committed was valid there, or told: it is joined, and `check` goes on telling it.
  private static func check(_ adoption: Adoption, _ session: Session) throws {
    let known = Set(try Checks.run(adoption.before, today: session.today))
    let found = try Checks.run(adoption.after, today: session.today).filter { !known.contains($0) }
    let refused = found.filter { finding in
      finding.severity == .error && finding.place.map { adoption.isNew($0) } ?? false
    }
    guard refused.isEmpty else { throw Diagnostics(refused + [notAdopted(refused.count)]) }
    Failure.tell(found, session)
  }

  private static func notAdopted(_ count: Int) -> Diagnostic {
    Diagnostic(
      "not-adopted",
      Phrase(
        en: "\(count, of: "error") in lines that no commit holds: nothing was committed",
        zh: "未提交的行中有 \(count) 个错误，未提交任何内容"
      ),
      help: Phrase(
        en: "correct those lines in the file or take them out, then run 'brandledger adopt' again",
        zh: "请在文件中更正或删去这些行，再运行 brandledger adopt"
      )
    )
  }
}
