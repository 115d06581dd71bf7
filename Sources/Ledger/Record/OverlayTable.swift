/// A table with changes over it, without a copy of its records.
final class OverlayTable: Sendable {
  private let base: Table
  private let changed: [RecordID: Entry]
  // The ids that the base has no line of.
  private let added: [RecordID]
  let removals: [RecordID: String]

  init(_ base: Table, _ changes: [Change]) {
    var changed: [RecordID: Entry] = [:]
    var added: [RecordID] = []
    let ended = base.removals
    var removals = ended
    for entry in changes.lazy.flatMap(\.entries) {
      let id = entry.id
      if changed[id] == nil, ended[id] == nil, base[id] == nil { added.append(id) }
      if case .removal(_, let reason, _) = entry {
        removals[id] = reason
      } else {
        removals[id] = nil
      }
      changed[id] = entry
    }
    self.base = base
    self.changed = changed
    self.added = added
    self.removals = removals
  }

  var records: [Record] {
    var records: [Record] = []
    visit { records.append($0) }
    return records
  }

  func visit(_ body: (Record) throws -> Void) rethrows {
    try visitEntries { if case .record(let record) = $0 { try body(record) } }
  }

  func visitEntries(_ body: (Entry) throws -> Void) rethrows {
    try base.visitEntries { try body(changed[$0.id] ?? $0) }
    for id in added {
      if let entry = changed[id] { try body(entry) }
    }
  }

  /// The records that were merged into others, as they were last.
  var merged: [Record] {
    let ended = changed.sorted { $0.key.text < $1.key.text }.compactMap { id, entry -> Record? in
      guard case .removal(_, let reason, _) = entry, Pointer(reason) != nil else { return nil }
      return base[id]
    }
    return ended + base.merged.filter { changed[$0.id] == nil }
  }

  subscript(id: RecordID) -> Record? {
    guard let entry = changed[id] else { return base[id] }
    guard case .record(let record) = entry else { return nil }
    return record
  }
}
