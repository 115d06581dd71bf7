import JSONLines

/// By what records are found without a look at all of them.
enum KeyField: Equatable, Sendable {
  /// The id.
  case id
  /// Any of the names, folded.
  case name
  /// The values of several fields, folded; of the first and one more at least where not all are asked for.
  case values([Int], needsAll: Bool)

  /// The fields of an identity of a kind.
  static func identity(_ fields: [FieldDefinition], _ schema: Schema) -> KeyField {
    .values(fields.map { schema.slot(of: $0) }, needsAll: false)
  }

  /// What is kept of every file of a kind.
  static func all(_ schema: Schema) -> [KeyField] {
    var all: [KeyField] = [.id]
    if !schema.names.isEmpty { all.append(.name) }
    return all + schema.identities.map { identity($0, schema) }
  }

  /// The slots that are read for it.
  func slots(_ schema: Schema) -> [Int] {
    switch self {
    case .id: [0]
    case .name: schema.names.map { schema.slot(of: $0) }
    case .values(let slots, _): slots
    }
  }
}
