import Bilingual

extension Program {
  /// Returns what is wrong with the declaration itself; a test of the program asks for it once.
  ///
  /// Names must be plain and unique along each way, defaults readable, arguments told apart by
  /// place, rules about options that are known, and every example must be accepted by the parser.
  public func declarationFaults() -> [String] {
    var faults = repeats(exitCodes.map { "\($0.code)" }).map { "exit code \($0) is declared twice" }
    for path in paths {
      let here = path.map(\.name).joined(separator: " ")
      let found = nameFaults(path) + optionFaults(path) + argumentFaults(path) + exampleFaults(path)
      faults += found.map { "\(here): \($0)" }
    }
    return faults
  }

  private func nameFaults(_ path: [Command<Context>]) -> [String] {
    let command = path[path.count - 1]
    let subcommands = command.subcommands
    var faults: [String] = []
    if !isPlain(command.name) { faults.append("the name is not plain") }
    if command.run == nil && subcommands.isEmpty { faults.append("it does nothing") }
    let names = subcommands.flatMap { [$0.name] + $0.aliases }
    faults += repeats(names).map { "two commands are called \($0)" }
    if path.count == 1 && names.contains("help") { faults.append("“help” is built in") }
    return faults
  }

  private func optionFaults(_ path: [Command<Context>]) -> [String] {
    let known = path.flatMap(\.options).map(\.declaration)
    let own = path[path.count - 1].options.map(\.declaration)
    let spellings = known.flatMap(\.spellings) + ["-h", "--help"]
    var faults = repeats(spellings).map { "two options are spelled \($0)" }
    for option in own {
      let name = option.spelling
      if !isPlain(option.name) { faults.append("\(name) is not plain") }
      if path.count == 1 && option.name == "version" { faults.append("--version is built in") }
      if let short = option.short, !(short.isASCII && short.isLetter) {
        faults.append("-\(short) is no letter")
      }
      if let text = option.defaultText, (try? option.kind?.read(text)) == nil {
        faults.append("the default of \(name) cannot be read: \(text)")
      }
      for choice in option.kind?.choices ?? [] where !isPlain(choice.name) {
        faults.append("the choice \(choice.name) of \(name) is not plain")
      }
    }
    let names = Set(known.map(\.spelling))
    for rule in path[path.count - 1].rules {
      let members: [any AnyOption]
      switch rule {
      case .exclusive(let several): members = several
      case .needs(let one, let other): members = [one, other]
      }
      for member in members.map(\.declaration.spelling) where !names.contains(member) {
        faults.append("a rule names \(member), which is unknown here")
      }
    }
    return faults
  }

  private func argumentFaults(_ path: [Command<Context>]) -> [String] {
    let arguments = path[path.count - 1].arguments.map(\.declaration)
    var faults = repeats(arguments.map(\.kind.name.en)).map { "two arguments are called \($0)" }
    for (argument, next) in zip(arguments, arguments.dropFirst()) {
      let name = argument.kind.name.en
      if argument.isRepeatable { faults.append("\(name) leaves nothing to what follows it") }
      if argument.least == 0 && next.least > 0 {
        faults.append("\(name) may be left out, but \(next.kind.name.en) after it may not")
      }
    }
    for choice in arguments.flatMap(\.kind.choices) where !isPlain(choice.name) {
      faults.append("the choice \(choice.name) is not plain")
    }
    return faults
  }

  private func exampleFaults(_ path: [Command<Context>]) -> [String] {
    path[path.count - 1].examples.compactMap { example in
      let words = shellWords(example.line)
      guard words.first == root.name else { return "an example is not of \(root.name)" }
      guard case .refuse(let errors) = parse(Array(words.dropFirst()), environment: [:]).request
      else { return nil }
      return "the example is refused: \(example.line)\n\(errors.text(in: .english))"
    }
  }

  /// Whether a name can stand in any shell without quotes.
  private func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.first != "-"
      && name.allSatisfy { $0.isLetter || $0.isNumber || "-_.+".contains($0) }
  }

  private func repeats(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
