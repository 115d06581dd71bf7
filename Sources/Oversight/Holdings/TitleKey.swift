import Ledger
import Portfolio

/// What makes recognitions the same title: the scheme, and the brand or, where none is named, the holder.
struct TitleKey: Hashable, Sendable {
  let scheme: RecordID
  let subject: RecordID

  /// Reads the key of a recognition; `nil` where its scheme, or both brand and holder, are missing.
  init?(_ recognition: Record) {
    guard let scheme = recognition[Recognition.scheme],
      let subject = recognition[Recognition.brand] ?? recognition[Recognition.holder]
    else { return nil }
    self.scheme = scheme
    self.subject = subject
  }
}

extension Record {
  /// The product of a recognition, folded; `nil` where it names none.
  var titleProduct: String? {
    self[Recognition.product].map(Folding.key).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether two recognitions with the same key may be one title: only two products tell them apart.
  func isSameTitle(as other: Record) -> Bool {
    guard let product = titleProduct, let otherProduct = other.titleProduct else { return true }
    return product == otherProduct
  }

  /// Who holds a recognition: the holder that it names, else the owner of its brand.
  func titleHolder(_ brands: Table) -> RecordID? {
    self[Recognition.holder] ?? brands[self[Recognition.brand]]?[Brand.owner]
  }
}
