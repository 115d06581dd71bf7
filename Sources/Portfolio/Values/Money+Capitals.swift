extension Money {
  /// The amount in the capital numerals of bank forms, such as 壹万陆仟肆佰零玖元零贰分 (支付结算办法, annex 1).
  public var capitals: String {
    let magnitude = fen.magnitude
    let (yuan, jiao, fen) = (magnitude / 100, Int(magnitude / 10 % 10), Int(magnitude % 10))
    var text = self.fen < 0 ? "负" : ""
    if yuan > 0 || magnitude == 0 { text += Self.whole(yuan) + "元" }
    if jiao > 0 { text += Self.digits[jiao] + "角" }
    guard fen > 0 else { return text + "整" }
    if jiao == 0, yuan > 0 { text += "零" }
    return text + Self.digits[fen] + "分"
  }

  private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

  /// A whole number: groups of four digits with 万 and 亿, one 零 for zeros between.
  private static func whole(_ number: UInt64) -> String {
    guard number > 0 else { return digits[0] }
    guard number >= 10_000 else { return upToThousands(Int(number)) }
    let (base, sign): (UInt64, String) =
      number >= 100_000_000 ? (100_000_000, "亿") : (10_000, "万")
    let (head, tail) = number.quotientAndRemainder(dividingBy: base)
    let text = whole(head) + sign
    guard tail > 0 else { return text }
    return text + (tail < base / 10 ? digits[0] : "") + whole(tail)
  }

  private static func upToThousands(_ number: Int) -> String {
    var text = ""
    var isZeroOpen = false
    for (base, sign) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let digit = number / base % 10
      if digit == 0 {
        isZeroOpen = !text.isEmpty
      } else {
        text += (isZeroOpen ? digits[0] : "") + digits[digit] + sign
        isZeroOpen = false
      }
    }
    return text
  }
}
