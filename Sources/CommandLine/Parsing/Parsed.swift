/// What a command line turned out to be.
///
/// Even a refused line has its `arguments`: all that could be understood. So the language and the
/// output format that were asked for hold for the refusal too.
public struct Parsed<Context>: Sendable {
  /// The way from the root to the command that was named.
  public let path: [Command<Context>]
  /// What was understood; only for `.run` are required values sure to be there.
  public let arguments: Arguments
  /// What is to be done.
  public let request: Request

  /// What is to be done about a command line.
  public enum Request: Sendable {
    /// Run the command.
    case run(Command<Context>.Action)
    /// Show the help of the command; `asked` is false where a group was typed without its command.
    case help(asked: Bool)
    /// Say the version.
    case version
    /// Refuse, and say all that is wrong.
    case refuse(UsageErrors)
  }
}

extension Program {
  /// Reads a command line.
  ///
  /// - Parameters:
  ///   - words: What was typed after the program's name.
  ///   - environment: The variables that may stand for options.
  /// - Returns: What was understood and what is to be done; nothing has been run.
  public func parse(_ words: [String], environment: [String: String]) -> Parsed<Context> {
    var parser = Parser(root: root, words: words, environment: environment)
    return parser.parse()
  }
}
