import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only what was applied for in time.
struct ApplicationWindow: ApplicationCondition {
  enum Late: String, CaseIterable, Sendable {
    case forfeit, nextRound
  }

  static let yearOffset = Parameter(
    "yearOffset",
    .roundOffset,
    default: .integer(0),
    Phrase(en: "1 where applications of a round are taken in the year after it.", zh: "次年受理申报时为 1。")
  )
  static let late = Parameter(
    "late",
    .word("late", Late.forfeit),
    default: .string(Late.forfeit.rawValue),
    Phrase(
      en: "What becomes of a late one: it is forfeited, or goes to the next round.",
      zh: "逾期处理：作废（forfeit）或转入下一轮（nextRound）。"
    )
  )
  static let declaration = OperationDeclaration(
    "applicationWindow",
    .qualify,
    Phrase(
      en:
        "Pays only what was applied for between two days, both included, as an application on record "
        + "says. Without one it is not known. What comes late is forfeited, or paid in the next round if it "
        + "came by the last day of that, also where the policy has ended meanwhile. Of several "
        + "applications one has to meet all clauses that ask for something.",
      zh: "仅奖励在受理期间（含首末两日）申报的事项，以申报记录为准；无记录为待查；逾期作废，或在下一轮受理期末日前申报的转入下一轮，"
        + "政策届时已失效的亦同。有多份申报的，须有一份同时符合各条对申报的要求。"
    ),
    parameters: [
      AwardWindow.from.definition, AwardWindow.until.definition, yearOffset.definition,
      late.definition,
    ],
    example: #"{"from":"01-01","until":"01-31","late":"nextRound"}"#,
    Phrase(
      en: "Applications are taken in January; later ones go to the next round.",
      zh: "1 月受理申报，逾期转入下一轮。"
    )
  )

  private let from: MonthDay
  private let until: MonthDay
  private let yearOffset: Int
  private let late: Late

  init(_ arguments: inout Arguments) {
    from = arguments.required(AwardWindow.from)
    until = arguments.required(AwardWindow.until)
    yearOffset = arguments.required(Self.yearOffset)
    late = arguments.required(Self.late)
  }

  var carriesLate: Bool { late == .nextRound }

  var settlesAlone: Bool { true }

  private func days(_ round: Int) -> ClosedRange<Day> {
    let first = from.day(in: round + yearOffset)
    let last = until.day(in: round + yearOffset + (until < from ? 1 : 0))
    return first...max(first, last)
  }

  func ask(_ demand: inout ApplicationDemand, for claim: Claim, _ context: Context) {
    let days = days(context.year)
    demand.narrow(from: days.lowerBound, until: days.upperBound)
  }

  /// How an application lies to the windows.
  private enum Timing {
    case inTime, early, late, unknown
  }

  private func timing(_ date: PartialDate?, _ days: ClosedRange<Day>) -> Timing {
    guard let date else { return .unknown }
    return switch date.lies(from: days.lowerBound, until: days.upperBound) {
    case true?: .inTime
    case nil: .unknown
    case false?: date.last < days.lowerBound ? .early : .late
    }
  }

  /// Whether a fact of the round before was applied for too late for that one, and in time for this.
  func isCarried(_ claim: Claim, _ context: Context) -> Bool {
    goesOn(claim, from: context.year - 1, context)
  }

  /// Whether a fact was applied for too late for a round, and in time for the next.
  private func goesOn(_ claim: Claim, from round: Int, _ context: Context) -> Bool {
    let (late, last) = (days(round).upperBound + 1, days(round + 1).upperBound)
    guard carriesLate, late <= last else { return false }
    let dates = context.applications(for: claim).map { $0[Application.appliedOn] }
    // One of which it is not known whether it came in time may be paid there.
    guard !dates.contains(where: { [.inTime, .unknown].contains(timing($0, days(round))) }) else {
      return false
    }
    return dates.contains { timing($0, late...last) == .inTime }
  }

  func judge(_ claim: Claim, _ context: Context) -> Judgement {
    guard let application = context.application(for: claim) else {
      return .unknown([context.applicationInput(claim)])
    }
    let window = days(context.year)
    guard timing(application[Application.appliedOn], window) == .early else {
      return judge(application, claim, context)
    }
    // Where nothing came in time, a late one has a round to go to.
    let late = context.applications(for: claim)
      .first { timing($0[Application.appliedOn], window) == .late }
    return judge(late ?? application, claim, context)
  }

  func judge(_ application: Record, _ claim: Claim, _ context: Context) -> Judgement {
    let input = Input(application, Application.appliedOn)
    if context.isOfRoundBefore(claim.source) {
      return .passed(
        [input],
        Phrase(en: "late for the round before, so it is in this one", zh: "上一轮逾期，转入本轮")
      )
    }
    let window = days(context.year)
    let span = "\(window.lowerBound) – \(window.upperBound)"
    let demand = Phrase(en: "an application within \(span)", zh: "在 \(span) 期间申报")
    return switch timing(application[Application.appliedOn], window) {
    case .inTime:
      .passed(
        [input],
        Phrase(en: "applied for in time (\(span))", zh: "在受理期间内申报（\(span)）")
      )
    case .unknown: .unknown([input.missing])
    case .early:
      .failed(
        [input],
        demand: demand,
        Phrase(en: "applied for before \(span)", zh: "早于受理期间（\(span)）申报")
      )
    case .late:
      .failed(
        [input],
        demand: demand,
        lateness(span, claim, context)
      )
    }
  }

  /// What becomes of a claim that was applied for after the days of its round.
  private func lateness(_ span: String, _ claim: Claim, _ context: Context) -> Phrase {
    let next = context.year + 1
    guard carriesLate else {
      return Phrase(en: "applied for after \(span): forfeited", zh: "逾期申报（\(span)），视为放弃")
    }
    guard goesOn(claim, from: context.year, context) else {
      let last = days(next).upperBound
      return Phrase(
        en: "applied for after \(span): only what came by \(last) goes to the round of \(next)",
        zh: "逾期申报（\(span)）；\(last) 前（含当日）申报的方可转入 \(next) 年度"
      )
    }
    return Phrase(
      en: "applied for after \(span): it goes to the round of \(next)",
      zh: "逾期申报（\(span)），转入 \(next) 年度"
    )
  }
}

extension ArgumentType<Int> {
  /// A whole number of years from the round's year: -1, 0 or 1.
  static var roundOffset: Self {
    ArgumentType(
      name: "round-offset",
      expectation: Phrase(en: "-1, 0 or 1 from the round's year", zh: "-1、0 或 1（相对奖励年度）"),
      placeholder: 0,
      read: { json, _, _ in json.integer.flatMap { (-1...1).contains($0) ? Int($0) : nil } }
    )
  }
}
