import Ledger
public import Portfolio

/// What a target brings in the yearly assessment: its points, what is taken off, and what is given on top.
///
/// Points are reckoned to two decimals, never in favour of who is assessed.
public struct TargetScore: Hashable, Sendable {
  /// The town or department that answers for it; `nil` for the whole city.
  public let unit: String?
  /// The points for reaching the target.
  public let full: DecimalNumber
  /// What is taken off; `nil` where nobody knows what was reached.
  public let deducted: DecimalNumber?
  /// What is given for more than the target; `nil` where nobody knows what was reached.
  public let bonus: DecimalNumber?

  /// The points that are left; `nil` where nobody knows what was reached.
  public var points: DecimalNumber? {
    guard let deducted, let bonus, let less = DecimalNumber.sum(full, deducted.negated) else {
      return nil
    }
    return DecimalNumber.sum(less, bonus)
  }

  /// Scores a target.
  ///
  /// - Parameters:
  ///   - target: The target; one without points is not scored.
  ///   - unit: Who answers for it.
  ///   - reached: What was reached; `nil` where nobody knows.
  ///   - isNew: Whether it counts what is new, of which more than a range asks for is welcome.
  init?(_ target: Record?, unit: String?, reached: Fraction?, isNew: Bool) {
    guard let target, let full = target[Target.weight] else { return nil }
    self.unit = unit
    self.full = full
    let rule = reached.flatMap { Rule(target, $0, isNew: isNew) }
    let lost = rule?.lost(of: full, rate: target[Target.deduction])
    deducted = lost.map { min($0, full) }
    let more = rule?.bonus(rate: target[Target.bonus])
    bonus = more.map { more in target[Target.bonusLimit].map { min($0, more) } ?? more }
  }
}

extension TargetScore {
  /// How far what was reached lies from a target, as exact fractions of 128 bits.
  private struct Rule {
    /// What is missing and what is more, over ``whole``; one of them is zero.
    private var missing: Int128 = 0
    private var more: Int128 = 0
    private let whole: Int128
    /// What was reached and what was asked for, over ``whole``, where the points follow the share.
    private let share: (reached: Int128, goal: Int128)?

    init?(_ target: Record, _ reached: Fraction, isNew: Bool) {
      guard let comparison = target[Target.operator], let goal = target[Target.value] else {
        return nil
      }
      let end = comparison == .within ? target[Target.upper] ?? goal : goal
      // 64 bits times a denominator or a power of ten stay within 128.
      let decimals = max(goal.decimals, end.decimals)
      let power = (0..<decimals).reduce(Int128(1)) { product, _ in product * 10 }
      guard let low = goal.scaled(to: decimals), let high = end.scaled(to: decimals) else {
        return nil
      }
      whole = Int128(reached.denominator) * power
      let value = Int128(reached.numerator) * power
      let (least, most) = (
        Int128(low) * Int128(reached.denominator), Int128(high) * Int128(reached.denominator)
      )
      switch comparison {
      case .atLeast, .above:
        (missing, more) = (max(0, least - value), max(0, value - least))
        share = (max(0, value), least)
      case .atMost:
        (missing, more) = (max(0, value - most), max(0, most - value))
        share = nil
      case .within:
        missing = max(0, least - value, isNew ? 0 : value - most)
        more = isNew ? max(0, value - most) : 0
        share = value < least ? (max(0, value), least) : nil
      }
    }

    /// The points that are lost: a rate for each unit that is missing, else by the share; a broken ceiling
    /// without a rate loses all.
    func lost(of full: DecimalNumber, rate: DecimalNumber?) -> DecimalNumber? {
      guard missing > 0 else { return DecimalNumber(units: 0) }
      if let rate { return Self.hundredths(rate, times: missing, over: whole, roundsUp: true) }
      guard let share, share.goal > 0 else { return full }
      return Self.hundredths(full, times: share.reached, over: share.goal, roundsUp: false)
        .flatMap { DecimalNumber.sum(full, $0.negated) }
    }

    func bonus(rate: DecimalNumber?) -> DecimalNumber? {
      guard let rate, more > 0 else { return DecimalNumber(units: 0) }
      return Self.hundredths(rate, times: more, over: whole, roundsUp: false)
    }

    /// A number times a fraction, in hundredths; `nil` beyond its bits.
    private static func hundredths(
      _ number: DecimalNumber,
      times part: Int128,
      over whole: Int128,
      roundsUp: Bool
    ) -> DecimalNumber? {
      let (product, overflow) = (Int128(number.units) * 100).multipliedReportingOverflow(by: part)
      let power = (0..<number.decimals).reduce(Int128(1)) { product, _ in product * 10 }
      let (divisor, overflows) = whole.multipliedReportingOverflow(by: power)
      guard !overflow, !overflows else { return nil }
      let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
      return Int64(exactly: quotient + (roundsUp && remainder > 0 ? 1 : 0))
        .map { DecimalNumber(units: $0, decimals: 2) }
    }
  }
}

extension DecimalNumber {
  /// The number with the other sign.
  var negated: DecimalNumber { DecimalNumber(units: 0 &- units, decimals: decimals) }
}
