public import Bilingual

/// A command as data: parser, help, completions and manual are all drawn from it.
///
/// Its options are known to it and to every command below it, so the options of the root are global.
/// A command without `run` is a group: given alone, it shows its help.
///
/// ```swift
/// Command<Invocation>(
///   "compute",
///   summary: Phrase(en: "Compute what is to be paid", zh: "计算应发奖励"),
///   examples: [Example("brandledger award compute --year 2025", Phrase(en: "…", zh: "…"))],
///   options: [year, town]
/// ) { invocation, arguments in
///   try invocation.compute(year: arguments[year])
/// }
/// ```
public struct Command<Context>: Sendable {
  /// What a command does with the world it is given and what was typed; the result is the exit code.
  public typealias Action = @Sendable (Context, Arguments) throws -> Int32

  /// The word that is typed.
  public let name: String
  /// Other words that do the same.
  public let aliases: [String]
  /// The heading under which the help of the command above lists it.
  public let section: Phrase?
  /// What it does, in one line without a full stop.
  public let summary: Phrase
  /// What else there is to know, in sentences; lines that begin with a space are kept as they are.
  public let discussion: Phrase?
  /// What to type for the most common wishes.
  public var examples: [Example] { parts.examples() }
  /// The words known by their place.
  public var arguments: [any AnyArgument] { parts.arguments() }
  /// The options of it and of every command below it.
  public var options: [any AnyOption] { parts.options() }
  /// What must hold between the options.
  public var rules: [OptionRule] { parts.rules() }
  /// The commands below it.
  public var subcommands: [Command<Context>] { entries().map { $0() } }
  /// What it does; `nil` for a group.
  public let run: Action?
  // Put together where they are asked for: one command of many is typed.
  private let parts: Parts
  // Makes the commands below it one by one, up to the one that is asked for.
  private let entries: @Sendable () -> [@Sendable () -> Command<Context>]

  private struct Parts: Sendable {
    let examples: @Sendable () -> [Example]
    let arguments: @Sendable () -> [any AnyArgument]
    let options: @Sendable () -> [any AnyOption]
    let rules: @Sendable () -> [OptionRule]
  }

  /// Creates a command that does something.
  public init(
    _ name: String,
    aliases: [String] = [],
    section: Phrase? = nil,
    summary: Phrase,
    discussion: Phrase? = nil,
    examples: @autoclosure @escaping @Sendable () -> [Example] = [],
    arguments: @autoclosure @escaping @Sendable () -> [any AnyArgument] = [],
    options: @autoclosure @escaping @Sendable () -> [any AnyOption] = [],
    rules: @autoclosure @escaping @Sendable () -> [OptionRule] = [],
    subcommands: @escaping @Sendable () -> [Command<Context>] = { [] },
    run: @escaping Action
  ) {
    let parts = Parts(examples: examples, arguments: arguments, options: options, rules: rules)
    self.init(name, aliases, section, summary, discussion, parts, Self.entries(subcommands), run)
  }

  /// Creates a group of commands.
  public init(
    _ name: String,
    aliases: [String] = [],
    section: Phrase? = nil,
    summary: Phrase,
    discussion: Phrase? = nil,
    examples: @autoclosure @escaping @Sendable () -> [Example] = [],
    options: @autoclosure @escaping @Sendable () -> [any AnyOption] = [],
    rules: @autoclosure @escaping @Sendable () -> [OptionRule] = [],
    subcommands: @escaping @Sendable () -> [Command<Context>]
  ) {
    let parts = Parts(examples: examples, arguments: { [] }, options: options, rules: rules)
    self.init(name, aliases, section, summary, discussion, parts, Self.entries(subcommands), nil)
  }

  /// Creates a group of many commands, of which those behind the one that is typed are not made.
  public init(
    _ name: String,
    aliases: [String] = [],
    section: Phrase? = nil,
    summary: Phrase,
    discussion: Phrase? = nil,
    examples: @autoclosure @escaping @Sendable () -> [Example] = [],
    options: @autoclosure @escaping @Sendable () -> [any AnyOption] = [],
    rules: @autoclosure @escaping @Sendable () -> [OptionRule] = [],
    entries: @escaping @Sendable () -> [@Sendable () -> Command<Context>]
  ) {
    let parts = Parts(examples: examples, arguments: { [] }, options: options, rules: rules)
    self.init(name, aliases, section, summary, discussion, parts, entries, nil)
  }

  private init(
    _ name: String,
    _ aliases: [String],
    _ section: Phrase?,
    _ summary: Phrase,
    _ discussion: Phrase?,
    _ parts: Parts,
    _ entries: @escaping @Sendable () -> [@Sendable () -> Command<Context>],
    _ run: Action?
  ) {
    self.name = name
    self.aliases = aliases
    self.section = section
    self.summary = summary
    self.discussion = discussion
    self.parts = parts
    self.entries = entries
    self.run = run
  }

  private static func entries(_ subcommands: @escaping @Sendable () -> [Command<Context>])
    -> @Sendable () -> [@Sendable () -> Command<Context>]
  {
    { subcommands().map { command in { command } } }
  }

  /// Returns the command below it that a word names.
  func subcommand(named word: String) -> Command<Context>? {
    for entry in entries() {
      let command = entry()
      if command.name == word || command.aliases.contains(word) { return command }
    }
    return nil
  }
}

/// A command line worth typing, and what it does.
public struct Example: Sendable {
  /// What to type, program name included.
  public let line: String
  /// What it does, without a full stop.
  public let meaning: Phrase

  /// Creates an example.
  public init(_ line: String, _ meaning: Phrase) {
    self.line = line
    self.meaning = meaning
  }
}
