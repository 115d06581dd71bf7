import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio

/// `init [DIR]`: a new ledger with the reference records in it.
enum InitCommand {
  static let directory = Argument(
    optional: ValueKind<String>.directory(),
    help: Phrase(
      en: "Where to start it; else the directory of --ledger",
      zh: "新账本目录；默认为 --ledger 所指"
    )
  )

  static let command = Command<World>(
    "init",
    section: Section.upkeep,
    summary: Phrase(en: "Start a ledger with the reference records in it", zh: "新建账本，含参考数据"),
    discussion: Phrase(
      en: """
        Schemes, the plan's targets, towns, Nice classes, legal terms, working days and fees are records \
        like any other, each with its source. Only its owner and their group can read the ledger; \
        'chmod g+rwxs' on the folder lets the group write, to what is new as well. It may lie on a file \
        server that passes locks on: NFS from version 4, SMB with locks. Elsewhere each keeps a git clone: \
        add its files to git together with commits.jsonl; by the .gitattributes of the ledger git joins \
        branches line by line, and 'brandledger adopt' commits what came. A copy of the folder is a \
        backup, at any time: what is behind its last commit is moved aside when it is used.
        """,
      zh: """
        荣誉项目、规划目标、镇区、尼斯分类、法定期限、工作日历和官费标准都是普通记录，各注明来源。账本仅所有者\
        及其用户组可读；对文件夹执行 chmod g+rwxs 后，同组人员可写，新建的文件亦然。账本可放在能传递文件锁的\
        文件服务器上（NFS 第 4 版起，或支持锁的 SMB）；否则各用一个 git 克隆：账本文件与 commits.jsonl 一并加入 git，\
        账本的 .gitattributes 使 git 逐行合并分支，再用 brandledger adopt 提交合并来的内容。随时复制整个文件夹\
        即为备份：使用副本时，最后一次提交之后的内容移到一旁。
        """
    ),
    examples: [
      Example(
        "brandledger init my-ledger",
        Phrase(en: "A ledger in a new directory", zh: "在新目录建立账本")
      )
    ],
    arguments: [directory]
  ) { session, arguments in
    let directory = arguments[directory] ?? session.directory
    let store = LedgerStore(Kinds.catalog, PosixStorage(directory))
    let changes = try Reference.changes()
    guard !session.isDryRun else {
      session.say(
        Phrase(
          en: "dry run: \(changes.count) reference records would be written to \(directory)",
          zh: "试运行：将向 \(directory) 写入 \(changes.count) 条参考记录"
        )
      )
      return nil
    }
    let written = try store.create(
      by: session.author,
      at: session.world.now,
      command: arguments.words.joined(separator: " "),
      changes
    )
    Failure.tell(written.warnings, session)
    session.said(
      written.commit,
      Phrase(
        en: "started a ledger in \(directory) with \(changes.count) reference records",
        zh: "已在 \(directory) 新建账本，含 \(changes.count) 条参考记录"
      )
    )
    return nil
  }
}

extension Reference {
  /// The reference records as the changes of a ledger's first commit.
  static func changes() throws -> [Change] {
    var changes: [Change] = []
    for (schema, _) in files {
      changes += try table(schema).records.map { .put(Draft(copying: $0)) }
    }
    return changes
  }

  /// The reference records of a kind.
  static func table(_ schema: Schema) throws -> Ledger.Table {
    let bytes = Bytes(Array((lines(for: schema) ?? "").utf8))
    return try Ledger.Table(schema, reading: bytes, count: bytes.count)
  }
}
