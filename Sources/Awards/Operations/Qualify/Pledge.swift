import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only those who pledged something.
struct Pledge: ApplicationCondition {
  static let pledge = Parameter(
    "pledge",
    .text,
    Phrase(
      en: "The pledge as applications name it: credit, no-move ….",
      zh: "承诺事项，与申报记录一致，例如 credit（信用）、no-move（不迁出）。"
    )
  )
  static let years = Parameter(
    optional: "years",
    .years,
    Phrase(en: "For how many years at least.", zh: "至少承诺的年数。")
  )
  static let declaration = OperationDeclaration(
    "pledge",
    .qualify,
    Phrase(
      en:
        "Pays only those whose application holds a pledge, for as many years as the clause demands. "
        + "Without an application it is not known.",
      zh: "仅奖励在申报中作出规定承诺（及年限）的申报单位；无申报记录为待查。"
    ),
    parameters: [pledge.definition, years.definition],
    example: #"{"pledge":"no-move","years":10}"#,
    Phrase(en: "The seat stays here for ten years.", zh: "承诺十年内不迁出。")
  )

  private let pledge: String
  private let years: Int?

  init(_ arguments: inout Arguments) {
    pledge = arguments.required(Self.pledge)
    years = arguments.optional(Self.years)
  }

  /// The pledge with its years, as applications name it.
  private var wanted: String { pledge + (years.map { ":\($0)" } ?? "") }

  func ask(_ demand: inout ApplicationDemand, for claim: Claim, _ context: Context) {
    demand.pledges.append(wanted)
  }

  func judge(_ application: Record, _ claim: Claim, _ context: Context) -> Judgement {
    let inputs = [Input(application, Application.pledges)]
    return application[Application.pledges]?.contains(where: fits) == true
      ? .passed(inputs, Phrase(en: "pledged: \(wanted)", zh: "已承诺：\(wanted)"))
      : .failed(
        inputs,
        demand: Phrase(en: "the pledge \(wanted)", zh: "作出承诺：\(wanted)"),
        Phrase(en: "not pledged: \(wanted)", zh: "未承诺：\(wanted)")
      )
  }

  private func fits(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let name = parts.first, Folding.key(name) == Folding.key(pledge) else { return false }
    guard let years else { return true }
    return parts.count == 2 && Int(Folding.key(parts[1])).map { $0 >= years } ?? false
  }
}
