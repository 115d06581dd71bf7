/// A right name, by which a wrong one may be recognised.
public struct RightName: Sendable {
  /// The name as it is shown.
  public let name: String
  /// What of it is compared.
  public let letters: [Unicode.Scalar]
  /// One letter in how many may be wrong; one letter always may.
  public let tolerance: Int

  /// Creates a name.
  ///
  /// - Parameters:
  ///   - name: The name as it is shown.
  ///   - letters: What of it is compared, folded as the wrong name is.
  ///   - tolerance: One letter in how many may be wrong.
  public init(_ name: String, letters: [Unicode.Scalar], tolerance: Int = 3) {
    self.name = name
    self.letters = letters
    self.tolerance = tolerance
  }
}

/// Finds the name that a wrong one most likely stands for.
///
/// - Parameters:
///   - wrong: The letters that were written.
///   - names: The right names, the likelier ones first.
/// - Returns: The name with the fewest letters wrong, missing, added or swapped with their neighbour, the first of several;
///   `nil` where none has few enough, or keeps no letter.
/// - Complexity: O(*n* · *m*) in the lengths for each name.
public func nearest(to wrong: [Unicode.Scalar], among names: some Sequence<RightName>) -> String? {
  var best: (name: String, edits: Int)?
  for name in names {
    let longest = max(wrong.count, name.letters.count)
    let limit = min(max(1, longest / name.tolerance), longest - 1)
    guard abs(wrong.count - name.letters.count) <= limit else { continue }
    let edits = edits(from: wrong, to: name.letters)
    guard edits <= limit, edits < best?.edits ?? .max else { continue }
    best = (name.name, edits)
  }
  return best?.name
}

/// Counts the letters to be put in, taken out, replaced or swapped with their neighbour to make one name the other.
private func edits(from first: [Unicode.Scalar], to second: [Unicode.Scalar]) -> Int {
  var older: [Int] = []
  var row = Array(0...second.count)
  for (i, a) in first.enumerated() {
    var next = [i + 1]
    next.reserveCapacity(row.count)
    for (j, b) in second.enumerated() {
      var edits = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
      if i > 0, j > 0, a == second[j - 1], first[i - 1] == b {
        edits = min(edits, older[j - 1] + 1)
      }
      next.append(edits)
    }
    (older, row) = (row, next)
  }
  return row[second.count]
}
