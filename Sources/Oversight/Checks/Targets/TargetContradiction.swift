import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A part of something is not asked to be more than the whole.
  static let targetContradiction = Check(
    "target-contradiction",
    demand: Phrase(
      en: "The target of a part is within the target of its whole.",
      zh: "部分指标不得大于其总体指标。"
    ),
    severity: .warning,
    ledger: { audit in
      let towns = try audit.snapshot.table(Town.self)
      let targets = try audit.snapshot.table(Target.self).records
      let wholes = Dictionary(grouping: targets) { $0[Target.indicator] ?? "" }
      return targets.flatMap { part -> [Finding] in
        let named = part[Target.partOf].flatMap { wholes[$0] } ?? []
        return named.filter { isWhole($0, of: part, towns) }.compactMap { whole -> Finding? in
          guard let least = part[Target.value], let most = whole[Target.value],
            asksForMore(part), asksForMore(whole), least > most
          else { return nil }
          return contradiction(part, least, within: whole, most)
        }
      }
    }
  )

  /// Whether one target is of the whole that the other names, for the same scope and year.
  private static func isWhole(_ whole: Record, of part: Record, _ towns: Table) -> Bool {
    guard let name = part[Target.partOf], whole.id != part.id,
      whole[Target.indicator] == name,
      towns.scopeKey(whole[Target.scope]) == towns.scopeKey(part[Target.scope])
    else { return false }
    guard let year = part[Target.year], let other = whole[Target.year] else { return true }
    return year == other
  }

  /// Whether a target is one to reach; a ceiling contradicts nothing.
  private static func asksForMore(_ target: Record) -> Bool {
    target[Target.operator] != .atMost
  }

  private static func contradiction(
    _ part: Record,
    _ least: DecimalNumber,
    within whole: Record,
    _ most: DecimalNumber
  ) -> Finding {
    func told(_ target: Record, _ value: DecimalNumber) -> Phrase {
      let zh = target[Target.label] ?? target.id.text
      let unit = target[Target.unit] ?? ""
      let clause = target[Target.clause] ?? ""
      return Phrase(
        en: "\(target[Target.labelEn] ?? zh) \(value) (clause \(clause))",
        zh: "\(zh) \(value)\(unit)(\(clause))"
      )
    }
    let (small, large) = (told(part, least), told(whole, most))
    return Finding(
      part,
      Phrase(
        en: "the plan contradicts itself: \(small.en) are a part of \(large.en)",
        zh: "规划自相矛盾：\(small.zh)属于\(large.zh)"
      ),
      help: Phrase(
        en: "ask who issued the plan which figure holds; both are measured until then",
        zh: "请向规划制定机关核实；在此之前两项指标均照常统计"
      )
    )
  }
}
