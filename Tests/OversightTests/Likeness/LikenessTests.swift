import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// What is alike, with how much and why: suggestions, checked by pairs of names that offices meet.
struct LikenessTests {
  private static func enterprise(
    _ id: String,
    _ name: String,
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Sample.draft(Enterprise.self, id, more)
    draft[Enterprise.name] = name
    return draft
  }

  private static func mark(
    _ id: String,
    _ text: String,
    _ owner: String = "e1",
    _ classes: [Int] = [8]
  ) -> Draft {
    var draft = Sample.draft(Trademark.self, id, ["office": "CN", "number": id, "route": "国内"])
    draft[Trademark.mark] = text
    draft[Trademark.owner] = RecordID(owner)
    draft[Trademark.classes] = classes
    return draft
  }

  /// The score of two names of enterprises beside others, and the first reason.
  private static func compare(
    _ a: (name: String, more: KeyValuePairs<String, String>),
    _ b: (name: String, more: KeyValuePairs<String, String>)
  ) throws -> (score: Int, reason: String)? {
    let ledger = Sample.ledger([
      enterprise("a", a.name, a.more), enterprise("b", b.name, b.more),
      // What teaches that 启东 and 如皋 are places.
      enterprise("c", "启东市全然无关渔业公司"), enterprise("d", "如皋市毫不相干纺织公司"),
    ])
    let pair = try Likeness.pairs(Enterprise.schema, in: ledger, atLeast: 1).list.first {
      Set([$0.first.id, $0.second.id]) == ["a", "b"]
    }
    return pair.map { ($0.resemblance.score, $0.resemblance.reasons[0].en) }
  }

  /// The score of two texts of marks, and the first reason.
  private static func marks(_ a: String, _ b: String) throws -> (score: Int, reason: String)? {
    let ledger = Sample.ledger([mark("1", a), mark("2", b, "e2")])
    let pair = try Likeness.pairs(Trademark.schema, in: ledger, atLeast: 1).list.first
    return pair.map { ($0.resemblance.score, $0.resemblance.reasons[0].en) }
  }

  @Test(arguments: [
    ("启东市示例水产有限公司", "启东市示例水产有限责任公司", "the same but for the legal form"),
    ("启东市示例水产有限公司", "启东示例水产股份有限公司", "the same but for the legal form"),
    ("启东市示例水产有限公司", "江苏省启东市示例水产有限公司", "the same but for the place"),
    ("启东市示例水产有限公司", "启东市示例水产（集团）有限公司", "the same but for the legal form"),
    ("启东市示例水产有限公司", "示例水产（启东）有限公司", "the same but for the place"),
    ("启东市ABC水产有限公司", "启东市ａｂｃ水产 有限公司", "the same but for width, case, blanks and punctuation"),
    ("启东市东丰水产有限公司", "啟東市東豐水產有限公司", "the same in traditional and simplified characters"),
    ("启东市示例水产有限公司", "启东市示立水产有限公司", "sounds the same: shilishuichan"),
    ("启东市大海渔业机械有限公司", "启东市大海渔具机械有限公司", "one character off: 业/具"),
  ])
  func `an enterprise entered twice is found whatever the name was made of`(
    _ a: String,
    _ b: String,
    _ reason: String
  ) throws {
    let found = try #require(try Self.compare((a, [:]), (b, [:])))
    #expect(found.reason == reason)
    #expect(found.score >= 80)
  }

  @Test func `a former name and a code within the code count for more than names`() throws {
    let former = try Self.compare(
      ("启东市示例水产有限公司", ["曾用名": "启东县渔业社"]),
      ("启东县渔业社", [:])
    )
    #expect(former?.reason == "one is the other's former name")
    #expect(former?.score == 96)
    let code = try Self.compare(
      ("甲厂", ["creditCode": "91512081MA62K0260E"]),
      ("乙公司", ["creditCode": "92512081MA62K0260B"])
    )
    #expect(code?.reason == "the same organisation code within the credit code")
    #expect(code?.score == 97)
  }

  @Test func `valid codes that differ, and other places, make a likeness weaker`() throws {
    let plain = try Self.compare(("启东市示例水产有限公司", [:]), ("启东市示例水产公司", [:]))
    let coded = try Self.compare(
      ("启东市示例水产有限公司", ["creditCode": "91512081MA62K0260E"]),
      ("启东市示例水产公司", ["creditCode": "91320681MA1MX0CN3D"])
    )
    #expect(plain?.score == 94)
    #expect(coded?.score == 69)
    #expect(try Self.compare(("启东市示例水产有限公司", [:]), ("如皋市示例水产有限公司", [:]))?.score == 84)
  }

  @Test(arguments: [
    ("启东市示例水产有限公司", "启东市海润电子有限公司"), ("启东市大江机械厂", "启东市长城电器厂"),
    ("启东市甲有限公司", "启东市乙有限公司"),
  ])
  func `names that share only place, trade or legal form are not alike`(_ a: String, _ b: String)
    throws
  {
    #expect(try Self.compare((a, [:]), (b, [:])).map { $0.score < 70 } ?? true)
  }

  @Test(arguments: [
    ("天汾", "田汾", 88, "sounds the same but for tones: tianfen"),
    ("天汾", "添汾", 92, "sounds the same: tianfen"),
    ("天汾", "天奋", 88, "sounds the same but for tones: tianfen"),
    ("天汾", "夭汾", 93, "looks alike: 天/夭"), ("康师傅", "康帅傅", 93, "looks alike: 师/帅"),
    ("吕四渔港", "呂四漁港", 98, "the same in traditional and simplified characters"),
    ("蓝月亮", "月蓝亮", 85, "the same characters in another order"),
    ("示例海鲜王", "示例河鲜王", 83, "one character off: 海/河"),
    ("天汾", "TianFen", 86, "'tianfen' is how the other is read"),
    ("银行卡", "银航卡", 92, "sounds the same: yinxingka, yinhangka"),
    ("申通", "圣通", 80, "sounds alike: shentong, shengtong"),
    ("南孚", "南孚聚能环", 72, "one holds the other: 南孚"),
    ("SUNTORY", "SUNT0RY", 93, "looks alike: o/0"), ("MODERN", "MODEM", 93, "looks alike"),
    ("PYTHON", "PYTHQN", 76, "one character off: o/q"),
    ("COLUMBIAN", "COLOMBIEN", 70, "2 characters off: u/o a/e"),
  ])
  func `marks are alike by eye or ear, with the reason`(
    _ a: String,
    _ b: String,
    _ score: Int,
    _ reason: String
  ) throws {
    let found = try #require(try Self.marks(a, b), "\(a) \(b)")
    #expect(found.score == score)
    #expect(found.reason == reason)
    let turned = try #require(try Self.marks(b, a))
    #expect(turned.score == score)
  }

  @Test(arguments: [
    ("天汾", "海润"), ("示例", "实力派"), ("JAVA", "PYTHON"), ("ABC", "ABD"), ("甲", "乙"), ("图形", "海图"),
  ])
  func `marks with nothing in common are not suggested`(_ a: String, _ b: String) throws {
    #expect(try Self.marks(a, b).map { $0.score < 70 } ?? true)
  }

  @Test func `without a class in common a likeness is weaker, and says so`() throws {
    let ledger = Sample.ledger([
      Self.mark("1", "天汾", "e1", [8]), Self.mark("2", "田汾", "e2", [25]),
      Self.mark("3", "田汾", "e3", [7, 8]),
    ])
    let first = try #require(try ledger.table(Trademark.self)["1"])
    let matches = try Likeness.matches(of: first, in: ledger, atLeast: 1)
    #expect(matches.map { "\($0.record.id) \($0.resemblance.score)" } == ["3 88", "2 68"])
    #expect(matches.map { $0.resemblance.reasons[1].zh } == ["相同类别 8", "但没有相同类别"])
    let words = try Likeness.matches(
      named: "天份",
      Trademark.schema,
      classes: [25],
      in: ledger,
      atLeast: 70
    )
    #expect(words.map(\.record.id) == ["2"])
  }

  @Test func `what hundreds of marks share is not compared, and the rest is found`() throws {
    var drafts = (0..<300).map { Self.mark("m\($0)", "中国\($0)号") }
    drafts += [Self.mark("a", "吕四海鲜"), Self.mark("b", "吕泗海鲜", "e2")]
    let pairs = try Likeness.pairs(Trademark.schema, in: Sample.ledger(drafts), atLeast: 92)
    #expect(pairs.list.contains { $0.first.id == "a" && $0.second.id == "b" })
  }

  @Test
  func
    `strict checks tell enterprises and marks entered twice, and marks of others that are alike`()
    throws
  {
    var again = Self.mark("0017", "天 汾")
    again[Trademark.classes] = [8]
    var ended = Self.mark("5", "添汾", "e2")
    ended[Trademark.status] = .cancelled
    let ledger = Sample.ledger([
      Self.enterprise("e1", "启东市示例水产有限公司"), Self.enterprise("e2", "启东示例水产有限公司"),
      Self.mark("17", "天汾"), again, Self.mark("4", "田汾", "e2"), ended,
      Self.mark("6", "天汾", "e1", [9]),
    ])
    func findings(_ tier: Check.Tier) throws -> [String] {
      try Checks.run(ledger, today: Day(ordinal: 20_000), tier: tier)
        .filter { ["likely-duplicate", "similar-marks"].contains($0.name) }
        .map { "\($0.name) \($0.message.en.prefix { $0 != ":" })" }.sorted()
    }
    #expect(
      try findings(.strict) == [
        "likely-duplicate enterprise e2", "likely-duplicate trademark 0017",
        "similar-marks trademark 4", "similar-marks trademark 4",
      ]
    )
    #expect(try findings(.basic).isEmpty)
  }
}
