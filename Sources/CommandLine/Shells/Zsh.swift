import Bilingual

extension Program {
  /// One function for each command, in the way of `_arguments`; a group hands the words that are left
  /// to the function of the command that was typed.
  func zshCompletions(in language: Language) -> String {
    let functions = paths.map { zshFunction($0, language) }.joined(separator: "\n")
    return """
      #compdef \(root.name)
      # zsh completion for \(root.name); generated, do not edit.

      \(functions)
      if [[ $funcstack[1] == \(functionName) ]]; then
        \(functionName) "$@"
      else
        compdef \(functionName) \(root.name)
      fi

      """
  }

  private func zshName(_ path: [Command<Context>]) -> String {
    ([functionName] + path.dropFirst().map(\.name)).joined(separator: "_")
  }

  private func zshFunction(_ path: [Command<Context>], _ language: Language) -> String {
    let command = path[path.count - 1]
    let subcommands = command.subcommands
    var specs = path.reversed().flatMap(\.options).map { zshOption($0.declaration, language) }
    specs.append("'(-h --help)'{-h,--help}'[\(zshText(Wording.help[language]))]'")
    if path.count == 1 { specs.append("'--version[\(zshText(Wording.version[language]))]'") }
    guard subcommands.isEmpty else {
      specs += ["'1: :->command'", "'*:: :->rest'"]
      return zshGroup(path, subcommands, specs, language)
    }
    specs += command.arguments.map(\.declaration).enumerated().map { place, argument in
      let message = zshText(argument.kind.name[language])
      let lead = argument.isRepeatable ? "*" : "\(place + 1)\(argument.least == 0 ? ":" : "")"
      return "'\(lead):\(message):\(zshAction(argument.kind, language))'"
    }
    return """
      \(zshName(path))() {
        _arguments -s -S \\
          \(specs.joined(separator: " \\\n    "))
      }

      """
  }

  private func zshGroup(
    _ path: [Command<Context>],
    _ subcommands: [Command<Context>],
    _ specs: [String],
    _ language: Language
  ) -> String {
    var listed = subcommands.map { "'\($0.name):\(zshText($0.summary[language]))'" }
    var calls = subcommands.map { sub in
      "\(([sub.name] + sub.aliases).joined(separator: "|"))) \(zshName(path + [sub])) ;;"
    }
    if path.count == 1 {
      listed.append("'help:\(zshText(Wording.helpCommand[language]))'")
      calls.append("help) \(zshName(path)) ;;")
    }
    return """
      \(zshName(path))() {
        local context state state_descr line
        typeset -A opt_args
        _arguments -s -S -C \\
          \(specs.joined(separator: " \\\n    "))
        case $state in
          command)
            local -a commands=(
              \(listed.joined(separator: "\n        "))
            )
            _describe -t commands '\(Wording.command[language])' commands
            ;;
          rest)
            case $words[1] in
              \(calls.joined(separator: "\n        "))
            esac
            ;;
        esac
      }

      """
  }

  private func zshOption(_ option: OptionDeclaration, _ language: Language) -> String {
    let text = "[\(zshText(option.help[language]))]"
    var value = ""
    if let kind = option.kind {
      value = ":\(zshText(kind.name[language])):\(zshAction(kind, language))"
    }
    let (shortMark, longMark) = option.kind == nil ? ("", "") : ("+", "=")
    let star = option.isRepeatable ? "*" : ""
    guard let short = option.short else {
      return "'\(star)\(option.spelling)\(longMark)\(text)\(value)'"
    }
    let names = "{-\(short)\(shortMark),\(option.spelling)\(longMark)}"
    let head = option.isRepeatable ? "'*'" : "'(-\(short) \(option.spelling))'"
    return "\(head)\(names)'\(text)\(value)'"
  }

  private func zshAction(_ kind: ValueKind<any Sendable>, _ language: Language) -> String {
    if !kind.choices.isEmpty {
      let listed = kind.choices.map { choice in
        let meaning = zshText(choice.meaning[language]).map { character in
          " ()\"`$".contains(character) ? "\\\(character)" : String(character)
        }
        return "\(choice.name)\\:\(meaning.joined())"
      }
      return "((\(listed.joined(separator: " "))))"
    }
    return switch kind.completion {
    case .nothing: " "
    case .file: "_files"
    case .directory: "_files -/"
    }
  }

  /// A text inside single quotes and inside a specification that colons and brackets divide.
  private func zshText(_ text: String) -> String {
    text.map { character in
      switch character {
      case "'": #"'\''"#
      case "[", "]", ":", "\\": "\\\(character)"
      default: String(character)
      }
    }.joined()
  }
}
