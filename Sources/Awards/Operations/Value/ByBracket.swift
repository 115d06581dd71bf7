import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An amount by the size of a figure.
struct ByBracket: SingleValuation {
  /// A lower edge: fen or heads.
  struct Edge: Sendable {
    let value: Int64
    let isMoney: Bool
  }
  /// One bracket: its lower edge, and what is paid above it.
  struct Step: Sendable {
    static let atLeast = Parameter(
      optional: "atLeast",
      .edge,
      Phrase(en: "The lower edge, which belongs to the bracket.", zh: "下限（含本数）。")
    )
    static let above = Parameter(
      optional: "above",
      .edge,
      Phrase(en: "The lower edge, which does not belong to it.", zh: "下限（不含本数）。")
    )
    static let amount = Parameter(
      optional: "amount",
      .money,
      Phrase(en: "What is paid; nothing where left out.", zh: "奖励金额；缺省为不奖励。")
    )

    let edge: Edge?
    let isInclusive: Bool
    let amount: Money?

    func contains(_ value: Int64) -> Bool {
      guard let edge = edge?.value else { return true }
      return isInclusive ? value >= edge : value > edge
    }

    /// Whether its edge lies below that of another, so that it is asked after it.
    func isBelow(_ other: Step) -> Bool {
      guard let theirs = other.edge?.value else { return false }
      guard let edge = edge?.value else { return true }
      return edge == theirs ? isInclusive && !other.isInclusive : edge < theirs
    }
  }

  static let figure = Parameter(
    "figure",
    .word("figure", Figure.tax),
    Phrase(
      en:
        "The figure by which the amount is set; what is invested or self-funded counts once, see lesserOf.",
      zh: "据以分档的数据项；投入额、自筹额只计一次，见 lesserOf。"
    )
  )
  static let steps = Parameter(
    "steps",
    .several(
      .object(
        "bracket",
        Phrase(
          en: "a bracket such as {\"atLeast\":\"500万元\",\"amount\":\"100万元\"}",
          zh: "分档，例如 {\"atLeast\":\"500万元\",\"amount\":\"100万元\"}"
        ),
        placeholder: Step(edge: nil, isInclusive: true, amount: nil),
        [Step.atLeast.definition, Step.above.definition, Step.amount.definition]
      ) { arguments in
        let atLeast = arguments.optional(Step.atLeast)
        let above = arguments.optional(Step.above)
        if atLeast != nil, above != nil {
          arguments.refuse(
            "above",
            Phrase(en: "give 'atLeast' or 'above', not both", zh: "“atLeast”与“above”只填一项")
          )
        }
        return Step(
          edge: atLeast ?? above,
          isInclusive: above == nil,
          amount: arguments.optional(Step.amount)
        )
      }
    ),
    Phrase(
      en: "The brackets from the highest down; one without an edge takes the rest.",
      zh: "由高到低各档；无下限的一档为其余。"
    )
  )
  static let declaration = OperationDeclaration(
    "byBracket",
    .value,
    Phrase(
      en:
        "Pays an amount by the bracket in which a figure of the recipient lies. Each edge says whether "
        + "it belongs to its bracket; a figure below all brackets is paid nothing.",
      zh: "按数据项所在档次奖励；各档下限均标明是否含本数，低于各档的不奖励。"
    ),
    parameters: [figure.definition, Figure.year.definition, steps.definition]
      + Selection.parameters(of: FactKind.all),
    example: #"""
      {"scheme":"well-known-trademark","figure":"tax","steps":[{"atLeast":"500万元","amount":"100万元"},{"atLeast":"300万元","amount":"50万元"},{"amount":"30万元"}]}
      """#,
    Phrase(
      en: "1,000,000 yuan from a tax of 5,000,000 on, 500,000 from 3,000,000 on, else 300,000.",
      zh: "纳税 500 万元以上奖 100 万元，300 万元以上奖 50 万元，其余奖 30 万元。"
    )
  )

  let selection: Selection
  private let figure: Figure
  private let year: Figure.Year
  private let steps: [Step]

  init(_ arguments: inout Arguments) {
    figure = arguments.required(Self.figure)
    year = arguments.required(Figure.year)
    steps = arguments.required(Self.steps)
    selection = Selection(&arguments, of: FactKind.all)
    if !zip(steps.dropFirst(), steps).allSatisfy({ $0.isBelow($1) }) {
      arguments.refuse(
        "steps",
        Phrase(en: "the brackets do not go down from the highest", zh: "各档未由高到低排列")
      )
    }
    let figure = figure
    if arguments.faults.isEmpty,
      steps.contains(where: { $0.edge.map { $0.isMoney != figure.isMoney } ?? false })
    {
      arguments.refuse(
        "steps",
        figure.isMoney
          ? Phrase(
            en: "'\(figure.rawValue)' is money: give edges with their unit, such as \"500万元\"",
            zh: "“\(figure.rawValue)”为金额，各档下限须带单位，例如 \"500万元\""
          )
          : Phrase(
            en: "'\(figure.rawValue)' counts heads: give edges as whole numbers, such as 300",
            zh: "“\(figure.rawValue)”为人数，各档下限直接写数字，例如 300"
          )
      )
    }
  }

  var figures: [(argument: String, figure: Figure)] { [("figure", figure)] }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    switch try figure.read(claim, context, year: year) {
    case .missing(let inputs):
      return .unknown(inputs, atMost: steps.compactMap(\.amount).max() ?? .zero)
    case .value(let value, let inputs):
      let size = size(value)
      let step = steps.first { $0.contains(value) }
      guard let step, let amount = step.amount else {
        return .nothing(
          inputs,
          Phrase(
            en: "\(figure.label.en) of \(size.en) lies below the brackets that are paid",
            zh: "\(figure.label.zh) \(size.zh)，低于奖励档次"
          )
        )
      }
      return .worth(
        amount,
        inputs,
        Phrase(
          en: "\(amount) yuan for \(figure.label.en) of \(size.en)" + Self.edge(step).en,
          zh: "\(figure.label.zh) \(size.zh)" + Self.edge(step).zh + "，奖励 \(amount) 元"
        )
      )
    }
  }

  private func size(_ value: Int64) -> Phrase {
    figure.isMoney
      ? Phrase(en: "\(Money(fen: value)) yuan", zh: "\(Money(fen: value)) 元")
      : Phrase(en: "\(value)", zh: "\(value) 人")
  }

  private static func edge(_ step: Step) -> Phrase {
    guard let edge = step.edge else { return Phrase(en: ", the rest", zh: "（其余档）") }
    let text = edge.isMoney ? Money(fen: edge.value).description : String(edge.value)
    let unit = edge.isMoney ? "元" : "人"
    return step.isInclusive
      ? Phrase(en: ", at least \(text)", zh: "（\(text) \(unit)以上，含本数）")
      : Phrase(en: ", above \(text)", zh: "（超过 \(text) \(unit)）")
  }
}

extension ArgumentType<ByBracket.Edge> {
  /// A lower edge of a bracket.
  static var edge: Self {
    ArgumentType(
      name: "edge",
      expectation: Phrase(
        en: "an amount in quotes with its unit such as \"500万元\", or a number of heads such as 300",
        zh: "带单位并加引号的金额，例如 \"500万元\"；人数直接写数字，例如 300"
      ),
      placeholder: ByBracket.Edge(value: 0, isMoney: true),
      read: { json, path, faults in
        if let count = json.integer {
          return count > 0 ? ByBracket.Edge(value: count, isMoney: false) : nil
        }
        return ArgumentType<Money>.money.read(json, path, &faults)
          .map { ByBracket.Edge(value: $0.fen, isMoney: true) }
      }
    )
  }
}
