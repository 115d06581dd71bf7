import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A kind of fact: the records it is read from, and what a clause can ask of them.
///
/// A class, since there is one of each and every fact holds it.
final class FactKind: Sendable {
  /// A field that names the recipient, or the first one of several.
  struct Recipient: Sendable {
    let definition: FieldDefinition
    /// Whether the field names one record and no list of them.
    let isSingle: Bool
    let read: @Sendable (Record) -> RecordID?
    /// Reads every value of the field.
    let values: @Sendable (RowValues) -> [RecordID?]

    var field: String { definition.name }
  }

  /// A field that names what a fact is about.
  struct Object: Sendable {
    let field: String
    let read: @Sendable (Fact) -> RecordID?
  }

  /// What tells of a record without a date whether it has happened at all.
  struct Happening: Sendable {
    let isTrue: @Sendable (Record) -> Bool
    /// The one field on which it hangs, where there is such a field, and what its values mean.
    let column: (definition: FieldDefinition, isTrue: @Sendable (RowValues) -> [Bool])?

    /// A record is there because it has happened.
    static let always = record { _ in true }

    /// The whole record tells.
    static func record(_ isTrue: @escaping @Sendable (Record) -> Bool) -> Self {
      Self(isTrue: isTrue, column: nil)
    }

    /// A field tells.
    static func by<Value: FieldValue>(
      _ field: Field<Value>,
      _ isTrue: @escaping @Sendable (Value?) -> Bool
    ) -> Self {
      Self(
        isTrue: { isTrue($0[field]) },
        column: (field.definition, { $0.all(as: Value.self).map(isTrue) })
      )
    }
  }

  /// What tells from which day a fact no longer stands.
  enum Ended: Sendable {
    /// A field of its record.
    case field(Field<PartialDate>)
    /// The event by which a member withdrew.
    case withdrawal
  }

  /// The name in a clause's arguments.
  let name: String
  let label: Phrase
  let schema: Schema
  /// The day on which it happened.
  let date: Field<PartialDate>
  /// What tells from which day it no longer stands, where facts of the kind end.
  let ended: Ended?
  let recipient: Recipient
  let object: Object
  let attributes: [FactAttribute]
  /// Whether a record without a date has happened at all.
  let happening: Happening

  init(
    name: String,
    label: Phrase,
    schema: Schema,
    date: Field<PartialDate>,
    ended: Ended? = nil,
    recipient: Recipient,
    object: Object,
    attributes: [FactAttribute],
    happening: Happening
  ) {
    self.name = name
    self.label = label
    self.schema = schema
    self.date = date
    self.ended = ended
    self.recipient = recipient
    self.object = object
    self.attributes = attributes
    self.happening = happening
  }

  /// Whether a day tells that it has happened; a payout that does not stand has a day, too.
  var isDayEnough: Bool { self !== FactKind.paid }

  /// Whether a record tells of something that has happened: it has a day, or says so without one.
  func isFact(_ record: Record) -> Bool {
    isDayEnough && record[date] != nil || happening.isTrue(record)
  }

  /// The fields that every round asks for.
  var columns: [FieldDefinition] {
    [date.definition, recipient.definition]
      + [endField?.definition, happening.column?.definition].compactMap(\.self)
      + (self === FactKind.recognition ? [Recognition.scheme.definition] : [])
  }

  /// The field of the day from which it no longer stands, where its own record has one.
  var endField: Field<PartialDate>? {
    if case .field(let field)? = ended { field } else { nil }
  }

  func attribute(named name: String) -> FactAttribute? {
    attributes.first { $0.name == name }
  }

  /// All kinds, the one that most clauses speak of first.
  static let all: [FactKind] = [
    .recognition, .trademark, .patent, .membership, .case, .expense, .loan, .repayment, .paid,
    .application,
  ]
}

/// Something that a clause can ask of a fact, with the codes that may be asked for.
struct FactAttribute: Sendable {
  let name: String
  let label: Phrase
  /// The codes with their names; `nil` where any text may stand.
  var choices: [Choice]? { chosen() }
  /// Whether the fact itself is outside a clause that asks for another value.
  ///
  /// Otherwise the fact is what the clause is about, under circumstances that it does not pay for:
  /// then a claim says so.
  let isCircumstance: Bool
  /// Among whose facts it asks for the first, where it does.
  let rivals: Rivals?
  /// The one field on which it hangs, where there is such a field, and what its values mean.
  let column: Column?
  /// Reads the values; none where the record does not tell.
  let read: @Sendable (Fact, Evidence) -> FactValues
  /// Where they stand; it is told without a look at them.
  let input: @Sendable (Fact, Evidence) -> Input
  private let chosen: @Sendable () -> [Choice]?

  init(
    name: String,
    label: Phrase,
    choices: @autoclosure @escaping @Sendable () -> [Choice]?,
    isCircumstance: Bool = false,
    rivals: Rivals? = nil,
    column: Column? = nil,
    read: @escaping @Sendable (Fact, Evidence) -> FactValues,
    input: @escaping @Sendable (Fact, Evidence) -> Input
  ) {
    self.name = name
    self.label = label
    self.isCircumstance = isCircumstance
    self.rivals = rivals
    self.column = column
    self.read = read
    self.input = input
    chosen = choices
  }

  /// Among whose facts one may be the first.
  enum Rivals: Sendable {
    case holder, everyone
  }

  struct Column: Sendable {
    let definition: FieldDefinition
    /// Reads what the attribute is for each value of the field.
    let values: @Sendable (RowValues, Evidence) -> [FactValues]
  }
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
      isCircumstance: isCircumstance,
      column: Column(definition: field.definition) { values, _ in
        values.all(as: Value.self).map { .one($0?.rawValue) }
      }
    ) { fact, _ in
      .one(fact.record[field]?.rawValue)
    } input: { fact, _ in
      Input(fact, field)
    }
  }

  /// An attribute without fixed codes.
  static func text<Value: FieldValue>(
    _ field: Field<Value>,
    _ values: @escaping @Sendable (Value) -> FactValues
  ) -> FactAttribute {
    FactAttribute(
      name: field.definition.name,
      label: field.definition.label,
      choices: nil,
      column: Column(definition: field.definition) { found, _ in
        found.all(as: Value.self).map { $0.map(values) ?? .one(nil) }
      }
    ) { fact, _ in
      fact.record[field].map(values) ?? .one(nil)
    } input: { fact, _ in
      Input(fact, field)
    }
  }

  /// An attribute that stands in the scheme of a recognition.
  static func scheme<Value: Vocabulary>(_ field: Field<Value>) -> FactAttribute {
    FactAttribute(
      name: field.definition.name,
      label: field.definition.label,
      choices: Value.allCases.map(\.choice),
      column: Column(definition: Recognition.scheme.definition) { values, evidence in
        values.all(as: RecordID.self).map { .one(evidence.schemes[$0]?[field]?.rawValue) }
      }
    ) { fact, evidence in
      .one(fact.scheme(evidence)?[field]?.rawValue)
    } input: { fact, evidence in
      fact.scheme(evidence).map { Input($0, field) } ?? Input(fact, Recognition.scheme).missing
    }
  }
}

extension FactKind.Recipient {
  static func to(_ field: Field<RecordID>) -> Self {
    Self(definition: field.definition, isSingle: true) {
      $0[field]
    } values: {
      $0.all(as: RecordID.self)
    }
  }

  static func first(of field: Field<[RecordID]>) -> Self {
    Self(definition: field.definition, isSingle: false) {
      $0[field]?.first
    } values: {
      $0.all(as: [RecordID].self).map { $0?.first }
    }
  }
}

extension FactKind.Object {
  /// The fact's own record.
  static let itself = Self(field: "id") { $0.id }

  static func to(_ field: Field<RecordID>) -> Self {
    Self(field: field.definition.name) { $0.record[field] }
  }
}
