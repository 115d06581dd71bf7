import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A kind of fact: the records it is read from, and what a clause can ask of them.
///
/// A class, since there is one of each and every fact holds it.
final class FactKind: Sendable {
  /// A field that names another record, or the first one of several.
  struct Reference: Sendable {
    let field: String
    let read: @Sendable (Record) -> RecordID?
  }

  /// The name in a clause's arguments.
  let name: String
  let label: Phrase
  let schema: Schema
  /// The day on which it happened.
  let date: Field<PartialDate>
  /// The day from which it no longer stands, where there is such a day.
  let ended: Field<PartialDate>?
  let recipient: Reference
  let object: Reference
  let attributes: [FactAttribute]
  /// Whether a record without a date has happened at all.
  let hasHappened: @Sendable (Record) -> Bool

  init(
    name: String,
    label: Phrase,
    schema: Schema,
    date: Field<PartialDate>,
    ended: Field<PartialDate>? = nil,
    recipient: Reference,
    object: Reference,
    attributes: [FactAttribute],
    hasHappened: @escaping @Sendable (Record) -> Bool
  ) {
    self.name = name
    self.label = label
    self.schema = schema
    self.date = date
    self.ended = ended
    self.recipient = recipient
    self.object = object
    self.attributes = attributes
    self.hasHappened = hasHappened
  }

  func attribute(named name: String) -> FactAttribute? {
    attributes.first { $0.name == name }
  }

  /// All kinds, the one that most clauses speak of first.
  static let all: [FactKind] = [
    .recognition, .trademark, .patent, .membership, .case, .expense, .loan, .paid, .application,
  ]
}

/// Something that a clause can ask of a fact, with the codes that may be asked for.
struct FactAttribute: Sendable {
  let name: String
  let label: Phrase
  /// The codes with their names; `nil` where any text may stand.
  let choices: [Choice]?
  /// Whether the fact itself is outside a clause that asks for another value.
  ///
  /// Otherwise the fact is what the clause is about, under circumstances that it does not pay for:
  /// then a claim says so.
  var isCircumstance = false
  /// Reads the values; none where the record does not tell.
  let read: @Sendable (Fact, Evidence) -> (values: FactValues, input: Input)
}

/// The values of an attribute; most have one, which takes no array.
enum FactValues: Hashable, Sendable {
  case one(String?)
  case several([String])

  var isEmpty: Bool {
    switch self {
    case .one(let value): value == nil
    case .several(let values): values.isEmpty
    }
  }

  func contains(anyOf codes: [String]) -> Bool {
    switch self {
    case .one(let value): value.map(codes.contains) ?? false
    case .several(let values): values.contains(where: codes.contains)
    }
  }
}

extension FactAttribute {
  /// The name of a value as it is shown to people.
  func label(of value: JSONValue?) -> Phrase {
    let text = value.map { $0.string ?? $0.text.span.text } ?? ""
    let choice = choices?.first { $0.code == text }
    return choice?.label ?? Phrase(en: text, zh: text)
  }

  /// An attribute that stands in the fact's own record.
  static func field<Value: Vocabulary>(
    _ field: Field<Value>,
    isCircumstance: Bool = false
  ) -> FactAttribute {
    FactAttribute(
      name: field.definition.name,
      label: field.definition.label,
      choices: Value.allCases.map(\.choice),
      isCircumstance: isCircumstance
    ) { fact, _ in
      (.one(fact.record[field]?.rawValue), Input(fact.record, field))
    }
  }

  /// An attribute without fixed codes.
  static func text<Value: FieldValue>(
    _ field: Field<Value>,
    _ values: @escaping @Sendable (Value) -> FactValues
  ) -> FactAttribute {
    FactAttribute(name: field.definition.name, label: field.definition.label, choices: nil) {
      fact,
      _ in
      (fact.record[field].map(values) ?? .one(nil), Input(fact.record, field))
    }
  }

  /// An attribute that stands in the scheme of a recognition.
  static func scheme<Value: Vocabulary>(_ field: Field<Value>) -> FactAttribute {
    FactAttribute(
      name: field.definition.name,
      label: field.definition.label,
      choices: Value.allCases.map(\.choice)
    ) { fact, evidence in
      guard let scheme = fact.scheme(evidence) else {
        return (.one(nil), Input(fact.record, Recognition.scheme).missing)
      }
      return (.one(scheme[field]?.rawValue), Input(scheme, field))
    }
  }
}

extension FactKind.Reference {
  static func to(_ field: Field<RecordID>) -> Self {
    Self(field: field.definition.name) { $0[field] }
  }
}
