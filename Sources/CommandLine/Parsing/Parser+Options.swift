import Bilingual

extension Parser {
  /// Whether a word is an option: a dash and more, but neither a lone dash nor a negative number.
  func looksLikeOption(_ word: String) -> Bool {
    let bytes = Array(word.utf8.prefix(3))
    guard bytes.count > 1, bytes[0] == UInt8(ascii: "-") else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    if digits.contains(bytes[1]) { return false }
    return !(bytes[1] == UInt8(ascii: ".") && bytes.count > 2 && digits.contains(bytes[2]))
  }

  /// Reads `--name`, `--name value` and `--name=value`.
  mutating func readLong(_ word: String) {
    let equals = word.utf8.firstIndex(of: UInt8(ascii: "="))
    let spelling = String(word[..<(equals ?? word.endIndex)])
    let attached = equals.map { String(word[word.utf8.index(after: $0)...]) }
    if spelling == "--help" {
      helpAsked = true
    } else if spelling == "--version" && path.count == 1 {
      versionAsked = true
    } else if let option = options.first(where: { $0.spelling == spelling }) {
      take(option, attached)
    } else {
      strangers.append(Stranger(typed: spelling, index: cursor))
    }
  }

  /// Reads `-f`, `-fgh`, `-o value`, `-ovalue` and `-fovalue`.
  mutating func readCluster(_ word: String) {
    var rest = word.dropFirst()
    while let letter = rest.popFirst() {
      if letter == "h" {
        helpAsked = true
      } else if let option = options.first(where: { $0.short == letter }) {
        let hasSign = rest.utf8.first == UInt8(ascii: "=")
        let value = hasSign ? rest.unicodeScalars.dropFirst() : rest.unicodeScalars
        let isAttached = !rest.isEmpty && (option.kind != nil || hasSign)
        take(option, isAttached ? String(value) : nil)
        if isAttached || option.kind != nil { return }
      } else {
        let long = word.dropFirst().prefix { $0 != "=" }
        let isLongName = options.contains { $0.name == long }
        strangers.append(Stranger(typed: isLongName ? "-\(long)" : "-\(letter)", index: cursor))
        return
      }
    }
  }

  /// Takes an option with the value attached to it or, where it needs one, the next word.
  private mutating func take(_ option: OptionDeclaration, _ attached: String?) {
    let isFirst = firstTyped[option.spelling] == nil
    firstTyped[option.spelling] = firstTyped[option.spelling] ?? cursor
    let start = cursor
    guard option.kind != nil else {
      if let attached {
        refuse(.unexpectedValue, at: start, typed: attached, subject: option.subject)
      } else if isFirst || option.isRepeatable {
        record(option, "", .word(start))
      } else {
        refuse(.repeatedOption, at: start, typed: option.spelling, subject: option.subject)
      }
      return
    }
    var text = attached
    if text == nil, cursor + 1 < words.count, !looksLikeOption(words[cursor + 1]) {
      cursor += 1
      text = words[cursor]
    }
    guard let text else {
      return refuse(
        .missingValue,
        at: start,
        typed: option.spelling,
        subject: option.subject,
        expected: option.kind?.name
      )
    }
    guard isFirst || option.isRepeatable else {
      return refuse(.repeatedOption, at: start, typed: option.spelling, subject: option.subject)
    }
    record(option, text, .word(cursor))
  }

  /// Fills in the options that were not typed but have a variable.
  mutating func readEnvironment() {
    for option in options where firstTyped[option.spelling] == nil {
      guard let variable = option.environment, let text = environment[variable], !text.isEmpty
      else { continue }
      record(option, text, .environment(variable))
    }
  }

  private mutating func record(_ option: OptionDeclaration, _ text: String, _ origin: Origin) {
    guard let kind = option.kind else {
      arguments.given[option.spelling] = [
        .init(value: true, text: text, origin: origin, isFile: false)
      ]
      return
    }
    record(option.spelling, kind, option.subject, text, origin)
  }

  /// Reads a text as its kind asks, and keeps the value or says why not.
  mutating func record(
    _ key: String,
    _ kind: ValueKind<any Sendable>,
    _ subject: Phrase,
    _ text: String,
    _ origin: Origin
  ) {
    do {
      let value = try kind.read(text)
      arguments.given[key, default: []].append(
        .init(value: value, text: text, origin: origin, isFile: kind.completion == .file)
      )
    } catch {
      refuse(
        kind.choices.isEmpty ? .invalidValue : .invalidChoice,
        origin: origin,
        typed: text,
        subject: subject,
        expected: error.expected,
        suggestion: nearestName(to: text, among: kind.choices.map(\.name))
      )
    }
  }
}

extension OptionDeclaration {
  /// The option as messages name it.
  var subject: Phrase { Phrase(en: spelling, zh: spelling) }
}
