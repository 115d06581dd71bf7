public import Bilingual

/// A length of time as the law names it: years, months, days or working days.
public struct Period: Hashable, Sendable {
  /// What is counted.
  public enum Unit: String, Sendable {
    /// Calendar years.
    case years = "y"
    /// Calendar months.
    case months = "m"
    /// Calendar days.
    case days = "d"
    /// Days on which offices work.
    case workingDays = "wd"
  }

  /// How many.
  public let count: Int
  /// Of what.
  public let unit: Unit

  /// Creates a period.
  ///
  /// - Parameters:
  ///   - count: How many, 1 to 9999.
  ///   - unit: Of what.
  public init?(_ count: Int, _ unit: Unit) {
    guard (1...9999).contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }

  /// Reads `10y`, `3m`, `30d` or `15wd`; `nil` for anything else.
  public init?(_ text: String) {
    let digits = text.utf8.prefix { $0 &- UInt8(ascii: "0") <= 9 }
    guard (1...4).contains(digits.count),
      let unit = Unit(rawValue: String(text.dropFirst(digits.count)))
    else { return nil }
    self.init(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, unit)
  }

  /// The period in words.
  public var phrase: Phrase {
    let plural = count == 1 ? "" : "s"
    return switch unit {
    case .years: Phrase(en: "\(count) year\(plural)", zh: "\(count) 年")
    case .months: Phrase(en: "\(count) month\(plural)", zh: "\(count) 个月")
    case .days: Phrase(en: "\(count) day\(plural)", zh: "\(count) 日")
    case .workingDays: Phrase(en: "\(count) working day\(plural)", zh: "\(count) 个工作日")
    }
  }

  /// The months of a period of years or months; `nil` for days.
  var months: Int? {
    switch unit {
    case .years: count * 12
    case .months: count
    case .days, .workingDays: nil
    }
  }
}

extension Period: CustomStringConvertible {
  /// The period as `10y`, `3m`, `30d` or `15wd`.
  public var description: String { "\(count)\(unit.rawValue)" }
}
