/// Returns a text as lines of at most so many columns.
///
/// Lines break at spaces and between Chinese characters, yet never before closing punctuation nor
/// after opening punctuation. A line of the text that begins with a space is kept as it is.
package func wrapped(_ text: String, to width: Int) -> [String] {
  text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).flatMap { bytes in
    let line = String(decoding: bytes, as: UTF8.self)
    return line.first == " " ? [line] : wrappedLine(line, to: width)
  }
}

private func wrappedLine(_ text: String, to width: Int) -> [String] {
  var lines = [""]
  var used = 0
  for unit in units(of: text) {
    let columns = unit.text.columns
    let gap = unit.hasSpaceBefore && used > 0 ? 1 : 0
    if used > 0 && used + gap + columns > width {
      lines.append(unit.text)
      used = columns
    } else {
      lines[lines.count - 1] += (gap == 1 ? " " : "") + unit.text
      used += gap + columns
    }
  }
  return lines
}

/// A run of characters that stay on one line.
struct WrapUnit {
  var text: String
  let hasSpaceBefore: Bool
}

/// Returns the runs of a line between the places where it may break.
func units(of text: String) -> [WrapUnit] {
  var units: [WrapUnit] = []
  var previous: Character?
  for character in text {
    if character == " " {
      previous = character
      continue
    }
    if let previous, previous != " ", !mayBreak(between: previous, and: character) {
      units[units.count - 1].text.append(character)
    } else {
      units.append(WrapUnit(text: String(character), hasSpaceBefore: previous == " "))
    }
    previous = character
  }
  return units
}

private func mayBreak(between before: Character, and after: Character) -> Bool {
  guard before.columns == 2 || after.columns == 2 else { return false }
  // A path such as "./x" begins with a dot that closes nothing.
  if before.columns == 2 && closing.contains(before) && after == "." { return true }
  return !opening.contains(before) && !closing.contains(after)
}

private let opening: Set<Character> = Set("“‘（《〈「『【〔［([{")
private let closing: Set<Character> = Set("”’）》〉」』】〕］)]}，。、；：？！…—·％,.;:?!%")
