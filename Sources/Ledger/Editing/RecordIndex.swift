import JSONLines

/// The records of one kind as an editor sees them: those that stand and those it is about to write.
final class RecordIndex {
  let schema: Schema
  private let snapshot: Snapshot
  private(set) var pending: [RecordID: Draft] = [:]
  /// The names and the values of identities of what is about to be written, folded.
  private var names: [String: [RecordID]] = [:]
  private var identities: [[Int]: [[String]: RecordID]] = [:]
  /// The same of the records that stand, where they are all in memory.
  private var standingNames: [String: [RecordID]]?
  private var standingIdentities: [[Int]: [[String]: RecordID]] = [:]

  init(_ schema: Schema, _ snapshot: Snapshot) throws {
    self.schema = schema
    self.snapshot = snapshot
    try snapshot.keyedFile(schema)?.expectLookups()
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
    let key = Folding.key(name)
    let standing =
      try snapshot.keyedFile(schema) == nil
      ? allStandingNames()[key] ?? []
      : snapshot.records(named: name, schema).map(\.id)
    return standing + (names[key] ?? []).filter { !standing.contains($0) }
  }

  private func allStandingNames() throws -> [String: [RecordID]] {
    if let standingNames { return standingNames }
    var all: [String: [RecordID]] = [:]
    try snapshot.table(schema).visit { record in
      for field in schema.names {
        for text in record[field]?.texts ?? [] { Self.insert(record.id, text, &all) }
      }
    }
    standingNames = all
    return all
  }

  /// Every name that a record of this kind is known by.
  func allNames() throws -> [String] {
    let pending = names.filter { !$0.value.isEmpty }.map(\.key)
    return try Set(allStandingNames().keys).union(pending).sorted()
  }

  /// The record that has the same values in some fields.
  func record(like draft: Draft, in fields: [FieldDefinition]) throws -> RecordID? {
    let slots = fields.map(schema.slot(of:))
    let key = fields.map { Identity.key(draft[$0]) }
    if identities[slots] == nil {
      var index: [[String]: RecordID] = [:]
      for (id, draft) in pending { index[fields.map { Identity.key(draft[$0]) }] = id }
      identities[slots] = index
    }
    if let id = identities[slots]?[key] { return id }
    guard let file = try snapshot.keyedFile(schema), let hash = KeyHash.of(key) else {
      return try standing(slots, fields)[key]
    }
    return try file.record(with: key, hash, in: fields)
  }

  private func standing(_ slots: [Int], _ fields: [FieldDefinition]) throws
    -> [[String]: RecordID]
  {
    if let index = standingIdentities[slots] { return index }
    var index: [[String]: RecordID] = [:]
    try snapshot.table(schema).visit { record in
      index[fields.map { Identity.key(record[$0]) }] = record.id
    }
    standingIdentities[slots] = index
    return index
  }

  /// Takes a draft that is about to be written.
  func put(_ draft: Draft, id: RecordID) {
    pending[id] = draft
    for text in texts(draft) { Self.insert(id, text, &names) }
    let fields = schema.fields
    for slots in Array(identities.keys) {
      identities[slots]?[slots.map { Identity.key(draft[fields[$0]]) }] = id
    }
  }

  /// Forgets a draft that shall not be written after all.
  func forget(_ draft: Draft, id: RecordID) {
    pending[id] = nil
    for text in texts(draft) { names[Folding.key(text)]?.removeAll { $0 == id } }
    let fields = schema.fields
    for slots in Array(identities.keys) {
      let key = slots.map { Identity.key(draft[fields[$0]]) }
      if identities[slots]?[key] == id { identities[slots]?[key] = nil }
    }
  }

  private func texts(_ draft: Draft) -> [String] {
    schema.names.flatMap { draft[$0]?.texts ?? [] }
  }

  private static func insert(
    _ id: RecordID,
    _ name: String,
    _ names: inout [String: [RecordID]]
  ) {
    let key = Folding.key(name)
    if names[key]?.contains(id) != true { names[key, default: []].append(id) }
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
