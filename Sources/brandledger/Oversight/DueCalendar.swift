import Bilingual
import Ledger
import Oversight
import Portfolio
import Presentation

/// Dates as events of a calendar.
enum DueCalendar {
  static func calendar(_ rows: [DueRow], _ session: Session) -> ICalendar {
    ICalendar(
      name: Phrase(en: "Brand office: due dates", zh: "品牌办到期事项"),
      stamp: stamp(session.world.now),
      events: rows.map(event)
    )
  }

  /// A moment in UTC, as calendars write it.
  private static func stamp(_ now: Timestamp) -> String {
    let utc = Timestamp(seconds: now.seconds, offset: 0).description.prefix(19)
    return utc.filter { $0 != "-" && $0 != ":" } + "Z"
  }

  private static func event(_ row: DueRow) -> ICalendar.Event {
    let date = row.date
    let holder = row.holder.map { Phrase(en: " (\($0))", zh: "（\($0)）") } ?? Phrase(en: "", zh: "")
    var en = [date.action.en]
    var zh = [date.action.zh]
    if let opens = date.opens {
      en.append("may be done from \(opens)")
      zh.append("自 \(opens) 起可办理")
    }
    if let grace = date.grace {
      en.append("grace until \(grace.day)")
      zh.append("宽展期至 \(grace.day)")
    }
    if let cost = date.cost {
      en.append("fee: \(cost.fee) yuan")
      zh.append("费用：\(cost.fee) 元")
    }
    if let article = date.term?.article {
      en.append(article.en)
      zh.append(article.zh)
    }
    if date.isProvisional {
      en.append("provisional")
      zh.append("暂定日期")
    }
    en.append("\(date.record.schema.kind) \(date.record.id)")
    zh.append("\(date.record.schema.label.zh) \(date.record.id)")
    // The day is no part of the name: a date that moves stays the same event.
    let key = date.key.isEmpty ? "" : "/\(date.key)"
    return ICalendar.Event(
      uid: "\(date.source.name)/\(date.record.id)\(key)@brandledger",
      day: date.due.day.description,
      summary: Phrase(
        en: "\(date.source.label.en): \(date.subject)\(holder.en)",
        zh: "\(date.source.label.zh)：\(date.subject)\(holder.zh)"
      ),
      description: Phrase(en: en.joined(separator: "\n"), zh: zh.joined(separator: "\n")),
      category: date.source.label
    )
  }
}
