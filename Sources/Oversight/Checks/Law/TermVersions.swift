import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The versions of a legal term follow each other without gap or overlap.
  static let termVersions = Check(
    "term-versions",
    demand: Phrase(
      en: "A legal term can be read, and its versions follow each other without gap or overlap.",
      zh: "法定期限须可识别，各版本前后衔接、互不重叠。"
    ),
    severity: .error,
    ledger: { audit in
      let records = try audit.snapshot.table(Term.self).records
      let unreadable = records.filter { LegalTerm($0) == nil }.map { record in
        Finding(
          record,
          Phrase(
            en: "its length, window, grace or late fees cannot be read",
            zh: "长度、提前期、宽展期或滞纳金档无法识别"
          ),
          help: Phrase(en: "write lengths as 10y, 3m, 30d or 15wd", zh: "长度写作 10y、3m、30d 或 15wd")
        )
      }
      let terms = Dictionary(grouping: records) { LegalTerms.name(of: $0.id) }
      return unreadable
        + terms.values.flatMap { versions in
          let ordered = versions.sorted { from($0) < from($1) }
          return zip(ordered, ordered.dropFirst()).compactMap(joint)
        }
    }
  )

  private static func from(_ version: Record) -> Int {
    version[Term.inForceFrom]?.first.ordinal ?? Int.min
  }

  private static func joint(_ earlier: Record, _ later: Record) -> Finding? {
    let until = earlier[Term.inForceUntil]?.last
    guard let from = later[Term.inForceFrom]?.first, let until, until + 1 < from else {
      guard until.map({ $0.ordinal >= from(later) }) ?? true else { return nil }
      return Finding(
        later,
        Phrase(en: "it overlaps with the version \(earlier.id)", zh: "与版本 \(earlier.id) 的施行期间重叠"),
        help: Phrase(en: "end the older one with inForceUntil", zh: "请为旧版本填写失效日期（inForceUntil）")
      )
    }
    return Finding(
      later,
      Phrase(
        en: "between \(until + 1) and \(from + -1) no version is in force",
        zh: "\(until + 1) 至 \(from + -1) 没有施行的版本"
      ),
      help: Phrase(en: "let the versions follow each other day by day", zh: "请使各版本的施行期间首尾相接")
    )
  }
}
