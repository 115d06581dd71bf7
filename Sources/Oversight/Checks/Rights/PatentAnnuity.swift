import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A patent whose annuity stays unpaid, or whose term is over, no longer stands.
  static let patentAnnuity = Check(
    "patent-annuity",
    demand: Phrase(
      en:
        "A granted patent is within its term and its annuities are paid (Patent Law 2020, arts. 42-44).",
      zh: "有效专利须在保护期内且按期缴纳年费（专利法 2020 第四十二至四十四条）。"
    ),
    severity: .warning,
    ledger: { audit in
      let book = try RightBook(audit.snapshot)
      return book.patents.records.compactMap { patent in
        let life = book.life(of: patent, on: audit.today)
        guard life.stands else { return nil }
        if let end = book.termEnds(of: patent, life)?.upperBound, end < audit.today {
          return Finding(
            patent,
            Phrase(en: "its term ended on \(end)", zh: "保护期已于 \(end) 届满"),
            help: Phrase(
              en: "enter its end: 'brandledger patent event \(patent.id) lapsed'",
              zh: "请登记终止：brandledger patent event \(patent.id) lapsed"
            )
          )
        }
        if let gap = life.annuityGap {
          return Finding(
            patent,
            gap,
            help: Phrase(
              en: "enter those payments too, or the end with 'lapsed'",
              zh: "请补登这些年度的缴费，或登记失效（lapsed）"
            )
          )
        }
        guard let annuity = book.nextAnnuity(of: patent, on: audit.today),
          let grace = annuity.grace, grace.day < audit.today
        else { return nil }
        return Finding(
          patent,
          Phrase(
            en:
              "the annuity of year \(annuity.year) was due on \(annuity.due.day), and the time for "
              + "paying late ended on \(grace.day)",
            zh: "第 \(annuity.year) 年度年费应于 \(annuity.due.day) 前缴纳，滞纳期已于 \(grace.day) 届满"
          ),
          help: Phrase(
            en: "enter the payment with 'annuity-paid', or the end with 'lapsed'",
            zh: "请登记缴费（annuity-paid）或失效（lapsed）"
          )
        )
      }
    }
  )
}
