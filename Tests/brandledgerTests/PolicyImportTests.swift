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

  @Test(arguments: [
    (#","procedure":{"objectionDays":-5}"#, ""), (#","procedure":{"objectionday":5}"#, ""),
    (#","replaces":["p"]"#, ""),
    (
      "",
      #"{"record":"clause","number":"2","text":"…","operation":"figureAtLeast","arguments":{"figure":"principal","amount":"1元"}}"#
    ),
  ])
  func `what the check finds so wrong that it exits with 3 is not imported`(
    more: String,
    clause: String
  ) throws {
    let desk = try Desk()
    let title =
      #"{"record":"clause","number":"1","text":"…","operation":"fixed","#
      + #""arguments":{"scheme":"well-known-trademark","amount":"1万元"}}"#
    try desk.write(
      Self.policy("p", "2024-01-01", more) + title + "\n" + (clause.isEmpty ? "" : clause + "\n"),
      to: "p.jsonl"
    )
    #expect(try desk.run("policy", "check", "p.jsonl").code == 3)
    #expect(try desk.run("policy", "import", "p.jsonl").code == 3)
    #expect(try !desk.run("list", "policy", "-O", "csv").output.contains("p,"))
  }

  @Test func `a budget that pays nobody and a bracket that nobody reaches stop the file, too`()
    throws
  {
    let desk = try Desk()
    func clause(_ number: Int, _ rest: String) -> String {
      #"{"record":"clause","number":"\#(number)","text":"奖励",\#(rest)}"# + "\n"
    }
    let value =
      #""operation":"byBracket","arguments":{"scheme":"well-known-trademark","figure":"tax","steps":[{"atLeast":"5万元","amount":"1万元"},{"above":"49999.99元","amount":"2万元"}]}"#
    let pot = #""operation":"pot","arguments":{"amount":"1万元","unit":"2万元"}"#
    try desk.write(
      Self.policy("p", "2024-01-01", #","inForceUntil":"2026-12-31""#) + clause(1, value)
        + clause(2, pot),
      to: "p.jsonl"
    )
    let outcome = try desk.run("policy", "import", "p.jsonl")
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("error[empty-bracket]"))
    #expect(outcome.errors.contains("error[bad-argument]"))
    #expect(try desk.run("list", "policy", "-O", "csv").output.contains("p,") == false)
  }

  @Test func `what a file no longer has is taken out of the ledger`() throws {
    let desk = try Desk()
    func clause(_ id: String) -> String {
      #"{"record":"clause","id":"p/\#(id)","policy":"p","number":"\#(id)","text":"奖励","#
        + #""operation":"fixed","arguments":{"scheme":"well-known-trademark","amount":"10万元"}}"#
        + "\n"
    }
    let policy = Self.policy("p", "2024-01-01", #","inForceUntil":"2026-12-31""#)
    try desk.write(policy + clause("1") + clause("2"), to: "p.jsonl")
    try desk.expect("policy", "import", "p.jsonl")
    try desk.write(Self.policy("p", "2024-01-01") + clause("1"), to: "p.jsonl")
    let outcome = try desk.run("policy", "import", "p.jsonl", "--lang", "en")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("taken away, since the file no longer has them: p/2"))
    #expect(try desk.records("clause").map { $0["id"] as? String } == ["p/1"])
    #expect(try desk.records("policy").first?["inForceUntil"] == nil)
    let again = try desk.run("policy", "import", "p.jsonl", "--lang", "en")
    #expect(again.errors.contains("the ledger has all of it already"))
  }

  @Test func `a clause by which awards were sealed cannot be left out of a file`() throws {
    let desk = try Desk()
    let clauses = ["gi-mark", "well-known-trademark"].map { scheme in
      #"{"record":"clause","id":"p/\#(scheme)","policy":"p","number":"\#(scheme)","text":"奖励","#
        + #""operation":"fixed","arguments":{"scheme":"\#(scheme)","amount":"10万元"}}"# + "\n"
    }
    try desk.write(Self.policy("p", "2024-01-01") + clauses.joined(), to: "p.jsonl")
    try desk.expect("policy", "import", "p.jsonl")
    try desk.expect(
      "add",
      "recognition",
      "--create",
      "scheme=well-known-trademark",
      "awarded=2025-06-18",
      "brand.name=甲牌",
      "holder=企业"
    )
    try desk.expect("award", "seal", "--year", "2025")
    try desk.write(Self.policy("p", "2024-01-01") + clauses[0], to: "p.jsonl")
    let outcome = try desk.run("policy", "import", "p.jsonl")
    #expect(outcome.code == 3)
    #expect(outcome.names.contains("sealed-clause"))
    #expect(
      outcome.errors.contains("p/well-known-trademark would be gone, by which 1 award was sealed")
    )
    #expect(try desk.records("clause").count == 2)

    try desk.write(
      Self.policy("p", "2024-01-01") + clauses.joined().replacing("10万元", with: "12万元"),
      to: "p.jsonl"
    )
    let altered = try desk.run("policy", "import", "p.jsonl", "--lang", "en")
    #expect(altered.code == 0)
    #expect(altered.names.filter { $0 == "sealed-clause-changed" }.count == 1)
    #expect(altered.errors.contains("p/well-known-trademark changes, by which 1 award was sealed"))
  }
}
