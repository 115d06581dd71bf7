import Foundation
import Testing

/// `award …`: what programs read, what is sealed, and that every sum is the same sum.
struct AwardTests {
  private func round(_ desk: Desk, year: Int = 2025) throws -> [String: Any] {
    try #require(
      try desk.run("award", "compute", "--year", "\(year)", "-O", "json").json() as? [String: Any]
    )
  }

  @Test func `compute gives programs the shape that they rely on, key by key`() throws {
    let desk = try Desk.city()
    let round = try round(desk)
    #expect(Set(round.keys) == ["policy", "year", "commit", "totalFen", "claims"])
    #expect(round["policy"] as? String == "example-2024")
    #expect(round["year"] as? Int == 2_025)
    let log = try Data(contentsOf: URL(fileURLWithPath: Desk.path("data/ledger/commits.jsonl")))
    #expect(round["commit"] as? Int == log.split(separator: 0x0A).count)
    let claims = try #require(round["claims"] as? [[String: Any]])
    #expect(!claims.isEmpty)
    var outcomes: Set<String> = []
    for claim in claims {
      #expect(
        Set(claim.keys) == [
          "claim", "recipient", "recipientName", "facts", "clause", "outcome", "amountFen", "trace",
        ]
      )
      outcomes.insert(try #require(claim["outcome"] as? String))
      #expect(claim["amountFen"] is Int)
      #expect((claim["facts"] as? [String])?.isEmpty == false)
      for step in try #require(claim["trace"] as? [[String: Any]]) {
        #expect(
          Set(step.keys) == [
            "stage", "clause", "verdict", "reason", "inputs", "beforeFen", "afterFen",
          ]
        )
      }
    }
    #expect(
      outcomes == ["eligible", "not-eligible", "not-applicable", "unknown", "undecided"],
      "the example city meets every outcome"
    )
    let sum = claims.reduce(0) { $0 + ($1["amountFen"] as? Int ?? 0) }
    #expect(sum == round["totalFen"] as? Int)
    let unpaid = claims.filter { $0["outcome"] as? String != "eligible" }
    #expect(unpaid.allSatisfy { $0["amountFen"] as? Int == 0 })
  }

  @Test(arguments: ["town", "level", "clause"])
  func `the totals are those of the computation`(_ by: String) throws {
    let desk = try Desk.city()
    let total = try #require(try round(desk)["totalFen"] as? Int)
    let rows = try desk.run("award", "totals", "--year", "2025", "--by", by, "-O", "json").rows()
    #expect(rows.count > 2)
    #expect(rows.allSatisfy { Set($0.keys) == [by, "count", "amountFen", "sealedFen", "paidFen"] })
    #expect(rows.reduce(0) { $0 + ($1["amountFen"] as? Int ?? 0) } == total)
  }

  @Test func `no sealed award is moved, ended or forged past the award commands`() throws {
    let desk = try Desk.city()
    #expect(try desk.run("award", "seal", "--year", "2025").code == 0)
    let id = try #require(
      try desk.run("list", "award", "--where", "year=2025", "--where", "state=sealed", "-O", "json")
        .rows().first?["id"] as? String
    )
    #expect(try desk.run("set", "award", id, "state=paid").names == ["award-moved-by-hand"])
    #expect(try desk.run("set", "award", id, "状态=已支付").names == ["award-moved-by-hand"])
    for change in ["amountFen=9万元", "year=2020", "sealedOn=2024-01-01"] {
      #expect(try desk.run("set", "award", id, change).names == ["award-moved-by-hand"])
    }
    #expect(
      try desk.run(
        "add",
        "award-event",
        "award=\(id)",
        "date=2026-01-20",
        "action=approve",
        "by=boss"
      ).names == ["award-moved-by-hand"]
    )
    #expect(
      try desk.run("remove", "award", id, "--reason", "重复").names == ["award-moved-by-hand"]
    )
    #expect(try desk.run("award", "void", id, "--reason", "重复").code == 0)
  }

  @Test func `one award that is not in order stops the others with a word of how to go on`() throws
  {
    let desk = try Desk.city()
    try desk.expect("award", "seal", "--year", "2025")
    let ids = try desk.records("award", "--where", "state=sealed").compactMap {
      $0["id"] as? String
    }
    let (first, second) = (try #require(ids.first), try #require(ids.last))
    try desk.expect("award", "void", first, "--reason", "误")
    let stopped = try desk.run("award", "void", first, second, "--reason", "误")
    #expect(stopped.names == ["award-move", "award-batch-stopped"])
    #expect(stopped.errors.contains("nothing was written: of 2 awards"))
    #expect(stopped.errors.contains("--where id!=\(first)"))
    #expect(
      try desk.records("award", "--where", "id=\(second)").first?["state"] as? String == "sealed"
    )
    try desk.expect("award", "void", second, "--reason", "误")
  }

  @Test
  func `a title that an award rewards is not removed, and an award whose title is gone is told`()
    throws
  {
    let desk = try Desk.city()
    let title = "rec-20250516-yeegrn"
    #expect(try desk.run("award", "seal", "--year", "2025").code == 0)
    let refused = try desk.run("remove", "recognition", title, "--reason", "重复")
    #expect(refused.code == 3)
    #expect(refused.names.contains("award-rests-on-it"))
    // Another way leaves the award without its title.
    try desk.expect("set", "recognition", title, "awarded=2023-05-16")
    let told = try desk.run("award", "compute", "--year", "2025")
    #expect(told.output.contains("sealed besides, for what the round has not any more: 1 award"))
  }

  @Test func `what is sealed is what was computed, and no fact is sealed twice`() throws {
    let desk = try Desk.city()
    let total = try #require(try round(desk)["totalFen"] as? Int)
    let sealing = try desk.run("award", "seal", "--year", "2025")
    #expect(sealing.code == 0, "\(sealing.errors)")
    let sealed = try desk.run("award", "list", "--year", "2025", "-O", "json").rows()
    #expect(sealed.reduce(0) { $0 + ($1["amountFen"] as? Int ?? 0) } == total)
    for award in sealed {
      #expect(award["state"] as? String == "sealed")
      #expect(award["sealedOn"] as? String == "2026-01-31")
      #expect(award["receipt"] is [String: Any])
    }
    let log = try desk.run("log", "-O", "json").rows().count
    let again = try desk.run("award", "seal", "--year", "2025")
    #expect(again.code == 0)
    #expect(again.errors.contains("nothing is left to seal"))
    #expect(try desk.run("log", "-O", "json").rows().count == log)
    let claim = try #require(sealed.first?["claim"] as? String)
    let named = try desk.run("award", "seal", "--year", "2025", claim)
    #expect(named.code == 3, "a sealed claim that is named is refused")
    #expect(try desk.run("log", "-O", "json").rows().count == log)
    #expect(try desk.run("check").errors.contains("0 errors"))
  }

  @Test func `explain tells clause texts, records and why not`() throws {
    let desk = try Desk.city()
    let claims = try #require(try round(desk)["claims"] as? [[String: Any]])
    for outcome in ["eligible", "not-eligible", "not-applicable", "unknown", "undecided"] {
      let claim = try #require(
        claims.first { $0["outcome"] as? String == outcome }?["claim"] as? String
      )
      let told = try desk.run("award", "explain", claim, "--year", "2025", lang: "zh")
      #expect(told.code == 0)
      #expect(told.output.contains(claim))
      #expect(told.output.contains("(示例)"), "the clause's own text")
    }
    let nothing = try desk.run("award", "explain", "没有的企业", "--year", "2025")
    #expect(nothing.code == 3)
    #expect(nothing.names == ["unknown-claim"])
  }

  @Test func `a year without a policy is told, not an empty table`() throws {
    let desk = try Desk()
    for command in ["compute", "totals", "seal"] {
      let outcome = try desk.run("award", command, "--year", "2025")
      #expect(outcome.code == 1, "\(command)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("no policy in the ledger holds in 2025"))
    }
  }

  @Test func `a claim whose payee nobody knows is left out, and the rest is sealed`() throws {
    let desk = try Desk()
    try desk.write(
      #"""
      {"record":"policy","id":"p","name":"办法","inForceFrom":"2000-01-01"}
      {"record":"clause","number":"1","operation":"fixed","arguments":{"level":"national","amount":"50万元"},"text":"一"}
      {"record":"clause","number":"2","operation":"percentOfTotal","arguments":{"of":["1"],"rate":"10%","recipient":"dept"},"text":"二"}

      """#,
      to: "p.jsonl"
    )
    try desk.expect("policy", "import", "p.jsonl")
    try desk.expect("add", "enterprise", "id=e1", "name=甲公司", "type=company", "status=operating")
    try desk.expect(
      "add",
      "recognition",
      "id=r1",
      "scheme=well-known-trademark",
      "awarded=2025-05-01",
      "holder=e1",
      "event=first"
    )
    #expect(try desk.run("award", "compute", "--year", "2025").names == ["unknown-payee"])
    let sealing = try desk.run("award", "seal", "--year", "2025")
    #expect(sealing.code == 1)
    #expect(sealing.names == ["unknown-payee"])
    #expect(sealing.errors.contains("sealed 1 award, 500,000.00 yuan"))
    #expect(try desk.run("award", "seal", "--year", "2025", "p/2#2025").code == 3)
    try desk.expect("add", "enterprise", "id=dept", "name=市场监管局", "type=institution")
    let rest = try desk.run("award", "seal", "--year", "2025")
    #expect(rest.code == 0)
    #expect(rest.errors.contains("sealed 1 award, 50,000.00 yuan"))
  }

  @Test func `compute changes nothing`() throws {
    let desk = try Desk.city()
    func bytes() throws -> [String: Data] {
      let names = try FileManager.default.contentsOfDirectory(atPath: desk.path("ledger"))
        .filter { !$0.hasPrefix(".") }
      return try Dictionary(
        uniqueKeysWithValues: names.map {
          ($0, try Data(contentsOf: desk.folder.appendingPathComponent("ledger/\($0)")))
        }
      )
    }
    let before = try bytes()
    _ = try round(desk)
    try desk.expect("award", "seal", "--year", "2025", "--dry-run")
    #expect(try bytes() == before)
  }
}
