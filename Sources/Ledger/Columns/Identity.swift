import JSONLines

/// The hash of the values of an identity, folded.
struct IdentityHash {
  private(set) var value: UInt32 = 0

  /// Adds the value of the next field.
  mutating func add(_ value: JSONValue?) {
    let hash = ByteHash.hash(Array(Identity.key(value).utf8))
    self.value = (self.value &* 0x9E37_79B1) ^ hash ^ self.value >> 15
  }
}

/// What makes two records the same thing.
enum Identity {
  /// Folds a value so that the same thing typed in two ways is the same.
  static func key(_ value: JSONValue?) -> String {
    guard let value else { return "" }
    return Folding.key(value.string ?? value.text.span.text)
  }
}

extension Snapshot {
  /// Finds the last record of a large file that has the same values in the fields of an identity.
  ///
  /// - Parameters:
  ///   - draft: The values.
  ///   - identity: The index of the identity among those of the kind.
  /// - Returns: The record's id, where there is one.
  /// - Throws: ``Diagnostics`` where the file cannot be read.
  func record(like draft: Draft, identity: Int) throws -> RecordID? {
    guard let file = try file(draft.schema) else { return nil }
    let fields = draft.schema.identities[identity]
    let wanted = fields.map { Identity.key(draft[$0]) }
    var hash = IdentityHash()
    for field in fields { hash.add(draft[field]) }
    let slot = -1 - identity
    let columns = Columns(try file.lines([slot]))
    var found = LineSet(none: columns.live.total)
    var isAny = false
    for (index, segment) in columns.segments.enumerated() {
      let codes = segment.column(slot).codes
      let base = columns.bases[index]
      unsafe codes.withPointer { pointer in
        for line in 0..<pointer.count where unsafe pointer[line] == hash.value {
          guard columns.live.contains(base + line) else { continue }
          found.insert(base + line)
          isAny = true
        }
      }
    }
    guard isAny else { return nil }
    for row in columns.ordered(found).reversed() {
      let record = try columns.record(row)
      if fields.map({ Identity.key(record[$0]) }) == wanted { return record.id }
    }
    return nil
  }
}
