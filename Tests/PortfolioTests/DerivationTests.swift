import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct DerivationTests {
  /// The kinds to whose records nothing is added once they have some values.
  private static let kinds = Kinds.catalog.schemas.filter {
    Derivation.completion.fills($0) != nil
  }

  @Test func `of a patent number and type may always differ, of a mark's rule type and periods`() {
    #expect(Derivation.completion.fills(Patent.schema) == nil)
    #expect(Derivation.completion.fills(MarkRule.schema) == nil)
    #expect(Self.kinds.count == Kinds.catalog.schemas.count - 2)
  }

  // Until 1992 B was examined only, and U and S were announced before the grant.
  @Test(arguments: [
    ("CN300123456D", "2005-03-02", true), ("CN200612345Y", "2005-03-02", true),
    ("CN1398102C", "2010-03-31", true), ("CN100596351B", "2010-04-07", true),
    ("CN303123456S", "2015-03-02", true), ("CN1019808B", "1992-12-30", false),
    ("CN2012345U", "1989-05-03", false), ("CN101234567A", "2008-07-30", false),
  ])
  func `the kind of a publication tells whether it announced a grant`(
    number: String,
    date: String,
    isGrant: Bool
  ) throws {
    var draft = Draft(Patent.schema)
    draft.id = "x"
    draft[Patent.publication] = number
    draft[Patent.publishedOn] = PartialDate(date)
    _ = try Derivation.complete(&draft, Snapshot(Kinds.catalog, drafts: []))
    #expect(draft[Patent.grantedOn] == (isGrant ? PartialDate(date) : nil))
    #expect(draft[Patent.status] == (isGrant ? .granted : nil))
  }

  @Test(arguments: [("use-rules", 0), ("standard", 2)])
  func `periods of a technical standard are told to be idle`(type: String, count: Int) throws {
    var draft = Draft(MarkRule.schema)
    draft.id = "x"
    draft[MarkRule.type] = MarkRuleType(rawValue: type)
    draft[MarkRule.inspectEvery] = "6m"
    draft[MarkRule.fileWithin] = "30d"
    let odd = try Derivation.complete(&draft, Snapshot(Kinds.catalog, drafts: []))
    #expect(odd.map(\.name) == Array(repeating: "mark-rule-period", count: count))
    #expect(!odd.contains { !$0.isWarning })
  }

  @Test(
    arguments: [
      ("6个月", "6m"), ("30天", "30d"), ("3m", "3m"), ("１５个工作日", "15wd"), ("1年", "1y"), ("半年", nil),
      ("abc", nil), ("0m", nil),
    ] as [(String, String?)]
  )
  func `a period is typed in words and kept short`(typed: String, kept: String?) {
    switch MarkRule.inspectEvery.definition.type.parse(typed) {
    case .success(let value): #expect(value.string == kept)
    case .failure(let problem):
      #expect(kept == nil)
      #expect(problem.message.zh.contains("15个工作日"))
    }
  }

  @Test(arguments: kinds.map(\.kind))
  func `to a record with the values that would be filled nothing is added`(_ kind: String) throws {
    let schema = try #require(Kinds.catalog[kind])
    let fills = try #require(Derivation.completion.fills(schema))
    let nothing = Snapshot(Kinds.catalog, drafts: [])
    for other in schema.fields {
      var draft = Draft(schema)
      draft.id = "x"
      for field in fills + [other] { draft[field] = .string("2020-01-02") }
      let before = draft.line
      #expect(try Derivation.completion.complete(&draft, nothing).isEmpty)
      #expect(draft.line == before)
    }
  }
}
