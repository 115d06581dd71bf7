import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Versions of a line of policies: `a` in the ledger, `b` in the file that replaces it.
struct VersionTests {
  private static let clause =
    #"{"record":"clause","number":"1","operation":"fixed","arguments":{"amount":"1元"},"text":"…"}"#

  private func findings(_ a: String, _ b: String, replaces: String = #"["a"]"#) throws -> [String] {
    let ledger = try Bench.ledger(
      #"{"kind":"policy","id":"a","name":"旧办法",\#(a)}"#
    )
    let source = Bench.source(
      [Sample.nat],
      policy: #""id":"b","name":"新办法","replaces":\#(replaces),\#(b)"#
    )
    return try PolicyCheck(source, against: ledger).findings.map {
      "\($0.severity.rawValue) \($0.name): \($0.message.en)"
    }
  }

  @Test(arguments: [
    (#""inForceFrom":"2010""#, []),
    (#""inForceFrom":"2010","inForceUntil":"2018-12-31""#, []),
    (#""inForceFrom":"2010","repealedOn":"2019-01-01""#, []),
    (
      #""inForceFrom":"2010","inForceUntil":"2018-12-30""#,
      [
        "error version-gap: no version is in force from 2018-12-31 to 2018-12-31, between a and b"
      ]
    ),
    (
      #""inForceFrom":"2010","inForceUntil":"2019-01-01""#,
      ["error version-overlap: a and b both say they are in force from 2019-01-01 to 2019-01-01"]
    ),
    (
      #""inForceFrom":"2010","inForceUntil":"2020","repealedOn":"2019-07-01""#,
      ["error version-overlap: a and b both say they are in force from 2019-01-01 to 2019-06-30"]
    ),
    (
      #""inForceFrom":"2019-01-01""#,
      ["error version-overlap: a and b both say they are in force from 2019-01-01 on"]
    ),
  ])
  func `versions follow each other day by day`(old: String, findings: [String]) throws {
    #expect(try self.findings(old, #""inForceFrom":"2019-01-01""#) == findings)
  }

  @Test func `a version that does not exist is told with the nearest one`() throws {
    let told = try findings(
      #""inForceFrom":"2010""#,
      #""inForceFrom":"2019-01-01""#,
      replaces: #"["aa"]"#
    )
    #expect(told == ["warning unknown-policy: b replaces 'aa', which is not known"])
  }

  @Test(arguments: [
    (#""name":"甲办法","inForceFrom":"2015-01-01""#, ["warning version-unlinked"]),
    (#""name":" 甲办法 ","inForceFrom":"2010-01-01""#, ["warning version-unlinked"]),
    (#""name":"甲办法","inForceFrom":"2015-01-01","replaces":["a"]"#, []),
    (#""name":"乙办法","inForceFrom":"2015-01-01""#, []),
    (#""name":"甲办法","inForceFrom":"2019-01-01""#, []),
  ])
  func `two policies of one name that hold at once and are not linked are told`(
    other: String,
    findings: [String]
  ) throws {
    let file = """
      {"record":"policy","id":"a","name":"甲办法","inForceFrom":"2010-01-01","inForceUntil":"2018-12-31"}
      {"record":"policy","id":"b",\(other)}
      \(Self.clause)
      """
    let check = try PolicyCheck(PolicySource(Array(file.utf8), fileName: "p.jsonl"), against: nil)
    let told = check.findings.map { "\($0.severity.rawValue) \($0.name)" }
    #expect(told.filter { $0 != "error version-overlap" } == findings)
  }

  @Test func `two versions of a third that hold at once overlap`() throws {
    let file = """
      {"record":"policy","id":"a","name":"甲","inForceFrom":"2010-01-01"}
      {"record":"policy","id":"b","name":"乙","inForceFrom":"2015-01-01","replaces":["a"]}
      {"record":"policy","id":"c","name":"丙","inForceFrom":"2016-01-01","replaces":["a"]}
      \(Self.clause)
      """
    let source = PolicySource(Array(file.utf8), fileName: "p.jsonl")
    let check = try PolicyCheck(source, against: nil)
    #expect(
      check.findings.map(\.message.en) == [
        "b and c both say they are in force from 2016-01-01 on"
      ]
    )
    #expect(check.findings.map(\.place?.line) == [3])
  }

  @Test(arguments: [
    // The newer one reaches back to the day behind the older one's last, or into it: no gap, no overlap.
    (#""inForceUntil":"2018-06-30""#, "2018-07-01", []),
    (#""inForceUntil":"2018-12-31""#, "2018-07-01", []),
    (
      #""inForceUntil":"2018-06-29""#, "2018-07-01",
      ["error version-gap: no version is in force from 2018-06-30 to 2018-06-30, between a and b"]
    ),
    (
      #""inForceUntil":"2019-01-01""#, "2018-07-01",
      ["error version-overlap: a and b both say they are in force from 2019-01-01 to 2019-01-01"]
    ),
    (
      #""inForceUntil":"2018-12-31""#, "2010-01-01",
      ["warning version-overtaken: a governs no day: b governs the facts from 2010-01-01 on"]
    ),
    (
      #""inForceUntil":"2018-12-31""#, "2019-01-01",
      [
        "error not-retroactive: 'retroactiveFrom' 2019-01-01 is not before 'inForceFrom' 2019-01-01"
      ]
    ),
  ])
  func `a version that reaches back closes gaps and takes days over`(
    old: String,
    retroactive: String,
    findings: [String]
  ) throws {
    let told = try self.findings(
      #""inForceFrom":"2010-01-01","# + old,
      #""inForceFrom":"2019-01-01","retroactiveFrom":"\#(retroactive)""#
    )
    #expect(told == findings)
  }

  @Test(arguments: [
    (#""replaces":["a"]"#, ["b and c both say they are in force from 2016-06-01 to 2016-12-31"]),
    (#""replaces":["b"]"#, []),
  ])
  func `one that reaches back into a version that it does not replace overlaps it`(
    replaced: String,
    findings: [String]
  ) throws {
    let file = """
      {"record":"policy","id":"a","name":"甲","inForceFrom":"2010-01-01"}
      {"record":"policy","id":"b","name":"乙","inForceFrom":"2015-01-01","inForceUntil":"2016-12-31","replaces":["a"]}
      {"record":"policy","id":"c","name":"丙","inForceFrom":"2017-01-01","retroactiveFrom":"2016-06-01",\(replaced)}
      \(Self.clause)
      """
    let check = try PolicyCheck(PolicySource(Array(file.utf8), fileName: "p.jsonl"), against: nil)
    #expect(check.findings.map(\.message.en) == findings)
  }

  @Test(arguments: [
    (
      #"["a"]"#,
      [
        "version-unlinked: c replaces a, and not b, which stands between them: what b paid does not "
          + "count for c"
      ]
    ),
    (#"["b"]"#, []), (#"["a","b"]"#, []),
  ])
  func `a version that leaves out the one before it is told`(
    replaced: String,
    findings: [String]
  ) throws {
    let file = """
      {"record":"policy","id":"a","name":"甲","inForceFrom":"2023-01-01","inForceUntil":"2023-12-31"}
      {"record":"policy","id":"b","name":"甲","inForceFrom":"2024-01-01","inForceUntil":"2024-12-31","replaces":["a"]}
      {"record":"policy","id":"c","name":"甲","inForceFrom":"2025-01-01","replaces":\(replaced)}
      \(Self.clause)
      """
    let check = try PolicyCheck(PolicySource(Array(file.utf8), fileName: "p.jsonl"), against: nil)
    #expect(check.findings.map { "\($0.name): \($0.message.en)" } == findings)
    #expect(check.findings.allSatisfy { $0.severity == .warning && $0.place?.line == 3 })
  }

  @Test func `a policy that tells only the year of its end is asked for the day`() throws {
    let file = """
      {"record":"policy","id":"a","name":"甲","inForceFrom":"2024","inForceUntil":"2025"}
      \(Self.clause)
      """
    let check = try PolicyCheck(PolicySource(Array(file.utf8), fileName: "p.jsonl"), against: nil)
    #expect(
      check.findings.map(\.message.en) == [
        "a ends in 2025, without the day: it is taken to hold until 2025-12-31"
      ]
    )
    #expect(check.findings.allSatisfy { $0.name == "policy-day-open" })
  }

  @Test(arguments: [
    (#""inForceFrom":"2024-03""#, "2024-03-01"),
    // A year of rounds from July to June lies in two of them.
    (#""inForceFrom":"2024","window":{"from":"07-01","until":"06-30"}"#, "2024-01-01"),
    (#""inForceFrom":"2024-03-05","retroactiveFrom":"2023-11""#, "2023-11-01"),
    (#""inForceFrom":"2024","replaces":["b"]"#, "2024-01-01"),
    (#""inForceFrom":"2024""#, nil),
    (#""inForceFrom":"2024-03","retroactiveFrom":"2024-01-01""#, nil),
  ])
  func `a policy that does not tell its first day is asked for it where facts may lie before`(
    days: String,
    taken: String?
  ) throws {
    let file = #"""
      {"record":"policy","id":"a","name":"甲",\#(days)}
      \#(Self.clause)
      """#
    let check = try PolicyCheck(PolicySource(Array(file.utf8), fileName: "p.jsonl"), against: nil)
    let told = check.findings.filter { $0.name == "policy-day-open" }.map(\.message.en)
    #expect(told.map { $0.hasSuffix("from \(taken ?? "") on") } == (taken == nil ? [] : [true]))
  }

  @Test func `what a round pays for days in which its policy began is told`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2024-03-05")
        + Sample.title("r2", "nat", "2024-04-05", brand: "b3"),
      clauses: [Sample.nat],
      policy: #""id":"p","name":"办法","inForceFrom":"2024-03""#
    )
    #expect(
      try sample.round(2024).cautions().map { "\($0.name): \($0.message.en)" } == [
        "policy-day-open: 1 claim of p lies in 2024-03, such as p/nat#r1: of 'inForceFrom' no day is told, and "
          + "2024-03-01 is taken"
      ]
    )
  }
}
