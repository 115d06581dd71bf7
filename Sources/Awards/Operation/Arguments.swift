import Bilingual
import JSONLines

/// The arguments of one clause, or of one object within them, read strictly.
///
/// Every fault is kept, not the first; an operation with faults is never carried out.
struct Arguments {
  private let members: [JSONMember]
  private let declared: [ParameterDefinition]
  private let path: [PathStep]
  /// What is wrong, in the order of the declaration; unknown keys first.
  private(set) var faults: [ArgumentFault] = []
  /// The parameters that were asked for, to prove that each declared one has a use.
  var asked: Set<String> { Set(askedNames) }
  private var askedNames: [String] = []

  init(_ value: JSONValue?, at path: [PathStep], declared: [ParameterDefinition]) {
    self.declared = declared
    self.path = path
    switch value {
    case .object(let members): self.members = members
    case nil, .null: members = []
    case let other?:
      members = []
      faults.append(
        .badValue(other, Phrase(en: "an object in braces", zh: "花括号括起的对象"), at: path)
      )
    }
    let names = declared.map(\.name)
    for member in members where !names.contains(where: { $0.utf8.elementsEqual(member.key.utf8) }) {
      faults.append(.unknownKey(member.key, among: names, at: path + [.key(member.key)]))
    }
  }

  /// Reads an argument that must be given or has a default.
  mutating func required<Value>(_ parameter: Parameter<Value>) -> Value {
    if let value = read(parameter) { return value }
    if case .required = parameter.definition.requirement, given(parameter) == nil {
      faults.append(.missing(parameter.definition, at: path))
    }
    return parameter.type.placeholder
  }

  /// Reads an argument that may be left out.
  mutating func optional<Value>(_ parameter: Parameter<Value>) -> Value? {
    read(parameter)
  }

  /// Keeps a fault that only the operation itself can see.
  mutating func refuse(_ name: String, _ message: Phrase, help: Phrase? = nil) {
    let step = PathStep.key(name)
    let isGiven = members.contains { $0.key.utf8.elementsEqual(name.utf8) }
    faults.append(
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
    precondition(
      declared.contains { $0.name == definition.name },
      "\(definition.name) is read but not declared"
    )
    askedNames.append(definition.name)
    if let value = given(parameter) {
      return parameter.type.value(of: value, at: path + [.key(definition.name)], &faults)
    }
    guard case .standard(let value) = definition.requirement else { return nil }
    return parameter.type.value(of: value, at: path, &faults)
  }
}
