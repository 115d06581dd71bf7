import Bilingual
import Exchange
import Testing

struct HeaderMappingTests {
  private static let targets = [
    FieldTarget(name: "name", labels: ["Name", "名称"], aliases: ["企业名称", "Company"]),
    FieldTarget(name: "validUntil", labels: ["Valid until", "有效期至"]),
    FieldTarget(name: "capital", labels: ["Registered capital", "注册资金"]),
    FieldTarget(name: "town", labels: ["Town", "乡镇"]),
    FieldTarget(name: "district", labels: ["District", "乡镇"]),
  ]

  private static func mapping(_ header: String, _ rules: [String] = []) throws -> HeaderMapping {
    try HeaderMapping(
      table(header + "\n").header,
      targets: targets,
      rules: MappingRules(options: rules, origin: "--map")
    )
  }

  private static func errors(_ header: String, _ rules: [String] = []) -> [ExchangeError] {
    let errors = #expect(throws: ExchangeErrors.self) { try mapping(header, rules) }
    return errors?.errors ?? []
  }

  @Test(arguments: [
    ("name", "name", HeaderMapping.Match.Origin.exactName),
    (" 企业名称 ", "name", .exactName),
    ("有效期至", "validUntil", .exactName),
    ("NAME", "name", .foldedName),
    ("ＶＡＬＩＤ＿ＵＮＴＩＬ", "validUntil", .foldedName),
    ("valid-until:", "validUntil", .foldedName),
    ("*企业 名称（必填）", "name", .foldedName),
    ("注册资金(万元)", "capital", .foldedName),
    ("注册资金【万元】(选填)", "capital", .foldedName),
    ("\"注册资金\n(元)\"", "capital", .foldedName),
  ])
  func `a name is matched in any spelling`(
    _ name: String,
    _ field: String,
    _ origin: HeaderMapping.Match.Origin
  ) throws {
    let mapping = try Self.mapping("x,\(name)")
    #expect(mapping.matches.map(\.field) == [field])
    #expect(mapping.matches.map(\.origin) == [origin])
    #expect(mapping.matches.map(\.column.index) == [1])
    #expect(mapping.ignored.map(\.name) == ["x"])
  }

  @Test(arguments: ["企业名称(曾用名)", "names", "***", "(万元)"])
  func `another name is not matched`(_ name: String) throws {
    #expect(try Self.mapping("x,\(name)").matches.isEmpty)
  }

  @Test func `the unit in a header is told, since it changes the amount`() throws {
    let mapping = try Self.mapping("注册资金（万元）（必填）,名称")
    #expect(mapping.matches.map(\.column.unit) == ["万元", nil])
  }

  @Test func `the unit may stand behind a word, a slash or a power of ten`() throws {
    let header = "注册资金(单位：万元),乡镇/亿元,名称（十万元）,有效期至"
    let rules = ["乡镇/亿元=town"]
    let mapping = try Self.mapping(header, rules)
    #expect(mapping.matches.map(\.column.unit) == ["万元", "亿元", "十万元", nil])
    #expect(mapping.cellColumns.map(\.field) == ["name", "validUntil", "capital", "town"])
  }

  @Test func `columns and fields that no rule settles are matched by name`() throws {
    let mapping = try Self.mapping("name,旧名,有效期至,注,空", ["旧名=name", "注=-"])
    #expect(mapping.matches.map(\.field) == ["name", "validUntil"])
    #expect(mapping.matches.map(\.origin) == [.rule, .exactName])
    #expect(mapping.fields == ["name", "validUntil"])
    #expect(mapping.ignored.map(\.name) == ["name", "空"])
  }

  @Test func `columns used in a template are not ignored`() throws {
    let mapping = try Self.mapping("a,b,c", ["name:={a}{b|}"])
    #expect(mapping.fields == ["name"])
    #expect(mapping.matches.isEmpty)
    #expect(mapping.ignored.map(\.name) == ["c"])
  }

  @Test func `values tell their columns and where they stand`() throws {
    var table = try table("企业名称,有效期至,b\n甲,,x\n 乙 ,2027,")
    let mapping = try HeaderMapping(
      table.header,
      targets: Self.targets,
      rules: MappingRules(options: ["town:={b|企业名称}", "district:=启东"], origin: "--map")
    )
    let first = mapping.values(of: try #require(try table.next()))
    #expect(first.map(\.field) == ["name", "town", "district"])
    #expect(first.map(\.text) == ["甲", "x", "启东"])
    #expect(first.map { $0.columns.map(\.name) } == [["企业名称"], ["b"], []])
    #expect(first.map(\.position.column) == [1, 4, 1])
    let second = mapping.values(of: try #require(try table.next()))
    #expect(second.map(\.text) == [" 乙 ", "2027", " 乙 ", "启东"])
    #expect(second.map(\.position) == [1, 5, 1, 1].map { Position(line: 3, column: $0) })
  }

  @Test func `a short row gives the fields that it has`() throws {
    var table = try table("名称,有效期至\n甲\n")
    let mapping = try HeaderMapping(table.header, targets: Self.targets)
    let row = try #require(try table.next())
    #expect(mapping.values(of: row).map(\.field) == ["name"])
  }

  struct Mistake: Sendable {
    let header: String
    let rules: [String]
    let code: ExchangeError.Code
    let place: String
    let says: String
  }

  @Test(arguments: [
    Mistake(
      header: "名称,Company",
      rules: [],
      code: .fieldMatchedTwice,
      place: "f.csv:1:4",
      says: "`name`"
    ),
    Mistake(
      header: "a,b",
      rules: ["a=name", "b=名称"],
      code: .fieldMatchedTwice,
      place: "--map:2:3",
      says: "by `a` and by `b`"
    ),
    Mistake(
      header: "a,b",
      rules: ["a=name", "name:=x"],
      code: .fieldMatchedTwice,
      place: "--map:2:1",
      says: "`:=`"
    ),
    Mistake(
      header: "a",
      rules: ["a=nmae"],
      code: .unknownField,
      place: "--map:1:3",
      says: "did you mean `name`?"
    ),
    Mistake(
      header: "a",
      rules: ["a=企业明称"],
      code: .unknownField,
      place: "--map:1:3",
      says: "`企业名称`"
    ),
    Mistake(
      header: "a",
      rules: ["a=有效期止"],
      code: .unknownField,
      place: "--map:1:3",
      says: "`有效期至`"
    ),
    Mistake(
      header: "a",
      rules: ["a=xyzzy"],
      code: .unknownField,
      place: "--map:1:3",
      says: "the fields are `name`, "
    ),
    Mistake(
      header: "品牌名,b",
      rules: ["商标名=name"],
      code: .unknownColumn,
      place: "--map:1:1",
      says: "`品牌名`, `b`"
    ),
    Mistake(
      header: "品牌名称,b",
      rules: ["品牌名=name"],
      code: .unknownColumn,
      place: "--map:1:1",
      says: "mean `品牌名称`?"
    ),
    Mistake(
      header: "mark,b",
      rules: ["name:={mrak}"],
      code: .unknownColumn,
      place: "--map:1:8",
      says: "`mark`?"
    ),
    Mistake(
      header: "a",
      rules: ["b:x=y"],
      code: .unknownColumn,
      place: "--map:1:1",
      says: "columns are `a`"
    ),
    Mistake(
      header: "注,注",
      rules: ["注=name"],
      code: .ambiguousColumn,
      place: "--map:1:1",
      says: "columns 1, 2"
    ),
    Mistake(
      header: "a,乡镇",
      rules: [],
      code: .ambiguousField,
      place: "f.csv:1:3",
      says: "`town`, `district`"
    ),
    Mistake(
      header: "a",
      rules: ["a=乡镇"],
      code: .ambiguousField,
      place: "--map:1:3",
      says: "`town`, `district`"
    ),
    Mistake(
      header: "a",
      rules: ["a=-", "a=name"],
      code: .repeatedRule,
      place: "--map:2:1",
      says: "`a`"
    ),
    Mistake(
      header: "a",
      rules: ["a:x=1", "A: x =2"],
      code: .repeatedRule,
      place: "--map:2:4",
      says: "`x`"
    ),
  ])
  func `a mistake is named where it is made`(_ mistake: Mistake) throws {
    let errors = Self.errors(mistake.header, mistake.rules)
    #expect(errors.map(\.code) == [mistake.code])
    let error = try #require(errors.first)
    #expect(error.place.description == mistake.place)
    let words = "\(error.message.en); \(error.help?.en ?? "")"
    #expect(words.contains(mistake.says))
  }

  @Test(arguments: ["column 2=-", "第2列=-", "第２列 = -"])
  func `a column is named by its place where names are the same or missing`(_ rule: String) throws {
    let table = try table("名称,名称,\n甲,乙,丙\n")
    let targets = [FieldTarget(name: "name", labels: ["名称"]), FieldTarget(name: "town")]
    let rules = try MappingRules(options: [rule, "column 3=town"], origin: "--map")
    let mapping = try HeaderMapping(table.header, targets: targets, rules: rules)
    let values = try rows(of: table).flatMap { mapping.values(of: $0) }
    #expect(values.map(\.field) == ["name", "town"])
    #expect(values.map(\.text) == ["甲", "丙"])
    #expect(Self.errors("a,b", ["column 3=name"]).map(\.code) == [.unknownColumn])
  }

  @Test func `all mistakes are named at once`() {
    let errors = Self.errors("名称,Company,a", ["a=nmae", "b=town", "town:={c}{d}"])
    #expect(
      errors.map(\.code)
        == [.unknownField, .unknownColumn, .unknownColumn, .unknownColumn, .fieldMatchedTwice]
    )
  }
}
