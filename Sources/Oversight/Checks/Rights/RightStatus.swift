import Bilingual
import JSONLines
import Ledger
import Portfolio

extension Check {
  /// The status of a right follows from its dates and events, and is never told twice.
  static let rightStatus = Check(
    "right-status",
    demand: Phrase(
      en: "What a trademark or patent record says is what its dates and events tell.",
      zh: "商标、专利记录的状态须与其日期和权利事项一致。"
    ),
    severity: .warning,
    ledger: { audit in
      let book = try RightBook(audit.snapshot)
      return (book.trademarks.records + book.patents.records).flatMap { right in
        guard !book.events(of: right).isEmpty else { return byDates(right, book, audit.today) }
        let isTold = book.life(of: right, on: audit.today).isToldByEvents
        return byEvents(right, book, audit.today)
          + (isTold ? [] : byDates(right, book, audit.today))
      }
    }
  )

  private static func byEvents(_ right: Record, _ book: RightBook, _ today: Day) -> [Finding] {
    let settled = book.settled(right, on: today)
    return right.schema.fields.compactMap { field in
      let (stored, wanted) = (right[field], settled[field])
      guard stored != wanted else { return nil }
      let (was, told) = (text(stored), text(wanted))
      return Finding(
        right,
        Phrase(
          en: "\(field.name) is \(was ?? "empty"), its events say \(told ?? "nothing")",
          zh: "\(field.label.zh)记为\(was ?? "空")，权利事项表明应为\(told ?? "空")"
        ),
        help: Phrase(
          en: "'brandledger mark refresh' writes what the events say; or correct the event",
          zh: "可用 brandledger mark refresh 按事项更新记录，或更正有误的事项"
        )
      )
    }
  }

  private static func text(_ value: JSONValue?) -> String? {
    value.map { $0.string ?? $0.text.span.text }
  }

  private static func byDates(_ right: Record, _ book: RightBook, _ today: Day) -> [Finding] {
    let isMark = right.schema === Trademark.schema
    let granted = isMark ? right[Trademark.registeredOn] : right[Patent.grantedOn]
    let ended = isMark ? right[Trademark.endedOn] : right[Patent.endedOn]
    let standing =
      isMark ? right[Trademark.status] == .registered : right[Patent.status] == .granted
    let isOpen =
      isMark
      ? [.pending, .published].contains(right[Trademark.status]) : right[Patent.status] == .pending
    let status = (isMark ? right[Trademark.status]?.choice : right[Patent.status]?.choice)?.label
    guard let status else { return [] }
    let help = Phrase(
      en: "correct the status or the date; with events on record the status follows from them",
      zh: "请更正状态或日期；登记权利事项后状态由事项得出"
    )
    func finding(_ en: String, _ zh: String) -> [Finding] {
      [
        Finding(
          right,
          Phrase(en: "its status is '\(status.en)', \(en)", zh: "状态为“\(status.zh)”，\(zh)"),
          help: help
        )
      ]
    }
    if let ended, ended.last <= today, standing || isOpen {
      return finding("and it ended on \(ended)", "但已于 \(ended) 终止")
    }
    if standing, granted == nil {
      return finding(
        "and no day of registration or grant is on record",
        "但没有注册（授权）日期"
      )
    }
    if let granted, book.contradictsGrant(right, on: today) {
      return finding(
        "and it was registered or granted on \(granted); until one is corrected it only may count",
        "但已于 \(granted) 注册（授权），更正前统计为待定"
      )
    }
    return []
  }
}
