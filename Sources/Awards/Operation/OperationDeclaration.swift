public import Bilingual
public import JSONLines

/// An operation as it is declared and documented, once.
public struct OperationDeclaration: Sendable {
  /// The name in a clause's `operation`.
  public let name: String
  /// The stage in which it runs.
  public let stage: Stage
  /// One or two sentences that say what it does.
  public var meaning: Phrase { meant() }
  /// Its parameters; there are no others.
  public var parameters: [ParameterDefinition] { declared() }
  /// Arguments that are right, as JSON.
  public let example: String
  /// What those arguments say.
  public var exampleMeaning: Phrase { exampleMeant() }
  // Put together only where they are told: a policy uses few of the operations.
  private let declared: @Sendable () -> [ParameterDefinition]
  private let meant: @Sendable () -> Phrase
  private let exampleMeant: @Sendable () -> Phrase

  init(
    _ name: String,
    _ stage: Stage,
    _ meaning: @autoclosure @escaping @Sendable () -> Phrase,
    parameters: @autoclosure @escaping @Sendable () -> [ParameterDefinition] = [],
    example: String,
    _ exampleMeaning: @autoclosure @escaping @Sendable () -> Phrase
  ) {
    self.name = name
    self.stage = stage
    meant = meaning
    declared = parameters
    self.example = example
    exampleMeant = exampleMeaning
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
  public var expectation: Phrase { expected() }
  /// The only words that may be given; empty where other values fit.
  public var choices: [String] { words() }
  /// Whether it must be given.
  public let requirement: Requirement
  /// What it means.
  public var meaning: Phrase { meant() }
  /// The parameters of an object, or of each object of a list.
  public let members: [ParameterDefinition]
  // Texts are put together only where they are told.
  private let expected: @Sendable () -> Phrase
  private let words: @Sendable () -> [String]
  private let meant: @Sendable () -> Phrase

  init(
    name: String,
    type: String,
    expectation: @escaping @Sendable () -> Phrase,
    choices: @escaping @Sendable () -> [String],
    requirement: Requirement,
    meaning: @escaping @Sendable () -> Phrase,
    members: [ParameterDefinition]
  ) {
    self.name = name
    self.type = type
    self.requirement = requirement
    self.members = members
    expected = expectation
    words = choices
    meant = meaning
  }
}
