import Ledger

/// What a name may be taken for that differs by one character, or by the order of two.
enum NameVariants {
  /// Returns the name itself, folded, and its variants.
  ///
  /// - Parameter name: A name.
  /// - Returns: The folded name first; no text twice.
  static func of(_ name: String) -> [String] {
    let scalars = Array(Folding.key(name).unicodeScalars)
    var variants = [scalars]
    for index in scalars.indices {
      let scalar = scalars[index]
      for other in HanTable.soundingLike(scalar) + LookAlikes.lookingLike(scalar) {
        var variant = scalars
        variant[index] = other
        variants.append(variant)
      }
      guard index > 0, scalars[index - 1] != scalar else { continue }
      var variant = scalars
      variant.swapAt(index - 1, index)
      variants.append(variant)
    }
    var seen: Set<String> = []
    return variants.map { String(String.UnicodeScalarView($0)) }
      .filter { seen.insert($0).inserted }
  }
}
