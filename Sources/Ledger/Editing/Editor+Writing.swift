import JSONLines

extension Editor {
  /// Finds the record that is the same thing as a draft.
  func existing(like draft: Draft, _ assignments: [Assignment]) throws
    -> RecordID?
  {
    let schema = draft.schema
    let index = try index(schema)
    if let id = draft.id { return try index.contains(id) ? id : nil }
    let (twin, isTold) = try twin(of: draft)
    guard twin == nil, !isTold else { return twin }
    // What lacks a name is no record that is there already: it is told what it lacks.
    guard
      schema.fields.allSatisfy({
        !$0.isRequired || draft[$0] != nil || $0 === CommonField.id.definition
      })
    else { return nil }
    // Without an identity, two records are the same thing when all that is given is the same.
    let fields = assignments.compactMap { schema.field(named: $0.field) }
      .filter { draft[$0] != nil }
    return fields.isEmpty ? nil : try index.record(like: draft, in: fields)
  }

  /// Finds another record that is the same thing by an identity, and whether the draft tells any.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - old: The record as it was; identities that are as they were are not looked up.
  /// - Returns: The other record, and whether the draft has an identity at all.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  func twin(of draft: Draft, before old: Draft? = nil) throws -> (id: RecordID?, isTold: Bool) {
    let index = try index(draft.schema)
    var tried: [[FieldDefinition]] = []
    for identity in draft.schema.identities where draft.tells(identity) {
      let isNew = old.map { old in
        identity.contains { Identity.key(old[$0]) != Identity.key(draft[$0]) }
      }
      if isNew ?? true, let id = try index.record(like: draft, in: identity), id != draft.id,
        let other = try index.current(id), !Self.contradicts(draft, other, tried),
        // It may be about to get other values itself.
        old == nil || identity.allSatisfy({ Identity.key(other[$0]) == Identity.key(draft[$0]) })
      {
        return (id, true)
      }
      tried.append(identity)
    }
    return (nil, !tried.isEmpty)
  }

  /// Whether both have values in an identity that was tried before, and other ones.
  static func contradicts(
    _ draft: Draft,
    _ other: Draft,
    _ identities: [[FieldDefinition]]
  ) -> Bool {
    identities.contains { identity in
      identity.allSatisfy { draft[$0] != nil && other[$0] != nil }
        && identity.contains { draft[$0] != other[$0] }
    }
  }

  func merge(
    _ draft: Draft,
    into id: RecordID,
    _ place: Place?,
    isTyped: Bool
  ) throws -> Effect {
    guard let old = try index(draft.schema).current(id) else {
      return refuse()
    }
    var new = old
    new.take(draft, isTyped: isTyped)
    new.id = id
    new.keepName(of: old)
    let fields = Self.difference(old, new)
    let isFirst = given[draft.schema.kind, default: []].insert(id).inserted
    guard !fields.isEmpty else { return .same(id) }
    guard try !index(draft.schema).isPending(id), isFirst else {
      diagnostics.append(.givenTwice(draft.schema, id, fields, at: place))
      return refuse()
    }
    if let other = try twin(of: new, before: old).id {
      diagnostics.append(.becomes(id, other, draft.schema, at: place))
      return refuse()
    }
    guard check(&new, place, extra: []) else { return refuse() }
    try put(new, id: id)
    return .changed(id, fields: fields)
  }

  static func difference(_ old: Draft, _ new: Draft) -> [String] {
    new.schema.fields.filter { old[$0] != new[$0] }.map(\.name)
  }

  /// Gives a new draft its id, and checks it.
  ///
  /// Of an id that was given it is known that no record has it.
  func finish(_ draft: inout Draft, _ problems: [FieldProblem], _ place: Place?) throws
    -> Bool
  {
    let isNew = draft.id == nil
    if isNew {
      switch draft.schema.key {
      case .generated(let prefix): draft.id = try freeID(prefix, draft.schema)
      case .chosen:
        diagnostics.append(.needsID(draft.schema, at: place))
        return false
      case .field(_, let prefix): draft.id = try draft.impliedID ?? freeID(prefix, draft.schema)
      case .joined: draft.id = draft.impliedID
      }
    }
    guard check(&draft, place, extra: problems) else { return false }
    guard let id = draft.id, try !isNew || !index(draft.schema).contains(id) else {
      if let id = draft.id { diagnostics.append(.exists(draft.schema, id, at: place)) }
      return false
    }
    return true
  }

  /// Makes an id that no record has; a collision is rare, so a few tries are plenty.
  func freeID(_ prefix: String, _ schema: Schema) throws -> RecordID {
    let index = try index(schema)
    var id = ids.id(prefix)
    for _ in 0..<16 where try index.contains(id) { id = ids.id(prefix) }
    return id
  }

  /// Checks every value, and says what is wrong or odd.
  func check(_ draft: inout Draft, _ place: Place?, extra: [FieldProblem]) -> Bool {
    var recent = RecentValues.none
    let (isRight, found) = draft.judge(extra, at: place, &recent)
    diagnostics += found
    return isRight
  }
}
