public import Bilingual

extension Program {
  /// Returns the help of a command as text.
  ///
  /// - Parameters:
  ///   - path: The way from the root to the command.
  ///   - language: The language of the text.
  ///   - width: The columns of the terminal.
  /// - Returns: Lines, each with a line feed at its end.
  public func help(
    of path: [Command<Context>],
    in language: Language,
    width: Int = 80
  ) -> String {
    page(of: path, in: language).text(language, max(width, 40))
  }
}

extension HelpPage {
  /// Labels wider than this have their text on the next line.
  private static let widestLabel = 26

  fileprivate func text(_ language: Language, _ width: Int) -> String {
    let head = Phrase(en: "Usage: ", zh: "用法：")[language]
    var blocks = [hanging(head, usage, width), wrapped(summary, to: width)]
    if let discussion { blocks.append(wrapped(discussion, to: width)) }
    if !examples.isEmpty {
      blocks.append([title(Wording.examples[language], language)] + exampleLines(width))
    }
    for section in sections {
      let indent = textColumn(of: section.group, width)
      let rows = section.rows.flatMap { lines(of: $0, indent, width) }
      blocks.append([title(section.title, language)] + rows)
    }
    if let footer { blocks.append(wrapped(footer, to: width)) }
    return blocks.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private func title(_ text: String, _ language: Language) -> String {
    text + Phrase(en: ":", zh: "：")[language]
  }

  private func exampleLines(_ width: Int) -> [String] {
    examples.flatMap { example in
      ["  \(example.line)"] + wrapped(example.meaning, to: width - 6).map { "      \($0)" }
    }
  }

  /// Returns the column where the texts of a group begin.
  private func textColumn(of group: Group, _ width: Int) -> Int {
    let labels = sections.filter { $0.group == group }.flatMap(\.rows).map(\.label.columns)
    let widest = labels.filter { $0 <= min(Self.widestLabel, width / 3) }.max() ?? 4
    return widest + 4
  }

  private func lines(of row: Row, _ indent: Int, _ width: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String]
    if row.label.columns + 4 > indent {
      lines = ["  \(row.label)"] + wrapped(row.text, to: width - indent).map { margin + $0 }
    } else {
      lines = hanging("  \(row.label)".padded(to: indent), row.text, width)
    }
    let widest = row.choices.map(\.name.columns).max() ?? 0
    for choice in row.choices {
      lines += hanging(margin + "  " + choice.name.padded(to: widest + 2), choice.meaning, width)
    }
    return lines
  }

  private func hanging(_ head: String, _ text: String, _ width: Int) -> [String] {
    let indent = head.columns
    return wrapped(text, to: width - indent).enumerated().map { number, line in
      (number == 0 ? head : String(repeating: " ", count: indent)) + line
    }
  }
}
