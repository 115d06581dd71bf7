import Bilingual
import CommandLine
import JSONLines
import Ledger
import Oversight
import Portfolio
import Presentation

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
    help: Phrase(
      en: "How it is counted; acting where nothing is said",
      zh: "计算方式；默认 acting（办理期限）"
    )
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
    help: Phrase(en: "By the law of which right", zh: "按哪种权利的法律")
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
    rules: [.exclusive([add, term]), .exclusive([counting, term])]
  ) { session, arguments in
    let law = try Law(session)
    let answer = try law.answer(arguments)
    if session.isForPrograms {
      try session.show(json: json(answer))
    } else {
      try session.show(report(answer))
    }
    return nil
  }
}

extension DateCommand {
  /// A date and what led to it.
  fileprivate struct Answer {
    let reckoning: Reckoning
    let start: Day
    let counting: CountingRule
    let article: Phrase
    let term: LegalTerm?
    let grace: Reckoning?
    let isOwnCalendar: Bool
  }

  /// The law by which dates are reckoned: that of the ledger, or where there is none that of the program.
  fileprivate struct Law {
    let calendar: WorkCalendar
    let terms: LegalTerms
    let isOwn: Bool

    init(_ session: Session) throws {
      let snapshot = try Self.snapshot(session)
      isOwn = snapshot == nil
      let holidays = try snapshot?.table(Holiday.self) ?? Reference.table(Holiday.schema)
      let records = try snapshot?.table(Term.self) ?? Reference.table(Term.schema)
      calendar = WorkCalendar(holidays.records)
      terms = LegalTerms(records.records)
    }

    /// The ledger's records; `nil` where there is no ledger.
    private static func snapshot(_ session: Session) throws -> Snapshot? {
      do {
        return try session.snapshot()
      } catch let error as Diagnostics where error.list.allSatisfy({ $0.name == "no-ledger" }) {
        return nil
      }
    }

    func answer(_ arguments: Arguments) throws -> Answer {
      let right = arguments[DateCommand.right]
      let start = arguments[DateCommand.from]
      var reckoning: Reckoning?
      if let way = arguments[DateCommand.served] {
        guard right != .other else {
          throw arguments.refusal(
            of: DateCommand.served,
            expected: Phrase(
              en: "service of the trademark or the patent office: --right trademark or patent",
              zh: "商标或专利文件的送达（--right trademark 或 patent）"
            )
          )
        }
        reckoning = try terms.receipt(right, way, sent: start, in: calendar).day
      }
      if let name = arguments[DateCommand.term] {
        return try answer(name, start, reckoning)
      }
      let counting = arguments[DateCommand.counting] ?? .acting
      let periods = arguments[DateCommand.add]
      guard !periods.isEmpty || reckoning != nil else {
        throw arguments.refusal(
          of: DateCommand.add,
          expected: Phrase(en: "a length, or a legal term with --term", zh: "长度，或用 --term 指定法定期限")
        )
      }
      for period in periods {
        let day = reckoning?.day ?? start
        guard let next = try end(period, counting, day, arguments) else {
          throw arguments.refusal(
            of: DateCommand.counting,
            expected: Phrase(
              en: "acting: no validity is counted in working days or in nothing",
              zh: "acting：有效期不以工作日或零日计算"
            )
          )
        }
        reckoning = reckoning.map { $0.followed(by: next) } ?? next
      }
      guard let reckoning else { preconditionFailure("neither a length nor a way of service") }
      return Answer(
        reckoning: reckoning,
        start: start,
        counting: counting,
        article: counting.article(of: right),
        term: nil,
        grace: nil,
        isOwnCalendar: isOwn
      )
    }

    private func end(
      _ period: Period,
      _ counting: CountingRule,
      _ day: Day,
      _ arguments: Arguments
    ) throws -> Reckoning? {
      let years = period.unit == .years ? period.count : period.count / 12
      guard day.year + years < 9999 else {
        throw arguments.refusal(
          of: DateCommand.add,
          expected: Phrase(en: "a date before the year 9999", zh: "9999 年以前的日期")
        )
      }
      switch counting {
      case .acting: return period.acting(from: day, in: calendar)
      case .validity: return period.validity(from: day)
      }
    }

    private func answer(_ name: String, _ start: Day, _ receipt: Reckoning?) throws -> Answer {
      let day = receipt?.day ?? start
      let term: LegalTerm
      do {
        term = try terms.term(name, on: day)
      } catch {
        throw Diagnostics(named(error, name))
      }
      guard let end = term.end(from: day, in: calendar) else {
        throw Diagnostics(
          Diagnostic(
            "term-unreadable",
            Phrase(
              en: "the term '\(name)' cannot be counted as a validity",
              zh: "期限“\(name)”不能按有效期计算"
            ),
            help: Phrase(en: "correct its length or counting", zh: "请更正其长度或计算方式")
          )
        )
      }
      return Answer(
        reckoning: receipt.map { $0.followed(by: end) } ?? end,
        start: start,
        counting: term.counting,
        article: term.article,
        term: term,
        grace: term.graceEnd(after: end.nominal, in: calendar),
        isOwnCalendar: isOwn
      )
    }

    /// The fault, with the terms that there are where none has the name.
    private func named(_ fault: Diagnostic, _ name: String) -> Diagnostic {
      guard fault.name == "term-missing", !terms.names.contains(name) else { return fault }
      var fault = fault
      let near = Nearest.name(to: name, among: terms.names)
      let shown = near ?? terms.names.joined(separator: ", ")
      fault.severity = .error
      fault.help = Phrase(en: "there are: \(shown)", zh: "现有期限：\(shown)")
      return fault
    }
  }

  private static func json(_ answer: Answer) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("date", answer.reckoning.day.description)
      writer.member("from", answer.start.description)
      writer.member("as", answer.counting.rawValue)
      writer.member("provisional", .boolean(answer.reckoning.isProvisional))
      if let term = answer.term {
        writer.member("term", term.id.text)
        writer.member("confidence", term.confidence.map { .string($0.rawValue) } ?? .null)
      }
      writer.member("article", answer.article.zh)
      if let grace = answer.grace { writer.member("grace", grace.day.description) }
      writer.member("steps", DateSteps.json(answer.reckoning))
    }
    return writer.bytes
  }

  private static func report(_ answer: Answer) -> Report {
    var fields = [
      Report.Field(
        "date",
        Phrase(en: "date", zh: "日期"),
        .phrase(DateSteps.named(answer.reckoning.day), code: answer.reckoning.day.description)
      ),
      Report.Field(
        "rule",
        Phrase(en: "rule", zh: "规则"),
        .phrase(answer.term?.rule ?? answer.counting.rule(), code: answer.counting.rawValue)
      ),
      Report.Field(
        "article",
        Phrase(en: "article", zh: "条款"),
        .phrase(answer.article, code: answer.article.zh)
      ),
      Report.Field("from", Phrase(en: "start", zh: "起算日"), .date(answer.start.description)),
    ]
    if let term = answer.term {
      fields.insert(
        Report.Field("term", Phrase(en: "term", zh: "法定期限"), .text("\(term.id) \(term.length)")),
        at: 1
      )
      fields.append(
        Report.Field("event", Phrase(en: "starts with", zh: "起算事件"), .text(term.event))
      )
      if let confidence = term.confidence, confidence != .high {
        let label = confidence.choice.label
        fields.append(
          Report.Field(
            "confidence",
            Phrase(en: "confidence", zh: "可信度"),
            .phrase(label, code: confidence.rawValue)
          )
        )
      }
    }
    if let grace = answer.grace {
      fields.append(
        Report.Field("grace", Phrase(en: "grace until", zh: "宽展期至"), .date(grace.day.description))
      )
    }
    var blocks: [Report.Block] = [
      .fields(fields),
      .heading(Phrase(en: "Steps", zh: "推算步骤")),
      .table(DateSteps.table(answer.reckoning)),
    ]
    if answer.isOwnCalendar {
      blocks.append(
        .paragraph(
          Phrase(
            en: "No ledger here: reckoned by the program's own terms and working days.",
            zh: "此处没有账本，按程序自带的法定期限和工作日历推算。"
          )
        )
      )
    }
    return Report(
      title: Phrase(en: "date by law", zh: "依法推算日期"),
      blocks
    )
  }
}
