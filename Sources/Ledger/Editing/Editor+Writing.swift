import JSONLines

extension Editor {
  /// Gives a record that stands the values of a row.
  func merge(
    _ draft: Draft,
    into id: RecordID,
    _ place: Place?,
    isTyped: Bool
  ) throws -> Effect {
    guard let old = try index(draft.schema).current(id) else { return refuse() }
    var new = old
    new.take(draft, isTyped: isTyped)
    // A row that was found by its values tells nothing by the blanks and widths of the name.
    if draft.id == nil { new.keepSpelling(of: old) }
    new.id = id
    new.keepName(of: old)
    let isFirst = given[draft.schema.kind, default: []].insert(id).inserted
    let effect = try settle(new, id, before: old, place, isFirst: isFirst)
    if case .changed(_, let fields) = effect { tellValuesGone(old, new, id, fields, place) }
    return effect
  }

  /// Tells of lists that were replaced by ones without some of their values.
  private func tellValuesGone(
    _ old: Draft,
    _ new: Draft,
    _ id: RecordID,
    _ fields: [String],
    _ place: Place?
  ) {
    for field in old.schema.fields where fields.contains(field.name) {
      guard field !== CommonField.warnings.definition, let before = old[field]?.array,
        let now = new[field]?.array
      else { continue }
      let gone = before.filter { !now.contains($0) }.map { $0.string ?? $0.text.span.text }
      if !gone.isEmpty { diagnostics.append(.valuesGone(id, field, gone, at: place)) }
    }
  }

  /// Gives a record what it lacks of a row about what it was before; whatever it has stays, as in a merging.
  func fill(
    _ id: RecordID,
    with draft: Draft,
    _ match: Match,
    _ place: Place?,
    isTyped: Bool
  ) throws -> Effect {
    let schema = draft.schema
    guard let old = try index(schema).current(id) else { return refuse() }
    let (new, differing) = Self.filled(old, with: draft, match, isTyped: isTyped)
    if !differing.isEmpty {
      diagnostics.append(.staysAsIs(id, schema, match, differing, at: place))
    }
    let isFirst = old.line == new.line || given[schema.kind, default: []].insert(id).inserted
    return try settle(new, id, before: old, place, isFirst: isFirst)
  }

  /// Gives a record what it lacks of the values that were given where another one refers to it; whatever it has stays.
  func complete(_ match: Match, with given: Draft, _ place: Place?) throws -> Bool {
    let (schema, id) = (given.schema, match.id)
    // Most references tell a name alone.
    guard schema.fields.contains(where: { given.has($0) && $0 !== schema.names.first }),
      let old = try index(schema).current(id)
    else { return true }
    var (new, differing) = Self.filled(old, with: given, match, isTyped: true)
    if !differing.isEmpty {
      let values = try differing.map { field in
        (field, stands: try shown(old[field], field), given: try shown(given[field], field))
      }
      diagnostics.append(.valuesKept(id, schema, values, at: place))
    }
    guard !Self.difference(old, new).isEmpty else { return true }
    if let other = try twins(of: new, before: old).found.first?.id {
      diagnostics.append(.becomes(id, other, schema, at: place))
      return false
    }
    guard check(&new, place, extra: []) else { return false }
    let isCounted = try !index(schema).isPending(id)
    try put(new, id: id)
    completed.add(id, of: schema.kind, isCounted)
    return true
  }

  /// A value as people know it: of a reference the name.
  private func shown(_ value: JSONValue?, _ field: FieldDefinition) throws -> String {
    guard let value else { return "" }
    guard let schema = field.referredKind.flatMap({ snapshot.catalog[$0] }) else {
      return value.string ?? value.text.span.text
    }
    return try value.texts.map { text in
      let record = try index(schema).current(RecordID(text))
      return schema.names.first.flatMap { record?[$0]?.string } ?? text
    }.joined(separator: ", ")
  }

  /// A record with what it lacks of a draft, and the fields in which the draft has other values.
  private static func filled(_ old: Draft, with draft: Draft, _ match: Match, isTyped: Bool)
    -> (new: Draft, differing: [FieldDefinition])
  {
    let (schema, id) = (draft.schema, match.id)
    var new = old
    new.take(draft, isTyped: isTyped)
    let names = Set(schema.names.flatMap { old[$0]?.texts ?? [] }.map(Folding.key))
    func isKnown(_ field: FieldDefinition) -> Bool {
      match.tells(field) || field === CommonField.warnings.definition
        || schema.names.contains { $0 === field }
          && new[field]?.texts.allSatisfy { names.contains(Folding.key($0)) } == true
    }
    var differing: [FieldDefinition] = []
    for field in schema.fields where old[field] != new[field] {
      let isSelf =
        field.referredKind == schema.kind && new[field]?.texts.contains(id.text) == true
      guard old[field] != nil || isSelf else { continue }
      if !isSelf, !isKnown(field) { differing.append(field) }
      new[field] = old[field]
    }
    return (new, differing)
  }

  private func settle(
    _ draft: Draft,
    _ id: RecordID,
    before old: Draft,
    _ place: Place?,
    isFirst: Bool
  ) throws -> Effect {
    var new = draft
    let fields = Self.difference(old, new)
    guard !fields.isEmpty else { return .same(id) }
    let schema = draft.schema
    let isOpen = try !index(schema).isPending(id) || completed.contains(id, of: schema.kind)
    guard isOpen, isFirst else {
      diagnostics.append(.givenTwice(schema, id, fields, at: place))
      return refuse()
    }
    if let other = try twins(of: new, before: old).found.first?.id {
      diagnostics.append(.becomes(id, other, schema, at: place))
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
        _ = check(&draft, place, extra: problems)
        return false
      case .field(_, let prefix):
        draft.id = try idOfValues(draft) ?? freeID(prefix, draft.schema)
      case .joined: draft.id = try idOfValues(draft)
      }
    }
    guard check(&draft, place, extra: problems) else { return false }
    guard let id = draft.id, try !isNew || !index(draft.schema).contains(id) else {
      if let id = draft.id { diagnostics.append(.exists(draft.schema, id, at: place)) }
      return false
    }
    return true
  }

  /// Tells what a record lacks of which another value could not be taken.
  func tellMissing(_ given: Draft, _ assignments: [Assignment]) throws {
    var draft = given
    _ = try completion.complete(&draft, snapshot)
    let schema = draft.schema
    let named = assignments.compactMap { assignment in
      schema.field(meantBy: String(assignment.field.prefix { $0 != "." }))
    }
    if case .chosen = schema.key, draft.id == nil,
      !named.contains(where: { $0 === CommonField.id.definition })
    {
      diagnostics.append(.needsID(schema, at: nil))
    }
    for field in schema.fields where field.isRequired && field !== CommonField.id.definition {
      if !draft.has(field), !named.contains(where: { $0 === field }) {
        diagnostics.append(.missing(field, schema, at: nil))
      }
    }
  }

  /// The id that a draft's values make; where a record has it whose own values were corrected since, another one.
  private func idOfValues(_ draft: Draft) throws -> RecordID? {
    guard let id = draft.impliedID else { return nil }
    guard let holder = try index(draft.schema).current(id), holder.impliedID != id else {
      return id
    }
    return try freeID(id.text, draft.schema)
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
