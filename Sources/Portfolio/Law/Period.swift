public import Bilingual
import Ledger

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
  ///   - count: How many, 1 to 9999; of days also none, for what counts on the day itself.
  ///   - unit: Of what.
  public init?(_ count: Int, _ unit: Unit) {
    guard (1...9999).contains(count) || count == 0 && unit == .days else { return nil }
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

  /// Reads a length as people type it: `10y`, `3个月`, `30日`, `15个工作日`.
  public init?(typed text: String) {
    let folded = Folding.key(text)
    let digits = folded.prefix { $0.isASCII && $0.isNumber }
    let unit: Unit? =
      switch folded.dropFirst(digits.count) {
      case "y", "年": .years
      case "m", "月", "个月": .months
      case "d", "日", "天": .days
      case "wd", "工作日", "个工作日": .workingDays
      default: nil
      }
    guard let unit, (1...4).contains(digits.count), let count = Int(digits) else { return nil }
    self.init(count, unit)
  }

  /// The period in words.
  public var phrase: Phrase {
    switch unit {
    case .years: Phrase(en: "\(count, of: "year")", zh: "\(count) 年")
    case .months: Phrase(en: "\(count, of: "month")", zh: "\(count) 个月")
    case .days: Phrase(en: "\(count, of: "day")", zh: "\(count) 日")
    case .workingDays: Phrase(en: "\(count, of: "working day")", zh: "\(count) 个工作日")
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
