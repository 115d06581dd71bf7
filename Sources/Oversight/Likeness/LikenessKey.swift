/// A number for what of a name may make it like another: names that are alike have one in common.
///
/// Texts that meet in one number by chance are compared once too often, and no more.
struct LikenessKey: Hashable, Sendable {
  /// What of a name a number stands for.
  enum Aspect: UInt64 {
    /// The characters.
    case text = 1
    /// The characters as the eye takes them.
    case look
    /// The syllables.
    case sound
    /// The first readings in Latin letters.
    case letters
    /// The characters in another order.
    case order
    /// What is left where some characters are taken out.
    case remainder
    /// A part; the short name is looked for as a whole, the long one offers its parts.
    case part
    /// The whole name of an enterprise.
    case name
    /// A number that an office gave.
    case code
    /// A day and classes.
    case day
  }

  private(set) var value: UInt64

  init(_ aspect: Aspect) {
    value = aspect.rawValue &* 0x9E37_79B9_7F4A_7C15
  }

  init(_ aspect: Aspect, _ scalars: some Sequence<Unicode.Scalar>) {
    self.init(aspect)
    for scalar in scalars { add(scalar.value) }
  }

  /// Takes in the next character, or a number in place of one.
  mutating func add(_ number: UInt32) {
    value = (value ^ UInt64(number)) &* 0xD6E8_FEB8_6659_FD93
    value ^= value >> 32
  }
}

/// The numbers under which a name is looked for.
struct LikenessKeys {
  /// Those that two names share, whichever is which.
  var mutual: [LikenessKey] = []
  /// Those under which a short name is looked for in longer ones.
  var wholes: [LikenessKey] = []
  /// Those under which a long name offers its parts.
  var parts: [LikenessKey] = []
}

extension ComparedName {
  /// The numbers of which two names share one where ``Resemblance/of(_:_:)`` comes to a score.
  ///
  /// Each way to be alike has its key, and none is made that cannot lead to the score. Beyond 40 characters, and of
  /// more than two characters that differ, nothing is looked for but the same look and sound.
  func keys(atLeast least: Int) -> LikenessKeys {
    var keys = LikenessKeys()
    guard !scalars.isEmpty else { return keys }
    keys.mutual.append(LikenessKey(.text, scalars))
    if least <= 93 { keys.mutual.append(LikenessKey(.look, skeleton)) }
    if least <= 92, hanCount > 0 { keys.mutual += sounds(areBlurred: least <= 80) }
    if least <= 86, isLatin || hanCount > 1 {
      let letters = isLatin ? scalars : Array(spelling.letters.unicodeScalars)
      keys.mutual.append(LikenessKey(.letters, letters))
    }
    if least <= 85, hanCount > 1 { keys.mutual.append(LikenessKey(.order, sorted)) }
    guard scalars.count <= Self.longest else { return keys }
    addRemainders(atLeast: least, to: &keys)
    addParts(atLeast: least, to: &keys)
    return keys
  }

  /// The syllables of all readings; of a name with very many only the first ones of its last characters.
  private func sounds(areBlurred: Bool) -> [LikenessKey] {
    var keys = [LikenessKey(.sound)]
    for scalar in scalars {
      var syllables: [UInt32] = []
      for reading in HanTable.readings(of: scalar) {
        let syllable = areBlurred ? HanTable.blurredNumber(reading) : reading.syllable
        if !syllables.contains(UInt32(syllable)) { syllables.append(UInt32(syllable)) }
      }
      // What is no Chinese character stands for itself, above all numbers of syllables.
      if syllables.isEmpty { syllables = [scalar.value + 0x1_0000] }
      let taken = keys.count * syllables.count <= 64 ? syllables.count : 1
      keys = keys.flatMap { key in
        syllables.prefix(taken).map { syllable in
          var key = key
          key.add(syllable)
          return key
        }
      }
    }
    return keys
  }

  /// Taking out characters finds insertions, removals, replacements and swaps without comparing all with all.
  private func addRemainders(atLeast least: Int, to keys: inout LikenessKeys) {
    // The other name may be longer by what was inserted, which makes a difference weigh less.
    func mayReach(_ edits: Int, isLatin: Bool) -> Bool {
      Resemblance.edit(edits, in: scalars.count + edits, isLatin: isLatin) >= least
    }
    guard mayReach(1, isLatin: false) || hanCount == 0 && mayReach(1, isLatin: true) else { return }
    keys.mutual.append(LikenessKey(.remainder, scalars))
    let isTwice = hanCount == 0 && mayReach(2, isLatin: true)
    for index in scalars.indices {
      let rest = scalars[..<index] + scalars[(index + 1)...]
      keys.mutual.append(LikenessKey(.remainder, rest))
      guard isTwice else { continue }
      for other in scalars.indices[(index + 1)...] {
        let between = scalars[(index + 1)..<other]
        let rest = [scalars[..<index], between, scalars[(other + 1)...]].joined()
        keys.mutual.append(LikenessKey(.remainder, rest))
      }
    }
  }

  private func addParts(atLeast least: Int, to keys: inout LikenessKeys) {
    keys.wholes.append(LikenessKey(.part, scalars))
    let count = scalars.count
    for length in 2..<max(2, count) where Resemblance.part(length, of: count) >= least {
      for start in 0...(count - length) {
        keys.parts.append(LikenessKey(.part, scalars[start..<(start + length)]))
      }
    }
  }

  private static let longest = 40
}
