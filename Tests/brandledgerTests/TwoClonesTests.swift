import Foundation
import Testing

/// Two clerks with a clone of the ledger each, whose work git joins.
struct TwoClonesTests {
  private static let holder = "启东市示例甲有限公司"

  /// A desk with an enterprise that holds a title of 2025, and a policy that rewards it.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "名称=\(Self.holder)", "类型=公司", "镇区=汇龙镇", "状态=在业")
    return desk
  }

  private func title(_ desk: Desk, scheme: String = "江苏精品", ledger: String = "ledger") throws {
    let words = [
      "add", "recognition", "scheme=\(scheme)", "awarded=2025-07-01", "holder=\(Self.holder)",
      "brand.name=甲牌", "--create",
    ]
    let outcome = try desk.run(words, ledger: ledger)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  /// Seals and publishes the award for the title; the result is its id.
  @discardableResult
  private func published(_ desk: Desk) throws -> String {
    try desk.expect("policy", "import", Desk.path("data/policies/example-2024.jsonl"))
    try title(desk)
    try desk.expect("award", "seal", "--year", "2025")
    try desk.expect("award", "publish", "--year", "2025", "--days", "5")
    return try #require(desk.records("award").first?["id"] as? String)
  }

  /// Lets both clones do their work, and joins their files as git does with `merge=union`.
  private func joined(_ desk: Desk, _ work: (String) throws -> Void) throws {
    try FileManager.default.copyItem(atPath: desk.path("ledger"), toPath: desk.path("other"))
    func files(_ ledger: String) throws -> [String: String] {
      let names = try FileManager.default.contentsOfDirectory(atPath: desk.path(ledger))
      return try Dictionary(
        uniqueKeysWithValues: names.filter { $0.hasSuffix(".jsonl") }.map {
          ($0, try desk.read("\(ledger)/\($0)"))
        }
      )
    }
    let base = try files("ledger")
    try work("ledger")
    try work("other")
    for (name, theirs) in try files("other") {
      let ours = try files("ledger")[name] ?? ""
      // Lines that both added at one place are one to git.
      guard ours != theirs else { continue }
      let parted = base[name] ?? ""
      try desk.write(ours + theirs.dropFirst(parted.count), to: "ledger/\(name)")
    }
  }

  @Test func `an award that both sealed is paid once, after one of the two is void`() throws {
    let desk = try desk()
    try desk.expect("policy", "import", Desk.path("data/policies/example-2024.jsonl"))
    try title(desk)
    try joined(desk) { ledger in
      let sealed = try desk.run(["award", "seal", "--year", "2025"], ledger: ledger)
      #expect(sealed.code == 0, "\(sealed.errors)")
    }
    let adopted = try desk.run("adopt")
    #expect(adopted.code == 0)
    #expect(adopted.errors.contains("make one of them void with 'award void'"))
    let ids = try desk.records("award").compactMap { $0["id"] as? String }
    try #require(ids.count == 2)
    let found = try desk.run(["award", "verify", "-O", "csv"])
    #expect(found.code == 1)
    #expect(found.lines.filter { $0.contains("also sealed under the same clause") }.count == 2)
    #expect(try desk.run(["award", "publish"] + ids).names == ["award-double", "award-double"])
    try desk.expect("award", "void", ids[1], "--reason", "两处重复封存")
    #expect(try desk.run("award", "verify").code == 0)
    #expect(try desk.run("check", "duplicate-identity").code == 0)
    try desk.expect("award", "publish", ids[0], "--days", "5")
  }

  @Test func `an award that both paid is paid once, after one payment is taken out`() throws {
    let desk = try desk()
    try published(desk)
    try desk.expect(
      "award",
      "approve",
      "--year",
      "2025",
      "--user",
      "another",
      "--today",
      "2026-03-02"
    )
    try joined(desk) { ledger in
      let paid = try desk.run(
        ["award", "pay", "--year", "2025", "--today", "2026-03-03", "--user", ledger],
        ledger: ledger
      )
      #expect(paid.code == 0, "\(paid.errors)")
    }
    let adopted = try desk.run("adopt")
    #expect(adopted.code == 0, "\(adopted.errors)")
    #expect(adopted.names.contains("award-paid-twice"))
    let payments = try desk.records("award-event", "--where", "action=pay")
      .compactMap { $0["id"] as? String }
    try #require(payments.count == 2)
    #expect(adopted.errors.contains("'remove award-event \(payments[1]) --reason …'"))
    let first = try desk.run(["remove", "award-event", payments[0], "--reason", "重复"])
    #expect(first.names == ["award-moved-by-hand"])
    try desk.expect("remove", "award-event", payments[1], "--reason", "两处重复登记")
    #expect(try desk.run("award", "verify").code == 0)
    #expect(try desk.run("check", "award-events").code == 0)
    #expect(try desk.records("award").map { $0["state"] as? String } == ["paid"])
  }

  @Test func `a title that both entered is told, and one of the two is removed`() throws {
    let desk = try desk()
    try desk.expect("add", "brand", "名称=甲牌", "所有人=\(Self.holder)")
    try joined(desk) { try title(desk, scheme: "江苏老字号", ledger: $0) }
    #expect(try desk.run("list", "recognition").names == ["commits-moved"])
    let adopted = try desk.run("adopt")
    #expect(adopted.code == 0)
    #expect(adopted.names.contains("title-twice"))
    let titles = try desk.records("recognition").compactMap { $0["id"] as? String }
    #expect(titles.count == 2)
    #expect(try desk.run("check", "title-twice").code == 1)
    try desk.expect("remove", "recognition", titles[1], "--reason", "重复登记")
    #expect(try desk.run("check", "title-twice").code == 0)
    // What hands add is refused as before, with the way out.
    let file = "ledger/recognitions.jsonl"
    let lines = try desk.read(file)
    let first = try #require(lines.split(separator: "\n").first { $0.contains(titles[0]) })
    let copy = first.replacingOccurrences(of: titles[0], with: "rec-20260131-aaaaaa")
    try desk.write(lines + copy + "\n", to: file)
    let refused = try desk.run("adopt")
    #expect(refused.code == 3)
    #expect(refused.names == ["title-twice", "not-adopted"])
    try desk.write(lines, to: file)
    #expect(try desk.run("adopt").code == 0)
  }

  @Test func `a case that both decided is told, and mended by taking one decision out`() throws {
    let desk = try desk()
    let id = try desk.expect(
      "case",
      "open",
      "rightHolder=\(Self.holder)",
      "right=trademark",
      "channel=platform",
      "--on",
      "2025-09-26"
    )
    try joined(desk) { ledger in
      let words =
        ledger == "ledger"
        ? ["case", "refuse", id, "--text", "不予", "--on", "2025-10-09"]
        : ["case", "accept", id, "--on", "2025-10-10"]
      let outcome = try desk.run(words, ledger: ledger)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    let adopted = try desk.run("adopt")
    #expect(adopted.code == 0)
    #expect(adopted.names.contains("case-moves"))
    // The line that git put last counts: the grant. The refusal was right.
    #expect(try desk.records("case").first?["stage"] as? String == "accepted")
    let mend = [
      "set", "case", id, "stage=refused", "refusedOn=2025-10-09", "acceptedOn=", "reason=不予",
    ]
    #expect(try desk.run(mend).names == ["case-moved-by-hand"])
    let grant = try desk.records("case-event").first { $0["action"] as? String == "accept" }
    let event = try #require(grant?["id"] as? String)
    try desk.expect("remove", "case-event", event, "--reason", "合并时重复")
    #expect(try desk.run(mend).code == 0)
    #expect(try desk.run("check", "case-moves", "case-stage-dates").code == 0)
  }

  @Test func `the same change in both clones is one`() throws {
    let desk = try desk()
    try joined(desk) { ledger in
      // Two clerks: else even their commits would be one.
      let words = ["set", "enterprise", Self.holder, "规模=小型", "--user", ledger]
      let set = try desk.run(words, ledger: ledger)
      #expect(set.code == 0, "\(set.errors)")
    }
    let adopted = try desk.run("adopt")
    #expect(adopted.code == 0)
    #expect(adopted.names == ["commit-joined"])
    #expect(try desk.run("check", "--strict").names.contains("broken-chain") == false)
    #expect(try desk.records("enterprise").map { $0["size"] as? String } == ["small"])
  }

  /// Runs a command in one of the two clones; it must succeed.
  private func run(_ desk: Desk, _ ledger: String, _ words: String...) throws {
    let outcome = try desk.run(words, ledger: ledger)
    #expect(outcome.code == 0, "\(words): \(outcome.errors)")
  }

  @Test func `who sealed an award in another clone does not approve it, and who adopted it may`()
    throws
  {
    let desk = try desk()
    try desk.expect("policy", "import", Desk.path("data/policies/example-2024.jsonl"))
    try joined(desk) { ledger in
      guard ledger == "other" else {
        return try run(desk, ledger, "add", "enterprise", "名称=启东市示例乙有限公司", "类型=公司")
      }
      try title(desk, ledger: ledger)
      try run(desk, ledger, "award", "seal", "--year", "2025", "--user", "alice")
      let publish = ["award", "publish", "--year", "2025", "--days", "5", "--user", "carol"]
      #expect(try desk.run(publish, ledger: ledger).code == 0)
    }
    // One branch moved the award twice, the other never.
    #expect(try !desk.run("adopt", "--user", "bob").names.contains("changed-twice"))
    #expect(try desk.run("award", "verify").code == 0)
    let id = try #require(desk.records("award").first?["id"] as? String)
    let history = try desk.expect("history", id, "-O", "csv")
    #expect(history.contains("alice") && history.contains("carol"))
    #expect(!history.contains("bob"))
    func approve(_ user: String) throws -> Outcome {
      try desk.run("award", "approve", id, "--user", user, "--today", "2026-03-02")
    }
    #expect(try approve("alice").names == ["award-own-approval"])
    #expect(try approve("carol").names == ["award-own-approval"])
    #expect(try approve("bob").code == 0)
  }

  @Test func `a payment stands to which the other clone objected, until that is decided`() throws {
    let desk = try desk()
    let id = try published(desk)
    try joined(desk) { ledger in
      guard ledger == "other" else {
        return try run(desk, ledger, "award", "object", id, "--from", "李四", "--reason", "造假")
      }
      try run(
        desk,
        ledger,
        "award",
        "approve",
        id,
        "--user",
        "boss",
        "--today",
        "2026-03-02"
      )
      try run(desk, ledger, "award", "pay", id, "--today", "2026-03-03")
    }
    let adopted = try desk.run("adopt", "--today", "2026-03-04")
    #expect(adopted.code == 0)
    #expect(
      adopted.names.filter { $0 != "commit-joined" } == ["award-paid-against", "changed-twice"]
    )
    // Neither help tells to take the payment out, nor to set what only the commands move.
    #expect(!adopted.errors.contains("remove award-event"))
    #expect(!adopted.errors.contains("'set'"))
    let payment = try desk.records("award-event", "--where", "action=pay").first?["id"] as? String
    let removed = try desk.run("remove", "award-event", payment ?? "", "--reason", "合并")
    #expect(removed.names == ["award-moved-by-hand"])
    #expect(try desk.run("check", "award-events").code == 1)
    try desk.expect("award", "dismiss", id, "--reason", "不实", "--today", "2026-03-04")
    #expect(try desk.run("check", "award-events").code == 0)
    #expect(try desk.records("award").map { $0["state"] as? String } == ["paid"])
  }

  @Test func `a payment stands that the other clone had made void`() throws {
    let desk = try desk()
    let id = try published(desk)
    try desk.expect("award", "approve", id, "--user", "boss", "--today", "2026-03-02")
    try joined(desk) { ledger in
      let words = ledger == "other" ? ["pay", id] : ["void", id, "--reason", "误"]
      let done = try desk.run(["award"] + words + ["--today", "2026-03-03"], ledger: ledger)
      #expect(done.code == 0, "\(done.errors)")
    }
    let adopted = try desk.run("adopt")
    #expect(adopted.names.contains("award-paid-against"))
    let void = try desk.records("award-event", "--where", "action=void").first?["id"] as? String
    // The voiding was the mistake: it moved no money, and may go.
    try desk.expect("remove", "award-event", void ?? "", "--reason", "误作废")
    #expect(try desk.run("check", "award-events").code == 0)
    #expect(try desk.run("award", "verify").code == 0)
  }

  @Test func `a recovery that was entered wrongly is undone with the repayment behind it`() throws {
    let desk = try desk()
    let id = try published(desk)
    try desk.expect("award", "approve", id, "--user", "boss", "--today", "2026-03-02")
    try desk.expect("award", "pay", id, "--today", "2026-03-03")
    let paid = try desk.run("log", "-O", "json").rows().count
    let recover = ["award", "recover", id, "--amount", "1万元", "--ban", "1"]
    let recovered = try desk.run(recover + ["--reason", "误", "--today", "2026-03-04"])
    #expect(recovered.code == 0, "\(recovered.errors)")
    try desk.expect("award", "repay", id, "--today", "2026-03-05")
    #expect(try desk.run("undo", "\(paid + 1)").errors.contains("commit \(paid + 2)"))
    try desk.expect("undo", "\(paid + 2)")
    try desk.expect("undo", "\(paid + 1)")
    #expect(try desk.records("award").map { $0["state"] as? String } == ["paid"])
    #expect(try desk.records("incident").isEmpty)
    #expect(try desk.run("check", "award-events").code == 0)
  }

  @Test func `what came back in part keeps its recovery, though the award stands as before`()
    throws
  {
    let desk = try desk()
    try desk.expect("policy", "import", Desk.path("data/policies/example-2024.jsonl"))
    try title(desk)
    try desk.expect("award", "seal", "--year", "2025")
    try desk.expect("award", "publish", "--year", "2025", "--days", "5")
    let id = try #require(desk.records("award").first?["id"] as? String)
    try desk.expect("award", "approve", id, "--user", "boss", "--today", "2026-03-02")
    try desk.expect("award", "pay", id, "--today", "2026-03-03")
    let paid = try desk.run("log", "-O", "json").rows().count
    let recover = ["award", "recover", id, "--amount", "1万元", "--ban", "0", "--reason", "误"]
    #expect(try desk.run(recover + ["--today", "2026-03-04"]).code == 0)
    try desk.expect("award", "repay", id, "--amount", "1000元", "--today", "2026-03-05")
    let refused = try desk.run("undo", "\(paid + 1)")
    #expect(refused.names == ["changed-since"])
    #expect(refused.errors.contains("the award \(id) went on by commit \(paid + 2)"))
    #expect(try desk.run("check", "award-events").code == 0)
    try desk.expect("undo", "\(paid + 2)")
    try desk.expect("undo", "\(paid + 1)")
    #expect(try desk.records("award").map { $0["state"] as? String } == ["paid"])
  }
}
