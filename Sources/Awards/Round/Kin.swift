import Ledger

/// By what titles are compared: by whose they are, or by their brand.
///
/// One of which the brand is not known may be for any of its recipient's brands.
enum Kin: Hashable {
  case recipient(RecordID)
  case brand(RecordID)
  case nameless(of: RecordID)

  /// Under what a title is kept.
  static func places(of recipient: RecordID, _ brand: RecordID?) -> [Kin] {
    [brand.map { .brand($0) } ?? .nameless(of: recipient), .recipient(recipient)]
  }

  /// Under what those stand with which a title is compared.
  static func kin(of recipient: RecordID, _ brand: RecordID?, byBrand: Bool) -> [Kin] {
    guard byBrand, let brand else { return [.recipient(recipient)] }
    return [.brand(brand), .nameless(of: recipient)]
  }
}
