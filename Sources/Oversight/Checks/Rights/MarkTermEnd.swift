import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The end of a mark's term is a day to which the law leads from its registration.
  static let markTermEnd = Check(
    "mark-term-end",
    demand: Phrase(
      en:
        "A term ends on the day before the corresponding day of the registration (Trademark Law 2019, arts. 39-40).",
      zh: "专用期末日为核准注册日对应日的前一日（商标法 2019 第三十九、四十条）。"
    ),
    severity: .warning,
    each: Trademark.self
  ) { record, audit in
    guard RightBook.validity(of: record) == "trademark-validity",
      let named = record[Trademark.validUntil]?.day,
      let lawful = audit.law.lawfulEnd(of: record, near: named)?.day, lawful != named,
      !isOpposed(record, by: lawful - named)
    else { return [] }
    let registered = record[Trademark.registeredOn]?.description ?? ""
    var finding = Finding(
      record,
      Phrase(
        en: "its term is said to end on \(named); registered on \(registered) it ends on \(lawful)",
        zh: "专用期末日记为 \(named)；自 \(registered) 注册起依法应为 \(lawful)"
      ),
      help: Phrase(
        en: "compare both days with the certificate; until one is corrected the earlier end counts",
        zh: "请按注册证核对两个日期；更正前以较早的末日为准"
      )
    )
    finding.field = Trademark.validUntil.definition
    return [finding]
  }

  /// Whether a term may end some days early because it began, after an opposition, before the
  /// registration: it is counted from three months after the publication (Trademark Law 2019, article 36).
  private static func isOpposed(_ mark: Record, by days: Int) -> Bool {
    guard let filed = mark[Trademark.filedOn]?.first,
      let registered = mark[Trademark.registeredOn]?.first
    else { return false }
    return days > 0 && days < registered - filed
  }
}
