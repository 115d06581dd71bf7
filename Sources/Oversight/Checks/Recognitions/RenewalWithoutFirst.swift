import Bilingual
import Ledger
import Portfolio

extension Check {
  /// What is renewed was won before.
  static let renewalWithoutFirst = Check(
    "renewal-without-first",
    demand: Phrase(en: "A renewed title was won before.", zh: "复评的荣誉须有前次记录。"),
    severity: .warning,
    each: Recognition.self
  ) { record, audit in
    guard record[Recognition.event] == .renewal else { return [] }
    let date = record[Recognition.awarded]
    func isEarlier(_ other: Record) -> Bool {
      guard let date, let won = other[Recognition.awarded] else { return true }
      return won.first < date.last
    }
    let recognitions = try audit.snapshot.table(Recognition.self)
    if let previous = recognitions[record[Recognition.previous]],
      previous[Recognition.scheme] == record[Recognition.scheme], isEarlier(previous)
    {
      return []
    }
    let earlier = audit.others(of: record).filter { isEarlier($0.record) }
    guard earlier.isEmpty else { return [] }
    return [
      Finding(
        record,
        Phrase(en: "it renews a title of which no earlier record is known", zh: "复评的荣誉没有更早的记录"),
        help: Phrase(
          en: "add the first recognition, or set event=first if this is the first",
          zh: "请补登首次认定，或在确为首次时填 event=first"
        )
      )
    ]
  }
}
