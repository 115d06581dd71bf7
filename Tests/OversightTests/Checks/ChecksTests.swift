import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct ChecksTests {
  private func run(
    _ drafts: [Draft],
    _ names: [String] = [],
    today: String = "2025-06-15",
    tier: Check.Tier = .basic
  ) throws -> [Diagnostic] {
    try Checks.run(Sample.ledger(drafts), today: day(today), names: names, tier: tier)
  }

  private func names(
    _ drafts: [Draft],
    _ name: String,
    today: String = "2025-06-15"
  ) throws -> [String] {
    try run(drafts, [name], today: today).map(\.name)
  }

  @Test func `every check has a name of its own and speaks both languages`() {
    #expect(Set(Checks.all.map(\.name)).count == Checks.all.count)
    for check in Checks.all {
      #expect(
        !check.demand.en.isEmpty && check.demand.zh.unicodeScalars.contains { $0.value > 0x4E00 }
      )
    }
  }

  @Test func `an empty ledger has no findings`() throws {
    #expect(try run([], tier: .strict).isEmpty)
  }

  @Test func `findings name the line, the record and the field, in the order of the lines`() throws
  {
    let lines = """
      {"id":"e1","name":"甲公司","twon":"lsg"}
      {"id":"e2","size":"huge","creditCode":"913206811388888888","town":"nowhere"}
      {"id":"e3","name":"丙公司","名称":"丙"}

      """
    let snapshot = try Sample.ledger(Enterprise.self, lines: lines)
    let findings = try Checks.run(snapshot, today: day("2025-06-15"))
    #expect(
      findings.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0): \($0.name)" } == [
        "enterprises.jsonl:1: unknown-field",
        "enterprises.jsonl:2: bad-value",
        "enterprises.jsonl:2: credit-code-check",
        "enterprises.jsonl:2: dangling-reference",
        "enterprises.jsonl:2: missing-field",
        "enterprises.jsonl:3: unknown-field",
      ]
    )
    #expect(findings[0].help?.en == "did you mean 'town'?")
    #expect(findings[0].message.zh == "企业 e1：该种类没有字段“twon”")
    #expect(findings[2].severity == .warning)
    #expect(findings[5].help?.en == "did you mean 'name'?")
  }

  @Test func `lines that cannot be read are told once among the findings`() throws {
    let snapshot = try? Sample.ledger(Recognition.self, lines: "{\"id\":\"r1\"\n")
    let findings = try Checks.run(try #require(snapshot), today: day("2025-06-15"))
    #expect(findings.count == 1)
    #expect(findings.first?.place?.line == 1)
  }

  @Test func `a reference within a list is checked too`() throws {
    let drafts = [
      Sample.draft(Enterprise.self, "e1", ["name": "甲"]),
      Sample.draft(Patent.self, "p", ["type": "design", "owners": "e1,e2"]),
    ]
    let findings = try run(drafts, ["dangling-reference"])
    #expect(findings.map(\.message.en) == ["patent p: owners: there is no enterprise 'e2'"])
  }

  @Test func `the same credit code and the same name are told once a record`() throws {
    let drafts = [
      Sample.draft(Enterprise.self, "a", ["name": "甲公司", "creditCode": "91512081MA62K0260E"]),
      Sample.draft(Enterprise.self, "b", ["name": "甲公司", "creditCode": "91512081ma62k0260e"]),
      Sample.draft(Enterprise.self, "c", ["name": "甲 公司"]),
      Sample.draft(Enterprise.self, "d", ["name": "乙公司"]),
    ]
    let findings = try run(drafts, ["duplicate-identity"])
    #expect(findings.map(\.severity) == [.warning, .warning])
    #expect(findings.map { String($0.message.en.prefix(12)) } == ["enterprise b", "enterprise c"])
  }

  @Test func `a payer whose level neither its name nor the policy tells is kept with a warning`()
    throws
  {
    let drafts = [
      Sample.draft(Policy.self, "own", ["name": "市级办法"]),
      Sample.draft(Policy.self, "upper", ["name": "省级办法", "payer": "provincial"]),
      Sample.draft(Award.self, "a", ["policy": "own", "payer": "江苏省财政厅"]),
      Sample.draft(Award.self, "b", ["policy": "upper", "payer": "江苏省财政厅"]),
      Sample.draft(Award.self, "c", ["policy": "own", "payer": "省级"]),
    ]
    let findings = try run(drafts, ["payer-level"])
    #expect(
      findings.map(\.message.en) == [
        "award a: its payer '江苏省财政厅' tells no level of government, nor does its policy"
      ]
    )
    #expect(findings.first?.severity == .warning)
    #expect(
      findings.first?.help?.zh
        == "请填写其一：国家级、省级、市级、县级；或用 set policy own payer=… 在政策中注明，适用于该政策的全部奖励"
    )
    let award = Sample.draft(Award.self, "d", ["policy": "upper", "payer": "省财政厅"])
    #expect(try PayerRules.findings(for: [award.record()], in: Sample.ledger(drafts)) == [[]])
  }

  @Test func `strict checks wait to be asked for, or named`() throws {
    let drafts = [
      Sample.draft(Enterprise.self, "e1", ["name": "甲"]),
      Sample.draft(Enterprise.self, "e2", ["name": "乙"]),
      Sample.draft(Brand.self, "b", ["name": "甲牌", "owner": "e1"]),
      Sample.draft(Scheme.self, "w", ["name": "驰名商标", "level": "national"]),
      Sample.draft(
        Recognition.self,
        "r",
        ["scheme": "w", "brand": "b", "holder": "e2", "awarded": "2025-01-01", "event": "first"]
      ),
    ]
    #expect(try run(drafts).isEmpty)
    let strict = try run(drafts, tier: .strict).map(\.name)
    #expect(strict == ["holder-differs-from-owner", "well-known-publicity"])
    #expect(try names(drafts, "well-known-publicity") == ["well-known-publicity"])
  }

  private func mark(_ values: KeyValuePairs<String, String>) -> Draft {
    var draft = Sample.draft(Trademark.self, "CN/1", values)
    draft[Trademark.office] = "CN"
    draft[Trademark.number] = "1"
    draft[Trademark.mark] = "天汾"
    draft[Trademark.route] = .domestic
    draft[Trademark.owner] = "e1"
    return draft
  }

  private let validity = Sample.draft(
    Term.self,
    "trademark-validity",
    [
      "right": "trademark", "event": "registration", "length": "10y", "counting": "validity",
      "before": "12m", "grace": "6m", "law": "商标法", "article": "第三十九条",
    ]
  )

  @Test(arguments: [("2026-02-27", 0), ("2026-02-28", 0), ("2026-03-01", 1)])
  func `a registered mark beyond its term is found by law`(today: String, count: Int) throws {
    let drafts = [validity, mark(["registeredOn": "2016-02-29", "status": "registered"])]
    #expect(try names(drafts, "mark-expired", today: today).count == count)
    let ended = [validity, mark(["registeredOn": "2016-02-29", "status": "expired"])]
    #expect(try names(ended, "mark-expired", today: today).isEmpty)
  }

  @Test(arguments: [("2026-08-28", true), ("2026-08-29", false)])
  func `a mark in its grace is told so`(today: String, isInGrace: Bool) throws {
    let drafts = [validity, mark(["registeredOn": "2016-02-29", "status": "registered"])]
    let finding = try #require(try run(drafts, ["mark-expired"], today: today).first)
    #expect(finding.message.en.contains("the grace runs until 2026-08-28") == isInGrace)
  }

  @Test(arguments: [
    ("collective", "2024-05-13", 0), ("collective", "2024-05-14", 1), ("ordinary", "2024-05-13", 1),
    ("certification", "2024", 0), ("certification", "2025", 1),
  ])
  func `an authorisation stays within the term of a mark that has members`(
    kind: String,
    until: String,
    count: Int
  ) throws {
    let member = Sample.draft(
      Membership.self,
      "m",
      ["mark": "CN/1", "member": "e1", "state": "admitted", "authorisedUntil": until]
    )
    let drafts = [validity, mark(["registeredOn": "2014-05-14", "kind": kind]), member]
    #expect(try names(drafts, "membership-outside-mark").count == count)
  }

  @Test func `an admitted member that fails or does not mend is found`() throws {
    func member(_ id: String, _ meets: String = "yes", state: String = "admitted") -> Draft {
      Sample.draft(
        Membership.self,
        id,
        ["mark": "CN/1", "member": "e1", "state": state, "meetsStandard": meets]
      )
    }
    func inspection(_ id: String, of member: String, _ date: String, _ result: String) -> Draft {
      Sample.draft(
        Inspection.self,
        id,
        ["membership": member, "date": date, "result": result, "mendBy": "2025-06-14"]
      )
    }
    let drafts = [
      member("m1", "no"), member("m2", "no", state: "suspended"), member("m3"), member("m4"),
      member("m5"),
      inspection("i3", of: "m3", "2025-05-01", "fail"),
      inspection("i4a", of: "m4", "2025-05-01", "fail"),
      inspection("i4b", of: "m4", "2025-06-01", "pass"),
      inspection("i5", of: "m5", "2025-05-01", "mend"),
    ]
    let check = ["membership-below-standard"]
    #expect(
      try run(drafts, check).map { String($0.message.zh.prefix(9)) } == [
        "集体商标成员 m1", "集体商标成员 m3", "集体商标成员 m5",
      ]
    )
    #expect(try run(drafts, check, today: "2025-06-14").count == 2)
  }

  @Test(arguments: [
    ("201710601862.3", "invention", 0), ("ZL200920182473.2", "utility-model", 0),
    ("200920182473.2", "design", 1), ("95115608.X", "utility-model", 1),
  ])
  func `a patent's type is told by its number`(number: String, type: String, count: Int) throws {
    let draft = Sample.draft(Patent.self, "p", ["number": number, "type": type])
    #expect(try names([draft], "patent-type-number").count == count)
  }

  // An international or a divided application was filed before the year of its number.
  @Test(arguments: [
    ("201710601862.3", "2017-12-31", 0), ("201710601862.3", "2018-01-01", 1),
    ("201710601862.3", "2018", 1), ("201710601862.3", "2016-05-01", 0),
    ("95115608.X", "1996-01-02", 1), ("US1", "2018-01-01", 0),
  ])
  func `no patent was filed after the year in its number`(
    number: String,
    filed: String,
    count: Int
  ) throws {
    let draft = Sample.draft(
      Patent.self,
      "p",
      ["number": number, "type": "invention", "filedOn": filed]
    )
    #expect(try names([draft], "patent-number-year").count == count)
  }

  @Test func `gap and overlap between the versions of a term are found`() throws {
    func term(_ id: String, _ from: String?, _ until: String?) -> Draft {
      var draft = Sample.draft(
        Term.self,
        id,
        [
          "right": "other", "event": "x", "length": "1y", "counting": "acting", "law": "l",
          "article": "1",
        ]
      )
      draft[Term.inForceFrom] = from.flatMap { PartialDate($0) }
      draft[Term.inForceUntil] = until.flatMap { PartialDate($0) }
      return draft
    }
    func found(_ end: String?) throws -> Int {
      try names([term("a", nil, end), term("a-2027", "2027-01-01", nil)], "term-versions").count
    }
    #expect(try found("2026-12-30") == 1)
    #expect(try found("2026-12-31") == 0)
    #expect(try found("2027-01-01") == 1)
    #expect(try found(nil) == 1)
  }

  @Test func `cohorts that cannot be used are found with their scheme`() throws {
    let scheme = Sample.draft(
      Scheme.self,
      "s",
      ["name": "示例", "level": "county", "validity": #"[{"years":"3"}]"#]
    )
    #expect(try names([scheme], "scheme-validity") == ["scheme-validity"])
  }

  @Test func `a policy without clauses, and a clause of another policy, are found`() throws {
    func clause(_ id: String, _ policy: String) -> Draft {
      Sample.draft(
        Clause.self,
        id,
        ["policy": policy, "number": id, "operation": "fixed", "text": "示例"]
      )
    }
    let drafts = [
      Sample.draft(Policy.self, "p1", ["name": "甲", "inForceFrom": "2024-01-01"]),
      Sample.draft(Policy.self, "p2", ["name": "乙", "inForceFrom": "2024-01-01"]),
      clause("c1", "p1"),
      Sample.draft(Award.self, "a", ["policy": "p2", "clause": "c1"]),
    ]
    let findings = try run(drafts, ["policy-clauses"])
    #expect(
      findings.map { $0.message.en.prefix { $0 != ":" } } == [
        "award a", "award policy p2",
      ]
    )
    #expect(findings.map(\.severity) == [.error, .warning])
  }

  @Test func `what the award engine cannot compute is a finding with the nearest right name`()
    throws
  {
    let drafts = [
      Sample.draft(Policy.self, "p", ["name": "甲", "inForceFrom": "2024-01-01"]),
      Sample.draft(
        Clause.self,
        "c",
        ["policy": "p", "number": "一", "operation": "fixd", "text": "示例"]
      ),
    ]
    let findings = try run(drafts, ["policy-rules"])
    #expect(findings.map(\.severity) == [.error])
    #expect(findings.first?.help?.en.contains("fixed") == true)
  }

  @Test func `a number that a spreadsheet cut is told in a record`() throws {
    let line =
      #"{"id":"CN/1.2E+07","office":"CN","number":"1.2E+07","route":"domestic","mark":"甲","owner":"e1"}"#
    let ledger = try Sample.ledger(Trademark.self, lines: line + "\n")
    let found = try Checks.run(ledger, today: day("2026-01-31"), names: ["field-value"])
    #expect(found.map(\.name).contains("digits-lost"))
  }
}
