import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only those named first.
struct HolderIsFirst: Condition {
  static let declaration = OperationDeclaration(
    "holderIsFirst",
    .qualify,
    Phrase(
      en:
        "The recipient is the first of several holders, owners or drafters. A title with co-holders "
        + "and without a rank is not known.",
      zh: "领取人为第一持有人、第一权利人或第一起草单位；有共同持有人而未填位次的为待查。"
    ),
    example: "{}",
    Phrase(en: "Only the first-named holder is paid.", zh: "仅奖励排名第一的单位。")
  )

  init(_ arguments: inout Arguments) {}

  func judge(_ claim: Claim, _ context: Context) -> Judgement {
    let (rank, input) = claim.rank
    guard let rank else { return .unknown([input.missing]) }
    return rank == 1
      ? .passed([input], Phrase(en: "named first", zh: "排名第一"))
      : .failed([input], Phrase(en: "named in place \(rank)", zh: "排名第 \(rank)"))
  }
}

extension Claim {
  /// The recipient's place among several holders, and where it stands.
  var rank: (Int?, Input) {
    guard source.kind === FactKind.recognition else {
      return (1, Input(source.id, source.kind.recipient.field, nil))
    }
    let record = source.record
    return (Recognition.place(of: record), Input(record, Recognition.rank))
  }
}

extension Recognition {
  /// The place of a title's holder: who holds it alone is the first.
  static func place(of record: Record) -> Int? {
    if let rank = record[rank] { return rank }
    return record[coHolders]?.isEmpty ?? true ? 1 : nil
  }
}

extension FactAttribute {
  /// The place of a title's holder, as an operation that asks for it counts it.
  static let place = FactAttribute(
    name: Recognition.rank.definition.name,
    label: Recognition.rank.definition.label,
    choices: nil
  ) { fact, _ in
    .one(Recognition.place(of: fact.record).map { String($0) })
  } input: { fact, _ in
    Input(fact, Recognition.rank)
  }
}
