/// Finds the name that a person most likely meant.
enum Nearest {
  /// Returns the candidate with the fewest edits; `nil` where all differ by more than a third.
  static func name(to typed: String, among candidates: [String]) -> String? {
    let best = candidates.map { ($0, distance(typed, $0)) }.min { $0.1 < $1.1 }
    guard let (name, edits) = best, edits * 3 <= max(typed.count, name.count) else { return nil }
    return name
  }

  /// Counts the edits of one character by which one text becomes the other.
  private static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, character) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let substituted = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
