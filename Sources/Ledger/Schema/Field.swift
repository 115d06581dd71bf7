public import Bilingual
public import JSONLines

/// Who may see a field; a new field is private until it is declared public.
public enum Privacy: String, Sendable {
  /// Anybody: it may stand in a public report.
  case `public`
  /// The office.
  case `internal`
  /// The office, and only for the matter at hand: it tells about a person.
  case personal
}

/// A field as it is declared, once, in the schema of its kind.
public final class FieldDefinition: Sendable {
  /// The key in the data files.
  public let name: String
  /// The header shown to people, also understood when typed.
  public let label: Phrase
  /// What may stand in it.
  public let type: FieldType
  /// Whether a record must have it.
  public let isRequired: Bool
  /// Who may see it.
  public let privacy: Privacy
  /// Other names under which it is understood.
  public let aliases: [String]
  /// One line that says what it means.
  public let meaning: Phrase
  /// Where alone what is odd in it is told; everywhere where there is none.
  let domain: Domain?

  /// Records in which another field is empty or has a value.
  public struct Domain: Sendable {
    let field: FieldDefinition
    let value: String

    /// Names the field and the value.
    public init(_ field: Field<String>, is value: String) {
      self.field = field.definition
      self.value = value
    }
  }

  init(
    name: String,
    label: Phrase,
    type: FieldType,
    isRequired: Bool,
    privacy: Privacy,
    aliases: [String],
    isOwner: Bool,
    domain: Domain?,
    meaning: Phrase
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.isRequired = isRequired
    self.privacy = privacy
    self.aliases = aliases
    self.isOwner = isOwner
    self.domain = domain
    self.meaning = meaning
  }

  /// Whether it names who owns the record, so that what is created with the record is theirs too.
  public let isOwner: Bool

  /// Finds what is wrong with its value in a record, or odd where that is told.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - other: Reads another field of the record.
  /// - Returns: The problem.
  public func problem(_ value: JSONValue, other: (FieldDefinition) -> JSONValue?) -> FieldProblem? {
    guard let problem = type.check(value) else { return nil }
    guard problem.isWarning, let domain, let found = other(domain.field)?.string else {
      return problem
    }
    return found == domain.value ? problem : nil
  }

  /// The kind that the field, or each element of its list, refers to.
  public var referredKind: String? {
    switch type.form {
    case .reference(let kind): kind
    case .list(let element):
      if case .reference(let kind) = element.form { kind } else { nil }
    default: nil
    }
  }
}

/// A declared field together with the Swift type of its value.
public struct Field<Value: FieldValue>: Sendable {
  /// The declaration.
  public let definition: FieldDefinition

  /// Declares a field.
  ///
  /// - Parameters:
  ///   - name: The key in the data files.
  ///   - label: The header shown to people.
  ///   - type: What may stand in it.
  ///   - required: Whether a record must have it.
  ///   - privacy: Who may see it.
  ///   - aliases: Other names under which it is understood.
  ///   - isOwner: Whether it names who owns the record.
  ///   - domain: Where alone what is odd in it is told.
  ///   - meaning: One line that says what it means.
  public init(
    _ name: String,
    _ label: Phrase,
    _ type: FieldType,
    required: Bool = false,
    privacy: Privacy = .internal,
    aliases: [String] = [],
    isOwner: Bool = false,
    domain: FieldDefinition.Domain? = nil,
    _ meaning: Phrase
  ) {
    definition = FieldDefinition(
      name: name,
      label: label,
      type: type,
      isRequired: required,
      privacy: privacy,
      aliases: aliases,
      isOwner: isOwner,
      domain: domain,
      meaning: meaning
    )
  }

  private init(_ definition: FieldDefinition) {
    self.definition = definition
  }

  /// Returns the same field with values that are read in another way.
  ///
  /// - Parameter type: The type of the values.
  /// - Returns: The field.
  public func reading<Other>(_ type: Other.Type) -> Field<Other> { Field<Other>(definition) }
}
