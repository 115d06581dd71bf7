/// A new record, complete and found right, if no row before its own is in its way.
public struct Foreseen: Sendable {
  /// The record; it has no id where one is made.
  let draft: Draft
  /// By what it would be found to be there already.
  let keys: [PendingRecords.Key]
  /// Whom it names, as long as no row before it is called so.
  let references: [(schema: Schema, text: String)]
  /// What is odd about it.
  let remarks: [Diagnostic]
}

extension Editor {
  /// Starts to look at records of a kind before their turn comes.
  ///
  /// - Parameter schema: The kind.
  /// - Returns: What looks at them; each core has a copy of its own.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func foresight(_ schema: Schema) throws -> Foresight {
    let index = try index(schema)
    let referred = try index.references.compactMap { slot, kind in
      try snapshot.catalog[kind].map { (slot, try self.index($0).standing) }
    }
    return Foresight(index.standing, referred, snapshot, completion)
  }

  /// Adds a record that was foreseen, now that its turn has come.
  ///
  /// - Parameter foreseen: The record.
  /// - Returns: What became of it; `nil` where a row before it is in its way, so that its values have to be looked at.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func add(_ foreseen: Foreseen) throws -> Effect? {
    let schema = foreseen.draft.schema
    for (schema, text) in foreseen.references {
      guard try !index(schema).mayHavePending(called: text) else { return nil }
    }
    guard try !index(schema).mayHavePending(foreseen.keys) else { return nil }
    var draft = foreseen.draft
    if draft.id == nil {
      switch schema.key {
      case .generated(let prefix), .field(_, let prefix): draft.id = try freeID(prefix, schema)
      case .chosen, .joined: return nil
      }
    }
    guard let id = draft.id else { return nil }
    begin()
    diagnostics += foreseen.remarks
    try put(draft, id: id, foreseen.keys)
    return .new(id)
  }
}
