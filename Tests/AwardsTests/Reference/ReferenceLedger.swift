import JSONLines
import Ledger
import Portfolio

/// A ledger and a policy as plain JSON lines, each with its `kind`.
struct ReferenceLedger {
  var records: [JSONValue]

  func all(_ kind: String) -> [JSONValue] {
    guard kind == "paid" else { return records.filter { $0.text("kind") == kind } }
    // The payouts on record that stand.
    return records.filter { $0.text("kind") == "award" && Self.isPaid($0) }
  }

  func find(_ kind: String, _ id: String?) -> JSONValue? {
    guard kind == "paid" else {
      return records.first { $0.text("kind") == kind && $0.text("id") == id && id != nil }
    }
    return find("award", id).flatMap { Self.isPaid($0) ? $0 : nil }
  }

  private static func isPaid(_ award: JSONValue) -> Bool {
    !["void", "recovered"].contains(award.text("state")) && award["computed"] == nil
  }
}

extension JSONValue {
  func text(_ key: String) -> String? { self[key]?.string }

  func number(_ key: String) -> Int64? { self[key]?.integer }

  func date(_ key: String) -> PartialDate? { text(key).flatMap { PartialDate($0) } }

  /// An argument that is one text or a list of texts; `nil` where it is left out.
  func texts(_ key: String) -> [String]? {
    guard let value = self[key] else { return nil }
    if let text = value.string { return [text] }
    return value.array?.map { $0.string ?? $0.integer.map(String.init) ?? "" }
  }

  /// An argument such as "50万元" in fen.
  func fen(_ key: String) -> Int64? {
    text(key).flatMap { Money(typed: $0) }?.fen
  }

  /// The arguments of a clause.
  var arguments: JSONValue { self["arguments"] ?? .object([]) }
}

/// Orders ids by their bytes.
func idPrecedes(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}

/// The corresponding day some months earlier, or the last of that month where it is shorter.
func monthsBefore(_ day: Day, _ months: Int) -> Day {
  var (year, month, number) = day.components
  for _ in 0..<months {
    month -= 1
    if month == 0 { (year, month) = (year - 1, 12) }
  }
  while true {
    if let found = Day(year: year, month: month, day: number) { return found }
    number -= 1
  }
}

/// The levels from the lowest to the highest.
let tiers = ["county", "municipal", "provincial", "national", "world"]

func tierRank(_ level: String?) -> Int {
  level.flatMap { tiers.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
}
