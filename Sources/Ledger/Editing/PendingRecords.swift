import JSONLines

/// The records of one kind that are about to be written, found by id, name and the values of identities.
///
/// Of each only hashes are in memory, so that a million of them may wait.
final class PendingRecords {
  private let schema: Schema
  private var drafts: [Draft] = []
  private var ids = OrdinalMap()
  /// Made when somebody first asks, as those of the identities are.
  private var names: OrdinalMap?
  private var identities: [[Int]: OrdinalMap] = [:]

  init(_ schema: Schema) {
    self.schema = schema
  }

  /// Takes a draft.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - kept: The same draft as it is kept.
  ///   - id: Its id.
  func put(_ draft: Draft, kept: Draft, id: RecordID) {
    let ordinal = drafts.count
    drafts.append(kept)
    ids.insert(ByteHash.hash(Array(id.text.utf8)), ordinal)
    if names != nil {
      for hash in nameHashes(draft) { names?.insert(hash, ordinal) }
    }
    for slots in Array(identities.keys) {
      identities[slots]?.insert(hash(draft, slots) ?? KeyHash.wild, ordinal)
    }
  }

  /// Forgets the draft that was taken last.
  func forgetLast() {
    // Its hashes may stay: whoever follows them looks at what stands there.
    drafts.removeLast()
  }

  /// The draft of an id.
  subscript(id: RecordID) -> Draft? {
    // The later override the earlier.
    let found = ids.ordinals(ByteHash.hash(Array(id.text.utf8))).reversed()
    return found.lazy.filter { $0 < self.drafts.count }.map { self.drafts[$0] }
      .first { $0.id == id }
  }

  /// The ids of those that have a name, in the order in which they were taken.
  func ids(named key: String) -> [RecordID] {
    var found: [RecordID] = []
    guard !schema.names.isEmpty, !drafts.isEmpty else { return [] }
    for draft in candidates(nameMap(), KeyHash.of(key)) {
      guard let id = draft.id, !found.contains(id),
        Self.texts(draft, schema).contains(where: { Folding.key($0) == key })
      else { continue }
      found.append(id)
    }
    return found
  }

  /// The id of the last one that has the same values in some fields.
  func id(with keys: [String], in fields: [FieldDefinition]) -> RecordID? {
    let slots = fields.map(schema.slot(of:))
    if identities[slots] == nil {
      var map = OrdinalMap()
      for (ordinal, draft) in drafts.enumerated() {
        map.insert(hash(draft, slots) ?? KeyHash.wild, ordinal)
      }
      identities[slots] = map
    }
    return candidates(identities[slots] ?? OrdinalMap(), KeyHash.of(keys)).last { draft in
      zip(fields, keys).allSatisfy { Identity.key(draft[$0]) == $1 }
    }?.id
  }

  /// Every name of them.
  var allNames: [String] {
    drafts.flatMap { Self.texts($0, schema) }.map(Folding.key)
  }

  private func nameMap() -> OrdinalMap {
    if let names { return names }
    var map = OrdinalMap()
    for (ordinal, draft) in drafts.enumerated() {
      for hash in nameHashes(draft) { map.insert(hash, ordinal) }
    }
    names = map
    return map
  }

  private func nameHashes(_ draft: Draft) -> [UInt32] {
    Self.texts(draft, schema).map { KeyHash.of(Folding.key($0)) ?? KeyHash.wild }
  }

  private func hash(_ draft: Draft, _ slots: [Int]) -> UInt32? {
    KeyHash.of(slots.map { Identity.key(draft[schema.fields[$0]]) })
  }

  private func candidates(_ map: OrdinalMap, _ hash: UInt32?) -> [Draft] {
    guard let hash else { return drafts }
    let wild = map.ordinals(KeyHash.wild)
    let found = map.ordinals(hash)
    let ordinals = wild.isEmpty ? found : Set(found + wild).sorted()
    return ordinals.filter { $0 < drafts.count }.map { drafts[$0] }
  }

  private static func texts(_ draft: Draft, _ schema: Schema) -> [String] {
    schema.names.flatMap { draft[$0]?.texts ?? [] }
  }
}

/// Numbers by hash: a table with free places, eight bytes each.
struct OrdinalMap {
  private var slots = [UInt64](repeating: 0, count: 16)
  private var count = 0

  /// Adds a number.
  mutating func insert(_ hash: UInt32, _ ordinal: Int) {
    precondition(ordinal < UInt32.max)
    if (count + 1) * 4 > slots.count * 3 { grow() }
    put(UInt64(hash) << 32 | UInt64(ordinal + 1))
    count += 1
  }

  /// Returns the numbers of a hash in ascending order, no number twice.
  func ordinals(_ hash: UInt32) -> [Int] {
    var found: [Int] = []
    var slot = start(hash)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) { found.append(Int(slots[slot] & 0xFFFF_FFFF) - 1) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return found.count > 1 ? Set(found).sorted() : found
  }

  private func start(_ hash: UInt32) -> Int {
    Int(hash &* 0x9E37_79B1) & (slots.count - 1)
  }

  private mutating func put(_ entry: UInt64) {
    var slot = start(UInt32(truncatingIfNeeded: entry >> 32))
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { put(entry) }
  }
}
