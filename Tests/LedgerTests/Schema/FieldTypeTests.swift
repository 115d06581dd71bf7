import Bilingual
import JSONLines
import Ledger
import Testing

struct FieldTypeTests {
  private static let level = FieldType.choice([
    Choice("national", en: "national", zh: "国家级", also: ["部级"]),
    Choice("county", en: "county level", zh: "县级"),
  ])

  /// What parsing gives, `nil` for a refusal; what is stored must pass its own check.
  private func parsed(_ text: String, _ type: FieldType) -> JSONValue? {
    guard case .success(let value) = type.parse(text) else { return nil }
    #expect(type.check(value) == nil)
    return value
  }

  @Test(arguments: ["", " a ", "天汾", "e\u{301}", "\u{0}\n"])
  func `a text is kept byte for byte`(typed: String) {
    #expect(parsed(typed, .text) == .string(typed))
  }

  @Test(
    arguments: [
      ("0", 0), ("-5", -5), (" 1 200 ", 1_200), ("1,234,567", 1_234_567),
      ("\u{FF11}\u{FF0C}\u{FF12}\u{FF13}\u{FF14}", 1_234), ("9223372036854775807", .max),
      ("-9223372036854775808", .min), ("9223372036854775808", nil), ("1,23", nil), ("12,34", nil),
      ("1.0", nil), ("", nil), ("x", nil), ("5个", nil), ("0x10", nil), ("1e3", nil),
    ] as [(String, Int64?)]
  )
  func `a whole number is read with grouped thousands`(typed: String, number: Int64?) {
    #expect(parsed(typed, .integer) == number.map { .integer($0) })
  }

  @Test(
    arguments: [
      ("true", true), ("YES", true), ("y", true), ("1", true), ("是", true), ("有", true),
      ("\u{FF39}", true), ("False", false), ("no", false), ("0", false), ("否", false), ("无", false),
      ("√", true), ("×", false),
      ("", nil), ("maybe", nil), ("2", nil), ("不是", nil),
    ] as [(String, Bool?)]
  )
  func `yes and no are read in both languages`(typed: String, truth: Bool?) {
    #expect(parsed(typed, .boolean) == truth.map { .boolean($0) })
  }

  @Test(
    arguments: [
      ("national", "national"), ("National", "national"), ("国家级", "national"),
      ("国家 级", "national"), ("部级", "national"), ("county", "county"), ("COUNTYLEVEL", "county"),
      ("county level", "county"), ("县级", "county"), ("省级", nil), ("", nil), ("nat", nil),
    ] as [(String, String?)]
  )
  func `a choice is read by code, by name and by other names`(typed: String, code: String?) {
    #expect(parsed(typed, Self.level) == code.map { .string($0) })
  }

  @Test func `a choice is told by its name where that differs from its code`() {
    #expect(Self.level.expectation.en == "one of: national, county (county level)")
    #expect(Self.level.expectation.zh == "以下之一：national(国家级)、county(县级)")
  }

  @Test(arguments: ["{\"a\":[1]}", "[]", "1.50", "null", "\"x\""])
  func `a value without shape is read as JSON`(typed: String) throws {
    #expect(parsed(typed, .object) == (try JSONValue(parsing: typed)))
  }

  @Test func `what is no JSON is refused with its fault`() {
    guard case .failure(let problem) = FieldType.object.parse("{a:1}") else {
      Issue.record("was read")
      return
    }
    #expect(problem.name == "json-unexpected-byte")
    #expect(!problem.isWarning)
  }

  @Test(arguments: [
    "天汾,东成,大力", "天汾\u{FF0C}东成\u{FF0C}大力", "天汾、东成、大力", "天汾; 东成;大力",
    "天汾\u{FF1B}东成\u{FF1B}大力\u{FF1B}", ",天汾,,\u{3000}东成 , 大力,",
  ])
  func `a list is parted by the commas and semicolons of both keyboards`(typed: String) {
    #expect(
      parsed(typed, .list(of: .text)) == .array([.string("天汾"), .string("东成"), .string("大力")])
    )
  }

  @Test func `a list of other values reads each of them`() {
    #expect(
      parsed("7、8、35", .list(of: .integer)) == .array([.integer(7), .integer(8), .integer(35)])
    )
    #expect(parsed("7、x", .list(of: .integer)) == nil)
    #expect(parsed(" ", .list(of: .integer)) == .array([]))
    #expect(
      parsed("县级,部级", .list(of: Self.level)) == .array([.string("county"), .string("national")])
    )
  }

  @Test(arguments: [
    (FieldType.text, JSONValue.integer(1)),
    (.integer, .string("1")),
    (.integer, .number("1.0")),
    (.integer, .number("9223372036854775808")),
    (.boolean, .string("true")),
    (.boolean, .integer(1)),
    (.reference(to: "tool"), .string("")),
    (.reference(to: "tool"), .integer(1)),
    (.choice([Choice("a", en: "x", zh: "y")]), .string("x")),
    (.choice([Choice("a", en: "x", zh: "y")]), .null),
    (.list(of: .text), .string("a")),
    (.list(of: .text), .array([.string("a"), .integer(1)])),
  ])
  func `a stored value of another shape is a fault`(type: FieldType, value: JSONValue) {
    let problem = type.check(value)
    #expect(problem?.name == "bad-value")
    #expect(problem?.isWarning == false)
  }

  @Test func `an error in a list is not hidden by a warning before it`() {
    let odd = FieldType(
      "odd",
      expectation: Phrase(en: "odd", zh: "奇"),
      form: .text,
      parse: { .success(.string($0)) },
      check: { value in
        switch value.string {
        case "odd": FieldProblem("odd", Phrase(en: "odd", zh: "奇"), isWarning: true)
        case "bad": FieldProblem("bad", Phrase(en: "bad", zh: "坏"))
        default: nil
        }
      }
    )
    let check = FieldType.list(of: odd).check
    #expect(check(.array([.string("odd"), .string("bad")]))?.name == "bad")
    #expect(check(.array([.string("ok"), .string("odd")]))?.name == "odd")
    #expect(check(.array([.string("ok")])) == nil)
  }

  @Test func `a refusal names the value and what is expected in both languages`() {
    guard case .failure(let problem) = Self.level.parse("省级") else {
      Issue.record("was read")
      return
    }
    for part in ["'省级'", "national", "county (county level)"] {
      #expect(problem.message.en.contains(part))
    }
    for part in ["省级", "国家级", "县级"] { #expect(problem.message.zh.contains(part)) }
  }
}
