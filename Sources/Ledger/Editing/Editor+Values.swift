import JSONLines

extension Editor {
  /// Reads the values into a draft, those of the records it refers to first.
  func assign(
    _ assignments: [Assignment],
    to draft: inout Draft,
    _ place: Place?
  ) throws -> Bool {
    let schema = draft.schema
    var isRight = givesOnce(assignments, schema)
    var nested: [(field: FieldDefinition, values: [Assignment])] = []
    var made: [FieldDefinition] = []
    for assignment in assignments {
      if let field = assignment.reading?.field {
        isRight = try assign(assignment, field, to: &draft) && isRight
        continue
      }
      let path = assignment.field.split(separator: ".", maxSplits: 1).map(String.init)
      guard let name = path.first, let field = schema.field(named: name) else {
        diagnostics.append(.unknownField(assignment.field, schema, at: assignment.place))
        isRight = false
        continue
      }
      guard path.count == 2 else {
        if let values = try valuesBeside(assignment, field, assignments, schema) {
          made.append(field)
          isRight = try create(field, values, for: &draft, place) && isRight
        } else {
          isRight = try assign(assignment, field, to: &draft) && isRight
        }
        continue
      }
      let inner = Assignment(path[1], assignment.text, at: assignment.place)
      if let index = nested.firstIndex(where: { $0.field === field }) {
        nested[index].values.append(inner)
      } else {
        nested.append((field, [inner]))
      }
    }
    // In schema order: a brand is created for the holder that was created before it.
    nested.sort { schema.slot(of: $0.field) < schema.slot(of: $1.field) }
    for (field, values) in nested where !made.contains(where: { $0 === field }) {
      isRight = try create(field, values, for: &draft, place) && isRight
    }
    return isRight
  }

  func assign(
    _ assignment: Assignment,
    _ field: FieldDefinition,
    to draft: inout Draft
  ) throws -> Bool {
    guard !assignment.isInFenOrYuan(field) else {
      diagnostics.append(.fenOrYuan(field.name, assignment.text, at: assignment.place))
      return false
    }
    let reading = assignment.reading ?? Assignment.Reading(assignment.text, in: field)
    switch reading.value {
    case .failure(let problem):
      diagnostics.append(Diagnostic(problem, field, at: assignment.place))
      return false
    case .success(nil):
      guard field !== CommonField.id.definition || draft.id != nil else {
        diagnostics.append(.missing(field, draft.schema, at: assignment.place))
        return false
      }
      draft[field] = nil
      return true
    case .success(let value?):
      guard let kind = field.referredKind, let schema = snapshot.catalog[kind] else {
        draft[field] = value
        return true
      }
      var ids: [JSONValue] = []
      for reference in value.texts {
        guard let id = try resolveOrCreate(reference, schema, field, draft, assignment.place)
        else { return false }
        ids.append(.string(id.text))
      }
      draft[field] = value.array == nil ? ids.first : .array(ids)
      return true
    }
  }

  /// The name of a record that is to be created, or chosen among namesakes, and the other values that are given for it;
  /// `nil` where there are none.
  private func valuesBeside(
    _ given: Assignment,
    _ field: FieldDefinition,
    _ assignments: [Assignment],
    _ schema: Schema
  ) throws -> [Assignment]? {
    guard assignments.contains(where: { $0.field.contains(".") }),
      case .reference(let kind) = field.type.form, let target = snapshot.catalog[kind],
      let name = target.names.first, !Folding.trim(given.text).isEmpty
    else { return nil }
    let inner = assignments.compactMap { other -> Assignment? in
      let path = other.field.split(separator: ".", maxSplits: 1).map(String.init)
      guard path.count == 2, schema.field(named: path[0]) === field else { return nil }
      return Assignment(path[1], other.text, at: other.place)
    }
    let isNamed = inner.contains { value in
      let own = target.field(named: value.field)
      return own === CommonField.id.definition || target.names.contains { $0 === own }
    }
    guard inner.contains(where: { !Folding.trim($0.text).isEmpty }), !isNamed,
      try creates && !isKnown(given.text, target) || isOfSeveral(given.text, target)
    else { return nil }
    return [Assignment(name.name, given.text, at: given.place)] + inner
  }

  /// Whether a text is the name of several records, and the id of none.
  private func isOfSeveral(_ text: String, _ schema: Schema) throws -> Bool {
    let index = try index(schema)
    return try !index.contains(RecordID(text)) && index.records(named: text).count > 1
  }

  /// Whether a text names a record by its id or name, or one that was merged.
  private func isKnown(_ text: String, _ schema: Schema) throws -> Bool {
    let index = try index(schema)
    return try index.contains(RecordID(text)) || !index.records(named: text).isEmpty
      || snapshot.successor(of: RecordID(text), schema) != nil
  }

  /// Checks that no value is given twice; a table's columns fill different fields anyway.
  private func givesOnce(_ assignments: [Assignment], _ schema: Schema) -> Bool {
    guard assignments.first?.place == nil else { return true }
    var seen: Set<String> = []
    let twice = assignments.filter { assignment in
      let path = assignment.field.split(separator: ".", maxSplits: 1).map(String.init)
      guard let name = path.first, let field = schema.field(named: name)?.name else { return false }
      // What is within another record is looked at when that one is made.
      return path.count == 1 && !seen.insert(field).inserted
    }
    diagnostics += twice.map { .fieldTwice($0, schema) }
    return twice.isEmpty
  }

  /// Checks that every reference of a draft names a record by its id; one that was merged is the record it became.
  func refersToRecords(_ draft: inout Draft, _ place: Place?) throws -> Bool {
    var isRight = true
    for (slot, kind) in try index(draft.schema).references {
      guard let value = draft.value(slot), !value.texts.isEmpty,
        let schema = snapshot.catalog[kind]
      else { continue }
      let index = try index(schema)
      var texts = value.texts
      for (number, text) in texts.enumerated() where try !index.contains(RecordID(text)) {
        if let now = try index.standing.successor(of: RecordID(text)) {
          texts[number] = now.text
          continue
        }
        diagnostics.append(.unknown(text, schema, near: try index.allNames(), at: place))
        isRight = false
      }
      guard texts != value.texts else { continue }
      var seen: Set<String> = []
      let ids = texts.filter { seen.insert($0).inserted }.map { JSONValue.string($0) }
      draft[draft.schema.fields[slot]] = value.array == nil ? ids.first : .array(ids)
    }
    return isRight
  }

  func resolveOrCreate(
    _ text: String,
    _ schema: Schema,
    _ field: FieldDefinition,
    _ parent: Draft,
    _ place: Place?
  ) throws -> RecordID? {
    let index = try index(schema)
    guard try !isKnown(text, schema), creates, let name = schema.names.first else {
      return try resolve(text, schema, at: place)
    }
    let before = diagnostics.count
    let made = try make(schema, [Assignment(name.name, text, at: place)], for: parent, place)
    // What a name alone cannot make, and what is named nearly as one that stands, is misspelt.
    guard made == nil, diagnostics[before...].allSatisfy({ $0.name == "missing-field" }),
      Nearest.name(to: Folding.key(text), among: try index.allNames()) != nil
    else { return made }
    diagnostics.removeLast(diagnostics.count - before)
    return try resolve(text, schema, at: place)
  }

  /// Finds or creates the record that a field shall refer to.
  func create(
    _ field: FieldDefinition,
    _ values: [Assignment],
    for draft: inout Draft,
    _ place: Place?
  ) throws -> Bool {
    guard let kind = field.referredKind, let schema = snapshot.catalog[kind] else {
      diagnostics.append(.notAReference(field, at: place))
      return false
    }
    let given = values.filter { !Folding.trim($0.text).isEmpty }
    let isNamed = given.contains { value in
      let inner = schema.field(named: value.field)
      return inner === CommonField.id.definition || schema.names.contains { $0 === inner }
    }
    guard isNamed else {
      guard !given.isEmpty else { return true }
      guard case .reference = field.type.form, let id = draft[field]?.string else {
        diagnostics.append(.nobodyNamed(field, given, at: place))
        return true
      }
      var values = Draft(schema)
      return try assign(given, to: &values, place)
        && complete(Match(id: RecordID(id)), with: values, place)
    }
    guard let id = try make(schema, values, for: draft, place) else { return false }
    if case .list = field.type.form {
      draft[field] = .array((draft[field]?.array ?? []) + [.string(id.text)])
    } else {
      draft[field] = .string(id.text)
    }
    return true
  }

  func make(
    _ schema: Schema,
    _ values: [Assignment],
    for parent: Draft,
    _ place: Place?
  ) throws -> RecordID? {
    var draft = Draft(schema)
    guard try assign(values, to: &draft, place) else { return nil }
    var given = draft
    // What is created for a record belongs to the same owner as that record, if it can have one.
    for field in schema.fields where draft[field] == nil && field.isOwner {
      draft[field] = parent.schema.fields.first { $0.isOwner }.flatMap { parent[$0] }
    }
    let problems = try completion.complete(&draft, snapshot)
    for field in schema.idFields where given.has(field) { given[field] = draft[field] }
    if let match = try existing(like: draft, values, isReferred: true) {
      guard match.others.isEmpty else {
        diagnostics.append(.exists(schema, match, at: place))
        return nil
      }
      guard try isCalledSo(match.id, given, place), try complete(match, with: given, place) else {
        return nil
      }
      return match.id
    }
    if draft.id == nil, case .chosen = schema.key { draft.id = try freeID(schema.kind, schema) }
    guard try finish(&draft, problems, place), let id = draft.id else { return nil }
    let name = schema.names.first.flatMap { draft[$0]?.string } ?? ""
    if name.contains(where: { ";；、，".contains($0) || $0.isNewline }) {
      diagnostics.append(.severalNames(name, schema, at: place))
    }
    try put(draft, id: id)
    return id
  }

  /// Checks that a record bears the name under which it is referred to, by whatever else it was found.
  private func isCalledSo(_ id: RecordID, _ given: Draft, _ place: Place?) throws -> Bool {
    let schema = given.schema
    guard let name = schema.names.first.flatMap({ given[$0]?.string }),
      let record = try index(schema).current(id)
    else { return true }
    let known = schema.names.flatMap { record[$0]?.texts ?? [] }
    let key = Folding.key(name)
    guard !known.contains(where: { Folding.key($0) == key }) else { return true }
    diagnostics.append(.otherName(name, id, known.first ?? "", schema, at: place))
    return false
  }
}
