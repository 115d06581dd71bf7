import Bilingual
import JSONLines

/// A declared parameter together with the Swift type of its value.
struct Parameter<Value: Sendable>: Sendable {
  let definition: ParameterDefinition
  let type: ArgumentType<Value>

  /// Declares a parameter that must be given.
  init(
    _ name: String,
    _ type: ArgumentType<Value>,
    _ meaning: @autoclosure @escaping @Sendable () -> Phrase
  ) {
    self.init(name, type, .required, meaning)
  }

  /// Declares a parameter that may be left out.
  init(
    optional name: String,
    _ type: ArgumentType<Value>,
    _ meaning: @autoclosure @escaping @Sendable () -> Phrase
  ) {
    self.init(name, type, .optional, meaning)
  }

  /// Declares a parameter with a value for where it is left out.
  init(
    _ name: String,
    _ type: ArgumentType<Value>,
    default value: JSONValue,
    _ meaning: @autoclosure @escaping @Sendable () -> Phrase
  ) {
    self.init(name, type, .standard(value), meaning)
  }

  private init(
    _ name: String,
    _ type: ArgumentType<Value>,
    _ requirement: ParameterDefinition.Requirement,
    _ meaning: @escaping @Sendable () -> Phrase
  ) {
    self.type = type
    definition = ParameterDefinition(
      name: name,
      type: type.name,
      expectation: { type.expectation },
      choices: { type.choices },
      requirement: requirement,
      meaning: meaning,
      members: type.members
    )
  }
}
