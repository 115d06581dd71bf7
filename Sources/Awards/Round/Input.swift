public import JSONLines
public import Ledger

/// A value that was read from a record, or that is missing there.
///
/// Where a record of the ledger holds it, it is decoded when it is asked for: a round has many of them.
public struct Input: Sendable {
  enum Source: Sendable {
    /// The value as the fact's record holds it.
    case fact(Fact, FieldDefinition)
    /// The place in the fact's record, said to lack a value that can be used.
    case factLack(Fact, FieldDefinition)
    /// The value as the record holds it.
    case field(Record, FieldDefinition)
    /// The place, said to lack a value that can be used.
    case lack(Record, FieldDefinition)
    /// A place that no record of the ledger has, or a value from elsewhere.
    case other(Named)
  }

  final class Named: Sendable {
    let record: RecordID
    let field: String
    let value: JSONValue?
    /// What is known of the field, where it is one.
    let definition: FieldDefinition?

    init(
      _ record: RecordID,
      _ field: String,
      _ value: JSONValue?,
      _ definition: FieldDefinition? = nil
    ) {
      self.record = record
      self.field = field
      self.value = value
      self.definition = definition
    }
  }

  let source: Source

  init(_ source: Source) {
    self.source = source
  }

  init(_ record: RecordID, _ field: String, _ value: JSONValue?) {
    source = .other(Named(record, field, value))
  }

  /// A value that stands for that of a field, such as what is left of an amount.
  init<Value>(_ record: RecordID, _ field: Field<Value>, _ value: JSONValue) {
    let definition = field.definition
    source = .other(Named(record, definition.name, value, definition))
  }

  init<Value>(_ record: Record, _ field: Field<Value>) {
    source = .field(record, field.definition)
  }

  init<Value>(_ fact: Fact, _ field: Field<Value>) {
    source = .fact(fact, field.definition)
  }

  /// The record.
  public var record: RecordID {
    switch source {
    case .fact(let fact, _), .factLack(let fact, _): fact.id
    case .field(let record, _), .lack(let record, _): record.id
    case .other(let named): named.record
    }
  }

  /// The field's key.
  public var field: String {
    switch source {
    case .field(_, let definition), .lack(_, let definition): definition.name
    case .fact(_, let definition), .factLack(_, let definition): definition.name
    case .other(let named): named.field
    }
  }

  /// The value; `nil` where it is missing.
  public var value: JSONValue? {
    switch source {
    case .fact(let fact, let definition): fact.record[definition]
    case .field(let record, let definition): record[definition]
    case .factLack, .lack: nil
    case .other(let named): named.value
    }
  }

  /// The same place, said to lack a value that can be used.
  var missing: Input {
    switch source {
    case .fact(let fact, let definition): Input(.factLack(fact, definition))
    case .field(let record, let definition): Input(.lack(record, definition))
    case .factLack, .lack: self
    case .other(let named): Input(named.record, named.field, nil)
    }
  }

  /// The input as JSON.
  var json: JSONValue {
    .object([
      JSONMember("record", .string(record.text)),
      JSONMember("field", .string(field)),
      JSONMember("value", value ?? .null),
    ])
  }
}

extension Input: Hashable {
  /// Compares the place and the value.
  public static func == (a: Input, b: Input) -> Bool {
    a.record == b.record && a.field == b.field && a.value == b.value
  }

  /// Hashes the place.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(record)
    hasher.combine(field)
  }
}
