import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio

/// What the award commands share.
enum AwardOptions {
  static let year = Option(
    "year",
    .integer(Phrase(en: "YEAR", zh: "年份"), in: 1900...2200),
    short: "y",
    help: Phrase(en: "The year of the round; else the one that runs today", zh: "奖励年度；默认为今年")
  )
  static let policy = Option(
    repeated: "policy",
    .text(Phrase(en: "POLICY", zh: "政策")),
    short: "p",
    help: Phrase(
      en: "Only this policy, by id or name; else all that hold in the year",
      zh: "只按该政策（编号或名称）；默认为当年有效的全部政策"
    )
  )

  /// Says that no policy holds in the year of a round, where that is so.
  static func tellWithoutPolicy(_ round: Round, _ session: Session) -> Bool {
    guard round.policies.isEmpty else { return false }
    session.say(
      Phrase(
        en: "no policy in the ledger holds in \(round.year); 'brandledger policy list' shows them",
        zh: "账本中没有 \(round.year) 年有效的政策；可用 brandledger policy list 查看"
      )
    )
    return true
  }

  /// Computes the round that the options ask for; of another year than this where none is given.
  static func round(
    _ session: Session,
    _ arguments: Arguments,
    _ snapshot: Snapshot,
    traces: Round.Traces,
    else year: Int? = nil,
    again: [String] = []
  ) throws -> Round {
    let book = try PolicyBook(snapshot)
    let names = arguments[policy]
    let ids = try names.map { try session.record($0, Policy.schema, in: snapshot).id }
    let round = try Round(
      year: arguments[Self.year] ?? year ?? session.today.year,
      policies: ids.isEmpty ? nil : ids,
      book: book,
      snapshot: snapshot,
      traces: traces,
      again: again
    )
    session.keep(round)
    return round
  }
}
