import JSONLines

/// The records of one kind as an editor sees them: those that stand and those it is about to write.
final class RecordIndex {
  let schema: Schema
  private let snapshot: Snapshot
  private(set) var pending: [RecordID: Draft] = [:]
  private var names: [String: [RecordID]]?
  private var identities: [[Int]: [[String]: RecordID]] = [:]
  private var lookups = 0

  /// From so many look-ups on an index in memory is worth its making.
  private static let fewLookups = 8

  init(_ schema: Schema, _ snapshot: Snapshot) {
    self.schema = schema
    self.snapshot = snapshot
  }

  /// The draft about to be written, else the record that stands.
  func current(_ id: RecordID) throws -> Draft? {
    try pending[id] ?? snapshot.record(id, schema).map { Draft(copying: $0) }
  }

  func contains(_ id: RecordID) throws -> Bool {
    try pending[id] != nil || snapshot.record(id, schema) != nil
  }

  /// The records that a name may mean.
  func records(named name: String) throws -> [RecordID] {
    if names == nil {
      names = [:]
      try snapshot.table(schema).visit { record in
        for field in schema.names {
          for text in record[field]?.texts ?? [] { Self.insert(record.id, text, &names) }
        }
      }
      for (id, draft) in pending {
        for text in texts(draft) { Self.insert(id, text, &names) }
      }
    }
    return names?[Folding.key(name)] ?? []
  }

  /// Every name that a record of this kind is known by.
  func allNames() throws -> [String] {
    _ = try records(named: "")
    return (names ?? [:]).filter { !$0.value.isEmpty }.keys.sorted()
  }

  /// The record that has the same values in some fields.
  func record(like draft: Draft, in fields: [FieldDefinition]) throws -> RecordID? {
    let slots = fields.map(schema.slot(of:))
    let key = fields.map { Identity.key(draft[$0]) }
    if identities[slots] == nil {
      lookups += 1
      if pending.isEmpty, lookups <= Self.fewLookups, try snapshot.file(schema)?.isLarge == true,
        !snapshot.isRead(schema),
        let identity = schema.identities.firstIndex(where: { $0.map(schema.slot(of:)) == slots })
      {
        return try snapshot.record(like: draft, identity: identity)
      }
      var index: [[String]: RecordID] = [:]
      try snapshot.table(schema).visit { record in
        index[fields.map { Identity.key(record[$0]) }] = record.id
      }
      for (id, draft) in pending { index[fields.map { Identity.key(draft[$0]) }] = id }
      identities[slots] = index
    }
    return identities[slots]?[key]
  }

  /// Takes a draft that is about to be written.
  func put(_ draft: Draft, id: RecordID) {
    pending[id] = draft
    if names != nil {
      for text in texts(draft) { Self.insert(id, text, &names) }
    }
    let fields = schema.fields
    for slots in Array(identities.keys) {
      identities[slots]?[slots.map { Identity.key(draft[fields[$0]]) }] = id
    }
  }

  /// Forgets a draft that shall not be written after all.
  func forget(_ draft: Draft, id: RecordID) throws {
    pending[id] = nil
    guard names != nil || !identities.isEmpty else { return }
    // What the record is called in the table is still true.
    let stands = try snapshot.record(id, schema)
    let kept = stands.map { texts(Draft(copying: $0)) } ?? []
    for text in texts(draft) where !kept.contains(text) {
      names?[Folding.key(text)]?.removeAll { $0 == id }
    }
    let fields = schema.fields
    for slots in Array(identities.keys) {
      let key = slots.map { Identity.key(draft[fields[$0]]) }
      guard identities[slots]?[key] == id else { continue }
      let old = stands.map { record in slots.map { Identity.key(record[fields[$0]]) } }
      if old != key { identities[slots]?[key] = nil }
    }
  }

  private func texts(_ draft: Draft) -> [String] {
    schema.names.flatMap { draft[$0]?.texts ?? [] }
  }

  private static func insert(
    _ id: RecordID,
    _ name: String,
    _ names: inout [String: [RecordID]]?
  ) {
    let key = Folding.key(name)
    if names?[key]?.contains(id) != true { names?[key, default: []].append(id) }
  }
}

extension JSONValue {
  /// The texts that a string or a list of strings holds.
  var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.compactMap(\.string)
    default: []
    }
  }
}
