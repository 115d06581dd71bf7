import Bilingual
import JSONLines
import Ledger
import Oversight
import Portfolio
import Testing

/// Finding what is alike without comparing all with all: the same findings, and a number of comparisons that grows
/// as the ledger does.
struct LikenessIndexTests {
  private static func mark(_ number: Int, _ text: String, owner: Int, _ classes: [Int]) -> Draft {
    var draft = Sample.draft(
      Trademark.self,
      "m\(number)",
      ["office": "CN", "number": "\(number)", "route": "国内"]
    )
    draft[Trademark.mark] = text
    draft[Trademark.owner] = RecordID("e\(owner)")
    draft[Trademark.classes] = classes
    return draft
  }

  /// Names of few characters that look and sound alike, so that chance makes every kind of likeness.
  private static func names(_ count: Int, seed: UInt64) -> [String] {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabets = [
      Array("天田添夭汾份奋吕四海鲜"), Array("行航银电动工具1"), Array("modernvwcl0o"), Array("tianfenhx"),
      Array("aab天汾b"),
    ]
    return (0..<count).map { _ in
      let alphabet = alphabets[next(alphabets.count)]
      return String((0..<(1 + next(9))).map { _ in alphabet[next(alphabet.count)] })
    }
  }

  @Test(arguments: [84, 70, 98, 90, 81], [1, 2] as [UInt64])
  func `the index finds exactly the pairs that comparing all with all finds`(
    _ least: Int,
    _ seed: UInt64
  ) throws {
    let names = Self.names(160, seed: seed)
    let ledger = Sample.ledger(
      names.enumerated().map { number, name in
        Self.mark(number, name, owner: number, number % 3 == 0 ? [8] : [8, 9 + number % 2])
      }
    )
    var expected: Set<String> = []
    let records = try ledger.table(Trademark.self).records
    for record in records {
      for match in try Likeness.matches(of: record, in: ledger, atLeast: least) {
        let ids = [record.id.text, match.record.id.text].sorted()
        expected.insert("\(ids) \(match.resemblance.score)")
      }
    }
    let found = try Likeness.pairs(Trademark.schema, in: ledger, atLeast: least).list.map {
      "\([$0.first.id.text, $0.second.id.text].sorted()) \($0.resemblance.score)"
    }
    #expect(Set(found) == expected)
    #expect(found.count == expected.count)
    #expect(expected.count > 4)
  }

  @Test(arguments: [84, 70])
  func `enterprises are found as comparing all with all finds them`(_ least: Int) throws {
    let places = ["", "启东市", "如皋市"]
    let forms = ["", "有限公司", "公司"]
    let drafts = Self.names(240, seed: 7).enumerated().map { number, name -> Draft in
      var draft = Sample.draft(Enterprise.self, "e\(number)", [:])
      draft[Enterprise.name] = places[number % 3] + name + forms[number / 3 % 3]
      if number % 10 == 0 { draft[Enterprise.address] = "启东市示例路示例大厦" }
      return draft
    }
    let ledger = Sample.ledger(drafts)
    var expected: Set<Set<String>> = []
    for record in try ledger.table(Enterprise.self).records {
      for match in try Likeness.matches(of: record, in: ledger, atLeast: least) {
        expected.insert([record.id.text, match.record.id.text])
      }
    }
    let found = try Likeness.pairs(Enterprise.schema, in: ledger, atLeast: least).list.map {
      Set([$0.first.id.text, $0.second.id.text])
    }
    #expect(Set(found) == expected)
    #expect(expected.count > 4)
  }

  @Test(
    arguments: [
      "numbered": { "示例\($0)" }, "in two places": { "中国海\($0 % 70)鲜王\($0 / 70)号" },
      "in letters": { "EXAMPLE BRAND \($0)" }, "the same": { _ in "图形" },
    ] as [String: @Sendable (Int) -> String]
  )
  func `however many marks there are, each is compared with few`(
    _ kind: String,
    _ name: @Sendable (Int) -> String
  ) throws {
    for count in [500, 1_000, 2_000] { #expect(try Self.comparisons(count, name) <= 8 * count) }
  }

  @Test func `of very many that differ in one character each is compared with a bounded number`()
    throws
  {
    let counts = try [1_000, 2_000, 4_000].map { count in
      try Self.comparisons(count) { number in
        "中国\(Unicode.Scalar(UInt32(0x4E00 + number)).map { "\($0)" } ?? "")鲜王牌"
      }
    }
    for (less, more) in zip(counts, counts.dropFirst()) {
      #expect(Double(more) <= 2.2 * Double(less))
      #expect(more > less)
    }
  }

  private static func comparisons(_ count: Int, _ name: (Int) -> String) throws -> Int {
    let drafts = (0..<count).map { mark($0, name($0), owner: $0, [1 + $0 % 7]) }
    return try Likeness.pairs(Trademark.schema, in: Sample.ledger(drafts), atLeast: 84).comparisons
  }

  @Test func `names that stand hundreds of times are counted, and told once`() throws {
    let drafts = (0..<201).map { Self.mark($0, "图形", owner: $0, [8]) }
    let ledger = Sample.ledger(drafts)
    let pairs = try Likeness.pairs(Trademark.schema, in: ledger, atLeast: 84)
    #expect(pairs.list.isEmpty)
    #expect(pairs.crowds.map(\.count) == [201])
    let findings = try Checks.run(
      ledger,
      today: Day(ordinal: 20_000),
      names: ["similar-marks"]
    )
    #expect(
      findings.map(\.message.zh) == ["商标 m0：有 201 条记录名为“图形”；数量过多，未逐对比较"]
    )
    let fewer = Sample.ledger(Array(drafts.prefix(30)))
    #expect(try Likeness.pairs(Trademark.schema, in: fewer, atLeast: 84).list.count == 30 * 29 / 2)
  }
}
