import Bilingual

extension Program {
  /// The script walks over the words like the parser: a table of transitions, of options that take a
  /// value, and of what each place offers.
  func bashCompletions() -> String {
    let name = functionName
    return """
      # bash completion for \(root.name); generated, do not edit.

      # Offers words ($1), files or directories for the word being typed.
      \(name)_offer() {
        case $1 in
          @file) mapfile -t COMPREPLY < <(compgen -f -- "$cur"); compopt -o filenames 2>/dev/null ;;
          @directory) mapfile -t COMPREPLY < <(compgen -d -- "$cur"); compopt -o filenames 2>/dev/null ;;
          *) mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur") ;;
        esac
      }

      # Offers values of the option $1 ("command option").
      \(name)_value() {
        case $1 in
      \(bashValues())
        esac
      }

      \(name)() {
        local cur=${COMP_WORDS[COMP_CWORD]} word i node='\(root.name)/' option='' ended='' operands=0
        COMPREPLY=()
        for ((i = 1; i < COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if [[ $option ]]; then
            # bash splits --name=value at the sign.
            [[ $word == '=' ]] || option=''
            continue
          fi
          if [[ ! $ended && $word == -- ]]; then
            ended=1
            continue
          fi
          if [[ ! $ended && $word == -?* ]]; then
            case "$node $word" in
      \(bashValueTakers()) option="$node $word" ;;
            esac
            continue
          fi
          case "$node $word" in
      \(bashTransitions())
            *) operands=$((operands + 1)) ;;
          esac
        done
        [[ $cur == '=' ]] && cur=''
        if [[ $option ]]; then
          \(name)_value "$option"
        elif [[ ! $ended && $cur == -* ]]; then
          case $node in
      \(bashOptions())
          esac
        else
          case "$node $operands" in
      \(bashOperands())
          esac
        fi
      }

      complete -F \(name) \(root.name)

      """
  }

  /// A pattern for an option typed at a command or below it.
  private func patterns(_ path: [Command<Context>], _ option: OptionDeclaration) -> String {
    option.spellings.map { "'\(node(path))'*' \($0)'" }.joined(separator: " | ")
  }

  private func bashValues() -> String {
    let lines = optionPlaces.compactMap { (path, option) -> String? in
      guard let kind = option.kind, let offer = bashOffer(kind) else { return nil }
      return "    \(patterns(path, option))) \(functionName)_offer \(offer) ;;"
    }
    return (lines + ["    *) ;;"]).joined(separator: "\n")
  }

  private func bashValueTakers() -> String {
    let takers = optionPlaces.filter { $0.option.kind != nil }.map { patterns($0.path, $0.option) }
    let lines = takers.isEmpty ? ["''"] : takers
    return lines.map { "        \($0)" }.joined(separator: " | \\\n") + ")"
  }

  private func bashTransitions() -> String {
    let lines = paths.dropFirst().map { path in
      let (parent, command) = (node(path.dropLast()), path[path.count - 1])
      let words = ([command.name] + command.aliases).map { "'\(parent) \($0)'" }
      return "      \(words.joined(separator: " | "))) node='\(node(path))' ;;"
    }
    // "help" changes nothing: what follows completes as if it were not there.
    return (["      '\(root.name)/ help') ;;"] + lines).joined(separator: "\n")
  }

  private func bashOptions() -> String {
    paths.map { path in
      let known = path.reversed().flatMap { $0.options.flatMap(\.declaration.spellings) }
      let words = known + ["-h", "--help"] + (path.count == 1 ? ["--version"] : [])
      let list = words.joined(separator: " ")
      return "      '\(node(path))') \(functionName)_offer '\(list)' ;;"
    }.joined(separator: "\n")
  }

  private func bashOperands() -> String {
    let lines = paths.flatMap { path -> [String] in
      let command = path[path.count - 1]
      let names = command.subcommands.map(\.name) + (path.count == 1 ? ["help"] : [])
      var lines: [String] = []
      if !names.isEmpty && (path.count > 1 || command.run == nil) {
        let list = names.joined(separator: " ")
        lines.append("      '\(node(path)) 0') \(functionName)_offer '\(list)' ;;")
      }
      for (place, argument) in command.arguments.map(\.declaration).enumerated() {
        guard let offer = bashOffer(argument.kind) else { continue }
        let pattern = argument.isRepeatable ? "'\(node(path)) '*" : "'\(node(path)) \(place)'"
        lines.append("      \(pattern)) \(functionName)_offer \(offer) ;;")
      }
      return lines
    }
    return (lines + ["      *) ;;"]).joined(separator: "\n")
  }

  private func bashOffer(_ kind: ValueKind<any Sendable>) -> String? {
    if !kind.choices.isEmpty { return "'\(kind.choices.map(\.name).joined(separator: " "))'" }
    return switch kind.completion {
    case .nothing: nil
    case .file: "@file"
    case .directory: "@directory"
    }
  }

  /// Every option with the way to the command that declares it.
  var optionPlaces: [(path: [Command<Context>], option: OptionDeclaration)] {
    paths.flatMap { path in path[path.count - 1].options.map { (path, $0.declaration) } }
  }
}
