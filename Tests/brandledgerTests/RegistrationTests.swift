import Testing

/// What is asked of a title before it is registered: each rule with its refusal or warning.
struct RegistrationTests {
  private static let base = [
    "add", "recognition", "brand=甲牌", "holder=启东市示例甲有限公司", "route=行政",
  ]

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "name=启东市示例甲有限公司")
    try desk.expect("add", "brand", "name=甲牌", "owner=启东市示例甲有限公司")
    return desk
  }

  struct Rule: CustomTestStringConvertible {
    let name: String
    let values: [String]
    let code: Int32
    var testDescription: String { name }
  }

  @Test(arguments: [
    Rule(name: "title-in-future", values: ["scheme=江苏精品", "awarded=2026-02-01"], code: 3),
    Rule(name: "title-outside-scheme", values: ["scheme=中国名牌产品", "awarded=2020-01-01"], code: 3),
    Rule(name: "title-outside-scheme", values: ["scheme=江苏省著名商标", "awarded=2019-01-01"], code: 3),
    Rule(name: "unknown-reference", values: ["scheme=没有的奖", "awarded=2025-01-01"], code: 3),
    Rule(
      name: "renewal-without-first",
      values: ["scheme=江苏精品", "awarded=2025-01-01", "event=复评"],
      code: 0
    ),
    Rule(name: "title-unknown-date", values: ["scheme=江苏精品", "awarded=2025-06"], code: 0),
    Rule(name: "title-unknown-date", values: ["scheme=江苏精品"], code: 0),
    Rule(
      name: "revoked-before-won",
      values: ["scheme=江苏精品", "awarded=2025-06-02", "revokedOn=2025-06-01"],
      code: 3
    ),
  ])
  func `a title is refused or warned about, with what to do`(_ rule: Rule) throws {
    let desk = try desk()
    let outcome = try desk.run(Self.base + rule.values)
    #expect(outcome.code == rule.code)
    #expect(outcome.names == [rule.name])
    #expect(outcome.errors.contains("  help: "))
    #expect(!outcome.errors.contains("recognitions.jsonl"), "it stands in no file yet")
    #expect(try desk.records("recognition").count == (rule.code == 0 ? 1 : 0))
  }

  @Test func `today is not the future`() throws {
    #expect(
      try desk().run(Self.base + ["scheme=江苏精品", "awarded=2026-01-31"]).errors.hasPrefix("added")
    )
  }

  @Test func `the same title twice is refused, its renewal is not`() throws {
    let desk = try desk()
    let first = try desk.run(Self.base + ["scheme=江苏精品", "awarded=2024-06-18"]).output.dropLast()
    let twice = try desk.run(Self.base + ["scheme=江苏精品", "awarded=2025-06-18"])
    #expect(twice.code == 3)
    #expect(twice.names == ["title-twice"])
    #expect(twice.errors.contains("event=renewal and previous=\(first)"))
    let renewal = try desk.run(
      Self.base + ["scheme=江苏精品", "awarded=2025-06-18", "event=renewal", "previous=\(first)"]
    )
    #expect(renewal.code == 0)
    #expect(renewal.names.isEmpty)
  }

  @Test func `a title that nobody holds is warned about`() throws {
    let outcome = try desk().run(
      "add",
      "recognition",
      "scheme=江苏精品",
      "brand=甲牌",
      "awarded=2025-06-18"
    )
    #expect(outcome.code == 0)
    #expect(outcome.names == ["title-without-holder"])
  }

  @Test func `an unknown holder or brand is refused with the way to create it`() throws {
    let desk = try desk()
    let outcome = try desk.run(
      "add",
      "recognition",
      "scheme=江苏精品",
      "awarded=2025-06-18",
      "brand=新牌子",
      "holder=别的单位"
    )
    #expect(outcome.code == 3)
    #expect(outcome.names == ["unknown-reference", "unknown-reference"])
    #expect(outcome.errors.contains("--create"))
  }

  @Test func `set is held to the same rules`() throws {
    let desk = try desk()
    let id = try desk.run(Self.base + ["scheme=江苏精品", "awarded=2024-06-18"]).output.dropLast()
    let outcome = try desk.run("set", "recognition", String(id), "awarded=2027-01-01")
    #expect(outcome.code == 3)
    #expect(outcome.names == ["title-in-future"])
  }

  @Test(
    arguments: [
      ("US", "17123456", []), ("US", "11123456", []), ("EP", "19876543.2", []),
      ("JP", "2019-123456", []), ("CN", "US1", ["patent-number-form"]),
      ("CN", "201710601862.4", ["patent-number-check"]),
      (nil, "201710601862.4", ["patent-number-check"]),
    ] as [(String?, String, [String])]
  )
  func `only a Chinese patent number is judged by the form of Chinese ones`(
    office: String?,
    number: String,
    names: [String]
  ) throws {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "名称=示例甲厂", "类型=公司")
    let words = ["add", "patent", "number=\(number)", "title=甲", "type=发明", "owners=示例甲厂"]
    let added = try desk.run(words + (office.map { ["office=\($0)"] } ?? []))
    #expect(added.code == 0, "\(added.errors)")
    #expect(added.names == names)
    let found = try desk.run("check", "field-value", "-O", "json").rows()
    #expect(found.compactMap { $0["name"] as? String } == names)
    if names.isEmpty {
      #expect(try desk.run("set", "patent", "甲", "filedOn=2020-01-01").names.isEmpty)
    }
  }
}
