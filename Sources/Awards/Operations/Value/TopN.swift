import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Amounts for those with the most facts in the round.
struct TopN: Valuation {
  static let amounts = Parameter(
    "amounts",
    .several(.money),
    Phrase(en: "What the first, the second … is paid.", zh: "第一、第二……名的金额。")
  )
  static let minimum = Parameter(
    "minimum",
    .positive,
    default: .integer(1),
    Phrase(en: "The least number of facts that takes part.", zh: "参与排名的最低件数（含本数）。")
  )
  static let declaration = OperationDeclaration(
    "topN",
    .value,
    Phrase(
      en:
        "Ranks recipients by how many facts of the round meet the conditions, and pays the first ones. "
        + "Of equal ones the one that reached its number on the earlier day goes first, then the lower "
        + "id. The fact that reached the number carries the amount, and keeps it once it is sealed. All "
        + "wait while a fact of the clause is open.",
      zh: "按本轮符合条件的件数排名，奖励前若干名；件数相同的，先达到者在前，再按编号。由达到件数的那一项承载奖励，封存后不再移动；有待查、待定事实的，均等待。"
    ),
    parameters: [amounts.definition, minimum.definition]
      + Selection.parameters(of: FactKind.all),
    example: #"{"facts":"patent","type":"invention","minimum":10,"amounts":["10万元","5万元"]}"#,
    Phrase(
      en: "The two with the most inventions, ten or more, get 100,000 and 50,000 yuan.",
      zh: "发明授权不少于 10 件的前两名，奖 10 万元、5 万元。"
    )
  )

  let selection: Selection
  private let amounts: [Money]
  private let minimum: Int

  init(_ arguments: inout Arguments) {
    amounts = arguments.required(Self.amounts)
    minimum = arguments.required(Self.minimum)
    selection = Selection(&arguments, of: FactKind.all)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    let groups = work.scopeByApplicant()
    if let open = work.scope.first(where: { work.claims[$0].isOpen }) {
      // An open fact may change the ranks, so all of them wait for it.
      for index in work.scope where work.claims[index].outcome == .eligible {
        work.hold(index, behind: open)
      }
      return
    }
    let ranked = groups.filter { $0.indices.count >= minimum }.sorted { a, b in
      if a.indices.count != b.indices.count { return a.indices.count > b.indices.count }
      let (x, y) = (a.indices.last ?? 0, b.indices.last ?? 0)
      let (i, j) = (work.claims[x].date?.last.ordinal, work.claims[y].date?.last.ordinal)
      return i == j ? a.applicant < b.applicant : i ?? .max < j ?? .max
    }
    let ranks = Dictionary(
      zip(ranked.map(\.applicant), 1...),
      uniquingKeysWith: { first, _ in first }
    )
    for (applicant, indices) in groups {
      let carrier = work.carrier(of: indices, else: indices[indices.count - 1])
      // A rank rests on all that is counted for it and for those before it.
      let paid = ranks[applicant].flatMap { $0 <= amounts.count ? $0 : nil } ?? 0
      let counted = ranked.prefix(paid).flatMap(\.indices).map {
        work.claims[$0].source.dateInput
      }
      for index in indices {
        work.conclude(index, appraisal(ranks[applicant], indices, index, carrier, counted))
      }
    }
  }

  private func appraisal(
    _ rank: Int?,
    _ indices: [Int],
    _ index: Int,
    _ carrier: Carrier,
    _ counted: [Input]
  ) -> Appraisal {
    let count = indices.count
    guard let rank else {
      return .nothing(
        [],
        Phrase(
          en: "\(count) in the round, at least \(minimum) needed",
          zh: "本轮 \(count) 件，要求不少于 \(minimum) 件"
        )
      )
    }
    guard rank <= amounts.count else {
      return .nothing(
        [],
        Phrase(
          en: "rank \(rank) with \(count); the first \(amounts.count) are paid",
          zh: "以 \(count) 件列第 \(rank)，仅奖励前 \(amounts.count) 名"
        )
      )
    }
    switch carrier {
    case .paid(let payment): return .paid(payment)
    case .claim(index):
      return .worth(
        amounts[rank - 1],
        counted,
        Phrase(
          en: "rank \(rank) with \(count) in the round",
          zh: "以本轮 \(count) 件列第 \(rank)"
        )
      )
    case .claim(let other):
      let number = (indices.firstIndex(of: other) ?? 0) + 1
      return .notApplicable(
        [],
        number == count
          ? Phrase(en: "counted; the last one carries the amount", zh: "仅计数，由最后一件承载奖励")
          : Phrase(en: "counted; number \(number) carries the amount", zh: "仅计数，由第 \(number) 件承载奖励")
      )
    }
  }
}
