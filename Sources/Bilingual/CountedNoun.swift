extension DefaultStringInterpolation {
  /// Appends a number with its English noun: `1 record`, `2 days`, `3 policies`.
  ///
  /// - Parameters:
  ///   - count: The number.
  ///   - noun: The noun for one, with a regular plural.
  public mutating func appendInterpolation(_ count: some BinaryInteger, of noun: String) {
    let isOne = count == 1
    let changesItsEnd = noun.last == "y" && !"aeiou".contains(noun.dropLast().last ?? "a")
    appendLiteral("\(count) \(isOne || !changesItsEnd ? noun : noun.dropLast() + "ie")")
    if !isOne { appendLiteral("s") }
  }
}
