import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The holder of a title owns its brand.
  static let holderDiffersFromOwner = Check(
    "holder-differs-from-owner",
    demand: Phrase(en: "The holder of a title owns its brand.", zh: "荣誉持有人应为品牌所有人。"),
    tier: .strict,
    severity: .warning,
    each: Recognition.self
  ) { record, audit in
    let brands = try audit.snapshot.table(Brand.self)
    guard let holder = record[Recognition.holder],
      let owner = brands[record[Recognition.brand]]?[Brand.owner], owner != holder
    else { return [] }
    return [
      Finding(
        record,
        Phrase(
          en: "the holder is \(holder), the brand belongs to \(owner)",
          zh: "持有人为 \(holder)，品牌所有人为 \(owner)"
        ),
        help: Phrase(
          en: "check whether the brand was transferred or is licensed; awards go to the holder",
          zh: "请核对品牌是否已转让或许可；奖励发给持有人"
        )
      )
    ]
  }
}
