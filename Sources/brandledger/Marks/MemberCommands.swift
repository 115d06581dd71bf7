import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio

/// The commands by which a member of a collective mark is admitted, authorised, suspended and let go.
enum MemberCommands {
  static let from = Option(
    "from",
    Values.day,
    help: Phrase(en: "The first day of use; else the day of the decision", zh: "授权首日；默认为决定当日")
  )
  static let until = Option(
    required: "until",
    Values.day,
    help: Phrase(en: "The last day of use, within the mark's own term", zh: "授权末日，不得超出商标专用期")
  )
  static let quota = Option(
    "quota",
    Values.count,
    help: Phrase(en: "How many labels may be issued a year", zh: "每年标识配额")
  )
  static let certificate = Option(
    "certificate",
    .text(Phrase(en: "NUMBER", zh: "证号")),
    help: Phrase(en: "The number of the certificate of use", zh: "使用证编号")
  )
  static let met = Option(
    required: "meets",
    Values.yesOrNo,
    help: Phrase(en: "Whether the standard is met", zh: "是否达标")
  )
  private static let base: [any AnyOption] = [
    MarkOptions.day, MarkOptions.text, MarkOptions.papers,
  ]
  private static let both: [any AnyArgument] = [MarkOptions.mark, MarkOptions.member]

  static let apply = Command<World>(
    "apply",
    summary: Phrase(en: "Take in an application for membership", zh: "登记加入申请"),
    examples: [
      Example(
        "brandledger mark apply 天汾电动工具 启东市示例电动工具有限公司 --product 电钻",
        Phrase(en: "With the product", zh: "写明产品")
      )
    ],
    arguments: both,
    options: base + [MarkOptions.products]
  ) { session, arguments in
    try take(session, arguments, isAdmitted: false)
    return nil
  }

  static let admit = Command<World>(
    "admit",
    summary: Phrase(en: "Admit a member, with the evidence", zh: "准入成员并登记依据"),
    examples: [
      Example(
        "brandledger mark admit 天汾电动工具 启东市示例电动工具有限公司 --paper 示例检测中心报告SL2026-001 "
          + "--meets yes --product 电钻",
        Phrase(en: "By a test report", zh: "依检测报告准入")
      )
    ],
    arguments: both,
    options: base + [MarkOptions.products, MarkOptions.standard, MarkOptions.meets]
  ) { session, arguments in
    try take(session, arguments, isAdmitted: true)
    return nil
  }

  private static func take(_ session: Session, _ arguments: Arguments, isAdmitted: Bool) throws {
    try act(session) { snapshot, desk in
      let mark = try session.sharedMark(arguments[MarkOptions.mark], desk.marks, in: snapshot)
      let text = arguments[MarkOptions.member]
      let enterprise =
        try desk.marks.memberships[RecordID(text)]?[Membership.member]
        ?? session.record(text, Enterprise.schema, in: snapshot).id
      return try desk.take(
        enterprise,
        into: mark,
        MarkOptions.entry(session, arguments),
        isAdmitted: isAdmitted,
        standard: isAdmitted ? arguments[MarkOptions.standard] : nil,
        meets: isAdmitted ? arguments[MarkOptions.meets] : nil,
        products: arguments[MarkOptions.products]
      )
    }
  }

  static let authorise = Command<World>(
    "authorise",
    aliases: ["authorize"],
    summary: Phrase(en: "Authorise a member to use the mark for a period", zh: "授权成员在一定期间使用商标"),
    examples: [
      Example(
        "brandledger mark authorise 天汾电动工具 启东市示例电动工具有限公司 --from 2026-01-15 "
          + "--until 2029-01-14 --product 电钻 --quota 20000 --certificate SLJT-TF-027",
        Phrase(en: "With products, quota and certificate", zh: "写明产品、配额与使用证号")
      )
    ],
    arguments: both,
    options: base + [from, until, MarkOptions.products, quota, certificate]
  ) { session, arguments in
    try act(session, arguments) { desk, membership, entry in
      try desk.authorise(
        membership,
        entry,
        AuthorisationTerms(
          from: arguments[from] ?? entry.day,
          until: arguments[until],
          products: arguments[MarkOptions.products],
          quota: arguments[quota],
          certificate: arguments[certificate]
        )
      )
    }
    return nil
  }

  static let assess = Command<World>(
    "assess",
    summary: Phrase(en: "Assess a member against the technical standard", zh: "按技术标准评定成员"),
    examples: [
      Example(
        "brandledger mark assess 天汾电动工具 启东市示例电动工具有限公司 --meets yes --paper 示例检测报告",
        Phrase(en: "By the standard in force", zh: "按现行标准")
      )
    ],
    arguments: both,
    options: base + [MarkOptions.standard, met]
  ) { session, arguments in
    try act(session, arguments) { desk, membership, entry in
      try desk.assess(
        membership,
        entry,
        standard: arguments[MarkOptions.standard],
        meets: arguments[met]
      )
    }
    return nil
  }

  static let warn = decision(
    "warn",
    .warned,
    Phrase(en: "Warn a member", zh: "警告成员"),
    "标识使用不规范"
  )
  static let suspend = decision(
    "suspend",
    .suspended,
    Phrase(en: "Suspend a member's use of the mark", zh: "暂停成员使用商标"),
    "抽检不合格"
  )
  static let restore = decision(
    "restore",
    .restored,
    Phrase(en: "Lift a suspension", zh: "恢复使用"),
    "复查合格"
  )
  static let withdraw = decision(
    "withdraw",
    .withdrawn,
    Phrase(en: "End a membership", zh: "取消成员资格"),
    "自愿退出"
  )

  private static func decision(
    _ name: String,
    _ action: MembershipAction,
    _ summary: Phrase,
    _ reason: String
  ) -> Command<World> {
    Command(
      name,
      summary: summary,
      examples: [
        Example(
          "brandledger mark \(name) 天汾电动工具 启东市示例电动工具有限公司 --text \(reason)",
          Phrase(en: "The reason is needed", zh: "须写明理由")
        )
      ],
      arguments: both,
      options: base
    ) { session, arguments in
      try act(session, arguments) { try $0.decide($1, action, $2) }
      return nil
    }
  }

  /// Acts on the membership that was named, and tells what was done.
  static func act(
    _ session: Session,
    _ arguments: Arguments,
    _ action: (MembershipDesk, Record, MembershipEntry) throws -> MembershipMove
  ) throws {
    try act(session) { snapshot, desk in
      let mark = try session.sharedMark(arguments[MarkOptions.mark], desk.marks, in: snapshot)
      let membership = try session.membership(
        arguments[MarkOptions.member],
        in: mark,
        desk,
        snapshot
      )
      return try action(desk, membership, MarkOptions.entry(session, arguments))
    }
  }

  private static func act(
    _ session: Session,
    _ action: (Snapshot, MembershipDesk) throws -> MembershipMove
  ) throws {
    var move: MembershipMove?
    var id = RecordID("")
    var name = ""
    let commit = try session.write { snapshot in
      let desk = try MembershipDesk(snapshot, today: session.today)
      let done = try action(snapshot, desk)
      move = done
      var membership = done.membership
      let old = membership.id.flatMap { desk.marks.memberships[$0] }
      membership.id = membership.id ?? session.ids.id("mem")
      id = membership.id ?? id
      name = desk.marks.name(of: membership.record())
      var changes: [Change] = old?.line == membership.line ? [] : [.put(membership)]
      if var inspection = done.inspection {
        inspection.id = inspection.id ?? session.ids.id("ins")
        id = inspection.id ?? id
        changes.append(.put(inspection))
      }
      for var event in done.events {
        event.id = session.ids.id("mev")
        event[MembershipEvent.membership] = membership.id
        changes.append(.put(event))
      }
      return changes
    }
    guard let move else { return }
    let what =
      move.events.last.flatMap { $0[MembershipEvent.action]?.choice.label }
      ?? move.inspection.flatMap { $0[Inspection.result]?.choice.label }
      ?? Phrase(en: "", zh: "")
    session.said(commit, Phrase(en: "\(name): \(what.en)", zh: "\(name)：\(what.zh)"))
    if commit != nil { move.remarks.forEach(session.say) }
    try session.answer(id, commit)
  }
}
