public import Bilingual
public import JSONLines

/// An operation as it is declared and documented, once.
public struct OperationDeclaration: Sendable {
  /// The name in a clause's `operation`.
  public let name: String
  /// The stage in which it runs.
  public let stage: Stage
  /// One or two sentences that say what it does.
  public let meaning: Phrase
  /// Its parameters; there are no others.
  public let parameters: [ParameterDefinition]
  /// Arguments that are right, as JSON.
  public let example: String
  /// What those arguments say.
  public let exampleMeaning: Phrase

  init(
    _ name: String,
    _ stage: Stage,
    _ meaning: Phrase,
    parameters: [ParameterDefinition] = [],
    example: String,
    _ exampleMeaning: Phrase
  ) {
    self.name = name
    self.stage = stage
    self.meaning = meaning
    self.parameters = parameters
    self.example = example
    self.exampleMeaning = exampleMeaning
  }
}

/// A parameter of an operation as it is declared.
public struct ParameterDefinition: Sendable {
  /// Whether it must be given.
  public enum Requirement: Hashable, Sendable {
    /// It must be given.
    case required
    /// It may be left out, and then limits nothing.
    case optional
    /// It may be left out, and then has this value.
    case standard(JSONValue)
  }

  /// The key in a clause's `arguments`.
  public let name: String
  /// The name of its type.
  public let type: String
  /// What may be given, such as "an amount such as 50万元".
  public let expectation: Phrase
  /// The only words that may be given; empty where other values fit.
  public let choices: [String]
  /// Whether it must be given.
  public let requirement: Requirement
  /// What it means.
  public let meaning: Phrase
  /// The parameters of an object, or of each object of a list.
  public let members: [ParameterDefinition]
}
