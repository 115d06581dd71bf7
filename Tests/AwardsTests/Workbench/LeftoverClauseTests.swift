import Awards
import JSONLines
import Ledger
import Portfolio
import Testing

/// Clauses of which days, other clauses or unknown words leave nothing, and the place at which each is told.
struct LeftoverClauseTests {
  private func told(_ clauses: [String], policy: String, examples: [String] = []) throws -> [String]
  {
    let source = Bench.source(
      clauses.enumerated().map { #"{"number":"\#($0 + 1)",\#($1)}"# },
      policy: #""id":"p","name":"办法","# + policy,
      examples: examples
    )
    return Bench.told(try PolicyCheck(source, against: try Bench.ledger("")))
  }

  private static let nat = #""operation":"fixed","arguments":{"scheme":"nat","amount":"50万元"}"#
  private static let prov = #""operation":"fixed","arguments":{"scheme":"prov","amount":"10万元"}"#
  private static let from2010 = #""inForceFrom":"2010-01-01""#

  @Test(arguments: [
    (from2010, #""from":"2009-12-31""#, [#"3 warning unused-argument at "2009-12-3"#]),
    (from2010, #""from":"2010-01-01""#, []),
    (from2010, #""from":"2012-01-01""#, []),
    (from2010, #""until":"2009-12-31""#, [#"3 warning unreachable-clause at "2009-12-3"#]),
    (from2010, #""until":"2010-01-01""#, []),
    (
      from2010, #""from":"2012-01-02","until":"2012-01-01""#,
      [#"3 warning unreachable-clause at "2012-01-0"#]
    ),
    (
      #""inForceFrom":"2010-01-01","inForceUntil":"2011-12-31""#, #""from":"2012-01-01""#,
      [#"3 warning unreachable-clause at "2012-01-0"#]
    ),
    // What reaches back governs earlier days, too.
    (#""inForceFrom":"2010-01-01","retroactiveFrom":"2009-07-01""#, #""from":"2009-12-31""#, []),
  ])
  func `a switch before the policy's own start, or behind its end, is told`(
    policy: String,
    days: String,
    findings: [String]
  ) throws {
    let clause = #""operation":"overlaySwitch","arguments":{"scheme":"nat",\#(days)}"#
    #expect(try told([Self.nat, clause], policy: policy) == findings)
  }

  private static func upgrade(_ more: String = "") -> String {
    #""operation":"upgrade","arguments":{"mode":"difference"\#(more)}"#
  }

  private static func once(_ arguments: String) -> String {
    #""operation":"onceEver","arguments":{\#(arguments)}"#
  }

  @Test(arguments: [
    (once(#""per":"enterprise""#), upgrade(), true),
    (once(#""per":"object""#), upgrade(#","per":"brand""#), true),
    // The one brand is paid once, the holder's other brands are not.
    (once(#""per":"object""#), upgrade(), false),
    (once(#""per":"enterprise""#), upgrade(#","per":"brand""#), false),
    // What other policies paid is still deducted.
    (once(#""per":"enterprise""#), upgrade(#","earlier":"city""#), false),
    (once(#""per":"enterprise","earlier":"all""#), upgrade(#","earlier":"city""#), true),
  ])
  func `an upgrade beside a clause that pays once is told`(
    once: String,
    upgrade: String,
    isTold: Bool
  ) throws {
    for clauses in [[once, upgrade], [upgrade, once]] {
      let found = try told([Self.nat, Self.prov] + clauses, policy: Self.from2010)
      let line = clauses[0] == upgrade ? 4 : 5
      let number = line - 1
      #expect(
        found == (isTold ? [#"\#(line) warning unreachable-clause at "\#(number)","opera"#] : [])
      )
    }
  }

  @Test func `an upgrade that looks at more than is paid once is not told`() throws {
    let once = #""operation":"onceEver","for":["1"]"#
    #expect(try told([Self.nat, Self.prov, once, Self.upgrade()], policy: Self.from2010) == [])
  }

  @Test(arguments: [
    (#""event":"renewal""#, "none", [#"2 warning unreachable-clause at "renewal","#]),
    (#""event":"renewal""#, "full", []), (#""event":["renewal","first"]"#, "none", []),
    (#""event":"first""#, "none", []),
  ])
  func `an award for renewals is told where renewals get nothing`(
    event: String,
    mode: String,
    findings: [String]
  ) throws {
    let clauses = [
      #""operation":"fixed","arguments":{"scheme":"nat",\#(event),"amount":"5万元"}"#,
      #""operation":"renewal","arguments":{"mode":"\#(mode)"}"#,
    ]
    #expect(try told(clauses, policy: Self.from2010) == findings)
  }

  @Test(arguments: [
    (#""groups":[{"countries":["EM","UK"],"each":"1万元"}]"#, #""UK"],"eac"#),
    (#""groups":[{"countries":"EU","each":"1万元"}]"#, #""EU","each"#),
    (#""designations":["JP","XX"]"#, #""XX"]}}"#), (#""office":"UK""#, #""UK"}}"#),
    (#""groups":[{"countries":["EM","OA","TW","GB"],"each":"1万元"}],"office":"WO""#, nil),
  ])
  func `a country that nobody knows is told`(arguments: String, place: String?) throws {
    let clause = #""operation":"perCountry","arguments":{"each":"1000元",\#(arguments)}"#
    let found = try told([clause], policy: Self.from2010)
    #expect(found == (place.map { ["2 warning unknown-country at \($0)"] } ?? []))
  }

  @Test func `what is wrong in an example is told by the check, too`() throws {
    let example =
      #"{"name":"一","year":2025,"facts":[{"kind":"recognition","id":"r","shceme":"nat"}],"expect":[{"clause":"1","fact":"r","outcome":"eligibel"}]}"#
    let found = try told([Self.nat], policy: Self.from2010, examples: [example])
    #expect(
      found == [
        #"3 error unknown-key at "shceme":""#, #"3 error bad-argument at "eligibel""#,
      ]
    )
  }
}
