import Testing

/// Policies and clauses that are typed as records are judged as those of a file are.
struct PolicyRecordTests {
  /// A desk with a policy of one clause and a title that it pays; the award is sealed where asked for.
  private static func desk(sealed: Bool) throws -> Desk {
    let desk = try Desk()
    try desk.write(
      #"{"record":"policy","id":"p","name":"办法","inForceFrom":"2024-01-01","procedure":{"objectionDays":5}}"#
        + "\n"
        + #"{"record":"clause","id":"p/1","policy":"p","number":"1","text":"奖励","operation":"fixed","#
        + #""arguments":{"scheme":"well-known-trademark","amount":"10万元"}}"# + "\n"
        + #"{"record":"clause","id":"p/2","policy":"p","number":"2","text":"骗取的追回","operation":"clawback","#
        + #""arguments":{"reasons":"fraud"}}"# + "\n"
        + #"{"record":"clause","id":"p/3","policy":"p","number":"3","text":"另行奖励","operation":"fixed","#
        + #""arguments":{"scheme":"gi-mark","amount":"5万元"}}"# + "\n",
      to: "p.jsonl"
    )
    try desk.expect("policy", "import", "p.jsonl")
    try desk.expect("add", "enterprise", "id=e", "name=启东市示例丁有限公司", "type=company")
    try desk.expect(
      "add",
      "recognition",
      "scheme=well-known-trademark",
      "holder=e",
      "awarded=2024-05-06",
      "route=administrative",
      "document=示例"
    )
    if sealed { try desk.expect("award", "seal", "--year", "2024", "--today", "2025-01-20") }
    return desk
  }

  @Test(arguments: [
    (#"arguments={"scheme":"well-known-trademark","amont":"1万元"}"#, "amont"),
    ("operation=nonsense", "nonsense"),
  ])
  func `a clause that could not be computed is not written`(change: String, word: String) throws {
    let desk = try Self.desk(sealed: false)
    let outcome = try desk.run("set", "clause", "p/1", change)
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains(word))
    #expect(
      try desk.run("award", "compute", "--year", "2024", "-O", "csv").output.contains("100000")
    )
  }

  @Test func `rules by which awards were sealed change with a word, and do not go`() throws {
    let change = [
      "set", "clause", "p/1", #"arguments={"scheme":"well-known-trademark","amount":"9万元"}"#,
    ]
    #expect(try !Self.desk(sealed: false).run(change).errors.contains("sealed-clause"))
    let desk = try Self.desk(sealed: true)
    let outcome = try desk.run(change)
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("warning[sealed-clause-changed]"))
    #expect(try desk.run("set", "policy", "p", "name=新办法").errors.contains("sealed-clause-changed"))
    let removal = try desk.run("remove", "clause", "p/1", "--reason", "误")
    #expect(removal.code == 3)
    #expect(removal.errors.contains("error[sealed-clause]"))
  }

  @Test func `a clause by which what was sealed is claimed back does not go either`() throws {
    let desk = try Self.desk(sealed: true)
    let refused = try desk.run("remove", "clause", "p/2", "--reason", "误")
    #expect(refused.code == 3)
    #expect(refused.errors.contains("p/2 would be gone, by which 1 award was sealed"))
    let changed = try desk.run("set", "clause", "p/2", #"arguments={"reasons":"misuse"}"#)
    #expect(changed.errors.contains("p/2 changes, by which 1 award was sealed"))
    // One that says nothing about it may go.
    try desk.expect("remove", "clause", "p/3", "--reason", "误")
  }
}
