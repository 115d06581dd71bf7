import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Presentation

/// What would make a claim eligible, below its explanation.
enum AwardProspect {
  static func blocks(_ claim: Claim, year: Int, _ snapshot: Snapshot) throws -> [Report.Block] {
    guard claim.hasProspect else { return [] }
    let prospect = try Prospect(claim, year: year, snapshot)
    let clauses = try snapshot.table(Clause.self)
    var nodes = prospect.obstacles.map { obstacle in
      let number = AwardExplain.number(of: obstacle.clause, clauses[obstacle.clause], in: claim)
      return Report.Node(
        Phrase(en: "\(number): \(obstacle.demand.en)", zh: "\(number)：\(obstacle.demand.zh)")
      )
    }
    nodes += prospect.remedies.map { remedy in
      let condition = condition(remedy.changes)
      return Report.Node(
        Phrase(
          en: "eligible with \(remedy.amount) yuan \(condition.en)",
          zh: "\(condition.zh)，则符合，奖励 \(remedy.amount) 元"
        )
      )
    }
    if let shortfall = prospect.shortfall {
      nodes.append(Report.Node(phrase(shortfall, clauses, in: claim)))
    }
    return [
      .heading(Phrase(en: "What would make it eligible", zh: "如何才能符合")), .tree(nodes),
    ]
  }

  private static func condition(_ changes: [Prospect.Change]) -> Phrase {
    let zh = changes.map(\.text.zh).joined(separator: "，且")
    return Phrase(
      en: "if " + changes.map(\.text.en).joined(separator: ", and "),
      zh: (zh.utf8.first.map { $0 < 0x80 } == true ? "若 " : "若") + zh
    )
  }

  /// How far the best trial came.
  private static func phrase(
    _ shortfall: Prospect.Shortfall,
    _ clauses: Ledger.Table,
    in claim: Claim
  ) -> Phrase {
    guard !shortfall.changes.isEmpty, let clause = shortfall.clause, let reason = shortfall.reason
    else {
      return Phrase(en: "no value that was tried makes it eligible by itself", zh: "所试各值均不能使其符合")
    }
    let condition = condition(shortfall.changes)
    let number = AwardExplain.number(of: clause, clauses[clause], in: claim)
    return Phrase(
      en:
        "still not found eligible \(condition.en): then \(number) stands in the way: \(reason.en)",
      zh: "\(condition.zh)，仍不能认定为符合：\(number)：\(reason.zh)"
    )
  }

  /// The claim as programs read it, and beside it what would make it eligible.
  static func json(
    _ claim: Claim,
    year: Int,
    _ snapshot: Snapshot,
    _ language: Language
  ) throws -> JSONValue {
    let object = claim.json(in: language)
    guard claim.hasProspect else { return object }
    let prospect = try Prospect(claim, year: year, snapshot).json(in: language)
    return .object((object.members ?? []) + [JSONMember("prospect", prospect)])
  }
}

extension Claim {
  /// Whether it is about a fact that the clause speaks of, and is not paid.
  fileprivate var hasProspect: Bool { outcome != .eligible && outcome != .notApplicable }
}
