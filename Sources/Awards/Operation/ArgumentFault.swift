import Bilingual
import JSONLines
import Ledger

/// A step on the way to a value within a record.
enum PathStep: Hashable, Sendable {
  case key(String)
  case index(Int)
}

/// What is wrong with a member of a record, and on which path it stands.
struct ArgumentFault: Hashable, Sendable {
  let name: String
  let message: Phrase
  let help: Phrase?
  let severity: Diagnostic.Severity
  let path: [PathStep]
  /// Whether the key itself is at fault and not its value.
  let isKey: Bool

  init(
    _ name: String,
    _ message: Phrase,
    help: Phrase? = nil,
    severity: Diagnostic.Severity = .error,
    at path: [PathStep],
    isKey: Bool = false
  ) {
    self.name = name
    self.message = message
    self.help = help
    self.severity = severity
    self.path = path
    self.isKey = isKey
  }

  /// The fault as it is told, at the place that its path leads to.
  func diagnostic(at place: Place) -> Diagnostic {
    Diagnostic(name, message, help: help, severity: severity, at: place)
  }

  static func unknownKey(_ key: String, among names: [String], at path: [PathStep]) -> Self {
    ArgumentFault(
      "unknown-key",
      Phrase(en: "there is no key '\(key)' here", zh: "此处没有键“\(key)”"),
      help: Suggestion.help(for: key, among: names),
      at: path,
      isKey: true
    )
  }

  static func missing(_ parameter: ParameterDefinition, at path: [PathStep]) -> Self {
    ArgumentFault(
      "missing-argument",
      Phrase(
        en: "'\(parameter.name)' is missing: \(parameter.expectation.en)",
        zh: "缺少“\(parameter.name)”：\(parameter.expectation.zh)"
      ),
      at: path
    )
  }

  static func badValue(_ value: JSONValue, _ expected: Phrase, at path: [PathStep]) -> Self {
    let given = value.text.span.text
    return ArgumentFault(
      "bad-argument",
      Phrase(
        en: "\(given) is not what is expected: \(expected.en)",
        zh: "\(given) 不符合要求：\(expected.zh)"
      ),
      at: path
    )
  }

  static func emptyList(_ expected: Phrase, at path: [PathStep]) -> Self {
    ArgumentFault(
      "bad-argument",
      Phrase(
        en: "the list is empty; at least one is needed: \(expected.en)",
        zh: "列表为空，至少须有一项：\(expected.zh)"
      ),
      at: path
    )
  }

  static func unknownCode(_ code: String, among codes: [String], at path: [PathStep]) -> Self {
    ArgumentFault(
      "bad-argument",
      Phrase(en: "'\(code)' is none of the values", zh: "“\(code)”不是可用的值"),
      help: Suggestion.help(for: code, among: codes),
      at: path
    )
  }
}
