import Bilingual
public import JSONLines
public import Ledger

/// An exact decimal number of 64 bits with at most nine decimals.
public struct DecimalNumber: Hashable, Sendable {
  /// The digits as a whole number.
  public let units: Int64
  /// How many of the digits stand behind the point.
  public let decimals: Int

  /// Creates the number `units` divided by ten to the power of `decimals`, in lowest form.
  public init(units: Int64, decimals: Int = 0) {
    var units = units
    var decimals = decimals
    while decimals > 0, units % 10 == 0 {
      units /= 10
      decimals -= 1
    }
    self.units = units
    self.decimals = decimals
  }

  /// Reads digits with at most one point; `nil` for anything else and beyond 64 bits.
  public init?(_ text: String) {
    var units: Int64 = 0
    var decimals: Int?
    var digits = 0
    var bytes = Substring(text)
    let isNegative = bytes.first == "-"
    if isNegative { bytes = bytes.dropFirst() }
    for byte in bytes.utf8 {
      if byte == UInt8(ascii: "."), decimals == nil, digits > 0 {
        decimals = 0
        continue
      }
      guard byte &- UInt8(ascii: "0") <= 9 else { return nil }
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (sum, carry) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !overflow, !carry else { return nil }
      units = sum
      digits += 1
      decimals = decimals.map { $0 + 1 }
    }
    guard digits > 0, decimals != 0, (decimals ?? 0) <= 9 else { return nil }
    self.init(units: units, decimals: decimals ?? 0)
  }

  /// Reads a number as people type it, with grouped thousands and a word such as 万 behind it.
  init?(typed text: String, units words: [(word: String, exponent: Int)]) {
    var folded = Folding.key(text)
    // Keyboards give the sign of the yuan in two forms; those of other currencies are no yuan.
    if let first = folded.first, first == "\u{A5}" || first == "\u{FFE5}" { folded.removeFirst() }
    var exponent = 0
    // By bytes, since a word that stands at the end does so in bytes as well, and characters cost more.
    if let unit = words.first(where: {
      folded.utf8.reversed().starts(with: $0.word.utf8.reversed())
    }) {
      exponent = unit.exponent
      folded.removeLast(unit.word.count)
    }
    guard let plain = Folding.ungrouped(folded), let number = DecimalNumber(plain) else {
      return nil
    }
    guard number.decimals < exponent else {
      self.init(units: number.units, decimals: number.decimals - exponent)
      return
    }
    var units = number.units
    for _ in number.decimals..<exponent {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      units = product
    }
    self.init(units: units)
  }

  /// Returns the number as whole units of ten to the power of minus `decimals`.
  ///
  /// - Parameter decimals: How many decimals the unit has.
  /// - Returns: The units; `nil` where digits would be lost or 64 bits left.
  public func scaled(to decimals: Int) -> Int64? {
    guard decimals >= self.decimals else { return nil }
    var result = units
    for _ in self.decimals..<decimals {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }
}

extension DecimalNumber: Comparable, CustomStringConvertible, FieldValue {
  /// Orders by value, exactly.
  public static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    let left = a.units.multipliedFullWidth(by: power(b.decimals))
    let right = b.units.multipliedFullWidth(by: power(a.decimals))
    return (left.high, left.low) < (right.high, right.low)
  }

  /// Adds two numbers exactly.
  ///
  /// - Returns: The sum; `nil` where it leaves 64 bits.
  public static func sum(_ a: DecimalNumber, _ b: DecimalNumber) -> DecimalNumber? {
    let decimals = max(a.decimals, b.decimals)
    guard let left = a.scaled(to: decimals), let right = b.scaled(to: decimals) else { return nil }
    let (units, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalNumber(units: units, decimals: decimals)
  }

  private static func power(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(1) { result, _ in result * 10 }
  }

  /// The number with its decimals.
  public var description: String {
    guard decimals > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (units < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// Reads a stored number.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> DecimalNumber? {
    switch raw.kind {
    case .integer, .decimal: DecimalNumber(bytes.extracting(raw.start..<raw.end).text)
    default: nil
    }
  }

  /// The value as it is stored.
  public var json: JSONValue {
    decimals == 0 ? .integer(units) : .number(description)
  }
}

extension FieldType {
  /// An exact decimal number.
  public static let decimal: FieldType = {
    let expectation = Phrase(en: "a number such as 0.398", zh: "数字，例如 0.398")
    return FieldType(
      "decimal",
      expectation: expectation,
      form: .text,
      parse: { text in
        guard let number = DecimalNumber(typed: text, units: [("%", 0)]) else {
          return .failure(.shape(expectation, .string(text)))
        }
        return .success(number.json)
      },
      check: { value in
        switch value {
        case .integer: nil
        case .number(let text): DecimalNumber(text) == nil ? .shape(expectation, value) : nil
        default: .shape(expectation, value)
        }
      }
    )
  }()
}
