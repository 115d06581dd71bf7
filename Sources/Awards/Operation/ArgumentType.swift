import Bilingual
import JSONLines

/// What may stand in an argument, and how it is read.
struct ArgumentType<Value: Sendable>: Sendable {
  let name: String
  // Both are put together only where they are told: many types are declared, few are at fault.
  private let expected: @Sendable () -> Phrase
  private let words: @Sendable () -> [String]
  /// What stands for a wrong value until the faults are told.
  let placeholder: Value
  let members: [ParameterDefinition]
  /// Reads a value, `nil` where it does not fit; it may keep more exact faults itself.
  let read: @Sendable (JSONValue, [PathStep], inout [ArgumentFault]) -> Value?

  init(
    name: String,
    expectation: @autoclosure @escaping @Sendable () -> Phrase,
    placeholder: Value,
    members: [ParameterDefinition] = [],
    choices: @autoclosure @escaping @Sendable () -> [String] = [],
    read: @escaping @Sendable (JSONValue, [PathStep], inout [ArgumentFault]) -> Value?
  ) {
    self.name = name
    expected = expectation
    self.placeholder = placeholder
    self.members = members
    words = choices
    self.read = read
  }

  /// What may be given.
  var expectation: Phrase { expected() }

  /// The only words that may stand in it; empty where other values fit.
  var choices: [String] { words() }

  /// Reads a value, and keeps a fault where it does not fit.
  func value(
    of json: JSONValue,
    at path: [PathStep],
    _ faults: inout [ArgumentFault]
  ) -> Value? {
    let count = faults.count
    if let value = read(json, path, &faults) { return value }
    if faults.count == count { faults.append(.badValue(json, expectation, at: path)) }
    return nil
  }
}

extension ArgumentType {
  /// One value, or several in a list.
  static func several<Element>(_ element: ArgumentType<Element>) -> Self where Value == [Element] {
    ArgumentType(
      name: element.name + "…",
      expectation: Phrase(
        en: "\(element.expectation.en), or a list of such",
        zh: "\(element.expectation.zh)，或其列表"
      ),
      placeholder: [],
      members: element.members,
      choices: element.choices,
      read: { json, path, faults in
        guard case .array(let elements) = json else {
          return element.read(json, path, &faults).map { [$0] }
        }
        guard !elements.isEmpty else {
          faults.append(.emptyList(element.expectation, at: path))
          return nil
        }
        var values: [Element] = []
        for (index, json) in elements.enumerated() {
          guard let value = element.value(of: json, at: path + [.index(index)], &faults) else {
            continue
          }
          values.append(value)
        }
        return values.count == elements.count ? values : nil
      }
    )
  }

  /// An object with parameters of its own.
  static func object(
    _ name: String,
    _ expectation: @autoclosure @escaping @Sendable () -> Phrase,
    placeholder: Value,
    _ members: [ParameterDefinition],
    _ read: @escaping @Sendable (inout Arguments) -> Value
  ) -> Self {
    ArgumentType(
      name: name,
      expectation: expectation(),
      placeholder: placeholder,
      members: members,
      read: { json, path, faults in
        var arguments = Arguments(json, at: path, declared: members)
        let value = read(&arguments)
        faults += arguments.faults
        return arguments.faults.isEmpty ? value : nil
      }
    )
  }
}
