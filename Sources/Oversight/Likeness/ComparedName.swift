/// A name with what its comparison with many others asks for again and again.
struct ComparedName: Sendable {
  let spelling: Spelling
  /// The text with each character in place of those that look like it.
  let skeleton: [Unicode.Scalar]
  /// The characters in the order of their numbers.
  let sorted: [Unicode.Scalar]
  /// How many of the characters are Chinese.
  let hanCount: Int
  /// Whether it is written in Latin letters and digits only.
  let isLatin: Bool

  var scalars: [Unicode.Scalar] { spelling.scalars }

  init(_ spelling: Spelling) {
    self.spelling = spelling
    skeleton = spelling.skeleton
    sorted = spelling.scalars.sorted()
    hanCount = spelling.scalars.reduce(0) { $0 + (HanTable.isHan($1) ? 1 : 0) }
    isLatin = !spelling.scalars.isEmpty && spelling.scalars.allSatisfy(\.isASCII)
  }
}
