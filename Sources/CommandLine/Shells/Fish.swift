import Bilingual

extension Program {
  /// A function finds the command that has been typed so far; every line is conditional on it.
  func fishCompletions(in language: Language) -> String {
    let name = "_" + functionName
    let takers = optionPlaces.filter { $0.option.kind != nil }.flatMap { path, option in
      option.spellings.map { "'\(node(path))* \($0)'" }
    }
    let transitions = paths.dropFirst().map { path in
      let (parent, command) = (node(path.dropLast()), path[path.count - 1])
      let words = ([command.name] + command.aliases).map { "'\(parent) \($0)'" }
      return "      case \(words.joined(separator: " "))\n        set node \(node(path))"
    }
    let lines = paths.flatMap { fishLines($0, name, language) }
    return """
      # fish completion for \(root.name); generated, do not edit.

      # Prints the command typed so far and the number of words after it.
      function \(name)_place
        set -l node \(root.name)/
        set -l operands 0
        set -l skip 0
        set -l words (commandline -opc)
        for word in $words[2..-1]
          if test $skip = 1
            set skip 0
            continue
          end
          switch "$node $word"
            case \((takers.isEmpty ? ["''"] : takers).joined(separator: " "))
              set skip 1
            case '* -*' '\(root.name)/ help'
      \(transitions.joined(separator: "\n"))
            case '*'
              set operands (math $operands + 1)
          end
        end
        echo "$node $operands"
      end

      # Whether the place typed so far fits the pattern.
      function \(name)_at
        string match -q -- $argv[1] (\(name)_place)
      end

      complete -c \(root.name) -f
      \(lines.joined(separator: "\n"))

      """
  }

  private func fishLines(
    _ path: [Command<Context>],
    _ name: String,
    _ language: Language
  ) -> [String] {
    let command = path[path.count - 1]
    func line(_ pattern: String, _ rest: String) -> String {
      "complete -c \(root.name) -n \"\(name)_at '\(node(path))\(pattern)'\" \(rest)"
    }
    var lines = command.subcommands.map { sub in
      line(" 0", "-a \(sub.name) -d \(fishText(sub.summary[language]))")
    }
    if path.count == 1 {
      if command.run == nil {
        lines.append(line(" 0", "-a help -d \(fishText(Wording.helpCommand[language]))"))
      }
      lines.append(line("*", "-s h -l help -d \(fishText(Wording.help[language]))"))
      lines.append(line(" 0", "-l version -d \(fishText(Wording.version[language]))"))
    }
    for option in command.options.map(\.declaration) {
      let short = option.short.map { "-s \($0) " } ?? ""
      let value = option.kind.map { " " + fishValue($0, language, "-x", "-r -F") } ?? ""
      lines.append(
        line("*", "\(short)-l \(option.name)\(value) -d \(fishText(option.help[language]))")
      )
    }
    for (place, argument) in command.arguments.map(\.declaration).enumerated()
    where !argument.kind.choices.isEmpty || argument.kind.completion != .nothing {
      let pattern = argument.isRepeatable ? " *" : " \(place)"
      lines.append(line(pattern, fishValue(argument.kind, language, "", "-F").trimmed))
    }
    return lines
  }

  private func fishValue(
    _ kind: ValueKind<any Sendable>,
    _ language: Language,
    _ exclusive: String,
    _ files: String
  ) -> String {
    if !kind.choices.isEmpty {
      let listed = kind.choices.map { choice in
        let meaning = choice.meaning[language].filter { !"'\"\\$()".contains($0) }
        return "\(choice.name)\\t'\(meaning)'"
      }
      return "\(exclusive) -a \"\(listed.joined(separator: " "))\""
    }
    return switch kind.completion {
    case .nothing: exclusive
    case .file: files
    case .directory: "\(exclusive) -a '(__fish_complete_directories)'"
    }
  }

  private func fishText(_ text: String) -> String {
    "'" + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
  }
}

extension String {
  /// The text without a space at its beginning.
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
