public import Bilingual

extension Program {
  /// Returns a Markdown document that describes every command.
  public func reference(in language: Language) -> String {
    let all = paths.map { page(of: $0, in: language) }
    var blocks = all.enumerated().flatMap { number, page in
      markdown(page, isFirst: number == 0, language)
    }
    let environment = environmentSection(language)
    if !environment.rows.isEmpty { blocks += list(environment, "##") }
    if let codes = all[0].sections.first(where: { $0.group == .exitCodes }) {
      blocks += list(codes, "##")
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func markdown(_ page: HelpPage, isFirst: Bool, _ language: Language) -> [String] {
    let mark = isFirst ? "#" : "##"
    var blocks = ["\(mark) \(page.command.joined(separator: " "))", escaped(page.summary)]
    blocks.append(code([page.usage]))
    if let discussion = page.discussion { blocks.append(escaped(discussion)) }
    if !page.examples.isEmpty {
      blocks.append(code(page.examples.flatMap { ["# \($0.meaning)", $0.line] }))
    }
    // Global options stand once, with the program itself.
    let sections = isFirst ? page.sections[...] : page.sections.dropLast()
    for section in sections where section.group == .parameters {
      blocks += list(section, "\(mark)#")
    }
    return blocks
  }

  private func list(_ section: HelpPage.Section, _ mark: String) -> [String] {
    let items = section.rows.flatMap { row in
      ["- `\(row.label.drop { $0 == " " })`: \(escaped(row.text))"]
        + row.choices.map { "  - `\($0.name)`: \(escaped($0.meaning))" }
    }
    return ["\(mark) \(section.title)", items.joined(separator: "\n")]
  }

  private func code(_ lines: [String]) -> String {
    (["```sh"] + lines + ["```"]).joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String {
    text.map { "\\`*_<>[]".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
