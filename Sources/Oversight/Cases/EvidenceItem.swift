public import Bilingual
import Portfolio

/// A paper that a case needs or is helped by.
///
/// Source: the lists of the aid application form and of the statutes on each right, as collected from
/// published forms; an office may ask for more.
public struct EvidenceItem: Hashable, Sendable {
  /// The name by which an entry says that a paper is it, as in `--paper identity=FILE`.
  public let name: String
  /// The name shown to people.
  public let label: Phrase
  /// Words that tell a paper to be it; English ones count as whole words.
  let words: [String]
  /// Words that it shares with papers of other kinds: somebody has to look.
  let hints: [String]
  /// The rights for which it is asked; all where none is named.
  let rights: Set<RightType>
  /// Whether a case cannot be accepted without it.
  let isNeeded: Bool

  private init(
    _ name: String,
    _ label: Phrase,
    _ words: [String],
    hints: [String] = [],
    _ rights: Set<RightType> = [],
    isNeeded: Bool = false
  ) {
    self.name = name
    self.label = label
    self.words = words
    self.hints = hints
    self.rights = rights
    self.isNeeded = isNeeded
  }

  /// All of them, in the order of a file.
  static let all: [EvidenceItem] = [
    EvidenceItem(
      "application",
      Phrase(en: "application form", zh: "维权援助申请表"),
      ["维权援助申请", "援助申请表", "aid application"],
      hints: ["申请表", "申请书", "application", "application form"],
      isNeeded: true
    ),
    EvidenceItem(
      "identity",
      Phrase(en: "identity of the applicant", zh: "身份证明"),
      ["身份证", "营业执照", "法人证书", "business licence", "business license", "identity card"],
      hints: ["身份", "执照", "identity"],
      isNeeded: true
    ),
    EvidenceItem(
      "right",
      Phrase(en: "proof of the right and its latest status", zh: "权利证明及最新法律状态"),
      [
        "权利证明", "注册证", "专利证书", "登记证书", "作品登记证书", "登记簿", "registration certificate",
        "certificate of registration", "patent certificate",
      ],
      hints: ["权利"],
      isNeeded: true
    ),
    EvidenceItem(
      "attorney",
      Phrase(en: "power of attorney", zh: "授权委托书"),
      ["委托书", "授权委托书", "power of attorney"],
      hints: ["委托", "attorney"]
    ),
    EvidenceItem(
      "goods",
      Phrase(en: "infringing goods, photos or screenshots", zh: "侵权产品、照片或截图"),
      ["照片", "截图", "侵权产品", "样品", "photo", "photos", "screenshot", "screenshots"]
    ),
    EvidenceItem(
      "purchase",
      Phrase(en: "purchase with receipt, notarised if possible", zh: "购买凭证或公证购买"),
      ["购买", "发票", "公证", "receipt", "notarised", "notarized"]
    ),
    EvidenceItem(
      "seller",
      Phrase(en: "identity of the seller, link or shop", zh: "销售者信息、网店或链接"),
      ["销售者", "卖家", "链接", "店铺", "网店", "seller"],
      hints: ["link", "shop"]
    ),
    EvidenceItem(
      "sales",
      Phrase(en: "quantity and price sold", zh: "销售数量与价格"),
      ["销量", "销售数量", "价格"],
      hints: ["sales"]
    ),
    EvidenceItem(
      "comparison",
      Phrase(en: "comparison of the signs and goods", zh: "标识与商品比对"),
      ["比对", "对比", "comparison"],
      [.trademark, .geographicalIndication]
    ),
    EvidenceItem(
      "comparison",
      Phrase(en: "comparison with the claims or the views", zh: "权利要求或视图比对"),
      ["比对", "对比", "权利要求", "comparison"],
      [.patent]
    ),
    EvidenceItem(
      "evaluation",
      Phrase(en: "evaluation report (utility model, design)", zh: "专利权评价报告（实用新型、外观设计）"),
      ["评价报告", "evaluation report"],
      hints: ["evaluation"],
      [.patent]
    ),
    EvidenceItem(
      "annuity",
      Phrase(en: "annuity receipts", zh: "年费缴纳凭证"),
      ["年费", "annuity", "annuity receipt"],
      [.patent]
    ),
    EvidenceItem(
      "rules",
      Phrase(
        en: "rules of use, list of members and authorisation (collective mark)",
        zh: "使用管理规则、成员名单与授权（集体商标）"
      ),
      ["管理规则", "成员名单", "使用授权", "授权书", "rules of use", "list of members"],
      hints: ["授权", "members", "authorisation", "authorization"],
      [.trademark, .geographicalIndication]
    ),
    EvidenceItem(
      "original",
      Phrase(en: "original or registration of the work", zh: "作品原稿或登记"),
      ["原稿", "作品登记"],
      hints: ["original"],
      [.copyright]
    ),
    EvidenceItem(
      "secrecy",
      Phrase(en: "measures of secrecy", zh: "保密措施"),
      ["保密", "secrecy"],
      [.tradeSecret]
    ),
    EvidenceItem(
      "decisions",
      Phrase(en: "earlier decisions", zh: "在先裁决或处罚决定"),
      ["判决", "处罚决定", "裁定"],
      hints: ["decision", "judgment"]
    ),
    EvidenceItem(
      "loss",
      Phrase(en: "loss or profit", zh: "损失或获利证明"),
      ["损失", "获利", "审计"],
      hints: ["loss", "profit"]
    ),
    EvidenceItem(
      "costs",
      Phrase(en: "costs: lawyer, notary, travel", zh: "维权费用（律师、公证、差旅）"),
      ["律师费", "公证费", "差旅"],
      hints: ["costs", "lawyer"]
    ),
  ]
}
