public import Bilingual

/// A shell that completes what is typed.
public enum Shell: String, CaseIterable, Sendable {
  /// The GNU shell, version 4 or later.
  case bash
  /// The Z shell.
  case zsh
  /// The friendly shell, version 3 or later.
  case fish
}

extension Program {
  /// Returns the script that teaches a shell to complete the program's command lines.
  public func completions(for shell: Shell, in language: Language) -> String {
    switch shell {
    case .bash: bashCompletions()
    case .zsh: zshCompletions(in: language)
    case .fish: fishCompletions(in: language)
    }
  }

  /// The name of the shell functions: the program's, with nothing that a function may not bear.
  var functionName: String {
    "_" + root.name.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
  }
}

/// How completion scripts call a command: the names of its path, each with a slash behind it.
func node<Context>(_ path: [Command<Context>]) -> String {
  path.map { $0.name + "/" }.joined()
}
