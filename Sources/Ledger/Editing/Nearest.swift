/// The name that was probably meant.
public enum Nearest {
  /// Finds the name with the fewest edits, if they are few for its length.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - names: The names that exist.
  /// - Returns: The nearest; the first of several as near; `nil` where none is near.
  /// - Complexity: O(*n* · *m*) in the lengths for each name.
  public static func name(to typed: String, among names: some Sequence<String>) -> String? {
    let target = Array(Folding.key(typed).unicodeScalars)
    var best: (name: String, edits: Int)?
    for name in names {
      let other = Array(Folding.key(name).unicodeScalars)
      let limit = max(1, min(target.count, other.count) / 3)
      guard abs(target.count - other.count) <= limit else { continue }
      let edits = distance(target, other)
      guard edits <= limit, edits < best?.edits ?? Int.max else { continue }
      best = (name, edits)
    }
    return best?.name
  }

  /// Counts the insertions, removals, replacements and exchanges of neighbours between two texts.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var above: [Int] = []
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var next = [i + 1]
      for (j, right) in b.enumerated() {
        var edits = min(row[j] + (left == right ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, left == b[j - 1], a[i - 1] == right {
          edits = min(edits, above[j - 1] + 1)
        }
        next.append(edits)
      }
      (above, row) = (row, next)
    }
    return row[b.count]
  }
}
