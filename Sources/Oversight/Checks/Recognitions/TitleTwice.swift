import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A title that still holds is not won again as a first one.
  static let titleTwice = Check(
    "title-twice",
    demand: Phrase(
      en: "A title that still holds is not won again for the first time.",
      zh: "有效的荣誉不得再次登记为首次获得。"
    ),
    severity: .error,
    each: Recognition.self
  ) { record, audit in
    // Without a word on it, a recognition is a first one.
    guard record[Recognition.event] ?? .first == .first, let date = record[Recognition.awarded]
    else { return [] }
    let scheme = try audit.scheme(of: record)
    let former = audit.others(of: record).first { other, isListedBefore in
      guard let won = other[Recognition.awarded], won.first <= date.last else { return false }
      let tenure = Tenure(other, scheme: scheme)
      if won.last < date.first { return tenure.holds(on: date.last) == true }
      // Of two within the same day, month or year the later line is told.
      return isListedBefore && tenure.holds(on: max(won.last, date.last)) != false
    }?.record
    guard let former else { return [] }
    let won = former[Recognition.awarded]?.description ?? ""
    if let known = former[Recognition.awarded], known.day == nil, known != date,
      known.first <= date.first, date.last <= known.last
    {
      return [dayKnown(record, former, known, date)]
    }
    return [
      Finding(
        record,
        Phrase(
          en: "the same title was won on \(won) (\(former.id)) and still held on \(date)",
          zh: "同一荣誉已于 \(won) 获得（\(former.id)），至 \(date) 仍有效"
        ),
        help: Phrase(
          en:
            "if it was renewed, set event=renewal and previous=\(former.id); if it is entered twice, leave or take it out",
          zh: "如为复评，请填 event=renewal 及 previous=\(former.id)；如为重复登记，请勿登记，已登记的请删除"
        )
      )
    ]
  }

  /// Says that a title is there already with less of its date.
  private static func dayKnown(
    _ record: Record,
    _ former: Record,
    _ known: PartialDate,
    _ date: PartialDate
  ) -> Finding {
    Finding(
      record,
      Phrase(
        en: "the same title is there as won in \(known) (\(former.id)), of which \(date) is a part",
        zh: "同一荣誉已登记为 \(known) 获得（\(former.id)），\(date) 在其范围内"
      ),
      help: Phrase(
        en: "if it is the same, complete the date of that one: "
          + "'brandledger set recognition \(former.id) awarded=\(date)'; if it was renewed, "
          + "set event=renewal and previous=\(former.id)",
        zh: "如为同一荣誉，请补全其日期：brandledger set recognition \(former.id) awarded=\(date)；"
          + "如为复评，请填 event=renewal 及 previous=\(former.id)"
      )
    )
  }
}
