import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A mark that is said to be registered is within its term.
  static let markExpired = Check(
    "mark-expired",
    demand: Phrase(
      en: "A mark that stands as registered is within its term.",
      zh: "登记为已注册的商标须在专用期内。"
    ),
    severity: .warning,
    each: Trademark.self
  ) { record, audit in
    guard record[Trademark.status] == .registered, let end = audit.termEnd(of: record),
      end < audit.today
    else { return [] }
    let grace = audit.law.renewalWindow(of: record, before: end)?.upperBound
    let isInGrace = grace.map { audit.today <= $0 } ?? false
    return [
      Finding(
        record,
        Phrase(
          en: "its term ended on \(end)"
            + (isInGrace ? ", the grace runs until \(grace?.description ?? "")" : ""),
          zh: "专用期已于 \(end) 届满" + (isInGrace ? ",宽展期至 \(grace?.description ?? "")" : "")
        ),
        help: isInGrace
          ? Phrase(
            en: "renew it within the grace, or record the renewal with validUntil",
            zh: "请在宽展期内办理续展，或更新专用期末日（validUntil）"
          )
          : Phrase(
            en: "record the renewal with validUntil, or set status=expired and endedOn",
            zh: "请更新专用期末日（validUntil），或填 status=expired 和终止日期（endedOn）"
          )
      )
    ]
  }
}
