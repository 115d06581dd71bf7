import Bilingual
import Oversight

/// How many dates stand how, for the notes below their table.
struct DueTally {
  private var counts: [Urgency: Int] = [:]
  private var isAnyProvisional = false

  /// Counts a date.
  mutating func add(_ urgency: Urgency, isProvisional: Bool) {
    counts[urgency, default: 0] += 1
    isAnyProvisional = isAnyProvisional || isProvisional
  }

  /// Whether any date has passed and can still be kept.
  var hasGrace: Bool { counts[.grace] != nil }

  /// What a reader of the table must know besides.
  var notes: [Phrase] {
    let known = Urgency.allCases.compactMap { urgency in counts[urgency].map { (urgency, $0) } }
    guard !known.isEmpty else { return [] }
    let sums = Phrase(
      en: known.map { "\($1) \($0.label.en)" }.joined(separator: ", "),
      zh: known.map { "\($0.label.zh) \($1) 项" }.joined(separator: "，")
    )
    let after = DueDate.afterGrace
    let grace = Phrase(
      en: "in grace: \(after.en), by the day under 'grace until'",
      zh: "宽展期内：至“宽展期至”所列日，\(after.zh)"
    )
    let provisional = Phrase(
      en:
        "? marks a provisional date: the day of a notice, its rule, or the working days until then "
        + "are not settled ('explain date' tells which)",
      zh: "? 表示暂定日期：收到通知日、规则或其间的放假通知尚未确定（explain date 可查明）"
    )
    return [sums] + (hasGrace ? [grace] : []) + (isAnyProvisional ? [provisional] : [])
  }
}
