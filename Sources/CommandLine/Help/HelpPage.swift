import Bilingual

/// What there is to say about a command, in one language, before any layout.
///
/// Terminal, manual and reference draw from it, so they cannot differ in what they say.
struct HelpPage {
  let command: [String]
  let usage: String
  let summary: String
  let discussion: String?
  let examples: [(line: String, meaning: String)]
  let sections: [Section]
  let footer: String?

  /// A titled list of what may be typed.
  struct Section {
    let title: String
    let rows: [Row]
    let group: Group
  }

  /// Sections of one group are aligned with each other.
  enum Group {
    case commands
    case parameters
    case exitCodes
  }

  /// One thing that may be typed: the words, what they do, the values they take.
  struct Row {
    let label: String
    let text: String
    var choices: [(name: String, meaning: String)] = []
  }
}

extension Program {
  /// Returns the page of a command.
  func page(of path: [Command<Context>], in language: Language) -> HelpPage {
    let command = path[path.count - 1]
    let isRoot = path.count == 1
    let inherited = path.dropLast().flatMap(\.options)
    let rules = path.flatMap(\.rules)
    func rows(_ options: [any AnyOption]) -> [HelpPage.Row] {
      options.map { optionRow($0.declaration, rules, language) }
    }
    let own = HelpPage.Section(
      title: (isRoot ? Wording.globalOptions : Wording.options)[language],
      rows: rows(command.options) + (isRoot ? builtInRows(isRoot: true, language) : []),
      group: .parameters
    )
    let global = HelpPage.Section(
      title: Wording.globalOptions[language],
      rows: isRoot ? [] : rows(inherited) + builtInRows(isRoot: false, language),
      group: .parameters
    )
    let codes = HelpPage.Section(
      title: Wording.exitCodes[language],
      rows: isRoot
        ? exitCodes.map { .init(label: "\($0.code)", text: $0.meaning[language]) } : [],
      group: .exitCodes
    )
    let sections =
      [argumentSection(command, language)] + (isRoot ? [] : [own])
      + commandSections(command, isRoot, language) + (isRoot ? [own] : [global]) + [codes]
    let names = path.map(\.name)
    return HelpPage(
      command: names,
      usage: usage(path, language),
      summary: command.summary[language],
      discussion: command.discussion?[language],
      examples: command.examples.map { ($0.line, $0.meaning[language]) },
      sections: sections.filter { !$0.rows.isEmpty },
      footer: command.run == nil ? Wording.moreHelp(names)[language] : nil
    )
  }

  /// Returns the line that shows how a command is typed; whatever is required is named.
  private func usage(_ path: [Command<Context>], _ language: Language) -> String {
    let command = path[path.count - 1]
    let options = path.flatMap(\.options).map(\.declaration)
    let required = options.filter(\.isRequired).map { "\($0.spelling) \($0.kindName(language))" }
    let arguments = command.arguments.map { $0.declaration.usage(in: language) }
    let group = command.run == nil ? [Wording.command[language]] : []
    let words = path.map(\.name) + group + required + ["[\(Wording.optionsMark[language])]"]
    return (words + arguments).joined(separator: " ")
  }

  private func argumentSection(
    _ command: Command<Context>,
    _ language: Language
  ) -> HelpPage.Section {
    let rows = command.arguments.map(\.declaration).map { argument in
      HelpPage.Row(
        label: argument.usage(in: language),
        text: argument.help[language],
        choices: argument.kind.choices.map { ($0.name, $0.meaning[language]) }
      )
    }
    return .init(title: Wording.arguments[language], rows: rows, group: .parameters)
  }

  /// Lists the commands below, under their own headings where they have some, in order of mention.
  private func commandSections(
    _ command: Command<Context>,
    _ isRoot: Bool,
    _ language: Language
  ) -> [HelpPage.Section] {
    var titles: [String] = []
    var rows: [String: [HelpPage.Row]] = [:]
    for sub in command.subcommands {
      let title = (sub.section ?? Wording.commands)[language]
      if rows[title] == nil { titles.append(title) }
      rows[title, default: []].append(
        .init(
          label: ([sub.name] + sub.aliases).joined(separator: ", "),
          text: sub.summary[language]
        )
      )
    }
    return titles.map { .init(title: $0, rows: rows[$0] ?? [], group: .commands) }
  }

  private func builtInRows(isRoot: Bool, _ language: Language) -> [HelpPage.Row] {
    let help = HelpPage.Row(label: "-h, --help", text: Wording.help[language])
    guard isRoot else { return [help] }
    return [help, .init(label: "    --version", text: Wording.version[language])]
  }

  private func optionRow(
    _ option: OptionDeclaration,
    _ rules: [OptionRule],
    _ language: Language
  ) -> HelpPage.Row {
    let notes = Wording.notes(on: option, rules)
    let label = (option.short.map { "-\($0), " } ?? "    ") + option.spelling
    return HelpPage.Row(
      label: option.kind == nil ? label : "\(label) \(option.kindName(language))",
      text: option.help[language] + Wording.inParentheses(notes, language),
      choices: (option.kind?.choices ?? []).map { ($0.name, $0.meaning[language]) }
    )
  }
}

extension OptionDeclaration {
  fileprivate func kindName(_ language: Language) -> String { kind?.name[language] ?? "" }
}
