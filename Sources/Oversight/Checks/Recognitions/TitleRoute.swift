import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A title is won in court only where its scheme can be.
  static let titleRoute = Check(
    "title-route",
    demand: Phrase(
      en: "A title is won in court only where its scheme can be won so.",
      zh: "只有可司法认定的荣誉才能由法院认定。"
    ),
    severity: .warning,
    each: Recognition.self
  ) { record, audit in
    guard record[Recognition.route] == .judicial, let id = record[Recognition.scheme],
      let scheme = try audit.snapshot.table(Scheme.self)[id], scheme[Scheme.judicialRoute] != true
    else { return [] }
    var finding = Finding(
      record,
      Phrase(en: "no court grants '\(id)'", zh: "“\(id)”不由法院认定"),
      help: Phrase(
        en: "correct the route; or, where courts do grant it, set judicialRoute=yes of the scheme",
        zh: "请更正途径；如法院确可认定，请在该荣誉类别填写 judicialRoute=是"
      )
    )
    finding.field = Recognition.route.definition
    return [finding]
  }
}
