import Bilingual

/// Returns the name that a mistyped one most likely stands for; `nil` where none is near.
///
/// Case, full-width letters and full-width dashes do not count as mistakes; a beginning that fits one
/// name only is near to it; otherwise a third of the letters may be wrong, missing, added or swapped.
///
/// - Parameters:
///   - typed: What was typed.
///   - names: The right names, the likelier ones first.
/// - Returns: The nearest name as it is written.
/// - Complexity: O(*n* · *m*²) for *n* names of *m* letters.
public func nearestName(to typed: String, among names: [String]) -> String? {
  let wrong = Array(foldedName(typed).unicodeScalars)
  guard !wrong.isEmpty else { return nil }
  let candidates = names.map { RightName($0, letters: Array(foldedName($0).unicodeScalars)) }
  if let same = candidates.first(where: { $0.letters == wrong }) { return same.name }
  if wrong.count > 1 {
    let longer = candidates.filter { $0.letters.starts(with: wrong) }
    if longer.count == 1 { return longer[0].name }
  }
  return nearest(to: wrong, among: candidates)
}

/// Returns a name without what an input method adds: full-width forms, long dashes, capitals.
func foldedName(_ name: String) -> String {
  var folded = ""
  for scalar in name.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x2010...0x2013, 0x2212: folded += "-"
    // One key press gives two of these, so each stands for one dash.
    case 0x2014, 0x2015: folded += "-"
    default: folded.unicodeScalars.append(scalar)
    }
  }
  return folded.lowercased()
}
