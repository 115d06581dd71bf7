import Bilingual
import JSONLines
import Ledger
import Portfolio
import Presentation

/// A date and what led to it.
struct DateAnswer {
  let reckoning: Reckoning
  let start: Day
  let counting: CountingRule
  let article: Phrase
  let term: LegalTerm?
  let grace: Reckoning?
  let isOwnCalendar: Bool

  /// The answer for programs.
  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("date", reckoning.day.description)
      writer.member("from", start.description)
      writer.member("as", counting.rawValue)
      writer.member("provisional", .boolean(reckoning.isProvisional))
      if let term {
        writer.member("term", term.id.text)
        writer.member("confidence", term.confidence.map { .string($0.rawValue) } ?? .null)
      }
      writer.member("article", article.zh)
      if let grace { writer.member("grace", grace.day.description) }
      writer.member("steps", DateSteps.json(reckoning))
    }
    return writer.bytes
  }

  /// The answer for people.
  func report() -> Report {
    var fields = [
      Report.Field(
        "date",
        Phrase(en: "date", zh: "日期"),
        .phrase(DateSteps.named(reckoning.day), code: reckoning.day.description)
      ),
      Report.Field(
        "rule",
        Phrase(en: "rule", zh: "规则"),
        .phrase(term?.rule ?? counting.rule(), code: counting.rawValue)
      ),
      Report.Field(
        "article",
        Phrase(en: "article", zh: "条款"),
        .phrase(article, code: article.zh)
      ),
      Report.Field("from", Phrase(en: "start", zh: "起算日"), .date(start.description)),
    ]
    if let term {
      fields.insert(
        Report.Field("term", Phrase(en: "term", zh: "法定期限"), .text("\(term.id) \(term.length)")),
        at: 1
      )
      fields.append(
        Report.Field("event", Phrase(en: "starts with", zh: "起算事件"), .text(term.event))
      )
      if let confidence = term.confidence, confidence != .high {
        let label = confidence.choice.label
        fields.append(
          Report.Field(
            "confidence",
            Phrase(en: "confidence", zh: "可信度"),
            .phrase(label, code: confidence.rawValue)
          )
        )
      }
    }
    if let grace {
      fields.append(
        Report.Field("grace", Phrase(en: "grace until", zh: "宽展期至"), .date(grace.day.description))
      )
    }
    var blocks: [Report.Block] = [
      .fields(fields),
      .heading(Phrase(en: "Steps", zh: "推算步骤")),
      .table(DateSteps.table(reckoning)),
    ]
    if isOwnCalendar {
      blocks.append(
        .paragraph(
          Phrase(
            en: "No ledger here: reckoned by the program's own terms and working days.",
            zh: "此处没有账本，按程序自带的法定期限和工作日历推算。"
          )
        )
      )
    }
    return Report(
      title: Phrase(en: "date by law", zh: "依法推算日期"),
      blocks
    )
  }
}
