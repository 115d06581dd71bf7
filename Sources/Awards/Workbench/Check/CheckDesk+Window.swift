import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Days of the year that lie in no round's window, so that nothing is ever paid for them.
  mutating func checkWindow(of set: RuleSet) {
    // Four years, one of them with a leap day, show every gap that there is.
    let gaps = (2025...2028).map { year in
      let first = set.window.days(ofRound: year).upperBound + 1
      let next = set.window.days(ofRound: year + 1).lowerBound
      return first..<max(first, next)
    }
    guard let gap = gaps.first(where: { !$0.isEmpty }) else { return }
    let (first, last) = (gap.lowerBound, gap.upperBound + -1)
    func text(_ day: Day) -> String { String(day.description.dropFirst(5)) }
    let fault = ArgumentFault(
      "uncovered-days",
      Phrase(
        en:
          "no round of \(set.id) pays what happens from \(text(first)) to \(text(last)) of a year",
        zh: "\(set.id) 各年度均不奖励每年 \(text(first)) 至 \(text(last)) 的事实"
      ),
      help: Phrase(
        en: "a window covers each day where 'until' is the day before 'from'",
        zh: "“until”为“from”的前一日时，每日均在奖励期间内"
      ),
      severity: .warning,
      at: [.key(Policy.window.definition.name)]
    )
    report(fault, of: set.record)
  }

  /// A beginning of which only the month or the year is told, where a fact may lie before it.
  mutating func checkStart(of set: RuleSet) {
    guard let start = set.openStart else { return }
    let fault = ArgumentFault(
      "policy-day-open",
      Phrase(
        en:
          "\(set.id) begins in \(start.date), without the day: it is taken to pay facts from \(start.taken) on",
        zh: "\(set.id) 的起始日仅知为 \(start.date)，按自 \(start.taken) 起的事实计算"
      ),
      help: Self.dayHelp,
      severity: .warning,
      at: [.key(start.field.name)]
    )
    report(fault, of: set.record)
  }

  private static let dayHelp = Phrase(
    en: "write the day, as in the text of the policy",
    zh: "请按政策文本写明具体日期"
  )

  /// An end of which only the month or the year is told.
  mutating func checkEnd(of set: RuleSet) {
    let ends = [(Policy.inForceUntil, 0), (Policy.repealedOn, -1)]
    for (field, offset) in ends {
      guard let date = set.record[field], date.day == nil else { continue }
      let last = (offset == 0 ? date.last : date.first) + offset
      let fault = ArgumentFault(
        "policy-day-open",
        Phrase(
          en: "\(set.id) ends in \(date), without the day: it is taken to hold until \(last)",
          zh: "\(set.id) 的终止日仅知为 \(date)，按至 \(last) 有效计算"
        ),
        help: Self.dayHelp,
        severity: .warning,
        at: [.key(field.definition.name)]
      )
      report(fault, of: set.record)
    }
  }
}
