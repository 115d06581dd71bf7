import JSONLines
import Portfolio

/// Which fact was the first.
extension ReferenceEngine {
  /// Whether a fact is the first of its holder, or of all: of the same title, and of what the other
  /// filters name; nothing where that is open.
  func firsts(
    _ kind: String,
    _ own: JSONValue,
    _ arguments: JSONValue,
    isOfHolder: Bool
  ) -> [String] {
    var isOpen = own.date(Self.dateKeys[kind] ?? "") == nil
    let holder = Self.recipient(kind, own)
    for other in ledger.all(kind) where other.text("id") != own.text("id") {
      if isOfHolder, holder == nil || Self.recipient(kind, other) != holder { continue }
      if kind == "recognition", other.text("scheme") != own.text("scheme") { continue }
      let isDated = other.date(Self.dateKeys[kind] ?? "") != nil
      if !isDated, !Self.hasHappenedWithoutDate(kind, other) { continue }
      let isBefore = came(other, before: own, kind)
      if isBefore == false { continue }
      switch isNamed(kind, other, arguments) {
      case false?: continue
      case true? where isBefore == true: return ["no"]
      default: isOpen = true
      }
    }
    return isOpen ? [] : ["yes"]
  }

  /// Whether the other filters name a fact, under whatever circumstances it happened.
  private func isNamed(_ kind: String, _ fact: JSONValue, _ arguments: JSONValue) -> Bool? {
    var isOtherwise = false
    var isUnknown = false
    for key in Self.filterKeys[kind] ?? [] where !key.hasPrefix("first") {
      guard let asked = arguments.texts(key) else { continue }
      let given = values(kind, fact, key)
      if given.contains(where: { asked.contains($0) }) { continue }
      if given.isEmpty {
        isUnknown = true
      } else if Self.circumstances[kind]?.contains(key) == true {
        isOtherwise = true
      } else {
        return false
      }
    }
    return isOtherwise || !isUnknown ? true : nil
  }
}
