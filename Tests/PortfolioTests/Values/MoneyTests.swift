import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct MoneyTests {
  @Test(
    arguments: [
      ("500000", 50_000_000), ("0", 0), ("0.01", 1), ("0.10", 10), ("0.010", 1), ("1.5", 150),
      ("1,234.56", 123_456), ("12,345,678", 1_234_567_800), ("50万", 50_000_000),
      ("50 万元", 50_000_000), ("1.5亿", 15_000_000_000), ("1.2亿元", 12_000_000_000),
      ("2百万", 200_000_000), ("3千元", 300_000), ("0.00001万", 10), ("1万亿", 100_000_000_000_000),
      ("¥3,000元", 300_000), ("\u{FFE5}3,000元", 300_000), ("\u{A5}500", 50_000),
      ("500元", 50_000), ("500圆", 50_000), ("500 yuan", 50_000), ("500RMB", 50_000),
      ("500 CNY", 50_000), ("-500", -50_000), ("-1,000.50", -100_050),
      ("\u{FF15}\u{FF10}万", 50_000_000), ("1\u{FF0C}234\u{FF0E}56", 123_456),
      ("92,233,720,368,547,758.07", .max), ("-92233720368547758.08", .min),
    ] as [(String, Int64)]
  )
  func `an amount is read as people type it`(typed: String, fen: Int64) {
    #expect(Money(typed: typed)?.fen == fen)
    guard case .success(let value) = FieldType.money.parse(typed) else {
      Issue.record("refused")
      return
    }
    #expect(value == .integer(fen))
    #expect(FieldType.money.check(value) == nil)
  }

  @Test(arguments: [
    "", " ", "abc", "万", "元", "¥", "1,23", "12,34,567", "1234,567", ",123", "1,234,", "0.001",
    "1.005", "0.0000001万", "1.2.3", "1.", ".5", "--5", "5-", "+5", "1e3", "0x10", "五百", "50万万",
    "50万5千", "50%", "$500", "US$500", "500美元", "€500", "HK$1", "50 thousand",
    "92233720368547758.08", "-92233720368547758.09", "100000000万亿", "9223372036854775807",
    "99999999999999999999",
  ])
  func `what is no amount of yuan and fen is refused`(typed: String) {
    #expect(Money(typed: typed) == nil)
  }

  @Test(
    arguments: [
      (0, "0.00"), (1, "0.01"), (-1, "-0.01"), (99, "0.99"), (100, "1.00"), (123_456, "1,234.56"),
      (-100_000_00, "-100,000.00"), (99_999_999, "999,999.99"), (100_000_000, "1,000,000.00"),
      (.max, "92,233,720,368,547,758.07"), (.min, "-92,233,720,368,547,758.08"),
    ] as [(Int64, String)]
  )
  func `an amount is printed in yuan with grouped thousands`(fen: Int64, text: String) {
    #expect(Money(fen: fen).description == text)
    #expect(Money(typed: text) == Money(fen: fen))
  }

  @Test func `a negative amount is kept with a warning where none can be`() throws {
    let problem = try #require(FieldType.amount.check(.integer(-300)))
    #expect(problem.name == "negative-amount")
    #expect(problem.isWarning)
    #expect(problem.message.en == "-3.00 yuan is less than nothing")
    #expect(FieldType.amount.check(.integer(0)) == nil)
    #expect(FieldType.amount.check(.string("3"))?.name == "bad-value")
    #expect(FieldType.money.check(.integer(-300)) == nil)
    for field in [EnterpriseYear.salesFen, EnterpriseYear.taxFen, Loan.principalFen] {
      #expect(field.definition.type.check(.integer(-1))?.isWarning == true)
    }
  }

  @Test func `sums within 64 bits are exact`() throws {
    let most = Money(fen: .max)
    #expect(try Money(fen: 1).adding(Money(fen: 2)) == Money(fen: 3))
    #expect(try most.subtracting(most) == .zero)
    let least = Money(fen: .min)
    #expect(try Money.sum([most, most, least, least, Money(fen: 5)]) == Money(fen: 3))
    #expect(try Money(fen: .max - 1).adding(Money(fen: 1)) == most)
    #expect(try Money(fen: -1).subtracting(most) == Money(fen: .min))
    #expect(try Money(fen: 30_000).multiplied(by: -3) == Money(fen: -90_000))
    #expect(Money(fen: -1) < .zero)
  }

  @Test func `sums beyond 64 bits are errors`() {
    let most = Money(fen: .max)
    let least = Money(fen: .min)
    #expect(throws: Money.Overflow.self) { try most.adding(Money(fen: 1)) }
    #expect(throws: Money.Overflow.self) { try Money.sum([most, Money(fen: 1)]) }
    #expect(throws: Money.Overflow.self) { try least.adding(Money(fen: -1)) }
    #expect(throws: Money.Overflow.self) { try least.subtracting(Money(fen: 1)) }
    #expect(throws: Money.Overflow.self) { try Money.zero.subtracting(least) }
    #expect(throws: Money.Overflow.self) { try most.multiplied(by: 2) }
    #expect(throws: Money.Overflow.self) { try least.multiplied(by: -1) }
  }

  @Test(arguments: [
    JSONValue.number("1.5"), .number("9223372036854775808"), .string("500"), .boolean(true),
  ])
  func `money is stored as a whole number of fen only`(value: JSONValue) {
    #expect(FieldType.money.check(value)?.isWarning == false)
  }
}
