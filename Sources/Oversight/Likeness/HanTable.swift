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
    let index = Int(scalar.value - first) * 2
    return [reading(firsts[index], firsts[index + 1])].compactMap(\.self) + (others[scalar] ?? [])
  }

  /// The other characters whose most usual reading is the same but for the tone.
  static func soundingLike(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard isHan(scalar) else { return [] }
    let index = Int(scalar.value - first) * 2
    guard let own = reading(firsts[index], firsts[index + 1]) else { return [] }
    let range = bySyllable.starts[Int(own.syllable)]..<bySyllable.starts[Int(own.syllable) + 1]
    return bySyllable.characters[range].compactMap { other in
      Unicode.Scalar(first + UInt32(other)).flatMap { $0 == scalar ? nil : $0 }
    }
  }

  /// The characters in the order of their most usual readings, and where those of each syllable begin.
  private static let bySyllable: (starts: [Int], characters: [UInt16]) = {
    let own = (0..<count).map { reading(firsts[$0 * 2], firsts[$0 * 2 + 1])?.syllable }
    let most = own.reduce(0) { max($0, Int($1 ?? 0)) }
    var starts = [Int](repeating: 0, count: most + 2)
    for case let syllable? in own { starts[Int(syllable) + 1] += 1 }
    for syllable in 0...most { starts[syllable + 1] += starts[syllable] }
    var places = starts
    var characters = [UInt16](repeating: 0, count: starts[most + 1])
    for (index, syllable) in own.enumerated() {
      guard let syllable else { continue }
      characters[places[Int(syllable)]] = UInt16(index)
      places[Int(syllable)] += 1
    }
    return (starts, characters)
  }()

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
    text(syllableList).split(separator: ",").map(String.init)

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

  // The table is ASCII: its bytes are its characters.
  private static let firsts: [UInt8] = firstReadings.withUTF8Buffer { bytes in
    unsafe bytes.filter { $0 != 0x0A }
  }

  private static let others: [Unicode.Scalar: [Reading]] = {
    var others: [Unicode.Scalar: [Reading]] = [:]
    var current: Unicode.Scalar = "一"
    var high: UInt8?
    for scalar in text(otherReadings).unicodeScalars {
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

  private static let forms: [Unicode.Scalar] =
    variants.description.unicodeScalars.filter { $0 != "\n" }

  /// Reads two digits of base 91, the printable ASCII from `#` on without the backslash; `nil` for zero.
  private static func reading(_ high: UInt8, _ low: UInt8) -> Reading? {
    func digit(_ byte: UInt8) -> Int { Int(byte) - 0x23 - (byte > 0x5C ? 1 : 0) }
    let value = digit(high) * 91 + digit(low)
    return value > 0 ? Reading(value: UInt16(value - 1)) : nil
  }

  /// A table without the line ends that keep its source readable.
  private static func text(_ table: StaticString) -> String {
    var text = String.UnicodeScalarView()
    for scalar in table.description.unicodeScalars where scalar != "\n" { text.append(scalar) }
    return String(text)
  }
}
