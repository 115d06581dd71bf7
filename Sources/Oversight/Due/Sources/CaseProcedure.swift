import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// Steps of enforcement, of courts and of mediation start periods until another step answers them.
  static let caseProcedure: Self = DueSource(
    "case-procedure",
    Phrase(en: "procedure", zh: "程序期限"),
    of: Case.self,
    namesAction: true
  ) { record, docket in
    guard record[Case.stage].map({ !$0.isFinal }) ?? false else { return [] }
    let events = try docket.caseEvents()[record.id] ?? []
    var dates: [DueDate] = []
    for event in events {
      guard let step = event[CaseEvent.step], let date = event[CaseEvent.date] else { continue }
      let day = date.last
      // Of steps of one day nobody knows which was first.
      let later = Set(
        events.filter { $0[CaseEvent.date].map { $0.last >= date.first } ?? false }
          .compactMap { $0[CaseEvent.step] }
      )
      for clock in CaseClock.started(by: step) where later.isDisjoint(with: clock.answers) {
        guard
          let (end, term) = clock.end(from: day, events, today: docket.today, in: docket.rights)
        else { continue }
        dates.append(
          DueDate(
            .caseProcedure,
            record,
            key: "\(event.id)/\(clock.term)",
            nature: clock.nature,
            action: clock.action,
            subject: record[Case.summary] ?? record.id.text,
            holder: record[Case.rightHolder],
            due: end,
            term: term
          )
        )
      }
    }
    return dates
  }

  /// Limitation runs out three years after the harm and who did it were known.
  static let caseLimitation: Self = DueSource(
    "case-limitation",
    Phrase(en: "limitation", zh: "诉讼时效"),
    of: Case.self
  ) { record, docket in
    guard record[Case.stage].map({ !$0.isFinal }) ?? false,
      let (end, term) = try docket.cases().limitation(of: record)
    else { return [] }
    return [
      DueDate(
        .caseLimitation,
        record,
        action: Phrase(en: "bring a claim before limitation runs out", zh: "诉讼时效届满前提出请求"),
        subject: record[Case.summary] ?? record.id.text,
        holder: record[Case.rightHolder],
        due: end,
        term: term
      )
    ]
  }

  /// Whose application was refused may complain to the IP authority within seven working days.
  static let caseComplaint: Self = DueSource(
    "case-complaint",
    Phrase(en: "complaint", zh: "申诉期限"),
    of: Case.self
  ) { record, docket in
    guard record[Case.stage] == .refused, let refused = record[Case.refusedOn]?.day,
      let term = docket.term("case-complaint", on: refused),
      let end = term.end(from: refused, in: docket.calendar)
    else { return [] }
    // It is the applicant's time: nothing of the office's is missed when it passes.
    return [
      DueDate(
        .caseComplaint,
        record,
        nature: .milestone,
        action: Phrase(en: "the applicant may complain until then", zh: "申请人可申诉的末日"),
        subject: record[Case.summary] ?? record.id.text,
        holder: record[Case.rightHolder],
        due: end,
        term: term
      )
    ]
  }
}
