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
        + "id. \(Reason.unordered.en) The fact that reached the number carries the amount, and keeps it once it is sealed. All "
        + "wait while a fact of the clause is open.",
      zh:
        "按本轮符合条件的件数排名，奖励前若干名；件数相同的，先达到者在前，再按编号。\(Reason.unordered.zh)由达到件数的那一项承载奖励，封存后不再移动；有待查、待定事实的，均等待。"
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

  var isBonus: Bool { true }
  var severalAlike: String? { Self.amounts.definition.name }

  func apply(to work: inout Work) throws(Diagnostic) {
    let groups = work.scopeByApplicant()
    if let open = work.scope.first(where: { work.claims[$0].isOpen }) {
      // An open fact may change the ranks, so all of them wait for it.
      for index in work.scope {
        if work.claims[index].outcome == .eligible { work.hold(index, behind: open) }
        work.claims[index].bound(to: amounts.max() ?? .zero)
      }
      return
    }
    let standings = groups.map { Standing($0.applicant, $0.indices, work) }
    let ranked = standings.filter { $0.indices.count >= minimum }.sorted { $0.precedes($1) }
    let places = Dictionary(
      zip(ranked.map(\.applicant), 1...),
      uniquingKeysWith: { first, _ in first }
    )
    let areVague = ranked.contains { $0.first < $0.last }
    for standing in standings {
      let usual = standing.indices[standing.indices.count - 1]
      let carrier = work.carrier(of: standing.indices, else: usual)
      let rank = places[standing.applicant]
      // Who may have been before it or behind it.
      let rivals = rank == nil || !areVague ? [] : ranked.filter { $0.isOpen(against: standing) }
      let ranks = rank.map { rank in
        let before = rivals.count { $0.precedes(standing) }
        return (rank - before)...(rank - before + rivals.count)
      }
      if let ranks, Set(ranks.map(amount)).count > 1 {
        let missing = ([standing] + rivals).flatMap { $0.missing(work) }
        for index in standing.indices {
          work.conclude(index, .unknown(missing, atMost: ranks.compactMap(amount).max()))
        }
        continue
      }
      // A rank rests on all that is counted for it and for those before it.
      let paid = rank.flatMap { $0 <= amounts.count ? $0 : nil } ?? 0
      let counted = ranked.prefix(paid).flatMap(\.indices).map {
        work.claims[$0].source.dateInput
      }
      for index in standing.indices {
        work.conclude(index, appraisal(rank, standing.indices, index, carrier, counted))
      }
    }
  }

  private func amount(_ rank: Int) -> Money? {
    rank <= amounts.count ? amounts[rank - 1] : nil
  }

  /// What an applicant has, and between which days it reached that.
  private struct Standing {
    let applicant: RecordID
    let indices: [Int]
    let first: Int
    let last: Int

    init(_ applicant: RecordID, _ indices: [Int], _ work: Work) {
      self.applicant = applicant
      self.indices = indices
      let dates = indices.map { work.claims[$0].date }
      first = dates.map { $0?.first.ordinal ?? .max }.max() ?? .max
      last = dates.map { $0?.last.ordinal ?? .max }.max() ?? .max
    }

    func precedes(_ other: Standing) -> Bool {
      if indices.count != other.indices.count { return indices.count > other.indices.count }
      if last != other.last { return last < other.last }
      return first == other.first ? applicant < other.applicant : first < other.first
    }

    /// Whether the days leave open which of two with equally many comes first.
    func isOpen(against other: Standing) -> Bool {
      applicant != other.applicant && indices.count == other.indices.count
        && first <= other.last && other.first <= last && (first < last || other.first < other.last)
    }

    /// The days that would tell.
    func missing(_ work: Work) -> [Input] {
      guard first < last else { return [] }
      return indices.filter { work.claims[$0].date?.day == nil }.map {
        work.claims[$0].source.dateInput.missing
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
    case .paid(let payout): return .paid(payout)
    case .claim(index):
      return .worth(
        amounts[rank - 1],
        counted,
        Phrase(en: "rank \(rank) with \(count) in the round", zh: "以本轮 \(count) 件列第 \(rank)")
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
