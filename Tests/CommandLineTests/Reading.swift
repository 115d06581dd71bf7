import CommandLine

/// What the sample program makes of a command line.
func parse(_ words: [String], _ environment: [String: String] = [:]) -> Parsed<Desk> {
  Shelf.program.parse(words, environment: environment)
}

/// What is wrong with a command line of the sample program; empty where nothing is.
func errors(_ words: [String], _ environment: [String: String] = [:]) -> [UsageError] {
  guard case .refuse(let errors) = parse(words, environment).request else { return [] }
  return errors.errors
}

/// The way to a command of the sample program.
func path(_ names: String...) -> [Command<Desk>] {
  parse(["help"] + names).path
}

extension Parsed.Request {
  /// The request in one word.
  var kind: String {
    switch self {
    case .run: "run"
    case .help(let asked): asked ? "help" : "group"
    case .version: "version"
    case .refuse: "refuse"
    }
  }
}
