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
        + (recommended.map { ", recommended by \($0.joined(separator: " and "))" } ?? ""),
      zh: "\(applicant)\(zh)按 \(policy) 申报"
        + (pledged.map { "，并承诺：\($0.joined(separator: "、"))" } ?? "")
        + (recommended.map { "，由\($0.joined(separator: "、"))推荐" } ?? "")
    )
  }
}

/// A condition on the application for a claim.
protocol ApplicationCondition: Condition {
  /// Adds what an application has to say to meet it.
  func ask(_ demand: inout ApplicationDemand, for claim: Claim, _ context: Context)
}
