import Bilingual
public import JSONLines
public import Ledger

/// An amount of money in fen, the hundredth of a yuan.
///
/// Sums that leave 64 bits are errors, never wraps.
public struct Money: Hashable, Sendable {
  /// The amount in fen.
  public let fen: Int64

  /// Creates an amount.
  public init(fen: Int64) {
    self.fen = fen
  }

  /// No money.
  public static let zero = Money(fen: 0)

  /// Says that a sum left 64 bits.
  public struct Overflow: Error, Hashable, Sendable {
    package init() {}
  }

  /// Adds amounts.
  ///
  /// - Parameter amounts: What to add.
  /// - Returns: The sum.
  /// - Throws: ``Overflow`` where the sum leaves 64 bits.
  public static func sum(_ amounts: [Money]) throws(Overflow) -> Money {
    let sum = amounts.reduce(Int128(0)) { $0 + Int128($1.fen) }
    guard let fen = Int64(exactly: sum) else { throw Overflow() }
    return Money(fen: fen)
  }

  /// Adds an amount.
  ///
  /// - Parameter other: What to add.
  /// - Returns: The sum.
  /// - Throws: ``Overflow`` where the sum leaves 64 bits.
  public func adding(_ other: Money) throws(Overflow) -> Money {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    guard !overflow else { throw Overflow() }
    return Money(fen: sum)
  }

  /// Subtracts an amount.
  ///
  /// - Parameter other: What to subtract.
  /// - Returns: The difference.
  /// - Throws: ``Overflow`` where it leaves 64 bits.
  public func subtracting(_ other: Money) throws(Overflow) -> Money {
    let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
    guard !overflow else { throw Overflow() }
    return Money(fen: difference)
  }

  /// Multiplies by a count.
  ///
  /// - Parameter count: How many times.
  /// - Returns: The product.
  /// - Throws: ``Overflow`` where it leaves 64 bits.
  public func multiplied(by count: Int64) throws(Overflow) -> Money {
    let (product, overflow) = fen.multipliedReportingOverflow(by: count)
    guard !overflow else { throw Overflow() }
    return Money(fen: product)
  }
}

extension Money: Comparable, CustomStringConvertible {
  /// Orders by amount.
  public static func < (a: Money, b: Money) -> Bool {
    a.fen < b.fen
  }

  /// The amount in yuan with two decimals and grouped thousands, such as `1,234.56`.
  public var description: String {
    let magnitude = fen.magnitude
    // At most 20 digits, 6 commas, a point and a sign.
    return String { (text: inout DigitText) in
      text.prepend(Int(magnitude % 10))
      text.prepend(Int(magnitude / 10 % 10))
      text.prepend(UInt8(ascii: "."))
      var (rest, count) = (magnitude / 100, 0)
      repeat {
        if count > 0, count % 3 == 0 { text.prepend(UInt8(ascii: ",")) }
        text.prepend(Int(rest % 10))
        rest /= 10
        count += 1
      } while rest > 0
      if fen < 0 { text.prepend(UInt8(ascii: "-")) }
    }
  }
}

extension Money: FieldValue {
  /// Reads stored fen.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> Money? {
    raw.integer(in: bytes).map { Money(fen: $0) }
  }

  /// The value as it is stored.
  public var json: JSONValue { .integer(fen) }

  /// Reads an amount as people type it: `500000`, `1,234.56`, `50万`, `1.2亿`, `¥500元`.
  ///
  /// - Parameter text: The amount in yuan; more than two decimals of a yuan are refused.
  public init?(typed text: String) {
    guard let number = DecimalNumber(typed: text, units: Self.units),
      let fen = number.scaled(to: 2)
    else { return nil }
    self.init(fen: fen)
  }

  /// The words for powers of ten, the longest first.
  static let units: [(word: String, exponent: Int)] = [
    ("万亿元", 12), ("万亿", 12), ("亿元", 8), ("亿", 8), ("百万元", 6), ("百万", 6), ("万元", 4), ("万", 4),
    ("千元", 3), ("分", -2), ("fen", -2), ("元", 0), ("圆", 0), ("yuan", 0), ("cny", 0), ("rmb", 0),
  ]
}

extension FieldType {
  /// Money of which there is none or some; a negative sum is kept with a warning.
  public static let amount = FieldType(
    money.name,
    expectation: money.expectation,
    form: .money,
    parse: money.parse,
    check: { value in
      guard let fen = value.integer, fen < 0 else { return money.check(value) }
      return FieldProblem(
        "negative-amount",
        Phrase(en: "\(Money(fen: fen)) yuan is less than nothing", zh: "\(Money(fen: fen)) 元为负数"),
        isWarning: true
      )
    }
  )

  /// Money in fen, typed in yuan.
  public static let money: FieldType = {
    let expectation = Phrase(
      en: "an amount in yuan such as 500000, 50万 or 1,234.56",
      zh: "以元为单位的金额，例如 500000、50万、1,234.56"
    )
    return FieldType(
      "money",
      expectation: expectation,
      form: .money,
      parse: { text in
        guard let money = Money(typed: text) else {
          return .failure(.shape(expectation, .string(text)))
        }
        return .success(money.json)
      },
      check: { value in
        value.integer == nil
          ? .shape(Phrase(en: "a whole number of fen", zh: "以分为单位的整数"), value) : nil
      }
    )
  }()
}
