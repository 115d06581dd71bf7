import Bilingual
import Ledger
import Portfolio
import Testing

struct LegalTermsTests {
  private func term(
    _ id: RecordID,
    _ length: String,
    from: String? = nil,
    until: String? = nil,
    counting: CountingRule = .acting,
    rolls: Bool? = nil,
    grace: String? = nil
  ) -> Draft {
    var draft = Draft(Term.schema)
    draft.id = id
    draft[Term.right] = .trademark
    draft[Term.event] = "notice"
    draft[Term.length] = length
    draft[Term.counting] = counting
    draft[Term.rolls] = rolls
    draft[Term.grace] = grace
    draft[Term.inForceFrom] = from.flatMap { PartialDate($0) }
    draft[Term.inForceUntil] = until.flatMap { PartialDate($0) }
    draft[Term.law] = "示例法"
    draft[Term.article] = "第十条"
    return draft
  }

  private func terms(_ drafts: Draft...) throws -> LegalTerms {
    try LegalTerms(Snapshot(Kinds.catalog, drafts: drafts))
  }

  @Test(arguments: [
    ("2026-12-30", "3m"), ("2026-12-31", "3m"), ("2027-01-01", "2m"), ("2027-01-02", "2m"),
  ])
  func `the date of the event chooses the version`(event: String, length: String) throws {
    let terms = try terms(
      term("opposition", "3m", until: "2026-12-31"),
      term("opposition-2027", "2m", from: "2027-01-01")
    )
    #expect(try terms.term("opposition", on: day(event)).length == period(length))
  }

  @Test func `versions are told by a mark that begins with a digit`() {
    #expect(LegalTerms.name(of: "case-decision") == "case-decision")
    #expect(LegalTerms.name(of: "case-decision-2027") == "case-decision")
    #expect(LegalTerms.name(of: "case-decision@2027-01-01") == "case-decision")
    #expect(LegalTerms.name(of: "case-decision/2") == "case-decision")
  }

  @Test func `a gap, an overlap and an unreadable length are told by name`() throws {
    let gap = try terms(term("review", "15d", until: "2020-12-31"))
    let missing = #expect(throws: Diagnostic.self) {
      try gap.term("review", on: day("2021-01-01"))
    }
    #expect(missing?.name == "term-missing")
    #expect(missing?.severity == .warning)

    let both = try terms(term("review", "15d"), term("review-2019", "30d", from: "2019-01-01"))
    #expect(try both.term("review", on: day("2018-12-31")).length == period("15d"))
    let overlap = #expect(throws: Diagnostic.self) {
      try both.term("review", on: day("2019-01-01"))
    }
    #expect(overlap?.name == "term-overlap")

    let odd = try terms(term("review", "a while"))
    let unreadable = #expect(throws: Diagnostic.self) {
      try odd.term("review", on: day("2019-01-01"))
    }
    #expect(unreadable?.name == "term-unreadable")
  }

  @Test func `a term ends as its rule says, and its grace rolls`() throws {
    let calendar = Calendars.weekdays
    let validity = try terms(term("validity", "10y", counting: .validity, grace: "6m"))
      .term("validity", on: day("2010-09-14"))
    let end = try #require(validity.end(from: day("2010-09-14"), in: calendar)).day
    #expect(end == day("2020-09-13"))
    #expect(validity.graceEnd(after: end, in: calendar)?.day == day("2021-03-15"))

    let stays = try terms(term("stays", "1d", rolls: false)).term("stays", on: day("2025-03-07"))
    #expect(stays.end(from: day("2025-03-07"), in: calendar)?.day == day("2025-03-08"))
    #expect(stays.graceEnd(after: end, in: calendar) == nil)
    #expect(stays.article.zh == "示例法第十条")
  }
}
