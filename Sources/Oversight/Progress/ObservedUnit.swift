import Ledger
import Portfolio

/// The unit in which a value is reported, as so many times one in which others may be.
struct ObservedUnit {
  private let exponent: Int
  /// What is measured; `nil` where only a power of ten is named.
  private let base: String?

  /// Reads a unit such as 万元, 亿元 or 件: a power of ten and what is measured.
  init(_ name: String) {
    var key = Folding.key(name).replacing("圆", with: "元")
    // What a year brings is reported without saying so.
    if key.hasSuffix("/年") { key.removeLast(2) }
    if key.contains("人民币") {
      key.replace("人民币", with: "")
      if !key.contains("元") { key += "元" }
    }
    // The 百 of 百分点 is no power.
    guard !Self.percents.contains(key) else {
      (exponent, base) = (0, "%")
      return
    }
    var rest = key[...]
    var exponent = 0
    while let power = rest.first.flatMap({ Self.powers[$0] }) {
      exponent += power
      rest.removeFirst()
    }
    self.exponent = exponent
    if rest.isEmpty, exponent > 0 {
      base = nil
    } else {
      // Things are counted by many words.
      base = Self.counters.contains(String(rest)) ? "" : String(rest)
    }
  }

  private static let powers: [Character: Int] = ["十": 1, "百": 2, "千": 3, "万": 4, "亿": 8]
  private static let percents: Set<String> = ["%", "百分比", "百分点", "个百分点"]
  private static let counters: Set<String> = [
    "个", "件", "家", "户", "项", "种", "次", "只", "枚", "条", "台", "套", "场", "份", "篇",
  ]

  /// Whether both measure the same; a bare 万 or 亿 is of what the other measures, but no share.
  private func isLike(_ other: ObservedUnit) -> Bool {
    guard let base, let measured = other.base else {
      return !["%", "‰"].contains(base ?? other.base)
    }
    return base == measured
  }

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
    guard from.isLike(to) else { return nil }
    let decimals = value.decimals - from.exponent + to.exponent
    if decimals >= 0 {
      return decimals <= 15 ? DecimalNumber(units: value.units, decimals: decimals) : nil
    }
    return DecimalNumber(units: value.units).scaled(to: -decimals)
      .map { DecimalNumber(units: $0) }
  }
}
