package import JSONLines

/// The records of one kind as an editor sees them: those that stand and those it is about to write.
final class RecordIndex {
  let schema: Schema
  let standing: StandingRecords
  /// The fields that refer to records, and the kinds of those.
  let references: [(slot: Int, kind: String)]
  /// Where the lines of those it is about to write are kept instead of in memory.
  let spool: Spool?
  private let pending: PendingRecords

  init(_ schema: Schema, _ snapshot: Snapshot, _ spool: Spool? = nil) throws {
    self.schema = schema
    self.spool = spool
    standing = try StandingRecords(schema, snapshot)
    pending = PendingRecords(schema, spool)
    references = schema.references
  }

  /// The draft about to be written, else the record that stands.
  func current(_ id: RecordID) throws -> Draft? {
    try pending[id] ?? standing[id].map { Draft(copying: $0) }
  }

  func contains(_ id: RecordID) throws -> Bool {
    try standing.contains(id) || isPending(id)
  }

  /// Whether a record is about to be written.
  func isPending(_ id: RecordID) -> Bool { pending[id] != nil }

  /// Whether none is about to be written.
  var hasNoPending: Bool { pending.isEmpty }

  /// Whether a record may be about to be written that has one of some keys, as far as their hashes tell.
  func mayHavePending(_ keys: [PendingRecords.Key]) -> Bool { pending.mayHave(keys) }

  /// Whether a record may be about to be written that a text may mean.
  func mayHavePending(called text: String) -> Bool {
    !hasNoPending && mayHavePending(PendingRecords.Call(text, in: 0))
  }

  /// Whether a record may be about to be written that is called so.
  func mayHavePending(_ call: PendingRecords.Call) -> Bool {
    pending.mayHave([.id(call.id), .name(call.name)])
  }

  /// The records that a name may mean.
  func records(named name: String) throws -> [RecordID] {
    let key = Folding.key(name)
    let standing = try standing.records(named: key)
    return standing + pending.ids(named: key).filter { !standing.contains($0) }
  }

  /// Every name that a record of this kind is known by; of a very large file none of those that stand.
  func allNames() throws -> [String] {
    try standing.names().union(pending.allNames).sorted()
  }

  /// The record that has the same values in some fields.
  func record(like draft: Draft, in fields: [FieldDefinition]) throws -> RecordID? {
    let key = fields.map { $0.key(of: draft[$0]) }
    return try pending.ids(with: key, in: fields).last
      ?? standing.records(with: key, in: fields).last
  }

  /// Every record that has the same values in some fields.
  func records(like draft: Draft, in fields: [FieldDefinition]) throws -> [RecordID] {
    let key = fields.map { $0.key(of: draft[$0]) }
    let standing = try standing.records(with: key, in: fields)
    let waiting = pending.ids(with: key, in: fields).filter { !standing.contains($0) }
    return standing + waiting
  }

  /// Takes a draft that is about to be written.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - id: Its id.
  ///   - keys: Those of its keys whose hashes are known.
  func put(_ draft: Draft, id: RecordID, _ keys: [PendingRecords.Key]) {
    pending.put(draft, id: id, keys)
  }

  /// Takes lines that were foreseen, and says which is the first that it does not take.
  func put(_ lines: ForeseenLines, _ range: Range<Int>) -> Int { pending.put(lines, range) }

  /// Forgets the draft that was taken last.
  func forgetLast() {
    pending.forgetLast()
  }
}

extension Schema {
  /// The fields that refer to records, and the kinds of those.
  var references: [(slot: Int, kind: String)] {
    fields.enumerated().compactMap { slot, field in field.referredKind.map { (slot, $0) } }
  }
}

extension JSONValue {
  /// Whether it says nothing, as an empty text does.
  package var isBlank: Bool {
    switch self {
    case .null: true
    case .string(let text): Folding.trim(text).isEmpty
    case .array(let elements): elements.allSatisfy(\.isBlank)
    default: false
    }
  }

  /// The texts that a string or a list of strings holds.
  var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.compactMap(\.string)
    default: []
    }
  }
}
