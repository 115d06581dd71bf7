import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// A day was set in an open case, such as that of a hearing, and lies ahead.
  static let caseAppointment: Self = DueSource(
    "case-appointment",
    Phrase(en: "hearing or appointment", zh: "开庭与约定"),
    of: Case.self,
    namesAction: true
  ) { record, docket in
    guard let stage = record[Case.stage], !stage.isFinal else { return [] }
    // What is set anew for the same step, or under the same words, replaces what was set before.
    var standing: [String: (event: Record, day: Day)] = [:]
    for event in try docket.caseEvents()[record.id] ?? [] {
      guard let day = event[CaseEvent.scheduledOn]?.last else { continue }
      standing[matter(of: event)] = (event, day)
    }
    return standing.values.filter { $0.day >= docket.today }
      .sorted { ($0.day, $0.event.id.text) < ($1.day, $1.event.id.text) }
      .map { event, day in
        DueDate(
          .caseAppointment,
          record,
          key: event.id.text,
          action: what(event),
          subject: record[Case.summary] ?? record.id.text,
          holder: record[Case.rightHolder],
          due: Reckoning(
            from: day,
            Phrase(
              en: "the day that was set on \(event[CaseEvent.date]?.description ?? "")",
              zh: "\(event[CaseEvent.date]?.description ?? "") 排定"
            )
          )
        )
      }
  }

  private static func matter(of event: Record) -> String {
    event[CaseEvent.step]?.rawValue ?? Folding.key(event[CaseEvent.text] ?? "")
  }

  private static func what(_ event: Record) -> Phrase {
    if let text = event[CaseEvent.text] { return Phrase(en: text, zh: text) }
    return event[CaseEvent.step]?.choice.label ?? Phrase(en: "appointment", zh: "约定")
  }
}
