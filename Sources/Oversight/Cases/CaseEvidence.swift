public import Bilingual
public import Ledger
import Portfolio

/// A paper that a case needs or is helped by.
///
/// Source: the lists of the aid application form and of the statutes on each right, as collected from
/// published forms; an office may ask for more.
public struct EvidenceItem: Hashable, Sendable {
  /// The name shown to people.
  public let label: Phrase
  /// Words by one of which a paper is known to be it.
  let words: [String]
  /// The rights for which it is asked; all where none is named.
  let rights: Set<RightType>
  /// Whether a case cannot be accepted without it.
  let isNeeded: Bool

  private init(
    _ label: Phrase,
    _ words: [String],
    _ rights: Set<RightType> = [],
    isNeeded: Bool = false
  ) {
    self.label = label
    self.words = words
    self.rights = rights
    self.isNeeded = isNeeded
  }

  /// All of them, in the order of a file.
  static let all: [EvidenceItem] = [
    EvidenceItem(
      Phrase(en: "application form", zh: "维权援助申请表"),
      ["申请表", "application"],
      isNeeded: true
    ),
    EvidenceItem(
      Phrase(en: "identity of the applicant", zh: "身份证明"),
      ["身份", "营业执照", "identity"],
      isNeeded: true
    ),
    EvidenceItem(
      Phrase(en: "proof of the right and its latest status", zh: "权利证明及最新法律状态"),
      ["权利证明", "注册证", "专利证书", "登记证书", "登记簿", "right"],
      isNeeded: true
    ),
    EvidenceItem(Phrase(en: "power of attorney", zh: "授权委托书"), ["委托书", "attorney"]),
    EvidenceItem(
      Phrase(en: "infringing goods, photos or screenshots", zh: "侵权产品、照片或截图"),
      ["照片", "截图", "侵权产品", "样品", "photo", "screenshot"]
    ),
    EvidenceItem(
      Phrase(en: "purchase with receipt, notarised if possible", zh: "购买凭证或公证购买"),
      ["购买", "发票", "公证", "receipt", "notar"]
    ),
    EvidenceItem(
      Phrase(en: "identity of the seller, link or shop", zh: "销售者信息、网店或链接"),
      ["销售者", "卖家", "链接", "店铺", "网店", "seller", "link"]
    ),
    EvidenceItem(
      Phrase(en: "quantity and price sold", zh: "销售数量与价格"),
      ["销量", "销售数量", "价格", "sales"]
    ),
    EvidenceItem(
      Phrase(en: "comparison of the signs and goods", zh: "标识与商品比对"),
      ["比对", "对比", "comparison"],
      [.trademark, .geographicalIndication]
    ),
    EvidenceItem(
      Phrase(en: "comparison with the claims or the views", zh: "权利要求或视图比对"),
      ["比对", "对比", "comparison"],
      [.patent]
    ),
    EvidenceItem(
      Phrase(
        en: "evaluation report (utility model, design)",
        zh: "专利权评价报告（实用新型、外观设计）"
      ),
      ["评价报告", "evaluation"],
      [.patent]
    ),
    EvidenceItem(
      Phrase(en: "annuity receipts", zh: "年费缴纳凭证"),
      ["年费", "annuity"],
      [.patent]
    ),
    EvidenceItem(
      Phrase(
        en: "rules of use, list of members and authorisation (collective mark)",
        zh: "使用管理规则、成员名单与授权（集体商标）"
      ),
      ["管理规则", "成员名单", "授权", "members"],
      [.trademark, .geographicalIndication]
    ),
    EvidenceItem(
      Phrase(en: "original or registration of the work", zh: "作品原稿或登记"),
      ["原稿", "作品登记", "original"],
      [.copyright]
    ),
    EvidenceItem(
      Phrase(en: "measures of secrecy", zh: "保密措施"),
      ["保密", "secrecy"],
      [.tradeSecret]
    ),
    EvidenceItem(Phrase(en: "earlier decisions", zh: "在先裁决或处罚决定"), ["判决", "处罚决定", "裁定"]),
    EvidenceItem(
      Phrase(en: "loss or profit", zh: "损失或获利证明"),
      ["损失", "获利", "审计", "loss"]
    ),
    EvidenceItem(
      Phrase(en: "costs: lawyer, notary, travel", zh: "维权费用（律师、公证、差旅）"),
      ["律师费", "公证费", "差旅", "costs"]
    ),
  ]
}

/// A paper of the list, and the one that came in as it.
public struct Evidence: Hashable, Sendable {
  /// What is asked for.
  public let item: EvidenceItem
  /// The paper that came in; `nil` where none did.
  public let paper: String?

  /// Whether a case cannot be accepted without it.
  public var isNeeded: Bool { item.isNeeded }
}

extension CaseDesk {
  /// Lists the papers that the right of a case asks for, and those of them that came in.
  ///
  /// - Parameter record: The case.
  /// - Returns: The list.
  public func evidence(of record: Record) -> [Evidence] {
    let right = record[Case.right]
    // What the office sent out is no evidence.
    let outgoing: Set<CaseAction> = [.supplement, .refuse]
    let papers = (events[record.id] ?? [])
      .filter { $0[CaseEvent.action].map { !outgoing.contains($0) } ?? true }
      .flatMap { $0[CaseEvent.papers] ?? [] }
    return EvidenceItem.all.filter { item in
      item.rights.isEmpty || right.map { item.rights.contains($0) } ?? false
    }.map { item in
      Evidence(
        item: item,
        paper: papers.first { paper in
          let folded = Folding.key(paper)
          return item.words.contains { folded.contains($0) }
        }
      )
    }
  }
}
