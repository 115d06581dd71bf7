import JSONLines

/// The records of one kind as an editor sees them: those that stand and those it is about to write.
final class RecordIndex {
  private let table: Table
  private(set) var pending: [RecordID: Draft] = [:]
  private var names: [String: [RecordID]]?
  private var identities: [[Int]: [[String]: RecordID]] = [:]

  init(_ table: Table) {
    self.table = table
  }

  var schema: Schema { table.schema }

  /// The draft about to be written, else the record that stands.
  func current(_ id: RecordID) -> Draft? {
    pending[id] ?? table[id].map { Draft(copying: $0) }
  }

  func contains(_ id: RecordID) -> Bool {
    pending[id] != nil || table[id] != nil
  }

  /// The records that a name may mean.
  func records(named name: String) -> [RecordID] {
    if names == nil {
      names = [:]
      for record in table.records {
        for field in schema.names {
          for text in record[field]?.texts ?? [] { Self.insert(record.id, text, &names) }
        }
      }
      for (id, draft) in pending {
        for text in texts(draft) { Self.insert(id, text, &names) }
      }
    }
    return names?[Folding.key(name)] ?? []
  }

  /// Every name that a record of this kind is known by.
  func allNames() -> [String] {
    _ = records(named: "")
    return (names ?? [:]).filter { !$0.value.isEmpty }.keys.sorted()
  }

  /// The record that has the same values in some fields.
  func record(like draft: Draft, in fields: [FieldDefinition]) -> RecordID? {
    let slots = fields.map(schema.slot(of:))
    if identities[slots] == nil {
      var index: [[String]: RecordID] = [:]
      for record in table.records {
        index[fields.map { Self.key(record[$0]) }] = record.id
      }
      for (id, draft) in pending { index[fields.map { Self.key(draft[$0]) }] = id }
      identities[slots] = index
    }
    return identities[slots]?[fields.map { Self.key(draft[$0]) }]
  }

  /// Takes a draft that is about to be written.
  func put(_ draft: Draft, id: RecordID) {
    pending[id] = draft
    if names != nil {
      for text in texts(draft) { Self.insert(id, text, &names) }
    }
    let fields = schema.fields
    for slots in Array(identities.keys) {
      identities[slots]?[slots.map { Self.key(draft[fields[$0]]) }] = id
    }
  }

  /// Forgets a draft that shall not be written after all.
  func forget(_ draft: Draft, id: RecordID) {
    pending[id] = nil
    // What the record is called in the table is still true.
    let kept = table[id].map { texts(Draft(copying: $0)) } ?? []
    for text in texts(draft) where !kept.contains(text) {
      names?[Folding.key(text)]?.removeAll { $0 == id }
    }
    let fields = schema.fields
    for slots in Array(identities.keys) {
      let key = slots.map { Self.key(draft[fields[$0]]) }
      guard identities[slots]?[key] == id else { continue }
      let old = table[id].map { record in slots.map { Self.key(record[fields[$0]]) } }
      if old != key { identities[slots]?[key] = nil }
    }
  }

  private func texts(_ draft: Draft) -> [String] {
    schema.names.flatMap { draft[$0]?.texts ?? [] }
  }

  private static func insert(
    _ id: RecordID,
    _ name: String,
    _ names: inout [String: [RecordID]]?
  ) {
    let key = Folding.key(name)
    if names?[key]?.contains(id) != true { names?[key, default: []].append(id) }
  }

  /// Folds a value so that the same thing typed in two ways is the same.
  private static func key(_ value: JSONValue?) -> String {
    guard let value else { return "" }
    return Folding.key(value.string ?? value.text.span.text)
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
