import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only enterprises of some size.
struct SizeAtLeast: StandingCondition {
  static let size = Parameter(
    "size",
    .word("size", Size.micro),
    Phrase(
      en:
        "The smallest size class that is paid, or designated: those that statistics count above "
        + "designated size.",
      zh: "可获奖励的最小规模；designated 为规模以上。"
    )
  )
  static let atMost = Parameter(
    optional: "atMost",
    .word("size-class", EnterpriseSize.large),
    Phrase(
      en: "The largest size class that is paid, where larger ones are not.",
      zh: "可获奖励的最大规模（有此限制时填写）。"
    )
  )
  enum Size: String, CaseIterable, Sendable {
    case micro, small, medium, large, designated
  }

  static let declaration = OperationDeclaration(
    "sizeAtLeast",
    .qualify,
    Phrase(
      en:
        "The recipient is of a size class or a larger one, up to another where one is named, or above "
        + "designated size.",
      zh: "领取人达到规定规模（定有最大规模的，不超过该规模），或属于规模以上企业。"
    ),
    parameters: [size.definition, atMost.definition],
    example: #"{"size":"designated"}"#,
    Phrase(en: "Only enterprises above designated size are paid.", zh: "仅奖励规模以上企业。")
  )

  private let size: Size
  private let atMost: EnterpriseSize?

  init(_ arguments: inout Arguments) {
    size = arguments.required(Self.size)
    atMost = arguments.optional(Self.atMost)
    guard let atMost, arguments.faults.isEmpty else { return }
    if size == .designated || Self.rank(atMost.rawValue) < Self.rank(size.rawValue) {
      arguments.refuse(
        Self.atMost.definition.name,
        Phrase(
          en: "nothing lies between '\(size.rawValue)' and '\(atMost.rawValue)'",
          zh: "“\(size.rawValue)”与“\(atMost.rawValue)”之间没有规模"
        )
      )
    }
  }

  var field: FieldDefinition? { size == .designated ? nil : Enterprise.size.definition }

  func judge(_ recipient: Record, _ context: Context) -> Judgement {
    guard size != .designated else {
      let demand = Phrase(en: "to be above designated size", zh: "达到规模以上")
      return .flag(Enterprise.aboveDesignatedSize, of: recipient, mustBe: true, demand: demand) {
        $0
          ? Phrase(en: "above designated size", zh: "规模以上")
          : Phrase(en: "not above designated size", zh: "未达到规模以上")
      }
    }
    let input = Input(recipient, Enterprise.size)
    guard let own = recipient[Enterprise.size] else { return .unknown([input.missing]) }
    let label = own.choice.label
    if let atMost, Self.rank(own.rawValue) > Self.rank(atMost.rawValue) {
      let most = atMost.choice.label
      return .failed(
        [input],
        demand: Phrase(en: "to be \(most.en) or smaller", zh: "规模为\(most.zh)或以下"),
        Phrase(en: "is \(label.en)", zh: "规模为\(label.zh)")
      )
    }
    let least = EnterpriseSize(rawValue: size.rawValue)?.choice.label ?? label
    return Self.rank(own.rawValue) >= Self.rank(size.rawValue)
      ? .passed([input], Phrase(en: "is \(label.en)", zh: "规模为\(label.zh)"))
      : .failed(
        [input],
        demand: Phrase(en: "to be \(least.en) or larger", zh: "规模为\(least.zh)或以上"),
        Phrase(en: "is only \(label.en)", zh: "规模仅为\(label.zh)")
      )
  }

  private static func rank(_ code: String) -> Int {
    Size.allCases.firstIndex { $0.rawValue == code } ?? 0
  }
}
