import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct IdentifierTypeTests {
  private func parsed(_ text: String, _ type: FieldType) -> JSONValue? {
    guard case .success(let value) = type.parse(text) else { return nil }
    #expect(type.check(value) == nil)
    return value
  }

  @Test(
    arguments: [
      ("1", 1), ("45", 45), ("\u{FF17}", 7), ("07", 7), ("0", nil), ("46", nil), ("-7", nil),
      ("7类", 7), ("第 35 类", 35), ("第46类", nil), ("第7", nil), ("", nil),
    ] as [(String, Int64?)]
  )
  func `a Nice class is from 1 to 45`(typed: String, number: Int64?) {
    #expect(parsed(typed, .niceClass) == number.map { .integer($0) })
  }

  @Test(
    arguments: [
      ("2025", 2025), ("1900", 1900), ("2200", 2200), ("1899", nil), ("2201", nil), ("25", nil),
      ("2025年", 2025), ("２０２５ 年度", 2025), ("年", nil), ("2025年年", nil),
    ] as [(String, Int64?)]
  )
  func `a year is a year`(typed: String, year: Int64?) {
    #expect(parsed(typed, .year) == year.map { .integer($0) })
  }

  @Test(
    arguments: [
      ("0", 0), ("1,200", 1_200), ("9223372036854775807", .max), ("-1", nil), ("1.5", nil),
      ("1,20", nil),
    ] as [(String, Int64?)]
  )
  func `a count is 0 or more`(typed: String, count: Int64?) {
    #expect(parsed(typed, .count) == count.map { .integer($0) })
  }

  @Test(arguments: ["0025-06-05", "0202-06-05", "1202", "1499-12-31"])
  func `a year before anything on record is no date`(typed: String) {
    #expect(parsed(typed, .date) == nil)
    let problem = FieldType.date.check(.string(typed))
    #expect(problem?.name == "date-too-early")
    #expect(
      problem?.message.en == "'\(typed)' is too early: dates on record begin with the year 1500"
    )
    #expect(FieldType.date.check(.string("1530-01-01")) == nil)
  }

  @Test(
    arguments: [
      ("CN", "CN"), ("us", "US"), (" wo ", "WO"), ("\u{FF25}\u{FF2D}", "EM"), ("CHN", nil),
      ("C", nil), ("XX", nil), ("ZZ", nil), ("UK", nil),
    ] as [(String, String?)]
  )
  func `an office is two letters of the standard`(typed: String, code: String?) {
    #expect(parsed(typed, .office) == code.map { .string($0) })
  }

  @Test(
    arguments: [
      ("G1800001", "1800001"), ("国际注册第G0800001号", "800001"), ("国际注册号G1900001", "1900001"),
      ("ｇ1234567a", "1234567A"), ("1800001", nil), ("GB123", nil), ("G", nil), ("", nil),
    ] as [(String, String?)]
  )
  func `the G of an international registration is no part of its number`(
    typed: String,
    number: String?
  ) {
    #expect(MarkNumber.withoutG(typed) == number)
  }

  @Test func `one mark has one number, however it is written`() {
    let field = Trademark.number.definition
    let forms = [
      "国际注册第1800001号", "第1800001号国际注册", "国际注册号1800001", "国际注册号第1800001号", "号1800001", "1800001",
      "第01800001号",
    ]
    for typed in forms {
      #expect(field.key(of: .string(typed)) == "1800001")
    }
    #expect(field.key(of: .string("G1800001")) == "g1800001")
  }

  @Test func `stored values outside their range are faults`() {
    #expect(FieldType.niceClass.check(.integer(46)) != nil)
    #expect(FieldType.niceClass.check(.string("7")) != nil)
    #expect(FieldType.year.check(.integer(25)) != nil)
    #expect(FieldType.count.check(.integer(-1)) != nil)
    #expect(FieldType.office.check(.string("cn")) != nil)
  }
}
