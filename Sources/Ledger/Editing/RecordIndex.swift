import JSONLines

/// The records of one kind as an editor sees them: those that stand and those it is about to write.
final class RecordIndex {
  let schema: Schema
  /// The fields that refer to records, and the kinds of those.
  let references: [(slot: Int, kind: String)]
  private let snapshot: Snapshot
  private let pending: PendingRecords
  /// Some of the records that are known to stand: a table names the same few again and again.
  private var known: Set<RecordID> = []
  /// What some names mean among the records that stand.
  private var knownNames: [String: [RecordID]] = [:]
  private static let manyKnown = 50_000
  /// The names and values of identities of the records that stand, where they are all in memory.
  private var standingNames: [String: [RecordID]]?
  private var standingIdentities: [[Int]: [[String]: RecordID]] = [:]

  init(_ schema: Schema, _ snapshot: Snapshot) throws {
    self.schema = schema
    self.snapshot = snapshot
    pending = PendingRecords(schema)
    references = schema.fields.enumerated().compactMap { slot, field in
      field.referredKind.map { (slot, $0) }
    }
    try snapshot.keyedFile(schema)?.expectLookups()
  }

  /// The draft about to be written, else the record that stands.
  func current(_ id: RecordID) throws -> Draft? {
    try pending[id] ?? snapshot.record(id, schema).map { Draft(copying: $0) }
  }

  func contains(_ id: RecordID) throws -> Bool {
    guard !known.contains(id) else { return true }
    guard try isPending(id) || snapshot.mayHave(id, schema) && snapshot.record(id, schema) != nil
    else { return false }
    if known.count < Self.manyKnown { known.insert(id) }
    return true
  }

  /// Whether a record is about to be written.
  func isPending(_ id: RecordID) -> Bool { pending[id] != nil }

  /// The records that a name may mean.
  func records(named name: String) throws -> [RecordID] {
    let key = Folding.key(name)
    let standing = try standing(named: key)
    return standing + pending.ids(named: key).filter { !standing.contains($0) }
  }

  private func standing(named key: String) throws -> [RecordID] {
    guard try snapshot.keyedFile(schema) != nil else { return try allStandingNames()[key] ?? [] }
    if let known = knownNames[key] { return known }
    let found = try snapshot.records(named: key, schema).map(\.id)
    if knownNames.count < Self.manyKnown { knownNames[key] = found }
    return found
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

  /// Every name that a record of this kind is known by; of a very large file none of those that stand.
  func allNames() throws -> [String] {
    let isFar = try (snapshot.keyedFile(schema)?.source.size ?? 0) > Self.nearSize
    let standing = isFar ? [] : Set(try allStandingNames().keys)
    return standing.union(pending.allNames).sorted()
  }

  /// Up to this size of the file it is worth while to read all names only to guess which one was meant.
  private static let nearSize = 16 << 20

  /// The record that has the same values in some fields.
  func record(like draft: Draft, in fields: [FieldDefinition]) throws -> RecordID? {
    let slots = fields.map(schema.slot(of:))
    let key = fields.map { Identity.key(draft[$0]) }
    if let id = pending.id(with: key, in: fields) { return id }
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
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - kept: The same draft as it is kept.
  ///   - id: Its id.
  func put(_ draft: Draft, kept: Draft, id: RecordID) {
    pending.put(draft, kept: kept, id: id)
  }

  /// Forgets the draft that was taken last.
  func forgetLast() {
    known = []
    pending.forgetLast()
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
