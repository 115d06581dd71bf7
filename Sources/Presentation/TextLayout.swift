/// Returns a text of at most `width` columns, its end replaced by `…` where it is wider.
func truncated(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var result = ""
  var left = width - 1
  for character in text {
    left -= displayWidth(of: character)
    guard left >= 0 else { break }
    result.append(character)
  }
  return result + "…"
}

/// Returns a text filled up with spaces to `width` columns.
func padded(_ text: String, to width: Int, _ alignment: Column.Alignment = .leading) -> String {
  let spaces = String(repeating: " ", count: max(0, width - displayWidth(text)))
  return alignment == .leading ? text + spaces : spaces + text
}

/// Returns the lines of a text, each of at most `width` columns, without a character lost.
///
/// Lines end at spaces and between wide characters; closing punctuation does not begin a line, nor
/// does opening punctuation end one. A word that is wider than a line is divided.
func wrapped(_ text: String, to width: Int) -> [String] {
  guard displayWidth(text) > width else { return [text] }
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  var spaces = 0
  func endLine() {
    lines.append(line)
    (line, lineWidth, spaces) = ("", 0, 0)
  }
  for piece in pieces(of: text) {
    if piece == " " {
      spaces += 1
      continue
    }
    let pieceWidth = displayWidth(piece)
    if lineWidth > 0, lineWidth + spaces + pieceWidth > width { endLine() }
    // Only the text's own indentation may stand before the first piece of a line.
    let gap = min(spaces, max(0, width - lineWidth - pieceWidth))
    line += String(repeating: " ", count: gap)
    lineWidth += gap
    spaces = 0
    for character in piece {
      let characterWidth = displayWidth(of: character)
      if lineWidth > 0, lineWidth + characterWidth > width { endLine() }
      line.append(character)
      lineWidth += characterWidth
    }
  }
  endLine()
  return lines
}

/// Returns the parts of a text that a line does not break: single spaces, words, wide characters
/// with the punctuation that belongs to them.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  var joinsAny = false
  var joinsNarrow = false
  for character in text {
    let isSpace = character == " "
    let isNarrow = !isSpace && displayWidth(of: character) < 2
    let joins =
      joinsAny || joinsNarrow && isNarrow || closing.contains(character) && pieces.last != " "
    if joins, !isSpace, let last = pieces.popLast() {
      pieces.append(last + String(character))
    } else {
      pieces.append(String(character))
    }
    joinsAny = opening.contains(character)
    joinsNarrow = isNarrow
  }
  return pieces
}

private let opening: Set<Character> = ["（", "《", "〈", "【", "「", "『", "〔", "“", "‘", "("]
private let closing: Set<Character> = [
  "）", "》", "〉", "】", "」", "』", "〕", "”", "’", "，", "。", "、", "；", "：", "！", "？", "％", "…",
]
