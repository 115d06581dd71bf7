import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import TestSupport
import Testing

/// What the workbench tells, in both languages.
struct WorkbenchGoldenTests {
  @Test(arguments: Language.allCases)
  func `a check of a policy with many faults`(language: Language) throws {
    let text = #"""
      {"record":"policy","id":"old","name":"旧办法","inForceFrom":"2010-01-01","inForceUntil":"2017-12-31"}
      {"record":"policy","id":"p","name":"办法","inForceFrom":"2019-01-01","replaces":["old"],"window":{"from":"01-01","until":"08-31"}}
      {"record":"clause","number":"一","operation":"fixed","arguments":{"scheme":"nat","amount":"50万元"},"text":"…"}
      {"record":"clause","number":"二","operation":"fixed","arguments":{"level":"national","route":["administrative","judicial"],"amount":"30万元"},"text":"…"}
      {"record":"clause","number":"三","operation":"fixed","arguments":{"scheme":"nit","amount":"1万元"},"text":"…"}
      {"record":"clause","number":"四","operation":"fixed","arguments":{"level":"county","amount":"1万元"},"text":"…"}
      {"record":"clause","number":"五","operation":"commend","arguments":{"scheme":"prov"},"text":"…"}
      {"record":"clause","number":"六","operation":"capPerEnterprise","arguments":{"amount":"100万元"},"for":["五"],"text":"…"}
      {"record":"clause","number":"七","operation":"unexpressed","text":"…"}
      """#
    let source = PolicySource(Array(text.utf8), fileName: "p.jsonl")
    let check = try PolicyCheck(source, against: try Bench.ledger(""))
    try expectGolden(
      Self.lines(check.json(in: language)) + "\n",
      "policy-check.\(language.rawValue).json"
    )
  }

  @Test(arguments: Language.allCases)
  func `a test with a survey of alterations`(language: Language) throws {
    let text = String(decoding: try Bench.bytes("zhengzhou-2007"), as: UTF8.self)
    // Only the decision itself, which tells little about the edges.
    let lines = text.split(separator: "\n").prefix(4).joined(separator: "\n") + "\n"
    let source = PolicySource(Array(lines.utf8), fileName: "zhengzhou-2007.jsonl")
    let test = try PolicyTest(source, altering: true)
    try expectGolden(
      Self.lines(test.json(in: language)) + "\n",
      "policy-test.\(language.rawValue).json"
    )
  }

  @Test(arguments: Language.allCases)
  func `two policies compared`(language: Language) throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-05-10")
        + Sample.title("r2", "prov", "2025-06-10", holder: "e2", brand: "b2")
        + Sample.award("now", 2025, "national", yuan: 1),
      clauses: [Sample.nat, Sample.prov]
    )
    let draft = Bench.source(
      [
        #"{"number":"nat","operation":"fixed","arguments":{"scheme":"nat","amount":"60万元"}}"#,
        #"{"number":"cap","operation":"capPerEnterprise","arguments":{"amount":"55万元"}}"#,
      ],
      policy: #""id":"q","name":"新办法","inForceFrom":"2026-01-01","replaces":["p"]"#
    )
    let snapshot = sample.snapshot
    let diff = try PolicyDiff(
      from: try PolicySource(snapshot, policy: "p"),
      to: draft,
      year: 2025,
      snapshot
    )
    try expectGolden(
      Self.lines(diff.json(in: language)) + "\n",
      "policy-diff.\(language.rawValue).json"
    )
  }

  /// One element of the outer lists a line, so that a difference is seen.
  private static func lines(_ value: JSONValue) -> String {
    let members = (value.members ?? []).map { member in
      let key = JSONValue.string(member.key).text
      guard let elements = member.value.array, !elements.isEmpty else {
        return "  \(String(decoding: key, as: UTF8.self)): \(text(member.value))"
      }
      let list = elements.map { "    \(text($0))" }.joined(separator: ",\n")
      return "  \(String(decoding: key, as: UTF8.self)): [\n\(list)\n  ]"
    }
    return "{\n\(members.joined(separator: ",\n"))\n}"
  }

  private static func text(_ value: JSONValue) -> String {
    String(decoding: value.text, as: UTF8.self)
  }
}
