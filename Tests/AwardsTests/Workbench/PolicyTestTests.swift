import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct PolicyTestTests {
  private static let clauses = [
    #"{"number":"一","operation":"fixed","arguments":{"scheme":"nat","amount":"50万元"}}"#,
    #"{"number":"二","operation":"renewal","arguments":{"mode":"none"}}"#,
  ]
  private static let facts = #"""
    [{"record":"scheme","id":"nat","name":"国家级","level":"national"},{"record":"enterprise","id":"e1","name":"甲"},{"record":"recognition","id":"r","scheme":"nat","awarded":"2025-05-10","holder":"e1","event":"first"}]
    """#

  private func source(_ expect: String, facts: String = facts) -> PolicySource {
    Bench.source(
      Self.clauses,
      examples: [#"{"name":"例","year":2025,"facts":\#(facts),"expect":[\#(expect)]}"#]
    )
  }

  /// The policies of the library, with the changes that change nothing and so cannot be noticed.
  private static let library = [
    "example-2024", "fuqing-2014", "haicang-2017", "haikou-2008", "huarong-2018", "huizhou-2009",
    "jiangsu-city-2009", "jinghu-2016", "liangshan-2008", "nanjing-2019", "national-patent-2021",
    "patent-prize-p53", "qianjiang-2011", "quanzhou-2025", "shenzhen", "taian-2023",
    "tongliang-2025", "xiangzhou-2011", "zhengzhou-2007",
  ]

  @Test(arguments: library)
  func `the examples of the library hold, touch every clause, and notice every change`(
    name: String
  ) throws {
    let test = try PolicyTest(Bench.library(name), altering: true)
    #expect(test.results.filter { !$0.differences.isEmpty }.map(\.name) == [])
    #expect(test.untouched.map(\.number) == [])
    let survey = try #require(test.survey)
    #expect(survey.survivors.map { "\($0.number) \($0.change.en)" } == [])
    #expect(survey.noticed > 0)
    #expect(!test.hasFindings)
  }

  /// Something expected, and the difference that is told.
  @Test(arguments: [
    (#"{"clause":"一","fact":"r","outcome":"eligible","amount":"50万元"}"#, []),
    (#"{"clause":"一","fact":"r","outcome":"eligible","amountFen":50000000}"#, []),
    (#"{"clause":"p/一","fact":"r","outcome":"eligible","amount":"50万元"}"#, []),
    (
      #"{"clause":"一","fact":"r","outcome":"eligible","amount":"500000.01元"}"#,
      ["一#r: expected eligible 500,000.01 yuan, got eligible 500,000.00 yuan"]
    ),
    (
      #"{"clause":"一","fact":"r","outcome":"not-eligible"}"#,
      ["一#r: expected not eligible, got eligible 500,000.00 yuan"]
    ),
    (
      #"{"clause":"一","fact":"r","outcome":"eligible","amount":"50万元","by":["二"]}"#,
      ["一#r: 二 did not act, but 一"]
    ),
    (
      #"{"clause":"一","fact":"r","outcome":"eligible","amount":"50万元","recipient":"e2"}"#,
      ["一#r: expected to be paid to e2, not to e1"]
    ),
    (
      #"{"clause":"一","fact":"r","outcome":"eligible","amount":"50万元","missing":["r.event"]}"#,
      ["一#r: expected to lack r.event, not nothing"]
    ),
    (
      #"{"clause":"一","fact":"s","outcome":"not-applicable"}"#,
      [
        "一#s: the policy has no such clause, or the example no such fact",
        "一#r: eligible 500,000.00 yuan, which was not expected",
      ]
    ),
    (
      #"{"clause":"二","fact":"r","outcome":"not-applicable"}"#,
      ["一#r: eligible 500,000.00 yuan, which was not expected"]
    ),
    (
      #"{"clause":"三","fact":"r","outcome":"eligible"}"#,
      [
        "三#r: expected eligible 0.00 yuan, but the clause does not speak about it",
        "一#r: eligible 500,000.00 yuan, which was not expected",
      ]
    ),
  ])
  func `what came out otherwise is told`(expect: String, differences: [String]) throws {
    let test = try PolicyTest(source(expect))
    #expect(test.results.map { $0.differences.map(\.en) } == [differences])
    #expect(test.results.map(\.place.line) == [4])
    #expect(test.survey == nil)
  }

  @Test func `a difference names the clause that decided, and its reason`() throws {
    let facts = Self.facts.replacing(#""event":"first""#, with: #""event":"renewal""#)
    let test = try PolicyTest(
      source(#"{"clause":"一","fact":"r","outcome":"eligible","amount":"50万元"}"#, facts: facts)
    )
    #expect(
      test.results[0].differences.map(\.zh) == [
        "一#r：应为符合 500,000.00 元，实为不符合（二：复评不再奖励）"
      ]
    )
  }

  /// A faulty example, and where its faults are told.
  @Test(arguments: [
    (#"[{"kind":"enterprize","id":"e"}]"#, "unknown-kind", #""enterprize""#),
    (#"[{"id":"e"}]"#, "unknown-kind", #"{"id":"e"}"#),
    (#"[{"record":"enterprise","id":"e","nam":"甲"}]"#, "unknown-key", #""nam""#),
    (#"[{"record":"enterprise","id":"e","type":"firm"}]"#, "not-a-choice", #""firm""#),
    (#"[{"record":"enterprise","name":"甲"}]"#, "missing-field", #"{"record":"enterprise""#),
  ])
  func `a fault in a fact is told at its column`(facts: String, name: String, at: String) throws {
    let source = source(#"{"clause":"一","fact":"r","outcome":"eligible"}"#, facts: facts)
    let error = try #require(throws: Diagnostics.self) { try PolicyTest(source) }
    let fault = try #require(error.list.first)
    let line = try #require(fault.excerpt)
    let before = try #require(line.ranges(of: at).first).lowerBound
    #expect(fault.place?.line == 4)
    #expect(fault.place?.column == line[..<before].unicodeScalars.count + 1)
    #expect(fault.name == name || name == "not-a-choice")
  }

  @Test func `an example with an unknown member or outcome is refused`() throws {
    let source = source(#"{"clause":"一","fact":"r","outcom":"eligible","amount":5}"#)
    let error = try #require(throws: Diagnostics.self) { try PolicyTest(source) }
    #expect(error.list.map(\.name) == ["unknown-key", "missing-argument", "bad-argument"])
  }

  @Test func `changes that no example notices survive, and a clause without one is named`() throws {
    let source = Bench.source(
      Self.clauses + [
        #"{"number":"三","operation":"capPerEnterprise","arguments":{"amount":"60万元"}}"#,
        #"{"number":"四","operation":"fixed","arguments":{"scheme":"prov","amount":"1元"}}"#,
      ],
      policy: #""id":"p","name":"办法","inForceFrom":"2025-05-10""#,
      examples: [
        #"{"name":"例","year":2025,"facts":\#(Self.facts),"expect":[{"clause":"一","fact":"r","outcome":"eligible","amount":"50万元"}]}"#
      ]
    )
    let test = try PolicyTest(source, altering: true)
    #expect(test.untouched.map { "\($0.place.line ?? 0) \($0.number)" } == ["3 二", "5 四"])
    let survey = try #require(test.survey)
    #expect(
      survey.survivors.map { "\($0.number): \($0.change.en)" } == [
        "p: inForceFrom: 2025-05-10 → 2025-05-09",
        "一: scheme: nat → left out",
        "二: the clause is taken away",
        "二: mode: none → full",
        "二: mode: none → ifNeverPaid",
        "三: the clause is taken away",
        "三: amount: 60万元 → 599,999.99元",
        "三: amount: 60万元 → 600,000.01元",
        "四: the clause is taken away",
        "四: amount: 1元 → 0.99元",
        "四: amount: 1元 → 1.01元",
      ]
    )
    #expect(survey.refused == 1)
    #expect(survey.count == survey.survivors.count + survey.noticed + survey.refused)
  }

  @Test func `clauses are not altered while an example fails`() throws {
    let test = try PolicyTest(
      source(#"{"clause":"一","fact":"r","outcome":"eligible","amount":"1元"}"#),
      altering: true
    )
    #expect(test.survey == nil)
    #expect(test.hasFindings)
  }
}
