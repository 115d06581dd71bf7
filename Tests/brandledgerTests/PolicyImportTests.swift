import Testing

/// `policy import`: what the ledger takes, and what is told of it.
struct PolicyImportTests {
  private static func policy(_ id: String, _ from: String, _ more: String = "") -> String {
    #"{"record":"policy","id":"\#(id)","name":"\#(id)","inForceFrom":"\#(from)"\#(more)}"# + "\n"
  }

  @Test func `a gap between versions is told where it stands, and the file is taken`() throws {
    let desk = try Desk()
    try desk.write(
      Self.policy("old", "2020-01-01", #","inForceUntil":"2022-12-31""#),
      to: "old.jsonl"
    )
    try desk.write(Self.policy("new", "2024-01-01", #","replaces":["old"]"#), to: "new.jsonl")
    try desk.expect("policy", "import", "old.jsonl")
    let outcome = try desk.run("policy", "import", "new.jsonl")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("new.jsonl:1:58: warning[version-gap]"))
    #expect(outcome.errors.contains("from 2023-01-01 to 2023-12-31, between old and new"))
    #expect(try desk.run("list", "policy", "-O", "csv").output.contains("new"))
  }

  @Test func `a wrong argument stops the whole file`() throws {
    let desk = try Desk()
    let clause =
      #"{"record":"clause","id":"p/1","policy":"p","number":"第一条","text":"奖励","operation":"fixed","#
      + #""arguments":{"amuont":"1万元"}}"#
    try desk.write(Self.policy("p", "2024-01-01") + clause + "\n", to: "p.jsonl")
    let outcome = try desk.run("policy", "import", "p.jsonl")
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("amuont"))
    #expect(try !desk.run("list", "policy", "-O", "csv").output.contains("p,"))
  }
}
