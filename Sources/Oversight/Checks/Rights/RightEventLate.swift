import Bilingual
import Ledger
import Portfolio

extension Check {
  /// What is to be done within a period is done in it, unless a reason is on record.
  ///
  /// Source: Trademark Law 2019, articles 33, 34 and 54, and article 66 of the rules for its application; Patent Law
  /// 2020, articles 41 and 43; its implementing regulations 2023, articles 6 and 115 (2010: 98).
  static let rightEventLate = Check(
    "right-event-late",
    demand: Phrase(
      en:
        "Review, opposition, evidence of use and annuities come within their periods, or with a reason.",
      zh: "复审、异议、使用证据和年费须在法定期限内办理；逾期的须写明理由。"
    ),
    severity: .warning,
    ledger: { try untimely(in: $0, by: lateEvents) }
  )

  /// Nothing is registered before others could oppose it.
  ///
  /// Source: Trademark Law 2019, article 33.
  static let rightEventEarly = Check(
    "right-event-early",
    demand: Phrase(
      en: "A mark is registered after the months in which others may oppose it.",
      zh: "商标在异议期满后方予核准注册。"
    ),
    severity: .warning,
    ledger: { try untimely(in: $0, by: earlyRegistrations) }
  )

  /// Finds what came out of its time, or was paid short, with the check that tells it.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - events: Its events, in the order of their dates.
  ///   - law: The legal periods and working days.
  ///   - annuities: What annuities cost.
  /// - Returns: The findings.
  static func untimely(
    _ right: Record,
    _ events: [Record],
    _ law: RightBook,
    _ annuities: Annuities
  ) -> [(Check, Finding)] {
    lateEvents(right, events, law).map { (rightEventLate, $0) }
      + earlyRegistrations(right, events, law).map { (rightEventEarly, $0) }
      + shortAnnuities(right, events, law, annuities).map { (annuityShort, $0) }
  }

  /// Looks at each right that has events.
  static func untimely(
    in audit: Audit,
    by find: (Record, [Record], RightBook) -> [Finding]
  ) throws -> [Finding] {
    let book = try RightBook(eventsOf: audit.snapshot)
    return try book.eventful.flatMap { id in
      try [Trademark.schema, Patent.schema].compactMap { try audit.snapshot.record(id, $0) }
        .flatMap { find($0, book.events(of: $0), book) }
    }
  }

  private static func lateEvents(
    _ right: Record,
    _ events: [Record],
    _ law: RightBook
  ) -> [Finding] {
    let runs = RightClock.runs(RightClock.all, of: right, events, in: law)
    return runs.flatMap { run in
      run.answers.compactMap { act in
        guard let action = act[RightEvent.action], run.clock.acts.contains(action) else {
          return nil
        }
        return late(act, action.choice.label, run.end.day, run.term, run.notes)
      }
    } + events.compactMap { lateAnnuity($0, right, events, law) }
  }

  /// An annuity is paid in the six months of grace at the latest; what lapsed is restored with its payment.
  private static func lateAnnuity(
    _ event: Record,
    _ right: Record,
    _ events: [Record],
    _ law: RightBook
  ) -> Finding? {
    guard event[RightEvent.action] == .annuityPaid, let year = event[RightEvent.year],
      let annuity = law.annuity(of: right, year: year)
    else { return nil }
    let last = max(annuity.latest.day, annuity.grace?.day ?? annuity.latest.day)
    let isRestored = events.contains { other in
      other[RightEvent.action] == .restored && other[RightEvent.date].map { $0.last > last } == true
    }
    guard !isRestored else { return nil }
    let paid = Phrase(en: "annuity of year \(year) paid", zh: "缴纳第 \(year) 年度年费")
    return late(event, paid, last, annuity.term, [])
  }

  private static func late(
    _ act: Record,
    _ what: Phrase,
    _ end: Day,
    _ term: LegalTerm,
    _ notes: [Phrase]
  ) -> Finding? {
    guard act[RightEvent.reason] == nil, let date = act[RightEvent.date], date.first > end else {
      return nil
    }
    let article = term.article
    return Finding(
      act,
      Phrase(
        en: (["\(what.en) on \(date); the period ended on \(end) (\(article.en))"] + notes.map(\.en))
          .joined(separator: "; "),
        zh: (["于 \(date) \(what.zh)，期限已于 \(end) 届满（\(article.zh)）"] + notes.map(\.zh))
          .joined(separator: "；")
      ),
      help: reasonHelp
    )
  }

  private static func earlyRegistrations(
    _ right: Record,
    _ events: [Record],
    _ law: RightBook
  ) -> [Finding] {
    guard right.schema === Trademark.schema else { return [] }
    let runs = RightClock.runs([.opposition], of: right, events, in: law)
    guard let run = runs.last else { return [] }
    let registration = events.last {
      $0[RightEvent.action] == .registered && $0[RightEvent.office] == nil
    }
    let date = registration?[RightEvent.date] ?? right[Trademark.registeredOn]
    // The register does not wait for a working day.
    guard registration?[RightEvent.reason] == nil, let date, date.last <= run.end.nominal else {
      return []
    }
    let (end, article) = (run.end.nominal, run.term.article)
    return [
      Finding(
        registration ?? right,
        Phrase(
          en: "registered on \(date); others could oppose it until \(end) (\(article.en))",
          zh: "于 \(date) 注册，异议期至 \(end) 方届满（\(article.zh)）"
        ),
        help: Phrase(
          en: "compare both days with the gazette and correct one; or give the reason",
          zh: "请与公告核对并更正其中一个日期；或写明理由（reason）"
        )
      )
    ]
  }

  /// What to do about an act that came late, or too little that was paid.
  static let reasonHelp = Phrase(
    en:
      "correct the day; where the office let it pass, give the reason: --reason, or later 'set right-event … reason=…'",
    zh: "请核对日期；主管机关准许的请写明理由：--reason，或之后用 set right-event … reason=… 补填"
  )
}
