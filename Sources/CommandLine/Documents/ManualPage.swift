public import Bilingual

extension Program {
  /// Returns the manual page of the whole program, in the roff of `man`, encoded in UTF-8.
  public func manualPage(in language: Language) -> String {
    let all = paths.map { page(of: $0, in: language) }
    let first = all[0]
    var roff = Roff()
    roff.macro("TH", [root.name.uppercased(), "1", "", versionLine, ""])
    // Names of commands must not be hyphenated, nor Chinese text spread over the line.
    roff.macro("nh")
    roff.macro("ad", ["l"])
    roff.macro("SH", [Phrase(en: "NAME", zh: "名称")[language]])
    roff.text("\(root.name) - \(first.summary)")
    roff.macro("SH", [Phrase(en: "SYNOPSIS", zh: "概要")[language]])
    roff.macro("B", [first.usage])
    if let discussion = first.discussion {
      roff.macro("SH", [Phrase(en: "DESCRIPTION", zh: "描述")[language]])
      roff.paragraphs(discussion)
    }
    roff.examples(of: first, "SH", Wording.examples[language].uppercased())
    for section in first.sections where section.group == .parameters {
      roff.list(section, "SH")
    }
    roff.macro("SH", [Wording.commands[language].uppercased()])
    for page in all.dropFirst() {
      roff.macro("SS", [page.command.dropFirst().joined(separator: " ")])
      roff.macro("B", [page.usage])
      roff.macro("PP")
      roff.text(page.summary)
      if let discussion = page.discussion {
        roff.macro("PP")
        roff.paragraphs(discussion)
      }
      // Global options stand once, above.
      for section in page.sections.dropLast() where section.group == .parameters {
        for row in section.rows { roff.row(row) }
      }
      roff.examples(of: page, "PP", nil)
    }
    roff.list(environmentSection(language), "SH")
    if let codes = first.sections.first(where: { $0.group == .exitCodes }) {
      roff.list(codes, "SH")
    }
    return roff.lines.map { $0 + "\n" }.joined()
  }

  /// Lists the environment variables that stand for options.
  func environmentSection(_ language: Language) -> HelpPage.Section {
    let rows = optionPlaces.compactMap { _, option in
      option.environment.map {
        HelpPage.Row(
          label: $0,
          text: option.help[language]
            + Wording.inParentheses([Wording.standsFor(option)], language)
        )
      }
    }
    return .init(title: Wording.environment[language], rows: rows, group: .parameters)
  }
}

/// The lines of a manual page.
private struct Roff {
  var lines: [String] = []

  mutating func macro(_ name: String, _ arguments: [String] = []) {
    let quoted = arguments.map { argument in
      let text = escaped(argument)
      return text.contains(" ") || text.isEmpty ? "\"\(text)\"" : text
    }
    lines.append(([".\(name)"] + quoted).joined(separator: " "))
  }

  mutating func text(_ text: String) {
    // Between Chinese characters nothing but an escape tells roff that it may break the line.
    let line = units(of: text).enumerated().map { number, unit in
      (number == 0 ? "" : unit.hasSpaceBefore ? " " : "\\:") + escaped(unit.text)
    }.joined()
    // A dot or a quote at the beginning of a line would be a command.
    lines.append(line.first == "." || line.first == "'" ? "\\&\(line)" : line)
  }

  mutating func paragraphs(_ text: String) {
    for bytes in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = String(decoding: bytes, as: UTF8.self)
      if line.isEmpty { macro("PP") } else { self.text(line) }
    }
  }

  mutating func list(_ section: HelpPage.Section, _ heading: String) {
    guard !section.rows.isEmpty else { return }
    macro(heading, [section.title.uppercased()])
    for row in section.rows { self.row(row) }
  }

  mutating func row(_ row: HelpPage.Row) {
    macro("TP")
    macro("B", [String(row.label.drop { $0 == " " })])
    text(row.text)
    guard !row.choices.isEmpty else { return }
    macro("RS")
    for choice in row.choices {
      macro("TP")
      macro("B", [choice.name])
      text(choice.meaning)
    }
    macro("RE")
  }

  mutating func examples(of page: HelpPage, _ heading: String, _ title: String?) {
    guard !page.examples.isEmpty else { return }
    if let title { macro(heading, [title]) }
    for example in page.examples {
      macro("PP")
      text(example.meaning)
      macro("PP")
      macro("RS", ["4"])
      macro("B", [example.line])
      macro("RE")
    }
  }

  private func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "\"": "\\(dq"
      default: String(character)
      }
    }.joined()
  }
}
