import Bilingual

/// The right name for a wrong one.
enum Suggestion {
  /// Names the nearest right name, and all of them.
  static func help(for name: String, among names: [String]) -> Phrase? {
    guard !names.isEmpty else {
      return Phrase(en: "Nothing may stand here.", zh: "此处不能填写任何内容。")
    }
    let english = "It may be: \(names.joined(separator: ", "))."
    let chinese = "可用：\(names.joined(separator: "、"))。"
    guard let nearest = nearest(to: name, among: names) else {
      return Phrase(en: english, zh: chinese)
    }
    return Phrase(en: "Do you mean '\(nearest)'? \(english)", zh: "是否指“\(nearest)”？\(chinese)")
  }

  /// The name with the fewest changed letters, if they are few.
  static func nearest(to name: String, among names: [String]) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    let ranked = names.map { ($0, distance(wanted, Array($0.lowercased().unicodeScalars))) }
    guard let best = ranked.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return nil }
    return best.1 <= max(1, wanted.count / 3) ? best.0 : nil
  }

  /// The edit distance of Levenshtein.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
