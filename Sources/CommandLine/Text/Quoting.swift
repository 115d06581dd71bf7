/// Returns a text with its control and invisible directional characters spelled out, as `\u{1B}`.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
  return text.unicodeScalars.reduce(into: "") { result, scalar in
    if isUnsafe(scalar) {
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}

/// Returns a word as a shell would need it typed; for reading, where it holds control characters.
func shellQuoted(_ word: String) -> String {
  let special = Set(" \t\n'\"\\$`&|;<>()*?[]{}!#~")
  guard word.isEmpty || word.contains(where: special.contains) else { return visible(word) }
  return "'"
    + visible(word).split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: #"'\''"#) + "'"
}

/// Returns the words of the first command of a shell line, as far as quotes go.
///
/// It serves examples in declarations, not input: variables and substitutions are left as they are.
func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  for character in line {
    if let open = quote {
      if character == open { quote = nil } else { word?.append(character) }
    } else if character == "'" || character == "\"" {
      quote = character
      word = word ?? ""
    } else if character == " " {
      if let whole = word { words.append(whole) }
      word = nil
    } else if "|<>;&".contains(character) {
      break
    } else {
      word = (word ?? "") + String(character)
    }
  }
  if let whole = word { words.append(whole) }
  return words
}
