public import Bilingual

/// An option declared once; the same value is the key under which what was given is read.
///
/// The type tells what reading gives: `Bool` for a flag, `Int?` for an option that may be left out,
/// `Int` for one that is required or has a default, `[Int]` for one that may be repeated.
///
/// ```swift
/// static let year = Option("year", .integer(yearName, in: 1900...2999), short: "y", help: yearHelp)
/// let year: Int? = arguments[Self.year]
/// ```
public struct Option<Value: Sendable>: AnyOption {
  /// The option without its type.
  public let declaration: OptionDeclaration
  /// Makes the value out of all that was given, in the order given.
  let value: @Sendable ([any Sendable]) -> Value
}

/// An option of any type.
public protocol AnyOption: Sendable {
  /// The option without its type.
  var declaration: OptionDeclaration { get }
}

extension Option {
  /// Declares an option that may be left out.
  public init<Element>(
    _ name: String,
    _ kind: ValueKind<Element>,
    short: Character? = nil,
    environment: String? = nil,
    help: Phrase
  ) where Value == Element? {
    declaration = OptionDeclaration(name, kind.erased, short, environment, help)
    value = { $0.last as? Element }
  }

  /// Declares an option that has a default, written as it would be typed.
  public init(
    _ name: String,
    _ kind: ValueKind<Value>,
    short: Character? = nil,
    default text: String,
    environment: String? = nil,
    help: Phrase
  ) {
    declaration = OptionDeclaration(name, kind.erased, short, environment, help, defaultText: text)
    value = { given in
      if let value = given.last as? Value { return value }
      guard let value = try? kind.read(text) else {
        preconditionFailure("the default of --\(name) cannot be read: \(text)")
      }
      return value
    }
  }

  /// Declares an option without which the command is refused.
  public init(
    required name: String,
    _ kind: ValueKind<Value>,
    short: Character? = nil,
    environment: String? = nil,
    help: Phrase
  ) {
    declaration = OptionDeclaration(name, kind.erased, short, environment, help, isRequired: true)
    value = { given in
      guard let value = given.last as? Value else {
        preconditionFailure("--\(name) is not of this command, or the command line was refused")
      }
      return value
    }
  }

  /// Declares an option that may be given any number of times.
  public init<Element>(
    repeated name: String,
    _ kind: ValueKind<Element>,
    short: Character? = nil,
    environment: String? = nil,
    help: Phrase
  ) where Value == [Element] {
    declaration = OptionDeclaration(name, kind.erased, short, environment, help, isRepeatable: true)
    value = { given in
      var values: [Element] = []
      for case let value as Element in given { values.append(value) }
      return values
    }
  }

  /// Declares an option that takes no value.
  public init(
    flag name: String,
    short: Character? = nil,
    environment: String? = nil,
    help: Phrase
  ) where Value == Bool {
    declaration = OptionDeclaration(name, nil, short, environment, help)
    value = { !$0.isEmpty }
  }
}

/// What is known of an option apart from its type; where that is enough it stands for the option.
public struct OptionDeclaration: AnyOption {
  /// Itself.
  public var declaration: OptionDeclaration { self }
  /// The long name, without its dashes.
  public let name: String
  /// What the option takes; `nil` for a flag.
  public let kind: ValueKind<any Sendable>?
  /// The letter that stands for the name.
  public let short: Character?
  /// The environment variable that is read when the option is not given; empty counts as unset.
  public let environment: String?
  /// What the option does, without a full stop.
  public let help: Phrase
  /// Whether the command is refused without it.
  public let isRequired: Bool
  /// Whether it may be given more than once.
  public let isRepeatable: Bool
  /// What stands when it is not given.
  public let defaultText: String?

  init(
    _ name: String,
    _ kind: ValueKind<any Sendable>?,
    _ short: Character?,
    _ environment: String?,
    _ help: Phrase,
    isRequired: Bool = false,
    isRepeatable: Bool = false,
    defaultText: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.short = short
    self.environment = environment
    self.help = help
    self.isRequired = isRequired
    self.isRepeatable = isRepeatable
    self.defaultText = defaultText
  }

  /// The long name as it is typed; it also identifies the option.
  public var spelling: String { "--\(name)" }

  /// The ways to type the name.
  var spellings: [String] { (short.map { ["-\($0)"] } ?? []) + [spelling] }
}

/// What must hold between the options of a command.
public enum OptionRule: Sendable {
  /// At most one of them is given.
  case exclusive([any AnyOption])
  /// The first is given only together with the second.
  case needs(any AnyOption, any AnyOption)
}
