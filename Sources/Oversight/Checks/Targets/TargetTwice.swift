import Bilingual
import Ledger
import Portfolio

extension Check {
  /// There is one target to reach, and one limit to keep, of an indicator in a place and a year.
  static let targetTwice = Check(
    "target-twice",
    demand: Phrase(
      en:
        "An indicator has one target to reach and one limit to keep, for the same owners, place and years.",
      zh: "同一指标、统计对象、范围和年份只设一个下限目标和一个上限目标。"
    ),
    severity: .warning,
    ledger: { audit in
      let towns = try audit.snapshot.table(Town.self)
      var first: [Key: Record] = [:]
      return try audit.snapshot.table(Target.self).records.compactMap { target in
        let key = Key(target, towns)
        guard let other = first[key] else {
          first[key] = target
          return nil
        }
        return Finding(
          target,
          Phrase(
            en: "the target \(other.id) is of the same indicator, owners, place and years",
            zh: "与目标 \(other.id) 的指标、统计对象、范围和年份相同"
          ),
          help: Phrase(
            en: "remove one of them; both are measured until then",
            zh: "请删除其一；在此之前两项均照常统计"
          )
        )
      }
    }
  )

  private struct Key: Hashable {
    let subject: TargetSubject
    let year: Int?

    init(_ target: Record, _ towns: Table) {
      subject = TargetSubject(target, towns)
      year = target[Target.year]
    }
  }
}
