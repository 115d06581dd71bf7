import Ledger

/// A registered capital: an amount in the hundredth of a currency's unit.
public struct RegisteredCapital: Hashable, Sendable {
  /// The currency in the codes of ISO 4217.
  public let currency: String
  /// The amount in hundredths of the currency's unit.
  public let hundredths: Int64

  /// Reads what registers print: `50(万元人民币)`, `1800万人民币`, `413.5000(万元人民币)`, `12(万美元)`.
  public init?(_ text: String) {
    var folded = Folding.key(text).filter { $0 != "(" && $0 != ")" }
    let currency = Self.currencies.first { folded.contains($0.word) }
    if let word = currency?.word, let range = folded.firstRange(of: word) {
      folded.removeSubrange(range)
    }
    guard let number = DecimalNumber(typed: folded, units: Money.units),
      let hundredths = number.scaled(to: 2), hundredths >= 0
    else { return nil }
    self.currency = currency?.code ?? "CNY"
    self.hundredths = hundredths
  }

  private static let currencies: [(word: String, code: String)] = [
    ("人民币", "CNY"), ("美元", "USD"), ("港元", "HKD"), ("港币", "HKD"), ("欧元", "EUR"),
    ("日元", "JPY"), ("英镑", "GBP"), ("新台币", "TWD"), ("韩元", "KRW"),
  ]
}
