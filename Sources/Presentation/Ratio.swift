/// An exact fraction and how many decimals of it are shown, with no floating point on the way.
public struct Ratio: Hashable, Sendable {
  /// How a ratio is written.
  public enum Unit: Sendable {
    /// As a decimal number, `0.82`.
    case number
    /// In hundredths with a percent sign, `82%`.
    case percent
  }

  /// The part.
  public let numerator: Int64
  /// The whole; zero makes a ratio without a value, shown as `—`.
  public let denominator: Int64
  /// The decimals shown, from 0 to 9.
  public let decimals: Int
  /// How the ratio is written.
  public let unit: Unit

  /// Creates a ratio; a number of decimals out of range takes the nearest in range.
  public init(_ numerator: Int64, of denominator: Int64, decimals: Int, as unit: Unit) {
    self.numerator = numerator
    self.denominator = denominator
    self.decimals = min(max(decimals, 0), 9)
    self.unit = unit
  }

  /// The ratio as a person reads it, rounded half away from zero; `nil` where the whole is zero.
  var text: String? {
    guard denominator != 0 else { return nil }
    let scale = (0..<decimals).reduce(unit == .percent ? 100 : 1) { product, _ in product * 10 }
    let whole = UInt128(denominator.magnitude)
    let (quotient, remainder) =
      (UInt128(numerator.magnitude) * UInt128(scale)).quotientAndRemainder(dividingBy: whole)
    let rounded = remainder >= whole - remainder ? quotient + 1 : quotient
    let negative = (numerator < 0) != (denominator < 0) && rounded != 0
    let number = decimalText(rounded, decimals: decimals, grouped: false)
    return (negative ? "-" : "") + number + (unit == .percent ? "%" : "")
  }
}

/// Returns an amount of fen as yuan with two decimals, `1,234,567.89` or `1234567.89`.
public func yuanText(fen: Int64, grouped: Bool = true) -> String {
  (fen < 0 ? "-" : "") + decimalText(UInt128(fen.magnitude), decimals: 2, grouped: grouped)
}

/// Returns the decimal number of which the last digits of `units` are the decimals.
private func decimalText(_ units: UInt128, decimals: Int, grouped: Bool) -> String {
  let digits = String(units)
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
  let integer = padded.dropLast(decimals)
  var result = ""
  for (index, digit) in integer.enumerated() {
    if grouped, index > 0, (integer.count - index).isMultiple(of: 3) { result += "," }
    result.append(digit)
  }
  return decimals == 0 ? result : result + "." + padded.suffix(decimals)
}
