public import JSONLines

/// A record as it stands in its file: nothing is decoded until it is asked for.
public struct Record: Sendable {
  /// What a record is made of, behind one reference: records are handed about much.
  private final class Content: Sendable {
    let schema: Schema
    let id: RecordID
    let file: String
    let line: Line
    let bytes: Bytes
    /// By slot, up to the last one that has a value.
    let values: [FieldPlace]
    let extras: [(key: RawJSON, value: RawJSON)]

    init(
      _ schema: Schema,
      _ id: RecordID,
      _ file: String,
      _ line: Line,
      _ bytes: Bytes,
      _ values: [FieldPlace],
      _ extras: [(key: RawJSON, value: RawJSON)]
    ) {
      self.schema = schema
      self.id = id
      self.file = file
      self.line = line
      self.bytes = bytes
      self.values = values
      self.extras = extras
    }
  }

  private let content: Content

  init(
    schema: Schema,
    id: RecordID,
    file: String,
    line: Line,
    bytes: Bytes,
    values: [FieldPlace],
    extras: [(key: RawJSON, value: RawJSON)]
  ) {
    content = Content(schema, id, file, line, bytes, values, extras)
  }

  /// The kind.
  public var schema: Schema { content.schema }
  /// What names it.
  public var id: RecordID { content.id }
  /// The file and the line in which its latest version stands.
  public var place: Place {
    Place(
      file: content.file,
      line: numberedLine.number,
      column: 1,
      offset: content.line.start
    )
  }

  /// The file and the offset of its line; the lines before it are not counted.
  var start: (file: String, offset: Int) { (content.file, content.line.start) }

  /// Its line; whoever found the record by a key left the counting of the lines before it to those who ask.
  private var numberedLine: Line {
    let line = content.line
    guard line.number == 0 else { return line }
    return Line(
      number: bytes.lineNumber(at: line.start),
      start: line.start,
      end: line.end,
      isWhole: line.isWhole
    )
  }

  /// Where its line stands among the bytes.
  var span: Range<Int> { content.line.range }

  /// Points a diagnostic at the value of a field; at the whole record where it has none.
  ///
  /// - Parameters:
  ///   - diagnostic: What is wrong with the value.
  ///   - definition: A field of the record's kind.
  public func point(_ diagnostic: inout Diagnostic, at definition: FieldDefinition) {
    point(&diagnostic, at: raw(definition)?.start)
  }

  /// Points a diagnostic at a member that the schema does not know.
  ///
  /// - Parameters:
  ///   - diagnostic: What is wrong with the member.
  ///   - key: Its key.
  public func point(_ diagnostic: inout Diagnostic, atMember key: String) {
    let member = bytes.withSpan { span in
      extras.first { $0.key.string(in: span)?.utf8.elementsEqual(key.utf8) ?? false }
    }
    point(&diagnostic, at: member?.key.start)
  }

  private func point(_ diagnostic: inout Diagnostic, at offset: Int?) {
    guard let offset else {
      diagnostic.place = place
      return
    }
    bytes.withSpan { span in
      let position = Position(of: offset, in: numberedLine, span)
      let excerpt = Excerpt(of: numberedLine, around: offset, span)
      diagnostic.place = Place(
        file: content.file,
        line: position.line,
        column: position.column,
        offset: offset
      )
      diagnostic.excerpt = excerpt.text
      diagnostic.excerptColumn = excerpt.firstColumn
    }
  }

  /// Whether both are readings of the same line.
  package func isSame(as other: Record) -> Bool {
    content === other.content
      || content.bytes === other.content.bytes && content.line.start == other.content.line.start
  }

  @usableFromInline var bytes: Bytes { content.bytes }
  var extras: [(key: RawJSON, value: RawJSON)] { content.extras }
  /// Where the values stand in the line, by slot up to the last one that has one.
  var values: [FieldPlace] { content.values }

  /// The values by slot; `nil` where the record has none.
  var slots: [RawJSON?] {
    schema.fields.indices.map { raw($0) }
  }

  fileprivate func raw(_ slot: Int) -> RawJSON? {
    guard slot < content.values.count else { return nil }
    return content.values[slot].raw(inLineAt: content.line.start)
  }

  @usableFromInline func raw(_ definition: FieldDefinition) -> RawJSON? {
    raw(content.schema.slot(of: definition))
  }

  /// Reads the value of a field; `nil` where the record has none or one of another shape.
  @inlinable
  public subscript<Value>(field: Field<Value>) -> Value? {
    guard let raw = raw(field.definition) else { return nil }
    return bytes.withSpan { Value.read(raw, in: $0) }
  }

  /// Reads the value of a field as JSON; `nil` where the record has none.
  public subscript(definition: FieldDefinition) -> JSONValue? {
    guard let raw = raw(definition) else { return nil }
    return bytes.withSpan { JSONValue(raw, in: $0) }
  }

  /// Whether the record has a value in a field.
  ///
  /// - Parameter definition: A field of the record's kind.
  /// - Returns: Whether one stands there; `null` is none.
  public func has(_ definition: FieldDefinition) -> Bool {
    raw(definition) != nil
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

  /// Finds the first member that something is found in, in the order of ``members``; those behind it are not read.
  func firstMember<Found>(_ find: (String, JSONValue) -> Found?) -> (key: String, found: Found)? {
    for field in schema.fields {
      if let value = self[field], let found = find(field.name, value) { return (field.name, found) }
    }
    for (rawKey, raw) in extras {
      let (key, value) = bytes.withSpan {
        (rawKey.string(in: $0) ?? "", JSONValue(raw, in: $0))
      }
      if let found = find(key, value) { return (key, found) }
    }
    return nil
  }
}

extension Record {
  /// Lends the JSON text of a value as it stands; `nil` where there is none.
  func withText<Result>(_ slot: Int, _ body: (UnsafeRawBufferPointer?) -> Result) -> Result {
    guard let raw = raw(slot) else { return body(nil) }
    // The value lies within the line, and the line within the bytes.
    return unsafe bytes.withRaw {
      unsafe body(UnsafeRawBufferPointer(rebasing: $0[raw.start..<raw.end]))
    }
  }
}
