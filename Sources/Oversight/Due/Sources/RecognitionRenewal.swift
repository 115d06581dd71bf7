import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// A title that ends is renewed, as long as its scheme still can be won; else it ends for good.
  ///
  /// For a year after its end its renewal counts as missed; after that the title is over, and can only be won anew.
  static let recognitionRenewal: Self = DueSource(
    "recognition-renewal",
    Phrase(en: "title renewal", zh: "荣誉复评"),
    of: Recognition.self
  ) { record, docket in
    let scheme = try docket.snapshot.table(Scheme.self)[record[Recognition.scheme]]
    guard record[Recognition.revokedOn] == nil,
      // Of a title without any date the check of its record tells.
      record[Recognition.awarded] ?? record[Recognition.validUntil] != nil,
      let ends = Tenure(record, scheme: scheme).ends, try !docket.isRenewed(record)
    else { return [] }
    let reason =
      record[Recognition.validUntil] == nil
      ? Phrase(en: "the scheme lets titles of its cohort hold until then", zh: "该批次荣誉的有效期末日")
      : Phrase(en: "the title's own document says so", zh: "证书或文件所载有效期末日")
    // A title of a scheme that is over asks for nothing any longer.
    let canBeWon =
      scheme?[Scheme.wonUntil].map { $0.last > max(ends.lowerBound, docket.today) } ?? true
    let isOver = docket.today - ends.upperBound > 365
    let brands = try docket.snapshot.table(Brand.self)
    let name = scheme?[Scheme.name] ?? record[Recognition.scheme]?.text ?? ""
    let brand = brands[record[Recognition.brand]]?[Brand.name]
    return [
      DueDate(
        .recognitionRenewal,
        record,
        nature: canBeWon && !isOver ? .deadline : .milestone,
        action: action(canBeWon: canBeWon, isOver: isOver),
        subject: [name, brand].compactMap(\.self).joined(separator: " "),
        holder: record.titleHolder(brands),
        due: Reckoning(from: ends.lowerBound, reason),
        latest: ends.upperBound
      )
    ]
  }
}

private func action(canBeWon: Bool, isOver: Bool) -> Phrase {
  switch (canBeWon, isOver) {
  case (true, false): Phrase(en: "apply for its renewal", zh: "申请复评或重新认定")
  case (true, true):
    Phrase(
      en: "it ended and was not renewed: it may not be used, and can only be won anew",
      zh: "已到期未复评：不得继续使用，只能重新申报"
    )
  case (false, _):
    Phrase(
      en: "it ends for good, for its scheme is over: it may not be used afterwards",
      zh: "到期终止：该项目已停止评选，此后不得继续使用"
    )
  }
}

extension Docket {
  /// Whether the same title was won anew later.
  fileprivate func isRenewed(_ recognition: Record) throws -> Bool {
    guard let key = TitleKey(recognition), let awarded = recognition[Recognition.awarded] else {
      return false
    }
    return try titles().won(key, after: awarded.last).contains { $0.isSameTitle(as: recognition) }
  }
}
