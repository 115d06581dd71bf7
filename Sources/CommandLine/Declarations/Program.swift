public import Bilingual

/// A whole program: its root command, its version, its exit codes.
public struct Program<Context>: Sendable {
  /// The command that bears the program's name.
  public let root: Command<Context>
  /// What `--version` prints after the name.
  public let version: String
  /// Every exit code that the program gives, in order.
  public let exitCodes: [ExitCode]

  /// Creates a program.
  public init(_ root: Command<Context>, version: String, exitCodes: [ExitCode]) {
    self.root = root
    self.version = version
    self.exitCodes = exitCodes
  }

  /// What `--version` prints.
  public var versionLine: String { "\(root.name) \(version)" }

  /// The way from the root to every command, the root's own first, depth first.
  public var paths: [[Command<Context>]] {
    func below(_ path: [Command<Context>]) -> [[Command<Context>]] {
      [path] + (path.last?.subcommands ?? []).flatMap { below(path + [$0]) }
    }
    return below([root])
  }
}

/// An exit code and what it says.
public struct ExitCode: Sendable {
  /// The number that the shell sees.
  public let code: Int32
  /// What it says, without a full stop.
  public let meaning: Phrase

  /// Creates an exit code.
  public init(_ code: Int32, _ meaning: Phrase) {
    self.code = code
    self.meaning = meaning
  }
}
