import Bilingual
import JSONLines
import Portfolio

/// How a clause says that an amount is rounded.
struct Rounding: Hashable, Sendable {
  enum Direction: String, CaseIterable, Sendable {
    case down, up, nearest
  }

  static let unit = Parameter(
    "unit",
    .money,
    Phrase(en: "The unit that amounts are whole numbers of.", zh: "取整单位。")
  )
  static let direction = Parameter(
    "direction",
    .word("direction", Direction.down),
    Phrase(
      en: "Down, up, or to the nearest, where halves go up.",
      zh: "舍去（down）、进位（up）或四舍五入（nearest）。"
    )
  )

  let unit: Money
  let direction: Direction

  /// Divides and rounds to whole units.
  func quotient(_ dividend: Int128, _ divisor: Int128) throws(Money.Overflow) -> Money {
    let (scaled, overflow) = divisor.multipliedReportingOverflow(by: Int128(unit.fen))
    guard !overflow else { throw Money.Overflow() }
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: scaled)
    let isUp =
      switch direction {
      case .down: false
      case .up: remainder > 0
      case .nearest: remainder >= scaled - remainder
      }
    let units = Int64(exactly: quotient + (isUp ? 1 : 0))
    guard let units else { throw Money.Overflow() }
    return try unit.multiplied(by: units)
  }
}

extension ArgumentType<Rounding> {
  /// A unit and a direction.
  static var rounding: Self {
    .object(
      "rounding",
      Phrase(
        en: "a rounding such as {\"unit\":\"1元\",\"direction\":\"down\"}",
        zh: "取整方式，例如 {\"unit\":\"1元\",\"direction\":\"down\"}"
      ),
      placeholder: Rounding(unit: Money(fen: 1), direction: .down),
      [Rounding.unit.definition, Rounding.direction.definition]
    ) { arguments in
      Rounding(
        unit: arguments.required(Rounding.unit),
        direction: arguments.required(Rounding.direction)
      )
    }
  }
}
