import Bilingual
import JSONLines
import Ledger
import Portfolio

extension Check {
  /// One enterprise, and one mark of an owner, is entered once, however its name is written.
  static let likelyDuplicate = Check(
    "likely-duplicate",
    demand: Phrase(
      en: "The same enterprise or mark is entered once, however its name is written.",
      zh: "同一企业或商标只登记一次，不论名称如何书写。"
    ),
    tier: .strict,
    severity: .warning,
    ledger: { audit in
      let enterprises = try Likeness.pairs(Enterprise.schema, in: audit.snapshot, atLeast: 84)
      let marks = Likeness.sameRights(
        try Likeness.marks(Trademark.schema, audit.snapshot),
        atLeast: 98
      )
      return (enterprises.list + marks.list).map { pair in
        Finding(
          pair,
          help: Phrase(
            en: "if they are one: 'brandledger merge \(pair.second.schema.kind) "
              + "\(pair.first.id) \(pair.second.id) --reason …'",
            zh: "如为同一事物：brandledger merge \(pair.second.schema.kind) "
              + "\(pair.first.id) \(pair.second.id) --reason …"
          )
        )
      } + enterprises.crowds.map { Finding(crowd: $0) }
    }
  )

  /// Marks of different owners for the same classes do not look or sound alike.
  static let similarMarks = Check(
    "similar-marks",
    demand: Phrase(
      en: "Marks of different owners for the same classes do not look or sound alike.",
      zh: "不同权利人在相同类别上的商标不应形、音相近。"
    ),
    tier: .strict,
    severity: .warning,
    ledger: { audit in
      let ended: Set<TrademarkStatus> = [
        .refused, .withdrawn, .expired, .cancelled, .invalidated,
      ]
      let standing = try Likeness.marks(Trademark.schema, audit.snapshot).filter { mark in
        guard let record = mark.record else { return false }
        return record[Trademark.endedOn] == nil
          && !(record[Trademark.status].map(ended.contains) ?? false)
      }
      // Without a class in common the score is lower than this.
      let marks = Likeness.ofOtherOwners(standing, atLeast: 84)
      return marks.list.map { pair in
        Finding(
          pair,
          help: Phrase(
            en: "compare both marks and their goods; this is a suggestion to look",
            zh: "请比对两商标及其商品；此为提示，非结论"
          )
        )
      } + marks.crowds.map { Finding(crowd: $0) }
    }
  )
}

extension Finding {
  /// Says that two records are alike, at the later one.
  fileprivate init(_ pair: Likeness.Pair, help: Phrase) {
    let names = [pair.first, pair.second].map(\.ownName)
    let place = "\(pair.first.place.file):\(pair.first.place.line ?? 0)"
    let reasons = pair.resemblance.reasons
    self.init(
      pair.second,
      Phrase(
        en: "'\(names[1])' is like \(pair.first.id) '\(names[0])' (\(place)), "
          + "\(pair.resemblance.score) of 100: \(reasons.map(\.en).joined(separator: "; "))",
        zh: "“\(names[1])”与 \(pair.first.id)“\(names[0])”（\(place)）相近，"
          + "\(pair.resemblance.score) 分：\(reasons.map(\.zh).joined(separator: "；"))"
      ),
      help: help
    )
  }

  /// Says that very many records have one name, at the first of them.
  fileprivate init(crowd: [Record]) {
    let schema = crowd[0].schema
    let name = crowd[0].ownName
    let query =
      "brandledger list \(schema.kind) --where '\(schema.names.first?.name ?? "name")=\(name)'"
    self.init(
      crowd[0],
      Phrase(
        en: "\(crowd.count, of: "record") have the name '\(name)'; so many are not compared",
        zh: "有 \(crowd.count) 条记录名为“\(name)”；数量过多，未逐对比较"
      ),
      help: Phrase(en: "see them: \(query)", zh: "查看：\(query)")
    )
  }
}

extension Record {
  fileprivate var ownName: String { schema.names.first.flatMap { self[$0]?.string } ?? "" }
}
