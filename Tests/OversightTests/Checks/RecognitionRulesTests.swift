import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct RecognitionRulesTests {
  private static let base = [
    Sample.draft(
      Scheme.self,
      "famous",
      [
        "name": "示例名牌产品", "level": "national", "wonFrom": "2005-09-01",
        "wonUntil": "2007-09-30", "validity": #"[{"years":3}]"#, "abolition": "示例公告",
      ]
    ),
    Sample.draft(Scheme.self, "prize", ["name": "示例质量奖", "level": "county"]),
    Sample.draft(Enterprise.self, "e1", ["name": "甲公司"]),
    Sample.draft(Enterprise.self, "e2", ["name": "乙公司"]),
    Sample.draft(Brand.self, "b1", ["name": "甲牌", "owner": "e1"]),
  ]

  private func won(
    _ id: String,
    _ awarded: String?,
    scheme: String = "prize",
    event: String? = "first",
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Sample.draft(Recognition.self, id, more)
    draft[Recognition.scheme] = RecordID(scheme)
    draft[Recognition.brand] = draft[Recognition.brand] ?? "b1"
    draft[Recognition.holder] = draft[Recognition.holder] ?? "e1"
    draft[Recognition.awarded] = awarded.flatMap { PartialDate($0) }
    draft[Recognition.event] = event.flatMap { RecognitionEvent(rawValue: $0) }
    return draft
  }

  private func findings(_ draft: Draft, beside: [Draft] = []) throws -> [Diagnostic] {
    try RecognitionRules.findings(
      for: draft.record(),
      in: Sample.ledger(Self.base + beside),
      today: day("2025-06-15")
    )
  }

  private func names(_ draft: Draft, beside: [Draft] = []) throws -> [String] {
    try findings(draft, beside: beside).map(\.name)
  }

  @Test(arguments: [
    ("2005-08-31", false), ("2005-09-01", true), ("2005-09-02", true),
    ("2007-09-29", true), ("2007-09-30", true), ("2007-10-01", false),
  ])
  func `a title is refused outside the days on which it could be won`(
    date: String,
    fits: Bool
  ) throws {
    let findings = try findings(won("r", date, scheme: "famous"))
    #expect(findings.map(\.name) == (fits ? [] : ["title-outside-scheme"]))
    #expect(findings.allSatisfy { $0.severity == .error && $0.help != nil })
  }

  @Test func `the refusal names the scheme, its last day and the act that ended it`() throws {
    let finding = try #require(try findings(won("r", "2008-01-01", scheme: "famous")).first)
    #expect(
      finding.message.zh == "荣誉 r：“示例名牌产品”在 2007-09-30 之后不再授予，记录日期为 2008-01-01(示例公告)"
    )
    #expect(finding.message.en.contains("could not be won after 2007-09-30"))
  }

  @Test(arguments: [("2005-08", 1), ("2005-09", 0), ("2005", 0), ("2004", 1)])
  func `a partial date is outside only as a whole`(date: String, count: Int) throws {
    let names = try names(won("r", date, scheme: "famous"))
    #expect(names.count { $0 == "title-outside-scheme" } == count)
    #expect(names.contains("title-unknown-date"))
  }

  @Test(arguments: [("2025-06-14", 0), ("2025-06-15", 0), ("2025-06-16", 1), ("2026", 1)])
  func `a title in the future is refused`(date: String, count: Int) throws {
    #expect(try names(won("r", date)).count { $0 == "title-in-future" } == count)
  }

  @Test func `an unknown scheme, holder or brand is refused`() throws {
    let findings = try findings(
      won("r", "2025-01-01", scheme: "none", ["brand": "b9", "holder": "e9"])
    )
    #expect(findings.map(\.name) == Array(repeating: "dangling-reference", count: 3))
    #expect(findings.allSatisfy { $0.severity == .error })
  }

  @Test func `brand and holder may be written together with the title`() throws {
    let together = [
      Sample.draft(Enterprise.self, "e9", ["name": "新公司"]),
      Sample.draft(Brand.self, "b9", ["name": "新牌", "owner": "e9"]),
    ]
    let snapshot = Sample.ledger(Self.base).applying(together.map(Change.put))
    let findings = try RecognitionRules.findings(
      for: won("r", "2025-01-01", ["brand": "b9", "holder": "e9"]).record(),
      in: snapshot,
      today: day("2025-06-15")
    )
    #expect(findings.isEmpty)
  }

  @Test(arguments: [("2008-08-30", 1), ("2008-08-31", 1), ("2008-09-01", 0)])
  func `a first title is refused while the former still holds`(date: String, count: Int) throws {
    // Won on 2005-09-01 for three years, it holds through 2008-08-31.
    let former = won("r1", "2005-09-01", scheme: "famous")
    let names = try names(won("r0", date, scheme: "famous"), beside: [former])
    #expect(names.count { $0 == "title-twice" } == count)
  }

  @Test func `a title that nobody holds is warned about, with the owner of its brand`() throws {
    var draft = won("r", "2025-01-01")
    draft[Recognition.holder] = nil
    let findings = try findings(draft)
    #expect(findings.map(\.name) == ["title-without-holder"])
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.first?.help?.en.contains("holder=e1") == true)
  }

  @Test func `the same title on the same day is refused whatever the ids`() throws {
    let former = won("m", "2025-01-01")
    #expect(try names(won("a", "2025-01-01"), beside: [former]) == ["title-twice"])
    #expect(try names(won("z", "2025-01-01"), beside: [former]) == ["title-twice"])
    #expect(try names(won("z", "2025-01-01", event: nil), beside: [former]) == ["title-twice"])
    #expect(try names(won("m", "2025-01-01"), beside: [former]).isEmpty)
    let product = won("z", "2025-01-01", ["product": "电钻"])
    #expect(try names(product, beside: [won("m", "2025-01-01", ["product": "电锯"])]).isEmpty)
  }

  @Test func `a renewal of a title that holds is welcome, one without a first is warned about`()
    throws
  {
    let first = won("r1", "2020-01-01")
    let renewal = won("r2", "2025-01-01", event: "renewal")
    #expect(try names(renewal, beside: [first]).isEmpty)
    let findings = try findings(renewal)
    #expect(findings.map(\.name) == ["renewal-without-first"])
    #expect(findings.map(\.severity) == [.warning])
    #expect(try names(renewal, beside: [won("r1", "2025-02-01")]) == ["renewal-without-first"])
    let elsewhere = won("r1", "2020-01-01", ["brand": "b2"])
    let named = won("r2", "2025-01-01", event: "renewal", ["previous": "r1"])
    #expect(try names(named, beside: [elsewhere]).isEmpty)
  }

  @Test func `an unknown date is warned about, a revocation before the day won is refused`() throws
  {
    let unknown = try findings(won("r", nil))
    #expect(unknown.map(\.name) == ["title-unknown-date"])
    #expect(unknown.map(\.severity) == [.warning])
    let revoked = won("r", "2025-01-02", ["revokedOn": "2025-01-01"])
    #expect(try names(revoked) == ["revoked-before-won"])
    #expect(try names(won("r", "2025-01-02", ["revokedOn": "2025-01-02"])).isEmpty)
    #expect(try names(won("r", "2025-01-02", ["validUntil": "2024"])) == ["revoked-before-won"])
  }
}
