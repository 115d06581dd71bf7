import Ledger
import Portfolio

/// A title without a date: the years in which it may have been won.
struct UndatedTitle {
  private let record: Record
  private let scheme: Record?
  private let terms: Tenure.Terms?

  init(_ record: Record, _ scheme: Record?, _ terms: Tenure.Terms?) {
    self.record = record
    self.scheme = scheme
    self.terms = terms
  }

  /// Says whether it may have been won in a year, by its end, its document and the time of its scheme.
  func mayBeWon(in year: ReportingYear) -> Bool {
    let ends = [record[Recognition.validUntil], record[Recognition.revokedOn]]
    if ends.contains(where: { $0.map { $0.last < year.first } == true }) { return false }
    if let from = scheme?[Scheme.wonFrom], from.first > year.last { return false }
    if let until = scheme?[Scheme.wonUntil], until.last < year.first { return false }
    if let end = record[Recognition.validUntil], let won = PartialDate("\(year.year)") {
      // Won then, it would have ended before it did.
      let tenure = Tenure(awarded: won, validUntil: nil, revokedOn: nil, terms)
      if tenure.holds(on: end.first) == false { return false }
    }
    return documentYears?.contains(year.year) ?? true
  }

  /// The years that the number of its document allows: the paper may be of the turn of a year, and a court numbers a
  /// case by the year in which it began.
  private var documentYears: ClosedRange<Int>? {
    guard let year = record[Recognition.document].flatMap(Self.year) else { return nil }
    return record[Recognition.route] == .judicial ? year...year + 3 : year - 1...year + 1
  }

  /// The last year in a document's name: 2019 in 苏质监〔2019〕12号 or 2019年第5号.
  private static func year(in document: String) -> Int? {
    var years: [Int] = []
    var digits = ""
    for sign in Folding.key(document) + " " {
      if sign.isASCII, sign.isNumber {
        digits.append(sign)
        continue
      }
      if digits.count == 4, "年〕)]】".contains(sign), let year = Int(digits),
        (1900...2200).contains(year)
      {
        years.append(year)
      }
      digits = ""
    }
    return years.max()
  }
}
