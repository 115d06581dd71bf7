import Ledger

/// What a name may be taken for that differs by one character, or by the order of two.
enum NameVariants {
  /// Returns the name itself, folded, and its variants.
  ///
  /// - Parameter name: A name.
  /// - Returns: The folded name first; no text twice.
  static func of(_ name: String) -> [[Unicode.Scalar]] {
    let scalars = Array(Folding.key(name).unicodeScalars)
    var variants = [scalars]
    for index in scalars.indices {
      let scalar = scalars[index]
      // Two variants are the same only where a character both sounds and looks like the one it stands for.
      let sounding = HanTable.soundingLike(scalar)
      let looking = LookAlikes.lookingLike(scalar).filter { !sounding.contains($0) }
      for other in sounding + looking {
        var variant = scalars
        variant[index] = other
        variants.append(variant)
      }
      guard index > 0, scalars[index - 1] != scalar else { continue }
      var variant = scalars
      variant.swapAt(index - 1, index)
      variants.append(variant)
    }
    return variants
  }
}
