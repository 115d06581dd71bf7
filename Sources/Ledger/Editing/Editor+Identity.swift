import JSONLines

/// The record that a draft is the same thing as.
struct Match {
  /// By what of before it was found.
  enum Past {
    /// A name that it bore.
    case named(String)
    /// A record that was merged into it.
    case merged(RecordID)
  }

  let id: RecordID
  /// `nil` where the draft tells what the record is now.
  var past: Past?
  /// The fields by whose values it was found.
  var fields: [FieldDefinition] = []
  /// Other records of which the same is true.
  var others: [RecordID] = []
  /// Whether nothing tells that it is the same but that all that is given is the same.
  var isByAllGiven = false

  /// Whether nothing but a name of before tells that it is the same: somebody else may bear that name now.
  var isNamedOnly: Bool {
    if case .named = past { true } else { false }
  }

  /// Whether a field only tells by what the record was found.
  func tells(_ field: FieldDefinition) -> Bool {
    field === CommonField.id.definition || fields.contains { $0 === field }
  }
}

extension Draft {
  /// Whether it holds an amount.
  fileprivate var hasMoney: Bool {
    schema.fields.contains { field in
      if case .money = field.type.form { self[field] != nil } else { false }
    }
  }
}

extension Editor {
  /// Finds the record that is the same thing as a draft, or was before it was renamed or merged.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - assignments: The values from which it was read.
  ///   - isReferred: Whether another record shall refer to it, so that it has to be one alone.
  /// - Returns: The record; with others where the values do not tell which one is meant.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  func existing(like draft: Draft, _ assignments: [Assignment], isReferred: Bool = false) throws
    -> Match?
  {
    let schema = draft.schema
    let index = try index(schema)
    if let id = draft.id {
      if try index.contains(id) { return Match(id: id) }
      let now = try index.standing.successor(of: id)
      return now.map { Match(id: $0, past: .merged(id), fields: schema.idFields) }
    }
    let (twins, isTold) = try twins(of: draft)
    if !twins.isEmpty { return Self.choice(among: twins, for: draft) }
    if isTold { return try past(of: draft) }
    // What lacks a name is no record that is there already: it is told what it lacks.
    guard
      schema.fields.allSatisfy({
        !$0.isRequired || draft[$0] != nil || $0 === CommonField.id.definition
      })
    else { return nil }
    // Without an identity, two records are the same thing when all that is given is the same.
    let fields = assignments.compactMap { schema.field(named: $0.field) }
      .filter { draft[$0] != nil }
    guard !fields.isEmpty else { return nil }
    guard isReferred else {
      let found =
        try draft.hasMoney ? row(like: draft, fields) : index.record(like: draft, in: fields)
      return found.map { Match(id: $0, isByAllGiven: true) }
    }
    let found = try index.records(like: draft, in: fields).compactMap { try index.current($0) }
    return found.isEmpty ? nil : Self.choice(among: found, for: draft)
  }

  /// Chooses the record that a draft means among those of one name or number: the only one that its other values allow
  /// and confirm.
  private static func choice(among twins: [Draft], for draft: Draft) -> Match? {
    let ids = twins.compactMap(\.id)
    guard ids.count > 1 else { return ids.first.map { Match(id: $0) } }
    if let implied = draft.impliedID, ids.contains(implied) { return Match(id: implied) }
    let schema = draft.schema
    let unasked =
      schema.identities.flatMap(\.self) + CommonField.closing + [CommonField.id.definition]
    let told = schema.fields.filter { field in
      draft.has(field) && !unasked.contains { $0 === field }
    }
    let allowed = twins.filter { twin in
      told.allSatisfy { !twin.has($0) || $0.key(of: twin[$0]) == $0.key(of: draft[$0]) }
    }
    if allowed.count == 1, let id = allowed[0].id, told.contains(where: { allowed[0].has($0) }) {
      return Match(id: id)
    }
    return Match(id: ids[0], others: Array(ids.dropFirst()))
  }

  /// Finds the record that a row with money in it tells of: one that stands, or that of a row before it with the same cells.
  ///
  /// A row that gives less than one before it is another payment, as one that gives more is.
  private func row(like draft: Draft, _ fields: [FieldDefinition]) throws -> RecordID? {
    let index = try index(draft.schema)
    let found = try index.records(like: draft, in: fields)
    let unasked = [CommonField.id.definition, CommonField.warnings.definition]
    let told = draft.schema.fields.filter { field in !unasked.contains { $0 === field } }
    let repeated = try found.last { id in
      guard try !index.standing.contains(id), let other = try index.current(id) else {
        return false
      }
      return told.allSatisfy { $0.key(of: other[$0]) == $0.key(of: draft[$0]) }
    }
    return try repeated ?? found.last { try index.standing.contains($0) }
  }

  /// Whether a row with money in it only repeats one before it: sums count each, and nothing tells them apart.
  func repeatsRow(_ draft: Draft, _ match: Match) throws -> Bool {
    guard match.isByAllGiven, draft.hasMoney else { return false }
    let row = draft.schema.fields.map { $0.key(of: draft[$0]) }
    return try !found[draft.schema.kind, default: []].insert(row).inserted
      || !index(draft.schema).standing.contains(match.id)
  }

  /// Finds the record that stands now for what a draft tells of before a renaming or a merging.
  ///
  /// Only those that stood when the editor began: of a name that the rows before took away it is not asked.
  private func past(of draft: Draft) throws -> Match? {
    let schema = draft.schema
    let index = try index(schema)
    var tried: [[FieldDefinition]] = []
    for (number, identity) in schema.identities.enumerated() where draft.tells(identity) {
      let key = identity.map { $0.key(of: draft[$0]) }
      let found = try index.standing.past(with: key, inIdentity: number).filter { id, old in
        let known = try old.id == id ? index.current(id) : Draft(copying: old)
        return known.map {
          !Self.contradicts(draft, $0, tried) && !draft.isApart(from: $0, in: identity)
        } ?? false
      }
      if let first = found.first {
        let past: Match.Past =
          first.old.id == first.id
          ? .named(draft[identity[0]]?.string ?? "") : .merged(first.old.id)
        return Match(
          id: first.id,
          past: past,
          fields: identity,
          others: found.dropFirst().map(\.id)
        )
      }
      tried.append(identity)
    }
    guard let implied = draft.impliedID, try !index.contains(implied),
      let now = try index.standing.successor(of: implied)
    else { return nil }
    return Match(id: now, past: .merged(implied), fields: schema.idFields)
  }

  /// Finds the other records that are the same thing by an identity, and whether the draft tells any.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - old: The record as it was; identities that are as they were are not looked up.
  /// - Returns: The other records, and whether the draft has an identity at all.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  func twins(of draft: Draft, before old: Draft? = nil) throws -> (found: [Draft], isTold: Bool) {
    let index = try index(draft.schema)
    var tried: [[FieldDefinition]] = []
    for identity in draft.schema.identities where draft.tells(identity) {
      let isNew = old.map { old in
        identity.contains { $0.key(of: old[$0]) != $0.key(of: draft[$0]) }
      }
      if isNew ?? true {
        let found = try index.records(like: draft, in: identity).filter { $0 != draft.id }
          .compactMap { try index.current($0) }
          .filter { !Self.contradicts(draft, $0, tried) && !draft.isApart(from: $0, in: identity) }
        // It may be about to get other values itself.
        let still = found.filter { other in
          identity.allSatisfy { $0.key(of: other[$0]) == $0.key(of: draft[$0]) }
        }
        if !still.isEmpty { return (still, true) }
        if old == nil, let last = found.last { return ([last], true) }
      }
      tried.append(identity)
    }
    return ([], !tried.isEmpty)
  }

  /// Whether both have values in an identity that was tried before, and other ones.
  static func contradicts(
    _ draft: Draft,
    _ other: Draft,
    _ identities: [[FieldDefinition]]
  ) -> Bool {
    identities.contains { identity in
      identity.allSatisfy { draft[$0] != nil && other[$0] != nil }
        && identity.contains { $0.key(of: draft[$0]) != $0.key(of: other[$0]) }
    }
  }
}
