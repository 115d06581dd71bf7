import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio
import Presentation

/// `award seal --year Y`: commits payouts, each with its receipt.
enum AwardSeal {
  static let claims = Argument(
    repeated: ValueKind<String>.text(Phrase(en: "CLAIM", zh: "申领项")),
    help: Phrase(
      en:
        "Only these claims; else all that are eligible, still stand, and were neither sealed, found wrong nor made void",
      zh: "只封存这些申领项；默认为全部符合、仍有效、未封存、未被认定有误且未作废的"
    )
  )

  static let voided = Option(
    flag: "voided",
    help: Phrase(
      en: "Also those whose award was made void, after what was wrong was mended",
      zh: "包括奖励已作废、现已更正的申领项"
    )
  )

  static let command = Command<World>(
    "seal",
    summary: Phrase(en: "Commit payouts, each with its receipt", zh: "封存奖励，各附计算凭据"),
    discussion: Phrase(
      en: """
        The receipt holds the commit, the hashes of policy and clauses, and every step. The same fact is \
        never sealed twice under one clause. Where the ledger does not know a payee, the claim is left out and \
        told, and the exit code is 1.
        """,
      zh: "凭据记录提交号、政策与条款的哈希和每一步。同一事实依同一条款不会重复封存。领取人不在账本中的申领项不予封存并提示，退出码为 1。"
    ),
    examples: [
      Example(
        "brandledger award seal --year 2025 --dry-run",
        Phrase(en: "Show the lines that would be written", zh: "预览将写入的内容")
      )
    ],
    arguments: [claims],
    options: [AwardOptions.year, AwardOptions.policy, voided]
  ) { session, arguments in
    var drafts: [Draft] = []
    var isWithoutPolicy = false
    var isInPart = false
    var cautions: [Diagnostic] = []
    let commit = try session.write { snapshot in
      let round = try AwardOptions.round(
        session,
        arguments,
        snapshot,
        traces: .all,
        again: arguments[claims]
      )
      isWithoutPolicy = AwardOptions.tellWithoutPolicy(round, session)
      let chosen = try choose(arguments[claims], round, session.today, arguments[voided])
      isInPart = arguments[claims].isEmpty && chosen.count < round.unsealed.count
      cautions =
        try round.running(on: session.today) + round.ended(on: session.today)
        + round.barred(on: session.today, in: snapshot)
        + round.cautions()
      drafts = try round.seal(chosen, on: session.today) { SHA256.hash($0) }
      for index in drafts.indices { drafts[index].id = session.ids.id("awd") }
      return drafts.map { .put($0) }
    }
    Failure.tell(cautions, session)
    let fen = drafts.reduce(Int64(0)) { $0 + ($1[Award.amountFen]?.fen ?? 0) }
    guard !isWithoutPolicy else { return 1 }
    if drafts.isEmpty, !isInPart {
      session.say(
        Phrase(en: "nothing is left to seal", zh: "没有可封存的申领项")
      )
    }
    session.said(
      commit,
      Phrase(
        en: "sealed \(drafts.count, of: "award"), \(yuanText(fen: fen)) yuan",
        zh: "已封存 \(drafts.count) 项奖励，共 \(yuanText(fen: fen)) 元"
      )
    )
    return isInPart ? 1 : nil
  }

  private static func choose(
    _ wanted: [String],
    _ round: Round,
    _ today: Day,
    _ withVoided: Bool
  ) throws -> [Claim] {
    guard !wanted.isEmpty else {
      return round.sealable(on: today, withVoided: withVoided)
    }
    var faults: [Diagnostic] = []
    let chosen = wanted.compactMap { text -> Claim? in
      if let claim = round.claims.first(where: { RecordID($0.id) == RecordID(text) }) {
        return claim
      }
      faults.append(
        Diagnostic(
          "unknown-claim",
          Phrase(en: "there is no claim '\(text)'", zh: "没有申领项“\(text)”"),
          help: Phrase(
            en: "'award compute --year \(round.year)' shows the claims",
            zh: "可用 award compute --year \(round.year) 查看申领项"
          )
        )
      )
      return nil
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return chosen
  }
}
