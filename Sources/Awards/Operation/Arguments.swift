import Bilingual
import JSONLines

/// The arguments of one clause, or of one object within them, read strictly.
///
/// Every fault is kept, not the first; an operation with faults is never carried out.
struct Arguments {
  private let members: [JSONMember]
  // Asked for only where something is wrong.
  private let declared: () -> [ParameterDefinition]
  private let path: [PathStep]
  private var kept: [ArgumentFault] = []
  /// The parameters that were asked for, to prove that each declared one has a use.
  var asked: Set<String> { Set(askedNames) }
  private var askedNames: [String] = []

  init(
    _ value: JSONValue?,
    at path: [PathStep],
    declared: @autoclosure @escaping () -> [ParameterDefinition]
  ) {
    self.declared = declared
    self.path = path
    switch value {
    case .object(let members): self.members = members
    case nil, .null: members = []
    case let other?:
      members = []
      kept.append(
        .badValue(other, Phrase(en: "an object in braces", zh: "花括号括起的对象"), at: path)
      )
    }
  }

  /// What is wrong, in the order of the declaration; unknown keys first.
  var faults: [ArgumentFault] { unknownKeys + kept }

  private var unknownKeys: [ArgumentFault] {
    let strangers = members.filter { !Self.contains(askedNames, $0.key) }
    guard !strangers.isEmpty else { return [] }
    let names = declared().map(\.name)
    return strangers.filter { !Self.contains(names, $0.key) }.map {
      .unknownKey($0.key, among: names, at: path + [.key($0.key)])
    }
  }

  private static func contains(_ names: [String], _ key: String) -> Bool {
    names.contains { $0.utf8.elementsEqual(key.utf8) }
  }

  /// Reads an argument that must be given or has a default.
  mutating func required<Value>(_ parameter: Parameter<Value>) -> Value {
    if let value = read(parameter) { return value }
    if case .required = parameter.definition.requirement, given(parameter) == nil {
      kept.append(.missing(parameter.definition, at: path))
    }
    return parameter.type.placeholder
  }

  /// Reads an argument that may be left out.
  mutating func optional<Value>(_ parameter: Parameter<Value>) -> Value? {
    read(parameter)
  }

  /// Reads what is paid and what is not, of which one at least must be given.
  mutating func sieve<Value: Sendable>(
    _ among: Parameter<[Value]>,
    _ notAmong: Parameter<[Value]>
  ) -> (among: [Value]?, notAmong: [Value]) {
    let (included, excluded) = (optional(among), optional(notAmong))
    if included == nil, excluded == nil, faults.isEmpty {
      let (name, other) = (among.definition.name, notAmong.definition.name)
      refuse(
        name,
        Phrase(en: "neither '\(name)' nor '\(other)' is given", zh: "“\(name)”与“\(other)”至少填写一项")
      )
    }
    return (included, excluded ?? [])
  }

  /// Keeps a fault that only the operation itself can see.
  mutating func refuse(_ name: String, _ message: Phrase, help: Phrase? = nil) {
    let step = PathStep.key(name)
    let isGiven = members.contains { $0.key.utf8.elementsEqual(name.utf8) }
    kept.append(
      ArgumentFault("bad-argument", message, help: help, at: isGiven ? path + [step] : path)
    )
  }

  /// Asks for a parameter that may be left out, and tells whether it is there.
  mutating func has(_ name: String) -> Bool {
    askedNames.append(name)
    return members.contains { $0.key.utf8.elementsEqual(name.utf8) }
  }

  private func given<Value>(_ parameter: Parameter<Value>) -> JSONValue? {
    let name = parameter.definition.name
    return members.first { $0.key.utf8.elementsEqual(name.utf8) }?.value
  }

  private mutating func read<Value>(_ parameter: Parameter<Value>) -> Value? {
    let definition = parameter.definition
    assert(
      declared().contains { $0.name == definition.name },
      "\(definition.name) is read but not declared"
    )
    askedNames.append(definition.name)
    if let value = given(parameter) {
      return parameter.type.value(of: value, at: path + [.key(definition.name)], &kept)
    }
    guard case .standard(let value) = definition.requirement else { return nil }
    return parameter.type.value(of: value, at: path, &kept)
  }
}
