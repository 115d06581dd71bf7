import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A brand is prepared for a title that can still be won.
  static let plannedTitle = Check(
    "planned-title",
    demand: Phrase(
      en: "A brand is prepared for a title that can be won in the planned year.",
      zh: "品牌拟申报的荣誉在拟申报年份须仍可获得。"
    ),
    severity: .warning,
    each: Brand.self
  ) { record, audit in
    let schemes = try audit.snapshot.table(Scheme.self)
    guard let scheme = schemes[record[Brand.plannedScheme]], let until = scheme[Scheme.wonUntil],
      until.last < audit.today || record[Brand.plannedYear].map({ $0 > until.year }) == true
    else { return [] }
    let title = scheme[Scheme.name] ?? scheme.id.text
    return [
      Finding(
        record,
        Phrase(
          en: "it is prepared for '\(title)', which could be won until \(until) only",
          zh: "拟申报“\(title)”，该荣誉仅可获得至 \(until)"
        ),
        help: Phrase(en: "plan for a title that exists", zh: "请改填现行荣誉项目")
      )
    ]
  }

  /// 驰名商标 is found in a case where it matters, and is no honour to apply for.
  static let plannedWellKnown = Check(
    "planned-well-known",
    demand: Phrase(
      en:
        "No brand is prepared for 驰名商标 as for an honour: it is recognised case by case, on request "
        + "(Trademark Law 2019, arts. 13 and 14).",
      zh: "“驰名商标”为个案认定、被动保护，不作为荣誉申报（商标法 2019 第十三、十四条）。"
    ),
    tier: .strict,
    severity: .warning,
    each: Brand.self
  ) { record, audit in
    let schemes = try audit.snapshot.table(Scheme.self)
    guard let scheme = schemes[record[Brand.plannedScheme]], scheme[Scheme.publicity] == false
    else { return [] }
    return [
      Finding(
        record,
        Phrase(
          en: "it is prepared for '\(scheme[Scheme.name] ?? "")' as for an honour",
          zh: "将“\(scheme[Scheme.name] ?? "")”列为拟申报荣誉"
        ),
        help: Phrase(
          en: "gather proof of use and fame for a case that needs it, and plan another title",
          zh: "可为案件积累使用和知名度证据，荣誉申报请另定项目"
        )
      )
    ]
  }
}
