import JSONLines

/// The records of one kind that are about to be written, found by id, name and the values of identities.
///
/// Of each only hashes are in memory, so that a million of them may wait.
final class PendingRecords {
  private let schema: Schema
  private var drafts: WaitingDrafts
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

  /// A text that means a record by its id or by its name.
  struct Call: Sendable {
    /// The field in which it stands.
    let slot: Int
    let id: UInt32
    /// `nil` where the hash of the name cannot be told.
    let name: UInt32?

    /// Hashes a text.
    init(_ text: String, in slot: Int) {
      self.slot = slot
      id = PendingRecords.hash(RecordID(text))
      name = KeyHash.of(Folding.key(text))
    }
  }

  /// Starts with none.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - spool: Where they are kept instead of in memory.
  init(_ schema: Schema, _ spool: Spool?) {
    self.schema = schema
    drafts = WaitingDrafts(schema, spool)
  }

  /// Takes a draft.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - id: Its id.
  ///   - keys: Those of its keys whose hashes are known.
  func put(_ draft: Draft, id: RecordID, _ keys: [Key]) {
    let ordinal = drafts.count
    drafts.append(draft)
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

  /// Takes lines as they stand, up to the first that may be the same thing as one that waits already.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - range: Which of them.
  /// - Returns: The first that is not taken.
  func put(_ lines: ForeseenLines, _ range: Range<Int>) -> Int {
    let first = range.lowerBound
    // Of lines no names are known; one by one they can be taken anyhow.
    guard let spool = drafts.spool, names == nil else { return first }
    for (slots, keys) in zip(lines.identities, lines.keys)
    where keys.contains(where: { $0 & ForeseenLines.told != 0 }) {
      _ = identityMap(slots)
    }
    var columns: [(map: Int, keys: [UInt64])] = []
    var unread: [Int] = []
    for (index, identity) in identities.enumerated() {
      if let place = lines.identities.firstIndex(of: identity.slots) {
        columns.append((index, lines.keys[place]))
      } else if lines.identities.isEmpty, isIdentity(identity.slots) {
        unread.append(index)
      } else {
        return first
      }
    }
    var next = first
    var touched = first
    let before = drafts.count - first
    while next < range.upperBound {
      if next == touched {
        touched = min(next + Self.touchedAtOnce, range.upperBound)
        ids.touch(lines.ids[next..<touched])
      }
      guard !ids.contains(lines.ids[next]),
        !columns.contains(where: { mayHave($0.keys[next], in: $0.map) })
      else { break }
      ids.insert(lines.ids[next], before + next)
      for (map, keys) in columns {
        identities[map].map.insert(UInt32(truncatingIfNeeded: keys[next]), before + next)
      }
      next += 1
    }
    if next > first {
      for map in unread { read(lines, first..<next, from: before + first, into: map) }
      spool.append(lines.bytes, lines.starts[first...next])
      lines.bytes.giveBack(lines.starts[first]..<lines.starts[next])
    }
    return next
  }

  private static let touchedAtOnce = 32

  private func isIdentity(_ slots: [Int]) -> Bool {
    schema.identities.contains { $0.map(schema.slot(of:)) == slots }
  }

  /// Reads the values of an identity of lines whose ids were given: those behind them may be the same thing.
  private func read(_ lines: ForeseenLines, _ range: Range<Int>, from ordinal: Int, into map: Int) {
    let starts = lines.starts[range.lowerBound...range.upperBound]
    let bytes = lines.starts[range.lowerBound]..<lines.starts[range.upperBound]
    let reader = KeyReader(schema, [.values(identities[map].slots, needsAll: false)])
    var line = range.lowerBound
    for entry in reader.read(lines.bytes, bytes).entries[0] {
      while starts[line] < bytes.lowerBound + Int(entry & 0xFFFF_FFFF) { line += 1 }
      identities[map].map.insert(
        UInt32(truncatingIfNeeded: entry >> 32),
        ordinal + line - range.lowerBound
      )
    }
  }

  private func mayHave(_ key: UInt64, in map: Int) -> Bool {
    key & ForeseenLines.told != 0
      && identities[map].map.mayContain(UInt32(truncatingIfNeeded: key))
  }

  var isEmpty: Bool { drafts.count == 0 }

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
    guard !schema.names.isEmpty, !isEmpty else { return [] }
    candidates(nameMap(), KeyHash.of(key)) { draft in
      guard let id = draft.id, !found.contains(id),
        Self.texts(draft, schema).contains(where: { Folding.key($0) == key })
      else { return }
      found.append(id)
    }
    return found
  }

  /// The ids of those that have the same values in some fields, in the order in which they were taken last.
  func ids(with keys: [String], in fields: [FieldDefinition]) -> [RecordID] {
    var found: [RecordID] = []
    candidates(identityMap(fields.map(schema.slot(of:))), KeyHash.of(keys)) { draft in
      guard let id = draft.id, zip(fields, keys).allSatisfy({ $0.key(of: draft[$0]) == $1 })
      else { return }
      found.removeAll { $0 == id }
      found.append(id)
    }
    return found
  }

  private func identityMap(_ slots: [Int]) -> OrdinalMap {
    if let known = identities.first(where: { $0.slots == slots }) { return known.map }
    var map = OrdinalMap()
    for ordinal in 0..<drafts.count {
      map.insert(hash(drafts[ordinal], slots) ?? KeyHash.wild, ordinal)
    }
    identities.append((slots, map))
    return map
  }

  /// Every name of them.
  var allNames: [String] {
    (0..<drafts.count).flatMap { Self.texts(drafts[$0], schema).map(Folding.key) }
  }

  private func nameMap() -> OrdinalMap {
    if let names { return names }
    var map = OrdinalMap()
    for ordinal in 0..<drafts.count {
      for hash in nameHashes(drafts[ordinal]) { map.insert(hash, ordinal) }
    }
    names = map
    return map
  }

  private func nameHashes(_ draft: Draft) -> [UInt32] {
    Self.texts(draft, schema).map { KeyHash.of(Folding.key($0)) ?? KeyHash.wild }
  }

  private func hash(_ draft: Draft, _ slots: [Int]) -> UInt32? {
    KeyHash.of(slots.map { schema.fields[$0].key(of: draft.value($0)) })
  }

  /// Hands out the drafts that may have a key, in the order in which they were taken.
  private func candidates(_ map: OrdinalMap, _ hash: UInt32?, _ take: (Draft) -> Void) {
    guard let hash else {
      for ordinal in 0..<drafts.count { take(drafts[ordinal]) }
      return
    }
    let wild = map.ordinals(KeyHash.wild)
    let found = map.ordinals(hash)
    let ordinals = wild.isEmpty ? found : Set(found + wild).sorted()
    for ordinal in ordinals where ordinal < drafts.count { take(drafts[ordinal]) }
  }

  private static func texts(_ draft: Draft, _ schema: Schema) -> [String] {
    schema.names.flatMap { draft[$0]?.texts ?? [] }
  }
}

/// Drafts of one kind by number: in memory, or as lines outside of it.
private struct WaitingDrafts {
  let spool: Spool?
  private let schema: Schema
  private var open: [Draft] = []

  init(_ schema: Schema, _ spool: Spool?) {
    self.schema = schema
    self.spool = spool
  }

  var count: Int { spool?.count ?? open.count }

  subscript(number: Int) -> Draft {
    spool.map { Draft(schema, line: $0[number]) } ?? open[number]
  }

  mutating func append(_ draft: Draft) {
    if let spool { spool.append(draft.line) } else { open.append(draft) }
  }

  mutating func removeLast() {
    if let spool { spool.removeLast() } else { open.removeLast() }
  }
}
