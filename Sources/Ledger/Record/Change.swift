/// One line that a command is about to append.
public enum Change: Sendable {
  /// A new record, or a later version of one.
  case put(Draft)
  /// The end of a record, with the reason: of a million changes hardly one.
  indirect case remove(Schema, RecordID, reason: String)

  /// The kind.
  public var schema: Schema {
    switch self {
    case .put(let draft): draft.schema
    case .remove(let schema, _, _): schema
    }
  }

  /// The id; `nil` for a draft that has none yet.
  public var id: RecordID? {
    switch self {
    case .put(let draft): draft.id
    case .remove(_, let id, _): id
    }
  }

  /// What the line will say.
  var entry: Entry {
    switch self {
    case .put(let draft): .record(draft.record())
    case .remove(let schema, let id, let reason):
      .removal(id: id, reason: reason, place: Place(file: schema.file))
    }
  }
}
