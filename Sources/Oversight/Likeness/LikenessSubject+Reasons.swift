import Bilingual

extension LikeEnterprise {
  static let sameCode = Phrase(en: "the same unified credit code", zh: "统一社会信用代码相同")
  static let sameOrganisation = Phrase(
    en: "the same organisation code within the credit code",
    zh: "信用代码中的组织机构代码相同"
  )
  static let sameAddress = Phrase(en: "the same address", zh: "地址相同")
  static let otherCode = Phrase(
    en: "but both have valid credit codes that differ",
    zh: "但双方信用代码均有效且不同"
  )
  static let formerName = Phrase(en: "one is the other's former name", zh: "一方是另一方的曾用名")
  static let otherPlace = Phrase(en: "the places in the names differ", zh: "名称中的地名不同")
  static let placeLeftOut = Phrase(en: "the same but for the place", zh: "除地名外相同")
  static let otherForm = Phrase(en: "the same but for the legal form", zh: "除组织形式（有限公司等）外相同")
}

extension LikeMark {
  static let noSharedClass = Phrase(en: "but no class in common", zh: "但没有相同类别")

  static func sharedClasses(_ classes: String) -> Phrase {
    Phrase(en: "class \(classes) in common", zh: "相同类别 \(classes)")
  }
}
