public import JSONLines

/// A record as it stands in its file: nothing is decoded until it is asked for.
public struct Record: Sendable {
  /// The kind.
  public let schema: Schema
  /// What names it.
  public let id: RecordID
  /// The file and the line in which its latest version stands.
  public let place: Place

  let bytes: Bytes
  let slots: [RawJSON?]
  let extras: [(key: RawJSON, value: RawJSON)]

  /// Reads the value of a field; `nil` where the record has none or one of another shape.
  public subscript<Value>(field: Field<Value>) -> Value? {
    guard let raw = slots[schema.slot(of: field.definition)] else { return nil }
    return bytes.withSpan { Value.read(raw, in: $0) }
  }

  /// Reads the value of a field as JSON; `nil` where the record has none.
  public subscript(definition: FieldDefinition) -> JSONValue? {
    guard let raw = slots[schema.slot(of: definition)] else { return nil }
    return bytes.withSpan { JSONValue(raw, in: $0) }
  }

  /// Whether the record has a value in a field.
  ///
  /// - Parameter definition: A field of the record's kind.
  /// - Returns: Whether one stands there; `null` is none.
  public func has(_ definition: FieldDefinition) -> Bool {
    slots[schema.slot(of: definition)] != nil
  }

  /// The record as one line of JSON, fields in schema order, unknown ones behind them.
  public var line: [UInt8] {
    Draft(copying: self).line
  }

  /// The members of the record: those of the schema in its order, then unknown ones as they stand.
  public var members: [JSONMember] {
    bytes.withSpan { span in
      zip(schema.fields, slots).compactMap { field, raw in
        raw.map { JSONMember(field.name, JSONValue($0, in: span)) }
      }
        + extras.map {
          JSONMember($0.key.string(in: span) ?? "", JSONValue($0.value, in: span))
        }
    }
  }
}
