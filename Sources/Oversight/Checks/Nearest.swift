/// Finds the name that a person most likely meant.
enum Nearest {
  /// Returns the candidate with the fewest edits; `nil` where all differ by more than a third.
  static func name(to typed: String, among candidates: [String]) -> String? {
    let best = candidates.map { ($0, distance(typed, $0)) }.min { $0.1 < $1.1 }
    guard let (name, edits) = best, edits * 3 <= max(typed.count, name.count) else { return nil }
    return name
  }

  /// Counts the edits by which one text becomes the other: a character more, less, or another, or
  /// two neighbours that changed places.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var before: [Int] = []
    var last: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      (before, last, row) = (last, row, [i + 1])
      for j in b.indices {
        var edits = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          edits = min(edits, before[j - 1] + 1)
        }
        row.append(edits)
      }
    }
    return row[b.count]
  }
}
