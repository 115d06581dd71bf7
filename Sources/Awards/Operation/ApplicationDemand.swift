import Bilingual
import Ledger
import Portfolio

/// What an application for a claim has to say to meet the clauses that judge it.
struct ApplicationDemand {
  private(set) var first: Day?
  private(set) var last: Day?
  /// The pledges, as applications name them.
  var pledges: [String] = []
  /// The offices that have to recommend it.
  var recommenders: [String] = []

  /// The least share that the applicant pays of the cost itself.
  private(set) var selfFunded: Rate?

  /// Lets only shares that reach this one as well.
  mutating func narrow(selfFunded ratio: Rate) {
    selfFunded = selfFunded.map { max($0, ratio) } ?? ratio
  }

  /// Lets only the days that lie within these as well.
  mutating func narrow(from: Day?, until: Day?) {
    first = [first, from].compactMap(\.self).max()
    last = [last, until].compactMap(\.self).min()
  }

  /// The latest day that will do, or another where it may be any time after a day or at any time.
  ///
  /// - Parameter other: A day to be taken where no clause names a last one.
  /// - Returns: The day; `nil` where the clauses leave none.
  func day(else other: Day) -> Day? {
    guard let last else { return max(other, first ?? other) }
    return first.map { $0 > last } == true ? nil : last
  }

  /// The demand in words, with the one who applies and the policy.
  func phrase(_ applicant: String, _ policy: RecordID) -> Phrase {
    let (en, zh) =
      switch (first, last) {
      case (let first?, let last?):
        (" between \(first) and \(last)", "于 \(first) 至 \(last) 期间")
      case (nil, let last?): (" by \(last)", "不晚于 \(last) ")
      case (let first?, nil): (" from \(first) on", "自 \(first) 起")
      case (nil, nil): ("", "")
      }
    let pledged = pledges.isEmpty ? nil : pledges
    let recommended = recommenders.isEmpty ? nil : recommenders
    return Phrase(
      en: "\(applicant) applies under \(policy)\(en)"
        + (pledged.map { ", pledging \($0.joined(separator: " and "))" } ?? "")
        + (recommended.map { ", recommended by \($0.joined(separator: " and "))" } ?? "")
        + (selfFunded.map { ", paying at least \($0) of the cost itself" } ?? ""),
      zh: "\(applicant)\(zh)按 \(policy) 申报"
        + (pledged.map { "，并承诺：\($0.joined(separator: "、"))" } ?? "")
        + (recommended.map { "，由\($0.joined(separator: "、"))推荐" } ?? "")
        + (selfFunded.map { "，自筹不低于 \($0)" } ?? "")
    )
  }
}

/// A condition that asks an application to say something.
protocol AskingCondition: Condition {
  /// Adds what an application has to say to meet it.
  func ask(_ demand: inout ApplicationDemand, for claim: Claim, _ context: Context)
}

/// A condition on the application for a claim: one application has to meet all such.
protocol ApplicationCondition: AskingCondition {
  /// Says whether an application meets it.
  func judge(_ application: Record, _ claim: Claim, _ context: Context) -> Judgement
}

extension ApplicationCondition {
  func judge(_ claim: Claim, _ context: Context) -> Judgement {
    guard let application = context.application(for: claim) else {
      return .unknown([context.applicationInput(claim)])
    }
    return judge(application, claim, context)
  }
}

extension Context {
  /// The application by which a claim is judged: the first that meets all conditions on applications,
  /// else the first that may.
  ///
  /// - Parameter claim: The claim.
  /// - Returns: The application; the first one where none may, `nil` where there is none.
  func application(for claim: Claim) -> Record? {
    let all = applications(for: claim)
    guard all.count > 1, let value = rules.values.first(where: { $0.id == claim.clause }) else {
      return all.first
    }
    let conditions = rules.rules
      .filter { $0.governs(value) && $0.covers(claim.date) ?? takesUnsureDays }
      .compactMap { $0.operation as? any ApplicationCondition }
    func verdicts(_ application: Record) -> [Verdict] {
      conditions.map { $0.judge(application, claim, self).verdict }
    }
    let judged = all.map { ($0, verdicts($0)) }
    let best =
      judged.first { $0.1.allSatisfy { $0 == .passed } }
      ?? judged.first { !$0.1.contains(.failed) }
    return best?.0 ?? all.first
  }
}
