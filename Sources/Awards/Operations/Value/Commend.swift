import Bilingual
import Ledger
import Portfolio

/// Honour without money.
struct Commend: Valuation {
  static let declaration = OperationDeclaration(
    "commend",
    .value,
    Phrase(
      en: "Honours each fact without money; the recipient is listed all the same.",
      zh: "通报表扬，不发奖金，仍列入名单。"
    ),
    parameters: Selection.parameters(of: FactKind.all),
    example: #"{"scheme":"china-famous-brand-product","event":"renewal"}"#,
    Phrase(
      en: "Holders who won the title again are commended without money.",
      zh: "再次获得该称号的予以通报表扬，不发奖金。"
    )
  )

  let selection: Selection
  var isCommendation: Bool { true }

  init(_ arguments: inout Arguments) {
    selection = Selection(&arguments, of: FactKind.all)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope {
      work.appraise(
        index,
        .zero,
        Phrase(en: "commended without money", zh: "通报表扬，不发奖金")
      )
    }
  }
}
