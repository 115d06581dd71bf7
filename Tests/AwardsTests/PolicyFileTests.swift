import Awards
import Bilingual
import Foundation
import JSONLines
import Ledger
import Portfolio
import Testing

struct PolicyFileTests {
  private static let policy =
    #"{"record":"policy","id":"p","name":"办法","inForceFrom":"2024-01-01"}"#

  private func read(_ lines: String...) -> PolicyFile {
    let text = ([Self.policy] + lines).joined(separator: "\n") + "\n"
    return PolicyFile.read(Array(text.utf8), fileName: "p.jsonl")
  }

  private func told(_ file: PolicyFile) -> [String] {
    file.diagnostics.map { diagnostic in
      let place = diagnostic.place.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0)" } ?? ""
      return "\(place) \(diagnostic.name) \(diagnostic.message.en)"
    }
  }

  @Test func `a file without a policy is refused`() throws {
    let source = PolicySource([], fileName: "p.jsonl")
    let check = try PolicyCheck(source, against: nil)
    #expect(check.isRefused)
    #expect(check.findings.map(\.name) == ["policy-file-empty"])
    #expect(throws: Diagnostics.self) { try PolicyTest(source) }
  }

  @Test func `a file without a clause is told`() throws {
    let source = PolicySource(Array(Self.policy.utf8), fileName: "p.jsonl")
    let check = try PolicyCheck(source, against: nil)
    #expect(check.findings.map(\.name) == ["policy-without-clauses"])
    #expect(check.findings.map(\.place?.line) == [1])
  }

  @Test func `one name where a list belongs is told how to write`() {
    let line =
      #"{"record":"policy","id":"q","name":"n","inForceFrom":"2025-01-01","replaces":"p"}"#
    #expect(
      read(line).diagnostics.map(\.message.en) == [
        #"'p' is not what is expected: a list in brackets, as in ["p"]"#
      ]
    )
  }

  @Test func `an empty list is told as such`() {
    let line = #"{"record":"example","name":"例","year":2025,"facts":[],"expect":[{}]}"#
    let file = PolicyFile.read(
      Array((#"{"record":"policy","id":"p","name":"n","inForceFrom":"2025"}"# + "\n" + line).utf8),
      fileName: "p.jsonl"
    )
    #expect(
      file.diagnostics.map(\.message.en) == [
        "the list is empty; at least one is needed: an object in braces"
      ]
    )
    #expect(file.diagnostics.first?.place?.column == 52)
  }

  @Test(arguments: ["example-2024", "liangshan-2008", "zhengzhou-2007"])
  func `a policy of the library is read without a finding`(name: String) throws {
    #expect(throws: Never.self) { try Sample(library: name, "") }
  }

  @Test func `a clause gets its policy, its id and its order from its place`() throws {
    let file = read(
      #"{"record":"clause","number":"第一条","operation":"statusOperating","text":"甲"}"#,
      #"{"record":"clause","number":"第二条","operation":"statusOperating","text":"乙","id":"own"}"#
    )
    #expect(file.diagnostics.isEmpty)
    #expect(file.drafts.map(\.id) == ["p", "p/第一条", "own"])
    #expect(file.drafts.dropFirst().map { $0[Clause.policy] } == ["p", "p"])
    #expect(file.drafts.dropFirst().map { $0[Clause.order] } == [1, 2])
  }

  /// A line with a fault, the part at which it is told, its name, and what is said to be done.
  struct Fault: CustomTestStringConvertible, Sendable {
    let line: String
    let at: String
    let name: String
    var help = ""

    var testDescription: String { "\(name) at \(at)" }
  }

  private static let faults = [
    Fault(
      line: #"{"record":"clause","number":"一","operation":"fixd","text":"甲"}"#,
      at: #""fixd""#,
      name: "unknown-operation",
      help: "did you mean 'fixed'?"
    ),
    Fault(
      line: clause(#""operation":"fixed","arguments":{"amount":"1元","ammount":"2元"}"#),
      at: #""ammount""#,
      name: "unknown-key",
      help: "did you mean 'amount'?"
    ),
    Fault(
      line: clause(#""operation":"fixed","arguments":{"amount":"1元","scheme":["a",7]}"#),
      at: "7]",
      name: "bad-argument"
    ),
    Fault(
      line: clause(
        #""operation":"perCountry","arguments":{"each":"1元","groups":[{"countries":["EM"],"each":5}]}"#
      ),
      at: "5}",
      name: "bad-argument"
    ),
    Fault(
      line: clause(#""operation":"fixed","arguments":{}"#),
      at: "{}",
      name: "missing-argument"
    ),
    Fault(
      line: clause(#""operation":"fixed""#),
      at: #"{"record""#,
      name: "missing-argument"
    ),
    Fault(
      line: #"{"record":"clause","nummer":"一","operation":"statusOperating","text":"甲"}"#,
      at: #""nummer""#,
      name: "unknown-key",
      help: "did you mean 'number'?"
    ),
    Fault(
      line: clause(#""operation":"statusOperating","for":["二"]"#),
      at: #""二""#,
      name: "unknown-clause"
    ),
    Fault(
      line: clause(#""operation":"fixed","arguments":{"amount":"1元"},"for":["二"]"#),
      at: #"["二""#,
      name: "bad-argument"
    ),
    Fault(
      line: #"{"record":"claus","number":"一"}"#,
      at: #""claus""#,
      name: "unknown-record",
      help: "did you mean 'clause'?"
    ),
    Fault(
      line: #"{"number":"一","record":"clause"}"#,
      at: #""一""#,
      name: "unknown-record"
    ),
    Fault(
      line: #"{"record":"clause","number":"一","text":"甲","number":"二"}"#,
      at: #""number":"二""#,
      name: "json-duplicate-key"
    ),
    Fault(
      line: clause(#""operation":"unexpressed","policy":"q""#),
      at: #""q""#,
      name: "unknown-policy"
    ),
    Fault(
      line: #"{"record":"policy","id":"r","name":"甲","inForceFrom":"2024-02-30"}"#,
      at: #""2024-02-30""#,
      name: "bad-value"
    ),
    Fault(
      line: policy(#""window":{"from":"02-29","til":1}"#),
      at: #""til""#,
      name: "unknown-key",
      help: "it may be: from, until"
    ),
    Fault(line: policy(#""window":{"from":"02-30"}"#), at: #""02-30""#, name: "bad-argument"),
    Fault(
      line: #"{"record":"policy","id":"p","name":"甲","inForceFrom":"2024-01-01"}"#,
      at: "{",
      name: "duplicate-id"
    ),
    Fault(
      line: #"{"record":"example","name":"甲","year":2025,"facts":[{}],"expekt":[{}]}"#,
      at: #""expekt""#,
      name: "unknown-key",
      help: "did you mean 'expect'?"
    ),
    Fault(line: "", at: "", name: "json-empty-line"),
  ]

  private static func clause(_ members: String) -> String {
    #"{"record":"clause","number":"一","text":"甲",\#(members)}"#
  }

  private static func policy(_ members: String) -> String {
    #"{"record":"policy","id":"r","name":"甲","inForceFrom":"2024-01-01",\#(members)}"#
  }

  @Test(arguments: faults)
  func `a fault is told with its place and what to write instead`(fault: Fault) throws {
    let file = read(
      fault.line,
      #"{"record":"clause","number":"末","operation":"statusOperating","text":"乙"}"#
    )
    let found = try #require(file.diagnostics.first { $0.name == fault.name }, "\(told(file))")
    let before = fault.line.range(of: fault.at).map { fault.line[..<$0.lowerBound] } ?? ""
    #expect(found.place?.file == "p.jsonl")
    #expect(found.place?.line == 2)
    #expect(found.place?.column == before.unicodeScalars.count + 1)
    #expect(found.help?.en.hasPrefix(fault.help) ?? fault.help.isEmpty)
    #expect(found.excerpt == fault.line)
    #expect(file.diagnostics.count == 1 || fault.name == "unknown-key", "\(told(file))")
  }

  @Test func `all faults of a file are told, in the order of its lines`() {
    let file = read(
      #"{"record":"clause","number":"一","operation":"fixed","text":"甲","arguments":{"amount":5,"x":1}}"#,
      #"{"record":"clause","number":"一","operation":"noIncident","text":"甲","arguments":{"years":0}}"#
    )
    #expect(
      file.diagnostics.map { "\($0.place?.line ?? 0) \($0.name)" } == [
        "2 bad-argument", "2 unknown-key", "3 duplicate-id",
      ]
    )
  }

  @Test(arguments: [
    (#""id":"q","name":"甲","inForceFrom":"2024-01-01","inforceUntil":"2024-12-31""#, "unknown-key"),
    (#""id":"q","name":"甲","inForceFrom":"2024-02-30""#, "bad-value"),
    (#""id":"q","name":"甲""#, "missing-field"),
    (#""name":"甲","inForceFrom":"2024-01-01""#, "missing-field"),
  ])
  func `a fault in a policy's own line is not told again at its clauses`(
    policy: String,
    name: String
  ) {
    let lines = [
      #"{"record":"policy",\#(policy)}"#,
      #"{"record":"clause","number":"一","operation":"fixed","arguments":{"amount":"1元"},"text":"乙"}"#,
      #"{"record":"clause","number":"二","operation":"statusOperating","text":"丙"}"#,
    ]
    let file = PolicyFile.read(
      Array(lines.joined(separator: "\n").utf8) + [0x0a],
      fileName: "p.jsonl"
    )
    #expect(file.diagnostics.map(\.name) == [name])
    #expect(file.diagnostics.first?.place?.line == 1)
    #expect(!file.drafts.contains { $0.schema.kind == "policy" })
  }

  @Test func `the file that help shows is right, and its example touches every clause`() throws {
    let source = PolicySource(Array(PolicyFile.sample.utf8), fileName: "p.jsonl")
    #expect(try PolicyCheck(source, against: nil).findings.isEmpty)
    let test = try PolicyTest(source)
    #expect(test.results.map(\.differences.isEmpty) == [true])
    #expect(test.untouched.isEmpty)
  }

  @Test func `examples are kept and not imported`() throws {
    let path = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("data/policies/example-2024.jsonl")
    let file = PolicyFile.read([UInt8](try Data(contentsOf: path)), fileName: "example.jsonl")
    let example = try #require(file.examples.first)
    #expect(example.policy == "example-2024")
    #expect(example.year == 2025)
    #expect(example.facts.count == 4)
    #expect(example.expect.count == 2)
    #expect(Set(file.drafts.map(\.schema.kind)) == ["policy", "clause"])
  }

  @Test func `the example policy uses operations of every stage behind the first`() throws {
    let sample = try Sample(library: "example-2024", "")
    let clauses = sample.drafts.filter { $0.schema.kind == "clause" }
    let used = Set(clauses.compactMap { $0[Clause.operation] })
    let stages = Set(used.compactMap { Operations.named($0)?.stage })
    #expect(stages == Set(Stage.allCases).subtracting([.select]))
  }
}
