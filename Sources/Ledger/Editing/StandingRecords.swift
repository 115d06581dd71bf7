import JSONLines
import Synchronization

/// The records of one kind that stand, looked up by id, name and the values of identities on any core.
final class StandingRecords: Sendable {
  let schema: Schema
  private let snapshot: Snapshot
  private let known = Mutex(Known())
  /// The ids of a large file.
  private let ids: Once<KeyFilter?>
  /// The ids of any file, and the values of each identity; `nil` where they are not known.
  private let allIDs: Once<KeyFilter?>
  private let allValues: [Once<KeyFilter?>]

  private struct Known {
    /// Some of the records that are known to stand: a table names the same few again and again.
    var ids: Set<RecordID> = []
    /// What some names mean.
    var names: [String: [RecordID]] = [:]
    /// The names and values of identities, where all records are in memory.
    var allNames: [String: [RecordID]]?
    var identities: [[Int]: [[String]: [RecordID]]] = [:]
    /// The records that were merged into others.
    var merged: [Record]?
  }

  private static let manyKnown = 50_000
  /// Up to this size of the file it is worth while to read all names only to guess which one was meant.
  private static let nearSize = 16 << 20

  init(_ schema: Schema, _ snapshot: Snapshot) throws {
    self.schema = schema
    self.snapshot = snapshot
    try snapshot.keyedFile(schema)?.expectLookups()
    ids = Once { try snapshot.keyedFile(schema)?.filter(.id) }
    allIDs = Once { [ids] in
      guard try snapshot.keyedFile(schema) == nil else { return try ids() }
      return KeyFilter(try Self.ids(in: snapshot.table(schema)).map(PendingRecords.hash))
    }
    allValues = schema.identities.map { fields in
      Once {
        if let file = try snapshot.keyedFile(schema) {
          // The lines of before are among those of a file, with the names of before.
          return try file.filter(
            schema.formerNames(in: fields) == nil ? .identity(fields, schema) : .name
          )
        }
        let table = try snapshot.table(schema)
        let names = schema.formerNames(in: fields).map { list in
          table.records.flatMap { $0[list]?.texts ?? [] }.map { KeyHash.of(Folding.key($0)) }
        }
        let keys =
          (table.records + table.merged).map { record in
            KeyHash.of(fields.map { $0.key(of: record[$0]) })
          } + (names ?? [])
        return keys.contains(nil) ? nil : KeyFilter(keys.compactMap(\.self))
      }
    }
  }

  /// Whether a record may stand whose values in an identity of the kind have a hash, for those who ask for very many.
  func mayHave(_ hash: UInt32, inIdentity index: Int) throws -> Bool {
    try allValues[index]()?.mayHave(hash) ?? true
  }

  /// The ids under which a record may stand, for those who ask for very many; `nil` where they are not known.
  func idFilter() throws -> KeyFilter? { try allIDs() }

  subscript(id: RecordID) -> Record? {
    get throws { try snapshot.record(id, schema) }
  }

  func contains(_ id: RecordID) throws -> Bool {
    guard !known.withLock({ $0.ids.contains(id) }) else { return true }
    guard try ids()?.mayHave(PendingRecords.hash(id)) ?? true, try self[id] != nil else {
      return false
    }
    known.withLock { if $0.ids.count < Self.manyKnown { $0.ids.insert(id) } }
    return true
  }

  /// The records that have a name, which is folded.
  func records(named key: String) throws -> [RecordID] {
    guard try snapshot.keyedFile(schema) != nil else {
      return try known.withLock { try allNames(&$0)[key] ?? [] }
    }
    if let known = known.withLock({ $0.names[key] }) { return known }
    let found = try snapshot.records(named: key, schema).map(\.id)
    known.withLock { if $0.names.count < Self.manyKnown { $0.names[key] = found } }
    return found
  }

  /// Every name that a record is known by, folded; of a very large file none.
  func names() throws -> Set<String> {
    guard try (snapshot.keyedFile(schema)?.source.size ?? 0) <= Self.nearSize else { return [] }
    return Set(try known.withLock { try allNames(&$0) }.keys)
  }

  /// The records that have some values in some fields, which are folded.
  func records(with key: [String], in fields: [FieldDefinition]) throws -> [RecordID] {
    guard let file = try snapshot.keyedFile(schema), let hash = KeyHash.of(key) else {
      return try known.withLock { try identities(fields, &$0)[key] ?? [] }
    }
    return try file.records(with: key, hash, in: fields).map(\.id)
  }

  /// The record into which one was merged.
  func successor(of id: RecordID) throws -> RecordID? {
    guard try ids()?.mayHave(PendingRecords.hash(id)) ?? true else { return nil }
    return try snapshot.successor(of: id, schema)?.id
  }

  /// Whether no record stands under an id, and none ended under it that is another one now.
  func isFree(_ id: RecordID) throws -> Bool {
    try !contains(id) && successor(of: id) == nil
  }

  /// Whether no record has or had some values, which are folded, in an identity of the kind.
  func isNew(_ key: [String], inIdentity index: Int) throws -> Bool {
    if let hash = KeyHash.of(key), try !mayHave(hash, inIdentity: index) { return true }
    return try records(with: key, in: schema.identities[index]).isEmpty
      && past(with: key, inIdentity: index).isEmpty
  }

  /// The records that had some values, which are folded, before they were renamed or merged into others.
  ///
  /// - Parameters:
  ///   - key: The values.
  ///   - index: Which identity of the kind.
  /// - Returns: What each was, and the id under which it stands now.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  func past(with key: [String], inIdentity index: Int) throws -> [(id: RecordID, old: Record)] {
    if let hash = KeyHash.of(key), try !mayHave(hash, inIdentity: index) { return [] }
    let fields = schema.identities[index]
    var found: [(id: RecordID, old: Record)] = []
    if let list = schema.formerNames(in: fields) {
      for id in try records(named: key[0]) {
        guard let record = try self[id],
          (record[list]?.texts ?? []).contains(where: { Folding.key($0) == key[0] })
        else { continue }
        found.append((id, record))
      }
    }
    for old in try merged(with: key, in: fields) {
      guard let id = try snapshot.successor(of: old.id, schema)?.id,
        !found.contains(where: { $0.id == id })
      else { continue }
      found.append((id, old))
    }
    return found
  }

  private func merged(with key: [String], in fields: [FieldDefinition]) throws -> [Record] {
    if let file = try snapshot.keyedFile(schema), let hash = KeyHash.of(key) {
      return try file.records(with: key, hash, in: fields, isMerged: true)
    }
    let merged = try known.withLock { known in
      let merged = try known.merged ?? snapshot.table(schema).merged
      known.merged = merged
      return merged
    }
    return merged.filter { record in zip(fields, key).allSatisfy { $0.key(of: record[$0]) == $1 } }
  }

  /// Every id that names a record, those of ended ones among them.
  private static func ids(in table: Table) -> [RecordID] {
    table.records.map(\.id) + table.removals.keys
  }

  private func allNames(_ known: inout Known) throws -> [String: [RecordID]] {
    if let names = known.allNames { return names }
    var all: [String: [RecordID]] = [:]
    try snapshot.table(schema).visit { record in
      for field in schema.names {
        for text in record[field]?.texts ?? [] {
          let key = Folding.key(text)
          if all[key]?.contains(record.id) != true { all[key, default: []].append(record.id) }
        }
      }
    }
    known.allNames = all
    return all
  }

  private func identities(_ fields: [FieldDefinition], _ known: inout Known) throws
    -> [[String]: [RecordID]]
  {
    let slots = fields.map(schema.slot(of:))
    if let index = known.identities[slots] { return index }
    var index: [[String]: [RecordID]] = [:]
    try snapshot.table(schema).visit { record in
      index[fields.map { $0.key(of: record[$0]) }, default: []].append(record.id)
    }
    known.identities[slots] = index
    return index
  }
}
