import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A well-known trademark is found in a case, and is never an honour to advertise.
  static let wellKnownPublicity = Check(
    "well-known-publicity",
    demand: Phrase(
      en: "驰名商标 is not advertised (Trademark Law 2019, art. 14).",
      zh: "“驰名商标”不得用于宣传（商标法 2019 第十四条）。"
    ),
    tier: .strict,
    severity: .warning,
    each: Scheme.self
  ) { record, _ in
    let names = [record[Scheme.name]].compactMap(\.self) + (record[Scheme.formerNames] ?? [])
    guard names.contains(where: { $0.contains("驰名商标") }), record[Scheme.publicity] != false
    else { return [] }
    return [
      Finding(
        record,
        Phrase(en: "the scheme does not say that holders may not advertise it", zh: "该项目未注明不得用于宣传"),
        help: Phrase(
          en: "set publicity=no, so that public reports leave it out",
          zh: "请填 publicity=否，公开报告将不予列示"
        )
      )
    ]
  }
}
