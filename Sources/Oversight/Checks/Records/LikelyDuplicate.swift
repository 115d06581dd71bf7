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
      let marks = try Likeness.pairs(Trademark.schema, in: audit.snapshot, atLeast: 98).filter {
        $0.first[Trademark.owner] == $0.second[Trademark.owner]
          && $0.first.isSameRight(as: $0.second)
      }
      return (enterprises + marks).map { pair in
        Finding(
          pair,
          help: Phrase(
            en: "if they are one: 'brandledger merge \(pair.second.schema.kind) "
              + "\(pair.first.id) \(pair.second.id) --reason …'",
            zh: "如为同一事物：brandledger merge \(pair.second.schema.kind) "
              + "\(pair.first.id) \(pair.second.id) --reason …"
          )
        )
      }
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
      func stands(_ mark: Record) -> Bool {
        mark[Trademark.endedOn] == nil && !(mark[Trademark.status].map(ended.contains) ?? false)
      }
      // Without a class in common the score is lower than this.
      return try Likeness.pairs(Trademark.schema, in: audit.snapshot, atLeast: 84).filter {
        $0.first[Trademark.owner] != $0.second[Trademark.owner] && stands($0.first)
          && stands($0.second)
      }.map { pair in
        Finding(
          pair,
          help: Phrase(
            en: "compare both marks and their goods; this is a suggestion to look",
            zh: "请比对两商标及其商品；此为提示，非结论"
          )
        )
      }
    }
  )
}

extension Finding {
  /// Says that two records are alike, at the later one.
  fileprivate init(_ pair: Likeness.Pair, help: Phrase) {
    let names = [pair.first, pair.second].map { record in
      record.schema.names.first.flatMap { record[$0]?.string } ?? ""
    }
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
}
