public import Bilingual

/// What was given to a command, read by the options and arguments that declared it.
///
/// The command line comes before the environment, the environment before the default.
public struct Arguments: Sendable {
  /// The names of the commands that were typed, the program's first, aliases resolved.
  public internal(set) var command: [String]
  /// The words that were typed after the program's name.
  public let words: [String]
  /// What was given, by the spelling of the option or the English name of the argument.
  var given: [String: [Given]] = [:]

  struct Given: Sendable {
    let value: any Sendable
    let text: String
    let origin: Origin
    /// Whether it is the path of a file.
    let isFile: Bool
  }

  init(command: [String], words: [String]) {
    self.command = command
    self.words = words
  }

  /// Returns what was given for an option.
  public subscript<Value>(option: Option<Value>) -> Value {
    option.value(values(option.declaration.spelling))
  }

  /// Returns what was given for an argument.
  public subscript<Value>(argument: Argument<Value>) -> Value {
    argument.value(values(argument.declaration.kind.name.en))
  }

  /// Returns where the value of an option comes from; `nil` where only its default stands.
  public func origin(of option: any AnyOption) -> Origin? {
    given[option.declaration.spelling]?.last?.origin
  }

  /// Returns the paths of files that were given otherwise than by an option.
  ///
  /// - Parameter option: The option.
  /// - Returns: The paths, in no order.
  public func files(besides option: any AnyOption) -> [String] {
    given.filter { $0.key != option.declaration.spelling }.values.joined()
      .filter(\.isFile).map(\.text)
  }

  /// Returns the refusal of an option's value that could be judged only after parsing.
  public func refusal(
    of option: any AnyOption,
    expected: Phrase,
    suggestion: String? = nil
  ) -> UsageErrors {
    let name = option.declaration.spelling
    return refusal(name, Phrase(en: name, zh: name), expected, suggestion)
  }

  /// Returns the refusal of an argument's value that could be judged only after parsing.
  public func refusal(
    of argument: any AnyArgument,
    expected: Phrase,
    suggestion: String? = nil
  ) -> UsageErrors {
    let name = argument.declaration.kind.name
    return refusal(name.en, name, expected, suggestion)
  }

  private func values(_ key: String) -> [any Sendable] {
    given[key]?.map(\.value) ?? []
  }

  private func refusal(
    _ key: String,
    _ subject: Phrase,
    _ expected: Phrase,
    _ suggestion: String?
  ) -> UsageErrors {
    let last = given[key]?.last
    let error = UsageError(
      .invalidValue,
      origin: last?.origin,
      typed: last?.text ?? "",
      subject: subject,
      expected: expected,
      suggestion: suggestion,
      command: command
    )
    return UsageErrors([error], words: words, command: command)
  }
}

/// Where a value comes from.
public enum Origin: Hashable, Sendable {
  /// The word with this index among those typed after the program's name.
  case word(Int)
  /// The environment variable of this name.
  case environment(String)
}
