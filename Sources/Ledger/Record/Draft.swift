public import JSONLines

/// A record that is about to be written.
///
/// What is not changed keeps its bytes, unknown members among them.
public struct Draft: Sendable {
  /// The kind.
  public let schema: Schema
  private var content: Content

  private struct Content: Sendable {
    /// The JSON texts of the values and of unknown members, and whatever stands between them.
    private(set) var text: [UInt8]
    /// By slot where its value stands, up to the last one that has one.
    private(set) var values: [FieldPlace]
    private(set) var extras: [(key: Range<UInt32>, value: Range<UInt32>)] = []
    /// Whether the text is the record as it is written.
    private(set) var isLine = false

    init(_ record: Record) {
      func place(_ raw: RawJSON) -> Range<UInt32> {
        // A line is shorter than 1 GB.
        UInt32(raw.start - record.span.lowerBound)..<UInt32(raw.end - record.span.lowerBound)
      }
      text = record.bytes.copy(of: record.span)
      values = record.values
      extras = record.extras.map { (place($0.key), place($0.value)) }
      isLine = extras.isEmpty && isShortest(record.schema)
    }

    init() {
      text = []
      values = []
    }

    /// Whether the values stand in their order with nothing around them that is not needed.
    private func isShortest(_ schema: Schema) -> Bool {
      let names = schema.fieldNames
      var count = 1
      var end = 0
      for slot in values.indices {
        guard let raw = raw(slot) else { continue }
        guard raw.start >= end else { return false }
        end = raw.end
        // A quote before the key and one behind it, a colon, and a comma or the last bracket.
        count += names[slot].count + raw.end - raw.start + 4
      }
      return count == text.count
    }

    mutating func set(_ slot: Int, _ value: JSONValue?) {
      while values.count <= slot { values.append(.missing) }
      guard let value else {
        isLine = isLine && !values[slot].isValue
        values[slot] = .missing
        return
      }
      isLine = false
      let start = text.count
      text += value.text
      let isEscaped = value.kind == .string && text[start...].contains(UInt8(ascii: "\\"))
      values[slot] = FieldPlace(
        RawJSON(kind: value.kind, isEscaped: isEscaped, start: start, end: text.count),
        inLineAt: 0
      )
    }

    func slice(_ place: Range<UInt32>) -> ArraySlice<UInt8> {
      text[Int(place.lowerBound)..<Int(place.upperBound)]
    }

    /// Where the value of a field stands.
    func raw(_ slot: Int) -> RawJSON? {
      slot < values.count ? values[slot].raw(inLineAt: 0) : nil
    }
  }

  /// Starts a new record.
  ///
  /// - Parameter schema: Its kind.
  public init(_ schema: Schema) {
    self.schema = schema
    content = Content()
  }

  /// Makes a record of values, of which a later one takes the place of an earlier one in the same field.
  init(_ schema: Schema, _ values: [(slot: Int, value: JSONValue?)]) {
    self.schema = schema
    var content = Content()
    for (slot, value) in values { content.set(slot, value) }
    self.content = content
  }

  /// Starts from a record as it stands.
  ///
  /// - Parameter record: The record to change.
  public init(copying record: Record) {
    schema = record.schema
    content = Content(record)
  }

  /// Reads a record that was written before, with its id.
  init(_ schema: Schema, line: [UInt8]) {
    self.init(copying: Self.record(schema, line))
  }

  /// The id; `nil` until one is given.
  public var id: RecordID? {
    get { self[CommonField.id] }
    set { self[CommonField.id] = newValue }
  }

  /// Reads or writes the value of a field.
  @inlinable
  public subscript<Value>(field: Field<Value>) -> Value? {
    get {
      var value: Value?
      read(field.definition) { value = Value.read($0, in: $1) }
      return value
    }
    set { self[field.definition] = newValue?.json }
  }

  /// Reads or writes the value of a field as JSON.
  public subscript(definition: FieldDefinition) -> JSONValue? {
    get { value(schema.slot(of: definition)) }
    set { set(schema.slot(of: definition), newValue == .null ? nil : newValue) }
  }

  /// Whether it has a value in a field, of whatever shape.
  ///
  /// - Parameter definition: A field of the kind.
  /// - Returns: Whether one stands there.
  public func has(_ definition: FieldDefinition) -> Bool {
    content.raw(schema.slot(of: definition)) != nil
  }

  /// The keys of its members that are no fields of the kind.
  public var unknownKeys: [String] {
    content.extras.compactMap { key, _ in
      (try? JSONValue(parsing: String(decoding: content.slice(key), as: UTF8.self)))?.string
    }
  }

  /// The value of a field as JSON.
  func value(_ slot: Int) -> JSONValue? {
    var value: JSONValue?
    read(slot) { value = JSONValue($0, in: $1) }
    return value
  }

  @usableFromInline
  func read(_ definition: FieldDefinition, _ body: (RawJSON, Span<UInt8>) -> Void) {
    read(schema.slot(of: definition), body)
  }

  /// Lends the value of every field where it stands; `nil` for one without.
  func visit(_ body: (_ slot: Int, RawJSON?, Span<UInt8>) -> Void) {
    for slot in schema.fields.indices { body(slot, content.raw(slot), content.text.span) }
  }

  /// Lends a value where it stands; without one nothing is done.
  private func read(_ slot: Int, _ body: (RawJSON, Span<UInt8>) -> Void) {
    if let raw = content.raw(slot) { body(raw, content.text.span) }
  }

  private mutating func set(_ slot: Int, _ value: JSONValue?) {
    guard value != nil || content.raw(slot) != nil else { return }
    content.set(slot, value)
  }

  /// The record as one line of JSON without its line end.
  public var line: [UInt8] {
    guard !content.isLine else { return content.text }
    var writer = JSONWriter(capacity: content.text.count + 64)
    writer.object { writer in
      // Names of fields have nothing to escape.
      let names = schema.fieldNames
      for slot in content.values.indices {
        guard let raw = content.raw(slot) else { continue }
        writer.member(plainKey: names[slot], rawValue: content.text[raw.start..<raw.end])
      }
      for (key, value) in content.extras {
        writer.member(rawKey: content.slice(key), rawValue: content.slice(value))
      }
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

extension JSONValue {
  /// The type as a scan tells it; of a number that is no whole one of 64 bits, that it has a fraction.
  fileprivate var kind: RawJSON.Kind {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .integer: .integer
    case .number: .decimal
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}
