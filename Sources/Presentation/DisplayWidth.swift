/// Returns the number of terminal columns that a text takes.
///
/// East Asian wide characters and emoji take two columns, combining marks and controls none, and a
/// user-perceived character is measured as a whole: a family of emoji joined to one takes two.
/// Characters of ambiguous width take one, as UTF-8 terminals draw them.
public func displayWidth(_ text: String) -> Int {
  plainWidth(text) ?? text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The width of a text of ASCII and Chinese, in which every scalar is a character and harmless; `nil` for others.
func plainWidth(_ text: String) -> Int? {
  let bytes = text.utf8.span
  var width = 0
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x80 {
      guard byte >= 0x20, byte < 0x7F else { return nil }
      width += 1
      index += 1
    } else {
      // In a text that is well formed this byte has two behind it.
      guard byte & 0xF0 == 0xE0 else { return nil }
      let low = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      switch UInt32(byte & 0x0F) << 12 | low {
      case 0x4E00...0x9FFF, 0x3001...0x301F, 0xFF01...0xFF5E: width += 2
      default: return nil
      }
      index += 3
    }
  }
  return width
}

/// Returns the number of terminal columns that one user-perceived character takes.
func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let base = scalars.first else { return 0 }
  guard scalars.count > 1 else { return displayWidth(of: base) }
  // Flags, joined emoji and skin tones: drawn as one emoji, whatever follows the first of them.
  if base.properties.isEmojiPresentation { return 2 }
  if base.properties.isEmoji, scalars.contains("\u{FE0F}") { return 2 }
  return scalars.reduce(0) { $0 + displayWidth(of: $1) }
}

/// Returns the number of terminal columns that a scalar takes by itself.
private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x20..<0x7F: return 1
  case 0x4E00...0x9FFF: return 2  // The Chinese of nearly every text, found without a search.
  case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0  // Vowels and finals joined to a wide initial.
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator:
    return 0
  default:
    return isWide(scalar) || scalar.properties.isEmojiPresentation ? 2 : 1
  }
}

/// Whether a scalar is East Asian wide or full-width, emoji apart.
func isWide(_ scalar: Unicode.Scalar) -> Bool {
  let value = scalar.value
  var low = 0
  var high = wideRanges.count
  while low < high {
    let middle = (low + high) / 2
    if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
  }
  return low < wideRanges.count && wideRanges[low].contains(value)
}

/// The scalars of East Asian width W or F (Unicode 16, UAX #11), in order.
///
/// Emoji are left to the standard library's own data; ranges run on over unassigned scalars.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul initials
  0x2329...0x232A,  // angle brackets
  0x2630...0x2637,  // trigrams
  0x268A...0x268F,  // monograms and digrams
  0x2E80...0x303E,  // radicals, ideographic description, CJK punctuation
  0x3041...0x3247,  // kana, bopomofo, Hangul letters, enclosed CJK
  0x3250...0xA4C6,  // enclosed and squared CJK, ideographs, hexagrams, Yi
  0xA960...0xA97C,  // Hangul initials, extended
  0xAC00...0xD7A3,  // Hangul syllables
  0xF900...0xFAFF,  // compatibility ideographs
  0xFE10...0xFE19,  // vertical forms
  0xFE30...0xFE6B,  // compatibility and small forms
  0xFF01...0xFF60,  // full-width forms
  0xFFE0...0xFFE6,  // full-width signs
  0x16FE0...0x1B2FB,  // Tangut, Khitan, kana supplements, Nushu
  0x1D300...0x1D376,  // tetragrams and counting rods
  0x1F200...0x1F265,  // enclosed ideographs
  0x20000...0x2FFFD,  // ideographs, extensions B to F
  0x30000...0x3FFFD,  // ideographs, extensions G and later
]
