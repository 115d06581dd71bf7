public import Bilingual

extension UsageErrors {
  /// Returns everything that is wrong as text, each with the line that was typed and a caret.
  ///
  /// - Parameters:
  ///   - language: The language of the text.
  ///   - width: The columns of the terminal; longer command lines are shown in part.
  /// - Returns: Lines, each with a line feed at its end.
  public func text(in language: Language, width: Int = 80) -> String {
    var lines = errors.flatMap { error -> [String] in
      let head = Phrase(en: "error[\(error.code.rawValue)]: ", zh: "错误[\(error.code.rawValue)]：")
      var lines = hanging(head[language], error.message[language], width)
      if case .word(let index)? = error.origin { lines += excerpt(around: index, width) }
      if let help = error.help {
        let head = Phrase(en: "  help: ", zh: "  提示：")
        lines += hanging(head[language], help[language], width)
      }
      return lines
    }
    let ask = (command + ["--help"]).joined(separator: " ")
    let foot = Phrase(en: "'\(ask)' shows what is possible.", zh: "用法说明：\(ask)")
    lines += wrapped(foot[language], to: width)
    return lines.map { $0 + "\n" }.joined()
  }

  private func hanging(_ head: String, _ text: String, _ width: Int) -> [String] {
    let indent = head.columns
    return wrapped(text, to: max(width - indent, 20)).enumerated().map { number, line in
      (number == 0 ? head : String(repeating: " ", count: indent)) + line
    }
  }

  /// The typed line and, below it, carets under one word; words far from it give way to an ellipsis.
  private func excerpt(around index: Int, _ width: Int) -> [String] {
    let typed = [command[0]] + words.map(shellQuoted)
    let place = index + 1
    var (first, last) = (place, place)
    var room = width - 2 - typed[place].columns
    func fits(_ word: Int) -> Bool { room - typed[word].columns - 1 >= 4 }
    while true {
      if first > 0, fits(first - 1) {
        first -= 1
        room -= typed[first].columns + 1
      } else if last + 1 < typed.count, fits(last + 1) {
        last += 1
        room -= typed[last].columns + 1
      } else {
        break
      }
    }
    let lead = "  " + (first > 0 ? "… " : "") + typed[first..<place].map { $0 + " " }.joined()
    let trail = typed[place...last].joined(separator: " ") + (last + 1 < typed.count ? " …" : "")
    let carets = String(repeating: "^", count: max(1, typed[place].columns))
    return [lead + trail, String(repeating: " ", count: lead.columns) + carets]
  }
}
