import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Events that were typed or imported keep to the days that the desk would let pass.
  static let rightEventDates = Check(
    "right-event-dates",
    demand: Phrase(
      en:
        "Nothing happens to a right before its filing; a term is renewed once, in its time; a licence ends "
        + "with it.",
      zh: "权利事项不早于申请日；每届专用期在法定期间内续展一次；许可不超出权利期限。"
    ),
    severity: .warning,
    ledger: { audit in
      let book = try RightBook(eventsOf: audit.snapshot)
      return try book.eventful.flatMap { id in
        try [Trademark.schema, Patent.schema].compactMap { try audit.snapshot.record(id, $0) }
          .flatMap { eventDates(of: $0, book, audit.today) }
      }
    }
  )

  /// Finds the events of a right that lie on days on which they cannot have been.
  static func eventDates(of right: Record, _ book: RightBook, _ today: Day) -> [Finding] {
    let isMark = right.schema === Trademark.schema
    let filed = isMark ? right[Trademark.filedOn] : right[Patent.filedOn]
    let last = book.termEnds(of: right, book.life(of: right, on: today))?.upperBound
    var renewals = Renewals(of: right, book)
    return book.events(of: right).filter { $0[RightEvent.office] == nil }.flatMap { event in
      guard let action = event[RightEvent.action], let date = event[RightEvent.date] else {
        return [Finding]()
      }
      var findings: [Finding] = []
      if ![.filed, .noted].contains(action), let filed, date.last < filed.first {
        findings.append(
          Finding(
            event,
            Phrase(
              en: "it is of \(date), and \(right.id) was filed on \(filed)",
              zh: "日期为 \(date)，而 \(right.id) 于 \(filed) 申请"
            ),
            help: Phrase(en: "correct one of the two dates", zh: "请更正其中一个日期")
          )
        )
      }
      if action == .licensed, let until = event[RightEvent.until], let last, until.first > last {
        findings.append(
          Finding(
            event,
            Phrase(
              en: "the licence runs until \(until), the term of \(right.id) until \(last)",
              zh: "许可至 \(until)，\(right.id) 的期限至 \(last)"
            ),
            help: Phrase(
              en: "end the licence with the term, or enter the renewal",
              zh: "请将许可截止于权利期满，或登记续展"
            )
          )
        )
      }
      if action == .annuityPaid, let year = event[RightEvent.year],
        let message = beyondTerm(year, right, book, today)
      {
        findings.append(Finding(event, message, help: patentYearHelp))
      }
      if action == .renewed { findings += renewals.read(event, date) }
      return findings
    }
  }
}

/// The terms of a mark, renewal by renewal.
private struct Renewals {
  private let mark: Record
  private let book: RightBook
  private var end: Day?
  private var known: Set<Day> = []

  init(of mark: Record, _ book: RightBook) {
    (self.mark, self.book) = (mark, book)
    end = book.reckonedEnd(of: mark)?.day
  }

  mutating func read(_ event: Record, _ date: PartialDate) -> [Finding] {
    let until = event[RightEvent.until]?.day.map { book.countedEnd(of: mark, named: $0) }
    guard let renewed = until.flatMap({ book.previousEnd(of: mark, before: $0) }) ?? end,
      let window = book.renewalWindow(of: mark, before: renewed)
    else {
      end = until ?? end
      return []
    }
    let isEarly = date.last < window.lowerBound
    if until != nil || !isEarly { end = until ?? book.nextTerm(of: mark, after: renewed)?.day }
    let isTwice = until.map { !known.insert($0).inserted } ?? false
    guard isEarly || isTwice || date.first > window.upperBound else { return [] }
    let span = "\(window.lowerBound) – \(window.upperBound)"
    return [
      Finding(
        event,
        isTwice
          ? Phrase(
            en: "the term until \(renewed) of \(mark.id) was renewed before",
            zh: "\(mark.id) 至 \(renewed) 的专用期已续展过"
          )
          : Phrase(
            en: "renewed on \(date); the term of \(mark.id) until \(renewed) is renewed \(span)",
            zh: "于 \(date) 续展；\(mark.id) 至 \(renewed) 的专用期应在 \(span) 续展"
          ),
        help: Phrase(
          en:
            "compare with the register: correct the day or 'until', enter the renewal before it, or remove it",
          zh: "请与登记簿核对：更正日期或期满日（until）、补登此前的续展或删除重复"
        )
      )
    ]
  }
}
