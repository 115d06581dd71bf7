import Bilingual
import Ledger
import Oversight
import Portfolio
import Presentation

/// Dates as events of a calendar.
enum DueCalendar {
  static func calendar(_ rows: [DueRow], _ docket: Docket, _ session: Session) -> ICalendar {
    ICalendar(
      name: Phrase(en: "Brand office: due dates", zh: "品牌办到期事项"),
      stamp: stamp(session.world.now),
      events: rows.flatMap { events($0, docket) }
    )
  }

  /// A moment in UTC, as calendars write it.
  private static func stamp(_ now: Timestamp) -> String {
    let utc = Timestamp(seconds: now.seconds, offset: 0).description.prefix(19)
    return utc.filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// A date, and the end of its grace as a day of its own: with it a right ends.
  private static func events(_ row: DueRow, _ docket: Docket) -> [ICalendar.Event] {
    let date = row.date
    var told: [Phrase] = []
    if let opens = date.opens {
      told.append(Phrase(en: "may be done from \(opens)", zh: "自 \(opens) 起可办理"))
    }
    if let grace = date.grace {
      told.append(Phrase(en: "grace until \(grace.day)", zh: "宽展期至 \(grace.day)"))
    }
    let due = event(row, date.due.day, date.source.label, told + cost(date.cost))
    guard let grace = date.grace, docket.today <= grace.day else { return [due] }
    let label = Phrase(
      en: "\(date.source.label.en), last day of grace",
      zh: "\(date.source.label.zh)（宽展期末日）"
    )
    let end = [DueDate.afterGrace] + cost(date.graceCost(docket))
    return [due, event(row, grace.day, label, end, part: "/grace")]
  }

  private static func cost(_ cost: DueCost?) -> [Phrase] {
    guard let cost else { return [] }
    let fee = Phrase(en: "fee: \(cost.fee) yuan", zh: "费用：\(cost.fee) 元")
    guard cost.late > .zero else { return [fee] }
    return [
      fee, Phrase(en: "and because it is late: \(cost.late) yuan", zh: "逾期另缴：\(cost.late) 元"),
    ]
  }

  private static func event(
    _ row: DueRow,
    _ day: Day,
    _ label: Phrase,
    _ told: [Phrase],
    part: String = ""
  ) -> ICalendar.Event {
    let date = row.date
    let holder = row.holder.map { Phrase(en: " (\($0))", zh: "（\($0)）") } ?? Phrase(en: "", zh: "")
    var lines = [date.action] + told
    if let article = date.term?.article { lines.append(article) }
    if date.isProvisional { lines.append(Phrase(en: "provisional", zh: "暂定日期")) }
    let schema = date.record.schema
    lines.append(
      Phrase(
        en: "\(schema.kind) \(date.record.id)",
        zh: "\(schema.label.zh) \(date.record.id)"
      )
    )
    // The day is no part of the name: a date that moves stays the same event.
    let key = date.key.isEmpty ? "" : "/\(date.key)"
    return ICalendar.Event(
      uid: "\(date.source.name)/\(date.record.id)\(key)\(part)@brandledger",
      day: day.description,
      summary: Phrase(
        en: "\(label.en): \(date.subject)\(holder.en)",
        zh: "\(label.zh)：\(date.subject)\(holder.zh)"
      ),
      description: Phrase(
        en: lines.map(\.en).joined(separator: "\n"),
        zh: lines.map(\.zh).joined(separator: "\n")
      ),
      category: date.source.label
    )
  }
}
