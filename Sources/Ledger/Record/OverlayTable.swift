/// A table with changes over it, without a copy of its records.
final class OverlayTable: Sendable {
  private let base: Table
  // A record that the changes ended is `nil`.
  private let changed: [RecordID: Record?]
  private let added: [RecordID]
  private let reasons: [RecordID: String]

  init(_ base: Table, _ changes: [Change]) {
    var changed: [RecordID: Record?] = [:]
    var added: [RecordID] = []
    var reasons = base.removals
    for change in changes {
      switch change {
      case .put(let draft):
        let record = draft.record()
        if changed[record.id] == nil, base[record.id] == nil { added.append(record.id) }
        reasons[record.id] = nil
        changed[record.id] = .some(record)
      case .remove(_, let id, let reason):
        changed[id] = .some(nil)
        reasons[id] = reason
      }
    }
    self.base = base
    self.changed = changed
    self.added = added
    self.reasons = reasons
  }

  var removals: [RecordID: String] { reasons }

  var records: [Record] {
    var records: [Record] = []
    visit { records.append($0) }
    return records
  }

  func visit(_ body: (Record) throws -> Void) rethrows {
    try base.visit { record in
      switch changed[record.id] {
      case nil: try body(record)
      case .some(let newer?): try body(newer)
      case .some(nil): break
      }
    }
    for id in added {
      if let record = changed[id] ?? nil { try body(record) }
    }
  }

  subscript(id: RecordID) -> Record? {
    if let record = changed[id] { return record }
    return base[id]
  }
}
