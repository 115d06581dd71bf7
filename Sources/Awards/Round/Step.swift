public import Bilingual
public import JSONLines
public import Ledger
public import Portfolio

/// One step of a claim's trace: what one clause did, why, and from which values.
public struct Step: Sendable {
  /// The stage.
  public let stage: Stage
  /// The clause.
  public let clause: RecordID
  /// What it did.
  public let verdict: Verdict
  /// Why, with the values.
  public let reason: Phrase
  /// The values that were read, and where they stand.
  public let inputs: [Input]
  /// What was payable before it.
  public let before: Money
  /// What is payable after it.
  public let after: Money
  /// What it would take to pass, where a condition failed and can say so.
  public let demand: Phrase?
}

/// A value that was read from a record, or that is missing there.
public struct Input: Hashable, Sendable {
  /// The record.
  public let record: RecordID
  /// The field's key.
  public let field: String
  /// The value; `nil` where it is missing.
  public let value: JSONValue?

  init(_ record: RecordID, _ field: String, _ value: JSONValue?) {
    self.record = record
    self.field = field
    self.value = value
  }

  init<Value>(_ record: Record, _ field: Field<Value>) {
    self.init(record.id, field.definition.name, record[field.definition])
  }

  /// The same place, said to lack a value that can be used.
  var missing: Input { Input(record, field, nil) }

  /// The input as JSON.
  var json: JSONValue {
    .object([
      JSONMember("record", .string(record.text)),
      JSONMember("field", .string(field)),
      JSONMember("value", value ?? .null),
    ])
  }
}
