import Bilingual

extension Program where Context == Void {
  /// Reads the command line of a tool for developers and runs what it names; it speaks English.
  ///
  /// - Parameter words: The command line behind the program's name.
  /// - Returns: The exit code: 2 where the command line is wrong, 1 where the command throws.
  public func run(_ words: [String]) -> Int32 {
    let parsed = parse(words, environment: [:])
    switch parsed.request {
    case .help(let isAsked):
      print(help(of: parsed.path, in: .english, width: 100))
      return isAsked ? 0 : 2
    case .version:
      print(versionLine)
      return 0
    case .refuse(let errors):
      print(errors.text(in: .english, width: 100))
      return 2
    case .run(let action):
      do {
        return try action((), parsed.arguments)
      } catch {
        print("\(root.name): \(error)")
        return 1
      }
    }
  }
}
