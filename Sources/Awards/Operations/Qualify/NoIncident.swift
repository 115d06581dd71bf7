import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Nobody with a violation within a period before.
struct NoIncident: Condition {
  enum Anchor: String, CaseIterable, Sendable {
    case fact, window
  }

  static let categories = Parameter(
    optional: "categories",
    .several(.word("incident-category", IncidentCategory.safety)),
    Phrase(en: "The fields of law that count; all where left out.", zh: "计入的类别；缺省为全部。")
  )
  static let severity = Parameter(
    "severity",
    .word("severity", IncidentSeverity.minor),
    default: .string(IncidentSeverity.minor.rawValue),
    Phrase(en: "How grave an incident must be to count.", zh: "计入的最低程度。")
  )
  static let years = Parameter(
    optional: "years",
    .years,
    Phrase(en: "How many years are looked back.", zh: "回溯年数；与月数均缺省时不限期限。")
  )
  static let months = Parameter(
    optional: "months",
    .months,
    Phrase(en: "How many months are looked back, besides or instead of years.", zh: "回溯月数。")
  )
  static let before = Parameter(
    "before",
    .word("anchor", Anchor.fact),
    default: .string(Anchor.fact.rawValue),
    Phrase(
      en:
        "The day from which is counted back: that of the fact, or the last of the round's window.",
      zh: "回溯起点：事实之日（fact）或奖励期间末日（window）。"
    )
  )
  static let declaration = OperationDeclaration(
    "noIncident",
    .qualify,
    Phrase(
      en:
        "Vetoes recipients with an incident in the period looked back over; without years and months "
        + "that is all the time before. Its first day is the one that corresponds to the day counted back from; both belong to it. Restored credit counts "
        + "no longer from the day of its restoration. Each incident is judged by itself where a day is "
        + "not fully known.",
      zh: "一票否决：回溯期内有违法失信记录的不予奖励，未定年数、月数的不限期限。期间首日为对应日，首末两日均计入；信用修复之日起不再计入。日期不详的，逐项判断。"
    ),
    parameters: [
      categories.definition, severity.definition, years.definition, months.definition,
      before.definition,
    ],
    example: #"{"years":2,"severity":"serious","categories":["safety","quality"]}"#,
    Phrase(
      en:
        "No serious incident of work safety or product quality in the two years before the title.",
      zh: "获得荣誉前两年内无较大以上安全、质量事故。"
    )
  )

  private let categories: [IncidentCategory]
  private let severity: IncidentSeverity
  /// How far is looked back; over all the time before where nothing stands here.
  private let months: Int?
  private let anchor: Anchor

  init(_ arguments: inout Arguments) {
    categories = arguments.optional(Self.categories) ?? IncidentCategory.allCases
    severity = arguments.required(Self.severity)
    anchor = arguments.required(Self.before)
    let years = arguments.optional(Self.years)
    let months = arguments.optional(Self.months)
    self.months = years == nil && months == nil ? nil : (years ?? 0) * 12 + (months ?? 0)
  }

  func judge(_ claim: Claim, _ context: Context) -> Judgement {
    judge(claim, context, context.evidence.incidents)
  }

  private func judge(_ claim: Claim, _ context: Context, _ incidents: Incidents) -> Judgement {
    guard let party = claim.partyNumber, context.evidence.parties.isKnown(party) else {
      return .unknown([claim.recipientInput])
    }
    guard let anchor = day(of: claim, context) else {
      return .unknown([claim.source.dateInput.missing])
    }
    var missing: [Input] = []
    for incident in incidents[party] {
      guard let category = incident.category, categories.contains(category) else { continue }
      guard let date = incident.date else {
        missing.append(incidents.input(incident, Incident.date, context))
        continue
      }
      let lies = counts(incident, date, anchor)
      let isGrave = incident.severity.map { Self.rank($0) >= Self.rank(severity) }
      switch (lies, isGrave ?? (severity == .minor ? true : nil)) {
      case (false, _), (_, false): continue
      case (true, true):
        let label = category.choice.label
        let period = period
        return .failed(
          [
            incidents.input(incident, Incident.date, context),
            incidents.input(incident, Incident.category, context),
          ],
          Phrase(
            en: "incident of \(date) (\(label.en)) lies \(period.en)before \(anchor)",
            zh: "\(date) 的\(label.zh)记录在 \(anchor) 前\(period.zh)"
          )
        )
      case (_, nil): missing.append(incidents.input(incident, Incident.severity, context))
      case (nil, _):
        let isDayKnown = date.day != nil
        missing.append(
          (isDayKnown
            ? claim.source.dateInput : incidents.input(incident, Incident.date, context)).missing
        )
      }
    }
    guard missing.isEmpty else { return .unknown(missing) }
    return .passed([], none(before: anchor))
  }

  /// The day from which is counted back; `nil` where it is not known.
  private func day(of claim: Claim, _ context: Context) -> PartialDate? {
    anchor == .window ? PartialDate(context.window.upperBound) : claim.date
  }

  private func none(before anchor: PartialDate) -> Phrase {
    let period = period
    return Phrase(
      en: "no incident \(period.en)before \(anchor)",
      zh: "\(anchor) 前\(period.zh)无相关记录"
    )
  }

  private var period: Phrase {
    months.map { Phrase(en: "within \($0, of: "month") ", zh: " \($0) 个月内") }
      ?? Phrase(en: "", zh: "")
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    let context = work.context
    let incidents = context.evidence.incidents
    var said = LastSaid<PartialDate>()
    for index in work.scope where work.claims[index].outcome != .notApplicable {
      // Most recipients never had an incident: there is nothing to judge.
      guard let party = work.claims[index].partyNumber, !incidents.has(party),
        context.evidence.parties.isKnown(party), let anchor = day(of: work.claims[index], context)
      else {
        work.settle(index, judge(work.claims[index], context, incidents))
        continue
      }
      work.record(index, .passed, said(anchor, none(before: anchor)))
    }
  }

  /// Whether an incident lies in the period and was not resolved by its end; `nil` if that is open.
  private func counts(_ incident: Incidents.Entry, _ date: PartialDate, _ anchor: PartialDate)
    -> Bool?
  {
    let resolved = incident.resolved
    if let resolved, resolved.last <= max(date.first, anchor.first) { return false }
    let isAfterStart = isWithin(date, before: anchor.first)
    let isSurelyAfterStart = isWithin(date, before: anchor.last)
    let isBeforeEnd = date.lies(from: nil, until: anchor.last)
    let isSurelyBeforeEnd = date.lies(from: nil, until: anchor.first)
    if isAfterStart == false || isBeforeEnd == false { return false }
    let mayBeResolved = resolved.map { $0.first <= anchor.last } ?? false
    return isSurelyAfterStart == true && isSurelyBeforeEnd == true && !mayBeResolved ? true : nil
  }

  /// Whether a day is not before the first one looked back to.
  private func isWithin(_ date: PartialDate, before anchor: Day) -> Bool? {
    months.map { date.lies(from: anchor.adding(months: -$0).day, until: nil) } ?? true
  }

  private static func rank(_ severity: IncidentSeverity) -> Int {
    switch severity {
    case .minor: 0
    case .serious: 1
    case .grave: 2
    }
  }
}
