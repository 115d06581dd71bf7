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
    /// What its codes are called; `nil` where it holds none.
    public let names: Phrase?
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
  /// - Parameters:
  ///   - clause: The record.
  ///   - schemes: The titles, whose names stand beside their codes; `nil` where they are not known.
  public init(_ clause: Record, schemes: Table? = nil) {
    operation = Operations.named(clause[Clause.operation] ?? "")
    let json = clause[Clause.arguments] ?? .object([])
    let name = json["facts"]?.string ?? FactKind.recognition.name
    arguments = Self.words(
      json,
      operation?.parameters ?? [],
      path: "",
      names: Names(kind: FactKind.all.first { $0.name == name }, schemes: schemes)
    )
  }

  /// What codes of filters are called.
  private struct Names {
    let kind: FactKind?
    let schemes: Table?

    func phrase(_ argument: String, _ value: JSONValue) -> Phrase? {
      guard let attribute = kind?.attribute(named: argument) else { return nil }
      let codes = (value.array ?? [value]).compactMap(\.string)
      let names = codes.compactMap { code -> Phrase? in
        if let choice = attribute.choices?.first(where: { $0.code == code }) { return choice.label }
        guard argument == Recognition.scheme.definition.name else { return nil }
        return schemes?[RecordID(code)]?[Scheme.name].map { Phrase(en: $0, zh: $0) }
      }
      guard names.count == codes.count, !names.isEmpty else { return nil }
      return Phrase(
        en: names.map(\.en).joined(separator: ", "),
        zh: names.map(\.zh).joined(separator: "、")
      )
    }
  }

  private static func words(
    _ json: JSONValue,
    _ declared: [ParameterDefinition],
    path: String,
    names: Names
  ) -> [Argument] {
    declared.flatMap { definition -> [Argument] in
      let name = path + definition.name
      func argument(_ value: JSONValue, at path: String, isStandard: Bool) -> Argument {
        Argument(
          path: path,
          value: text(value),
          names: names.phrase(definition.name, value),
          meaning: definition.meaning,
          isStandard: isStandard
        )
      }
      guard let value = json[definition.name] else {
        guard case .standard(let standard) = definition.requirement else { return [] }
        return [argument(standard, at: name, isStandard: true)]
      }
      // What may be an object may be a plain value too, such as an amount.
      func parts(_ value: JSONValue, at path: String) -> [Argument] {
        guard value.members != nil, !definition.members.isEmpty else {
          return [argument(value, at: path, isStandard: false)]
        }
        return words(value, definition.members, path: path + ".", names: names)
      }
      guard !definition.members.isEmpty, let elements = value.array else {
        return parts(value, at: name)
      }
      return elements.enumerated().flatMap { index, element in
        parts(element, at: "\(name)[\(index + 1)]")
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
