import Bilingual
import CommandLine
import Ledger
import Portfolio

/// The law by which dates are reckoned: that of the ledger, or where there is none that of the program.
struct DateLaw {
  let calendar: WorkCalendar
  let terms: LegalTerms
  let isOwn: Bool

  init(_ session: Session) throws {
    let snapshot = try Self.snapshot(session)
    isOwn = snapshot == nil
    let holidays = try snapshot?.table(Holiday.self) ?? Reference.table(Holiday.schema)
    let records = try snapshot?.table(Term.self) ?? Reference.table(Term.schema)
    calendar = WorkCalendar(holidays.records)
    terms = LegalTerms(records.records)
  }

  /// The ledger's records; `nil` where there is no ledger.
  private static func snapshot(_ session: Session) throws -> Snapshot? {
    do {
      return try session.snapshot()
    } catch let error as Diagnostics where error.list.allSatisfy({ $0.name == "no-ledger" }) {
      return nil
    }
  }

  /// Reckons what a command line asks for.
  func answer(_ arguments: Arguments) throws -> DateAnswer {
    // A term has the law of its own right.
    let right =
      arguments[DateCommand.term].map { terms.right(of: $0) ?? .other }
      ?? arguments[DateCommand.right]
    let start = arguments[DateCommand.from]
    var reckoning: Reckoning?
    if let way = arguments[DateCommand.served] {
      guard right != .other else {
        throw arguments.refusal(
          of: DateCommand.served,
          expected: Phrase(
            en:
              "what the trademark or the patent office serves: a term of theirs, or --right trademark or patent",
            zh: "商标或专利文件的送达：其期限，或 --right trademark、patent"
          )
        )
      }
      reckoning = try terms.receipt(right, way, sent: start, in: calendar).day
    }
    if let name = arguments[DateCommand.term] {
      return try answer(name, start, reckoning)
    }
    let counting = arguments[DateCommand.counting] ?? .acting
    let periods = arguments[DateCommand.add]
    guard !periods.isEmpty || reckoning != nil else {
      throw arguments.refusal(
        of: DateCommand.add,
        expected: Phrase(en: "a length, or a legal term with --term", zh: "长度，或用 --term 指定法定期限")
      )
    }
    for (index, period) in periods.enumerated() {
      // A validity that follows another begins on the day after its last.
      let day = (reckoning?.day ?? start) + (counting == .validity && index > 0 ? 1 : 0)
      guard let next = try end(period, counting, day, arguments) else {
        throw arguments.refusal(
          of: DateCommand.counting,
          expected: Phrase(
            en: "acting: no validity is counted in working days or in nothing",
            zh: "acting：有效期不以工作日或零日计算"
          )
        )
      }
      reckoning = reckoning.map { $0.followed(by: next) } ?? next
    }
    guard let reckoning else { preconditionFailure("neither a length nor a way of service") }
    return DateAnswer(
      reckoning: reckoning,
      start: start,
      counting: counting,
      article: counting.article(of: right),
      term: nil,
      grace: nil,
      isOwnCalendar: isOwn
    )
  }

  private func end(
    _ period: Period,
    _ counting: CountingRule,
    _ day: Day,
    _ arguments: Arguments
  ) throws -> Reckoning? {
    let years = period.unit == .years ? period.count : period.count / 12
    guard day.year + years < 9999 else {
      throw arguments.refusal(
        of: DateCommand.add,
        expected: Phrase(en: "a date before the year 9999", zh: "9999 年以前的日期")
      )
    }
    switch counting {
    case .acting: return period.acting(from: day, in: calendar)
    case .validity: return period.validity(from: day)
    }
  }

  private func answer(_ name: String, _ start: Day, _ receipt: Reckoning?) throws -> DateAnswer {
    let day = receipt?.day ?? start
    let term: LegalTerm
    do {
      term = try terms.term(name, on: day)
    } catch {
      throw Diagnostics(named(error, name))
    }
    guard let end = term.end(from: day, in: calendar) else {
      throw Diagnostics(
        Diagnostic(
          "term-unreadable",
          Phrase(
            en: "the term '\(name)' cannot be counted as a validity",
            zh: "期限“\(name)”不能按有效期计算"
          ),
          help: Phrase(en: "correct its length or counting", zh: "请更正其长度或计算方式")
        )
      )
    }
    return DateAnswer(
      reckoning: receipt.map { $0.followed(by: end) } ?? end,
      start: start,
      counting: term.counting,
      article: term.article,
      term: term,
      grace: term.graceEnd(after: end.nominal, in: calendar),
      isOwnCalendar: isOwn
    )
  }

  /// The fault, with the terms that there are where none has the name.
  private func named(_ fault: Diagnostic, _ name: String) -> Diagnostic {
    guard fault.name == "term-missing", !terms.names.contains(name) else { return fault }
    var fault = fault
    let near = Nearest.name(to: name, among: terms.names)
    let shown = near ?? terms.names.joined(separator: ", ")
    fault.severity = .error
    fault.help = Phrase(en: "there are: \(shown)", zh: "现有期限：\(shown)")
    return fault
  }
}
