import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A part of the scale for some facts.
struct ScaleFactor: Operation {
  static let rate = Parameter(
    "rate",
    .rate,
    Phrase(en: "The share of the scale that is paid.", zh: "按标准奖励的比例。")
  )
  static let declaration = OperationDeclaration(
    "scaleFactor",
    .value,
    Phrase(
      en:
        "Pays a share of the amount for some of the facts of the clauses that it applies to: half for "
        + "designs, half for revisions. It runs behind the clauses that give amounts.",
      zh: "所适用条款中某类事实按标准的一定比例奖励，如外观设计、修订减半；在计价条款之后执行。"
    ),
    parameters: [rate.definition, Measure.rounding.definition]
      + Selection.parameters(of: FactKind.all),
    example: #"{"facts":"patent","type":"design","rate":"50%"}"#,
    Phrase(en: "Designs are paid half of the scale.", zh: "外观设计按标准的 50% 奖励。")
  )

  private let rate: Rate
  private let rounding: Rounding?
  let selection: Selection

  init(_ arguments: inout Arguments) {
    rate = arguments.required(Self.rate)
    rounding = arguments.optional(Measure.rounding)
    selection = Selection(&arguments, of: FactKind.all)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope {
      guard !work.claims[index].isCommendation, work.isSelected(index, by: selection) else {
        continue
      }
      try work.scale(
        index,
        by: rate,
        rounding,
        inputs: [],
        Phrase(en: "a part of the scale", zh: "按标准的一定比例")
      )
    }
  }
}
