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
  private var identities: [(slots: [Int], map: OrdinalMap)] = []

  /// By what a record may be found: the hash of its id, or those of its name or values, which cannot always be told.
  enum Key: Sendable {
    case id(UInt32)
    case name(UInt32?)
    case values([Int], UInt32?)
  }

  init(_ schema: Schema) {
    self.schema = schema
  }

  /// Takes a draft.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - kept: The same draft as it is kept.
  ///   - id: Its id.
  ///   - keys: Those of its keys whose hashes are known.
  func put(_ draft: Draft, kept: Draft, id: RecordID, _ keys: [Key]) {
    let ordinal = drafts.count
    drafts.append(kept)
    ids.insert(Self.hash(id), ordinal)
    if names != nil {
      for hash in nameHashes(draft) { names?.insert(hash, ordinal) }
    }
    for index in identities.indices {
      let slots = identities[index].slots
      let known = keys.lazy.compactMap { key -> UInt32?? in
        if case .values(slots, let hash) = key { .some(hash) } else { nil }
      }.first
      identities[index].map.insert((known ?? hash(draft, slots)) ?? KeyHash.wild, ordinal)
    }
  }

  var isEmpty: Bool { drafts.isEmpty }

  /// Whether there may be one that has one of some keys.
  func mayHave(_ keys: [Key]) -> Bool {
    !isEmpty
      && keys.contains { key in
        switch key {
        case .id(let hash): ids.contains(hash)
        case .name(let hash): nameMap().mayContain(hash)
        case .values(let slots, let hash): identityMap(slots).mayContain(hash)
        }
      }
  }

  static func hash(_ id: RecordID) -> UInt32 {
    let text = id.text.utf8
    // The pointer is used within the closure only.
    let hash = unsafe text.withContiguousStorageIfAvailable { unsafe ByteHash.hash($0.span) }
    return hash ?? ByteHash.hash(Array(text))
  }

  /// Forgets the draft that was taken last.
  func forgetLast() {
    // Its hashes may stay: whoever follows them looks at what stands there.
    drafts.removeLast()
  }

  /// The draft of an id.
  subscript(id: RecordID) -> Draft? {
    // The later override the earlier.
    let found = ids.ordinals(Self.hash(id)).reversed()
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
    let map = identityMap(fields.map(schema.slot(of:)))
    return candidates(map, KeyHash.of(keys)).last { draft in
      zip(fields, keys).allSatisfy { Identity.key(draft[$0]) == $1 }
    }?.id
  }

  private func identityMap(_ slots: [Int]) -> OrdinalMap {
    if let known = identities.first(where: { $0.slots == slots }) { return known.map }
    var map = OrdinalMap()
    for (ordinal, draft) in drafts.enumerated() {
      map.insert(hash(draft, slots) ?? KeyHash.wild, ordinal)
    }
    identities.append((slots, map))
    return map
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
