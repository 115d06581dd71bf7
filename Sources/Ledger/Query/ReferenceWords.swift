public import JSONLines
import Synchronization

/// The words for records by which an import finds the same records again: names, and ids where a name means another
/// record or several.
public final class ReferenceWords: Sendable {
  private let known: Mutex<KnownWords>

  /// Creates words for the records of a snapshot.
  ///
  /// - Parameter snapshot: The records.
  public init(_ snapshot: Snapshot) {
    known = Mutex(KnownWords(snapshot))
  }

  /// Returns the word for a value that refers to a record.
  ///
  /// - Parameters:
  ///   - value: The value, or an element of it.
  ///   - field: The field in which it stands.
  /// - Returns: The name or the id; `nil` where the value or the field does not refer to a record that stands.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func word(for value: JSONValue, in field: FieldDefinition) throws -> String? {
    try known.withLock { try $0.word(for: value, in: field) }
  }
}

/// The words that were found already, and what they were found in.
private struct KnownWords {
  private let snapshot: Snapshot
  private var indices: [String: RecordIndex] = [:]
  private var words: [String: [RecordID: String]] = [:]
  private static let manyWords = 50_000

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  mutating func word(for value: JSONValue, in field: FieldDefinition) throws -> String? {
    guard let kind = field.referredKind, let schema = snapshot.catalog[kind],
      let id = value.string.map({ RecordID($0) })
    else { return nil }
    if let word = words[kind]?[id] { return word }
    guard let record = try snapshot.record(id, schema) else { return nil }
    let word = try name(of: record, index(schema)) ?? id.text
    if words[kind, default: [:]].count > Self.manyWords { words[kind] = [:] }
    words[kind, default: [:]][id] = word
    return word
  }

  private func name(of record: Record, _ index: RecordIndex) throws -> String? {
    guard let name = record.schema.names.first.flatMap({ record[$0]?.string }) else { return nil }
    // An import reads it without the blanks around it, and takes it for an id first.
    let typed = RecordID(Folding.trim(name))
    guard try typed == record.id || !index.contains(typed) else { return nil }
    return try index.records(named: typed.text) == [record.id] ? name : nil
  }

  private mutating func index(_ schema: Schema) throws -> RecordIndex {
    if let index = indices[schema.kind] { return index }
    let index = try RecordIndex(schema, snapshot)
    indices[schema.kind] = index
    return index
  }
}
