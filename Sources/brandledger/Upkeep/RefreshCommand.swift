import Bilingual
import CommandLine
import Ledger
import Portfolio

/// `refresh`: brings the reference records of this version into a ledger.
enum RefreshCommand {
  static let replaces = Option(
    flag: "replace",
    help: Phrase(
      en: "Replace the records that differ from those of the program, too",
      zh: "同时替换与程序自带不同的记录"
    )
  )

  static let command = Command<World>(
    "refresh",
    section: Section.upkeep,
    summary: Phrase(en: "Bring in the reference records that a ledger lacks", zh: "补入账本缺少的参考数据"),
    discussion: Phrase(
      en: """
        A new version of the program may know more legal terms, fees, working days or schemes. What the \
        ledger lacks is added in one commit; what it has otherwise is left alone and named, unless \
        --replace is given. Fields that the program says nothing of stay the office's own; what somebody \
        removed stays removed.
        """,
      zh: """
        新版程序可能带有更多法定期限、官费、工作日历或荣誉项目。账本缺少的一次提交补入；已有而不同的保持不变\
        并逐条列出，除非指定 --replace。程序未涉及的字段保留本地内容；已删除的不再补入。
        """
    ),
    examples: [
      Example(
        "brandledger refresh --dry-run",
        Phrase(en: "See what would be added", zh: "先看将补入哪些")
      )
    ],
    options: [replaces]
  ) { session, arguments in
    var missing = 0
    var differing: [String] = []
    let commit = try session.write { snapshot in
      missing = 0
      differing = []
      return try Reference.files.flatMap { schema, _ -> [Change] in
        let table = try snapshot.table(schema)
        return try Reference.table(schema).records.compactMap { record -> Change? in
          guard let own = table[record.id] else {
            guard table.removals[record.id] == nil else { return nil }
            missing += 1
            return .put(Draft(copying: record))
          }
          let fields = schema.fields.filter { record.has($0) && record[$0] != own[$0] }
          guard !fields.isEmpty else { return nil }
          let names = fields.map(\.name).joined(separator: ", ")
          differing.append("\(schema.kind) \(record.id) (\(names))")
          guard arguments[replaces] else { return nil }
          var draft = Draft(copying: own)
          for field in fields { draft[field] = record[field] }
          return .put(draft)
        }
      }
    }
    let names = differing.joined(separator: ", ")
    if !differing.isEmpty {
      session.say(
        arguments[replaces]
          ? Phrase(
            en: "these fields take the program's values: \(names)",
            zh: "以下字段改用程序自带的值：\(names)"
          )
          : Phrase(
            en:
              "\(differing.count, of: "record") differ and were left alone (--replace takes ours): \(names)",
            zh: "\(differing.count) 条记录不同，保持不变（--replace 可替换）：\(names)"
          )
      )
    }
    let replaced = arguments[replaces] ? differing.count : 0
    guard commit != nil else {
      if !session.isDryRun {
        session.say(Phrase(en: "nothing was missing", zh: "没有缺少的参考数据"))
      }
      return nil
    }
    session.said(
      commit,
      Phrase(
        en: "\(missing) reference records added, \(replaced) replaced",
        zh: "补入参考数据 \(missing) 条，替换 \(replaced) 条"
      )
    )
    return nil
  }
}
