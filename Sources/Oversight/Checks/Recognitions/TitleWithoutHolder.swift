import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Somebody holds a title.
  static let titleWithoutHolder = Check(
    "title-without-holder",
    demand: Phrase(en: "A title says who holds it.", zh: "荣誉须写明持有人。"),
    severity: .warning,
    each: Recognition.self
  ) { record, audit in
    guard record[Recognition.holder] == nil else { return [] }
    let owner = try audit.snapshot.table(Brand.self)[record[Recognition.brand]]?[Brand.owner]
    return [
      Finding(
        record,
        Phrase(en: "nobody is named who holds it", zh: "未写明持有人"),
        help: owner.map {
          Phrase(
            en: "if it is the brand's owner, set holder=\($0); nobody is paid until then",
            zh: "如为品牌所有人，请填 holder=\($0)；在此之前不会计算奖励"
          )
        }
          ?? Phrase(en: "set holder; nobody is paid until then", zh: "请填写持有人（holder）；在此之前不会计算奖励")
      )
    ]
  }
}
