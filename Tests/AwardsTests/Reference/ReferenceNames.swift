import JSONLines
import Ledger
import Portfolio

/// What counts as one.
extension ReferenceEngine {
  /// What a brand, mark or patent counts as one with.
  func name(_ key: String, _ object: String?) -> String? {
    guard let object else { return nil }
    switch key {
    case "mark":
      guard let record = ledger.find("trademark", object), let mark = record.text("mark") else {
        return object
      }
      return "\(record.text("owner") ?? "") owns \(Folding.key(mark))"
    case "family":
      return ledger.find("patent", object)?.text("family").map { "family \($0)" } ?? object
    case "brand":
      let brands = ledger.all("brand").filter { $0.texts("trademarks")?.contains(object) ?? false }
      return brands.compactMap { $0.text("id") }.min(by: idPrecedes) ?? object
    default: return object
    }
  }

  /// Who controls an enterprise in the end; of a ring the one with the lowest id.
  func group(of enterprise: String) -> String {
    var chain = [enterprise]
    while let above = ledger.find("enterprise", chain[chain.count - 1])?.text("group") {
      if let start = chain.firstIndex(of: above) {
        return chain[start...].min(by: idPrecedes) ?? above
      }
      chain.append(above)
    }
    return chain[chain.count - 1]
  }
}
