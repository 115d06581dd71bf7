import Bilingual
import Ledger
import Portfolio

/// When the periods of enforcement end: with approval they are extended once, and the time of tests,
/// appraisals and identifications by the right holder does not count.
///
/// Source: 市场监督管理行政处罚程序规定, articles 18 and 64; Administrative Coercion Law, article 25.
extension CaseClock {
  /// Reckons the last day.
  ///
  /// - Parameters:
  ///   - day: The day of the step that starts it.
  ///   - events: What happened in the case.
  ///   - today: The day until which an appraisal goes on that has not ended.
  ///   - law: The legal periods and working days.
  /// - Returns: The day with its steps, and the rule; `nil` where the ledger has none.
  func end(
    from day: Day,
    _ events: [Record],
    today: Day,
    in law: RightBook
  ) -> (end: Reckoning, term: LegalTerm)? {
    guard let term = try? law.terms.term(self.term, on: day),
      var end = term.end(from: day, in: law.calendar)
    else { return nil }
    guard let extending else { return (end, term) }
    let events = events.inOrder(of: CaseEvent.date)
    for pause in Self.pauses(in: events, until: today)
    where pause.upperBound > day && pause.lowerBound <= end.day {
      end = Self.end(
        end,
        without: max(pause.lowerBound, day)...pause.upperBound,
        term,
        law.calendar
      )
    }
    // What was approved after the last day extends nothing.
    let isExtended = events.contains { event in
      event[CaseEvent.step] == extending.step
        && event[CaseEvent.date].map { $0.last >= day && $0.first <= end.day } == true
    }
    if isExtended, let more = try? law.terms.term(extending.term, on: end.day),
      let extended = more.end(from: end.day, in: law.calendar)
    {
      end = end.followed(by: extended)
    }
    return (end, term)
  }

  /// The times of appraisals; one that goes on lasts until today.
  private static func pauses(in events: [Record], until today: Day) -> [ClosedRange<Day>] {
    var pauses: [ClosedRange<Day>] = []
    var begun: Day?
    for event in events {
      guard let date = event[CaseEvent.date] else { continue }
      switch event[CaseEvent.step] {
      case .appraisalBegun: begun = begun ?? date.last
      case .appraisalEnded:
        if let start = begun, start < date.first { pauses.append(start...date.first) }
        begun = nil
      default: break
      }
    }
    if let start = begun, start < today { pauses.append(start...today) }
    return pauses
  }

  /// Moves an end by the days after the first of a pause, counted as the term counts.
  private static func end(
    _ end: Reckoning,
    without pause: ClosedRange<Day>,
    _ term: LegalTerm,
    _ calendar: WorkCalendar
  ) -> Reckoning {
    let unit = term.length.unit
    let days = (1...(pause.upperBound - pause.lowerBound)).count { offset in
      unit != .workingDays || calendar.isWorkingDay(pause.lowerBound + offset)
    }
    guard days > 0, let more = Period(days, unit == .workingDays ? .workingDays : .days) else {
      return end
    }
    let reason = Phrase(
      en:
        "the appraisal of \(pause.lowerBound) to \(pause.upperBound) does not count: \(more.phrase.en)",
      zh: "\(pause.lowerBound) 至 \(pause.upperBound) 的检测鉴定时间不计入：\(more.phrase.zh)"
    )
    return end.followed(by: Reckoning(from: end.nominal, reason))
      .followed(by: more.acting(from: end.nominal, in: calendar, rolls: term.rolls))
  }
}

extension CaseDesk {
  /// Tells the new end of the period that a step extends, where it still runs, and what the extension lacks.
  func extended(
    _ record: Record,
    by event: Draft,
    _ entry: CaseEntry
  ) -> (end: Reckoning?, findings: [Diagnostic]) {
    let history = events[record.id] ?? []
    var event = event
    event.id = "new"
    let after = history + [event.record()]
    var isExtended = false
    var end: Reckoning?
    for start in history.inOrder(of: CaseEvent.date) {
      guard let step = start[CaseEvent.step], let day = start[CaseEvent.date]?.last else {
        continue
      }
      let later = history.filter { $0[CaseEvent.date].map { $0.last >= day } ?? false }
      for clock in CaseClock.started(by: step) where clock.extending?.step == entry.step {
        let answers = later.filter { $0[CaseEvent.step].map(clock.answers.contains) ?? false }
        // What was answered only after its day ran on that day, however late the extension is entered.
        guard answers.allSatisfy({ $0[CaseEvent.date].map { $0.first > entry.day } ?? true }),
          let old = clock.end(from: day, history, today: entry.day, in: rights)?.end,
          let new = clock.end(from: day, after, today: entry.day, in: rights)?.end,
          entry.day >= day, new.day > old.day
        else { continue }
        isExtended = true
        if answers.isEmpty { end = new }
      }
    }
    var findings: [Diagnostic] = []
    if !isExtended {
      findings.append(
        Self.unsound(
          Phrase(
            en: "no period that it could still extend was running on \(entry.day)",
            zh: "\(entry.day) 没有可延长的期限在计算"
          ),
          Phrase(
            en:
              "it extends once what runs on its day: check the day, and the step that began the period",
            zh: "期限只能延长一次，且须在届满前批准：请核对日期和起算步骤"
          )
        )
      )
    }
    if entry.papers.isEmpty {
      findings.append(
        Self.unsound(
          Phrase(en: "no paper of its approval is named", zh: "未写明批准延长的文书"),
          Phrase(en: "name it with --paper", zh: "请用 --paper 写明批准文书")
        )
      )
    }
    return (end, findings)
  }

  private static func unsound(_ message: Phrase, _ help: Phrase) -> Diagnostic {
    Diagnostic("case-extension", message, help: help, severity: .warning)
  }
}
