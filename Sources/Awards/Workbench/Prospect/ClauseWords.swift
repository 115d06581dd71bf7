public import Bilingual
import JSONLines
public import Ledger
import Portfolio

/// A clause as people read it: what its operation does, and what each argument means.
public struct ClauseWords: Sendable {
  /// An argument, or a value that stands for one that is left out.
  public struct Argument: Sendable {
    /// The way to the argument, such as `groups[1].each`.
    public let path: String
    /// The value as people read it.
    public let value: String
    /// What the argument means.
    public let meaning: Phrase
    /// Whether it is left out, so that the value is the one that holds then.
    public let isStandard: Bool
  }

  /// The operation; `nil` where there is none of that name.
  public let operation: OperationDeclaration?
  /// Its arguments in the order of the declaration; optional ones that are left out limit nothing.
  public let arguments: [Argument]

  /// Reads a clause.
  ///
  /// - Parameter clause: The record.
  public init(_ clause: Record) {
    operation = Operations.named(clause[Clause.operation] ?? "")
    arguments = Self.words(
      clause[Clause.arguments] ?? .object([]),
      operation?.parameters ?? [],
      path: ""
    )
  }

  private static func words(
    _ json: JSONValue,
    _ declared: [ParameterDefinition],
    path: String
  ) -> [Argument] {
    declared.flatMap { definition -> [Argument] in
      let name = path + definition.name
      func argument(_ value: JSONValue, isStandard: Bool) -> Argument {
        Argument(
          path: name,
          value: text(value),
          meaning: definition.meaning,
          isStandard: isStandard
        )
      }
      guard let value = json[definition.name] else {
        guard case .standard(let standard) = definition.requirement else { return [] }
        return [argument(standard, isStandard: true)]
      }
      guard !definition.members.isEmpty else { return [argument(value, isStandard: false)] }
      guard let elements = value.array else {
        return words(value, definition.members, path: name + ".")
      }
      return elements.enumerated().flatMap { index, element in
        words(element, definition.members, path: "\(name)[\(index + 1)].")
      }
    }
  }

  private static func text(_ value: JSONValue) -> String {
    value.array?.map(text).joined(separator: ", ") ?? value.string ?? value.text.span.text
  }

  /// The arguments of a clause in one line; none where it has none.
  static func arguments(of clause: RecordID, _ archive: Archive) throws -> [Phrase] {
    guard let record = try archive.snapshot.table(Clause.self)[clause] else { return [] }
    let words = ClauseWords(record)
    let list = words.arguments.filter { !$0.isStandard }.map { "\($0.path) = \($0.value)" }
    guard let operation = words.operation, !list.isEmpty else { return [] }
    return [
      Phrase(
        en: "\(operation.name) \(list.joined(separator: "; "))",
        zh: "\(operation.name) \(list.joined(separator: "；"))"
      )
    ]
  }
}
