import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct PolicyCheckTests {
  private func check(_ clauses: String..., policy: String? = nil) throws -> PolicyCheck {
    let source =
      policy.map { Bench.source(clauses, policy: $0) } ?? Bench.source(clauses)
    return try PolicyCheck(source, against: try Bench.ledger(""))
  }

  @Test(arguments: ["liangshan-2008", "zhengzhou-2007"])
  func `a policy of the library is clean on a new ledger but for titles that it lacks`(
    name: String
  ) throws {
    let snapshot = Snapshot(Kinds.catalog, commit: 1) { schema in
      let text = Array((Reference.lines(for: schema) ?? "").utf8)
      return try Table(schema, reading: Bytes(text), count: text.count)
    }
    let check = try PolicyCheck(Bench.library(name), against: snapshot)
    #expect(check.findings.allSatisfy { $0.name == "unknown-scheme" })
    #expect(check.findings.count == (name == "liangshan-2008" ? 2 : 0))
    #expect(check.isRefused == false)
  }

  @Test func `a file with an error is refused and its clauses are not compared`() throws {
    let check = try check(
      #"{"number":"一","operation":"fixd"}"#,
      #"{"number":"二","operation":"statusOperating"}"#
    )
    #expect(check.isRefused)
    #expect(Bench.told(check).contains { $0.hasPrefix(#"2 error unknown-operation at "fixd""#) })
    #expect(check.findings.first?.help?.en.hasPrefix("did you mean 'fixed'?") == true)
    #expect(check.omissions.map(\.reason.en).contains { $0.contains("not compared") })
  }

  @Test func `an error in one clause hides nothing that is wrong elsewhere`() throws {
    let text = [
      #"{"record":"policy","id":"c1","name":"甲","inForceFrom":"2020-01-01","inForceUntil":"2021-12-31"}"#,
      #"{"record":"policy","id":"c2","name":"乙","inForceFrom":"2022-02-01","replaces":["c1"]}"#,
      #"{"record":"clause","number":"一","operation":"fixed","arguments":{"amount":"6万元"},"text":"a"}"#,
      #"{"record":"clause","number":"二","operation":"fixd","text":"a","for":["九"]}"#,
      #"{"record":"clause","number":"三","operation":"capPerEnterprise","for":["一","四"],"arguments":{"amount":"7万元"},"txt":"a"}"#,
    ].joined(separator: "\n")
    let source = PolicySource(Array(text.utf8), fileName: "p.jsonl")
    let check = try PolicyCheck(source, against: nil)
    #expect(
      check.findings.map { "\($0.place?.line ?? 0) \($0.name)" } == [
        "2 version-gap", "4 unknown-operation", "4 unknown-clause", "5 missing-field",
        "5 unknown-clause", "5 unknown-key",
      ]
    )
  }

  @Test(arguments: [
    (#""payee":"holder""#, #""payee":"organiser","recipient":"x""#, "", true),
    (#""payee":"organiser","recipient":"y""#, #""payee":"agency","recipient":"x""#, "", true),
    (#""payee":"organiser","recipient":"x""#, #""payee":"agency","recipient":"x""#, "", false),
    (#""payee":"unit""#, #""payee":"holder""#, "", false),
    (#""payee":"holder""#, #""payee":"brandOwner""#, "", true),
    (#""payee":"holder""#, #""payee":"brandOwner""#, #","for":["二"]"#, false),
    (#""payee":"holder""#, #""payee":"team""#, #","for":["二"]"#, true),
  ])
  func `two payees of one award are an error`(
    first: String,
    second: String,
    range: String,
    isFound: Bool
  ) throws {
    let check = try check(
      #"{"number":"一","operation":"fixed","arguments":{"amount":"1万元"}}"#,
      #"{"number":"二","operation":"fixed","arguments":{"facts":"patent","amount":"1万元"}}"#,
      #"{"number":"三","operation":"payTo","arguments":{\#(first)}}"#,
      #"{"number":"四","operation":"payTo","arguments":{\#(second)}\#(range)}"#
    )
    let found = check.findings.filter { $0.name == "two-payees" }
    #expect(found.map(\.severity) == (isFound ? [.error] : []))
    #expect(found.map { $0.place?.line } == (isFound ? [5] : []))
  }

  @Test(arguments: [
    (#""operation":"routeIs","arguments":{"route":"judicial"}"#, true),
    (#""operation":"routeIs","arguments":{"route":"administrative"}"#, false),
    (#""operation":"payTo","arguments":{"payee":"person"}"#, true),
    (#""operation":"payTo","arguments":{"payee":"unit"}"#, false),
  ])
  func `a clause of which its conditions leave nothing is told`(condition: String, isTold: Bool)
    throws
  {
    let check = try check(
      #"{"number":"一","operation":"fixed","arguments":{"route":"administrative","amount":"6万元"}}"#,
      #"{"number":"二","operation":"entityType","arguments":{"in":"company"}}"#,
      #"{"number":"三",\#(condition)}"#
    )
    #expect(check.findings.map(\.name) == (isTold ? ["unreachable-clause"] : []))
  }

  private static let pot = #"{"number":"四","operation":"pot","arguments":{"amount":"60万元"}}"#

  @Test(arguments: [
    (#","banYears":3"#, pot, true), ("", pot, false),
    // Without a limit that is shared, who is barred takes nothing from anybody.
    (
      #","banYears":3"#, #"{"number":"四","operation":"entityType","arguments":{"in":"company"}}"#,
      false
    ),
  ])
  func `a ban that no condition looks at is told where limits are shared`(
    years: String,
    limit: String,
    isTold: Bool
  ) throws {
    let back =
      #"{"number":"三","operation":"clawback","arguments":{"reasons":["fraud"]\#(years)}}"#
    #expect(
      try check(Sample.nat, back, limit).findings.map(\.name)
        == (isTold ? ["ban-without-condition"] : [])
    )
    #expect(
      try check(Sample.nat, back, limit, #"{"number":"五","operation":"notBanned"}"#).findings
        .isEmpty
    )
  }

  @Test(arguments: [(5, true), (7, false)])
  func `a clause that publishes for other days than the policy says is told`(
    days: Int,
    isTold: Bool
  ) throws {
    let check = try check(
      Sample.nat,
      #"{"number":"二","operation":"publication","arguments":{"days":\#(days)}}"#,
      policy: #""id":"p","name":"办法","inForceFrom":"2000-01-01","procedure":{"objectionDays":7}"#
    )
    #expect(check.findings.map(\.name) == (isTold ? ["contradicting-clauses"] : []))
  }

  @Test(arguments: [
    (#"{"objectionDays":-1}"#, "error bad-argument"), (#"{"aprovals":1}"#, "error unknown-key"),
    (#"{"approvals":0}"#, "error bad-argument"), (#"{"approvals":2}"#, ""),
  ])
  func `a way to payment that nobody can read is told`(procedure: String, told: String) throws {
    let check = try check(
      Sample.nat,
      policy: #""id":"p","name":"办法","inForceFrom":"2000-01-01","procedure":\#(procedure)"#
    )
    let found = check.findings.map { "\($0.severity.rawValue) \($0.name)" }
    #expect(found == (told.isEmpty ? [] : [told]))
  }

  @Test func `a policy that replaces itself is an error`() throws {
    let check = try check(
      Sample.nat,
      policy: #""id":"p","name":"办法","inForceFrom":"2000-01-01","replaces":["p"]"#
    )
    #expect(Bench.told(check).contains { $0.hasPrefix("1 error version-unlinked") })
  }

  @Test func `what needs a ledger is said where there is none`() throws {
    let source = Bench.source([Sample.nat])
    let check = try PolicyCheck(source, against: nil)
    #expect(check.findings.isEmpty)
    #expect(
      check.omissions.map(\.reason.en) == [
        "titles and replaced policies were not looked up, since there is no ledger"
      ]
    )
  }

  /// Clauses, and the findings on them with their columns.
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let clauses: [String]
    let findings: [String]
    var testDescription: String { name }
  }

  @Test(arguments: rows)
  func `clauses that cannot act, repeat or overlap are told`(row: Row) throws {
    let check = try PolicyCheck(Bench.source(row.clauses), against: try Bench.ledger(""))
    #expect(Bench.told(check) == row.findings)
  }

  private static let rows = [
    Row(
      name: "no clause gives an award",
      clauses: [#"{"number":"一","operation":"statusOperating"}"#],
      findings: [#"2 warning unreachable-clause at "一","opera"#]
    ),
    Row(
      name: "a cap over commendations only",
      clauses: [
        #"{"number":"一","operation":"commend","arguments":{"scheme":"nat"}}"#,
        #"{"number":"二","operation":"capPerEnterprise","arguments":{"amount":"1万元"},"for":["一"]}"#,
      ],
      findings: [#"3 warning unreachable-clause at ["一"]}"#]
    ),
    Row(
      name: "no title has this level and family",
      clauses: [
        #"{"number":"一","operation":"fixed","arguments":{"level":"national","family":"agricultural","amount":"1万元"}}"#
      ],
      findings: [#"2 warning unreachable-clause at {"level":""#]
    ),
    Row(
      name: "the same clause twice, its members in another order",
      clauses: [
        Sample.nat,
        #"{"number":"again","operation":"fixed","arguments":{"amount":"50万元","scheme":"nat"}}"#,
        #"{"number":"h","operation":"highestOnly","arguments":{"per":"brand"}}"#,
      ],
      findings: [#"3 error repeated-clause at "fixed","a"#]
    ),
    Row(
      name: "two clauses pay one title, and nothing combines them",
      clauses: [
        Sample.nat,
        #"{"number":"all","operation":"fixed","arguments":{"level":"national","amount":"1万元"}}"#,
      ],
      findings: [#"3 warning overlapping-clauses at {"level":""#]
    ),
    Row(
      name: "two clauses pay one title, and a clause combines them",
      clauses: [
        Sample.nat,
        #"{"number":"all","operation":"fixed","arguments":{"level":"national","amount":"1万元"}}"#,
        #"{"number":"h","operation":"highestOnly","arguments":{"per":"brand"}}"#,
      ],
      findings: []
    ),
    Row(
      name: "a clause says that both are paid",
      clauses: [
        Sample.nat,
        #"{"number":"all","operation":"fixed","arguments":{"level":"national","amount":"1万元"}}"#,
        #"{"number":"s","operation":"stackWith","for":["all"],"arguments":{"clauses":["nat"]}}"#,
      ],
      findings: []
    ),
    Row(
      name: "a clause on renewals combines nothing",
      clauses: [
        Sample.nat,
        #"{"number":"all","operation":"fixed","arguments":{"level":"national","amount":"1万元"}}"#,
        #"{"number":"h","operation":"renewal","arguments":{"mode":"none"}}"#,
      ],
      findings: [#"3 warning overlapping-clauses at {"level":""#]
    ),
    Row(
      name: "levels and schemes that exclude each other do not overlap",
      clauses: [
        Sample.nat,
        #"{"number":"all","operation":"fixed","arguments":{"level":"provincial","amount":"1万元"}}"#,
      ],
      findings: []
    ),
    Row(
      name: "routes that exclude each other do not overlap",
      clauses: [
        #"{"number":"a","operation":"fixed","arguments":{"scheme":"nat","route":"administrative","amount":"2元"}}"#,
        #"{"number":"b","operation":"fixed","arguments":{"scheme":"nat","route":"judicial","amount":"1元"}}"#,
      ],
      findings: []
    ),
    Row(
      name: "a filter with every value, and a value twice",
      clauses: [
        #"{"number":"a","operation":"fixed","arguments":{"route":["administrative","judicial"],"scheme":["nat","nat"],"amount":"2元"}}"#
      ],
      findings: [
        #"2 warning unused-argument at "route":[""#,
        #"2 warning unused-argument at "nat"],"am"#,
      ]
    ),
  ]

  @Test func `an overlap names a title that both clauses select`() throws {
    let check = try check(
      Sample.nat2,
      #"{"number":"all","operation":"fixed","arguments":{"level":"national","amount":"1万元"}}"#
    )
    #expect(
      check.findings.map(\.message.en) == [
        "all pays for the same fact as nat2 (nat2), and no clause says how they combine"
      ]
    )
    let three = try self.check(
      Sample.nat2,
      Sample.nat,
      #"{"number":"all","operation":"fixed","arguments":{"level":"national","amount":"1万元"}}"#
    )
    #expect(
      three.findings.map(\.message.zh) == ["all 与 nat2、nat 可对同一事实（nat2、nat）同时奖励，且无条款规定如何合并"]
    )
  }

  @Test func `a title that could not be won any more is told with the day`() throws {
    let scheme =
      #"{"kind":"scheme","id":"old","name":"旧","level":"national","wonUntil":"2008"}"#
    let source = Bench.source(
      [#"{"number":"一","operation":"fixed","arguments":{"scheme":"old","amount":"1万元"}}"#],
      policy: #""id":"p","name":"办法","inForceFrom":"2009-01-01""#
    )
    let check = try PolicyCheck(source, against: try Bench.ledger(scheme))
    #expect(
      check.findings.map(\.message.en) == [
        "clause 一 selects nothing: old could be won until 2008-12-31, and p holds from 2009-01-01"
      ]
    )
    let sooner = Bench.source(
      [#"{"number":"一","operation":"fixed","arguments":{"scheme":"old","amount":"1万元"}}"#],
      policy: #""id":"p","name":"办法","inForceFrom":"2008-12-31""#
    )
    #expect(try PolicyCheck(sooner, against: try Bench.ledger(scheme)).findings.isEmpty)
  }

  @Test func `a clause that is kept as text is said not to be analysed`() throws {
    let check = try check(Sample.nat, #"{"number":"二","operation":"unexpressed"}"#)
    #expect(check.findings.isEmpty)
    #expect(check.omissions.map(\.place?.line) == [3])
  }

  /// A window, and the days that it leaves out.
  @Test(arguments: [
    (#"{"from":"01-01","until":"12-31"}"#, nil),
    (#"{"from":"01-01","until":"12-30"}"#, "from 12-31 to 12-31"),
    (#"{"from":"01-01","until":"08-31"}"#, "from 09-01 to 12-31"),
    (#"{"from":"09-01","until":"08-31","yearOffset":-1}"#, nil),
    (#"{"from":"09-01","until":"08-30","yearOffset":-1}"#, "from 08-31 to 08-31"),
    (#"{"from":"03-01","until":"02-29"}"#, nil),
    (#"{"from":"03-01","until":"02-28"}"#, "from 02-29 to 02-29"),
  ])
  func `days that no round pays are told`(window: String, days: String?) throws {
    let check = try check(
      Sample.nat,
      policy: #""id":"p","name":"办法","inForceFrom":"2000-01-01","window":\#(window)"#
    )
    #expect(
      check.findings.map(\.message.en)
        == (days.map { ["no round of p pays what happens \($0) of a year"] } ?? [])
    )
    if days != nil {
      #expect(Bench.told(check) == [#"1 warning uncovered-days at {"from":"0"#])
    }
  }

  @Test(arguments: [
    ([], []),
    ([0, 0], [1]),
    ([500, 300], []),
    ([300, 500], [1]),
  ])
  func `brackets that no value reaches are found`(yuan: [Int], empty: [Int]) throws {
    let steps = try yuan.map { try JSONValue(parsing: #"{"atLeast":"\#($0)元"}"#) }
    #expect(BracketTable.empty(in: steps) == empty)
  }

  @Test func `a bracket between an edge within and the next fen is empty`() throws {
    let steps = try [
      #"{"atLeast":"500元"}"#, #"{"above":"499.99元"}"#, #"{"above":"499.98元"}"#, "{}", "{}",
    ].map { try JSONValue(parsing: $0) }
    #expect(BracketTable.empty(in: steps) == [1, 4])
  }

  @Test(arguments: [
    ("filed", "", ["4 error bad-argument"]), ("filed", #","for":["二"]"#, []), ("fact", "", []),
  ])
  func `pieces by the year of filing are those of marks and patents`(
    year: String,
    range: String,
    found: [String]
  ) throws {
    let check = try check(
      #"{"number":"一","operation":"fixed","arguments":{"level":"national","amount":"1万元"}}"#,
      #"{"number":"二","operation":"fixed","arguments":{"facts":"patent","amount":"1万元"}}"#,
      #"{"number":"三","operation":"pieceCap","arguments":{"maximum":2,"year":"\#(year)"}\#(range)}"#
    )
    #expect(
      check.findings.map { "\($0.place?.line ?? 0) \($0.severity.rawValue) \($0.name)" } == found
    )
    if !found.isEmpty {
      #expect(
        check.findings.first?.message.en
          == "facts of kind 'recognition' have no day of filing, so that clause 一 would stay unknown"
      )
    }
  }

  @Test(arguments: [("2000-01-01", []), ("2000-01-02", ["2 warning no-reference-rate"])])
  func `a table of rates that begins after the policy is told`(from: String, found: [String]) throws
  {
    let check = try check(
      #"{"number":"一","operation":"rateBased","arguments":{"rates":[{"from":"\#(from)","rate":"3.1%"}]}}"#
    )
    #expect(
      check.findings.map { "\($0.place?.line ?? 0) \($0.severity.rawValue) \($0.name)" } == found
    )
  }

  @Test func `a town that a limit names and that is not there is told with the one of its name`()
    throws
  {
    let source = Bench.source([
      #"{"number":"一","operation":"fixed","arguments":{"level":"national","amount":"1万元"}}"#,
      #"{"number":"二","operation":"capPerEnterprise","arguments":{"amount":"1万元","towns":["lusi","吕四港镇"]}}"#,
    ])
    let ledger = try Bench.ledger(#"{"kind":"town","id":"lusi","name":"吕四港镇"}"#)
    let findings = try PolicyCheck(source, against: ledger).findings
    #expect(findings.map(\.name) == ["unused-argument"])
    #expect(findings.first?.help?.en == "the town of this name is 'lusi'")
  }
}
