import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Presentation

/// Where the awards stand that were sealed for the claims of a round.
struct SealedLives {
  private let lives: [RecordID: AwardLife]
  /// Those of the year whose claims the round has not any more.
  private let orphans: [AwardLife]

  init(_ round: Round, _ snapshot: Snapshot) throws {
    let sealed = Set(round.claims.compactMap(\.sealed))
    let policies = Set(round.policies)
    let all = try AwardLife.all(snapshot) { award in
      sealed.contains(award.id)
        || award[Award.year] == round.year && award.has(Award.receipt.definition)
          && award[Award.policy].map(policies.contains) ?? false
    }
    let (known, others) = (
      all.filter { sealed.contains($0.award.id) }, all.filter { !sealed.contains($0.award.id) }
    )
    lives = Dictionary(known.map { ($0.award.id, $0) }) { first, _ in first }
    orphans = others.filter { $0.state != .void && $0.state != .recovered }
  }

  private func life(of claim: Claim) -> AwardLife? { claim.sealed.flatMap { lives[$0] } }

  /// Where the awards of some claims stand, and of how many of the claims where some are not sealed.
  func cell(_ claims: [Claim]) -> Cell {
    let known = claims.compactMap(life)
    let states = AwardState.allCases.filter { state in known.contains { $0.state == state } }
    guard !states.isEmpty else { return .empty }
    let (en, zh) = (states.map(\.choice.label.en), states.map(\.choice.label.zh))
    let isWhole = known.count == claims.count
    return .phrase(
      Phrase(
        en: (isWhole ? "" : "\(known.count) of \(claims.count): ") + en.joined(separator: ", "),
        zh: (isWhole ? "" : "\(claims.count) 项中 \(known.count) 项：") + zh.joined(separator: "、")
      ),
      code: states.map(\.rawValue).joined(separator: ";")
    )
  }

  /// What programs are told of a claim that was sealed.
  func members(_ claim: Claim) -> [JSONMember] {
    guard let life = life(of: claim) else { return [] }
    return [
      JSONMember("award", .string(life.award.id.text)),
      JSONMember("state", .string(life.state.rawValue)),
      JSONMember("sealedFen", .integer(life.balance.awarded.fen)),
      JSONMember("paidFen", .integer(life.balance.kept.fen)),
    ]
  }

  /// How much was sealed, and how much of it paid.
  func notes() throws -> [Phrase] {
    var notes: [Phrase] = []
    if let (sealed, paid) = try Self.sums(Array(lives.values)) {
      notes.append(
        Phrase(
          en: "sealed already: \(lives.count, of: "award"), \(sealed) yuan, \(paid) of it paid",
          zh: "其中已封存 \(lives.count) 项、\(sealed) 元，已支付 \(paid) 元"
        )
      )
    }
    if let (sealed, paid) = try Self.sums(orphans) {
      notes.append(
        Phrase(
          en:
            "sealed besides, for what the round has not any more: \(orphans.count, of: "award"), \(sealed) yuan, "
            + "\(paid) of it paid; 'award verify' names what changed",
          zh: "另有 \(orphans.count) 项已封存的奖励（\(sealed) 元，已支付 \(paid) 元）不再有对应的申领项，"
            + "可用 award verify 查看变更"
        )
      )
    }
    return notes
  }

  private static func sums(_ lives: [AwardLife]) throws -> (sealed: Money, paid: Money)? {
    guard !lives.isEmpty else { return nil }
    return (
      try Money.sum(lives.map(\.balance.standing)), try Money.sum(lives.map(\.balance.kept))
    )
  }
}
