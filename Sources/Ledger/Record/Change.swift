import JSONLines

/// What a command is about to append: one line, or very many.
public enum Change: Sendable {
  /// A new record, or a later version of one.
  case put(Draft)
  /// The end of a record, with the reason: of a million changes hardly one.
  indirect case remove(Schema, RecordID, reason: String)
  /// Records of one kind whose lines are not in memory.
  case lines(Spool)

  /// The kind.
  public var schema: Schema {
    switch self {
    case .put(let draft): draft.schema
    case .remove(let schema, _, _): schema
    case .lines(let spool): spool.schema
    }
  }

  /// How many lines there are.
  public var count: Int {
    if case .lines(let spool) = self { spool.count } else { 1 }
  }

  /// Each as one line of JSON without its line end.
  ///
  /// - Complexity: Those that are not in memory are read.
  public var lines: [[UInt8]] {
    switch self {
    case .put(let draft): return [draft.line]
    case .remove(_, let id, let reason):
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("id", id.text)
        writer.member(RecordReader.removed, reason)
      }
      return [writer.bytes]
    case .lines(let spool): return (0..<spool.count).map { spool[$0] }
    }
  }

  /// What the lines will say.
  var entries: [Entry] {
    switch self {
    case .put(let draft): [.record(draft.record())]
    case .remove(let schema, let id, let reason):
      [.removal(id: id, reason: reason, place: Place(file: schema.file))]
    case .lines(let spool):
      (0..<spool.count).map { .record(Draft(spool.schema, line: spool[$0]).record()) }
    }
  }
}
