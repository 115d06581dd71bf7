import Bilingual
import Ledger
import Portfolio

/// A period that an event of a right starts until another answers it.
struct RightClock {
  /// The day from which it is counted.
  enum Counting {
    /// That of the event.
    case event
    /// That on which the notice came in; where it is not told that of the event, which is said.
    case notice
    /// That on which the notice came in, and none else: the event took effect long before.
    case noticeOnly
  }

  /// All that bind a trademark or a patent.
  static let all = [
    opposition, refusal, refusalCourt, cancellation, cancellationCourt, invalidity, useDemand,
    transformation, reexamination, reexaminationCourt, patentInvalidity, restoration, revival,
  ]

  let start: RightAction
  let counting: Counting
  let term: String
  let answers: Set<RightAction>
  /// Of those that answer it, what is to be done within the period; all else may come when it comes.
  let acts: Set<RightAction>
  let nature: DueDate.Nature
  let action: Phrase
  /// Of a decision, how many reviews led to it; `nil` where that does not matter.
  var reviews: Int?

  static let opposition = RightClock(
    start: .published,
    counting: .event,
    term: "trademark-opposition",
    answers: [.registered, .refused, .withdrawn, .opposed],
    acts: [.opposed],
    nature: .milestone,
    action: Phrase(en: "others may oppose the mark until then", zh: "此日前他人可提出异议")
  )
  static let refusal = RightClock(
    start: .refused,
    counting: .notice,
    term: "trademark-refusal-review",
    answers: [.reviewFiled, .published, .registered, .withdrawn, .surrendered],
    acts: [.reviewFiled],
    nature: .deadline,
    action: Phrase(en: "apply for review of the refusal", zh: "申请驳回复审"),
    reviews: 0
  )
  static let refusalCourt = RightClock(
    start: .refused,
    counting: .notice,
    term: "trademark-refusal-court",
    answers: refusal.answers,
    acts: refusal.acts,
    nature: .deadline,
    action: Phrase(en: "sue against the decision of the review", zh: "对复审决定向人民法院起诉"),
    reviews: 1
  )
  static let cancellation = RightClock(
    start: .cancelled,
    counting: .notice,
    term: "trademark-cancellation-review",
    answers: [.reviewFiled, .restored, .surrendered],
    acts: refusal.acts,
    nature: .deadline,
    action: Phrase(en: "apply for review of the cancellation", zh: "申请撤销复审"),
    reviews: 0
  )
  static let cancellationCourt = RightClock(
    start: .cancelled,
    counting: .notice,
    term: "trademark-cancellation-court",
    answers: cancellation.answers,
    acts: refusal.acts,
    nature: .deadline,
    action: refusalCourt.action,
    reviews: 1
  )
  static let invalidity = RightClock(
    start: .invalidated,
    counting: .notice,
    term: "trademark-invalidity-court",
    answers: cancellation.answers,
    acts: refusal.acts,
    nature: .deadline,
    action: Phrase(
      en: "sue against the declaration of invalidity",
      zh: "对宣告无效向人民法院起诉"
    ),
    reviews: 0
  )
  static let transformation = RightClock(
    start: .cancelled,
    counting: .event,
    term: "madrid-transformation",
    answers: [.restored],
    acts: [],
    nature: .milestone,
    action: Phrase(
      en:
        "where it fell with its basic mark, its designations may become national applications until then",
      zh: "因基础商标失效而被注销的，此日前可将各指定转为国家申请"
    )
  )
  static let useDemand = RightClock(
    start: .useDemanded,
    counting: .notice,
    term: "trademark-use-evidence",
    answers: [.useShown, .cancelled, .surrendered],
    acts: [.useShown],
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
    acts: refusal.acts,
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
    acts: refusal.acts,
    nature: .deadline,
    action: refusalCourt.action,
    reviews: 1
  )
  static let patentInvalidity = RightClock(
    start: .invalidated,
    counting: .notice,
    term: "patent-invalidity-court",
    answers: invalidity.answers,
    acts: refusal.acts,
    nature: .deadline,
    action: invalidity.action,
    reviews: 0
  )
  static let restoration = RightClock(
    start: .lapsed,
    counting: .noticeOnly,
    term: "patent-restoration",
    answers: [.restored, .surrendered],
    // It binds the request, and the event is the decision, months later.
    acts: [],
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
    acts: restoration.acts,
    nature: .milestone,
    action: restoration.action
  )
}

extension RightClock {
  /// A period that an event started.
  struct Run {
    let clock: RightClock
    let start: Record
    let end: Reckoning
    let term: LegalTerm
    /// The events that answer it, up to the one after which nothing is open.
    let answers: [Record]
    /// Whether all that it is about is answered; not while it runs, or where it ran out.
    let isAnswered: Bool
    /// Where a part of the classes is answered, the others.
    let open: [Int]

    /// Whether the notice, from which it runs, is not told, and the day of the event stands for it.
    var isAssumed: Bool { clock.counting == .notice && start[RightEvent.noticedOn] == nil }

    /// What is to be said of classes that no answer named.
    var openNotes: [Phrase] {
      guard !open.isEmpty else { return [] }
      let list = open.sorted().map(String.init)
      return [
        Phrase(
          en: "still open in class " + list.joined(separator: ", "),
          zh: "第 \(list.joined(separator: "、")) 类尚未办理"
        )
      ]
    }

    /// What is to be said of the day from which it is counted.
    var notes: [Phrase] {
      guard isAssumed, let date = start[RightEvent.date] else { return [] }
      return [
        Phrase(
          en:
            "counted from \(date), the day of the event: set its noticedOn to when the notice came in",
          zh: "自事项日期 \(date) 起算；请填写收到通知日（noticedOn）"
        )
      ]
    }
  }

  /// Finds the periods that the events of a right started.
  ///
  /// - Parameters:
  ///   - clocks: The kinds of period that are looked for.
  ///   - right: A trademark or a patent; what happens before a foreign office has the periods of its law.
  ///   - events: Its events, in the order of their dates.
  ///   - law: The legal periods and working days.
  /// - Returns: The periods in the order in which they began.
  static func runs(
    _ clocks: [RightClock],
    of right: Record,
    _ events: [Record],
    in law: RightBook
  ) -> [Run] {
    guard !RightBook.isForeign(right) else { return [] }
    let isMark = right.schema === Trademark.schema
    // No office of China decides on an international registration as a whole.
    let code =
      isMark ? right[Trademark.route] == .madrid ? "madrid-" : "trademark-" : "patent-"
    let events = events.filter { $0[RightEvent.office] == nil }
    var runs: [Run] = []
    for (index, event) in events.enumerated() {
      let started = clocks.filter {
        $0.term.hasPrefix(code) && $0.start == event[RightEvent.action]
      }
      guard !started.isEmpty else { continue }
      // What happened to other classes has periods of its own.
      let reviews = reviews(events[..<index].filter { RightEvent.concern($0, event) })
      for clock in started where clock.reviews ?? reviews == reviews {
        guard let day = clock.day(of: event), let term = try? law.terms.term(clock.term, on: day),
          let end = term.end(from: day, in: law.calendar)
        else { continue }
        let later = events[(index + 1)...].filter { later in
          RightEvent.concern(later, event)
            && later[RightEvent.action].map(clock.answers.contains) ?? false
        }
        let all = event[RightEvent.classes] ?? (isMark ? right[Trademark.classes] : nil) ?? []
        runs.append(clock.run(from: event, to: end, term, answeredBy: later, of: all))
      }
    }
    return runs
  }

  /// Follows a period until its answers cover all classes that it is about.
  private func run(
    from start: Record,
    to end: Reckoning,
    _ term: LegalTerm,
    answeredBy later: [Record],
    of all: [Int]
  ) -> Run {
    var (open, answers, isAnswered) = (all, [Record](), false)
    for answer in later where !isAnswered {
      answers.append(answer)
      let named = answer[RightEvent.classes]
      open.removeAll { named?.contains($0) != false }
      isAnswered = named == nil || open.isEmpty
    }
    return Run(
      clock: self,
      start: start,
      end: end,
      term: term,
      answers: answers,
      isAnswered: isAnswered,
      open: answers.isEmpty ? [] : open
    )
  }

  /// Counts the reviews that led from a first decision to the next one.
  private static func reviews(_ events: [Record]) -> Int {
    var reviews = 0
    // A review that was entered twice answers one decision still.
    var isAnswered = false
    for event in events {
      switch event[RightEvent.action] {
      case .reviewFiled?:
        if !isAnswered { reviews += 1 }
        isAnswered = true
      // Use is demanded of a mark that stands: the review of before was won.
      case .useDemanded?: reviews = 0
      case .refused?, .cancelled?: isAnswered = false
      case .invalidated?: (reviews, isAnswered) = (0, false)
      case let action?: if RightState(after: action) != nil { reviews = 0 }
      case nil: break
      }
    }
    return reviews
  }

  /// The day from which it is counted, the latest that it may be.
  private func day(of event: Record) -> Day? {
    let noticed = event[RightEvent.noticedOn]?.last
    return switch counting {
    case .event: event[RightEvent.date]?.last
    case .notice: noticed ?? event[RightEvent.date]?.last
    case .noticeOnly: noticed
    }
  }
}
