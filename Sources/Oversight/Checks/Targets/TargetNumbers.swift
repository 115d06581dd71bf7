import Bilingual
import Ledger
import Portfolio

/// What the numbers of a target ask for: value, range, average and points.
enum TargetNumbers {
  /// What no count can meet, or no points can be given for.
  static func errors(in target: Record) -> [Finding] {
    [faultInValue(target), faultInRange(target), faultInAverage(target), faultInPoints(target)]
      .compactMap(\.self)
  }

  /// Finds a stock that is asked for as what is new, which counts what is held all the same.
  static func faultInBasis(_ target: Record) -> Finding? {
    guard target[Target.basis] == .flow,
      let indicator = target[Target.indicator].flatMap({ Indicator($0) }),
      indicator.measure == .holdings
    else { return nil }
    return Finding(
      target,
      Phrase(
        en: "'\(indicator.name)' counts what is held on the last day, not what is new",
        zh: "“\(indicator.name)”统计期末持有数，不是每年新增数"
      ),
      help: Phrase(
        en: "set basis=stock, or ask for new-recognitions",
        zh: "请改为存量（basis=stock），或改用 new-recognitions"
      )
    )
  }

  /// Finds a number of what is counted that is less than nothing.
  private static func faultInValue(_ target: Record) -> Finding? {
    guard let value = target[Target.value], value.units < 0,
      let name = target[Target.indicator], Indicator(name) != nil
    else { return nil }
    return Finding(
      target,
      Phrase(
        en: "\(value) is less than nothing, and counts are not",
        zh: "目标值 \(value) 为负数，计数不会为负"
      ),
      help: Phrase(en: "correct the value", zh: "请更正目标值")
    )
  }

  private static func faultInRange(_ target: Record) -> Finding? {
    if let sense = target[Target.operator], sense != .within, let upper = target[Target.upper] {
      return Finding(
        target,
        Phrase(
          en: "the upper end \(upper) says nothing of a target that is \(sense.choice.label.en)",
          zh: "“\(sense.choice.label.zh)”的目标不使用上限 \(upper)"
        ),
        help: Phrase(en: "take upper away, or make it within", zh: "请去掉上限，或改为“区间”")
      )
    }
    guard target[Target.operator] == .within, let lower = target[Target.value] else { return nil }
    guard let upper = target[Target.upper] else {
      return Finding(
        target,
        Phrase(en: "the range from \(lower) has no upper end", zh: "区间（\(lower) 起）缺少上限"),
        help: Phrase(en: "set upper, or make it at-least", zh: "请填写上限，或改为“不低于”")
      )
    }
    guard upper < lower else { return nil }
    return Finding(
      target,
      Phrase(
        en: "the range from \(lower) to \(upper) holds no value",
        zh: "区间 \(lower) 至 \(upper) 不含任何数值"
      ),
      help: Phrase(en: "exchange value and upper", zh: "请对调目标值和上限")
    )
  }

  /// Finds an average of what is no yearly figure, or of years behind the target's own.
  private static func faultInAverage(_ target: Record) -> Finding? {
    guard let first = target[Target.averageFrom] else { return nil }
    if target[Target.basis] == .stock {
      return Finding(
        target,
        Phrase(
          en: "a yearly average is of what is new in each year, not of a stock",
          zh: "年均只用于每年新增的指标，不用于存量"
        ),
        help: Phrase(en: "take averageFrom away, or set basis=flow", zh: "请去掉年均起始年，或改为每年新增")
      )
    }
    guard let year = target[Target.year], first > year else { return nil }
    return Finding(
      target,
      Phrase(
        en: "the average begins in \(first), after the target's year \(year)",
        zh: "年均起始年 \(first) 晚于适用年度 \(year)"
      ),
      help: Phrase(en: "correct averageFrom or year", zh: "请核对年均起始年或适用年度")
    )
  }

  /// Finds points that cannot be given.
  private static func faultInPoints(_ target: Record) -> Finding? {
    let weight = target[Target.weight]
    let rates = [target[Target.deduction], target[Target.bonus], target[Target.bonusLimit]]
      .compactMap(\.self)
    let help = Phrase(
      en:
        "weight has at most two decimals, 0 for a bonus alone; what is taken off or given is no less than 0",
      zh: "分值最多两位小数（只加分的填 0）；扣分、加分和上限不小于 0"
    )
    if let wrong = ([weight].compactMap(\.self) + rates).first(where: { $0.units < 0 }) {
      return Finding(
        target,
        Phrase(en: "\(wrong) are no points", zh: "“\(wrong)”不是有效分值"),
        help: help
      )
    }
    if let weight, weight.decimals > 2 {
      return Finding(
        target,
        Phrase(en: "\(weight) points have more than two decimals", zh: "分值 \(weight) 超过两位小数"),
        help: help
      )
    }
    guard weight == nil, !rates.isEmpty else { return nil }
    return Finding(
      target,
      Phrase(en: "points are taken off or given, but it brings none itself", zh: "有扣分或加分，但没有分值"),
      help: help
    )
  }
}
