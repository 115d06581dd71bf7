import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only recipients with a figure of some size.
struct FigureAtLeast: Condition {
  static let figure = Parameter(
    "figure",
    .word("figure", Figure.tax),
    default: .string(Figure.tax.rawValue),
    Phrase(en: "The figure.", zh: "数据项。")
  )
  static let amount = Parameter(
    optional: "amount",
    .money,
    Phrase(en: "The least that it must be, that amount included.", zh: "最低金额（含本数）。")
  )
  static let count = Parameter(
    optional: "count",
    .positive,
    Phrase(en: "The least, for a figure that counts heads.", zh: "最低人数（含本数）。")
  )
  static let within = Parameter(
    optional: "withinYears",
    .years,
    Phrase(
      en:
        "Any one of that many calendar years suffices, the year of the recipient's registration first. "
        + "While one of them may still suffice it is not known.",
      zh: "自登记当年起若干年度内，任一年度达到即可；其间仍有年度数据未知的为待查。"
    )
  )
  static let declaration = OperationDeclaration(
    "figureAtLeast",
    .qualify,
    Phrase(
      en:
        "A figure of the recipient, its tax above all, is at least an amount. An amount that is just "
        + "reached suffices; a figure that the ledger does not hold is not known.",
      zh: "领取人的税收等数据达到规定数额，恰好达到的符合；台账中没有的数据为待查。"
    ),
    parameters: [
      figure.definition, amount.definition, count.definition, Figure.year.definition,
      within.definition,
    ],
    example: #"{"figure":"tax","amount":"500万元"}"#,
    Phrase(
      en: "Paid only where the tax of the title's year is 5,000,000 yuan or more.",
      zh: "获得荣誉当年纳税 500 万元以上的，方可奖励。"
    )
  )

  private let figure: Figure
  private let least: Int64
  private let year: Figure.Year
  private let within: Int?

  init(_ arguments: inout Arguments) {
    figure = arguments.required(Self.figure)
    let amount = arguments.optional(Self.amount)
    let count = arguments.optional(Self.count)
    year = arguments.required(Figure.year)
    within = arguments.optional(Self.within)
    least = figure.isMoney ? amount?.fen ?? 0 : Int64(count ?? 0)
    if within != nil, !figure.isOfYear {
      arguments.refuse(
        Self.within.definition.name,
        Phrase(
          en: "'\(figure.rawValue)' is not told year by year",
          zh: "“\(figure.rawValue)”不是年度数据"
        )
      )
    }
    if arguments.faults.isEmpty, figure.isMoney ? amount == nil || count != nil : count == nil {
      arguments.refuse(
        figure.isMoney ? "amount" : "count",
        Phrase(
          en: "give 'amount' for money and 'count' for heads",
          zh: "金额类数据填写“amount”，人数填写“count”"
        )
      )
    }
  }

  var figures: [(argument: String, figure: Figure)] { [("figure", figure)] }

  func judge(_ claim: Claim, _ context: Context) -> Judgement {
    guard let within else {
      // Only sums over vouchers and payouts overflow.
      guard let reading = try? figure.read(claim, context, year: year) else {
        return .undecided(Phrase(en: "the sum cannot be counted", zh: "合计超出可计算范围"))
      }
      return judge(reading)
    }
    guard let recipient = claim.recipientRecord else {
      return .unknown([claim.recipientInput])
    }
    guard let registered = recipient[Enterprise.registeredOn] else {
      return .unknown([Input(recipient, Enterprise.registeredOn).missing])
    }
    return judge(recipient.id, registered.year..<registered.year + within, context)
  }

  private func judge(_ reading: Figure.Reading) -> Judgement {
    switch reading {
    case .missing(let inputs): .unknown(inputs)
    case .value(let value, let inputs):
      value >= least
        ? .passed(inputs, sentence(value))
        : .failed(inputs, demand: demand, sentence(value))
    }
  }

  private func judge(_ id: RecordID, _ years: Range<Int>, _ context: Context) -> Judgement {
    var missing: [Input] = []
    var inputs: [Input] = []
    for year in years {
      switch figure.read(year, of: id, context) {
      case .missing(let places): missing += places
      case .value(let value, let found):
        if value >= least { return .passed(found, sentence(value)) }
        inputs += found
      }
    }
    guard missing.isEmpty else { return .unknown(missing) }
    let first = years.lowerBound
    return .failed(
      inputs,
      demand: demand,
      Phrase(
        en: "\(figure.label.en) in no year from \(first) on reached \(text(least))",
        zh: "\(first) 年起各年度\(figure.label.zh)均未达到 \(text(least))"
      )
    )
  }

  private var demand: Phrase {
    Phrase(
      en: "\(figure.label.en) of at least \(text(least))",
      zh: "\(figure.label.zh)不低于 \(text(least))"
    )
  }

  private func sentence(_ value: Int64) -> Phrase {
    Phrase(
      en: "\(figure.label.en) of \(text(value)), at least \(text(least)) needed",
      zh: "\(figure.label.zh) \(text(value))，要求不低于 \(text(least))"
    )
  }

  private func text(_ value: Int64) -> String {
    figure.isMoney ? Money(fen: value).description : String(value)
  }
}
