import Bilingual
import Portfolio

/// Says why facts are selected; they come by day, so the sentence is mostly that of the fact before.
struct SelectionReason {
  private var last: (kind: FactKind, date: PartialDate?, days: ClosedRange<Day>, reason: Phrase)?

  mutating func reason(
    _ kind: FactKind,
    _ date: PartialDate?,
    within days: ClosedRange<Day>
  ) -> Phrase {
    if let last, last.kind === kind, last.date == date, last.days == days { return last.reason }
    let day = date?.description ?? ""
    let reason = Phrase(
      en: "\(kind.label.en) on \(day), within \(days.lowerBound) to \(days.upperBound)",
      zh: "\(kind.label.zh)（\(day)），在 \(days.lowerBound) 至 \(days.upperBound) 期间内"
    )
    last = (kind, date, days, reason)
    return reason
  }
}
