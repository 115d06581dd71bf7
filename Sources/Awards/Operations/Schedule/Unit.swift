import Bilingual
import JSONLines
import Portfolio

/// Dividing an amount into parts that are whole units.
enum Unit {
  static let parameter = Parameter(
    "unit",
    .money,
    default: .string("0.01元"),
    Phrase(en: "The unit that parts are whole numbers of.", zh: "各份的取整单位。")
  )

  /// Whether rates make one together, exactly.
  static func isWhole(_ rates: [Rate]) -> Bool {
    var (above, below): (Int128, Int128) = (0, 1)
    for rate in rates {
      let (x, y) = (Int128(rate.numerator), Int128(rate.denominator))
      let (left, a) = above.multipliedReportingOverflow(by: y)
      let (right, b) = x.multipliedReportingOverflow(by: below)
      let (product, c) = below.multipliedReportingOverflow(by: y)
      let (sum, d) = left.addingReportingOverflow(right)
      guard !a, !b, !c, !d else { return false }
      (above, below) = (sum, product)
      let divisor = gcd(above, below)
      (above, below) = (above / divisor, below / divisor)
    }
    return above == below
  }

  /// The largest number that divides both; at least 1.
  static func gcd(_ a: Int128, _ b: Int128) -> Int128 {
    b == 0 ? max(a, 1) : gcd(b, a % b)
  }

  /// Rounds all parts down but one, which takes what is left.
  static func divide(_ amount: Money, _ rates: [Rate], _ unit: Money, remainderTo place: Int)
    -> [Money]
  {
    var fen = rates.map { rate in
      let share = Int128(amount.fen) * Int128(rate.numerator) / Int128(rate.denominator)
      return Int64(share) / unit.fen * unit.fen
    }
    guard fen.indices.contains(place) else { return [] }
    fen[place] += amount.fen - fen.reduce(0, +)
    return fen.map { Money(fen: $0) }
  }
}
