import JSONLines
import Portfolio

/// An exact fraction.
public struct Fraction: Hashable, Sendable {
  /// The part.
  public let numerator: Int64
  /// The whole, above zero.
  public let denominator: Int64

  /// Creates a fraction in lowest terms; `nil` unless the whole is above zero.
  public init?(_ numerator: Int64, _ denominator: Int64) {
    guard denominator > 0 else { return nil }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    // The divisor is at most the denominator, so it is representable, and at least 1.
    let divisor = Int64(a)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }
}

extension DecimalNumber {
  /// Returns the number times a fraction, rounded down to the decimals that it has.
  ///
  /// - Returns: The product; `nil` beyond 64 bits.
  func scaled(by numerator: Int, over denominator: Int) -> DecimalNumber? {
    let (product, overflow) = units.multipliedReportingOverflow(by: Int64(numerator))
    guard !overflow, denominator > 0 else { return nil }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int64(denominator))
    return DecimalNumber(units: remainder < 0 ? quotient - 1 : quotient, decimals: decimals)
  }

  /// Returns the number divided by another, exactly.
  ///
  /// - Returns: The ratio; `nil` where the other is not above zero, and beyond 64 bits.
  func ratio(to other: DecimalNumber) -> Fraction? {
    let decimals = max(decimals, other.decimals)
    guard let part = scaled(to: decimals), let whole = other.scaled(to: decimals) else {
      return nil
    }
    return Fraction(part, whole)
  }
}

extension Fraction {
  /// The fraction as the product's JSON has it.
  var json: JSONValue {
    .object([
      JSONMember("numerator", .integer(numerator)),
      JSONMember("denominator", .integer(denominator)),
    ])
  }

  /// Returns the fraction times another, in lowest terms; `nil` beyond 64 bits.
  func times(_ numerator: Int, over denominator: Int) -> Fraction? {
    let (part, overflow) = self.numerator.multipliedReportingOverflow(by: Int64(numerator))
    let (whole, overflows) = self.denominator.multipliedReportingOverflow(by: Int64(denominator))
    guard !overflow, !overflows else { return nil }
    return Fraction(part, whole)
  }
}
