import Bilingual
import CommandLine
import JSONLines
import Ledger
import Oversight
import Portfolio

/// `mark event`, `patent event`: what happened to a right; and what follows from it.
enum RightEventCommand {
  static let action = Argument(
    Values.word(RightAction.self, Phrase(en: "EVENT", zh: "事项")),
    help: Phrase(
      en: "What happened, such as renewed, transferred, licensed, cancelled",
      zh: "发生的事项，例如 续展、转让、许可、撤销"
    )
  )
  static let right = Argument(
    .text(Phrase(en: "PATENT", zh: "专利")),
    help: Phrase(en: "The patent: its application number or its title", zh: "专利的申请号或名称")
  )
  static let office = Option(
    "office",
    ValueKind(
      Phrase(en: "OFFICE", zh: "指定国"),
      expected: FieldType.office.expectation
    ) { text -> String? in
      guard case .success(let value) = FieldType.office.parse(text) else { return nil }
      return value.string
    },
    help: Phrase(
      en: "Of an international registration, the one designation that is meant",
      zh: "国际注册中仅涉及的指定国"
    )
  )
  static let classes = Option(
    repeated: "class",
    .integer(Phrase(en: "CLASS", zh: "类别"), in: 1...45),
    help: Phrase(
      en: "A Nice class that alone is concerned, of a partial refusal, cancellation or surrender",
      zh: "部分驳回、撤销、无效或注销所涉及的尼斯类别"
    )
  )
  static let part = Option(
    "part",
    .text(Phrase(en: "TEXT", zh: "部分")),
    help: Phrase(
      en: "The goods, of a patent the claims, that alone are concerned; their class stands",
      zh: "仅涉及的商品（专利为权利要求），所在类别仍有效"
    )
  )
  static let parties = Option(
    repeated: "party",
    .text(Phrase(en: "ENTERPRISE", zh: "企业")),
    help: Phrase(en: "The new owner, the licensee or the pledgee", zh: "受让人、被许可人或质权人")
  )
  static let until = Option(
    "until",
    Values.day,
    help: Phrase(
      en: "The last day of the new term, the licence or the pledge",
      zh: "新一届专用期、许可或质押的末日"
    )
  )
  static let patentYear = Option(
    "patent-year",
    .integer(Phrase(en: "YEAR", zh: "年度"), in: 1...25),
    help: Phrase(en: "The patent year that the annuity is for", zh: "年费所属专利年度")
  )
  static let amount = Option(
    "amount",
    Values.money,
    help: Phrase(en: "What was paid, or what the pledge secures", zh: "缴费金额或质押担保金额")
  )
  static let document = Option(
    "document",
    .text(Phrase(en: "NUMBER", zh: "文书号")),
    help: Phrase(en: "The number of the notice or the contract", zh: "通知书、公告或合同编号")
  )
  static let noticed = Option(
    "noticed",
    Values.day,
    help: Phrase(
      en: "The day on which the notice came in; review and restoration are counted from it",
      zh: "收到通知书之日；复审和恢复期限自此起算"
    )
  )
  static let reason = Option(
    "reason",
    .text(Phrase(en: "TEXT", zh: "理由")),
    help: Phrase(
      en:
        "Why it counts although it came out of its time or was paid short: an extension, a restoration",
      zh: "不在法定期限内或少缴仍有效的理由，如准予延期、恢复权利"
    )
  )

  static let mark = Command<World>(
    "event",
    summary: Phrase(en: "Enter what happened to a mark", zh: "登记商标事项"),
    discussion: Phrase(
      en: """
        The status, the owner and the term of the mark follow from its events. A renewal without \
        --until gets the term that the law gives. With --office an event is of one designation of an \
        international registration; the registration itself is renewed once, as a whole.

        A review (review-filed) holds a refusal or a cancellation up: the mark stands as before it. What \
        the review decides is entered as published, or as refused or cancelled again, against which a \
        suit (review-filed, too) is possible for thirty days, as against an invalidity. What a review or a \
        court gives back is 'restored'.

        With --class, or --part for some goods of a class, an event is of these alone: the mark goes on in \
        the rest, and its classes become those in which it stands.
        """,
      zh: """
        商标的状态、注册人与专用期由事项得出。续展未写 --until 的按法定期限推算。写明 --office 的事项仅涉及\
        国际注册的一个指定国；国际注册统一续展一次。

        申请复审（review-filed）后，驳回或撤销暂不生效，商标恢复此前状态。复审结果登记为公告（published），\
        或再次登记驳回、撤销，此后三十日内可起诉（仍登记 review-filed），对宣告无效亦同。复审或法院恢复权利的登记 restored。

        写明 --class（类别）或 --part（类别中的部分商品）的事项只及于该部分，商标在其余部分继续有效，\
        其类别随之更新。
        """
    ),
    examples: [
      Example(
        "brandledger mark event WO/9900001 refused --office US --on 2024-05-20",
        Phrase(en: "One designation was refused", zh: "某一指定国被驳回")
      ),
      Example(
        "brandledger mark event CN/99000010 cancelled --class 35 --on 2025-03-06",
        Phrase(en: "It was cancelled in one class, and stands in the others", zh: "在一个类别上被撤销")
      ),
      Example(
        "brandledger mark event CN/99000010 transferred --party 启东市示例海润水产有限公司 --on 2025-03-06",
        Phrase(en: "A new owner", zh: "登记转让")
      ),
    ],
    arguments: [MarkOptions.mark, action],
    options: [
      MarkOptions.day, office, classes, part, parties, until, amount, document, noticed, reason,
      MarkOptions.text,
    ]
  ) { session, arguments in
    try enter(session, arguments, Trademark.schema, arguments[MarkOptions.mark])
    return nil
  }

  static let patent = Command<World>(
    "event",
    summary: Phrase(en: "Enter what happened to a patent", zh: "登记专利事项"),
    examples: [
      Example(
        "brandledger patent event 202019900002.9 annuity-paid --patent-year 7 --amount 2000 "
          + "--on 2026-05-06",
        Phrase(en: "An annuity was paid", zh: "登记缴纳年费")
      ),
      Example(
        "brandledger patent event 202019900002.9 pledged --party 启东市示例海润水产有限公司 --amount 300万 "
          + "--on 2025-03-06",
        Phrase(en: "It was pledged", zh: "登记质押")
      ),
    ],
    arguments: [right, action],
    options: [
      MarkOptions.day, part, parties, until, patentYear, amount, document, noticed, reason,
      MarkOptions.text,
    ]
  ) { session, arguments in
    try enter(session, arguments, Patent.schema, arguments[right])
    return nil
  }

  static let file = Command<World>(
    "file",
    summary: Phrase(
      en: "Note that the list of members was filed with the office",
      zh: "登记成员名单已向主管机关报备"
    ),
    examples: [
      Example(
        "brandledger mark file 天汾电动工具 --on 2025-12-20 --document 示例备案2025-3",
        Phrase(en: "With the number of the notice", zh: "写明文书号")
      )
    ],
    arguments: [MarkOptions.mark],
    options: [MarkOptions.day, document, MarkOptions.text]
  ) { session, arguments in
    try write(session) { snapshot, desk in
      let marks = try CollectiveMarks(snapshot, today: session.today)
      let mark = try session.sharedMark(arguments[MarkOptions.mark], marks, in: snapshot)
      return (mark, try entry(session, arguments, .membersFiled, snapshot))
    }
    return nil
  }

  static let refresh = Command<World>(
    "refresh",
    summary: Phrase(
      en: "Write what events say into the marks and patents that lag behind",
      zh: "按权利事项更新商标、专利记录"
    ),
    discussion: Phrase(
      en: """
        'mark event' and 'patent event' keep the records up to date by themselves. Events that were \
        imported or added as records are followed by this.
        """,
      zh: "mark event 与 patent event 会自动更新记录；以导入或 add 方式登记的事项用本命令更新。"
    ),
    examples: [
      Example(
        "brandledger mark refresh --dry-run",
        Phrase(en: "Show what would change", zh: "先看将更新哪些记录")
      )
    ]
  ) { session, _ in
    var count = 0
    let commit = try session.write { snapshot in
      let behind = try RightDesk(snapshot, today: session.today).behind()
      count = behind.count
      return behind.map { .put($0) }
    }
    guard count > 0 else {
      session.say(Phrase(en: "nothing lags behind its events", zh: "没有需要更新的记录"))
      return nil
    }
    session.said(
      commit,
      Phrase(en: "\(count, of: "record") brought up to date", zh: "已更新 \(count) 条记录")
    )
    return nil
  }

  private static func enter(
    _ session: Session,
    _ arguments: Arguments,
    _ schema: Schema,
    _ text: String
  ) throws {
    try write(session) { snapshot, desk in
      let right = try session.record(text, schema, in: snapshot)
      var entry = try entry(session, arguments, arguments[action], snapshot)
      if schema === Trademark.schema {
        entry.office = arguments[office]
        entry.classes = Array(Set(arguments[classes])).sorted()
      } else {
        entry.year = arguments[patentYear]
      }
      entry.until = arguments[until]
      entry.part = arguments[part]
      entry.noticed = arguments[noticed]
      entry.amount = arguments[amount]
      entry.reason = arguments[reason]
      entry.parties = try arguments[parties].map {
        try session.record($0, Enterprise.schema, in: snapshot).id
      }
      return (right, entry)
    }
  }

  private static func entry(
    _ session: Session,
    _ arguments: Arguments,
    _ action: RightAction,
    _ snapshot: Snapshot
  ) throws -> RightEntry {
    var entry = RightEntry(
      action,
      on: arguments[MarkOptions.day] ?? session.today,
      by: session.author
    )
    entry.document = arguments[document]
    entry.text = arguments[MarkOptions.text]
    return entry
  }

  private static func write(
    _ session: Session,
    _ plan: (Snapshot, RightDesk) throws -> (Record, RightEntry)
  ) throws {
    var done: (RightMove, RecordID, RightEntry)?
    var warnings: [Diagnostic] = []
    var event = RecordID("")
    let commit = try session.write { snapshot in
      let desk = try RightDesk(snapshot, today: session.today)
      let (right, entry) = try plan(snapshot, desk)
      let move = try desk.enter(right, entry)
      done = (move, right.id, entry)
      if right.schema.kind == Trademark.schema.kind, CollectiveMarks.isShared(right) {
        let marks = try CollectiveMarks(snapshot, today: session.today)
        warnings = marks.findings(for: move.event, of: right)
      }
      var draft = move.event
      event = session.ids.id("rev")
      draft.id = event
      let changed = move.right.line == right.line ? [] : [Change.put(move.right)]
      return changed + [move.decision, draft].compactMap { $0.map { .put($0) } }
    }
    guard let (move, id, entry) = done else { return }
    Failure.tell(move.findings + warnings, session)
    let what = entry.action.choice.label
    var said = Phrase(en: "\(id): \(what.en)", zh: "\(id)：\(what.zh)")
    if let office = entry.office {
      said = Phrase(en: "\(said.en), \(office)", zh: "\(said.zh)，\(office)")
    } else if let state = move.state?.choice.label {
      said = Phrase(en: "\(said.en); now \(state.en)", zh: "\(said.zh)；当前\(state.zh)")
      if !entry.classes.isEmpty, let classes = move.classes?.map(String.init) {
        said = Phrase(
          en: "\(said.en) in " + classes.joined(separator: ", "),
          zh: "\(said.zh)，类别 " + classes.joined(separator: "、")
        )
      }
    }
    if let term = move.term {
      said = Phrase(
        en: "\(said.en), the new term ends on \(term.day)",
        zh: "\(said.zh)，新一届专用期至 \(term.day)"
      )
    }
    session.said(commit, said)
    try session.answer(event, commit)
  }
}
