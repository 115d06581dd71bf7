import Bilingual
import JSONLines
import Ledger
import Portfolio

/// In which order a budget reaches claims.
struct Priority: Operation {
  enum Key: String, CaseIterable, Sendable {
    case level, amount, score, carried
  }

  static let by = Parameter(
    "by",
    .several(.word("key", Key.level)),
    Phrase(
      en:
        "What goes first, one key after the other: the higher tier (level), the larger amount, the "
        + "higher score of the application, what the round before left over (carried).",
      zh: "优先次序：级别高者（level）、金额大者（amount）、评分高者（score）、上一轮结转者（carried），依次比较。"
    )
  )
  static let declaration = OperationDeclaration(
    "priority",
    .budget,
    Phrase(
      en:
        "Sets the order in which the quotas and pots behind it reach claims, until another priority sets "
        + "theirs; claims that it does not govern come last. What may go first, since its tier, amount or "
        + "score is not known, does. Of equal ones the earlier fact goes first, then the lower id of the "
        + "facts.",
      zh: "确定其后名额、预算条款的次序，直至另一 priority 条款；不适用者排在最后。级别、金额或评分不明的，可能居前者排在前。"
        + "相同者按事实日期、编号先后。"
    ),
    parameters: [by.definition],
    example: #"{"by":["carried","level"]}"#,
    Phrase(en: "What was left over goes first, then the higher tiers.", zh: "上年结转者优先，其次级别高者。")
  )

  private let keys: [Key]

  init(_ arguments: inout Arguments) {
    keys = arguments.required(Self.by)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    let context = work.context
    for index in work.scope where work.claims[index].competes {
      let places = keys.compactMap { missing($0, work.claims[index], context) }
      for place in places { work.settle(index, .unknown([place])) }
      guard places.isEmpty else { continue }
      let claim = work.claims[index]
      work.record(
        index,
        .passed,
        inputs: keys.compactMap { input($0, claim, context) },
        Self.reason(keys.map { words($0, claim, context) })
      )
    }
    work.priorities = keys.map { key in
      var ranks: [Int: Int64] = [:]
      for index in work.governed {
        ranks[index] = rank(key, work.claims[index], context)
      }
      return ranks
    }
  }

  /// What a key needs of a claim and the ledger does not tell.
  private func missing(_ key: Key, _ claim: Claim, _ context: Context) -> Input? {
    switch key {
    case .level: claim.level == nil ? claim.tierInput(context.evidence) : nil
    case .score:
      context.score(claim).value == nil ? context.score(claim).input : nil
    case .amount, .carried: nil
    }
  }

  /// Where the value of a key stands.
  private func input(_ key: Key, _ claim: Claim, _ context: Context) -> Input? {
    switch key {
    case .level: claim.tierInput(context.evidence)
    case .score: context.score(claim).input
    case .carried: claim.source.dateInput
    case .amount: nil
    }
  }

  /// By what a key ranks a claim.
  private func words(_ key: Key, _ claim: Claim, _ context: Context) -> Phrase {
    switch key {
    case .level:
      claim.level.map { level in
        let label = level.choice.label
        return Phrase(en: "\(label.en) tier", zh: label.zh)
      } ?? Phrase(en: "no tier", zh: "无级别")
    case .amount: Phrase(en: "\(claim.ceiling) yuan", zh: "\(claim.ceiling) 元")
    case .carried:
      context.isOfRoundBefore(claim.source)
        ? Phrase(en: "left over by the round before", zh: "上一轮结转")
        : Phrase(en: "of this round", zh: "本轮")
    case .score: Self.points(context.score(claim).value ?? 0)
    }
  }

  private static func points(_ billionths: Int64) -> Phrase {
    let points = DecimalNumber(units: billionths, decimals: 9)
    return Phrase(en: "\(points) points", zh: "\(points) 分")
  }

  private static func reason(_ words: [Phrase]) -> Phrase {
    Phrase(
      en: "ranked by \(words.map(\.en).joined(separator: ", then "))",
      zh: "排序依据：\(words.map(\.zh).joined(separator: "，其次"))"
    )
  }

  /// The higher the sooner; what is not known may be the highest.
  private func rank(_ key: Key, _ claim: Claim, _ context: Context) -> Int64 {
    if missing(key, claim, context) != nil { return .max }
    switch key {
    case .level: return Int64(claim.levelRank)
    case .amount: return claim.ceiling.fen
    case .carried: return context.isOfRoundBefore(claim.source) ? 1 : 0
    case .score: return context.score(claim).value ?? .max
    }
  }
}

extension Context {
  /// The reviewers' score for a claim in billionths, and where it stands or should stand.
  func score(_ claim: Claim) -> (value: Int64?, input: Input) {
    let applications = applications(for: claim)
    guard let first = applications.first else { return (nil, applicationInput(claim)) }
    let scored = applications.first { $0[Application.score] != nil } ?? first
    let input = Input(scored, Application.score)
    return (scored[Application.score]?.scaled(to: 9), input)
  }
}
