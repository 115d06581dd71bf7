/// A language that the product speaks.
public enum Language: String, CaseIterable, Sendable {
  /// Chinese as written on the mainland.
  case chinese = "zh"
  /// English.
  case english = "en"

  /// Reads `zh`, `zh-CN`, `zh_CN.UTF-8`, `en`, `en_GB` and the like; `nil` for another language.
  public init?(tag: String) {
    let primary = tag.prefix { $0 != "-" && $0 != "_" && $0 != "." }.lowercased()
    self.init(rawValue: primary)
  }

  /// Reads the language asked for by a POSIX locale environment.
  ///
  /// - Parameter environment: The variables `LC_ALL`, `LC_MESSAGES` and `LANG`, read in that order;
  ///   the first that is set and not empty decides.
  /// - Returns: That language; English where the environment names none that the product speaks.
  public static func preferred(in environment: [String: String]) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return Language(tag: value) ?? .english
    }
    return .english
  }
}
