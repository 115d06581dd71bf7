public import JSONLines

/// A record that is about to be written.
///
/// What is not changed keeps its bytes, unknown members among them.
public struct Draft: Sendable {
  /// The kind.
  public let schema: Schema
  private var storage: Storage

  private enum Storage: Sendable {
    case open(Content)
    /// A line that lies outside of memory until it is asked for.
    case kept(Spool.Line)
  }

  private struct Content: Sendable {
    // JSON text by slot; `nil` where the record has no value.
    var values: [[UInt8]?]
    var extras: [(key: [UInt8], value: [UInt8])] = []

    init(_ record: Record) {
      (values, extras) = record.bytes.withSpan { span in
        (
          record.slots.map { $0.map { $0.copy(from: span) } },
          record.extras.map { ($0.key.copy(from: span), $0.value.copy(from: span)) }
        )
      }
    }

    init(_ schema: Schema) {
      values = Array(repeating: nil, count: schema.fields.count)
    }

    /// What stands for content that was taken out to be changed.
    static let nothing = Content()

    private init() {
      values = []
    }
  }

  /// Starts a new record.
  ///
  /// - Parameter schema: Its kind.
  public init(_ schema: Schema) {
    self.schema = schema
    storage = .open(Content(schema))
  }

  /// Starts from a record as it stands.
  ///
  /// - Parameter record: The record to change.
  public init(copying record: Record) {
    schema = record.schema
    storage = .open(Content(record))
  }

  /// The same draft outside of memory; this one where it cannot be kept there.
  ///
  /// - Parameter spool: Where it is kept.
  /// - Returns: The draft.
  /// - Precondition: It has an id.
  func kept(in spool: Spool) -> Draft {
    guard let line = spool.keep(line) else { return self }
    var copy = self
    copy.storage = .kept(line)
    return copy
  }

  private var content: Content {
    switch storage {
    case .open(let content): content
    case .kept(let line): Content(Self.record(schema, line.bytes))
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
      guard let text = text(field.definition) else { return nil }
      let span = text.span
      var scanner = JSONScanner(0..<text.count)
      guard let raw = try? scanner.document(span) else { return nil }
      return Value.read(raw, in: span)
    }
    set { set(field.definition, newValue?.json.text) }
  }

  /// Reads or writes the value of a field as JSON.
  public subscript(definition: FieldDefinition) -> JSONValue? {
    get {
      guard let text = text(definition) else { return nil }
      return try? JSONValue(parsing: text)
    }
    set { set(definition, newValue == .null ? nil : newValue?.text) }
  }

  private func text(_ definition: FieldDefinition) -> [UInt8]? {
    let slot = schema.slot(of: definition)
    guard case .open(let content) = storage else { return content.values[slot] }
    return content.values[slot]
  }

  private mutating func set(_ definition: FieldDefinition, _ text: [UInt8]?) {
    var content = content
    // Nobody else holds the values while they are changed.
    storage = .open(.nothing)
    content.values[schema.slot(of: definition)] = text
    storage = .open(content)
  }

  /// The record as one line of JSON without its line end.
  public var line: [UInt8] {
    if case .kept(let line) = storage { return line.bytes }
    let content = content
    var writer = JSONWriter()
    writer.object { writer in
      for (field, value) in zip(schema.fields, content.values) {
        guard let value else { continue }
        writer.key(field.name)
        writer.raw(value)
      }
      for (key, value) in content.extras { writer.member(rawKey: key, rawValue: value) }
    }
    return writer.bytes
  }

  /// The draft as a record in memory, to be looked at before it is written.
  ///
  /// - Parameter place: Where it shall be said to stand.
  /// - Returns: The record.
  /// - Precondition: The draft has an id.
  public func record(at place: Place? = nil) -> Record {
    Self.record(schema, line, at: place)
  }

  private static func record(_ schema: Schema, _ line: [UInt8], at place: Place? = nil) -> Record {
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
