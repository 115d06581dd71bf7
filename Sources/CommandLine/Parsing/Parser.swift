import Bilingual

/// One reading of one command line; it collects everything wrong instead of stopping at the first.
struct Parser<Context> {
  let words: [String]
  let environment: [String: String]
  var cursor = 0
  /// The way from the root to the command named so far, and the options known there.
  var path: [Command<Context>]
  var options: [OptionDeclaration]
  var arguments: Arguments
  /// Where each option was first typed.
  var firstTyped: [String: Int] = [:]
  var errors: [UsageError] = []
  var strangers: [Stranger] = []
  var operands: [Operand] = []
  var optionsEnded = false
  /// Whether `--help` was typed, and whether the line is `help COMMAND`.
  var helpAsked = false
  var isHelpCommand = false
  var versionAsked = false
  /// Whether a command was named that does not exist; what follows it cannot be judged.
  var isLost = false

  /// An option that was unknown where it stood.
  struct Stranger {
    let typed: String
    let index: Int
  }

  /// A word that is no option; doubtful where it may be the value of the stranger before it.
  struct Operand {
    let index: Int
    let isDoubtful: Bool
  }

  init(root: Command<Context>, words: [String], environment: [String: String]) {
    self.words = words
    self.environment = environment
    path = [root]
    options = root.options.map(\.declaration)
    arguments = Arguments(command: [root.name], words: words)
  }

  var command: Command<Context> { path[path.count - 1] }

  mutating func parse() -> Parsed<Context> {
    while cursor < words.count {
      let word = words[cursor]
      if optionsEnded || !looksLikeOption(word) {
        readOperand(word)
      } else if word == "--" {
        optionsEnded = true
      } else if word.utf8.starts(with: "--".utf8) {
        readLong(word)
      } else {
        readCluster(word)
      }
      cursor += 1
    }
    readEnvironment()
    if !isLost && !helpAsked && !isHelpCommand && !versionAsked { checkWhole() }
    return Parsed(path: path, arguments: arguments, request: request())
  }

  private func request() -> Parsed<Context>.Request {
    if !isLost && (helpAsked || isHelpCommand) { return .help(asked: true) }
    if !isLost && versionAsked { return .version }
    guard errors.isEmpty else {
      return .refuse(UsageErrors(errors, words: words, command: arguments.command))
    }
    guard let run = command.run else { return .help(asked: false) }
    return .run(run)
  }

  private mutating func readOperand(_ word: String) {
    guard !isLost else { return }
    if operands.isEmpty, let next = command.subcommand(named: word) {
      path.append(next)
      options += next.options.map(\.declaration)
      arguments.command.append(next.name)
    } else if command.run != nil && !isHelpCommand {
      operands.append(Operand(index: cursor, isDoubtful: isAfterStranger))
    } else if path.count == 1 && word == "help" && !isHelpCommand {
      isHelpCommand = true
    } else if !isAfterStranger {
      isLost = true
      let names = command.subcommands.flatMap { [$0.name] + $0.aliases }
      let suggestion = nearestName(to: word, among: names)
      refuse(.unknownCommand, at: cursor, typed: word, suggestion: suggestion)
    }
  }

  /// Whether the word before is an unknown option without a value of its own.
  private var isAfterStranger: Bool {
    guard let stranger = strangers.last, stranger.index == cursor - 1 else { return false }
    return !words[stranger.index].utf8.contains(UInt8(ascii: "="))
  }
}
