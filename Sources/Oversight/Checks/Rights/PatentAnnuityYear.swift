import Bilingual
import Ledger
import Portfolio

extension Check {
  /// No annuity is paid for a year beyond the term: a calendar year in its place would silence the patent.
  static let patentAnnuityYear = Check(
    "patent-annuity-year",
    demand: Phrase(
      en:
        "Annuities are counted in patent years from the filing and end with the term (Patent Law 2020, arts. 42-43).",
      zh: "年费按自申请日起的专利年度计，不超出保护期（专利法 2020 第四十二、四十三条）。"
    ),
    severity: .error,
    each: Patent.self
  ) { record, audit in annuityYears(of: record, audit.law, in: audit.snapshot, audit.today) }

  /// Finds that the annuities of a patent are said to be paid beyond its term.
  static func annuityYears(
    of patent: Record,
    _ law: RightBook,
    in snapshot: Snapshot,
    _ today: Day
  ) -> [Finding] {
    guard let paid = patent[Patent.annuitiesPaidThrough],
      var message = beyondTerm(paid, patent, law, today)
    else { return [] }
    // A term is extended by five years at most, and events alone tell it (Patent Law 2020, article 42).
    if patent[Patent.type] == .invention, paid <= 25, let book = try? RightBook(eventsOf: snapshot)
    {
      guard let beyond = beyondTerm(paid, patent, book, today) else { return [] }
      message = beyond
    }
    var finding = Finding(patent, message, help: patentYearHelp)
    finding.field = Patent.annuitiesPaidThrough.definition
    return [finding]
  }

  /// Tells that a patent year lies beyond the term; `nil` where it does not, or the term is not known.
  static func beyondTerm(
    _ year: Int,
    _ patent: Record,
    _ book: RightBook,
    _ today: Day
  ) -> Phrase? {
    guard let count = book.patentYears(of: patent, on: today), year > count else { return nil }
    return Phrase(
      en: "there is no patent year \(year): its term has \(count) years",
      zh: "没有第 \(year) 年度：其保护期为 \(count) 年"
    )
  }

  /// What to do about a year that is none.
  static let patentYearHelp = Phrase(
    en: "give the patent year, not the calendar year: year 1 begins on the day of filing",
    zh: "请填专利年度而非公历年：第 1 年度自申请日起"
  )
}
