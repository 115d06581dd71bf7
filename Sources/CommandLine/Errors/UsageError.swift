public import Bilingual

/// One thing wrong with a command line, as data; `message` and `help` put it into words.
public struct UsageError: Error, Hashable, Sendable {
  /// What is wrong; the raw value is stable and meant for machines.
  public enum Code: String, CaseIterable, Sendable {
    /// No command has this name.
    case unknownCommand = "unknown-command"
    /// No option has this name.
    case unknownOption = "unknown-option"
    /// The option exists, but stands before the command it belongs to.
    case misplacedOption = "misplaced-option"
    /// An option that takes no value was given one.
    case unexpectedValue = "unexpected-value"
    /// An option that takes a value was given none.
    case missingValue = "missing-value"
    /// A value cannot be read.
    case invalidValue = "invalid-value"
    /// A value is not in its closed set.
    case invalidChoice = "invalid-choice"
    /// An option that holds one value was given again.
    case repeatedOption = "repeated-option"
    /// A required argument was not given.
    case missingArgument = "missing-argument"
    /// A required option was not given.
    case missingOption = "missing-option"
    /// There are more words than arguments.
    case unexpectedArgument = "unexpected-argument"
    /// Two options were given that exclude each other.
    case conflictingOptions = "conflicting-options"
    /// An option was given without the one it needs.
    case neededOption = "needed-option"
  }

  /// What is wrong.
  public let code: Code
  /// Where; `nil` for something that was not typed.
  public let origin: Origin?
  /// What was typed; empty for something missing.
  public let typed: String
  /// The option or argument concerned, as help names it; empty where there is none.
  public let subject: Phrase
  /// What would have been right, the meaning of what is missing, or the other option.
  public let expected: Phrase?
  /// The nearest right spelling.
  public let suggestion: String?
  /// The names of the commands that were typed, the program's first.
  public let command: [String]

  init(
    _ code: Code,
    origin: Origin?,
    typed: String,
    subject: Phrase,
    expected: Phrase?,
    suggestion: String?,
    command: [String]
  ) {
    self.code = code
    self.origin = origin
    self.typed = typed
    self.subject = subject
    self.expected = expected
    self.suggestion = suggestion
    self.command = command
  }
}

/// All that is wrong with a command line; never empty.
public struct UsageErrors: Error, Hashable, Sendable {
  /// The exit code of a refused command line.
  public static let exitCode: Int32 = 2

  /// What is wrong, in the order of the words; what is missing comes last.
  public let errors: [UsageError]
  /// The words that were typed after the program's name.
  public let words: [String]
  /// The names of the commands that were typed, the program's first.
  public let command: [String]

  init(_ errors: [UsageError], words: [String], command: [String]) {
    self.errors = errors
    self.words = words
    self.command = command
  }
}
