import JSONLines

/// Turns what people type and what tables hold into changes, and says all that is wrong with it.
///
/// References are given by id or by name; what a record refers to can be created with it. Nothing is
/// written here: the changes are handed to ``LedgerStore/write(by:at:command:_:)``.
public final class Editor {
  /// What adding or importing did to a record.
  public enum Effect: Hashable, Sendable {
    /// A record that was not there.
    case new(RecordID)
    /// A record some of whose values are others now.
    case changed(RecordID, fields: [String])
    /// A record that has these values already.
    case same(RecordID)
    /// A record that cannot be written; the diagnostics say why.
    case refused
  }

  /// What the domain adds to a new record before it is checked: derived values and their warnings.
  public typealias Completion = (inout Draft, Snapshot) throws -> [FieldProblem]

  /// What is to be written, in order.
  public private(set) var changes: [Change] = []
  /// All that is wrong or odd.
  public private(set) var diagnostics: [Diagnostic] = []

  private let snapshot: Snapshot
  private let ids: IDMaker
  private let creates: Bool
  private let complete: Completion
  private var indices: [String: RecordIndex] = [:]
  /// The records that stood before and were given again, by kind.
  private var given: [String: Set<RecordID>] = [:]

  /// Creates an editor.
  ///
  /// - Parameters:
  ///   - snapshot: The records that stand.
  ///   - ids: Makes new ids.
  ///   - creates: Whether a name that no record has creates one.
  ///   - complete: What the domain adds to a record before it is checked.
  public init(
    _ snapshot: Snapshot,
    ids: IDMaker,
    creates: Bool = false,
    complete: @escaping Completion = { _, _ in [] }
  ) {
    self.snapshot = snapshot
    self.ids = ids
    self.creates = creates
    self.complete = complete
  }

  /// Adds a record, or completes the one that is the same thing where that is allowed.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - assignments: The values.
  ///   - place: Where the record as a whole was given.
  ///   - merging: Whether a record that is the same thing is changed; else it is refused.
  /// - Returns: What became of it.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func add(
    _ schema: Schema,
    _ assignments: [Assignment],
    at place: Place? = nil,
    merging: Bool = false
  ) throws -> Effect {
    // A refused record takes with it what was to be created for it.
    let before = changes.count
    var draft = Draft(schema)
    guard try assign(assignments, to: &draft, place) else { return refuse(before) }
    return try add(draft, assignments, place, merging, before)
  }

  private func add(
    _ given: Draft,
    _ assignments: [Assignment],
    _ place: Place?,
    _ merging: Bool,
    _ before: Int
  ) throws -> Effect {
    // What follows from the values helps to recognise the record, but never changes one that stands.
    var draft = given
    let problems = try complete(&draft, snapshot)
    if let existing = try existing(like: draft, assignments) {
      guard merging else {
        diagnostics.append(.exists(draft.schema, existing, at: place))
        return refuse(before)
      }
      return try merge(given, into: existing, place, before)
    }
    guard try finish(&draft, problems, place), let id = draft.id else { return refuse(before) }
    try put(draft, id: id)
    return .new(id)
  }

  /// Adds a record whose values are in their stored form already, as a line of JSON has them.
  ///
  /// - Parameters:
  ///   - draft: The record.
  ///   - place: Where it was given.
  ///   - merging: Whether a record that is the same thing is changed; else it is refused.
  /// - Returns: What became of it.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func add(_ draft: Draft, at place: Place? = nil, merging: Bool = false) throws -> Effect {
    let before = changes.count
    guard try refersToRecords(draft, place) else { return refuse(before) }
    return try add(draft, [], place, merging, before)
  }

  /// Changes a record that stands.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - assignments: The new values; an empty text takes a value away.
  /// - Returns: What became of it.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func set(_ record: Record, _ assignments: [Assignment]) throws -> Effect {
    let before = changes.count
    var draft = Draft(copying: record)
    let old = draft
    guard try assign(assignments, to: &draft, nil) else { return refuse(before) }
    guard draft.id == record.id else {
      diagnostics.append(.idIsForEver(record))
      return refuse(before)
    }
    let fields = Self.difference(old, draft)
    guard !fields.isEmpty else { return .same(record.id) }
    guard check(&draft, nil, extra: []) else { return refuse(before) }
    try put(draft, id: record.id)
    return .changed(record.id, fields: fields)
  }

  /// Finds the one record that a text names.
  ///
  /// - Parameters:
  ///   - text: The id or the name.
  ///   - schema: The kind.
  /// - Returns: The id; `nil` where none or several are meant, which the diagnostics tell.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func find(_ text: String, _ schema: Schema) throws -> RecordID? {
    try resolve(text, schema, isSought: true, at: nil)
  }

  private func resolve(
    _ text: String,
    _ schema: Schema,
    isSought: Bool = false,
    at place: Place?
  ) throws -> RecordID? {
    let index = try index(schema)
    let id = RecordID(text)
    if index.contains(id) { return id }
    let named = index.records(named: text)
    if named.count == 1 { return named.first }
    diagnostics.append(
      named.isEmpty
        ? .unknown(text, schema, near: index.allNames(), isSought: isSought, at: place)
        : .ambiguous(text, schema, named.compactMap { index.current($0) }, at: place)
    )
    return nil
  }

  /// Forgets the changes made since there were so many of them.
  ///
  /// - Parameter count: How many changes to keep.
  public func rollBack(to count: Int) {
    while changes.count > count, case .put(let draft)? = changes.popLast() {
      if let id = draft.id { indices[draft.schema.kind]?.forget(draft, id: id) }
    }
  }

  private func refuse(_ before: Int) -> Effect {
    rollBack(to: before)
    return .refused
  }

  private func put(_ draft: Draft, id: RecordID) throws {
    changes.append(.put(draft))
    try index(draft.schema).put(draft, id: id)
  }

  private func index(_ schema: Schema) throws -> RecordIndex {
    if let index = indices[schema.kind] { return index }
    let index = RecordIndex(try snapshot.table(schema))
    indices[schema.kind] = index
    return index
  }
}

extension Editor {
  /// Reads the values into a draft, those of the records it refers to first.
  private func assign(
    _ assignments: [Assignment],
    to draft: inout Draft,
    _ place: Place?
  ) throws -> Bool {
    let schema = draft.schema
    var isRight = true
    var nested: [(field: FieldDefinition, values: [Assignment])] = []
    for assignment in assignments {
      let path = assignment.field.split(separator: ".", maxSplits: 1).map(String.init)
      guard let name = path.first, let field = schema.field(named: name) else {
        diagnostics.append(.unknownField(assignment.field, schema, at: assignment.place))
        isRight = false
        continue
      }
      guard path.count == 2 else {
        isRight = try assign(assignment, field, to: &draft) && isRight
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
    for (field, values) in nested {
      isRight = try create(field, values, for: &draft, place) && isRight
    }
    return isRight
  }

  private func assign(
    _ assignment: Assignment,
    _ field: FieldDefinition,
    to draft: inout Draft
  ) throws -> Bool {
    let text = Folding.trim(assignment.text)
    guard !text.isEmpty else {
      draft[field] = nil
      return true
    }
    switch field.type.parse(text) {
    case .failure(let problem):
      diagnostics.append(Diagnostic(problem, field, at: assignment.place))
      return false
    case .success(let value):
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

  /// Checks that every reference of a draft names a record by its id.
  private func refersToRecords(_ draft: Draft, _ place: Place?) throws -> Bool {
    var isRight = true
    for field in draft.schema.fields {
      guard let kind = field.referredKind, let schema = snapshot.catalog[kind] else { continue }
      let index = try index(schema)
      for text in draft[field]?.texts ?? [] where !index.contains(RecordID(text)) {
        diagnostics.append(.unknown(text, schema, near: index.allNames(), at: place))
        isRight = false
      }
    }
    return isRight
  }

  private func resolveOrCreate(
    _ text: String,
    _ schema: Schema,
    _ field: FieldDefinition,
    _ parent: Draft,
    _ place: Place?
  ) throws -> RecordID? {
    let index = try index(schema)
    let isKnown = index.contains(RecordID(text)) || !index.records(named: text).isEmpty
    guard !isKnown, creates, let name = schema.names.first else {
      return try resolve(text, schema, at: place)
    }
    return try make(schema, [Assignment(name.name, text, at: place)], for: parent, place)
  }

  /// Finds or creates the record that a field shall refer to.
  private func create(
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
      if !given.isEmpty { diagnostics.append(.nobodyNamed(field, given, at: place)) }
      return true
    }
    guard let id = try make(schema, values, for: draft, place) else { return false }
    if case .list = field.type.form {
      draft[field] = .array((draft[field]?.array ?? []) + [.string(id.text)])
    } else {
      draft[field] = .string(id.text)
    }
    return true
  }

  private func make(
    _ schema: Schema,
    _ values: [Assignment],
    for parent: Draft,
    _ place: Place?
  ) throws -> RecordID? {
    var draft = Draft(schema)
    guard try assign(values, to: &draft, place) else { return nil }
    // What is created for a record belongs to the same owner as that record, if it can have one.
    for field in schema.fields where draft[field] == nil && field.isOwner {
      draft[field] = parent.schema.fields.first { $0.isOwner }.flatMap { parent[$0] }
    }
    let problems = try complete(&draft, snapshot)
    if let existing = try existing(like: draft, values) { return existing }
    if draft.id == nil, case .chosen = schema.key { draft.id = try freeID(schema.kind, schema) }
    guard try finish(&draft, problems, place), let id = draft.id else { return nil }
    try put(draft, id: id)
    return id
  }
}

extension Editor {
  /// Finds the record that is the same thing as a draft.
  private func existing(like draft: Draft, _ assignments: [Assignment]) throws
    -> RecordID?
  {
    let schema = draft.schema
    let index = try index(schema)
    if let id = draft.id { return index.contains(id) ? id : nil }
    var tried: [[FieldDefinition]] = []
    for identity in schema.identities {
      let known = identity.filter { draft[$0] != nil }
      guard let first = identity.first, known.contains(where: { $0 === first }),
        known.count >= min(2, identity.count)
      else { continue }
      if let id = index.record(like: draft, in: identity),
        !Self.contradicts(draft, index.current(id), tried)
      {
        return id
      }
      tried.append(identity)
    }
    guard tried.isEmpty else { return nil }
    // Without an identity, two records are the same thing when all that is given is the same.
    let fields = assignments.compactMap { schema.field(named: $0.field) }
      .filter { draft[$0] != nil }
    return fields.isEmpty ? nil : index.record(like: draft, in: fields)
  }

  /// Whether both have values in an identity that was tried before, and other ones.
  private static func contradicts(
    _ draft: Draft,
    _ other: Draft?,
    _ identities: [[FieldDefinition]]
  ) -> Bool {
    guard let other else { return false }
    return identities.contains { identity in
      identity.allSatisfy { draft[$0] != nil && other[$0] != nil }
        && identity.contains { draft[$0] != other[$0] }
    }
  }

  private func merge(
    _ draft: Draft,
    into id: RecordID,
    _ place: Place?,
    _ before: Int
  ) throws -> Effect {
    guard let old = try index(draft.schema).current(id) else {
      return refuse(before)
    }
    var new = old
    for field in draft.schema.fields {
      if let value = draft[field] { new[field] = value }
    }
    new.id = id
    let fields = Self.difference(old, new)
    let isFirst = given[draft.schema.kind, default: []].insert(id).inserted
    guard !fields.isEmpty else { return .same(id) }
    guard try index(draft.schema).pending[id] == nil, isFirst else {
      diagnostics.append(.givenTwice(draft.schema, id, fields, at: place))
      return refuse(before)
    }
    guard check(&new, place, extra: []) else { return refuse(before) }
    try put(new, id: id)
    return .changed(id, fields: fields)
  }

  private static func difference(_ old: Draft, _ new: Draft) -> [String] {
    new.schema.fields.filter { old[$0] != new[$0] }.map(\.name)
  }

  /// Gives a new draft its id, and checks it.
  private func finish(_ draft: inout Draft, _ problems: [FieldProblem], _ place: Place?) throws
    -> Bool
  {
    if draft.id == nil {
      switch draft.schema.key {
      case .generated(let prefix): draft.id = try freeID(prefix, draft.schema)
      case .chosen:
        diagnostics.append(.needsID(draft.schema, at: place))
        return false
      case .field(let field, let prefix):
        draft.id =
          try draft[field]?.string.map { RecordID($0) } ?? freeID(prefix, draft.schema)
      case .joined(let fields):
        let parts = fields.compactMap { draft[$0].map { $0.string ?? $0.text.span.text } }
        if parts.count == fields.count { draft.id = RecordID(parts.joined(separator: "/")) }
      }
    }
    guard check(&draft, place, extra: problems) else { return false }
    guard let id = draft.id, try !index(draft.schema).contains(id) else {
      if let id = draft.id { diagnostics.append(.exists(draft.schema, id, at: place)) }
      return false
    }
    return true
  }

  /// Makes an id that no record has; a collision is rare, so a few tries are plenty.
  private func freeID(_ prefix: String, _ schema: Schema) throws -> RecordID {
    let index = try index(schema)
    var id = ids.id(prefix)
    for _ in 0..<16 where index.contains(id) { id = ids.id(prefix) }
    return id
  }

  /// Checks every value; what is only odd is kept with the record.
  private func check(_ draft: inout Draft, _ place: Place?, extra: [FieldProblem]) -> Bool {
    var isRight = true
    var warnings = extra.map(\.name)
    for problem in extra {
      diagnostics.append(
        Diagnostic(problem.name, problem.message, severity: .warning, at: place)
      )
    }
    for field in draft.schema.fields {
      guard let value = draft[field] else {
        guard field.isRequired, field !== CommonField.id.definition else { continue }
        diagnostics.append(.missing(field, draft.schema, at: place))
        isRight = false
        continue
      }
      guard let problem = field.type.check(value) else { continue }
      diagnostics.append(Diagnostic(problem, field, at: place))
      isRight = isRight && problem.isWarning
      warnings.append("\(field.name): \(problem.name)")
    }
    draft[CommonField.warnings] = warnings.isEmpty ? nil : warnings
    return isRight
  }
}
