import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A title is used by who holds it, while it holds, and 驰名商标 not at all.
  static let titleUsedWithoutRight = Check(
    "title-used-without-right",
    demand: Phrase(
      en: "A title is used in publicity only by who holds it, and 驰名商标 by nobody "
        + "(Trademark Law 2019, arts. 14 and 53).",
      zh: "荣誉仅可由在有效期内的持有人用于宣传，“驰名商标”不得用于宣传（商标法 2019 第十四、五十三条）。"
    ),
    severity: .warning,
    ledger: { audit in
      let snapshot = audit.snapshot
      let brands = try snapshot.table(Brand.self)
      let recognitions = try snapshot.table(Recognition.self).records
      return try snapshot.table(Sighting.self).records.compactMap { sighting in
        guard sighting[Sighting.settledOn] == nil,
          let scheme = try snapshot.table(Scheme.self)[sighting[Sighting.scheme]],
          let user = sighting[Sighting.enterprise], let date = sighting[Sighting.date]
        else { return nil }
        let name = try snapshot.table(Enterprise.self)[user]?[Enterprise.name] ?? user.text
        let title = scheme[Scheme.name] ?? scheme.id.text
        let help = Phrase(
          en: "have the use stopped; when it is done fill settledOn and settlement",
          zh: "请责令停止使用，办结后填写处理完毕日期（settledOn）和处理结果（settlement）"
        )
        if scheme[Scheme.publicity] == false {
          return Finding(
            sighting,
            Phrase(
              en: "\(name) used '\(title)' in publicity on \(date), which the law forbids",
              zh: "\(name) 于 \(date) 将“\(title)”用于宣传，法律禁止"
            ),
            help: help
          )
        }
        let own = recognitions.filter { recognition in
          recognition[Recognition.scheme] == scheme.id
            && (recognition.titleHolder(brands) == user
              || recognition[Recognition.coHolders]?.contains(user) == true)
        }
        let tenures = own.map { Tenure($0, scheme: scheme) }
        guard !tenures.contains(where: { $0.holds(on: date.first) != false }) else { return nil }
        let ends = tenures.compactMap { tenure -> Day? in
          if case .on(let day) = tenure.end { day } else { nil }
        }
        let why =
          ends.max().map { Phrase(en: "its title ended on \($0)", zh: "其荣誉已于 \($0) 届满") }
          ?? (own.isEmpty
            ? Phrase(en: "no such title of it is on record", zh: "未登记其获得该荣誉")
            : Phrase(en: "its title no longer holds", zh: "其荣誉已失效"))
        return Finding(
          sighting,
          Phrase(
            en: "\(name) used '\(title)' on \(date): \(why.en)",
            zh: "\(name) 于 \(date) 使用“\(title)”：\(why.zh)"
          ),
          help: help
        )
      }
    }
  )
}
