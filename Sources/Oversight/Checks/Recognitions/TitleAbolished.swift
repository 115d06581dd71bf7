import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A title of a scheme that was abolished is history, and nothing to go on with.
  static let titleAbolished = Check(
    "title-abolished",
    demand: Phrase(
      en: "A title that stands without an end is of a scheme that still exists.",
      zh: "未到期的荣誉，其项目应仍然存在。"
    ),
    tier: .strict,
    severity: .warning,
    each: Recognition.self
  ) { record, audit in
    guard let scheme = try audit.scheme(of: record), let until = scheme[Scheme.wonUntil],
      until.last < audit.today, scheme[Scheme.abolition] != nil,
      Tenure(record, scheme: scheme).holds(on: audit.today) != false
    else { return [] }
    let title = scheme[Scheme.name] ?? scheme.id.text
    let act = scheme[Scheme.abolition].map { " (\($0))" } ?? ""
    return [
      Finding(
        record,
        Phrase(
          en: "'\(title)' was abolished, \(until)\(act), and this one has no end on record",
          zh: "“\(title)”已于 \(until) 废止\(act)，本条未登记届满日期"
        ),
        help: Phrase(
          en:
            "treat it as history: fill validUntil from the certificate, and do not let it be used",
          zh: "仅作历史记录：请按证书填写有效期至（validUntil），不得继续使用"
        )
      )
    ]
  }
}
