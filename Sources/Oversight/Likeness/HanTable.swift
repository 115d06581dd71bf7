/// What the product knows of each Chinese character: how it is read, and which simplified one it stands for.
///
/// The tables are text in the program's constants; they are read when they are first asked for, and never else.
enum HanTable {
  private static let first: UInt32 = 0x4E00
  private static let count = 0x5200

  /// The number of a syllable with its tone; the tone is 1 to 4, or 0 for the neutral one.
  struct Reading: Hashable, Comparable, Sendable {
    let value: UInt16

    /// The syllable's place in the list.
    var syllable: UInt16 { value / 5 }

    static func < (a: Reading, b: Reading) -> Bool { a.value < b.value }
  }

  /// Says whether a character is a Chinese one that the tables know.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= first && scalar.value < first + UInt32(count)
  }

  /// The readings of a character, the most usual first.
  static func readings(of scalar: Unicode.Scalar) -> [Reading] {
    guard isHan(scalar) else { return [] }
    return [firstReading(of: scalar)].compactMap(\.self) + (others[scalar] ?? [])
  }

  /// The most usual reading of a character that the tables know.
  private static func firstReading(of scalar: Unicode.Scalar) -> Reading? {
    firstReadings.withUTF8Buffer { digits in
      // Each character has two digits, and the scalar is one of the characters.
      let index = Int(scalar.value - first) * 2
      return unsafe reading(digits[index], digits[index + 1])
    }
  }

  /// The other characters whose most usual reading is the same but for the tone.
  static func soundingLike(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard isHan(scalar), let own = firstReading(of: scalar) else { return [] }
    // Digits stand in the order of their values, so that the five tones of a syllable lie between two pairs of them.
    let least = digits(of: Reading(value: own.syllable * 5))
    let most = digits(of: Reading(value: own.syllable * 5 + 4))
    return firstReadings.withUTF8Buffer { text in
      var found: [Unicode.Scalar] = []
      for index in 0..<count {
        // Each character has two digits.
        let pair = unsafe UInt16(text[index * 2]) << 8 | UInt16(text[index * 2 + 1])
        guard least <= pair, pair <= most, let other = Unicode.Scalar(first + UInt32(index)),
          other != scalar
        else { continue }
        found.append(other)
      }
      return found
    }
  }

  /// The simplified form of a character; the character itself where it has no other.
  static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard isHan(scalar) else { return scalar }
    // Pairs stand in the order of their first characters.
    var (low, high) = (0, forms.count / 2)
    while low < high {
      let middle = (low + high) / 2
      if forms[middle * 2] < scalar { low = middle + 1 } else { high = middle }
    }
    return low * 2 < forms.count && forms[low * 2] == scalar ? forms[low * 2 + 1] : scalar
  }

  /// The letters of a syllable.
  static func letters(of reading: Reading) -> String { syllables[Int(reading.syllable)] }

  /// The syllable as people in a hurry or from the south say it: zh as z, ch as c, sh as s, ing as in, eng as en, ang as an.
  ///
  /// - Returns: The number of the first syllable that is said so.
  static func blurredNumber(_ reading: Reading) -> UInt16 { blurredNumbers[Int(reading.syllable)] }

  private static let syllables: [String] =
    syllableList.description.split(separator: ",").map(String.init)

  private static let blurredNumbers: [UInt16] = {
    var numbers: [String: UInt16] = [:]
    return syllables.enumerated().map { index, syllable in
      var text = syllable
      for (initial, plain) in [("zh", "z"), ("ch", "c"), ("sh", "s")] where text.hasPrefix(initial)
      {
        text = plain + text.dropFirst(2)
      }
      for end in ["ing", "eng", "ang"] where text.hasSuffix(end) { text.removeLast() }
      let number = numbers[text] ?? UInt16(index)
      numbers[text] = number
      return number
    }
  }()

  private static let others: [Unicode.Scalar: [Reading]] = {
    var others: [Unicode.Scalar: [Reading]] = [:]
    var current: Unicode.Scalar = "一"
    var high: UInt8?
    for scalar in otherReadings.description.unicodeScalars {
      if scalar.value >= first {
        current = scalar
      } else if let digit = high {
        high = nil
        others[current, default: []] += [reading(digit, UInt8(scalar.value))].compactMap(\.self)
      } else {
        high = UInt8(scalar.value)
      }
    }
    return others
  }()

  private static let forms = Array(variants.description.unicodeScalars)

  /// Reads two digits of base 91, the printable ASCII from `#` on without the backslash; `nil` for zero.
  private static func reading(_ high: UInt8, _ low: UInt8) -> Reading? {
    func digit(_ byte: UInt8) -> Int { Int(byte) - 0x23 - (byte > 0x5C ? 1 : 0) }
    let value = digit(high) * 91 + digit(low)
    return value > 0 ? Reading(value: UInt16(value - 1)) : nil
  }

  /// The two digits of a reading, the higher one in the upper byte.
  private static func digits(of reading: Reading) -> UInt16 {
    func digit(_ value: UInt16) -> UInt16 { value + (value + 0x23 < 0x5C ? 0x23 : 0x24) }
    let value = reading.value + 1
    return digit(value / 91) << 8 | digit(value % 91)
  }
}
