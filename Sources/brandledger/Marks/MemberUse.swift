import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio

/// The commands for what members do with a collective mark: inspections, labels, reports.
enum MemberUse {
  static let result = Option(
    required: "result",
    Values.listed(InspectionResult.self, Phrase(en: "RESULT", zh: "结果")),
    help: Phrase(en: "What was found", zh: "检查结果")
  )
  static let mendBy = Option(
    "mend-by",
    Values.day,
    help: Phrase(en: "The day by which faults are to be mended", zh: "整改期限")
  )
  static let checked = Option(
    "product",
    .text(Phrase(en: "PRODUCT", zh: "产品")),
    help: Phrase(en: "Which product was checked", zh: "被检查的产品")
  )
  static let count = Option(
    required: "count",
    Values.count,
    help: Phrase(en: "How many labels", zh: "标识数量")
  )
  static let labelled = Option(
    "product",
    .text(Phrase(en: "PRODUCT", zh: "产品")),
    help: Phrase(
      en: "The product that they are for; needed while another one failed an inspection",
      zh: "标识所用产品；另有产品检查不合格时须写明"
    )
  )
  static let used = Option(
    "labels",
    .integer(Phrase(en: "COUNT", zh: "数量"), in: 0...1_000_000_000),
    help: Phrase(en: "How many labels were used", zh: "使用标识数量")
  )
  static let sales = Option(
    "sales",
    Values.money,
    help: Phrase(en: "What was sold under the mark", zh: "使用该商标产品的销售额")
  )
  static let inspection = Argument(
    .text(Phrase(en: "INSPECTION", zh: "检查")),
    help: Phrase(en: "The id of the inspection", zh: "检查记录的编号")
  )
  private static let both: [any AnyArgument] = [MarkOptions.mark, MarkOptions.member]

  static let inspect = Command<World>(
    "inspect",
    summary: Phrase(en: "Enter an inspection of a member", zh: "登记对成员的检查"),
    examples: [
      Example(
        "brandledger mark inspect 天汾电动工具 启东市示例电动工具有限公司 --result mend "
          + "--text 包装未标注注册号 --mend-by 2026-02-28",
        Phrase(en: "With a day by which it is to be mended", zh: "限期整改")
      )
    ],
    arguments: both,
    options: [MarkOptions.day, MarkOptions.text, MarkOptions.papers, result, mendBy, checked]
  ) { session, arguments in
    try MemberCommands.act(session, arguments) { desk, membership, entry in
      try desk.inspect(
        membership,
        entry,
        result: arguments[result],
        mendBy: arguments[mendBy],
        product: arguments[checked]
      )
    }
    return nil
  }

  static let mend = Command<World>(
    "mend",
    summary: Phrase(en: "Note that an inspection's faults are mended", zh: "登记整改完成"),
    examples: [
      Example(
        "brandledger mark mend ins-20251016-xjreyt --on 2026-01-20",
        Phrase(en: "By the inspection's id", zh: "按检查编号")
      )
    ],
    arguments: [inspection],
    options: [MarkOptions.day]
  ) { session, arguments in
    var id = RecordID("")
    let day = arguments[MarkOptions.day] ?? session.today
    let commit = try session.write { snapshot in
      let record = try session.record(arguments[inspection], Inspection.schema, in: snapshot)
      id = record.id
      return [.put(try MembershipDesk(snapshot, today: session.today).mend(record, on: day))]
    }
    session.said(commit, Phrase(en: "\(id): mended on \(day)", zh: "\(id)：已于 \(day) 整改完成"))
    try session.answer(id, commit)
    return nil
  }

  static let labels = Command<World>(
    "labels",
    summary: Phrase(en: "Issue labels to a member, within its quota", zh: "向成员发放标识（不超过配额）"),
    examples: [
      Example(
        "brandledger mark labels 天汾电动工具 启东市示例电动工具有限公司 --count 5000",
        Phrase(en: "Five thousand labels", zh: "发放 5000 枚")
      )
    ],
    arguments: both,
    options: [MarkOptions.day, MarkOptions.text, MarkOptions.papers, count, labelled]
  ) { session, arguments in
    try MemberCommands.act(session, arguments) {
      try $0.issue($1, $2, count: arguments[count], product: arguments[labelled])
    }
    return nil
  }

  static let submit = Command<World>(
    "submit",
    summary: Phrase(en: "Take in a member's report on a year's use", zh: "收到成员年度使用报告"),
    examples: [
      Example(
        "brandledger mark submit 天汾电动工具 启东市示例电动工具有限公司 --year 2025 --labels 4200 --sales 86万",
        Phrase(en: "With labels used and sales", zh: "写明使用标识数与销售额")
      )
    ],
    arguments: both,
    options: [
      MarkOptions.day, MarkOptions.text, MarkOptions.papers, MarkOptions.year, used, sales,
    ]
  ) { session, arguments in
    try MemberCommands.act(session, arguments) { desk, membership, entry in
      try desk.report(
        membership,
        entry,
        year: arguments[MarkOptions.year] ?? entry.day.year - 1,
        labels: arguments[used],
        sales: arguments[sales]
      )
    }
    return nil
  }
}
