import Bilingual
import Exchange
import Testing

struct MappingRulesTests {
  private static let fields = ["name", "holder", "note", "number"].map { FieldTarget(name: $0) }

  /// The fields of the one row of a table, under mapping rules.
  private static func values(_ rules: String, of table: String) throws -> [String: String] {
    var table = try TableReader(CSVReader(source(table), delimiter: .comma))
    let mapping = try HeaderMapping(
      table.header,
      targets: fields,
      rules: MappingRules(SourceText(Array(rules.utf8), origin: "m.map"))
    )
    let row = try #require(try table.next())
    let values = mapping.values(of: row).map { ($0.field, $0.text) }
    return Dictionary(uniqueKeysWithValues: values)
  }

  struct Example: Sendable {
    let rules: String
    let table: String
    let values: [String: String]
  }

  @Test(arguments: [
    Example(rules: "a=name", table: "a,b\n1,2", values: ["name": "1"]),
    Example(rules: " a = name \r\n\r\n # b = note\n", table: "a,b\n1,2", values: ["name": "1"]),
    Example(rules: "a=name\na=note", table: "a\n1", values: ["name": "1", "note": "1"]),
    Example(rules: "name=-", table: "name,holder\n1,2", values: ["holder": "2"]),
    Example(rules: "name=note", table: "name,b\n1,2", values: ["note": "1"]),
    Example(rules: "note := 公示 = 名单 # 1 ", table: "a\n1", values: ["note": "公示 = 名单 # 1"]),
    Example(rules: "number:={a}-{b}", table: "a,b\nx,7", values: ["number": "x-7"]),
    Example(rules: "number:={a}-{b}", table: "a,b\nx, ", values: [:]),
    Example(rules: "number:={a}-{b|}", table: "a,b\nx,", values: ["number": "x-"]),
    Example(rules: "name:={a|b}", table: "a,b\n,乙", values: ["name": "乙"]),
    Example(rules: "name:={ a | b }", table: "a,b\n甲,乙", values: ["name": "甲"]),
    Example(rules: "note:={{{a}}}", table: "a\n1", values: ["note": "{1}"]),
    Example(rules: "a=name\na:市老字号=lzh", table: "a\n市老字号", values: ["name": "lzh"]),
    Example(rules: "a=name\na:市老字号=lzh", table: "a\n 市老字号 ", values: ["name": "lzh"]),
    Example(rules: "a=name\na:市老字号=lzh", table: "a\n省老字号", values: ["name": "省老字号"]),
    Example(rules: "a=name\na:N/A=", table: "a\nN/A", values: [:]),
    Example(rules: "a=name\na:\"\"=无", table: "a,b\n,1", values: ["name": "无"]),
    Example(rules: "name:={a|b}\na:-=", table: "a,b\n-,乙", values: ["name": "乙"]),
    Example(rules: "a:\"x=y\"=\" z \"\na=note", table: "a\nx=y", values: ["note": " z "]),
    Example(rules: "\"a=\"\"b\"\"\"=note", table: "\"a=\"\"b\"\"\"\n1", values: ["note": "1"]),
    Example(rules: "note:={\"a|}\"}", table: "a|}\n1", values: ["note": "1"]),
    Example(rules: "Ａ列 = NAME", table: "a 列\n1", values: ["name": "1"]),
  ])
  func `rules fill fields`(_ example: Example) throws {
    #expect(try Self.values(example.rules, of: example.table) == example.values)
  }

  @Test(arguments: [
    ("a", 1, 2), ("= name", 1, 1), ("a =", 1, 4), ("# x\n\nnote :=  ", 3, 10), ("\"a = b", 1, 1),
    ("\"a\"b = c", 1, 4), ("列 := {a", 1, 6), ("n := {}", 1, 7), ("n := {|a}", 1, 7),
    ("n := a}b", 1, 7), ("列:字", 1, 4), ("a = \"b\" c", 1, 9),
  ])
  func `a line that cannot be read is named`(_ rules: String, _ line: Int, _ column: Int) {
    let errors = #expect(throws: ExchangeErrors.self) {
      try MappingRules(SourceText(Array(rules.utf8), origin: "m.map"))
    }
    #expect(errors?.errors.map(\.code) == [.malformedRule])
    #expect(errors?.errors.first?.place.position == Position(line: line, column: column))
  }

  @Test func `every bad option is reported under its number`() {
    let errors = #expect(throws: ExchangeErrors.self) {
      try MappingRules(options: ["a", "b=name", "c"], origin: "--map")
    }
    #expect(errors?.errors.map(\.place.description) == ["--map:1:2", "--map:3:2"])
  }

  @Test func `options come before the file`() throws {
    let file = try MappingRules(
      SourceText(Array("a=name\nb=holder\nnote:=old\nb:x=y\nb:z=w".utf8), origin: "m.map")
    )
    let options = try MappingRules(options: ["c=name", "note:=new", "b:x=q"], origin: "--map")
    var table = try table("a,b,c,d\n1,x,3,4\n1,z,3,4")
    let mapping = try HeaderMapping(
      table.header,
      targets: Self.fields,
      rules: options.overriding(file)
    )
    let first = mapping.values(of: try #require(try table.next())).map(\.text)
    #expect(first == ["3", "q", "new"])
    let second = mapping.values(of: try #require(try table.next())).map(\.text)
    #expect(second == ["3", "w", "new"])
    #expect(mapping.ignored.map(\.name) == ["a", "d"])
  }
}
