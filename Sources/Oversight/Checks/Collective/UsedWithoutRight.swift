import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Whoever is seen using a collective mark may use it.
  static let usedWithoutRight = Check(
    "used-without-right",
    demand: Phrase(
      en: "Whoever is seen using a collective mark is authorised on that day, for that product.",
      zh: "使用集体商标者须在当日就该产品获得授权。"
    ),
    severity: .warning,
    ledger: { audit in
      let marks = try CollectiveMarks(audit.snapshot, today: audit.today)
      return try audit.snapshot.table(Sighting.self).records.compactMap { sighting in
        guard sighting[Sighting.settledOn] == nil,
          let mark = marks.book.trademarks[sighting[Sighting.trademark]],
          CollectiveMarks.isShared(mark), let user = sighting[Sighting.enterprise],
          let day = sighting[Sighting.date]?.first
        else { return nil }
        let isOwner = user == mark[Trademark.owner]
        // A certification mark is for others than the organisation that owns it (Trademark Law 2019, article 3).
        let isForOthers = mark[Trademark.kind] == .certification
        guard !isOwner || isForOthers else { return nil }
        let permission = marks.permission(
          of: user,
          for: mark,
          on: day,
          product: sighting[Sighting.product]
        )
        guard isOwner || permission?.answer != true else { return nil }
        let name = marks.enterprises[user]?[Enterprise.name] ?? user.text
        let reasons =
          isOwner
          ? [Phrase(en: "a certification mark is not for its owner", zh: "证明商标注册人不得自用")]
          : permission?.reasons ?? [Phrase(en: "it is no member", zh: "不是成员")]
        let title = mark[Trademark.mark] ?? mark.id.text
        return Finding(
          sighting,
          Phrase(
            en: "\(name) was seen using '\(title)' on \(day): "
              + reasons.map(\.en).joined(separator: "; "),
            zh: "\(name) 于 \(day) 使用“\(title)”：" + reasons.map(\.zh).joined(separator: "；")
          ),
          help: Phrase(
            en: "take the matter up; when it is done fill settledOn and settlement",
            zh: "请依规处理，办结后填写处理完毕日期（settledOn）和处理结果（settlement）"
          )
        )
      }
    }
  )
}
