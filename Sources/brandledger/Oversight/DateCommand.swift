import Bilingual
import CommandLine
import Ledger
import Portfolio

/// `date --from D --add P`: a date by law, step by step.
enum DateCommand {
  static let from = Option(
    required: "from",
    Values.day,
    help: Phrase(en: "The day of the event that starts the period", zh: "起算事件的日期")
  )
  static let add = Option(
    repeated: "add",
    ValueKind<Period>(
      Phrase(en: "LENGTH", zh: "长度"),
      expected: Phrase(
        en: "a length such as 10y, 3m, 30d or 15wd (working days)",
        zh: "长度，例如 10y（年）、3m（月）、30d（日）、15wd（工作日）"
      )
    ) { Period(typed: $0) },
    help: Phrase(
      en: "How long: 10y, 3m, 30d or 15wd; several follow each other",
      zh: "长度：10y、3m、30d 或 15wd；可重复，依次计算"
    )
  )
  static let counting = Option(
    "as",
    ValueKind<CountingRule>(
      Phrase(en: "RULE", zh: "规则"),
      choices: CountingRule.allCases.map { Choice($0, $0.rawValue, $0.choice.label) }
    ),
    help: Phrase(en: "How it is counted; acting where nothing is said", zh: "计算方式；默认 acting（办理期限）")
  )
  static let term = Option(
    "term",
    .text(Phrase(en: "NAME", zh: "名称")),
    help: Phrase(
      en: "A legal term of the ledger instead of a length, such as trademark-opposition",
      zh: "用账本中的法定期限代替长度，例如 trademark-opposition"
    )
  )
  static let right = Option(
    "right",
    ValueKind<RightType>(
      Phrase(en: "RIGHT", zh: "权利"),
      choices: [RightType.trademark, .patent, .other].map {
        Choice($0, $0.rawValue, $0.choice.label)
      }
    ),
    default: "trademark",
    help: Phrase(en: "By the law of which right; a term has its own", zh: "按哪种权利的法律；法定期限自有其法")
  )
  static let served = Option(
    "served",
    ValueKind<ServiceWay>(
      Phrase(en: "WAY", zh: "方式"),
      choices: ServiceWay.allCases.map { Choice($0, $0.rawValue, $0.choice.label) }
    ),
    help: Phrase(
      en: "The day is that of sending: count from when the paper is deemed received",
      zh: "起算日为发文日：自推定收到之日起算"
    )
  )

  static let command = Command<World>(
    "date",
    section: Section.work,
    summary: Phrase(en: "Reckon a date by law, with every step", zh: "依法推算日期并列出每一步"),
    discussion: Phrase(
      en: """
        A validity ends the day before the corresponding day and never moves; a period for acting skips \
        its first day and moves from a day off to the next working day, make-up days included. A year \
        without a published calendar is provisional.
        """,
      zh: """
        有效期止于对应日的前一日，不顺延；办理期限不计起算当日，末日为休息日的顺延至其后第一个工作日\
        （计入调休上班日）。尚未公布放假通知的年份为暂定。
        """
    ),
    examples: [
      Example(
        "brandledger date --from 2024-01-12 --add 30d --as acting",
        Phrase(en: "Thirty days to act, over a holiday", zh: "三十日办理期限，跨越春节")
      ),
      Example(
        "brandledger date --from 2018-03-01 --add 10y --as validity -O json",
        Phrase(en: "The end of a mark's ten years, for programs", zh: "商标十年有效期，供程序使用")
      ),
      Example(
        "brandledger date --from 2026-03-02 --term trademark-refusal-review --served post",
        Phrase(en: "A notice sent by post, by the law of its day", zh: "邮寄的驳回通知，按当时法律")
      ),
    ],
    options: [from, add, counting, term, right, served],
    rules: [.exclusive([add, term]), .exclusive([counting, term]), .exclusive([right, term])]
  ) { session, arguments in
    let law = try DateLaw(session)
    let answer = try law.answer(arguments)
    if session.isForPrograms {
      try session.show(json: answer.json())
    } else {
      try session.show(answer.report())
    }
    return nil
  }
}
