import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// After its preliminary publication others may oppose a mark.
  ///
  /// Source: Trademark Law 2019, article 33; the edition of 2027 is provisional.
  static let markOpposition: Self = DueSource(
    "mark-opposition",
    Phrase(en: "opposition", zh: "商标异议"),
    of: Trademark.self,
    likenesses: Likeness.marks
  ) { record, docket in
    docket.dates(of: record, .markOpposition, [RightClock.opposition])
  }

  /// A refusal or a cancellation can be taken to review, what the review decides to the court.
  ///
  /// Source: Trademark Law 2019, articles 34 and 54.
  static let markReview: Self = DueSource(
    "mark-review",
    Phrase(en: "trademark review", zh: "商标复审"),
    of: Trademark.self,
    namesAction: true,
    likenesses: Likeness.marks
  ) { record, docket in
    docket.dates(
      of: record,
      .markReview,
      [RightClock.refusal, .refusalCourt, .cancellation, .cancellationCourt]
    )
  }

  /// Who is asked to show the use of a mark has two months.
  ///
  /// Source: the rules for the application of the Trademark Law, article 66.
  static let useEvidence: Self = DueSource(
    "use-evidence",
    Phrase(en: "evidence of use", zh: "提供使用证据"),
    of: Trademark.self,
    likenesses: Likeness.marks
  ) { record, docket in
    docket.dates(of: record, .useEvidence, [RightClock.useDemand])
  }

  /// A refusal is examined again and taken to the court; what lapsed or counts as withdrawn is restored.
  ///
  /// Source: Patent Law 2020, article 41; its implementing regulations 2023, article 6.
  static let patentReview: Self = DueSource(
    "patent-review",
    Phrase(en: "patent review and restoration", zh: "专利复审与恢复"),
    of: Patent.self,
    namesAction: true
  ) { record, docket in
    docket.dates(
      of: record,
      .patentReview,
      [RightClock.reexamination, .reexaminationCourt, .restoration, .revival]
    )
  }
}

/// A period that an event of a right starts until another answers it.
private struct RightClock {
  /// The day from which it is counted.
  enum Counting {
    /// That of the event.
    case event
    /// That on which the notice came in; where it is not told that of the event, which is said.
    case notice
    /// That on which the notice came in, and none else: the event took effect long before.
    case noticeOnly
  }

  let start: RightAction
  let counting: Counting
  let term: String
  let answers: Set<RightAction>
  let nature: DueDate.Nature
  let action: Phrase
  /// Of a decision, how many reviews led to it; `nil` where that does not matter.
  var reviews: Int?

  static let opposition = RightClock(
    start: .published,
    counting: .event,
    term: "trademark-opposition",
    answers: [.registered, .refused, .withdrawn, .opposed],
    nature: .milestone,
    action: Phrase(en: "others may oppose the mark until then", zh: "此日前他人可提出异议")
  )
  static let refusal = RightClock(
    start: .refused,
    counting: .notice,
    term: "trademark-refusal-review",
    answers: [.reviewFiled, .published, .registered, .withdrawn, .surrendered],
    nature: .deadline,
    action: Phrase(en: "apply for review of the refusal", zh: "申请驳回复审"),
    reviews: 0
  )
  static let refusalCourt = RightClock(
    start: .refused,
    counting: .notice,
    term: "trademark-refusal-court",
    answers: refusal.answers,
    nature: .deadline,
    action: Phrase(en: "sue against the decision of the review", zh: "对复审决定向人民法院起诉"),
    reviews: 1
  )
  static let cancellation = RightClock(
    start: .cancelled,
    counting: .notice,
    term: "trademark-cancellation-review",
    answers: [.reviewFiled, .restored, .surrendered],
    nature: .deadline,
    action: Phrase(en: "apply for review of the cancellation", zh: "申请撤销复审"),
    reviews: 0
  )
  static let cancellationCourt = RightClock(
    start: .cancelled,
    counting: .notice,
    term: "trademark-cancellation-court",
    answers: cancellation.answers,
    nature: .deadline,
    action: refusalCourt.action,
    reviews: 1
  )
  static let useDemand = RightClock(
    start: .useDemanded,
    counting: .notice,
    term: "trademark-use-evidence",
    answers: [.useShown, .cancelled, .surrendered],
    nature: .deadline,
    action: Phrase(
      en: "hand in evidence of use, or say why it was not used",
      zh: "提交使用证据或说明不使用的正当理由"
    )
  )
  static let reexamination = RightClock(
    start: .refused,
    counting: .notice,
    term: "patent-reexamination",
    answers: [.reviewFiled, .registered, .withdrawn, .surrendered],
    nature: .deadline,
    action: Phrase(en: "apply for re-examination", zh: "请求复审"),
    reviews: 0
  )
  static let reexaminationCourt = RightClock(
    start: .refused,
    counting: .notice,
    // The law gives three months for either.
    term: reexamination.term,
    answers: reexamination.answers,
    nature: .deadline,
    action: refusalCourt.action,
    reviews: 1
  )
  static let restoration = RightClock(
    start: .lapsed,
    counting: .noticeOnly,
    term: "patent-restoration",
    answers: [.restored, .surrendered],
    nature: .milestone,
    action: Phrase(
      en: "the right may be restored until then, for good reasons",
      zh: "有正当理由的，此日前可请求恢复权利"
    )
  )
  static let revival = RightClock(
    start: .withdrawn,
    counting: .noticeOnly,
    term: restoration.term,
    answers: restoration.answers,
    nature: .milestone,
    action: restoration.action
  )
}

extension RightClock {
  func day(of event: Record) -> Day? {
    let noticed = event[RightEvent.noticedOn]?.last
    return switch counting {
    case .event: event[RightEvent.date]?.last
    case .notice: noticed ?? event[RightEvent.date]?.last
    case .noticeOnly: noticed
    }
  }

  func notes(of event: Record) -> [Phrase] {
    guard counting == .notice, event[RightEvent.noticedOn] == nil,
      let date = event[RightEvent.date]
    else { return [] }
    return [
      Phrase(
        en:
          "counted from \(date), the day of the event: set its noticedOn to when the notice came in",
        zh: "自事项日期 \(date) 起算；请填写收到通知日（noticedOn）"
      )
    ]
  }
}

extension Docket {
  /// The dates that events of a right start.
  fileprivate func dates(
    of right: Record,
    _ source: DueSource,
    _ clocks: [RightClock]
  ) -> [DueDate] {
    let events = rights.events(of: right).filter { $0[RightEvent.office] == nil }
    // What happens before a foreign office has the periods of its law.
    guard !events.isEmpty, !RightBook.isForeign(right) else { return [] }
    let life = rights.life(of: right, on: today)
    var dates: [DueDate] = []
    var reviews = 0
    // A review that was entered twice answers one decision still.
    var isAnswered = false
    for (index, event) in events.enumerated() {
      let action = event[RightEvent.action]
      let later = Set(events[(index + 1)...].compactMap { $0[RightEvent.action] })
      for clock in clocks where action == clock.start && clock.reviews ?? reviews == reviews {
        guard later.isDisjoint(with: clock.answers), let day = clock.day(of: event),
          let term = term(clock.term, on: day), let end = term.end(from: day, in: calendar)
        else { continue }
        dates.append(
          DueDate(
            source,
            right,
            key: event.id.text,
            nature: clock.nature,
            action: clock.action,
            subject: name(of: right),
            holder: life.owners.first,
            due: end,
            term: term,
            notes: clock.notes(of: event)
          )
        )
      }
      switch action {
      case .reviewFiled?:
        if !isAnswered { reviews += 1 }
        isAnswered = true
      // Use is demanded of a mark that stands: the review of before was won.
      case .useDemanded?: reviews = 0
      case .refused?, .cancelled?: isAnswered = false
      case let action?: if RightState(after: action) != nil { reviews = 0 }
      case nil: break
      }
    }
    return dates
  }

  /// The name of a trademark or a patent.
  private func name(of right: Record) -> String {
    let name = right.schema === Trademark.schema ? right[Trademark.mark] : right[Patent.title]
    return name ?? right.id.text
  }
}
