public import JSONLines

/// A record that is about to be written.
///
/// What is not changed keeps its bytes, unknown members among them.
public struct Draft: Sendable {
  /// The kind.
  public let schema: Schema
  // JSON text by slot; `nil` where the record has no value.
  private var values: [[UInt8]?]
  private var extras: [(key: [UInt8], value: [UInt8])] = []

  /// Starts a new record.
  ///
  /// - Parameter schema: Its kind.
  public init(_ schema: Schema) {
    self.schema = schema
    values = Array(repeating: nil, count: schema.fields.count)
  }

  /// Starts from a record as it stands.
  ///
  /// - Parameter record: The record to change.
  public init(copying record: Record) {
    schema = record.schema
    (values, extras) = record.bytes.withSpan { span in
      (
        record.slots.map { $0.map { $0.copy(from: span) } },
        record.extras.map { ($0.key.copy(from: span), $0.value.copy(from: span)) }
      )
    }
  }

  /// The id; `nil` until one is given.
  public var id: RecordID? {
    get { self[CommonField.id] }
    set { self[CommonField.id] = newValue }
  }

  /// Reads or writes the value of a field.
  public subscript<Value>(field: Field<Value>) -> Value? {
    get {
      guard let text = values[schema.slot(of: field.definition)] else { return nil }
      let span = text.span
      var scanner = JSONScanner(0..<text.count)
      guard let raw = try? scanner.document(span) else { return nil }
      return Value.read(raw, in: span)
    }
    set { values[schema.slot(of: field.definition)] = newValue?.json.text }
  }

  /// Reads or writes the value of a field as JSON.
  public subscript(definition: FieldDefinition) -> JSONValue? {
    get {
      guard let text = values[schema.slot(of: definition)] else { return nil }
      return try? JSONValue(parsing: text)
    }
    set {
      let value = newValue == .null ? nil : newValue
      values[schema.slot(of: definition)] = value?.text
    }
  }

  /// The record as one line of JSON without its line end.
  public var line: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      for (field, value) in zip(schema.fields, values) {
        guard let value else { continue }
        writer.key(field.name)
        writer.raw(value)
      }
      for (key, value) in extras { writer.member(rawKey: key, rawValue: value) }
    }
    return writer.bytes
  }

  /// The draft as a record in memory, to be looked at before it is written.
  ///
  /// - Parameter place: Where it shall be said to stand.
  /// - Returns: The record.
  /// - Precondition: The draft has an id.
  public func record(at place: Place? = nil) -> Record {
    let line = line
    let bytes = Bytes(line)
    let reader = RecordReader(schema)
    let place = place ?? Place(file: schema.file)
    do {
      let whole = Line(number: place.line ?? 1, start: 0, end: line.count, isWhole: true)
      guard case .record(let record) = try reader.read(whole, bytes, file: place.file) else {
        preconditionFailure("a draft is not a removal")
      }
      return record
    } catch {
      preconditionFailure("a draft without id was used as a record: \(error)")
    }
  }
}
