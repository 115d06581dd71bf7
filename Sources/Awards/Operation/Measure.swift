import Bilingual
import JSONLines
import Portfolio

/// An amount that is named, or a share of a figure.
struct Measure: Sendable {
  enum Base: Sendable {
    case money(Money)
    case figure(Figure, Figure.Year, Rate, Rounding?)
  }

  static let figure = Parameter(
    "figure",
    .word("figure", Figure.tax),
    Phrase(
      en: "The figure; what is invested or self-funded counts once, see lesserOf.",
      zh: "数据项；投入额、自筹额只计一次，见 lesserOf。"
    )
  )
  static let rate = Parameter(
    "rate",
    .rate,
    default: .string("100%"),
    Phrase(en: "The share of the figure.", zh: "占该数据项的比例。")
  )
  static let rounding = Parameter(
    optional: "rounding",
    .rounding,
    Phrase(
      en: "How a share is rounded; without it a share that is no whole number of fen is undecided.",
      zh: "取整方式；未规定而不足一分的，待定。"
    )
  )

  let base: Base

  /// The figure that it takes a share of.
  var figure: Figure? {
    if case .figure(let figure, _, _, _) = base { figure } else { nil }
  }

  /// What a measure comes to for one claim.
  enum Result {
    case amount(Money, [Input], Phrase)
    case missing([Input])
    /// A share is no whole number of fen, and nothing says how to round; it is more than so much.
    case inexact(above: Money)
  }

  func result(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Result {
    switch base {
    case .money(let money):
      return .amount(money, [], Phrase(en: "\(money) yuan", zh: "\(money) 元"))
    case .figure(let figure, let year, let rate, let rounding):
      switch try figure.read(claim, context, year: year) {
      case .missing(let inputs): return .missing(inputs)
      case .value(let fen, let inputs):
        guard let share = try rate.share(of: Money(fen: fen), rounding) else {
          return .inexact(above: rate.floor(of: Money(fen: fen)))
        }
        return .amount(
          share,
          inputs,
          Phrase(
            en: "\(rate) of the \(figure.label.en) of \(Money(fen: fen)) yuan, \(share) yuan",
            zh: "\(figure.label.zh) \(Money(fen: fen)) 元的 \(rate)，即 \(share) 元"
          )
        )
      }
    }
  }
}

extension ArgumentType<Measure> {
  /// An amount, or a share of a figure.
  static var measure: Self {
    let members = [
      Measure.figure.definition, Measure.year.definition, Measure.rate.definition,
      Measure.rounding.definition,
    ]
    let object = ArgumentType<Measure>.object(
      "share",
      Phrase(
        en: "a share such as {\"figure\":\"retainedTax\",\"rate\":\"50%\"}",
        zh: "比例，例如 {\"figure\":\"retainedTax\",\"rate\":\"50%\"}"
      ),
      placeholder: Measure(base: .money(.zero)),
      members
    ) { arguments in
      let figure = arguments.required(Measure.figure)
      if !figure.isMoney {
        arguments.refuse(
          Measure.figure.definition.name,
          Phrase(en: "'\(figure.rawValue)' is no sum of money", zh: "“\(figure.rawValue)”不是金额")
        )
      }
      return Measure(
        base: .figure(
          figure,
          arguments.required(Measure.year),
          arguments.required(Measure.rate),
          arguments.optional(Measure.rounding)
        )
      )
    }
    let money = ArgumentType<Money>.money
    return ArgumentType(
      name: "measure",
      expectation: Phrase(
        en: "\(money.expectation.en), or \(object.expectation.en)",
        zh: "\(money.expectation.zh)，或\(object.expectation.zh)"
      ),
      placeholder: Measure(base: .money(.zero)),
      members: members,
      read: { json, path, faults in
        guard json.members == nil else { return object.read(json, path, &faults) }
        return money.read(json, path, &faults).map { Measure(base: .money($0)) }
      }
    )
  }
}

extension Measure {
  static let year = Figure.year
}
