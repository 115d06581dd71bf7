import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A share of a whole as an exact fraction from nothing to all, or a multiple of it where a clause allows that.
struct Rate: Hashable, Sendable, CustomStringConvertible {
  /// As it was written, such as `50%`.
  let description: String
  let numerator: Int64
  let denominator: Int64

  /// Reads `50%`, `0.5` or `1/2`, full width too; `nil` for anything else and for more than so many wholes.
  init?(_ typed: String, upTo most: Int64 = 1) {
    description = typed
    let text = Folding.key(typed)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let above = Int64(parts[0]), let below = Int64(parts[1]) {
      (numerator, denominator) = (above, below)
    } else {
      let isPercent = text.hasSuffix("%")
      guard let number = DecimalNumber(isPercent ? String(text.dropLast()) : text) else {
        return nil
      }
      numerator = number.units
      denominator = (0..<number.decimals).reduce(isPercent ? 100 : 1) { power, _ in power * 10 }
    }
    guard denominator > 0, numerator >= 0, Int128(numerator) <= Int128(denominator) * Int128(most)
    else { return nil }
  }

  /// The share of an amount; `nil` where it is no whole number of fen and nothing says how to round.
  func share(of money: Money, _ rounding: Rounding?) throws(Money.Overflow) -> Money? {
    let product = Int128(money.fen) * Int128(numerator)
    if let rounding { return try rounding.quotient(product, Int128(denominator)) }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int128(denominator))
    guard remainder == 0 else { return nil }
    // Only a multiple may be beyond what can be counted.
    guard let fen = Int64(exactly: quotient) else { throw Money.Overflow() }
    return Money(fen: fen)
  }

  /// The share of an amount where nobody gets more than the maximum.
  ///
  /// Beyond the maximum it does not matter what becomes of the last fen.
  func share(of money: Money, _ rounding: Rounding?, upTo maximum: Money?)
    throws(Money.Overflow) -> Money?
  {
    if let share = try share(of: money, rounding) { return share }
    guard let maximum, floor(of: money) >= maximum else { return nil }
    return floor(of: money)
  }

  /// The least whole fen that are no less than the share of an amount.
  func ceiling(of money: Money) -> Money {
    let floor = floor(of: money)
    let isExact =
      Int128(money.fen) * Int128(numerator) == Int128(floor.fen) * Int128(denominator)
    return isExact ? floor : Money(fen: floor.fen + 1)
  }

  /// The whole fen of the share of an amount.
  func floor(of money: Money) -> Money {
    // A share is never more than the whole, so it fits; a multiple beyond that is only compared with a maximum.
    Money(fen: Int64(clamping: Int128(money.fen) * Int128(numerator) / Int128(denominator)))
  }
}

extension ArgumentType<Rate> {
  /// A share of a whole.
  static var rate: Self {
    ArgumentType(
      name: "rate",
      expectation: Phrase(
        en: "a share in quotes such as \"50%\", \"0.5\" or \"1/2\", at most \"100%\"",
        zh: "加引号的比例，例如 \"50%\"、\"0.5\"、\"1/2\"，不超过 \"100%\""
      ),
      placeholder: .whole,
      read: { json, _, _ in json.string.flatMap { Rate($0) } }
    )
  }

  /// A share of a whole, or a multiple of it.
  static var multiple: Self {
    ArgumentType(
      name: "multiple",
      expectation: Phrase(
        en: "a share or a multiple in quotes such as \"50%\", \"150%\" or \"2\", at most \"1000%\"",
        zh: "加引号的比例或倍数，例如 \"50%\"、\"150%\"、\"2\"，不超过 \"1000%\""
      ),
      placeholder: .whole,
      read: { json, _, _ in json.string.flatMap { Rate($0, upTo: 10) } }
    )
  }
}

extension Rate: Comparable {
  static func < (a: Rate, b: Rate) -> Bool {
    Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }
}

extension Rate {
  /// All of it.
  static let whole = Rate(whole: "100%")

  private init(whole text: String) {
    description = text
    (numerator, denominator) = (1, 1)
  }
}
