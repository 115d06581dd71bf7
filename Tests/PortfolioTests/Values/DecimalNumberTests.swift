import JSONLines
import Ledger
import Portfolio
import Testing

struct DecimalNumberTests {
  @Test(
    arguments: [
      ("0", 0, 0), ("0.0", 0, 0), ("-0", 0, 0), ("7", 7, 0), ("0.398", 398, 3), ("-0.5", -5, 1),
      ("1.50", 15, 1), ("100", 100, 0), ("007", 7, 0), ("0.000000001", 1, 9),
      ("9223372036854775807", .max, 0), ("-9223372036854775808", .min, 0),
      ("922337203685477580.7", .max, 1), ("-9.223372036", -9_223_372_036, 9),
    ] as [(String, Int64, Int)]
  )
  func `a number is read exactly and in lowest form`(text: String, units: Int64, decimals: Int) {
    let number = DecimalNumber(text)
    #expect(number?.units == units)
    #expect(number?.decimals == decimals)
    #expect(number == DecimalNumber(units: units, decimals: decimals))
    #expect(number.flatMap { DecimalNumber($0.description) } == number)
  }

  @Test(arguments: [
    "", "-", ".", ".5", "5.", "-.5", "1.2.3", "+1", "1e3", "1,000", " 1", "--1", "1-", "٣",
    "0.0000000001", "9223372036854775808", "-9223372036854775809", "922337203685477580.8",
  ])
  func `anything else is no number`(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func `numbers are ordered by value, exactly`() throws {
    let texts = [
      "-9223372036854775808", "-922337203685477580.7", "-1", "-0.999999999", "-0.1", "0",
      "0.000000001", "0.1", "0.10000001", "0.9", "1", "1.000000001", "9", "9.1",
      "922337203685477580.6", "922337203685477580.7", "9223372036854775806",
      "9223372036854775807",
    ]
    let numbers = try texts.map { try #require(DecimalNumber($0)) }
    for (i, a) in numbers.enumerated() {
      for (j, b) in numbers.enumerated() {
        #expect((a < b) == (i < j))
        #expect((a == b) == (i == j))
      }
    }
  }

  @Test func `a number is scaled without losing a digit or not at all`() {
    #expect(DecimalNumber("1.5")?.scaled(to: 2) == 150)
    #expect(DecimalNumber("-0.01")?.scaled(to: 2) == -1)
    #expect(DecimalNumber("0.001")?.scaled(to: 2) == nil)
    #expect(DecimalNumber("7")?.scaled(to: 0) == 7)
    #expect(DecimalNumber("922337203685477580.7")?.scaled(to: 1) == .max)
    #expect(DecimalNumber("922337203685477580.7")?.scaled(to: 2) == nil)
  }

  @Test(arguments: [
    ("0.398", JSONValue.number("0.398")), ("39.80", .number("39.8")),
    ("1,234.5", .number("1234.5")), ("36.9%", .number("36.9")),
    ("12", .integer(12)), ("-9223372036854775808", .integer(.min)),
  ])
  func `a number is stored as a number`(typed: String, value: JSONValue) throws {
    guard case .success(let stored) = FieldType.decimal.parse(typed) else {
      Issue.record("refused")
      return
    }
    #expect(stored == value)
    #expect(FieldType.decimal.check(stored) == nil)
    let bytes = stored.text
    var scanner = JSONScanner(0..<bytes.count)
    let raw = try scanner.document(bytes.span)
    #expect(DecimalNumber.read(raw, in: bytes.span)?.json == value)
  }

  @Test(arguments: [
    JSONValue.string("1"), .number("1e3"), .number("0.1234567891"), .number("9223372036854775808"),
    .null,
  ])
  func `a stored number beyond what is exact is a fault`(value: JSONValue) {
    #expect(FieldType.decimal.check(value)?.isWarning == false)
  }
}
