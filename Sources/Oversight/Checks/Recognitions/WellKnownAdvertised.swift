import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A recognition that the law lets nobody advertise is not meant for publicity.
  static let wellKnownAdvertised = Check(
    "well-known-advertised",
    demand: Phrase(
      en:
        "Nobody means to advertise 驰名商标: a fine of 100,000 yuan (Trademark Law 2019, arts. 14, 53).",
      zh: "“驰名商标”不得用于商品、包装、广告宣传，违者罚款 10 万元（商标法 2019 第十四、五十三条）。"
    ),
    severity: .error,
    each: Recognition.self
  ) { record, audit in
    guard record[Recognition.advertised] == true, let scheme = try audit.scheme(of: record),
      scheme[Scheme.publicity] == false
    else { return [] }
    let title = scheme[Scheme.name] ?? scheme.id.text
    return [
      Finding(
        record,
        Phrase(
          en: "'\(title)' is meant for publicity, which the law forbids",
          zh: "“\(title)”拟用于宣传，法律禁止"
        ),
        help: Phrase(en: "tell the holder, and set advertised=no", zh: "请告知持有人，并填 advertised=否")
      )
    ]
  }
}
