import Bilingual
public import JSONLines

/// A field of a record, or of what the record refers to: `town`, `holder.town`.
public struct FieldPath: Sendable {
  /// The fields from the record to the value; all but the last refer to records.
  public let fields: [FieldDefinition]
  private let snapshot: Snapshot
  // The kinds to which the fields refer.
  private let schemas: [Schema]
  // The kind to which the last field refers, for the names of its values.
  private let target: Schema?

  /// Finds the fields of a path.
  ///
  /// - Parameters:
  ///   - typed: Field names in either language with points between them.
  ///   - schema: The kind of record.
  ///   - snapshot: The records, for what fields refer to.
  /// - Throws: A ``Diagnostic`` where there is no such field; ``Diagnostics`` of the ledger.
  public init(_ typed: String, _ schema: Schema, _ snapshot: Snapshot) throws {
    try self.init(Self.fields(typed, schema, snapshot.catalog), snapshot)
  }

  init(_ fields: [FieldDefinition], _ snapshot: Snapshot) throws {
    self.fields = fields
    self.snapshot = snapshot
    schemas = fields.compactMap { $0.referredKind.flatMap { snapshot.catalog[$0] } }
    target = schemas.count == fields.count ? schemas.last : nil
    // Whoever cannot be read is told of now; of a large kind only those are read that are asked for.
    for schema in schemas { _ = try snapshot.record("", schema) }
  }

  private func record(_ id: String, _ schema: Schema) -> Record? {
    // That the ids can be read was seen when the path was made.
    (try? snapshot.record(RecordID(id), schema)) ?? nil
  }

  /// Finds the fields of a path.
  ///
  /// - Parameters:
  ///   - typed: Field names in either language with points between them.
  ///   - schema: The kind of record.
  ///   - catalog: The kinds, for what fields refer to.
  /// - Returns: The fields; all but the last refer to records.
  /// - Throws: A ``Diagnostic`` where there is no such field.
  static func fields(_ typed: String, _ schema: Schema, _ catalog: Catalog) throws(Diagnostic)
    -> [FieldDefinition]
  {
    var fields: [FieldDefinition] = []
    var current: Schema? = schema
    for part in typed.split(separator: ".", omittingEmptySubsequences: false) {
      guard let owner = current, let field = owner.field(named: Folding.trim(String(part))) else {
        throw Diagnostic.unknownField(typed, current ?? schema)
      }
      fields.append(field)
      current = field.referredKind.flatMap { catalog[$0] }
    }
    return fields
  }

  /// The last field of the path.
  public var field: FieldDefinition { fields[fields.count - 1] }

  /// Whether it leads to a text of the record itself.
  var isText: Bool {
    if fields.count == 1, case .text = field.type.form { true } else { false }
  }

  /// The type of one value: of a list, of its elements.
  var elementType: FieldType { field.type.element }

  /// Returns the values that a record has at the end of the path.
  ///
  /// - Parameter record: A record of the kind.
  /// - Returns: The values, elements of lists one by one; empty where there is none.
  public func values(of record: Record) -> [JSONValue] {
    values(from: record[fields[0]])
  }

  /// Returns the values at the end of the path.
  ///
  /// - Parameters:
  ///   - root: The value of one of the fields.
  ///   - depth: The index of that field.
  /// - Returns: The values, elements of lists one by one; empty where there is none.
  func values(from root: JSONValue?, at depth: Int = 0) -> [JSONValue] {
    var values = [root].compactMap(\.self)
    for index in depth..<fields.count - 1 {
      let next = fields[index + 1]
      values = values.flatMap(\.texts).compactMap { record($0, schemas[index])?[next] }
    }
    return values.flatMap { value in
      if case .list = field.type.form { return value.array ?? [] }
      return [value]
    }
  }

  /// Returns the texts under which a value is known: a code and its names, an id and what it names.
  ///
  /// - Parameter value: A value at the end of the path.
  /// - Returns: The texts, the stored one first.
  public func names(of value: JSONValue) -> [String] {
    let text = value.string ?? value.text.span.text
    if case .choice(let choices) = elementType.form,
      let choice = choices.first(where: { $0.code == text })
    {
      return [text, choice.label.en, choice.label.zh]
    }
    guard let target, let record = record(text, target) else { return [text] }
    return [text] + target.names.flatMap { record[$0]?.texts ?? [] }
  }

  /// Returns what to show for a value: the name of what it refers to, else the value itself.
  ///
  /// - Parameter value: A value at the end of the path.
  /// - Returns: The name; `nil` where the value refers to nothing.
  public func name(of value: JSONValue) -> String? {
    guard let target, let text = value.string, let record = record(text, target),
      let field = target.names.first
    else { return nil }
    return record[field]?.string
  }
}
