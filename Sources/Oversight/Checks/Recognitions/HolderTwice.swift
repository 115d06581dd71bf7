import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Who holds a title is none of its co-holders.
  static let holderTwice = Check(
    "holder-twice",
    demand: Phrase(
      en: "Who holds a title is none of its co-holders.",
      zh: "荣誉持有人不得同时列为共同持有人。"
    ),
    severity: .error,
    each: Recognition.self
  ) { record, _ in
    guard let holder = record[Recognition.holder],
      record[Recognition.coHolders]?.contains(holder) == true
    else { return [] }
    return [
      Finding(
        record,
        Phrase(
          en: "\(holder) is its holder and its co-holder",
          zh: "\(holder) 既是持有人又是共同持有人"
        ),
        help: Phrase(
          en: "take it out of coHolders, or name the other holder there",
          zh: "请从共同持有人中删去，或改填另一持有人"
        )
      )
    ]
  }
}
