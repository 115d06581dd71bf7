import Ledger
import Portfolio

/// The unit in which a value is reported, as so many times one in which others may be.
struct ObservedUnit {
  private let exponent: Int
  private let base: String

  /// Reads a unit such as 万元, 亿元 or 件: a power of ten and what is measured.
  init(_ name: String) {
    var rest = Folding.key(name)[...]
    var exponent = 0
    while let power = rest.first.flatMap({ Self.powers[$0] }) {
      exponent += power
      rest.removeFirst()
    }
    self.exponent = exponent
    // Things are counted by many words.
    base = Self.counters.contains(String(rest)) ? "" : String(rest)
  }

  private static let powers: [Character: Int] = ["十": 1, "百": 2, "千": 3, "万": 4, "亿": 8]
  private static let counters: Set<String> = ["个", "件", "家", "户", "项", "种", "次", "只", "枚"]

  /// The value of an observation in the unit of the target that it is compared with.
  ///
  /// - Parameters:
  ///   - observation: The observation.
  ///   - target: The target's unit; without one, or where the observation has none, the value stays.
  /// - Returns: The value; `nil` where the units are not of one measure.
  static func value(of observation: Record, in target: String?) -> DecimalNumber? {
    guard let value = observation[Observation.value] else { return nil }
    guard let own = observation[Observation.unit], let target,
      Folding.key(own) != Folding.key(target)
    else { return value }
    let (from, to) = (ObservedUnit(own), ObservedUnit(target))
    guard from.base == to.base else { return nil }
    let decimals = value.decimals - from.exponent + to.exponent
    if decimals >= 0 {
      return decimals <= 15 ? DecimalNumber(units: value.units, decimals: decimals) : nil
    }
    return DecimalNumber(units: value.units).scaled(to: -decimals)
      .map { DecimalNumber(units: $0) }
  }
}
